// The receipt proves what was sent: by its code, by the stored file without network, and sealed for the organiser.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsqr from 'jsqr';
import { BASE, DIRECT, answerAll, begin, context, fillContact, launch, live, open } from './lib/browser.mjs';
import { scan } from './lib/scan.mjs';
import { ready } from './lib/sending.mjs';
import { kept } from './lib/worker.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// Sends a whole assessment and returns the key of its receipt, once it is received.
async function sent(page, look = async () => {}) {
  await ready(page);
  await look(page);
  await page.click('#send-now');
  await page.waitForSelector('.state-chip.received');
  return page.locator('.receipt .key').innerText();
}

const stored = key => readFile(join(process.env.SUBMISSIONS, `${key}.json`));

const pick = (page, name, buffer) => page.setInputFiles('#file', { name, mimeType: 'application/json', buffer });

const outcome = (page, words) =>
  page.waitForFunction(source => new RegExp(source).test(document.querySelector('#outcome').innerText), words.source);

test('the code on a receipt leads to its check, which knows what this browser sent', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const key = await sent(page);
  const address = await scan(page, 'svg.qr');
  assert.equal(address, `${BASE}/kvitto#${key}`);
  await page.goto(address);
  await live(page);
  await outcome(page, /Skickad från den här webbläsaren[\s\S]*Mottaget[\s\S]*Värmdö/);
  c.nothingWrong();
});

// The first page of a printed document as somebody scans it from the paper.
function scanned(pdf) {
  const ppm = execFileSync('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', '-singlefile', '-'], { input: pdf, maxBuffer: 1 << 26 });
  const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'));
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = head.length, to = 0; from < ppm.length; from += 3, to += 4) pixels.set(ppm.subarray(from, from + 3), to);
  return { width: Number(width), height: Number(height), code: jsqr(pixels, Number(width), Number(height)) };
}

// As read from paper, where lines break wherever they must.
const plain = text => text.replace(/[\s\u{ad}]+/gu, '');

test('the printed receipt says what was sent, by whom and when, has its code on the paper, and nothing of the screen', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const answered = page.waitForResponse('**/inlamning');
  const key = await sent(page);
  const { date } = await (await answered).allHeaders();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = plain(execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }));
  const { instrument } = JSON.parse(await stored(key));
  const moment = new Date(date).toLocaleString('sv-SE', { dateStyle: 'long', timeStyle: 'short' });
  const code = key.split('.')[1].slice(0, 8).toUpperCase();
  for (const part of [
    `${code.slice(0, 4)}-${code.slice(4)}`, key, moment, 'Värmdö', `${instrument.id}, version ${instrument.version}`,
    'Mottaget', 'Test Testsson', 'Skugg-it',
  ]) assert.ok(text.includes(plain(part)), `${part} in ${text}`);
  const screen = await page.locator('header nav a, footer a, header summary, .btn, .skip').allTextContents();
  assert.ok(screen.length > 12, `${screen.length}`);
  // Some of its words are the receipt's own too: those stand as often as there.
  const own = plain(await page.evaluate(() => {
    const main = document.querySelector('main').cloneNode(true);
    for (const button of main.querySelectorAll('.btn')) button.remove();
    return main.textContent;
  }));
  const times = (all, part) => all.split(plain(part)).length - 1;
  for (const part of screen) assert.equal(times(text, part), times(own, part), `${part} is printed`);
  const { width, height, code: found } = scanned(pdf);
  assert.equal(found?.data, `${BASE}/kvitto#${key}`);
  // All of it, with some paper around.
  const corners = Object.entries(found.location).filter(([name]) => /^(top|bottom)(Left|Right)Corner$/.test(name)).map(([, at]) => at);
  assert.equal(corners.length, 4);
  for (const { x, y } of corners) assert.ok(x > 60 && x < width - 60 && y > 60 && y < height - 60, `${x}, ${y} of ${width} × ${height}`);
  c.nothingWrong();
});

