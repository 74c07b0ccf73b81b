// Files dropped on the page: a hundred respondents' at once, each once; what was sent as an earlier measurement; and one of
// another version of the questionnaire, to which no line leads.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerAll, begin, context, fillContact, launch, live, open } from './lib/browser.mjs';
import { records } from './lib/faults.mjs';
import { drop, handedBack, onDisk } from './lib/files.mjs';
import { instrument } from './lib/instrument.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const statements = instrument.dimensions.flatMap(d => d.categories).flatMap(k => k.statements.map(s => s.id));
const COUNT = 100;
const words = n => Object.fromEntries(statements.map((id, i) => [id, String((n * 7 + i * 3) % 6 + 1)]));

// Every sheet that a draft holds, by its respondent.
async function sheets(page, id) {
  const prefix = `dk1/${id}/s/`;
  const { sure } = await records(page, prefix);
  return Object.fromEntries(Object.entries(sure).map(([key, text]) => [key.slice(prefix.length), text && Object.fromEntries(JSON.parse(text).a)]));
}

const shown = (page, count) => page.waitForFunction(n => document.querySelectorAll('#handed-in tbody tr').length === n, count);

test('a hundred files dropped at once are a hundred sheets; dropped again, each is told to be there', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/svarande?utkast=${id}`);
  await page.waitForSelector('#files');
  const files = Array.from({ length: COUNT }, (_, n) => handedBack(n, ['Skola', 'Vård'][n % 2], words(n)));
  const { paths, remove } = await onDisk(files);
  const expected = Object.fromEntries(files.map((_, n) => [`${1000 + n}-t${n}`, words(n)]));
  await drop(page, '#hand-in .drop label', paths);
  await shown(page, COUNT);
  assert.equal(await page.locator('#files-outcome').innerText(), `${COUNT} svar är inlagda.`);
  await page.waitForSelector('#save-state .state.ok');
  assert.deepEqual(await sheets(page, id), expected);

  // On the field itself this time: what is dropped there is not in it yet.
  await drop(page, '#files', paths);
  await page.waitForFunction(n => document.querySelectorAll('#files-outcome li').length === n, COUNT);
  assert.deepEqual(await page.locator('#files-outcome li').allInnerTexts(), files.map(f => `${f.name}: fanns redan`));
  assert.equal(await page.locator('#files-outcome .state.ok').count(), 0);
  await shown(page, COUNT);
  await page.reload();
  await live(page);
  await shown(page, COUNT);
  assert.deepEqual(await sheets(page, id), expected);
  assert.match(await page.locator('#handed-in .num').first().innerText(), /^100 har lämnat svar/);
  await remove();
  c.nothingWrong();
});

// Sends an assessment in which every answer is this step. Returns what was received.
async function sent(page, step) {
  const id = await begin(page);
  await answerAll(page, id, () => step);
  await open(page, `/bedomning/skicka?utkast=${id}`);
  await fillContact(page);
  await page.click('button[type=submit]');
  await page.click('#send-now');
  await page.waitForSelector('.state-chip.received');
  const key = await page.locator('.receipt .key').innerText();
  return readFile(join(process.env.SUBMISSIONS, `${key}.json`));
}

test('what was sent is compared with; of another version it stands beside, and no line leads to it', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const earlier = await sent(page, '3');
  const submission = JSON.parse(earlier);
  // The same from a version of the questionnaire that is not here.
  const other = { ...submission, id: submission.id.replace(/^./, x => (x === '0' ? '1' : '0')), created: '2024-05-17T09:00:00Z',
    instrument: { ...submission.instrument, version: submission.instrument.version + 1, sha256: 'f'.repeat(64) } };
  const { paths, remove } = await onDisk([{ name: 'inskickad.json', buffer: earlier }, { name: 'annan.json', buffer: Buffer.from(JSON.stringify(other)) }]);
  const id = await begin(page);
  await answerAll(page, id, () => '4');
  await open(page, `/bedomning/resultat?utkast=${id}`);
  await page.waitForSelector('#compare-file');
  const told = words => page.waitForFunction(words => document.querySelector('#compare-section [role=status]')?.innerText.includes(words), words);
  await drop(page, '#compare-section .drop label', paths.slice(0, 1));
  await told('Jämförelsen är inlagd');
  // On the field itself this time.
  await drop(page, '#compare-file', paths.slice(1));
  await page.waitForSelector(`[id="comparison-${other.id}"]`);

  const figure = of => page.locator(`[id="comparison-${of.id}"]`);
  const rows = of => figure(of).locator('tbody tr').evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent.replace('\u{a0}', ' '))));
  const lines = of => figure(of).locator('svg.wide').evaluate(svg => ['.change-line', '.before'].map(s => svg.querySelectorAll(s).length));
  const named = await rows(submission);
  // The total, two dimensions and six categories, each 40 and 60 percent but those of reversed statements.
  assert.deepEqual(await lines(submission), [9, 9]);
  assert.equal(await figure(submission).locator('.break').count(), 0);
  const scores = [submission.scores.overall, ...[...submission.scores.dimensions, ...submission.scores.categories].map(s => s.score)];
  const percent = n => `${String(Math.round(n / 10) / 10).replace('.', ',')} %`;
  assert.deepEqual(named.map(row => row[1]), scores.map(s => percent(s.value)));
  assert.ok(named.every(row => row.length === 4 && /^[+−±]?\d/.test(row[3])), named.join('\n'));

  assert.deepEqual(await lines(other), [0, 9]);
  assert.match(await figure(other).locator('.break').innerText(), /^Bruten jämförelse\. Frågeformuläret är ett annat\. .*ingen linje går mellan dem/);
  assert.deepEqual(await rows(other), named.map(row => row.slice(0, 3)));
  // The picture and the document draw what the page draws.
  const [picture] = await Promise.all([page.waitForEvent('download'), figure(other).getByRole('button', { name: /^SVG/ }).click()]);
  const drawing = await readFile(await picture.path(), 'utf8');
  const [joined] = await Promise.all([page.waitForEvent('download'), figure(submission).getByRole('button', { name: /^SVG/ }).click()]);
  const drawnJoined = await readFile(await joined.path(), 'utf8');
  const strokes = text => (text.match(/<line /g) ?? []).length;
  assert.equal(strokes(drawnJoined) - strokes(drawing), 9);
  await open(page, `/bedomning/dokument?utkast=${id}`);
  await page.waitForSelector('.signatures');
  assert.equal(await figure(other).locator('.break').count(), 1);
  assert.deepEqual([await lines(submission), await lines(other)], [[9, 9], [0, 9]]);
  await remove();
  c.nothingWrong();
});
