// A result worth taking along: the example, comparison, the plan, and files that other programs open.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { BASE, answerAll, begin, choose, context, fillContact, launch, open } from './lib/browser.mjs';
import { example, readCsv } from './lib/files.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const download = async (page, button) => {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

const cells = (page, table) => page.locator(`${table} tbody tr`).evaluateAll(rows =>
  rows.map(row => [...row.children].map(cell => cell.textContent)));

test('the example shows a full result in one click, says what it is, and is never sent', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await example(page);
  assert.match(await page.locator('#whose .note').innerText(), /påhittade svar/);
  for (const part of ['position', 'categories', 'radar', 'talk', 'advice', 'effects', 'open-answers', 'plan', 'group-results',
    'distribution', 'calculation', 'compare', 'published', 'take-away']) {
    assert.equal(await page.locator(`#${part}`).count(), 1, part);
  }
  await open(page, `/bedomning/skicka?utkast=${id}`);
  await fillContact(page);
  await page.click('button[type=submit]');
  await page.waitForSelector('#errors');
  assert.match(await page.locator('#errors').innerText(), /påhittade svar.*inte skickas in/);
  await open(page, '/bedomning');
  assert.match(await page.locator('.draft').innerText(), /Exempel med påhittade svar/);
  c.nothingWrong();
});

test('every part of a result is a key away, and a result with fewer parts names only those', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await example(page);
  const links = page.locator('.contents a');
  assert.equal(await links.count(), 11);
  for (const link of await links.all()) {
    const target = (await link.getAttribute('href')).slice(1);
    await link.focus();
    await page.keyboard.press('Enter');
    // The page may glide there.
    await page.waitForFunction(target => {
      const [element, { top }] = [document.getElementById(target), document.getElementById(target).getBoundingClientRect()];
      return element.contains(document.activeElement) && top >= -1 && top < innerHeight;
    }, target);
    assert.equal(new URL(page.url()).searchParams.get('utkast'), id);
  }
  const own = await begin(page);
  await open(page, `/bedomning/resultat?utkast=${own}`);
  await page.waitForSelector('.contents');
  for (const target of await links.evaluateAll(all => all.map(a => a.hash.slice(1)))) {
    assert.equal(await page.locator(`[id="${target}"]`).count(), 1, target);
  }
  assert.equal(await page.locator('.contents [href="#talk"]').count(), 0);
  c.nothingWrong();
});

test('charts and their tables agree to the decimal', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await example(page);
  for (const figure of ['#categories', '#published', '[id^="comparison-exempel"]']) {
    const drawn = await page.locator(`${figure} svg.wide`).evaluate(svg => {
      const texts = name => [...svg.querySelectorAll(`text.${name}`)].map(e => e.textContent);
      return texts('label').map((label, i) => [label, texts('value')[i]]);
    });
    const table = await cells(page, `${figure} table`);
    assert.ok(drawn.length >= 6);
    for (const [label, value] of drawn) {
      const row = table.find(row => row[0] === label);
      assert.ok(row.slice(1).includes(value), `${figure} ${label}: ${value} in ${row}`);
    }
  }
  c.nothingWrong();
});

test('the table, the data and the pictures say what the page says', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await example(page);
  const shown = await cells(page, '#categories table');
  const csv = await download(page, page.getByRole('button', { name: /CSV/ }));
  assert.equal(csv.name, 'dimios-exempelkommunen-resultat.csv');
  assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const [head, ...rows] = readCsv(csv.bytes.toString());
  assert.equal(rows.length, 1 + 2 + 6 + 30);
  assert.ok(rows.every(row => row.length === head.length));
  for (const [name, , value] of shown) {
    const row = rows.find(row => row[0] === 'Kategori' && row[2] === name);
    assert.equal(row[3].replace(/,0$/, ''), value.replace(/\s*%$/, ''));
  }
  const json = await download(page, page.getByRole('button', { name: /JSON/ }));
  const result = JSON.parse(json.bytes);
  const schema = await (await page.request.get(`${BASE}/data/schemas/dimios-result-1.json`)).json();
  const ajv = new Ajv({ allErrors: true, formats: { date: /^\d{4}-\d\d-\d\d$/ } });
  const valid = ajv.validate(schema, result);
  assert.ok(valid, JSON.stringify(ajv.errors?.slice(0, 3)));
  assert.deepEqual([result.example, result.respondents, result.plan.length, result.compared_with.length], [true, 17, 3, 1]);
  for (const category of result.categories) {
    const row = rows.find(row => row[1] === category.id);
    assert.ok(Math.abs(Number(row[3].replace(',', '.')) - category.score.score) <= 0.051, category.id);
  }
  const unfold = () => page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = d.id !== 'menu'; }));
  await unfold();
  const charts = page.getByRole('button', { name: /^SVG/ });
  const count = await charts.count();
  assert.equal(count, 3 + 6 + 2);
  const names = [];
  for (let n = 0; n < count; n += 1) {
    // Chromium takes only so many downloads from one page.
    if (n === 6) {
      await page.reload();
      await page.waitForSelector('#published');
      await unfold();
    }
    const svg = await download(page, charts.nth(n));
    names.push(svg.name);
    const wrong = await page.evaluate(text => {
      const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
      const bad = drawing.querySelector('parsererror, [class], script, style');
      return bad ? bad.outerHTML : drawing.querySelectorAll('text').length < 3 ? 'empty' : '';
    }, svg.bytes.toString());
    assert.equal(wrong, '', svg.name);
  }
  assert.equal(new Set(names).size, count, names.join());
  for (const chart of ['spindel', 'fordelning-teknik']) assert.ok(names.includes(`dimios-exempelkommunen-${chart}.svg`), names.join());
  const png = await download(page, page.locator('#position').getByRole('button', { name: /^PNG/ }));
  assert.match(png.name, /^dimios-exempelkommunen-laget\.png$/);
  assert.deepEqual([...png.bytes.subarray(1, 4)], [...Buffer.from('PNG')]);
  assert.ok(png.bytes.readUInt32BE(16) >= 1000 && png.bytes.length > 5000);
  c.nothingWrong();
});

