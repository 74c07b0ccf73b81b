// The service worker: caches one build of the site, whole or not at all, for use offline. docs/adr/0017 says why. It
// handles only GET requests to this origin.

// Filled in by `cargo xtask dist` and `stamp`: the build's id, the pack of its pages and data, its files with SHA-256 and
// kind, the paths of its data, and the headers that its pages carry.
const BUILD = null;

const CACHE = `dimios-${BUILD.id}`;
// An entry that marks a cache as complete.
const WHOLE = '/offline/whole';
const CONFIG = '/config.json';
const FILES = new Map(Object.entries(BUILD.files));
const DATA = new Set(BUILD.data);
// The timeout of the network for data, after which the cached copy is used, in milliseconds.
const PATIENCE = 4000;

const ours = async () => (await caches.keys()).filter(name => name.startsWith('dimios-'));
// Unlike `caches.open`, `match` with a name does not create the cache.
const kept = (path, cacheName = CACHE) => caches.match(path, { cacheName });
const isWhole = async name => Boolean(await kept(WHOLE, name));
const kindOf = response => response.headers.get('content-type') ?? '';

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}

// One file of the build, from an older build's cache or from the network; only if its hash matches.
async function file(path, [hash, kind]) {
  const old = await caches.match(path);
  if (old && await sha256(await old.clone().arrayBuffer()) === hash) return old;
  const response = await fetch(path, { cache: 'reload', redirect: 'error' });
  const bytes = await response.arrayBuffer();
  const fits = kind ? kindOf(response).includes(kind) : !kindOf(response).includes('html');
  if (response.status !== 200 || !fits || await sha256(bytes) !== hash) throw new Error(`${path} is not of this build`);
  return copy(response, bytes);
}

// The settings may change without a build, so their hash is not known; but they must be settings.
async function settings() {
  const response = await fetch(CONFIG, { cache: 'reload', redirect: 'error' });
  const bytes = await response.clone().arrayBuffer();
  if (response.status !== 200 || !await areSettings(response)) throw new Error(`${CONFIG} is not there`);
  return copy(response, bytes);
}

async function areSettings(response) {
  const settings = kindOf(response).includes('json') && await response.json().catch(() => null);
  return [settings?.endpoint?.kind, settings?.endpoint?.url, settings?.instrument].every(value => typeof value === 'string');
}

function copy(response, bytes) {
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return new Response(bytes, { headers });
}

// Fetches the whole build. If anything is missing or wrong the installation fails, and the old build stays.
async function install() {
  if (await isKilled()) throw new Error('this site takes its worker away');
  for (const name of await ours()) if (name !== CACHE && !await isWhole(name)) await caches.delete(name);
  if (await isWhole(CACHE)) return;
  const cache = await caches.open(CACHE);
  const wanted = [[BUILD.pack[0], file(BUILD.pack[0], [BUILD.pack[1], 'json'])], [CONFIG, settings()]];
  for (const [path, of] of FILES) wanted.push([path, file(path, of)]);
  const done = await Promise.allSettled(wanted.map(async ([path, response]) => cache.put(path, await response)));
  const failed = done.find(one => one.status === 'rejected');
  if (failed) {
    await caches.delete(CACHE);
    throw failed.reason;
  }
  await cache.put(WHOLE, new Response());
}

// Keeps the previous build, for tabs that still run it, and deletes older ones.
async function activate() {
  const before = (await ours()).filter(name => name !== CACHE);
  for (const name of before.slice(0, -1)) await caches.delete(name);
  await clients.claim();
}

// The kill switch: with this file on the server the worker unregisters itself and deletes its caches. Drafts stay.
async function isKilled() {
  try {
    const response = await fetch('/sw-kill.json', { cache: 'no-store', signal: AbortSignal.timeout(5000) });
    if (!response.ok || !kindOf(response).includes('json')) return false;
    return (await response.json())?.kill === true;
  } catch {
    return false;
  }
}

async function look() {
  if (!await isKilled()) return;
  await registration.unregister();
  for (const name of await ours()) await caches.delete(name);
}

// The unpacked pack (pages and data of this build), cached in memory.
let opened;
const pack = () => (opened ??= kept(BUILD.pack[0]).then(response => response.json()).catch(error => {
  opened = null;
  throw error;
}));

