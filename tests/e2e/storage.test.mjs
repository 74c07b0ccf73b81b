// Two stores: what is called saved survives a killed browser, and either store alone brings everything back.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { BASE, begin, choose, context, isChosen, launch, live, open } from './lib/browser.mjs';
import { killable } from './lib/killable.mjs';
import { quick, soon, sure, wipe } from './lib/stores.mjs';
import { until } from './lib/worker.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// How many kills: a few here, hundreds in `cargo xtask soak`. Every other comes at once, the rest within so many seconds:
// when the power goes is what is tried, so this is no waiting for a condition.
const KILLS = Number(process.env.KILLS ?? 6);
const SPREAD = Number(process.env.SPREAD ?? 0);

test(`no answer called saved is lost when the browser is killed, ${KILLS} times`, async () => {
  const profile = await mkdtemp(join(tmpdir(), 'kill-'));
  let id;
  const answers = new Map();
  // Once more than it is killed: what the last kill left is looked at too.
  for (let n = 0; n <= KILLS; n += 1) {
    const { page, kill } = await killable(profile);
    id ??= await begin(page);
    await open(page, `/bedomning/teknik?utkast=${id}`);
    // localStorage may be stale; the value from IndexedDB comes a moment later.
    for (const [statement, word] of answers) {
      await page.waitForSelector(`#p-${statement}-${word}:checked`, { state: 'attached' })
        .catch(() => assert.fail(`kill ${n}: ${statement} is lost`));
    }
    if (n === KILLS) {
      await kill();
      break;
    }
    // Another answer to each statement, so that nothing of an earlier round can pass for it.
    for (const statement of ['systemstod', 'it_styrning', 'skugg_it']) {
      const word = String(((n + statement.length) % 6) + 1);
      await page.evaluate(() => { window.saved = 0; });
      await choose(page, statement, word);
      await page.waitForSelector('.state.ok');
      answers.set(statement, word);
    }
    if (n % 2) await new Promise(done => setTimeout(done, Math.random() * SPREAD * 1000));
    await kill();
  }
  await rm(profile, { recursive: true, force: true });
});

