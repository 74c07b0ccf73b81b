// The app takes the prerendered page over: nothing moves, nothing that the visitor did meanwhile is lost.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { BASE, context, launch, live, open } from './lib/browser.mjs';
import { APP_PAGES } from './lib/pages.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const shifts = page => page.evaluate(() => window.shifted ?? []);

async function watching(options) {
  const c = await context(browser, options);
  await c.addInitScript(() => new PerformanceObserver(list => {
    const moved = source => {
      const [from, to] = [source.previousRect, source.currentRect].map(r => [r.x, r.y, r.width, r.height].map(Math.round).join(' '));
      return `${source.node?.nodeName}.${source.node?.className} ${from} -> ${to}`;
    };
    const told = list.getEntries().map(e => `${e.value}: ${e.sources.map(moved).join('; ')}`);
    window.shifted = [...(window.shifted ?? []), ...told];
  }).observe({ type: 'layout-shift', buffered: true }));
  return c;
}

for (const width of [360, 1280]) {
  test(`nothing moves on any page of the app at ${width} px`, async () => {
    const c = await watching({ viewport: { width, height: 900 } });
    const page = await c.newPage();
    for (const path of APP_PAGES) {
      await open(page, path);
      // The font is asked for last; what it would move, it leaves. Shifts are told after the frame that shows them.
      await page.waitForFunction(() => performance.getEntriesByType('resource').some(e => e.name.endsWith('.woff2')));
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
      assert.deepEqual(await shifts(page), [], path);
    }
    c.nothingWrong();
  });
}

test('the live page says what the prerendered one said', async () => {
  const [still, c] = [await context(browser, { javaScriptEnabled: false }), await context(browser)];
  const [before, page] = [await still.newPage(), await c.newPage()];
  // Results and receipts of a draft are not in a prerendered page.
  for (const path of APP_PAGES.filter(p => !/resultat|kvitto|skicka|granska|sparat/.test(p))) {
    await before.goto(BASE + path);
    await open(page, path);
    assert.equal(await page.locator('main').innerText(), await before.locator('main').innerText(), path);
  }
  c.nothingWrong();
});

// Opens a page whose wasm waits until `release` is called.
async function held(c, path) {
  const page = await c.newPage();
  let release;
  const gate = new Promise(open => { release = open; });
  await page.route('**/*.wasm', async route => { await gate; await route.continue(); });
  await page.goto(BASE + path, { waitUntil: 'commit' });
  await page.waitForSelector('footer a');
  return { page, release: async () => { release(); await live(page); } };
}

test('what is chosen, opened and focused before the app is live is kept and saved', async () => {
  const c = await context(browser);
  const { page, release } = await held(c, '/bedomning/innovation');
  await page.locator('label:has(#p-kultur-5)').click();
  await page.locator('label:has(#p-spridning-vet_ej)').click();
  await page.locator('#p-oppna_data-ks').click();
  await page.fill('#p-oppna_data-kommentar', 'före start');
  await release();
  await page.waitForURL(/utkast=/);
  assert.equal(await page.locator('#p-kultur-5').isChecked(), true);
  assert.equal(await page.locator('#p-oppna_data-kommentar').inputValue(), 'före start');
  assert.equal(await page.locator('#p-oppna_data-k').getAttribute('open'), '');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'p-oppna_data-kommentar');
  const kept = await page.evaluate(() => Object.entries(localStorage).filter(([k]) => k.includes('/a/')).map(([k, v]) => [k.split('/').pop(), JSON.parse(v).v]).sort());
  assert.deepEqual(kept, [['kultur', '5'], ['spridning', 'vet_ej']]);
  c.nothingWrong();
});

test('what is chosen and written before the boot script runs is kept too', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  let release;
  const gate = new Promise(open => { release = open; });
  await page.route('**/boot-*.js', async route => { await gate; await route.continue(); });
  await page.goto(`${BASE}/bedomning/innovation`, { waitUntil: 'commit' });
  await page.locator('label:has(#p-kultur-5)').click();
  await page.locator('#p-kultur-ks').click();
  await page.fill('#p-kultur-kommentar', 'tidigt');
  release();
  await live(page);
  await page.waitForURL(/utkast=/);
  await page.reload();
  await live(page);
  assert.equal(await page.locator('#p-kultur-5').isChecked(), true);
  assert.equal(await page.locator('#p-kultur-kommentar').inputValue(), 'tidigt');
  c.nothingWrong();
});

test('what is typed before the app is live is searched for once it is', async () => {
  const c = await context(browser);
  const { page, release } = await held(c, '/bedomning');
  await page.fill('#kommun', 'upplands v');
  await release();
  await page.waitForSelector('#kommun-0');
  assert.equal(await page.locator('#kommun-0').innerText(), 'Upplands Väsby');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'kommun');
  c.nothingWrong();
});

test('a page whose app has crashed says so and its links still work', async () => {
  const c = await context(browser, {}, ['unreachable']);
  const page = await c.newPage();
  await open(page, '/bedomning');
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError('unreachable');
    dispatchEvent(new ErrorEvent('error', { error, message: 'unreachable' }));
  });
  assert.equal(await page.locator('.crash').isVisible(), true);
  await page.locator('header nav.wide a').nth(2).click();
  await page.waitForURL('**/metod');
  c.nothingWrong();
});
