// The page that says what is stored: every kind of it, how many, how much and where, as it is in every store; what the
// browser promises of it; and that nothing is left when it is cleared.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { BASE, DIRECT, begin, breakStores, choose, context, launch, live, mendStores, open, promising } from './lib/browser.mjs';
import { ready, receiver } from './lib/sending.mjs';
import { quick, sure } from './lib/stores.mjs';
import { kept } from './lib/worker.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// Everything in each of the stores, ours or not.
const stores = async page => Object.fromEntries(await Promise.all(
  [['quick', quick(page)], ['sure', sure(page, 'first')], ['copy', sure(page, 'copy')]].map(async ([name, pairs]) => [name, Object.fromEntries(await pairs)])));

// What the page lists: names and values.
const listed = page => page.evaluate(() => Object.fromEntries(
  [...document.querySelectorAll('#counts dl > div')].map(pair => [...pair.children].map(e => e.textContent.replace(/\u00a0/g, ' ')))));

const EMPTY = { drafts: 0, sent: 0, size: '0 kB' };
const says = (page, { drafts, sent, size }) => page.waitForFunction(([drafts, sent, size]) => {
  const values = [...document.querySelectorAll('#counts dd')].map(e => e.textContent.replace(/\u00a0/g, ' '));
  return values[0] === String(drafts) && values[1] === String(sent) && values[2] === size;
}, [drafts, sent, size]);

// The same as the page should say, counted here from what a store holds.
function counted(store) {
  const keys = Object.keys(store);
  const bytes = Object.entries(store).flat().reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return {
    drafts: new Set(keys.filter(k => k.startsWith('dk1/')).map(k => k.split('/')[1])).size,
    sent: keys.filter(k => k.startsWith('dku1/')).length,
    size: `${Math.ceil(bytes / 1000)} kB`,
  };
}

// A browser that holds one of each: two drafts, a submission that waits, a damaged record that was written over, and
// something of a newer version.
async function filled(c) {
  const page = await c.newPage();
  const first = await ready(page);
  await receiver(page, { answer: { status: 404 } });
  await page.click('#send-now');
  await page.waitForSelector('.state-chip.waiting');
  const id = await begin(page);
  // From a page without the app, as damage comes from elsewhere.
  await page.goto(`${BASE}/metod`);
  await page.evaluate(id => {
    localStorage.setItem(`dk1/${id}/a/skugg_it`, '{"v":"2","l":9,"t":"å","c":1}');
    localStorage.setItem('dk2/nytt/format', '{"version":2}');
  }, id);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'skugg_it', 5);
  await page.waitForSelector('.state.ok');
  return { page, ids: [first, id] };
}

// A submission that waits is tried meanwhile, which its record notes: that it is there is compared, not what it notes.
const untried = all => Object.fromEntries(Object.entries(all).map(([store, pairs]) =>
  [store, Object.fromEntries(Object.entries(pairs).map(([key, text]) => [key, key.startsWith('dku1/') ? '' : text]))]));

test('everything stored is listed as it is in every store, and cleared from each', async () => {
  const c = await context(browser, DIRECT, ['404']);
  const { page, ids } = await filled(c);
  await open(page, '/sparat');
  const { quick, sure, copy } = await stores(page);
  assert.deepEqual(untried({ quick }).quick, untried({ sure }).sure);
  assert.deepEqual(untried({ copy }).copy, untried({ sure }).sure);
  const kinds = Object.keys(quick).map(key => key.split('/')[0]);
  assert.deepEqual([...new Set(kinds)].sort(), ['dk1', 'dk2', 'dkq1', 'dku1']);
  const expected = counted(quick);
  assert.deepEqual([expected.drafts, expected.sent], [2, 1]);
  await says(page, expected);
  const where = Object.values(await listed(page)).at(-1);
  assert.match(where, /localStorage.*IndexedDB.*dimios/);
  assert.match(await page.locator('#damaged').innerText(), /Skadade uppgifter \(1\)/);
  assert.match(await page.locator('#counts').innerText(), /nyare version/);
  assert.deepEqual(ids.every(id => Object.keys(quick).some(key => key.startsWith(`dk1/${id}/`))), true);

  // It is asked once, and nothing is touched before the answer.
  await page.click('#clear');
  await page.waitForFunction(() => document.querySelector('#cleared').innerText.includes('Tryck igen'));
  assert.deepEqual(untried(await stores(page)), untried({ quick, sure, copy }));
  await page.click('#clear');
  await page.waitForFunction(() => document.querySelector('#cleared').innerText.includes('borttaget'));
  assert.deepEqual(await stores(page), { quick: {}, sure: {}, copy: {} });
  const nothing = async () => {
    await says(page, EMPTY);
    assert.equal(await page.locator('#damaged .note, #counts .note').count(), 0);
  };
  await nothing();
  await page.reload();
  await live(page);
  await nothing();
  assert.deepEqual(await stores(page), { quick: {}, sure: {}, copy: {} });
  assert.deepEqual([await c.cookies(), await page.evaluate(() => ({ ...sessionStorage }))], [[], {}]);
  // Nor does any page bring it back.
  await open(page, '/bedomning');
  await page.waitForFunction(() => document.body.innerText.includes('Inga påbörjade bedömningar'));
  c.nothingWrong();
});

