// Four tabs write at once: every answer of each is in every store and in every tab. `EACH` says how many in each.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { DIRECT, begin, context, launch, open } from './lib/browser.mjs';
import { records } from './lib/faults.mjs';
import { enlarged } from './lib/instrument.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const EACH = Number(process.env.EACH ?? 75);
const CATEGORIES = ['effektivitet', 'innovation', 'balansering', 'organisation'];
const word = index => String((index % 6) + 1);

test(`four tabs, ${EACH} statements each, answered at once without pause: all ${4 * EACH} are kept`, { timeout: 600_000 }, async () => {
  const begun = Date.now();
  const c = await context(browser, DIRECT);
  c.setDefaultTimeout(120_000);
  const big = enlarged(EACH, CATEGORIES);
  await c.route('**/data/instruments/*.json', route => route.fulfill({ json: big }));
  const id = await begin(await c.newPage());
  const statements = Object.fromEntries(big.dimensions.flatMap(d => d.categories).map(c => [c.id, c.statements.map(s => s.id)]));
  const tabs = [];
  for (const category of CATEGORIES) {
    const page = await c.newPage();
    await open(page, `/bedomning/${category}?utkast=${id}`);
    await page.waitForFunction(n => document.querySelectorAll('section.statement').length === n, EACH);
    tabs.push({ page, category });
  }
  await Promise.all(tabs.map(async ({ page, category }) => {
    await page.evaluate(async ids => {
      for (const [index, id] of ids.entries()) {
        document.getElementById(`p-${id}-${(index % 6) + 1}`).click();
        await new Promise(done => setTimeout(done));
      }
    }, statements[category]);
    await page.waitForSelector('.state.ok');
  }));
  const expected = {};
  for (const category of CATEGORIES) {
    for (const [index, statement] of statements[category].entries()) expected[`dk1/${id}/a/${statement}`] = word(index);
  }
  assert.equal(Object.keys(expected).length, 4 * EACH);
  const { quick, sure, copy } = await records(tabs[0].page, `dk1/${id}/a/`);
  assert.deepEqual(quick, expected, 'localStorage');
  assert.deepEqual(sure, expected, 'IndexedDB');
  assert.deepEqual(copy, expected, 'its copy');
  // And a page that is opened now shows every one.
  for (const { page, category } of tabs) {
    await open(page, `/bedomning/${category}?utkast=${id}`);
    await page.waitForFunction(n => document.querySelectorAll('section.statement').length === n, EACH);
    const shown = await page.evaluate(ids => ids.map(id => document.querySelector(`[id^="p-${id}-"]:checked`)?.id.split('-').at(-1)), statements[category]);
    assert.deepEqual(shown, statements[category].map((_, index) => word(index)), category);
  }
  console.log(`${4 * EACH} of ${4 * EACH} in each store, ${Math.round((Date.now() - begun) / 1000)} s`);
  c.nothingWrong();
});
