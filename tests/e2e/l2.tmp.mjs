import { launch, context, open, fillContact } from './lib/browser.mjs';
import { example } from './lib/files.mjs';
const browser = await launch();
const c = await context(browser);
const page = await c.newPage();
page.setDefaultTimeout(4000);
const id = await example(page);
await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = d.id !== 'meny'; }));
for (const chart of await page.locator('[data-take=svg]').evaluateAll(all => all.map(e => e.dataset.chart))) {
try { await Promise.all([page.waitForEvent('download'), page.click(`[data-take=svg][data-chart="${chart}"]`)]); console.log(chart); } catch (e) { console.log('FAIL', chart, await page.locator('#fil-fel').innerText()); }
}
await open(page, `/bedomning/dokument?utkast=${id}`);
  await page.waitForSelector('.signatures');
  await page.waitForSelector('#rad .advice');
await page.pdf({ preferCSSPageSize: true, path: '/tmp/doc.pdf' });
await browser.close();
