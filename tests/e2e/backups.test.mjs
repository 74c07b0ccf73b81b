// Warnings about drafts without a file: on the overview, before the last day and about days without a visit; also for a
// measurement that holds only the answers of others.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, choose, context, launch, live, open } from './lib/browser.mjs';
import { handedBack } from './lib/files.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// The day in Stockholm, so many days from now.
const day = days => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });

// A measurement with two others' sheets and no answer of its own.
async function measurement(c) {
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/svarande?utkast=${id}`);
  await page.waitForSelector('#files');
  const files = [handedBack(1, 'Skola', { skugg_it: '2', kultur: '5' }), handedBack(2, 'Vård & omsorg', { skugg_it: '6' })];
  await page.setInputFiles('#files', files);
  await page.waitForFunction(() => document.querySelectorAll('#handed-in tbody tr').length === 2);
  await page.waitForSelector('.state.ok');
  return { page, id };
}

test('a measurement with only the answers of others has a backup like any other', async () => {
  const c = await context(browser);
  const { page, id } = await measurement(c);
  await open(page, `/bedomning/oversikt?utkast=${id}`);
  assert.match(await page.locator('#backup-note .note').innerText(), /finns bara i den här webbläsaren/);
  await open(page, '/bedomning');
  assert.match(await page.locator('.draft').innerText(), /2 svarande/);
  assert.doesNotMatch(await page.locator('.draft').innerText(), /av 30/);
  await page.getByRole('button', { name: 'Hantera' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.tools').getByRole('button', { name: 'Spara en fil' }).click()]);
  const text = await readFile(await file.path(), 'utf8');

  // Anyone can read it, with no network.
  const folder = await mkdtemp(join(tmpdir(), 'fil-'));
  await writeFile(join(folder, 'x.html'), text);
  const offline = await browser.newContext({ offline: true, javaScriptEnabled: false });
  const reader = await offline.newPage();
  await reader.goto(`file://${join(folder, 'x.html')}`);
  const shown = await reader.locator('body').innerText();
  assert.match(shown, /Värmdö\s+2 svarande · [\s\S]*Svarande\s+1 · Skola\s+2 av 30 besvarade · [\s\S]*2 · Vård & omsorg\s+1 av 30 besvarade/);
  assert.doesNotMatch(shown, /Inget svar/);
  await rm(folder, { recursive: true });
  await offline.close();

  // Opened, it says what is in it, and brings all of it back.
  const other = await context(browser);
  const second = await other.newPage();
  await open(second, '/bedomning');
  await second.setInputFiles('#file', { name: 'x.html', mimeType: 'text/html', buffer: Buffer.from(text) });
  await second.waitForSelector('#open');
  assert.match(await second.locator('.found').innerText(), /2 svarande/);
  await second.click('#open');
  await second.waitForURL(/oversikt\?utkast=/);
  const opened = new URL(second.url()).searchParams.get('utkast');
  await open(second, `/bedomning/svarande?utkast=${opened}`);
  await second.waitForFunction(() => document.querySelectorAll('#handed-in tbody tr').length === 2);
  for (const all of [c, other]) all.nothingWrong();
});

test('before the last day, and of seven days without a visit, it is said what is in no file', async () => {
  const c = await context(browser);
  let deadline;
  await c.route('**/config.json', async route => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: deadline ? { ...config, deadline } : config });
  });
  const page = await c.newPage();
  const id = await begin(page);
  const path = `/bedomning/oversikt?utkast=${id}`;
  // Nothing is answered yet, so there is nothing to lose.
  assert.equal(await page.locator('#backup-note .note').count(), 0);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.ok');
  for (const [days, warns, left] of [[null, false], [15, false, 'om 15 dagar'], [14, true, 'om 14 dagar'], [0, true, 'i dag'], [-1, false]]) {
    deadline = days === null ? null : day(days);
    await open(page, path);
    const told = page.locator('#backup-note');
    if (left) await told.locator('.meta', { hasText: left }).waitFor();
    await told.locator(warns ? '.note.warn' : '.note:not(.warn)').waitFor();
    assert.match(await told.innerText(), warns ? /Sista dagen att skicka in är nära[\s\S]*Spara en fil nu/ : /Safari kan ta bort det efter sju dagar utan besök/);
    assert.equal(/Sista dag att skicka in:/.test(await told.innerText()), Boolean(left), `${days}`);
  }
  // A file is the way out, and the next answer takes it back.
  deadline = day(3);
  await open(page, path);
  await Promise.all([page.waitForEvent('download'), page.locator('#backup-note .note.warn button').click()]);
  await page.waitForSelector('#backup-note .note', { state: 'detached' });
  await page.reload();
  await live(page);
  await page.locator('#backup-note .meta').waitFor();
  assert.equal(await page.locator('#backup-note .note').count(), 0);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'skugg_it', 5);
  await page.waitForSelector('.state.ok');
  await open(page, path);
  await page.waitForSelector('#backup-note .note.warn');
  c.nothingWrong();
});
