// Watches that the focus is never lost: an element that has it and goes away, or is hidden or disabled, leaves it to <body>,
// and whoever works by keyboard or screen reader is at the top of the page again.

// How long <body> may have it, in milliseconds: a page that is being built gives the focus to its heading when it stands.
const PATIENCE = 500;

// Runs in the page, before anything of it. The clock of a test may be a false one; this one is the real one.
function watch(patience) {
  const [wait, now] = [setTimeout.bind(window), performance.now.bind(performance)];
  const name = e => e.outerHTML.replace(/\s+/g, ' ').slice(0, 160);
  const isThere = e => e.isConnected && e.checkVisibility({ visibilityProperty: true }) && !e.disabled;
  let last, since = 0, told;
  document.addEventListener('focusin', event => { [last, told] = [event.target, false]; }, true);
  // Whoever presses where nothing takes the focus leaves the element that had it, which is still there afterwards. (An element
  // that is being removed is told of it before it is gone.)
  document.addEventListener('focusout', event => wait(() => {
    if (last === event.target && isThere(last) && document.activeElement === document.body) last = undefined;
  }), true);
  const look = () => {
    const lost = last && !told && document.activeElement === document.body && document.hasFocus();
    if (!lost || isThere(last)) since = 0;
    else if (!since) since = now();
    else if (now() - since > patience) {
      told = true;
      console.error(`The focus is lost: ${name(last)} has gone`);
    }
    wait(look, 100);
  };
  look();
}

export const watchFocus = context => context.addInitScript(watch, PATIENCE);
