// Several respondents without a server: an invitation, answers on other devices, files handed back, one result.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIRECT, begin, choose, context, launch, live, open } from './lib/browser.mjs';
import { handedBack } from './lib/files.mjs';

let browser, folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'svar-'));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

// The nyckelanvändare's page, with a link to two groups.
async function measure() {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/svarande?utkast=${id}`);
  await page.fill('#groups', 'Skola\nVård och omsorg');
  await page.fill('#expected', '4');
  const link = await page.locator('#link-text').inputValue();
  assert.match(link, /\/bedomning\/svara#bjud-in&till=\d+-\w+&kommuner=0120%20V%c3%a4rmd%c3%b6&grupper=Skola%0aV%c3%a5rd/);
  return { c, page, id, link };
}

// Somebody answers on a device of their own and saves the file.
async function answer(link, { group, name = '', words }) {
  const c = await context(browser);
  const page = await c.newPage();
  await page.goto(link);
  await live(page);
  if (group) await page.getByLabel(group).check();
  await page.fill('#your-name', name);
  await page.click('#begin');
  await page.waitForURL(/oversikt\?utkast=/);
  const id = new URL(page.url()).searchParams.get('utkast');
  await open(page, `/bedomning/teknik?utkast=${id}`);
  for (const [statement, word] of Object.entries(words)) await choose(page, statement, word);
  await page.waitForSelector('#save-state .state.ok');
  const save = async file => {
    await open(page, `/bedomning/skicka?utkast=${id}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Spara svaret som fil' }).click()]);
    await page.waitForFunction(() => document.getElementById('handed-back').innerText);
    const path = join(folder, file);
    await download.saveAs(path);
    return path;
  };
  return { c, page, id, save };
}

test('an invitation becomes answers on other devices, and their files one result', async () => {
  const { c, page, id, link } = await measure();
  const one = await answer(link, { group: 'Skola', name: 'Åsa', words: { skugg_it: 2, systemstod: 4 } });
  const two = await answer(link, { group: 'Vård och omsorg', words: { skugg_it: 6, systemstod: 2 } });
  const files = [await one.save('ett.html'), await two.save('tva.html')];
  await page.setInputFiles('#files', [...files, files[0]]);
  await page.waitForFunction(() => document.querySelectorAll('#handed-in tbody tr').length === 2);
  assert.match(await page.locator('#files-outcome').innerText(), /2 svar är inlagda\.\s+ett\.html: fanns redan/);
  const rows = await page.locator('#handed-in').innerText();
  assert.match(rows, /2 har lämnat svar, av 4 väntade \(50\s%\)/);
  assert.match(rows, /Åsa\s+Skola Ändra[^\t]*\s2\/30/);
  assert.match(rows, /Anonym\s+Vård och omsorg Ändra[^\t]*\s2\/30/);
  // Two are too few to count: five are the smallest group that may be shown.
  await open(page, `/bedomning/resultat?utkast=${id}`);
  await page.waitForSelector('#result h2');
  const row = page.locator('#calculation-teknik tr', { hasText: 'Skugg-it' });
  assert.doesNotMatch((await row.allTextContents()).join(), /40\s%/);
  await open(page, `/bedomning/svarande?utkast=${id}`);
  await page.setInputFiles('#files', [3, 4, 5].map(n => handedBack(n, 'Skola', { systemstod: '3' })));
  await page.waitForFunction(() => document.querySelectorAll('#handed-in tbody tr').length === 5);
  // They last, and the result counts all.
  await page.waitForSelector('#save-state .state.ok');
  await page.reload();
  await live(page);
  await page.waitForFunction(() => document.querySelectorAll('#handed-in tbody tr').length === 5);
  await open(page, `/bedomning/resultat?utkast=${id}`);
  await page.waitForSelector('#result .total');
  assert.match(await row.textContent(), /240\s%|2.*40\s%/);
  for (const all of [c, one.c, two.c]) all.nothingWrong();
});

