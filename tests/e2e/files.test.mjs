// The draft file, the list of drafts, and what is done with what cannot be read.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, choose, context, isChosen, launch, live, open } from './lib/browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const pick = (page, text, name = 'dimios-x.html') =>
  page.setInputFiles('#file', { name, mimeType: 'text/html', buffer: Buffer.from(text) });

// Begins a draft with an answer and a comment, and saves it as a file by the list.
async function saved(page) {
  const id = await begin(page);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'skugg_it', 2);
  await page.locator('#p-skugg_it-comment-button').click();
  await page.fill('#p-skugg_it-comment', 'Rad ett\n</pre><script>alert(1)</script> & "citat"');
  await page.waitForSelector('.state.ok');
  await open(page, '/bedomning');
  await page.getByRole('button', { name: 'Hantera' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.tools').getByRole('button', { name: 'Spara en fil' }).click()]);
  return { id, name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('a draft file reads as a page without network, and shows every answer', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const { name, text } = await saved(page);
  assert.match(name, /^dimios-varmdo-[a-z0-9]+\.html$/);
  c.nothingWrong();
  const folder = await mkdtemp(join(tmpdir(), 'fil-'));
  await writeFile(join(folder, name), text);
  const offline = await browser.newContext({ offline: true, javaScriptEnabled: false });
  const reader = await offline.newPage();
  await reader.goto(`file://${join(folder, name)}`);
  const shown = await reader.locator('body').innerText();
  for (const part of ['Värmdö', '1 av 30 besvarade', 'Så fortsätter ni', '<script>alert(1)</script> & "citat"']) {
    assert.ok(shown.includes(part), part);
  }
  assert.equal(await reader.locator('dt').count(), 30);
  assert.equal(await reader.locator('#dimios-utkast').isVisible(), false);
  await rm(folder, { recursive: true });
  await offline.close();
});

test('a file is looked at first, then opened as a new draft; the old one stays as it is', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const { id, text } = await saved(page);
  await pick(page, text);
  await page.waitForSelector('#open');
  assert.match(await page.locator('.found').innerText(), /Värmdö[\s\S]*1 av 30 besvarade/);
  assert.equal(await page.locator('.draft').count(), 1);
  await page.locator('#file-outcome button >> nth=1').click();
  await page.waitForSelector('#open', { state: 'detached' });
  await pick(page, text);
  await page.click('#open');
  await page.waitForURL(/oversikt\?utkast=/);
  const opened = new URL(page.url()).searchParams.get('utkast');
  assert.notEqual(opened, id);
  await open(page, `/bedomning/teknik?utkast=${opened}`);
  assert.equal(await isChosen(page, 'skugg_it', 2), true);
  assert.match(await page.inputValue('#p-skugg_it-comment'), /<\/pre><script>/);
  await open(page, '/bedomning');
  assert.equal(await page.locator('.draft').count(), 2);
  c.nothingWrong();
});

test('a file can be dropped anywhere on the page', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const { text } = await saved(page);
  const data = await page.evaluateHandle(text => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dimios.html', { type: 'text/html' }));
    return data;
  }, text);
  await page.dispatchEvent('h1', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('h1', 'drop', { dataTransfer: data });
  await page.waitForSelector('#open');
  c.nothingWrong();
});

