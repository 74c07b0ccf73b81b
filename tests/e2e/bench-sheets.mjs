// Many respondents' files put in at once: how long until they are there, and the longest time the page does not answer.
import { begin, context, launch, open } from './lib/browser.mjs';
import { handedBack } from './lib/files.mjs';

const RUNS = Number(process.env.RUNS ?? 3);
const browser = await launch();

async function put(count, rate) {
  const c = await context(browser);
  c.setDefaultTimeout(240_000);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/svarande?utkast=${id}`);
  await page.waitForSelector('#filer');
  const ids = await page.evaluate(() => JSON.parse(document.getElementById('data-instrument').textContent)
    .dimensions.flatMap(d => d.categories.flatMap(k => k.statements.map(s => s.id))));
  const files = Array.from({ length: count }, (_, n) => handedBack(n, ['Skola', 'Vård', 'It'][n % 3],
    Object.fromEntries(ids.map((id, i) => [id, String((n * 7 + i * 3) % 6 + 1)]))));
  await page.evaluate(files => {
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name, { type: 'application/json' }));
    window.filled = data.files;
    window.long = [];
    new PerformanceObserver(list => window.long.push(...list.getEntries().map(e => e.duration))).observe({ type: 'longtask' });
  }, files.map(f => [f.name, f.buffer.toString()]));
  const cdp = await c.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  const shown = await page.evaluate(async count => {
    const input = document.getElementById('filer');
    const start = performance.now();
    input.files = window.filled;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise(done => {
      const look = () => (document.querySelectorAll('[data-remove-sheet]').length === count ? done() : setTimeout(look, 4));
      look();
    });
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
  }, count);
  const longest = () => page.evaluate(() => Math.max(0, ...window.long.splice(0)));
  const adding = await longest();
  await page.waitForSelector('.state.ok');
  await longest();
  // The result of all of them, by the link as somebody follows it.
  const counted = await page.evaluate(async () => {
    const start = performance.now();
    [...document.querySelectorAll('a')].find(a => a.href.includes('/resultat?')).click();
    await new Promise(done => {
      const look = () => (document.querySelector('#resultat .total') ? done() : setTimeout(look, 4));
      look();
    });
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
  });
  const result = await longest();
  await c.close();
  return { shown, adding, counted, result };
}

const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
console.log('| files put in | CPU | until shown, ms | longest task, ms | result shown, ms | longest task, ms |\n|---|---|---|---|---|---|');
for (const [count, rate] of [[100, 4], [1000, 1], [1000, 4]]) {
  const runs = [];
  for (let n = 0; n < RUNS; n += 1) runs.push(await put(count, rate));
  const cell = key => Math.round(median(runs.map(r => r[key])));
  console.log(`| ${count} | ${rate === 1 ? 'full' : `1/${rate}`} | ${cell('shown')} | ${cell('adding')} | ${cell('counted')} | ${cell('result')} |`);
}
await browser.close();
