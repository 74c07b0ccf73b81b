// No answer is lost: reload, back, a closed tab, a crash, another tab, another language, a full or blocked store.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { begin, breakStores, choose, context, isChosen, launch, live, mendStores, open } from './lib/browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('answers and comments survive reload, back, a closed tab and a crash', async () => {
  const c = await context(browser);
  let page = await c.newPage();
  const id = await begin(page);
  const path = `/bedomning/innovation?utkast=${id}`;
  await open(page, path);
  await choose(page, 'kultur', 5);
  await page.locator('#p-kultur-comment-button').click();
  await page.fill('#p-kultur-comment', 'Två rader\nmed <tecken> & "citat"');
  await page.reload();
  await live(page);
  assert.equal(await isChosen(page, 'kultur', 5), true);
  assert.equal(await page.inputValue('#p-kultur-comment'), 'Två rader\nmed <tecken> & "citat"');
  await page.locator('.kicker a').click();
  await page.waitForURL(/oversikt/);
  await page.goBack();
  await page.waitForSelector('#p-kultur-5');
  assert.equal(await isChosen(page, 'kultur', 5), true);
  await page.close();
  page = await c.newPage();
  await open(page, path);
  assert.equal(await isChosen(page, 'kultur', 5), true);
  await choose(page, 'spridning', 'vet_ej');
  await page.waitForSelector('.state.ok');
  await Promise.all([page.waitForEvent('crash'), page.goto('chrome://crash').catch(() => {})]);
  page = await c.newPage();
  await open(page, path);
  assert.equal(await isChosen(page, 'spridning', 'vet_ej'), true);
  c.nothingWrong();
});

test('an answer can be taken back, and stays so', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  assert.equal(await page.locator('#p-skugg_it-clear').isVisible(), false);
  await choose(page, 'skugg_it', 3);
  await page.locator('#p-skugg_it-clear').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'p-skugg_it-1');
  await page.reload();
  await live(page);
  assert.equal(await page.locator('#p-skugg_it input:checked').count(), 0);
  c.nothingWrong();
});

test('a first answer without a draft begins one, and the address names it', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await open(page, '/bedomning/effektivitet');
  await choose(page, 'standarder', 2);
  await page.waitForURL(/utkast=/);
  assert.equal(await isChosen(page, 'standarder', 2), true);
  await page.reload();
  await live(page);
  assert.equal(await isChosen(page, 'standarder', 2), true);
  c.nothingWrong();
});

