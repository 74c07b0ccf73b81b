// The document for paper: every answer and comment, no clipped chart, no orphan heading; in black and white too.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { answerAll, begin, context, launch, open } from './lib/browser.mjs';
import { example } from './lib/files.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// The lines of text of each page, in reading order, with the size of their letters.
async function pages(pdf) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const all = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const [, , width, height] = page.view;
    all.push({ width, height, items: items.filter(i => i.str.trim()).map(i => ({
      text: i.str, size: Math.hypot(i.transform[2], i.transform[3]), x: i.transform[4], y: i.transform[5], right: i.transform[4] + i.width,
    })) });
  }
  return all;
}

const plain = text => text.replace(/[\s\u{ad}-]+/gu, '');

async function printed(page, id) {
  await open(page, `/bedomning/dokument?utkast=${id}`);
  await page.waitForSelector('.signatures');
  await page.waitForSelector('#rad .advice');
  return pages(await page.pdf({ preferCSSPageSize: true }));
}

test('the printed example holds every answer and comment, and breaks pages well', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await example(page);
  const all = await printed(page, id);
  const text = plain(all.flatMap(p => p.items.map(i => i.text)).join(''));
  const expected = await page.evaluate(() => {
    const said = [...document.querySelectorAll('.answered p, .answered .said')].map(e => e.textContent);
    const rest = [...document.querySelectorAll('.front-title, .paper h2, .paper h3, #plan td, .advice dd')].map(e => e.textContent);
    return { said, rest };
  });
  assert.ok(expected.said.length > 90);
  for (const part of [...expected.said, ...expected.rest]) assert.ok(text.includes(plain(part)), part);
  for (const [n, { width, height, items }] of all.entries()) {
    assert.ok(items.length > 0, `page ${n + 1} is empty`);
    for (const i of items) assert.ok(i.x >= 0 && i.right <= width && i.y >= 0 && i.y <= height, `page ${n + 1}: ${i.text}`);
    // What stands last on a page is no heading.
    const last = items.reduce((low, i) => (i.y < low.y ? i : low));
    const headings = await page.locator('.paper :is(h2, h3, h4)').allTextContents();
    assert.ok(last.size < 11 || !headings.some(h => plain(h) === plain(last.text)), `page ${n + 1} ends with “${last.text}”`);
  }
  assert.ok(all.length <= 24, `${all.length} pages`);
  c.nothingWrong();
});

test('no chart is wider than the paper, and nothing of the screen is printed', async () => {
  const c = await context(browser, { viewport: { width: 673, height: 980 } });
  const page = await c.newPage();
  const id = await example(page);
  await open(page, `/bedomning/dokument?utkast=${id}`);
  await page.waitForSelector('.signatures');
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => ({
    wide: [...document.querySelectorAll('.paper svg, .paper table')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).length,
    screen: [...document.querySelectorAll('header.site, footer.site, .btn, .link, .screen-only')].filter(e => e.checkVisibility()).length,
    charts: [...document.querySelectorAll('.paper svg')].filter(e => e.checkVisibility()).length,
  }));
  assert.deepEqual([seen.wide, seen.screen], [0, 0]);
  assert.ok(seen.charts >= 35, `${seen.charts} charts`);
  c.nothingWrong();
});

test('one respondent’s document says each answer in words', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await answerAll(page, id);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await page.locator('#p-skugg_it details summary').click();
  await page.fill('#p-skugg_it-kommentar', 'Vi vet inte vad som finns.\nDet är svaret.');
  await page.waitForSelector('.state.ok');
  const text = plain((await printed(page, id)).flatMap(p => p.items.map(i => i.text)).join(''));
  for (const part of ['Värmdö', 'Vi vet inte vad som finns.', 'Det är svaret.', 'Underskrift', 'SHA-256']) {
    assert.ok(text.includes(plain(part)), part);
  }
  const answers = await page.locator('.answered b').allTextContents();
  assert.equal(answers.length, 30);
  for (const answer of answers) assert.match(answer, /^[1-6] Stämmer/);
  c.nothingWrong();
});