test('a newer file replaces the same respondent’s earlier one only when asked', async () => {
  const { c, page, link } = await measure();
  const one = await answer(link, { words: { skugg_it: 2 } });
  const before = await one.save('forst.html');
  await page.setInputFiles('#files', before);
  await page.waitForFunction(() => document.querySelectorAll('#handed-in tbody tr').length === 1);
  await open(one.page, `/bedomning/teknik?utkast=${one.id}`);
  await choose(one.page, 'systemstod', 5);
  await one.page.waitForSelector('#save-state .state.ok');
  const later = await one.save('sedan.html');
  await page.setInputFiles('#files', later);
  await page.getByRole('button', { name: 'Behåll de gamla' }).click();
  assert.match(await page.locator('#handed-in tbody').innerText(), /1\/30/);
  await page.setInputFiles('#files', later);
  await page.getByRole('button', { name: 'Byt ut mot de nyare' }).click();
  await page.waitForFunction(() => document.querySelector('#handed-in tbody').innerText.includes('2/30'));
  await page.setInputFiles('#files', before);
  await page.waitForFunction(() => document.getElementById('files-outcome').innerText.includes('äldre version'));
  await page.locator('#handed-in').getByRole('button', { name: /^Ta bort/ }).click();
  await page.waitForFunction(() => !document.querySelector('#handed-in tbody tr'));
  await page.getByRole('button', { name: 'Ångra' }).click();
  await page.waitForFunction(() => document.querySelectorAll('#handed-in tbody tr').length === 1);
  c.nothingWrong();
});

