// Registers the service worker when everything else is loaded, and passes messages about a new build between it, the
// tabs and the app. In the app `domain::update` decides; static pages never reload by themselves, so this script
// decides for them.
const workers = navigator.serviceWorker;
let registration;
let channel;
// The last question that this tab asked with the answers that it still waits for, and the last one that it received.
let mine = {};
let theirs;

// Returns whether the app runs in this tab and has handled the message.
const tell = word => !dispatchEvent(new CustomEvent('dimios-update', { detail: word, cancelable: true }));
// Whether the app runs in this tab, or is about to: a public page starts it only when somebody needs it.
const runsApp = () => tell('app') || Boolean(document.querySelector('script[data-type]:not([data-boot])'));
const reply = word => channel.postMessage({ to: theirs, word });

// Asks the waiting worker how many other tabs have something to lose.
const others = worker => new Promise(done => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = event => { done(event.data); port1.close(); };
  worker.postMessage('others', [port2]);
});

async function found() {
  const worker = registration.active && registration.waiting;
  if (!worker) return;
  const alone = !await others(worker);
  // If the app does not run here the next page load gets the new build, and this page stays as it is.
  if (!tell(alone ? 'alone' : 'waiting') && alone) worker.postMessage('take');
}

// The messages from the app.
globalThis.dimiosUpdate = async word => {
  const worker = registration?.waiting;
  if (word === 'take') worker?.postMessage('take');
  else if (word !== 'ask') reply(word);
  else if (worker) {
    mine = { id: Math.random().toString(36), left: await others(worker) };
    if (mine.left) channel.postMessage({ from: mine.id });
    else tell('stored');
  }
};

// An open channel would keep the page out of the back-forward cache.
function listen() {
  channel = new BroadcastChannel('dimios-update');
  channel.onmessage = ({ data: { from, to, word } }) => {
    if (from) {
      theirs = from;
      // A tab without the app is not waited for, and must not answer in another's place.
      if (!tell('ask') && runsApp()) reply('stored');
    } else if (to === mine.id) {
      mine.left -= 1;
      if (word === 'unsaved' || !mine.left) tell(word);
    }
  };
}

async function isKilled() {
  if (!navigator.onLine) return false;
  const response = await fetch('/sw-kill.json', { cache: 'no-store' }).catch(() => null);
  if (!response?.ok || !response.headers.get('content-type')?.includes('json')) return false;
  return (await response.json().catch(() => null))?.kill === true;
}

async function remove() {
  for (const one of await workers.getRegistrations()) await one.unregister();
  for (const name of await caches.keys()) if (name.startsWith('dimios-')) await caches.delete(name);
}

async function begin() {
  if (await isKilled()) return remove();
  registration = await workers.register('/sw.js', { updateViaCache: 'none' });
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => coming.state === 'installed' && found());
  });
  await found();
  // A page that was loading while the worker claimed its clients is missed by it: it asks to be claimed.
  if (!workers.controller) registration.active?.postMessage('claim');
  // The browser checks by itself when a page is loaded; a tab may stay open for days.
  setInterval(() => registration.update().catch(() => {}), 3_600_000);
}

if (workers) {
  let before = workers.controller;
  workers.addEventListener('controllerchange', () => {
    // WebKit fires `controllerchange` also when a worker claims pages that it controls already.
    if (before && workers.controller !== before) tell('taken');
    before = workers.controller;
  });
  workers.addEventListener('message', event => event.data === 'app' && event.ports[0].postMessage(runsApp()));
  listen();
  addEventListener('pagehide', () => channel.close());
  addEventListener('pageshow', event => event.persisted && listen());
  // Whatever fails here, the site works without a worker.
  const later = () => (globalThis.requestIdleCallback ?? setTimeout)(() => begin().catch(() => {}));
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}
