// The table in LibreOffice with Swedish settings: the same numbers, and nothing that anybody wrote becomes a formula.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { context, launch, open } from './lib/browser.mjs';
import { example, readCsv } from './lib/files.mjs';

let browser, folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), 'tabell-'));
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function download(page) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /CSV/ }).click()]);
  return readFileSync(await file.path(), 'utf8');
}

// The rows as LibreOffice understands them: numbers, texts, and what it took for a formula.
function opened(csv) {
  writeFileSync(join(folder, 'x.csv'), csv);
  // Semicolon, quote, UTF-8, from row 1, Swedish, numbers found as when a person opens the file.
  const filter = 'CSV:59,34,76,1,,1053,false,true';
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const given = [profile, '--headless', `--infilter=${filter}`, '--convert-to', 'fods', '--outdir', folder, join(folder, 'x.csv')];
  execFileSync('soffice', given, { stdio: 'ignore', timeout: 120_000 });
  const xml = readFileSync(join(folder, 'x.fods'), 'utf8');
  const plain = text => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
  const rows = [...xml.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row]) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(([, attributes, inside]) => {
      const get = name => attributes.match(new RegExp(`${name}="([^"]*)"`))?.[1];
      const value = get('office:value-type') === 'float' ? Number(get('office:value'))
        : [...(inside ?? '').matchAll(/<text:p[^>]*>(.*?)<\/text:p>|<text:p\/>/gs)].map(([, p]) => plain((p ?? '').replace(/<[^>]*>/g, ''))).join('\n');
      const cell = { value, formula: get('table:formula') };
      return Array(Math.min(Number(get('table:number-columns-repeated') ?? 1), 40)).fill(cell);
    }));
  return rows.filter(row => row.some(cell => cell.value !== ''));
}

test('the example has the same numbers in LibreOffice', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await example(page);
  const csv = await download(page);
  const [written, read] = [readCsv(csv), opened(csv)];
  assert.equal(read.length, written.length);
  let numbers = 0;
  for (const [r, row] of written.entries()) {
    for (const [column, cell] of row.entries()) {
      const got = read[r][column]?.value ?? '';
      if (r > 0 && /^\d+(,\d)?$/.test(cell)) {
        assert.equal(got, Number(cell.replace(',', '.')), `row ${r}, column ${column}`);
        numbers += 1;
      }
    }
    assert.equal(read[r][2].value, row[2]);
  }
  assert.ok(numbers > 300);
  c.nothingWrong();
});

test('nothing that anybody wrote becomes a formula in a spreadsheet', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await open(page, '/bedomning/oversikt');
  const starts = ['=', '+', '-', '@', '\t=', '\r=', ' =', '＝', '＋', '－', '＠', '\n@', '"=', ';=', '\u{a0}+', '\0='];
  const payloads = Array.from({ length: 200 }, (_, n) => `${starts[n % starts.length]}cmd|' /C calc'!A${n};"x",HYPERLINK("http://x.se")`);
  const ids = await page.evaluate(() => JSON.parse(document.getElementById('data-instrument').textContent)
    .dimensions.flatMap(d => d.categories.flatMap(k => k.statements.map(s => s.id))));
  // Each is the whole of a cell: the comment on a statement, or an action of the plan.
  let csv = '';
  for (let from = 0; from < payloads.length; from += 2 * ids.length) {
    const [comments, actions] = [0, ids.length].map(skip => payloads.slice(from + skip, from + skip + ids.length));
    const records = [
      ...ids.map((id, n) => ({ name: `a/${id}`, value: '4', clock: n + 1, tab: 't' })),
      ...comments.map((value, n) => ({ name: `k/${ids[n]}`, value, clock: 50 + n, tab: 't' })),
      ...actions.map((value, n) => ({ name: `p/atgard.${ids[n]}`, value, clock: 90 + n, tab: 't' })),
    ];
    const buffer = Buffer.from(JSON.stringify({ format: 'dimios-draft/1', records }));
    await open(page, '/bedomning');
    await page.setInputFiles('#file', { name: 'x.json', mimeType: 'application/json', buffer });
    await page.click('#open');
    await page.waitForURL(/oversikt\?utkast=/);
    await open(page, page.url().replace(/^.*?:\/\/[^/]*/, '').replace('oversikt', 'resultat'));
    await page.waitForSelector('#take-away');
    const part = await download(page);
    csv += csv ? part.slice(part.indexOf('\r\n') + 2) : part;
  }
  const rows = readCsv(csv);
  assert.ok(rows.every(row => row.length === rows[0].length));
  for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[\s\u{a0}]*[=+\-@＝＋－＠]/u);
  const cells = opened(csv).flat();
  assert.deepEqual(cells.filter(cell => cell.formula !== undefined), []);
  // A plan keeps no blanks around its texts.
  const bare = text => text.replace(/^[\s\0']+/u, '');
  for (const text of payloads) assert.ok(cells.some(cell => bare(String(cell.value)) === bare(text)), JSON.stringify(text));
  c.nothingWrong();
});
