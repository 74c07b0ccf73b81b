// Take-over: starts the app over the prerendered page, and replays what the visitor did meanwhile: what was typed,
// chosen, opened and focused. It finds controls and <details> by id, so their ids must be the same in both.
const app = document.getElementById('app');
const find = selector => document.querySelector(selector)?.href;
const crashed = () => {
  document.documentElement.dataset.crashed = '';
  document.querySelector('.crash')?.removeAttribute('hidden');
  // The router's click listener would still prevent links from working after a panic: let the browser follow them.
  addEventListener('click', event => event.stopImmediatePropagation(), true);
};
addEventListener('error', event => event.error instanceof WebAssembly.RuntimeError && crashed());

// A public page is painted before the app is fetched; the timeout is for pages that are not painted, as in a background
// tab.
const painted = () => new Promise(done => {
  new PerformanceObserver(list => list.getEntries().length && done()).observe({ type: 'paint', buffered: true });
  setTimeout(done, 3000);
});
const { glue, wasm, type, worker } = document.querySelector('script[data-type]').dataset;
if (glue) await painted();

// Loads the app with the chunk that this page needs. A browser caches a failed import by its address: a retry imports
// the same file under another address.
let imports = 0, module;
async function load() {
  const address = glue ?? find('link[rel=modulepreload]');
  module ??= await import(imports++ ? `${address}#${imports}` : address);
  await module.default({ module_or_path: wasm ?? find('link[rel=preload][as=fetch]') });
  await module.prepare();
}

// Retries with backoff. From the third failure on the page says so, and each retry waits for the visitor or for the
// network; it makes three attempts, because a failed preload answers the first fetch of its file from memory.
const late = document.querySelector('.late');
const pause = milliseconds => new Promise(done => { setTimeout(done, milliseconds); });
const asked = () => new Promise(done => {
  late?.addEventListener('click', event => event.target.closest('button') && done());
  addEventListener('online', done, { once: true });
});
for (let failures = 1; ; failures += 1) {
  try {
    await load();
    break;
  } catch (error) {
    console.warn('The page is not completely loaded:', error);
    if (failures % 3) {
      await pause(1000 * 3 ** (failures % 3 - 1));
      continue;
    }
    late?.removeAttribute('aria-busy');
    late?.removeAttribute('hidden');
    await asked();
    late?.setAttribute('aria-busy', 'true');
  }
}
const hadFocus = late?.contains(document.activeElement);
late?.setAttribute('hidden', '');

// Whether a select differs from the prerendered page, also if it was changed before this script ran.
const chosen = e => [...e.options ?? []].some(o => o.selected !== o.defaultSelected && (o.selected || o.defaultSelected) && e.selectedIndex > 0);

// Replacing the page would close an open select: take-over waits until something is chosen or the focus leaves it.
const list = document.activeElement;
if (list?.tagName === 'SELECT' && !chosen(list)) {
  await new Promise(done => { for (const type of ['change', 'blur']) list.addEventListener(type, done, { once: true }); });
}

const details = [...app.querySelectorAll('details[id]')].map(({ id, open }) => ({ id, open }));
const focused = document.activeElement;
const caret = focused?.setSelectionRange && focused.type !== 'email' ? [focused.selectionStart, focused.selectionEnd] : null;
const edits = [...app.querySelectorAll('input[id], textarea[id], select[id]')]
  .filter(e => e.tagName === 'SELECT' ? chosen(e) : e.checked !== e.defaultChecked || (e.type !== 'radio' && e.type !== 'checkbox' && e.value !== e.defaultValue))
  .map(({ id, value, checked }) => ({ id, value, checked }));

try {
  module.start();
} catch (error) {
  crashed();
  throw error;
}

for (const { id, open } of details) if (open) document.getElementById(id)?.setAttribute('open', '');
for (const { id, value, checked } of edits) {
  const element = document.getElementById(id);
  if (!element || element.type === 'file') continue;
  if (element.type === 'radio' || element.type === 'checkbox') {
    if (element.checked !== checked && (checked || element.type === 'checkbox')) element.click();
  } else {
    element.value = value;
    for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));
  }
}
if (focused?.id) {
  const element = document.getElementById(focused.id);
  element?.focus({ preventScroll: true });
  // After the effect of the signal has set the value.
  if (caret && caret[0] !== null) setTimeout(() => element?.setSelectionRange?.(...caret));
}
if (hadFocus) document.getElementById('heading')?.focus({ preventScroll: true });
document.documentElement.dataset.live = '';

// The heading font is fetched only now, then what is for the next visit. `trunk serve` has no service worker.
await import(type);
if (worker) await import(worker);
