// What a page knows of its service worker.

// Waits until an asynchronous condition holds in the page: Playwright takes a promise for a yes, and sets no limit here.
export const until = (page, condition, limit = 60_000) => page.evaluate(async ([text, limit]) => {
  const [holds, begun] = [eval(text), performance.now()];
  while (!await holds()) {
    if (performance.now() - begun > limit) throw new Error(`in ${limit} ms this has not come to hold: ${text}`);
    await new Promise(requestAnimationFrame);
  }
}, [`(${condition})`, limit]);

// Waits until the site can do without network.
export const kept = page => until(page, async () => {
  const names = (await caches.keys()).filter(name => name.startsWith('dimios-'));
  return navigator.serviceWorker.controller?.state === 'activated'
    && (await Promise.all(names.map(cacheName => caches.match('/offline/whole', { cacheName })))).some(Boolean);
});

// Waits until no build waits any more: it has taken over.
export const taken = page => until(page, async () => !(await navigator.serviceWorker.getRegistration()).waiting);

// Looks for a new build and says what becomes of it: `installed`, `redundant`, or `none` where there is none.
export const look = page => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => {});
  const coming = registration.installing;
  if (!coming) return registration.waiting ? 'installed' : 'none';
  return new Promise(done => {
    const tell = () => coming.state !== 'installing' && done(coming.state === 'redundant' ? 'redundant' : 'installed');
    coming.addEventListener('statechange', tell);
    tell();
  });
});

// The builds that the page and each of its files are of.
export const builds = page => page.evaluate(async () => {
  const wasm = document.querySelector('link[as=fetch]')?.href;
  const end = wasm ? new TextDecoder('latin1').decode((await (await fetch(wasm)).arrayBuffer()).slice(-40)) : '';
  const style = getComputedStyle(document.documentElement).getPropertyValue('--build').replaceAll('"', '').trim();
  return [...new Set([
    document.documentElement.dataset.build, style, ...globalThis.builds ?? [], ...wasm ? [/build(\w+)$/.exec(end)?.[1] ?? 'none'] : [],
  ])];
});
