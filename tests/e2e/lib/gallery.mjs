// As many as there may ever be, and hostile ones among them.
export function many(html, amount) {
  const nominees = Array.from({ length: amount }, (_, i) => [`n-${i}`, i % 500 ? `Kommun ${i}` : `<img src=x onerror=alert(1)> ${i}`,
    ['winner', 'finalist', 'nominated'][Math.min(i % 100, 2)], ['0180', '1280', '2480'].slice(i % 3, (i % 3) + 1)]);
  const editions = Array.from({ length: 50 }, (_, e) => ({
    year: 2001 + e, title: 'Utmärkelsen', complete: true, reveal: '2002-01-01T00:00',
    nominees: nominees.slice((e * amount) / 50, ((e + 1) * amount) / 50),
  }));
  const block = JSON.stringify({ editions }).replaceAll('<', '\\u003c');
  return html.replace(/(<script type="application\/json" id="data-gallery">)[^<]*/, (_, start) => start + block);
}