test('an earlier measurement is compared where it can be followed, and broken where it cannot', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await answerAll(page, id, () => '3');
  await open(page, '/bedomning');
  await page.getByRole('button', { name: /^Hantera/ }).first().click();
  const before = await download(page, page.locator('.draft').getByRole('button', { name: 'Spara en fil' }));
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'systemstod', '6');
  await page.waitForSelector('.state.ok');
  await open(page, `/bedomning/resultat?utkast=${id}`);
  await page.waitForSelector('#compare-file');
  const file = (name, buffer) => ({ name, mimeType: 'text/html', buffer });
  const told = words => page.waitForFunction(words => document.querySelector('#compare-section [role=status]')?.innerText.includes(words), words);
  await page.setInputFiles('#compare-file', file('x.json', Buffer.from('{}')));
  await told('varken en sparad bedömning eller en inskickad');
  await page.setInputFiles('#compare-file', file(before.name, before.bytes));
  await told('Jämförelsen är inlagd');
  const own = '#comparisons figure:first-child';
  assert.ok(await page.locator(`${own} svg.wide .change-line`).count() > 0);
  assert.equal(await page.locator(`${own} .break`).count(), 0);
  const table = await cells(page, `${own} table`);
  assert.deepEqual(table.find(row => row[0] === 'Teknik').slice(1), ['50 %', '65 %', '+15'].map(t => t.replace(' ', '\u{a0}')));
  await page.setInputFiles('#compare-file', file(before.name, before.bytes));
  await told('redan inlagd');
  // It is part of the draft.
  await page.waitForSelector('html');
  await open(page, `/bedomning/resultat?utkast=${id}`);
  await page.locator(own).getByRole('button', { name: /^Ta bort jämförelsen/ }).click();
  await told('borttagen');
  assert.equal(await page.getByRole('button', { name: /^Ta bort jämförelsen/ }).count(), 0);
  // Another organisation's.
  const other = await begin(page, 'nack');
  await answerAll(page, other, () => '5');
  await open(page, `/bedomning/resultat?utkast=${other}`);
  await page.waitForSelector('#compare-file');
  await page.setInputFiles('#compare-file', file(before.name, before.bytes));
  await told('Jämförelsen är inlagd');
  assert.match(await page.locator(`${own} .break`).innerText(), /annan organisation/);
  assert.equal(await page.locator(`${own} .change-line`).count(), 0);
  assert.equal((await cells(page, `${own} table`))[0].length, 3);
  c.nothingWrong();
});

test('the plan is kept, drawn beside the scores, and sent only if it is ticked', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await answerAll(page, id);
  await open(page, `/bedomning/plan?utkast=${id}`);
  await page.waitForSelector('#plan-target-teknik');
  await page.fill('#plan-target-teknik', '75');
  await page.fill('#plan-action-teknik', 'Räkna på det äldsta systemet\noch besluta');
  await page.fill('#plan-owner-teknik', 'It-chef');
  await page.fill('#plan-date-teknik', '2027-06-30');
  await page.waitForFunction(() => document.querySelector('#whole-plan').innerText.includes('30 juni 2027'));
  await page.waitForSelector('.state.ok');
  await open(page, `/bedomning/plan?utkast=${id}`);
  await page.waitForSelector('#plan-target-teknik');
  assert.equal(await page.inputValue('#plan-target-teknik'), '75');
  assert.match(await page.inputValue('#plan-action-teknik'), /systemet\noch besluta/);
  await open(page, `/bedomning/resultat?utkast=${id}`);
  await page.waitForSelector('#plan table');
  assert.equal(await page.locator('#categories svg.wide .target').count(), 1);
  assert.match(await page.locator('#categories table').textContent(), /75\s%/);
  const sent = async tick => {
    await open(page, `/bedomning/skicka?utkast=${id}`);
    await fillContact(page);
    if (tick) await page.check('#with-plan');
    await page.click('button[type=submit]');
    await page.click('#send-now');
    await page.waitForSelector('.state-chip.received');
    const key = await page.locator('.receipt .key').innerText();
    return JSON.parse(await readFile(join(process.env.SUBMISSIONS, `${key}.json`)));
  };
  assert.equal((await sent(false)).plan, undefined);
  assert.deepEqual((await sent(true)).plan, [
    { action: 'Räkna på det äldsta systemet\noch besluta', date: '2027-06-30', id: 'teknik', owner: 'It-chef', target: 75 },
  ]);
  c.nothingWrong();
});
