// Finding among the nominees: by words, year, stage and county; the address holds it; the map does it too.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { BASE, DIRECT, context, launch, open, started } from './lib/browser.mjs';
import { many } from './lib/gallery.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// Opens the gallery as somebody who begins to look for something: going into the form starts the app.
async function enter(page, path) {
  await open(page, path);
  await page.focus('#search');
  await started(page);
}

const names = page => page.locator('#list .editions a:not(.num)').allInnerTexts();
const count = page => page.locator('#count .num').innerText();

test('words, year, stage and county narrow the list, and the address holds them', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await enter(page, '/nominerade');
  const all = await names(page);
  assert.match(await count(page), new RegExp(`^${all.length} nomineringar sedan 2001$`));
  await page.fill('#search', 'VARMD');
  await page.waitForURL('**/nominerade?sok=VARMD');
  assert.deepEqual(await names(page), ['Värmdö']);
  assert.equal(await count(page), `1 av ${all.length} nomineringar`);
  await page.fill('#search', '');
  await page.selectOption('#year', '2023');
  await page.selectOption('#stage', 'finalist');
  assert.deepEqual(await names(page), ['Mora, Orsa och Älvdalen', 'Nacka']);
  await page.selectOption('#county', '01');
  assert.deepEqual(await names(page), ['Nacka']);
  assert.equal(new URL(page.url()).search, '?ar=2023&steg=finalist&lan=01');
  // The same address, in a new page and in the other language.
  await enter(page, `/nominerade${new URL(page.url()).search}`);
  assert.deepEqual([await names(page), await page.inputValue('#stage')], [['Nacka'], 'finalist']);
  await page.selectOption('#year', '2013');
  assert.equal(await page.locator('#list .empty').count(), 1);
  await page.click('#language');
  await page.waitForURL('**/en/nominerade?ar=2013&steg=finalist&lan=01');
  await started(page);
  await page.click('#show-all');
  assert.deepEqual(await names(page), all);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
  c.nothingWrong();
});

test('å, ä and ö are last among the names of a stage', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await enter(page, '/nominerade?ar=2015&steg=nominerad');
  const found = await names(page);
  assert.ok(found.length > 3 && found.includes('Österåker'));
  assert.deepEqual(found, [...found].sort(new Intl.Collator('sv').compare));
  c.nothingWrong();
});

test('a county is chosen in the map, by mouse and by keyboard, and put back the same way', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await enter(page, '/nominerade');
  const all = await names(page);
  const county = page.locator('#county-link-22');
  await county.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/nominerade?lan=22');
  assert.ok((await names(page)).every(n => n === 'Sundsvall'));
  assert.deepEqual([await page.inputValue('#county'), await county.getAttribute('aria-current')], ['22', 'true']);
  await page.keyboard.press('Enter');
  assert.deepEqual(await names(page), all);
  await page.selectOption('#county', '12');
  assert.equal(await page.locator('#county-link-12').getAttribute('aria-current'), 'true');
  c.nothingWrong();
});

test('what is typed and chosen before the page is awake is looked for once it is', async () => {
  const c = await context(browser, DIRECT);
  const page = await c.newPage();
  let release;
  const gate = new Promise(open => { release = open; });
  await page.route('**/*.wasm', async route => { await gate; await route.continue(); });
  await page.goto(`${BASE}/nominerade`, { waitUntil: 'commit' });
  await page.waitForSelector('footer a');
  await page.selectOption('#year', '2023');
  await page.fill('#search', 'nacka');
  release();
  await started(page);
  assert.deepEqual(await names(page), ['Nacka']);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'search');
  c.nothingWrong();
});

test('five thousand nominees are searched, and shown when asked for', async () => {
  const c = await context(browser, DIRECT);
  const page = await c.newPage();
  await page.route('**/nominerade', async route => {
    const response = await route.fetch();
    await route.fulfill({ response, body: many(await response.text(), 5000) });
  });
  await enter(page, '/nominerade');
  assert.equal(await count(page), '5000 nomineringar sedan 2001');
  assert.ok((await names(page)).length <= 200);
  await page.fill('#search', 'kommun 4999');
  assert.deepEqual(await names(page), ['Kommun 4999']);
  await page.fill('#search', 'onerror');
  assert.equal((await names(page)).length, 10);
  assert.equal(await page.locator('#list img').count(), 0);
  await page.click('#show-all');
  await page.click('#more');
  assert.equal((await names(page)).length, 5000);
  c.nothingWrong();
});
