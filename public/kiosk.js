// Locks the kiosk's page, keeps the screen awake, and watches over the app: whatever stops it, the loop stands again within
// ten seconds. Asked for by that page alone, before the app, so that it works where the app does not.
const kiosk = () => document.getElementById('kiosk');
const tell = what => dispatchEvent(new CustomEvent('kiosk', { detail: what }));
const again = () => location.replace(location.pathname);
const on = (names, act) => {
  for (const name of names.split(' ')) addEventListener(name, act, { capture: true, passive: false });
};
const never = event => event.preventDefault();

// No menu, no zoom, no dragging, no other window.
on('contextmenu dragstart gesturestart gesturechange dblclick auxclick', never);
on('wheel', event => event.ctrlKey && never(event));
on('touchmove', event => event.touches.length > 1 && never(event));
on('selectstart', event => event.target.closest?.('input') || never(event));
on('click', event => {
  if (!event.target.closest?.('a')) return;
  never(event);
  // The one link there ever is: that of a page that has stopped.
  if (event.target.closest('.crash')) again();
});
on('keydown', event => {
  // As when the mark is held down, which opens the way for the staff.
  if (event.key === 'F9') tell('hold');
  const types = event.key.length === 1 && event.getModifierState('AltGraph');
  if (!types && (event.ctrlKey || event.altKey || event.metaKey || /^F\d+$/.test(event.key))) never(event);
});
// Nobody is asked before the page is left, and nothing is left for the next one.
on('beforeunload', event => event.stopImmediatePropagation());
on('pagehide', () => sessionStorage.clear());
history.scrollRestoration = 'manual';

// That somebody is there, at most twice a second.
let told = 0;
on('pointerdown pointermove keydown wheel touchmove', event => {
  if (!event.isTrusted || (event.type === 'pointermove' && !event.buttons) || performance.now() - told < 500) return;
  told = performance.now();
  tell('touch');
});

const wake = () => document.visibilityState === 'visible' && navigator.wakeLock?.request('screen').catch(() => {});
document.addEventListener('visibilitychange', wake);
wake();

// The app beats once a second. Counted by own beats, not by the clock: a computer that has slept is not one that hangs.
let beat, missed = 0, crashed = 0;
setInterval(() => {
  const now = kiosk()?.dataset.beat;
  missed = now === beat ? missed + 1 : 0;
  beat = now;
  crashed += 'crashed' in document.documentElement.dataset;
  // Before the first beat the app may still be on its way.
  if (crashed > 3 || missed >= (beat ? 7 : 30)) again();
}, 1000);
