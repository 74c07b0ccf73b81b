// A disk that is slow or silent: nothing leaves the browser before it has it, and nothing that is being typed is taken away.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { BASE, DIRECT, context, launch, open } from './lib/browser.mjs';
import { breakable, records } from './lib/faults.mjs';
import { ready, receiver } from './lib/sending.mjs';
import { quick } from './lib/stores.mjs';

// From the next page on the disk is read only once it is let: `release`.
const held = page => page.addInitScript(() => {
  window.held = [];
  let released = false;
  window.release = () => {
    released = true;
    window.held.forEach(hear => hear());
  };
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...given) {
    const request = open.apply(this, given);
    const later = (event, hear) => (released ? hear(event) : window.held.push(() => hear(event)));
    Object.defineProperty(request, 'onsuccess', { set: hear => request.addEventListener('success', event => later(event, hear)) });
    return request;
  };
});

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// Found while a loss among a thousand submissions was looked for: after 0.9 seconds what only localStorage had was sent, and
// a browser killed then would know nothing of it.
test('nothing is sent, and no receipt shown, before the disk has what is sent', async () => {
  const c = await context(browser, DIRECT);
  await breakable(c);
  const page = await c.newPage();
  const posts = await receiver(page, { answer: null });
  await page.clock.install();
  await ready(page);
  await page.evaluate(() => {
    // This connection stores what it is given, but never reports success.
    const transaction = window.database.transaction.bind(window.database);
    window.database.transaction = (...given) => {
      const begun = transaction(...given);
      Object.defineProperty(begun, 'oncomplete', { set() {} });
      return begun;
    };
  });
  await page.click('#send-now');
  const stored = () => page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('dku1/')).length);
  assert.equal(await stored(), 1);
  // Long enough for the page to say that the disk may not have it.
  await page.clock.runFor(3000);
  assert.deepEqual([posts.length, await page.locator('#send-now').count()], [0, 1]);
  // A connection whose request has timed out is reopened, and the write is retried.
  await page.clock.runFor(8000);
  await page.waitForSelector('.state-chip.received');
  const { sure } = await records(page, 'dku1/');
  assert.deepEqual([posts.length, Object.keys(sure).length], [1, 1]);
  c.nothingWrong();
});

// Found there too, when a submission was sent with the previous role: the page re-rendered once IndexedDB had been
// read, and what was being typed was lost.
test('what is typed while the disk is still being read stays, and so does the focus', async () => {
  const c = await context(browser, DIRECT);
  const page = await c.newPage();
  const id = await ready(page);
  await page.waitForFunction(() => document.querySelector('#send-now'));
  await held(page);
  for (const [path, first, second] of [['skicka', '#name', '#role'], ['plan', '#plan-owner-effektivitet', '#plan-action-effektivitet']]) {
    await open(page, `/bedomning/${path}?utkast=${id}`);
    await page.waitForFunction(() => window.held.length);
    await page.fill(first, 'Något nytt');
    await page.focus(second);
    await page.evaluate(second => { document.querySelector(second).dataset.same = ''; }, second);
    await page.keyboard.insertText('Bör');
    await page.evaluate(() => window.release());
    await page.waitForSelector('.state.ok');
    await page.keyboard.insertText('jan');
    const [same, value] = await page.locator(second).evaluate(e => ['same' in e.dataset && e === document.activeElement, e.value]);
    assert.deepEqual([same, value.includes('Början')], [true, true], `${path}: ${value}`);
  }
  c.nothingWrong();
});

// Found by two runs of 500 with kills: localStorage was stale, the value from IndexedDB was set in a field whose text
// had just been selected to be replaced, and the old text stayed before the new.
test('what was selected to be typed over is typed over, also if the disk brings something else meanwhile', async () => {
  const c = await context(browser, DIRECT);
  const page = await c.newPage();
  const id = await ready(page);
  await page.getByRole('button', { name: 'Ändra' }).click();
  const fields = [['#name', 'Nyare namn'], ['#role', 'Nyare roll']];
  const behind = await quick(page, `dk1/${id}/`);
  for (const [field, text] of fields) await page.fill(field, text);
  await page.waitForSelector('.state.ok');
  for (const [field, text] of fields) {
    await page.goto(`${BASE}/metod`);
    await page.evaluate(behind => behind.forEach(([key, text]) => localStorage.setItem(key, text)), behind);
    const next = await c.newPage();
    await held(next);
    await open(next, `/bedomning/skicka?utkast=${id}`);
    await next.waitForFunction(() => window.held.length);
    await next.locator(field).selectText();
    await next.evaluate(() => window.release());
    await next.waitForFunction(([field, text]) => document.querySelector(field).value === text, [field, text]);
    await next.keyboard.insertText('Ny');
    assert.equal(await next.inputValue(field), 'Ny');
    await next.close();
  }
  c.nothingWrong();
});
