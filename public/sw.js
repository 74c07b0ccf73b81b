// The service worker: keeps one build of the site, whole or not at all, for when there is no network. The lines below are
// about how; docs/adr/0017 says why. It never touches anything but GET, and never what is not of this site.

// Filled in by `cargo xtask dist` and `stamp`: the build's id, the pack of its pages and data, its files with SHA-256 and
// kind, the paths of its data, and the headers that its pages carry.
const BUILD = null;

const CACHE = `dimios-${BUILD.id}`;
// Stands in a cache that holds all of its build.
const WHOLE = '/offline/whole';
const CONFIG = '/config.json';
const FILES = new Map(Object.entries(BUILD.files));
const DATA = new Set(BUILD.data);
// How long the network may take to bring data before the kept copy goes instead, in milliseconds.
const PATIENCE = 4000;

const ours = async () => (await caches.keys()).filter(name => name.startsWith('dimios-'));
// With the name of a cache, `match` does not make one.
const kept = (path, cacheName = CACHE) => caches.match(path, { cacheName });
const isWhole = async name => Boolean(await kept(WHOLE, name));
const kindOf = response => response.headers.get('content-type') ?? '';

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}

// One file of the build, from an older build's cache or from the network; only if its bytes are the build's.
async function file(path, [hash, kind]) {
  const old = await caches.match(path);
  if (old && await sha256(await old.clone().arrayBuffer()) === hash) return old;
  const response = await fetch(path, { cache: 'reload', redirect: 'error' });
  const bytes = await response.arrayBuffer();
  const fits = kind ? kindOf(response).includes(kind) : !kindOf(response).includes('html');
  if (response.status !== 200 || !fits || await sha256(bytes) !== hash) throw new Error(`${path} is not of this build`);
  return copy(response, bytes);
}

// The settings may change without a build, so their bytes are not known; but they must be settings.
async function settings() {
  const response = await fetch(CONFIG, { cache: 'reload', redirect: 'error' });
  const bytes = await response.arrayBuffer();
  if (response.status !== 200 || !kindOf(response).includes('json')) throw new Error(`${CONFIG} is not there`);
  JSON.parse(new TextDecoder().decode(bytes));
  return copy(response, bytes);
}

function copy(response, bytes) {
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return new Response(bytes, { headers });
}

// Fetches the whole build. Anything that is missing or other than it should be refuses all of it: the old build goes on.
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

// Keeps the build before this one, for tabs that still show it; older ones go.
async function activate() {
  const before = (await ours()).filter(name => name !== CACHE);
  for (const name of before.slice(0, -1)) await caches.delete(name);
  await clients.claim();
}

// The way out: with this file on the server the worker takes itself and its caches away. Drafts stay.
async function isKilled() {
  try {
    const response = await fetch('/sw-kill.json', { cache: 'no-store', signal: AbortSignal.timeout(5000) });
    if (!response.ok || !kindOf(response).includes('json')) return false;
    return !/"kill"\s*:\s*false/.test(await response.text());
  } catch {
    return false;
  }
}

async function look() {
  if (!await isKilled()) return;
  await registration.unregister();
  for (const name of await ours()) await caches.delete(name);
}

// Pages and data of this build, read once while the worker lives.
let opened;
const pack = () => (opened ??= kept(BUILD.pack[0]).then(response => response.json()).catch(error => {
  opened = null;
  throw error;
}));

const text = ({ lines }, numbers) => numbers.map(number => lines[number]).join('\n');
const pageOf = path => path.replace(/\/(index\.html)?$/, '') || '/';
const has = (object, key) => Object.hasOwn(object, key);

// A page of the build, with the headers that the settings came with: who changes the endpoint changes the policy too.
async function page(request, path) {
  const all = await pack().catch(() => null);
  const known = all && has(all.pages, pageOf(path)) && all.pages[pageOf(path)];
  if (all && !known) return fetch(request).catch(() => html(all, all.missing, 404));
  return known ? html(all, known, 200) : fetch(request);
}

async function html(all, numbers, status) {
  const given = (await kept(CONFIG))?.headers;
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8' });
  for (const [name, value] of Object.entries(BUILD.headers)) headers.set(name, given?.get(name) ?? value);
  return new Response(text(all, numbers), { status, headers });
}

// Data may change without a build: the network's, or, where it brings none in time, the last that came.
async function data(event, path) {
  const network = fetch(event.request).then(response => {
    const good = response.ok && !kindOf(response).includes('html');
    if (good) event.waitUntil(keep(path, response.clone()));
    return good || response.status === 404 || response.status === 410 ? response : null;
  }).catch(() => null);
  const late = new Promise(done => { setTimeout(done, PATIENCE); });
  return await Promise.race([network, late]) ?? await kept(path) ?? await packed(path) ?? await network ?? Response.error();
}

// Not where the caches have been taken away.
async function keep(path, response) {
  if (await caches.has(CACHE)) await (await caches.open(CACHE)).put(path, response).catch(() => {});
}

async function packed(path) {
  const all = await pack().catch(() => null);
  if (!all || !has(all.data, path)) return null;
  const { kind, lines } = all.data[path];
  return new Response(text(all, lines), { headers: { 'content-type': kind, 'x-content-type-options': 'nosniff' } });
}

// Hashed files of any build that is kept: a tab goes on with the files of the build that it shows.
async function asset(request, path) {
  return await kept(path) ?? (path.startsWith('/assets/') ? await caches.match(path) : null) ?? fetch(request);
}

// How many tabs have the app open, beside the one that asks.
async function others(asking) {
  const [all, tabs] = [await pack(), await clients.matchAll({ type: 'window', includeUncontrolled: true })];
  return tabs.filter(tab => tab.id !== asking && all.apps.includes(pageOf(new URL(tab.url).pathname))).length;
}

addEventListener('install', event => event.waitUntil(install()));
addEventListener('activate', event => {
  event.waitUntil(activate());
  // Not waited for: pages must not wait for the network.
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
