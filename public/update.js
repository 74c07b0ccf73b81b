// Asks for the service worker when all else is there, and carries between it, the tabs and the assessment what there is to
// say about a new build. There `domain::update` decides; other pages are never loaded anew, so this decides for them.
const workers = navigator.serviceWorker;
let registration;
let channel;
// The question that this tab has asked last with the answers that it still waits for, and the one that it was asked last.
let mine = {};
let theirs;

// Returns whether the assessment runs here and has heard it.
const tell = word => !dispatchEvent(new CustomEvent('dimios-update', { detail: word, cancelable: true }));
const reply = word => channel.postMessage({ to: theirs, word });

// How many other tabs have something to lose. Asked of the worker that waits.
const others = worker => new Promise(done => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = event => { done(event.data); port1.close(); };
  worker.postMessage('others', [port2]);
});

async function found() {
  const worker = registration.active && registration.waiting;
  if (!worker) return;
  const alone = !await others(worker);
  // Where it is not heard the next page is of the new build, and this one goes on as it is.
  if (!tell(alone ? 'alone' : 'waiting') && alone) worker.postMessage('take');
}

// What the assessment says.
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

// A page that the browser keeps for Back holds no channel open: it would not be kept.
function listen() {
  channel = new BroadcastChannel('dimios-update');
  channel.onmessage = ({ data: { from, to, word } }) => {
    if (from) {
      theirs = from;
      if (!tell('ask')) reply('stored');
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
  return !/"kill"\s*:\s*false/.test(await response.text());
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
  // A page that was on its way while the worker began is left out by it: it asks for itself.
  if (!workers.controller) registration.active?.postMessage('claim');
  // The browser looks by itself when a page is loaded; a tab may stand for days.
  setInterval(() => registration.update().catch(() => {}), 3_600_000);
}

if (workers) {
  let before = workers.controller;
  workers.addEventListener('controllerchange', () => {
    // WebKit tells of it also where a worker asks for pages that it has already.
    if (before && workers.controller !== before) tell('taken');
    before = workers.controller;
  });
  listen();
  addEventListener('pagehide', () => channel.close());
  addEventListener('pageshow', event => event.persisted && listen());
  // Whatever fails here, the site works as it did before there was a worker.
  const later = () => (globalThis.requestIdleCallback ?? setTimeout)(() => begin().catch(() => {}));
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}
