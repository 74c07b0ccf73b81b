// Measures, beside SurveyJS and plain HTML with the same statements, in the same run. Run by `cargo xtask bench`.
// Chromium at a quarter of the CPU, 1.6 Mbit/s, 150 ms; medians of three loads, 60 answers each.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { BASE, WHOLE, launch } from './lib/browser.mjs';
import { enlarged, instrument } from './lib/instrument.mjs';
import { median, throttled } from './lib/throttled.mjs';

const LOADS = 3;
const ANSWERS = 60;
const scale = instrument.scale.labels.map(l => l.sv);
const all = instrument.dimensions.flatMap(d => d.categories).flatMap(c => c.statements);

const texts = count => Array.from({ length: count }, (_, n) => all[n % all.length].text.sv);

const plain = count => `<!doctype html><html lang="sv"><meta charset="utf-8"><title>x</title><main>${texts(count).map((text, n) =>
  `<fieldset><legend>${text}</legend>${scale.map((label, s) => `<label><input type="radio" name="q${n}" value="${s + 1}">${label}</label>`).join('')}</fieldset>`).join('')}</main></html>`;

const survey = count => `<!doctype html><html lang="sv"><meta charset="utf-8"><title>x</title>
<link rel="stylesheet" href="/survey-core.min.css"><div id="s"></div>
<script src="/survey.core.min.js"></script><script src="/survey-js-ui.min.js"></script>
<script>const model = new Survey.Model(${JSON.stringify({ elements: texts(count).map((title, n) =>
  ({ type: 'radiogroup', name: `q${n}`, title, choices: scale.map((text, s) => ({ value: s + 1, text })) })) })}); model.render(document.getElementById('s'));</script></html>`;

const MODULES = 'tests/e2e/node_modules';
const files = {
  '/survey.core.min.js': ['text/javascript', await readFile(`${MODULES}/survey-core/survey.core.min.js`)],
  '/survey-core.min.css': ['text/css', await readFile(`${MODULES}/survey-core/survey-core.min.css`)],
  '/survey-js-ui.min.js': ['text/javascript', await readFile(`${MODULES}/survey-js-ui/survey-js-ui.min.js`)],
};
for (const count of [30, 300, 3000]) {
  files[`/plain-${count}`] = ['text/html', Buffer.from(plain(count))];
  files[`/survey-${count}`] = ['text/html', Buffer.from(survey(count))];
}
const packed = Object.fromEntries(Object.entries(files).map(([path, [type, bytes]]) => [path, [type, brotliCompressSync(bytes)]]));
const others = createServer((request, response) => {
  const file = packed[request.url];
  if (!file) return response.writeHead(404).end();
  return response.writeHead(200, { 'content-type': `${file[0]}; charset=utf-8`, 'content-encoding': 'br' }).end(file[1]);
}).listen(0, '127.0.0.1');
await new Promise(done => others.once('listening', done));
const OTHER = `http://127.0.0.1:${others.address().port}`;

const browser = await launch({ executablePath: WHOLE });

const ms = list => Math.round(median(list));

async function load(url, seen) {
  const runs = [];
  for (let n = 0; n < LOADS; n += 1) {
    const { context, page, cdp, bytes } = await throttled(browser, seen);
    await page.goto(url);
    await page.waitForFunction(count => Object.keys(window.seen).length === count, Object.keys(seen).length);
    await page.waitForFunction(() => document.readyState === 'complete');
    await page.evaluate(() => document.fonts.ready);
    const fcp = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
    const { metrics } = await cdp.send('Performance.enable').then(() => cdp.send('Performance.getMetrics'));
    const heap = metrics.find(m => m.name === 'JSHeapUsedSize').value;
    runs.push({ ...await page.evaluate(() => window.seen), fcp, bytes: bytes(), heap });
    await context.close();
  }
  return Object.fromEntries(Object.keys(runs[0]).map(key => [key, ms(runs.map(r => r[key]))]));
}

// From the click to the frame that shows it, on `count` statements.
async function answers(prepare, count, inputs) {
  const { context, page } = await throttled(browser, { ready: inputs });
  await prepare(page);
  await page.waitForFunction(([s, n]) => document.querySelectorAll(s).length >= n * 6, [inputs, count], { timeout: 120_000 });
  const times = await page.evaluate(async ([selector, rounds]) => {
    const radios = [...document.querySelectorAll(selector)];
    const painted = () => new Promise(done => requestAnimationFrame(() => { const m = new MessageChannel(); m.port1.onmessage = done; m.port2.postMessage(0); }));
    const out = [];
    for (let n = 0; n < rounds; n += 1) {
      await painted();
      const start = performance.now();
      radios[(n * 13) % radios.length].click();
      await painted();
      out.push(performance.now() - start);
    }
    return out;
  }, [inputs, ANSWERS]);
  await context.close();
  const sorted = times.sort((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)].toFixed(1)} / ${sorted[Math.floor(sorted.length * 0.95)].toFixed(1)}`;
}

const OURS = '.scale input[type=radio]';
const ours = count => async page => {
  await page.route('**/data/instruments/*.json', r => r.fulfill({ json: enlarged(count, ['effektivitet']) }));
  await page.goto(`${BASE}/bedomning/effektivitet`);
  await page.waitForSelector('html[data-live]', { state: 'attached', timeout: 120_000 });
};

console.log('| | first paint | first statement there | everything live | kB, all files | JS heap, MB |\n|---|---|---|---|---|---|');
const row = (name, r) => console.log(`| ${name} | ${r.fcp} ms | ${r.first} ms | ${r.live} ms | ${(r.bytes / 1000).toFixed(0)} | ${(r.heap / 1e6).toFixed(1)} |`);
const own = await load(`${BASE}/bedomning/effektivitet`, { first: '.statement', live: 'html[data-live]' });
row('this site, a category', own);
row('this site, start page', await load(`${BASE}/`, { first: 'h1', live: 'html[data-live]' }));
const peer = await load(`${OTHER}/survey-30`, { first: 'input[type=radio]', live: 'input[type=radio]' });
row('SurveyJS, 30', peer);
row('SurveyJS, 300', await load(`${OTHER}/survey-300`, { first: 'input[type=radio]', live: 'input[type=radio]' }));
row('plain HTML, 30', await load(`${OTHER}/plain-30`, { first: 'fieldset', live: 'fieldset' }));
row('plain HTML, 300', await load(`${OTHER}/plain-300`, { first: 'fieldset', live: 'fieldset' }));
console.log(`\nFirst statement ${(own.first / peer.first).toFixed(2)} x SurveyJS, everything live ${(own.live / peer.live).toFixed(2)} x.`);

console.log('\n| answer to paint, median / 95th percentile, ms | 30 | 300 | 3,000 |\n|---|---|---|---|');
const visit = url => page => page.goto(url);
const sizes = [30, 300, 3000];
const line = async (name, prepare, inputs, counts = sizes) => {
  const cells = [];
  for (const count of counts) cells.push(await answers(prepare(count), count, inputs));
  console.log(`| ${name} | ${cells.join(' | ')} |`);
};
await line('this site', ours, OURS);
await line('SurveyJS', count => visit(`${OTHER}/survey-${count}`), 'input[type=radio]', [30, 300]);
await line('plain HTML', count => visit(`${OTHER}/plain-${count}`), 'input[type=radio]');
await browser.close();
others.close();