test('the other language shows the same page with the same answers', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/balansering?utkast=${id}`);
  await choose(page, 'budget', 6);
  await page.click('#language');
  await page.waitForURL(/\/en\/bedomning\/balansering/);
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  assert.equal(await page.locator('h1').innerText(), 'Balancing');
  assert.equal(await isChosen(page, 'budget', 6), true);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'language');
  c.nothingWrong();
});

test('two tabs show each other’s answers and keep all', async () => {
  const c = await context(browser);
  const [one, two] = [await c.newPage(), await c.newPage()];
  const id = await begin(one);
  const path = `/bedomning/organisation?utkast=${id}`;
  await open(one, path);
  await open(two, path);
  await choose(one, 'it_kompetens', 4);
  await two.waitForFunction(() => document.getElementById('p-it_kompetens-4').checked);
  await choose(two, 'arbetsmiljo', 2);
  await one.waitForFunction(() => document.getElementById('p-arbetsmiljo-2').checked);
  await one.reload();
  await live(one);
  assert.deepEqual([await isChosen(one, 'it_kompetens', 4), await isChosen(one, 'arbetsmiljo', 2)], [true, true]);
  c.nothingWrong();
});

test('a draft that is not here is said to be so', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await open(page, '/bedomning/innovation?utkast=finns-inte');
  // Not before both stores have been read.
  await page.locator('h1', { hasText: 'Bedömningen finns inte på den här datorn.' }).waitFor();
  c.nothingWrong();
});

test('a draft can be deleted, and taken back', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await begin(page);
  await open(page, '/bedomning');
  await page.getByRole('button', { name: 'Hantera' }).click();
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
  await page.waitForSelector('.empty');
  await page.waitForFunction(() => document.activeElement.id === 'undo');
  await page.keyboard.press('Enter');
  assert.match(await page.locator('.drafts').innerText(), /Värmdö/);
  c.nothingWrong();
});

test('a full store is said at once, nothing is lost, and a file is the way out', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'systemstod', 4);
  await breakStores(page);
  await choose(page, 'it_styrning', 5);
  await page.waitForSelector('.state.bad');
  assert.match(await page.locator('.state.bad').innerText(), /Inte sparat\.[\s\S]*fullt/);
  assert.equal(await isChosen(page, 'it_styrning', 5), true);
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.state.bad button').nth(1).click()]);
  const saved = await readFile(await file.path());
  await mendStores(page);
  await page.locator('.state.bad button').first().click();
  await page.waitForSelector('.state.ok');
  await page.reload();
  await live(page);
  assert.equal(await isChosen(page, 'it_styrning', 5), true);

  const other = await (await context(browser)).newPage();
  await open(other, '/bedomning');
  await other.setInputFiles('#file', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"annat"}') });
  await other.waitForFunction(() => document.querySelector('.field-error')?.textContent.includes('inte en sparad bedömning'));
  await other.setInputFiles('#file', { name: 'y.html', mimeType: 'text/html', buffer: saved });
  await other.click('#open');
  await other.waitForURL(/oversikt\?utkast=/);
  const opened = new URL(other.url()).searchParams.get('utkast');
  assert.notEqual(opened, id);
  await open(other, `/bedomning/teknik?utkast=${opened}`);
  assert.deepEqual([await isChosen(other, 'systemstod', 4), await isChosen(other, 'it_styrning', 5)], [true, true]);
  c.nothingWrong();
});

test('what could not be saved is still there after a walk through the start page', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await begin(page);
  await page.locator('.tasks a', { hasText: 'Teknik' }).click();
  await page.waitForSelector('#p-it_styrning-5');
  await breakStores(page);
  await choose(page, 'it_styrning', 5);
  await page.waitForSelector('.state.bad');
  await page.locator('.kicker a').click();
  await page.locator('.kicker a', { hasText: 'Alla bedömningar' }).click();
  await page.waitForSelector('.drafts a');
  await page.locator('.drafts a').first().click();
  await page.locator('.tasks a', { hasText: 'Teknik' }).click();
  await page.waitForSelector('#p-it_styrning-5');
  assert.equal(await isChosen(page, 'it_styrning', 5), true);
  assert.equal(await page.locator('.state.bad').count(), 1);
  await mendStores(page);
  await page.locator('.state.bad button').first().click();
  await page.waitForSelector('.state.ok');
  c.nothingWrong();
});

test('a draft removed in another tab is whole again with the next answer here', async () => {
  const c = await context(browser);
  const [one, two] = [await c.newPage(), await c.newPage()];
  const id = await begin(one);
  await open(one, `/bedomning/teknik?utkast=${id}`);
  await choose(one, 'systemstod', 4);
  await open(two, '/bedomning');
  await two.getByRole('button', { name: 'Hantera' }).click();
  await two.getByRole('button', { name: 'Ta bort', exact: true }).click();
  await two.waitForSelector('.empty');
  await choose(one, 'it_styrning', 2);
  await one.reload();
  await live(one);
  assert.deepEqual([await isChosen(one, 'systemstod', 4), await isChosen(one, 'it_styrning', 2)], [true, true]);
  assert.match(await one.locator('.kicker').innerText(), /Värmdö/);
  c.nothingWrong();
});

test('a browser that refuses to store is said at once', async () => {
  const c = await context(browser);
  await c.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });
    }
  });
  const page = await c.newPage();
  await open(page, '/bedomning/effektivitet');
  await choose(page, 'standarder', 4);
  await page.waitForSelector('.state.bad');
  assert.match(await page.locator('.state.bad').innerText(), /låter inte sidan spara/);
  c.nothingWrong();
});

test('clear everything leaves nothing', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await begin(page);
  await open(page, '/sparat');
  await page.click('#clear');
  await page.waitForFunction(() => document.body.innerText.includes('Tryck igen'));
  await page.click('#clear');
  await page.waitForFunction(() => document.body.innerText.includes('Allt du har fyllt i är borttaget'));
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  c.nothingWrong();
});