test('a stored file is checked without network: unaltered, altered by one bit, or another', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const key = await sent(page);
  const bytes = await stored(key);
  // Somebody else's browser, that has never sent anything.
  const other = await context(browser);
  const checker = await other.newPage();
  await open(checker, '/kvitto');
  // Cut off while the worker is on its way, the browser reports that it did not come.
  await kept(checker);
  await other.setOffline(true);
  await checker.fill('#receipt', 'hej');
  await outcome(checker, /varken en kvittokod eller en nyckel/);
  await checker.fill('#receipt', key);
  await outcome(checker, /Välj filen/);
  await pick(checker, 'x.json', bytes);
  await outcome(checker, /oförändrad[\s\S]*räknades om ur svaren och stämmer[\s\S]*Värmdö/);
  const altered = Buffer.from(bytes);
  altered[bytes.indexOf('Testsson')] ^= 1;
  await pick(checker, `${key}.json`, altered);
  await outcome(checker, /stämmer inte med kvittot/);
  await checker.fill('#receipt', '');
  await outcome(checker, /stämmer inte med kvittot/);
  await checker.fill('#receipt', key.split('.')[1].slice(0, 8));
  await pick(checker, 'x.json', bytes);
  await outcome(checker, /oförändrad/);
  await pick(checker, 'x.json', Buffer.from('{}'));
  await outcome(checker, /inte en inskickad bedömning/);
  other.nothingWrong();
});

test('a sealed submission opens with a stock tool and the organiser’s key, and with nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jwe-'));
  const file = name => join(folder, name);
  const jose = (...given) => execFileSync('jose', given, { encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
  jose('jwk', 'gen', '-i', '{"kty":"EC","crv":"P-256"}', '-o', file('secret.jwk'));
  jose('jwk', 'gen', '-i', '{"kty":"EC","crv":"P-256"}', '-o', file('other.jwk'));
  const { kty, crv, x, y } = JSON.parse(await readFile(file('secret.jwk'), 'utf8'));
  const c = await context(browser, DIRECT);
  await c.route('**/config.json', async route => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: { ...config, seal: { kty, crv, x, y, kid: 'jury-2026' } } });
  });
  const page = await c.newPage();
  let preview;
  const key = await sent(page, async () => {
    await page.waitForFunction(() => document.body.innerText.includes('Det du ser här krypteras'));
    preview = await page.locator('pre.payload').textContent();
  });
  assert.match(await page.locator('.receipt').innerText(), /krypterat till arrangören/);
  assert.match(await page.locator('main').innerText(), /Test Testsson/);
  const bytes = await stored(key);
  assert.equal(createHash('sha256').update(bytes).digest('hex'), key.split('.')[1]);
  assert.equal(bytes.includes('Testsson'), false);
  writeFileSync(file('sealed.json'), bytes);
  assert.equal(jose('jwe', 'dec', '-i', file('sealed.json'), '-k', file('secret.jwk')), preview);
  assert.throws(() => jose('jwe', 'dec', '-i', file('sealed.json'), '-k', file('other.jwk')));
  await open(page, '/kvitto');
  await pick(page, `${key}.json`, bytes);
  await outcome(page, /oförändrad[\s\S]*krypterad/);
  rmSync(folder, { recursive: true });
  c.nothingWrong();
});

test('a key to seal for that cannot be read stops the sending', async () => {
  const c = await context(browser, DIRECT);
  await c.route('**/config.json', async route => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: { ...config, seal: { kty: 'RSA' } } });
  });
  const page = await c.newPage();
  const id = await begin(page);
  await answerAll(page, id);
  await open(page, `/bedomning/skicka?utkast=${id}`);
  await fillContact(page);
  await page.click('button[type=submit]');
  await page.click('#send-now');
  await page.waitForFunction(() => document.querySelector('.note.error')?.innerText.includes('Inget har skickats'));
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter(k => k.startsWith('dku1/'))), []);
  c.nothingWrong();
});
