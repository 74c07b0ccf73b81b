// Many respondents' files dropped at once: the time until they are listed, and the longest task of the page. Reported
// separately: the time that Chromium takes before it fires `drop`, which an empty page waits for just as long. Run by
// `cargo xtask bench`, which fails where a promise is not kept.
import { WHOLE, begin, context, launch, open } from './lib/browser.mjs';
import { drop, handedBack, onDisk } from './lib/files.mjs';
import { instrument } from './lib/instrument.mjs';
import { median } from './lib/throttled.mjs';

const RUNS = Number(process.env.RUNS ?? 3);
const ids = instrument.dimensions.flatMap(d => d.categories).flatMap(k => k.statements.map(s => s.id));
const browser = await launch({ executablePath: WHOLE });
const broken = [];
const promise = (kept, what) => kept || broken.push(what);

// The longest task since it was last asked: what of it came before the drop, and what after.
const longest = page => page.evaluate(() => {
  window.long.push(...window.watched.takeRecords());
  const parts = window.long.splice(0).map(({ startTime: from, duration }) => {
    const before = Math.min(duration, Math.max(0, window.dropped - from));
    return [before, duration - before];
  });
  return [0, 1].map(part => Math.max(0, ...parts.map(p => p[part])));
});

async function put({ paths, rate }) {
  const c = await context(browser);
  c.setDefaultTimeout(240_000);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/svarande?utkast=${id}`);
  await page.waitForSelector('#files');
  await page.evaluate(count => {
    window.long = [];
    window.watched = new PerformanceObserver(list => window.long.push(...list.getEntries()));
    window.watched.observe({ type: 'longtask' });
    // From the moment of the drop until all are in the list and told, and that is painted.
    window.shown = new Promise(done => addEventListener('drop', () => {
      window.dropped = performance.now();
      const look = () => {
        const there = document.querySelectorAll('#handed-in tbody tr').length === count
          && document.getElementById('files-outcome').textContent.replace(/\s/g, '').startsWith(`${count}svar`);
        if (there) requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.dropped)));
        else setTimeout(look, 4);
      };
      look();
    }, { capture: true, once: true }));
  }, paths.length);
  const cdp = await c.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  await drop(page, '#hand-in .drop label', paths);
  const shown = await page.evaluate(() => window.shown);
  // Until all of it is on the disk.
  await page.waitForSelector('.state.ok');
  const [handed, adding] = await longest(page);
  // The result of all of them, by the link as somebody follows it.
  const counted = await page.evaluate(async () => {
    const start = performance.now();
    [...document.querySelectorAll('a')].find(a => a.href.includes('/resultat?')).click();
    await new Promise(done => {
      const look = () => (document.querySelector('#result .total') ? done() : setTimeout(look, 4));
      look();
    });
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
  });
  const [, result] = await longest(page);
  await c.close();
  return { handed, shown, adding, counted, result };
}

console.log('| files dropped, 30 statements each | CPU | before the page hears of it, ms | until shown, ms | longest task, ms | result shown, ms | longest task, ms |\n|---|---|---|---|---|---|---|');
for (const [count, rate] of [[100, 4], [1000, 1], [1000, 4]]) {
  const { paths, remove } = await onDisk(Array.from({ length: count }, (_, n) => handedBack(n, ['Skola', 'Vård', 'It'][n % 3],
    Object.fromEntries(ids.map((id, i) => [id, String((n * 7 + i * 3) % 6 + 1)])))));
  const runs = [];
  for (let n = 0; n < RUNS; n += 1) runs.push(await put({ paths, rate }));
  await remove();
  const of = key => Math.round(median(runs.map(r => r[key])));
  // A task that is too long once was too long.
  const most = key => Math.round(Math.max(...runs.map(r => r[key])));
  console.log(`| ${count} | ${rate === 1 ? 'full' : `1/${rate}`} | ${most('handed')} | ${of('shown')} | ${most('adding')} | ${of('counted')} | ${most('result')} |`);
  const all = most('handed') + of('shown');
  if (count === 100) promise(all <= 1000, `100 sheets are there ${all} ms after they were dropped, at a quarter of the CPU, of 1,000 promised`);
  if (count === 1000 && rate === 1) {
    promise(most('adding') <= 200, `1,000 sheets hold the page for ${most('adding')} ms while they are put in, of 200 promised`);
    promise(most('result') <= 200, `1,000 sheets hold the page for ${most('result')} ms while their result is shown, of 200 promised`);
  }
}
await browser.close();
if (broken.length) {
  console.error(`\nNot kept:\n  ${broken.join('\n  ')}`);
  process.exitCode = 1;
}
