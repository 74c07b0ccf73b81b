// Measures the public pages beside the same content as plain HTML with the same style sheet, in the same run; searching
// among 5,000 nominees; and Lighthouse's score. Run by `cargo xtask bench`, which fails where a promise is not kept.
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { BASE, WHOLE, launch } from './lib/browser.mjs';
import { many } from './lib/gallery.mjs';
import { scores } from './lib/lighthouse.mjs';
import { median, throttled } from './lib/throttled.mjs';

const LOADS = 7;
const PAGES = ['/', '/nominerade', '/nominerade/2023', '/nominerade/2023/varmdo', '/halltider', '/kommuner/nacka'];
const broken = [];
const promise = (kept, what) => kept || broken.push(what);

// The page without scripts, data and preloads, with its style sheet.
const stripped = html => html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<link rel="(?:modulepreload|preload)"[^>]*>/g, '');
const files = {};
for (const path of PAGES) {
  const html = await (await fetch(BASE + path)).text();
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(html)[1];
  files[path] = ['text/html', brotliCompressSync(Buffer.from(stripped(html)))];
  files[style] ??= ['text/css', brotliCompressSync(Buffer.from(await (await fetch(BASE + style)).arrayBuffer()))];
}
const plain = createServer((request, response) => {
  const file = files[request.url];
  if (!file) return response.writeHead(404).end();
  return response.writeHead(200, { 'content-type': `${file[0]}; charset=utf-8`, 'content-encoding': 'br' }).end(file[1]);
}).listen(0, '127.0.0.1');
await new Promise(done => plain.once('listening', done));
const PLAIN = `http://127.0.0.1:${plain.address().port}`;
const browser = await launch({ executablePath: WHOLE });

async function firstPaint(url) {
  const { context, page } = await throttled(browser);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  const time = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
  await context.close();
  return time;
}

console.log('\n| first contentful paint, ms | this site | plain HTML | ratio |\n|---|---|---|---|');
for (const path of PAGES) {
  const [own, other] = [[], []];
  // In turn, so that a slow moment of the machine meets both.
  for (let n = 0; n < LOADS; n += 1) {
    own.push(await firstPaint(BASE + path));
    other.push(await firstPaint(PLAIN + path));
  }
  const ratio = median(own) / median(other);
  console.log(`| ${path} | ${Math.round(median(own))} | ${Math.round(median(other))} | ${ratio.toFixed(2)} |`);
  promise(ratio <= 1.2, `${path} paints ${ratio.toFixed(2)} times as late as plain HTML`);
}

{
  const { context, page } = await throttled(browser, {}, { serviceWorkers: 'block' });
  await page.route('**/nominerade', async route => {
    const response = await route.fetch();
    await route.fulfill({ response, body: many(await response.text(), 5000) });
  });
  await page.goto(`${BASE}/nominerade`);
  await page.waitForSelector('html[data-live]', { state: 'attached', timeout: 120_000 });
  const times = await page.evaluate(async () => {
    const painted = () => new Promise(done => requestAnimationFrame(() => { const m = new MessageChannel(); m.port1.onmessage = done; m.port2.postMessage(0); }));
    const out = [];
    const fields = [['search', ['k', 'ko', 'kom', 'kommun 4', 'kommun 49', 'xyz', '']], ['year', ['2003', '2040', '']], ['stage', ['vinnare', 'nominerad', '']], ['county', ['01', '12', '']]];
    for (let round = 0; round < 3; round += 1) for (const [id, values] of fields) for (const value of values) {
      const field = document.getElementById(id);
      await painted();
      const start = performance.now();
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await painted();
      out.push(performance.now() - start);
    }
    return out.sort((a, b) => a - b);
  });
  await context.close();
  const [half, most] = [median(times), times[Math.floor(times.length * 0.95)]];
  console.log(`\nFilter to paint among 5,000 nominees, median / 95th percentile: ${half.toFixed(1)} / ${most.toFixed(1)} ms`);
  promise(half <= 50, `filtering paints after ${half.toFixed(1)} ms`);
}

console.log('\n| Lighthouse, mobile | performance | what keeps it from 1 |\n|---|---|---|');
for (const page of await scores(PAGES.slice(0, 4).map(p => BASE + p), ['performance'])) {
  console.log(`| ${new URL(page.url).pathname} | ${page.scores.performance.toFixed(2)} | ${page.failed.slice(0, 3).join('; ')} |`);
  promise(page.scores.performance >= 0.98, `Lighthouse gives ${page.url} ${page.scores.performance}`);
}
await browser.close();
plain.close();
if (broken.length) {
  console.error(`\nNot kept:\n  ${broken.join('\n  ')}`);
  process.exitCode = 1;
}
