// Starts the app over the prerendered page, and carries over what the visitor did meanwhile: what was typed, chosen,
// opened and focused. Every control and <details> that can be touched has an id that stays the same.
const app = document.getElementById('app');
const find = selector => document.querySelector(selector)?.href;
const crashed = () => {
  document.documentElement.dataset.crashed = '';
  document.querySelector('.crash')?.removeAttribute('hidden');
  // The router's dead click handler would still keep links from working: give them back to the browser.
  addEventListener('click', event => event.stopImmediatePropagation(), true);
};
addEventListener('error', event => event.error instanceof WebAssembly.RuntimeError && crashed());

const module = await import(find('link[rel=modulepreload]'));
await module.default({ module_or_path: find('link[rel=preload][as=fetch]') });

// What writes results comes when it is first asked for.
const { results, resultsWasm } = document.querySelector('script[data-type]').dataset;
let writing;
globalThis.dimiosResults = () => (writing ??= (async () => {
  const { default: begin, write } = await import(results);
  await begin({ module_or_path: resultsWasm });
  return write;
})().catch(error => {
  writing = null;
  throw error;
}));

// A chart, given as SVG, saved as PNG in twice its size.
globalThis.dimiosPicture = async (svg, name) => {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: image.width * 2, height: image.height * 2 });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise(done => canvas.toBlob(done));
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const details = [...app.querySelectorAll('details[id]')].map(({ id, open }) => ({ id, open }));
const focused = document.activeElement;
const caret = focused?.setSelectionRange && focused.type !== 'email' ? [focused.selectionStart, focused.selectionEnd] : null;
// What differs from the page as it was written, also if it was done before this script ran.
const chosen = e => [...e.options ?? []].some(o => o.selected !== o.defaultSelected && (o.selected || o.defaultSelected) && e.selectedIndex > 0);
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
  // After the signal has written the value.
  if (caret && caret[0] !== null) setTimeout(() => element?.setSelectionRange?.(...caret));
}
document.documentElement.dataset.live = '';

// The heading font is asked for only now.
await import(document.querySelector('script[data-type]').dataset.type);