// Which store is left is enough: each is taken away in turn, and all are whole again after each visit.
const STORES = Object.keys(wipe);
for (const left of STORES) {
  test(`with nothing but ${left} nothing is lost, and the others are filled again`, async () => {
    const c = await context(browser);
    const page = await c.newPage();
    const id = await begin(page);
    const path = `/bedomning/teknik?utkast=${id}`;
    await open(page, path);
    await choose(page, 'skugg_it', 2);
    await page.waitForSelector('.state.ok');
    await page.goto('about:blank');
    // Wiped from a page of the site that the app is not on.
    await page.goto(`${BASE}/metod`);
    for (const store of STORES.filter(store => store !== left)) await wipe[store](page);
    await open(page, path);
    await page.waitForFunction(() => document.querySelector('#p-skugg_it-2')?.checked);
    assert.match(await page.locator('.kicker').innerText(), /Värmdö/);
    await open(page, '/bedomning');
    await page.waitForFunction(() => document.querySelector('.drafts')?.innerText.includes('Värmdö'));
    // Soon each has all.
    const held = async () => {
      const all = [await quick(page, 'dk1/'), await sure(page, 'first', 'dk1/'), await sure(page, 'copy', 'dk1/')];
      return all.map(pairs => pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
    };
    let all;
    await soon(async () => {
      all = await held();
      return all[0].length > 2 && all.every(pairs => isDeepStrictEqual(pairs, all[0]));
    }, () => JSON.stringify(all));
    c.nothingWrong();
  });
}

test('where a browser has no buckets there is no copy, and all else is as it was', async () => {
  const c = await context(browser);
  await c.addInitScript(() => Object.defineProperty(Navigator.prototype, 'storageBuckets', { value: undefined }));
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.ok');
  await page.goto(`${BASE}/metod`);
  await wipe.localStorage(page);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await page.waitForFunction(() => document.querySelector('#p-skugg_it-2')?.checked);
  c.nothingWrong();
});

test('what is taken away while the copy cannot be opened does not come back, and what is written stays', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const [gone, stays] = [await begin(page), await begin(page)];
  await open(page, `/bedomning/teknik?utkast=${stays}`);
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.ok');
  const other = await c.newPage();
  await page.close();
  await other.addInitScript(() => {
    if (sessionStorage.getItem('whole')) return;
    const { open } = navigator.storageBuckets;
    navigator.storageBuckets.open = name => (name === 'dimios' ? Promise.reject(new DOMException('no', 'UnknownError')) : open.call(navigator.storageBuckets, name));
  });
  await open(other, `/bedomning/teknik?utkast=${stays}`);
  await choose(other, 'skugg_it', 5);
  await other.waitForSelector('.state.ok');
  // What was only written leaves the copy where it is.
  assert.deepEqual(await other.evaluate(() => navigator.storageBuckets.keys()), ['dimios']);
  await open(other, '/bedomning');
  await other.getByRole('button', { name: 'Hantera' }).nth(0).waitFor();
  await other.locator(`.draft:has(a[href*="${gone}"]) button[aria-expanded]`).click();
  await other.getByRole('button', { name: 'Ta bort', exact: true }).click();
  await other.waitForFunction(() => document.querySelectorAll('.draft').length === 1);
  await until(other, async () => !(await navigator.storageBuckets.keys()).length);
  await soon(async () => !(await sure(other, 'first', `dk1/${gone}/`)).length);
  await other.evaluate(() => sessionStorage.setItem('whole', 'yes'));
  await open(other, '/bedomning');
  assert.equal(await other.locator('.draft').count(), 1);
  await soon(async () => (await sure(other, 'copy')).length);
  await open(other, `/bedomning/teknik?utkast=${stays}`);
  await other.waitForFunction(() => document.querySelector('#p-skugg_it-5')?.checked);
  for (const place of ['first', 'copy']) {
    const ids = (await sure(other, place, 'dk1/')).map(([key]) => key.split('/')[1]);
    assert.deepEqual([...new Set(ids)], [stays], place);
  }
  c.nothingWrong();
});

test('an address with a draft that only the disk has shows it, whatever the page', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.ok');
  for (const path of ['resultat', 'granska', 'oversikt', 'skicka']) {
    await page.goto(`${BASE}/metod`);
    await wipe.localStorage(page);
    await open(page, `/bedomning/${path}?utkast=${id}`);
    await page.waitForFunction(() => document.querySelector('main').innerText.includes('Värmdö'));
  }
  c.nothingWrong();
});

test('a full localStorage alone does not matter', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.ok');
  await page.reload();
  await live(page);
  await page.waitForFunction(() => document.querySelector('#p-skugg_it-2')?.checked);
  c.nothingWrong();
});

test('without IndexedDB it is said that the answers may not be on the disk yet', async () => {
  const c = await context(browser);
  await c.addInitScript(() => Object.defineProperty(window, 'indexedDB', { get() { return null; } }));
  const page = await c.newPage();
  await open(page, '/bedomning/teknik');
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.warn');
  assert.match(await page.locator('.state.warn').innerText(), /Sparat i webbläsaren, men ännu inte säkert/);
  await page.reload();
  await live(page);
  assert.equal(await isChosen(page, 'skugg_it', 2), true);
  c.nothingWrong();
});

test('a database closed in mid-use is opened again', async () => {
  const c = await context(browser);
  await c.addInitScript(() => {
    window.databases = [];
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...given) {
      const request = open.apply(this, given);
      request.addEventListener('success', () => { window.databases.push(request.result); });
      return request;
    };
  });
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await page.waitForFunction(() => window.databases.length === 2);
  // As iOS does when memory is short.
  await page.evaluate(() => window.databases.forEach(database => database.close()));
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.ok');
  const [[, stored]] = await sure(page, 'first', `dk1/${id}/a/skugg_it`);
  assert.equal(JSON.parse(stored).v, '2');
  c.nothingWrong();
});
