// Storage on another origin: the site's own headers let the page post there and nowhere else, the bucket's rule lets it
// hear the answer, and what is stored is what was sent, byte for byte.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { s3 } from './lib/s3.mjs';

const REAL = process.env.BASE_URL ?? 'http://127.0.0.1:8787';
const XTASK = process.env.XTASK ?? 'target/debug/xtask';
let storage, folder, server, site, browser, lib, ready, says;

before(async () => {
  storage = await s3();
  folder = await mkdtemp(join(tmpdir(), 's3-site-'));
  // The site as an operator changes its settings in place.
  await cp('dist', join(folder, 'dist'), { recursive: true, dereference: true, filter: path => !/\/cards(\/|$)/.test(path) });
  const settings = join(folder, 'dist/config.json');
  await writeFile(settings, JSON.stringify({ ...JSON.parse(await readFile(settings)), endpoint: storage.endpoint }));
  await promisify(execFile)(XTASK, ['stamp', join(folder, 'dist')]);
  server = spawn(XTASK, ['serve', '--no-build', '--port', '0', '--dist', join(folder, 'dist'), '--submissions', join(folder, 'in')]);
  site = await new Promise((found, lost) => {
    let said = '';
    server.stdout.on('data', data => {
      said += data;
      const address = /http:\/\/[\d.:]+/.exec(said)?.[0];
      if (address) found(address);
    });
    server.once('exit', () => lost(new Error(`the site does not run: ${said}`)));
  });
  process.env.BASE_URL = site;
  lib = await import('./lib/browser.mjs');
  ({ ready, says } = await import('./lib/sending.mjs'));
  browser = await lib.launch();
});

after(async () => {
  await browser?.close();
  server?.kill('SIGKILL');
  storage?.end();
  await rm(folder, { recursive: true, force: true });
});

// Its certificate is its own; that it is another origin is what is tried here.
const visitor = (expected = []) => lib.context(browser, { ignoreHTTPSErrors: true }, [`other origin: ${storage.url}`, ...expected]);

test('a submission is posted to another origin, stored byte for byte, and nobody outside can read it', async () => {
  await storage.allow(site);
  const c = await visitor();
  const page = await c.newPage();
  await ready(page);
  const exact = await page.locator('pre.payload').textContent();
  await page.click('#send-now');
  await page.waitForSelector('.state-chip.received');
  const key = await page.locator('.receipt .key').innerText();
  const name = `inlamning/${key}.json`;
  const stored = await storage.stored();
  assert.deepEqual(Object.keys(stored), [name]);
  assert.equal(stored[name].toString(), exact);
  assert.equal(createHash('sha256').update(stored[name]).digest('hex'), key.split('.')[1]);
  assert.equal((await storage.ask(`/dimios/${name}`)).status, 403);
  // The receipt says when, by the clock of the storage, which the rule lets the page read.
  const posts = storage.asked.filter(one => one.method === 'POST');
  assert.deepEqual(posts.map(one => one.headers.origin), [site]);
  const moment = new Date(posts[0].date).toLocaleString('sv-SE', { dateStyle: 'long', timeStyle: 'short' });
  assert.equal(await page.locator('.receipt .num').innerText(), moment);
  assert.equal(JSON.parse(await page.evaluate(key => localStorage.getItem(`dku1/${key}`), key)).delivery.split(' ').slice(2).join(' '), posts[0].date);
  c.nothingWrong();
});

test('what a browser asks first is answered by the rule of the guide: yes to the site, no to another', async () => {
  await storage.allow(site);
  const ask = origin => storage.ask('/dimios', { method: 'OPTIONS', headers: {
    origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type',
  } });
  const yes = await ask(site);
  assert.deepEqual([yes.status, yes.headers.get('access-control-allow-origin')], [200, site]);
  assert.match(yes.headers.get('access-control-allow-methods'), /POST/);
  assert.match(yes.headers.get('access-control-allow-headers'), /\*|content-type/i);
  assert.equal((await ask('https://annan.example')).status, 403);
});

test('where the rule is for another site the page says that nobody has confirmed it, and goes on once it is right', async () => {
  await storage.allow('https://annan.example');
  const before = Object.keys(await storage.stored());
  const c = await visitor(['CORS', 'Failed to load resource']);
  const page = await c.newPage();
  await ready(page);
  await page.click('#send-now');
  await says(page, 'Skickat men inte bekräftat', 'kan ändå ha kommit fram', 'Inget kan bli dubbelt');
  const key = await page.locator('.receipt .key').innerText();
  await storage.allow(site);
  await page.click('#send-again');
  await page.waitForSelector('.state-chip.received');
  const name = `inlamning/${key}.json`;
  const stored = await storage.stored();
  assert.deepEqual(Object.keys(stored).filter(one => !before.includes(one)), [name]);
  assert.equal(createHash('sha256').update(stored[name]).digest('hex'), key.split('.')[1]);
  c.nothingWrong();
});

test('a page may connect to the storage where the site’s headers name it, and nowhere else', async () => {
  const origin = new URL(storage.url).origin;
  const c = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await c.newPage();
  // Whether the policy of the page that stands stops it before it leaves.
  const stopped = to => page.evaluate(to => new Promise(done => {
    addEventListener('securitypolicyviolation', event => done(event.effectiveDirective), { once: true });
    fetch(to, { mode: 'no-cors' }).then(() => done('no'), () => {});
  }), to);
  const response = await page.goto(`${site}/metod`);
  const policy = response.headers()['content-security-policy'];
  assert.match(policy, new RegExp(`connect-src 'self' ${origin};`));
  assert.equal(await stopped(storage.url), 'no');
  assert.equal(await stopped(REAL), 'connect-src');
  // A site that takes submissions itself names no other.
  await page.goto(`${REAL}/metod`);
  assert.equal(await stopped(storage.url), 'connect-src');
  await c.close();
});
