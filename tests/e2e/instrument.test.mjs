// The questionnaire is data: a new file needs no new build, and the errors of a bad one are shown with their place.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { DIRECT, choose, context, launch, open } from './lib/browser.mjs';

let browser, file;
before(async () => {
  browser = await launch();
  file = await readFile('public/data/instruments/dimios-2023.json', 'utf8');
});
after(() => browser.close());

async function withFile(c, body, path) {
  const page = await c.newPage();
  await page.route('**/data/instruments/*.json', route => route.fulfill({ contentType: 'application/json', body }));
  await open(page, path);
  return page;
}

test('a file with errors gives a page that says what is wrong and where', async () => {
  const c = await context(browser, DIRECT);
  const bad = JSON.parse(file);
  bad.dimensions[1].categories[2].statements[1].text.sv = '';
  const page = await withFile(c, JSON.stringify(bad), '/bedomning/teknik');
  await page.waitForSelector('.note.error');
  assert.equal(await page.locator('h1').innerText(), 'Frågeformuläret går inte att använda');
  assert.match(await page.locator('.note.error').innerText(), /teknik[\s\S]*skugg_it[\s\S]*svensk text/);
  c.nothingWrong();
});

test('a file that is not JSON says the line', async () => {
  const c = await context(browser, DIRECT);
  const page = await withFile(c, '{\n "format": 1,\n', '/bedomning');
  await page.waitForSelector('.note.error');
  assert.match(await page.locator('.note.error').innerText(), /rad 3|line 3/);
  c.nothingWrong();
});

test('a new file is used without a new build, and answers stay', async () => {
  const c = await context(browser, DIRECT);
  const changed = file.replace('Som organisation prövar vi alltid en digital lösning först', 'Som organisation provar vi något annat först');
  const before = await c.newPage();
  await open(before, '/bedomning/innovation');
  await choose(before, 'kultur', 4);
  await before.waitForURL(/utkast=/);
  const path = new URL(before.url());
  const page = await withFile(c, changed, path.pathname + path.search);
  await page.waitForFunction(() => document.querySelector('#p-digitalt_forst legend').textContent.includes('provar vi något annat'));
  assert.equal(await page.locator('#p-kultur-4').isChecked(), true);
  c.nothingWrong();
});

test('what was typed before a new file came is still there, and the file is used after it', async () => {
  const c = await context(browser, DIRECT);
  const page = await c.newPage();
  const changed = file.replace('Som organisation prövar vi alltid en digital lösning först', 'Som organisation provar vi något annat först');
  let come;
  const held = new Promise(done => { come = done; });
  await page.route('**/data/instruments/*.json', async route => {
    await held;
    await route.fulfill({ contentType: 'application/json', body: changed });
  });
  await open(page, '/bedomning');
  await page.fill('#municipality', 'värmd');
  await page.keyboard.press('Enter');
  await page.fill('#other', 'Förbundet');
  const there = page.waitForEvent('requestfinished', request => request.url().includes('/instruments/'));
  come();
  await there;
  // Whatever follows from it has followed when the page has been drawn some times.
  await page.evaluate(async () => { for (let n = 0; n < 30; n += 1) await new Promise(requestAnimationFrame); });
  assert.equal(await page.inputValue('#other'), 'Förbundet');
  assert.match(await page.locator('#municipality-chosen').innerText(), /Värmdö/);
  await page.click('#begin');
  await page.waitForURL(/oversikt\?utkast=/);
  await page.locator('.tasks a', { hasText: 'Innovation' }).click();
  await page.waitForFunction(() => document.querySelector('#p-digitalt_forst legend')?.textContent.includes('provar vi något annat'));
  c.nothingWrong();
});

test('without settings the page’s own questionnaire goes on', async () => {
  const c = await context(browser, DIRECT, ['Failed to load resource']);
  const page = await c.newPage();
  await page.route('**/config.json', route => route.fulfill({ status: 404 }));
  await open(page, '/bedomning/innovation');
  await choose(page, 'kultur', 4);
  await page.waitForSelector('.state.ok');
  c.nothingWrong();
});
