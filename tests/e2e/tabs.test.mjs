// Several tabs, going back, and a shared computer.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { BASE, WHOLE, begin, choose, context, isChosen, launch, live, open } from './lib/browser.mjs';
import { lateDisk } from './lib/late.mjs';
import { quick, soon, sure } from './lib/stores.mjs';
import { kept } from './lib/worker.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('on a shared computer nothing is stored, and a file is the way to keep it', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await open(page, '/bedomning');
  await page.fill('#municipality', 'värmd');
  await page.keyboard.press('Enter');
  await page.check('#shared');
  await page.click('#begin');
  await page.waitForURL(/oversikt\?utkast=/);
  assert.doesNotMatch(await page.locator('main').innerText(), /komma tillbaka|på den här datorn/);
  await page.locator('.tasks a', { hasText: 'Teknik' }).click();
  await page.waitForSelector('#p-skugg_it-2', { state: 'attached' });
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.warn');
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.state.warn button').click()]);
  const text = await readFile(await file.path(), 'utf8');
  assert.match(text, /dimios-draft\/1/);
  // Leaving is asked about, and then nothing is left.
  page.once('dialog', dialog => dialog.accept());
  await page.reload();
  await live(page);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  const stored = [...await sure(page, 'first'), ...await sure(page, 'copy')];
  assert.deepEqual(stored, []);
  c.nothingWrong();
});

// Begins on a shared computer and gives an answer.
async function answerOnShared(page) {
  await open(page, '/bedomning');
  await page.fill('#other', 'Exempelby');
  await page.check('#shared');
  await page.click('#begin');
  await page.waitForURL(/oversikt\?utkast=/);
  await page.locator('.tasks a', { hasText: 'Teknik' }).click();
  await choose(page, 'skugg_it', 2);
}

test('what is begun on a shared computer before its disk has been read is not stored either', async () => {
  const c = await context(browser);
  await lateDisk(c, 1200);
  const page = await c.newPage();
  await answerOnShared(page);
  assert.ok(await page.evaluate(() => window.disk.answered) < 4, 'this comes too late to try anything');
  // Both databases are open and read, and what followed from that is done.
  await page.waitForFunction(() => window.disk.answered >= 4 && window.disk.answered === window.disk.asked);
  const stored = [...await quick(page), ...await sure(page, 'first'), ...await sure(page, 'copy')];
  assert.deepEqual(stored, []);
  c.nothingWrong();
});

test('a computer that is not shared after all stores everything from then on', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await answerOnShared(page);
  await page.waitForSelector('#save-state .state.warn');
  const address = page.url();
  await page.locator('.kicker a').click();
  await page.locator('.kicker a').click();
  await page.uncheck('#shared');
  await soon(async () => (await sure(page, 'first')).some(([key]) => key.endsWith('/a/skugg_it')));
  await page.goto(address);
  await live(page);
  await page.waitForFunction(() => document.querySelector('#p-skugg_it-2')?.checked);
  assert.match(await page.locator('.kicker').innerText(), /Exempelby/);
  c.nothingWrong();
});

// What is removed from one store only would come back from the other.
test('who leaves before the disk has heard of what was cleared is asked to wait', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await begin(page);
  await open(page, '/bedomning');
  await page.getByRole('button', { name: 'Hantera' }).click();
  // From here on the disk is slow.
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    let free;
    const held = new Promise(done => { free = done; });
    window.free = () => free();
    const { get, set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
    IDBDatabase.prototype.transaction = function (...given) {
      const made = transaction.apply(this, given);
      Object.defineProperty(made, 'oncomplete', { get, set(hear) { set.call(made, event => held.then(() => hear(event))); } });
      return made;
    };
  });
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
  await page.waitForSelector('.empty');
  const asked = new Promise(done => page.once('dialog', dialog => { done(dialog.type()); dialog.dismiss(); }));
  await page.close({ runBeforeUnload: true });
  assert.equal(await asked, 'beforeunload');
  await page.evaluate(() => window.free());
  await soon(async () => !(await sure(page, 'first')).length && !(await sure(page, 'copy')).length);
  c.nothingWrong();
});

// With the back-forward cache on. A service worker that starts to control the pages evicts them from it, so that must
// have happened before.
const keeping = () => launch({ executablePath: WHOLE, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
const noteKept = page => page.addInitScript(() =>
  addEventListener('pageshow', event => event.persisted && sessionStorage.setItem('kept', 'yes')));
const wasKept = page => page.evaluate(() => sessionStorage.getItem('kept'));

test('what was left on a shared computer does not come back with Back', async t => {
  const browser = await keeping();
  t.after(() => browser.close());
  const c = await context(browser);
  const page = await c.newPage();
  await noteKept(page);
  page.on('dialog', dialog => dialog.accept());
  await open(page, '/bedomning');
  await kept(page);
  await page.check('#shared');
  await page.fill('#municipality', 'värmd');
  await page.keyboard.press('Enter');
  await page.click('#begin');
  await page.waitForURL(/oversikt\?utkast=/);
  await page.evaluate(() => { window.marked = true; });
  await page.goto(`${BASE}/om`);
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForFunction(() => !window.marked && document.documentElement.hasAttribute('data-live'));
  assert.doesNotMatch(await page.locator('body').innerText(), /Värmdö/);
  assert.equal(await wasKept(page), 'yes');
  c.nothingWrong();
});

test('a page that comes back with Back has heard what the other tabs did meanwhile', async t => {
  const browser = await keeping();
  t.after(() => browser.close());
  const c = await context(browser);
  const [page, other] = [await c.newPage(), await c.newPage()];
  await noteKept(page);
  const id = await begin(page);
  await kept(page);
  const path = `/bedomning/teknik?utkast=${id}`;
  await open(page, path);
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.ok');
  await page.goto(`${BASE}/om`);
  await open(other, path);
  await choose(other, 'skugg_it', 5);
  await other.waitForSelector('.state.ok');
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForFunction(() => document.getElementById('p-skugg_it-5')?.checked);
  assert.equal(await wasKept(page), 'yes');
  c.nothingWrong();
});

test('the same statement changed in two tabs at once is shown with both values, and a choice ends it', async () => {
  const c = await context(browser);
  const [one, two] = [await c.newPage(), await c.newPage()];
  const id = await begin(one);
  const path = `/bedomning/organisation?utkast=${id}`;
  await open(one, path);
  // A throttled tab: it receives no storage event before it writes itself.
  await two.addInitScript(() => addEventListener('storage', event => event.stopImmediatePropagation()));
  await open(two, path);
  // Saving here means that IndexedDB has been read before, so the other tab's value does not come from there.
  await choose(two, 'arbetsmiljo', 3);
  await two.waitForSelector('.state.ok');
  await choose(one, 'it_kompetens', 4);
  await one.waitForSelector('.state.ok');
  await two.evaluate(() => document.getElementById('p-it_kompetens-1').click());
  await one.waitForSelector('#conflicts button');
  assert.match(await one.locator('.conflicts').innerText(), /två flikar[\s\S]*Den här fliken:\s+4[\s\S]*Den andra fliken:\s+1/);
  await one.locator('#conflicts button >> nth=0').click();
  await one.waitForSelector('#conflicts button', { state: 'detached' });
  await one.waitForSelector('.state.ok');
  await two.reload();
  await live(two);
  assert.equal(await isChosen(two, 'it_kompetens', 4), true);
  c.nothingWrong();
});