test('each kind of wrong file gets its own sentence, and nothing changes', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const { text } = await saved(page);
  const cases = [
    ['hej', /inte en sparad bedömning/],
    ['\u0000\u0001\u0002', /inte en sparad bedömning/],
    ['{"schema":"dimios-submission/1"}', /inskickad bedömning/],
    ['{"format":"dimios-draft/2","records":[]}', /nyare version/],
    [text.slice(0, text.indexOf('dimios-utkast') + 200), /skadad/],
    [text.replace(/(&quot;|")2\1/, '$13$1'), /skadad/],
    ['x'.repeat(16 * 1024 * 1024 + 1), /större än 16 MB/],
  ];
  for (const [wrong, sentence] of cases) {
    await pick(page, wrong);
    await page.waitForFunction(source => new RegExp(source).test(document.querySelector('#file-outcome').innerText), sentence.source);
    assert.match(await page.locator('#file-outcome').innerText(), /Inget har ändrats/);
    assert.equal(await page.locator('.draft').count(), 1);
  }
  c.nothingWrong();
});

test('with both stores wiped, the file brings everything back in two clicks', async () => {
  const c = await context(browser);
  const { text } = await saved(await c.newPage());
  // A fresh browser has neither store.
  const other = await context(browser);
  const page = await other.newPage();
  await open(page, '/bedomning');
  await pick(page, text);
  await page.click('#open');
  await page.waitForURL(/oversikt\?utkast=/);
  assert.match(await page.locator('h1').innerText(), /Värmdö/);
  other.nothingWrong();
});

test('a draft is renamed, copied, and says how old its file is', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await saved(page);
  await page.waitForFunction(() => document.querySelector('.draft').innerText.includes('Fil sparad'));
  await page.fill('#new-name', 'Våren <1>');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.draft a').innerText === 'Våren <1>');
  assert.match(await page.locator('.draft').innerText(), /Värmdö[\s\S]*Ändrad efter att filen sparades/);
  await page.getByRole('button', { name: 'Hantera' }).click();
  await page.getByRole('button', { name: 'Gör en kopia' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.draft').length === 2);
  assert.match(await page.locator('.draft').first().innerText(), /Våren <1> \(kopia\)[\s\S]*Ingen fil sparad/);
  await page.reload();
  await live(page);
  assert.equal(await page.locator('.draft').count(), 2);
  c.nothingWrong();
});

test('a damaged record is put aside and can be saved; a newer one is left byte for byte', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  const newer = '{"version":2,"anything":"å"}';
  await page.goto('about:blank');
  const other = await c.newPage();
  await other.goto(`${process.env.BASE_URL ?? 'http://127.0.0.1:8787'}/metod`);
  await other.evaluate(([id, newer]) => {
    localStorage.setItem(`dk1/${id}/a/skugg_it`, '{"v":"2","l":9,"t":"x","c":1}');
    localStorage.setItem('dk2/nytt/format', newer);
  }, [id, newer]);
  await open(other, `/bedomning/teknik?utkast=${id}`);
  assert.equal(await other.locator('#p-skugg_it input:checked').count(), 0);
  await choose(other, 'skugg_it', 5);
  await other.waitForSelector('.state.ok');
  await open(other, '/sparat');
  await other.waitForFunction(() => document.body.innerText.includes('nyare version'));
  const [file] = await Promise.all([other.waitForEvent('download'), other.getByRole('button', { name: /skadat|skadad/ }).click()]);
  const kept = JSON.parse(await readFile(await file.path(), 'utf8'));
  assert.deepEqual(kept, { [`dkq1/dk1/${id}/a/skugg_it`]: '{"v":"2","l":9,"t":"x","c":1}' });
  assert.equal(await other.evaluate(() => localStorage.getItem('dk2/nytt/format')), newer);
  await open(other, `/bedomning/teknik?utkast=${id}`);
  assert.equal(await isChosen(other, 'skugg_it', 5), true);
  c.nothingWrong();
});

test('a draft of a newer version opens to read, and nothing in it changes', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.ok');
  // As a newer version would write it: the lowest version that may change it.
  const stored = await page.evaluate(id => {
    const checksum = parts => {
      let hash = 0x811c9dc5;
      for (const part of parts) for (const byte of [...part, 0xff]) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
      return hash;
    };
    const key = `dk1/${id}/f/kraver`;
    const text = s => [...new TextEncoder().encode(s)];
    const c = checksum([text(key), text('2'), [99, 0, 0, 0, 0, 0, 0, 0], text('ny')]);
    localStorage.setItem(key, JSON.stringify({ v: '2', l: 99, t: 'ny', c }));
    return Object.entries(localStorage).filter(([key]) => key.startsWith('dk1/')).sort();
  }, id);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  assert.equal(await isChosen(page, 'skugg_it', 2), true);
  assert.match(await page.locator('.saved').innerText(), /går den bara att läsa/);
  await page.evaluate(() => document.getElementById('p-skugg_it-5').click());
  assert.equal(await isChosen(page, 'skugg_it', 2), true);
  const after = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('dk1/')).sort());
  assert.deepEqual(after, stored);
  c.nothingWrong();
});
