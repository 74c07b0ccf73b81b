// By the keyboard alone: respondents, the plan, comparing, the document and the example. Where the focus is can be seen
// at every step, nothing holds it, and what was done is there.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { context, launch, open } from './lib/browser.mjs';
import { handedBack } from './lib/files.mjs';
import { instrument } from './lib/instrument.mjs';
import { focusComes, follow, tabTo, toFooter } from './lib/keyboard.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// Without motion, so that what is looked at stands still.
const visitor = () => context(browser, { reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });

const pressOn = async (page, selector, key = 'Enter') => {
  await tabTo(page, selector);
  await page.keyboard.press(key);
};

const typeIn = async (page, selector, text) => {
  await tabTo(page, selector);
  await page.keyboard.type(text);
};

const count = (page, selector, n) => page.waitForFunction(([s, n]) => document.querySelectorAll(s).length === n, [selector, n]);
const says = (page, selector, words) =>
  page.waitForFunction(([s, words]) => document.querySelector(s)?.innerText.includes(words), [selector, words]);
const isFocused = (page, selector) => page.evaluate(s => document.activeElement.matches(s), selector);

// A new assessment, to its overview.
async function begin(page) {
  await open(page, '/bedomning');
  await typeIn(page, '#municipality', 'värmd');
  await page.waitForSelector('#municipality-0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await follow(page, '#begin', /oversikt\?utkast=/);
}

// The example, from the start page to its result.
async function example(page) {
  await open(page, '/');
  await follow(page, 'main a.btn', '**/bedomning');
  await follow(page, '#example', /resultat\?utkast=/);
  // The advice comes with the whole questionnaire, the ways to take it along last.
  await page.waitForSelector('#advice .calc');
  await page.waitForSelector('#take-away');
}

test('respondents are invited, put in, taken out and put back', async () => {
  const c = await visitor();
  const page = await c.newPage();
  await begin(page);
  await follow(page, '#tasks a[href*="/svarande"]', /svarande/);
  await page.waitForSelector('#link-text');
  await typeIn(page, '#groups', 'Skola');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Vård och omsorg');
  await typeIn(page, '#expected', '8');
  await says(page, '#handed-in', 'av 8 väntade');
  const link = await page.locator('#link-text').inputValue();
  assert.match(link, /grupper=Skola%0aV%c3%a5rd/);
  const copy = '#link button:first-of-type';
  await pressOn(page, copy, 'Space');
  await page.waitForFunction(() => document.getElementById('copied').innerText);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  assert.ok(await isFocused(page, copy), 'the focus stays on what was pressed');

  await tabTo(page, '#files');
  // One has answered more than the others, which tells its row from theirs.
  const words = n => (n === 27 ? { skugg_it: '4', systemstod: '2' } : { skugg_it: String(n % 6 + 1) });
  await page.setInputFiles('#files', Array.from({ length: 30 }, (_, n) => handedBack(n, 'Skola', words(n))));
  await count(page, '#handed-in tbody tr', 30);
  await says(page, '#files-outcome', '30 svar är inlagda');
  assert.ok(await isFocused(page, '#files'));
  // Far down in the list.
  const far = page.locator('#handed-in tbody tr').nth(27);
  const taken = await far.innerText();
  assert.match(taken, /2\/30/);
  await pressOn(page, '#handed-in tbody tr:nth-child(28) td:last-child button');
  await count(page, '#handed-in tbody tr', 29);
  assert.doesNotMatch(await page.locator('#handed-in tbody').innerText(), /2\/30/);
  // What takes it back has the focus, and is on the screen.
  await focusComes(page, '#undo');
  await page.keyboard.press('Enter');
  await count(page, '#handed-in tbody tr', 30);
  assert.equal(await far.innerText(), taken);
  await focusComes(page, '#handed-in-heading');
  await page.waitForSelector('.state.ok');
  await toFooter(page);
  c.nothingWrong();
});

test('a plan is made, changed backwards, and opened for single statements', async () => {
  const c = await visitor();
  const page = await c.newPage();
  await begin(page);
  await follow(page, '#tasks a[href*="/resultat"]', /resultat/);
  await page.waitForSelector('#plan');
  await follow(page, '#plan a.btn', /plan\?utkast/);
  await page.waitForSelector('#plan-target-teknik');
  await typeIn(page, '#plan-target-teknik', '75');
  // A date's parts come in the order of the browser's language: upwards from nothing each is its first, the year this one.
  await tabTo(page, '#plan-date-teknik');
  for (const key of ['ArrowUp', 'Tab', 'ArrowUp', 'Tab', 'ArrowUp']) await page.keyboard.press(key);
  const date = await page.inputValue('#plan-date-teknik');
  assert.match(date, /^\d{4}-01-01$/);
  await typeIn(page, '#plan-owner-teknik', 'It-chef');
  await typeIn(page, '#plan-action-teknik', 'Räkna på det äldsta systemet');
  await page.keyboard.press('Enter');
  await page.keyboard.type('och besluta');
  await says(page, '#whole-plan', 'och besluta');
  await tabTo(page, '#plan-target-teknik', 'Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await says(page, '#whole-plan', '76');
  const row = page.locator('#whole-plan tbody tr');
  assert.match((await row.allInnerTexts()).join('\n'),
    new RegExp(`^Teknik\\s+–\\s+76\\s%\\s+Räkna på det äldsta systemet\noch besluta\\s+It-chef\\s+1 januari ${date.slice(0, 4)}$`));
  await pressOn(page, '#plan-teknik-single > summary', 'Space');
  await typeIn(page, '#plan-target-skugg_it', '40');
  await count(page, '#whole-plan tbody tr', 2);
  await page.waitForSelector('.state.ok');
  await toFooter(page);
  await follow(page, '.ways a.btn', /resultat/);
  await page.waitForSelector('#plan tbody');
  assert.match(await page.locator('#plan tbody').innerText(), /Teknik[\s\S]*76\s%[\s\S]*40\s%/);
  c.nothingWrong();
});

test('the example is opened, and a chart is read as a table', async () => {
  const c = await visitor();
  const page = await c.newPage();
  await example(page);
  assert.match(await page.locator('#whose').innerText(), /påhittade svar/);
  const twin = page.locator('#categories details.table-twin');
  await pressOn(page, '#categories details.table-twin > summary');
  await twin.locator('table').waitFor();
  assert.equal(await twin.locator('tbody tr').count(), 6);
  await page.keyboard.press('Space');
  await twin.locator('table').waitFor({ state: 'hidden' });
  await page.keyboard.press('Enter');
  await twin.locator('table').waitFor();
  // A table that scrolls sideways is reached by itself.
  await tabTo(page, '#group-results [role=region]');
  await toFooter(page);
  c.nothingWrong();
});

test('a measurement is put in to compare with, and taken out', async () => {
  const c = await visitor();
  const page = await c.newPage();
  await example(page);
  const before = await page.locator('#comparisons figure').count();
  const statements = instrument.dimensions.flatMap(d => d.categories).flatMap(k => k.statements);
  const file = handedBack(7, 'Skola', Object.fromEntries(statements.map(s => [s.id, '3'])));
  await tabTo(page, '#compare-file');
  await page.setInputFiles('#compare-file', file);
  await says(page, '#compare-section [role=status]', 'Jämförelsen är inlagd');
  await count(page, '#comparisons figure', before + 1);
  await focusComes(page, '#compare-file');
  const own = '[id="comparison-1007-t7.0"]';
  // The example's 17 beside one sheet: not to be followed.
  assert.match(await page.locator(`${own} .break`).innerText(), /Antalet svarande/);
  await pressOn(page, `${own} details > summary`, 'Space');
  await page.locator(`${own} tbody`).waitFor();
  await pressOn(page, `${own} .actions:not(.take) .link`, 'Space');
  await says(page, '#compare-section [role=status]', 'Jämförelsen är borttagen');
  await count(page, '#comparisons figure', before);
  assert.equal(await page.locator(own).count(), 0);
  await focusComes(page, '#compare-file');
  await toFooter(page);
  c.nothingWrong();
});

test('the result is taken along, and its document printed', async () => {
  const c = await visitor();
  const page = await c.newPage();
  await page.addInitScript(() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; });
  await example(page);
  for (const [kind, key, place] of [['csv', 'Enter', 2], ['json', 'Space', 3]]) {
    await tabTo(page, `.takes li:nth-child(${place}) .btn`);
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press(key)]);
    assert.equal(file.suggestedFilename(), `dimios-exempelkommunen-resultat.${kind}`);
    assert.ok(await isFocused(page, `.takes li:nth-child(${place}) .btn`));
  }
  await tabTo(page, '.takes a.btn', 'Shift+Tab');
  await follow(page, '.takes a.btn', /dokument/);
  await page.waitForSelector('.signatures');
  await page.waitForSelector('#advice .advice');
  await pressOn(page, '.screen-only .btn', 'Space');
  assert.equal(await page.evaluate(() => window.printed), 1);
  assert.ok(await isFocused(page, '.screen-only .btn'));
  // On the way lie the tables, which may scroll.
  assert.ok(await toFooter(page) > 10);
  c.nothingWrong();
});

test('the watch over the focus sees a focus that is lost', async () => {
  const c = await context(browser, {}, ['The focus is lost: <button id="away"']);
  const page = await c.newPage();
  await open(page, '/bedomning');
  const told = page.waitForEvent('console', m => m.text().startsWith('The focus is lost'));
  await page.evaluate(() => {
    const button = Object.assign(document.createElement('button'), { id: 'away' });
    document.querySelector('main').append(button);
    button.focus();
    button.remove();
  });
  await told;
  // Who presses where nothing is has given it up.
  await page.focus('header a');
  await page.mouse.click(5, 500);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  c.nothingWrong();
});
