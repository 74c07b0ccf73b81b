// A public page is a static document. The app takes it over, by boot.js, only when somebody does something that needs
// the app, or when the clock changes what the page shows (`data-until`, from the prerenderer).
const app = document.getElementById('app');
const { boot } = document.querySelector('script[data-boot]').dataset;

let starting;
const start = () => {
  starting ??= import(boot).catch(error => {
    console.warn('The app could not be fetched:', error);
    starting = null;
  });
};

// Timers are limited to 31 bits, and are suspended while a computer sleeps.
const check = () => {
  const left = Date.parse(app.dataset.until) - Date.now();
  if (left <= 0) start();
  else if (left) setTimeout(check, Math.min(left, 3_600_000));
};
check();
addEventListener('pageshow', event => event.persisted && check());
document.addEventListener('visibilitychange', () => document.hidden || check());

// The gallery: its form, its map, and the button that lists all. boot.js replays what is typed and chosen meanwhile; a
// click is held here and replayed after take-over.
const gallery = document.querySelector('.gallery');
if (gallery) {
  const needsApp = target => target.closest?.('form, .map, #more');
  const live = () => 'live' in document.documentElement.dataset;
  for (const type of ['focusin', 'pointerdown', 'keydown', 'input', 'change']) {
    gallery.addEventListener(type, event => needsApp(event.target) && start());
  }
  gallery.addEventListener('submit', event => {
    event.preventDefault();
    start();
  });
  let held;
  gallery.addEventListener('click', event => {
    const pressed = event.target.closest?.('.map a, #more');
    if (!pressed || live() || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    held = pressed.id;
    start();
  });
  new MutationObserver((_, observer) => {
    if (!live()) return;
    observer.disconnect();
    document.getElementById(held)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }).observe(document.documentElement, { attributeFilter: ['data-live'] });
  // The static page does not apply the filter in the query.
  if (location.search) start();
}