test('wrong files are told apart and change nothing', async () => {
  const { c, page, id, link } = await measure();
  const other = await measure();
  const stranger = await answer(other.link, { words: { skugg_it: 3 } });
  const [own] = await Promise.all([
    page.waitForEvent('download'),
    open(page, '/bedomning').then(async () => {
      await page.getByRole('button', { name: 'Hantera' }).click();
      await page.locator('.tools').getByRole('button', { name: 'Spara en fil' }).click();
    }),
  ]);
  const mine = join(folder, 'min.html');
  await own.saveAs(mine);
  await open(page, `/bedomning/svarande?utkast=${id}`);
  await page.setInputFiles('#files', [mine, await stranger.save('annan.html'), ...['x.json', 'y.html'].map(name => join(folder, name))].slice(0, 2));
  await page.waitForFunction(() => document.querySelectorAll('#files-outcome li').length === 2);
  await page.setInputFiles('#files', [{ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') }]);
  await page.waitForFunction(() => document.getElementById('files-outcome').innerText.includes('inte en sparad bedömning'));
  await page.waitForSelector('#handed-in .empty');
  const page2 = await c.newPage();
  await page2.goto(link.replace(/formular=.*/, 'formular=annat'));
  await live(page2);
  await page2.waitForSelector('#invitation .note.warn');
  await page2.goto(link.replace(/#.*/, ''));
  await live(page2);
  await page2.waitForSelector('#invitation .note.warn');
  c.nothingWrong();
});

test('where the part that writes results cannot be fetched it is said, and another try is offered', async () => {
  const c = await context(browser, DIRECT, ['Failed to load', 'ERR_FAILED', 'error sending', 'Failed to fetch']);
  const page = await c.newPage();
  const id = await begin(page);
  await page.route('**/split_results.wasm', route => route.abort());
  await page.locator('a[href^="/bedomning/resultat"]').first().click();
  await page.getByRole('alert').getByRole('button', { name: 'Försök igen' }).waitFor();
  await page.unroute('**/split_results.wasm');
  await page.getByRole('alert').getByRole('button', { name: 'Försök igen' }).click();
  await page.waitForSelector('#result .total');
  c.nothingWrong();
});

test('the result of several shows spread, what to talk about, and no group that is too small', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/svarande?utkast=${id}`);
  const ids = ['skugg_it', 'systemstod', 'it_styrning', 'strategisk_koppling'];
  const files = Array.from({ length: 13 }, (_, n) => handedBack(n, n < 6 ? 'Skola' : n < 11 ? 'Vård' : 'Kansli',
    Object.fromEntries(ids.map((statement, i) => [statement, String(statement === 'skugg_it' ? (n % 2 ? 1 : 6) : 3 + ((n + i) % 2))]))));
  await page.setInputFiles('#files', files);
  await page.waitForFunction(() => document.querySelectorAll('#handed-in tbody tr').length === 13);
  await page.waitForSelector('#save-state .state.ok');
  await open(page, `/bedomning/resultat?utkast=${id}`);
  await page.waitForSelector('#talk');
  assert.match(await page.locator('#talk li').first().innerText(), /Skugg-it\s+svaren går från 1 till 6/);
  assert.equal(await page.locator('#position .other').count(), 13);
  const groups = Object.fromEntries(await page.locator('#group-results tbody tr').evaluateAll(rows =>
    rows.map(row => [row.cells[0].innerText, [...row.cells].slice(1).map(cell => cell.innerText)])));
  // Two in Kansli are too few; with them goes the smallest of the others, or they could be had by subtraction.
  assert.deepEqual(groups.Kansli.slice(1), Array(7).fill('–'));
  assert.deepEqual(groups['Vård'].slice(1), Array(7).fill('–'));
  assert.match(groups.Skola.join(' '), /^6 .*\d/);
  // The bar, its words and the table say the same.
  await page.locator('#distribution-teknik > summary').click();
  const bar = page.locator('#distribution-teknik .distribution', { hasText: 'Skugg-it' }).locator('svg');
  assert.equal(await bar.getAttribute('aria-label'), 'Stämmer inte alls: 6, Stämmer helt: 7');
  const row = page.locator('#distribution-teknik tbody tr', { hasText: 'Skugg-it' });
  assert.deepEqual((await row.locator('td').allInnerTexts()).slice(0, 9), ['6', '0', '0', '0', '0', '7', '0', '0', '0']);
  c.nothingWrong();
});

test('a sheet that came without a group gets one afterwards, keeps the focus, and the result counts it there', async () => {
  const { c, page, id } = await measure();
  const words = { skugg_it: '4' };
  const files = Array.from({ length: 5 }, (_, n) => handedBack(n, n ? 'Skola' : '', words));
  await page.setInputFiles('#files', files);
  await page.waitForFunction(() => document.querySelectorAll('#handed-in tbody tr').length === 5);
  const without = page.getByRole('button', { name: /^Ändra.*: Anonym, –,/ });
  await without.click();
  const list = page.locator('#chosen-group');
  await page.waitForFunction(() => document.activeElement.id === 'chosen-group');
  assert.match(await list.getAttribute('aria-label'), /Roll eller enhet för/);
  await list.selectOption('Vård och omsorg');
  await page.waitForFunction(() => document.activeElement.id === 'chosen-group' && document.activeElement.value === 'Vård och omsorg');
  await list.selectOption('Skola');
  await page.waitForFunction(() => document.activeElement.id === 'chosen-group' && document.activeElement.value === 'Skola');
  await page.waitForSelector('#save-state .state.ok');
  // The same file again is known again, and changes nothing.
  await page.setInputFiles('#files', files[0]);
  await page.waitForFunction(() => /fanns redan/.test(document.getElementById('files-outcome').innerText));
  // Five are enough to be shown by themselves; four were not.
  await open(page, `/bedomning/resultat?utkast=${id}`);
  await page.waitForSelector('#group-results');
  assert.match(await page.locator('#group-results tbody').innerText(), /Skola\s+5/);
  await open(page, `/bedomning/svarande?utkast=${id}`);
  await page.waitForFunction(() => document.querySelectorAll('#handed-in tbody tr').length === 5);
  assert.equal(await without.count(), 0);
  c.nothingWrong();
});
