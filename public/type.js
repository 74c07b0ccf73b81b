// The heading font: fetched when everything else is loaded, and applied only if it causes no layout shift. If some
// heading would wrap differently, the fallback stays until the next page load.
const loaded = new Promise(done => {
  if (document.readyState === 'complete') done();
  else addEventListener('load', done, { once: true });
});
await loaded;
const face = new FontFace('Schibsted Grotesk', 'url(/fonts/schibsted-grotesk.woff2) format("woff2")', { weight: '400 900' });
try {
  await face.load();
  const heights = () => [...document.querySelectorAll('h1, h2, h3, legend, .mark, .tasks a, .big')].map(e => e.offsetHeight);
  const before = heights();
  document.fonts.add(face);
  if (heights().some((height, index) => height !== before[index])) document.fonts.delete(face);
} catch {
  // The page can be read without the font.
}
