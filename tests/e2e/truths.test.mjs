// The three truths of a submission: it waits, it was sent and may have arrived, it was received. None is said too early.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { DIRECT, answerAll, begin, context, fillContact, launch, live, open } from './lib/browser.mjs';
import { ready, receiver, says } from './lib/sending.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const FAILED = ['Failed to load resource', 'net::ERR'];
const UNCONFIRMED = 'Skickat men inte bekräftat';

for (const [what, answer] of [
  ['an answer that is lost', 'lost'], ['a gateway that hears nothing (502)', { status: 502 }], ['a gateway that waits too long (504)', { status: 504 }],
]) {
  test(`${what} leaves a submission sent but not confirmed, in every tab`, async () => {
    const c = await context(browser, DIRECT, FAILED);
    const page = await c.newPage();
    await ready(page);
    const now = { answer: { status: 503 } };
    const posts = await receiver(page, now);
    await page.click('#send-now');
    await says(page, 'Väntar på mottagaren');
    const other = await c.newPage();
    await receiver(other, { answer: { status: 503 } });
    await open(other, new URL(page.url()).pathname + new URL(page.url()).search);
    await says(other, 'Väntar på mottagaren');
    now.answer = answer;
    await page.click('#send-again');
    await says(page, UNCONFIRMED, 'Inget kan bli dubbelt');
    // The other tab has sent nothing that may have arrived, but this one has.
    await says(other, UNCONFIRMED);
    if (answer === 'lost') {
      const key = await page.locator('.receipt .key').innerText();
      assert.ok((await readdir(process.env.SUBMISSIONS)).includes(`${key}.json`), 'it has arrived');
    }
    // Without network it is still so.
    now.answer = 'abort';
    await c.setOffline(true);
    await page.click('#send-again');
    await page.waitForFunction(() => document.querySelector('.receipt').innerText.includes('inget skickades den här gången'));
    await says(page, UNCONFIRMED);
    now.answer = null;
    await other.close();
    await c.setOffline(false);
    await page.waitForSelector('.state-chip.received');
    assert.equal(new Set(posts.map(p => p.key + p.body)).size, 1);
    c.nothingWrong();
  });
}

test('a browser that is gone in mid-sending says, without network, that it may have arrived', async () => {
  const c = await context(browser, DIRECT, FAILED);
  const page = await c.newPage();
  await ready(page);
  await page.route('**/inlamning', () => {});
  const asked = page.waitForRequest('**/inlamning');
  await page.click('#send-now');
  await asked;
  const address = new URL(page.url());
  await page.close();
  const again = await c.newPage();
  for (const blocked of ['**/inlamning', '**/config.json']) await again.route(blocked, route => route.abort());
  await open(again, address.pathname.replace('skicka', 'kvitto') + address.search);
  await again.waitForFunction(() => document.querySelector('.receipt')?.innerText.includes('inget skickades den här gången'));
  await says(again, UNCONFIRMED);
  c.nothingWrong();
});

test('where nothing has been sent it waits for the network: no network, or an address that cannot be had', async () => {
  const c = await context(browser, DIRECT, FAILED);
  const page = await c.newPage();
  await ready(page);
  const now = { answer: { status: 404 } };
  const posts = await receiver(page, now);
  await page.click('#send-now');
  await says(page, 'Väntar på mottagaren');
  now.answer = 'abort';
  await c.setOffline(true);
  await page.click('#send-again');
  await says(page, 'Väntar på nät');
  now.answer = { status: 404 };
  await c.setOffline(false);
  await says(page, 'Väntar på mottagaren');
  const sent = posts.length;
  // Its receiver's address cannot be had: not even the attempt begins.
  await c.route('**/config.json', route => route.abort());
  await page.reload();
  await live(page);
  await page.waitForFunction(() => document.querySelector('.receipt')?.innerText.includes('inget skickades den här gången'));
  await says(page, 'Väntar på nät');
  assert.equal(posts.length, sent);
  c.nothingWrong();
});

test('what waits goes when the page is seen again', async () => {
  const c = await context(browser, DIRECT, FAILED);
  const page = await c.newPage();
  await ready(page);
  await page.clock.install();
  const now = { answer: { status: 503 } };
  const posts = await receiver(page, now);
  await page.click('#send-now');
  await says(page, 'Väntar på mottagaren');
  // The clock is stopped long before the automatic retry, which follows a second after the failure at the earliest.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 100));
  const before = posts.length;
  now.answer = null;
  const look = state => page.evaluate(state => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);
  await look('hidden');
  assert.equal(posts.length, before);
  await look('visible');
  // What is done before it is sent takes its time.
  for (let n = 0; n < 60 && posts.length === before; n += 1) {
    await page.clock.runFor(10);
    await pause(10);
  }
  await page.waitForSelector('.state-chip.received');
  assert.equal(posts.length, before + 1);
  c.nothingWrong();
});

test('what waits on a shared computer is said to be in this tab only', async () => {
  const c = await context(browser, DIRECT, FAILED);
  const page = await c.newPage();
  const id = await begin(page);
  await answerAll(page, id);
  await open(page, '/bedomning');
  await page.getByRole('button', { name: 'Hantera' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.tools').getByRole('button', { name: 'Spara en fil' }).click()]);
  // Somebody else's computer, with the file.
  const theirs = await context(browser, DIRECT, FAILED);
  const tab = await theirs.newPage();
  await open(tab, '/bedomning');
  await tab.check('#shared');
  await tab.setInputFiles('#file', await file.path());
  await tab.click('#open');
  await tab.locator('a[href*="/granska"]').click();
  await tab.locator('a[href*="/skicka"]').click();
  await fillContact(tab);
  await tab.click('button[type=submit]');
  const now = { answer: { status: 503 } };
  const posts = await receiver(tab, now);
  await tab.click('#send-now');
  await says(tab, 'Väntar på mottagaren', 'finns bara i den här fliken');
  assert.doesNotMatch(await tab.locator('.receipt').innerText(), /på den här datorn/);
  now.answer = null;
  // As it says, by itself.
  await says(tab, 'Mottaget');
  assert.equal(new Set(posts.map(p => p.body)).size, 1);
  assert.deepEqual(await tab.evaluate(() => Object.keys(localStorage)), []);
  theirs.nothingWrong();
});