test('where a store cannot be cleared it is not called cleared, and what to do is said', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await begin(page);
  await page.waitForSelector('.state.ok');
  await open(page, '/sparat');
  await breakStores(page);
  await page.click('#clear');
  await page.click('#clear');
  // Read as it is said: with the next try it says that it removes.
  const told = await page.waitForFunction(() => {
    const text = document.querySelector('#cleared').innerText;
    return text.includes('lät inte sidan ta bort allt') && text;
  });
  assert.match(await told.jsonValue(), /Ta bort webbplatsens data i webbläsarens inställningar/);
  assert.doesNotMatch(await told.jsonValue(), /är borttaget/);
  // It is retried automatically, and the page says when it is done.
  await mendStores(page);
  await page.waitForFunction(() => document.querySelector('#cleared').innerText.includes('är borttaget'));
  assert.deepEqual(await stores(page), { quick: {}, sure: {}, copy: {} });
  c.nothingWrong();
});

const PROMISED = 'Webbläsaren rensar inte det som är sparat här när den får ont om plats.';
const NOT_PROMISED = 'Webbläsaren kan rensa det som är sparat här när den får ont om plats.';

for (const [answer, text] of [['promised', PROMISED], ['refused', NOT_PROMISED], ['fails', NOT_PROMISED], ['missing', NOT_PROMISED]]) {
  test(`what the browser promises to keep is said: ${answer}`, async () => {
    const c = await context(browser);
    await promising(c, answer);
    const page = await c.newPage();
    await open(page, '/sparat');
    // Looking at the page does not ask for persistent storage.
    if (answer !== 'missing') await page.waitForFunction(() => window.asked.persisted > 0);
    await page.waitForFunction(text => document.querySelector('#promise').textContent === text, text);
    assert.equal(await page.evaluate(() => window.asked.persist), 0);
    await open(page, '/bedomning/teknik');
    await choose(page, 'skugg_it', 2);
    await page.waitForSelector('.state.ok');
    await choose(page, 'skugg_it', 3);
    await page.waitForSelector('.state.ok');
    assert.equal(await page.evaluate(() => window.asked.persist), answer === 'missing' ? 0 : 1);
    c.nothingWrong();
  });
}

test('the copy for when there is no network is told of, and holds nothing that was entered', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/skicka?utkast=${id}`);
  const mark = `Märkt ${Math.random()}`;
  await page.fill('#name', mark);
  await page.waitForSelector('.state.ok');
  await kept(page);
  await open(page, '/sparat');
  const holds = () => page.evaluate(async mark => {
    const all = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const text = await (await cache.match(request)).text();
        all.push([new URL(request.url).pathname, text.includes(mark) || request.url.includes('utkast')]);
      }
    }
    return all;
  }, mark);
  const copies = await holds();
  assert.ok(copies.some(([path]) => path === '/config.json'), 'there is a copy');
  assert.deepEqual(copies.filter(([, marked]) => marked), []);
  assert.match(await page.locator('main').innerText(), /utan nät/);
  await page.click('#clear');
  await page.click('#clear');
  await page.waitForFunction(() => document.querySelector('#cleared').innerText.includes('borttaget'));
  // Cleared is what was entered; the copy of the site stays, so that must not be called nothing.
  assert.doesNotMatch(await page.locator('#cleared').innerText(), /Inget är sparat/);
  assert.deepEqual((await holds()).filter(([, marked]) => marked), []);
  c.nothingWrong();
});
