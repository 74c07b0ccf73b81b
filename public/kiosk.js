// Locks the kiosk's page, holds a screen wake lock, and is the app's watchdog: whatever stops the app, the page is
// reloaded within ten seconds. Loaded by that page alone, before the app, so that it works if the app does not.
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
  // The only link there ever is: in the message of a page that has crashed.
  if (event.target.closest('.crash')) again();
});
on('keydown', event => {
  // The same as holding the mark down, which opens the staff's PIN.
  if (event.key === 'F9') tell('hold');
  const types = event.key.length === 1 && event.getModifierState('AltGraph');
  if (!types && (event.ctrlKey || event.altKey || event.metaKey || /^F\d+$/.test(event.key))) never(event);
});
// No `beforeunload` prompt, which nobody could answer; and no session storage for the next page.
on('beforeunload', event => event.stopImmediatePropagation());
on('pagehide', () => sessionStorage.clear());
history.scrollRestoration = 'manual';

// Reports that somebody touches the screen, at most twice a second.
let told = 0;
on('pointerdown pointermove keydown wheel touchmove', event => {
  if (!event.isTrusted || (event.type === 'pointermove' && !event.buttons) || performance.now() - told < 500) return;
  told = performance.now();
  tell('touch');
});

const wake = () => document.visibilityState === 'visible' && navigator.wakeLock?.request('screen').catch(() => {});
document.addEventListener('visibilitychange', wake);
wake();

// The app updates `data-beat` once a second. Missed beats are counted by this timer, not by the clock, so that waking
// from sleep is not taken for a hang.
let beat, missed = 0, crashed = 0;
setInterval(() => {
  const now = kiosk()?.dataset.beat;
  missed = now === beat ? missed + 1 : 0;
  beat = now;
  crashed += 'crashed' in document.documentElement.dataset;
  // Before the first beat the app may still be loading.
  if (crashed > 3 || missed >= (beat ? 7 : 30)) again();
}, 1000);