const text = ({ lines }, numbers) => numbers.map(number => lines[number]).join('\n');
const pageOf = path => path.replace(/\/(index\.html)?$/, '') || '/';
const has = (object, key) => Object.hasOwn(object, key);

async function page(request, path) {
  const all = await pack().catch(() => null);
  const known = all && has(all.pages, pageOf(path)) && all.pages[pageOf(path)];
  if (all && !known) return fetch(request).catch(() => html(all, all.missing, 404));
  return known ? html(all, known, 200) : fetch(request);
}

// A page has the headers of its build: one wrong answer from the network must not decide over pages that are kept.
async function html(all, numbers, status) {
  const headers = new Headers({ ...BUILD.headers, 'content-type': 'text/html; charset=utf-8' });
  const policy = headers.get('content-security-policy');
  headers.set('content-security-policy', policy.replace(/connect-src [^;]*/, `connect-src 'self'${await elsewhere()}`));
  return new Response(text(all, numbers), { status, headers });
}

// The origin of the endpoint, for the policy: the one thing in it that follows the settings, which change without a build.
async function elsewhere() {
  const settings = await kept(CONFIG).then(response => response.json()).catch(() => null);
  const [origin] = /^https:\/\/[a-z0-9.-]+(:\d+)?(?=[/?#]|$)/.exec(settings?.endpoint?.url ?? '') ?? [];
  return origin && origin !== location.origin ? ` ${origin}` : '';
}

// Data may change without a build: network first, then, after the timeout, the last copy.
async function data(event, path) {
  const network = fetch(event.request).then(async response => {
    const fits = path === CONFIG ? await areSettings(response.clone()) : !kindOf(response).includes('html');
    const good = response.ok && fits;
    if (good) event.waitUntil(keep(path, response.clone()));
    return good || response.status === 404 || response.status === 410 ? response : null;
  }).catch(() => null);
  const late = new Promise(done => { setTimeout(done, PATIENCE); });
  return await Promise.race([network, late]) ?? await kept(path) ?? await packed(path) ?? await network ?? Response.error();
}

// Not if the caches have been deleted by the kill switch.
async function keep(path, response) {
  if (await caches.has(CACHE)) await (await caches.open(CACHE)).put(path, response).catch(() => {});
}

async function packed(path) {
  const all = await pack().catch(() => null);
  if (!all || !has(all.data, path)) return null;
  const { kind, lines } = all.data[path];
  return new Response(text(all, lines), { headers: { 'content-type': kind, 'x-content-type-options': 'nosniff' } });
}

// Hashed files of any cached build: a tab keeps using the files of the build that it runs.
async function asset(request, path) {
  return await kept(path) ?? (path.startsWith('/assets/') ? await caches.match(path) : null) ?? fetch(request);
}

// Whether the app runs in a tab: the tab says so (public/update.js). The address does not tell: the app may have started
// on a public page since. It decides where a tab does not answer in time, in milliseconds.
const runsApp = (tab, apps) => new Promise(done => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = event => done(event.data);
  setTimeout(() => done(apps.includes(pageOf(new URL(tab.url).pathname))), 1000);
  tab.postMessage('app', [port2]);
});

// How many other tabs the app runs in.
async function others(asking) {
  const [all, tabs] = [await pack(), await clients.matchAll({ type: 'window', includeUncontrolled: true })];
  const run = await Promise.all(tabs.filter(tab => tab.id !== asking).map(tab => runsApp(tab, all.apps)));
  return run.filter(Boolean).length;
}

addEventListener('install', event => event.waitUntil(install()));
addEventListener('activate', event => {
  event.waitUntil(activate());
  // Not awaited: pages must not wait for the network.
  look();
});
addEventListener('message', event => {
  if (event.data === 'take') skipWaiting();
  if (event.data === 'claim') event.waitUntil(clients.claim());
  if (event.data === 'others') event.waitUntil(others(event.source.id).then(count => event.ports[0].postMessage(count)));
});
addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || request.headers.has('range')) return;
  if (DATA.has(pathname)) event.respondWith(data(event, pathname));
  else if (FILES.has(pathname) || pathname.startsWith('/assets/')) event.respondWith(asset(request, pathname));
  else if (request.mode === 'navigate') {
    event.respondWith(page(request, pathname));
    event.waitUntil(look());
  }
});
