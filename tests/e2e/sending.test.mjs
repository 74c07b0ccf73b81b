// Sending meets every kind of trouble: nothing is lost, doubled or altered, and the words are right.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { answerAll, begin, choose, context, fillContact, launch, live, open } from './lib/browser.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const FAILED = ['Failed to load resource', 'net::ERR'];

async function ready(page) {
  const id = await begin(page);
  await answerAll(page, id);
  await open(page, `/bedomning/skicka?utkast=${id}`);
  await fillContact(page);
  await page.click('button[type=submit]');
  await page.waitForSelector('#skicka-nu');
  return id;
}

// Answers posts by `answers` in turn, then lets them through, and keeps what was posted.
async function receiver(page, answers) {
  const posts = [];
  await page.route('**/inlamning', async route => {
    const request = route.request();
    posts.push({ key: request.headers()['idempotency-key'], body: request.postData() });
    const answer = answers.shift();
    if (!answer) await route.continue();
    else if (answer === 'abort') await route.abort();
    else await route.fulfill(answer);
  });
  return posts;
}

test('trouble of every kind keeps the submission, and the same bytes go again', async () => {
  const c = await context(browser, {}, FAILED);
  const page = await c.newPage();
  await ready(page);
  const html = { status: 200, contentType: 'text/html', body: '<h1>Logga in</h1>' };
  const posts = await receiver(page, ['abort', { status: 503 }, html, { status: 404 }]);
  await page.dblclick('#skicka-nu');
  for (const [chip, text] of [
    ['Väntar på nät', 'Mottagaren svarade inte'],
    ['Väntar på mottagaren', 'tillfälligt fel'],
    ['Väntar på nät', 'En webbsida svarade'],
    ['Väntar på mottagaren', 'tar inte emot just nu'],
  ]) {
    await page.waitForFunction(t => document.querySelector('.receipt')?.innerText.includes(t), text);
    assert.equal(await page.locator('.state-chip').innerText(), chip);
    assert.match(await page.locator('.receipt').innerText(), /Inget kan bli dubbelt/);
    await page.reload();
    await live(page);
    await page.click('#skicka-igen');
  }
  await page.waitForSelector('.state-chip.received');
  assert.equal(posts.length, 5);
  assert.equal(new Set(posts.map(p => p.key + p.body)).size, 1);
  c.nothingWrong();
});

test('already there is success, a refusal is final and explained', async () => {
  const c = await context(browser, {}, FAILED);
  for (const [answers, chip, text] of [
    [[{ status: 412 }], 'Mottaget', 'Spara eller skriv ut kvittot'],
    [[{ status: 409 }, { status: 409 }], 'Mottaget', 'Spara eller skriv ut kvittot'],
    [[{ status: 422 }], 'Mottagaren tog inte emot', 'hjälper inte att skicka igen'],
    [[{ status: 400 }], 'Mottagaren tog inte emot', 'hjälper inte att skicka igen'],
  ]) {
    const page = await c.newPage();
    await ready(page);
    const posts = await receiver(page, [...answers]);
    await page.click('#skicka-nu');
    await page.waitForFunction(t => document.querySelector('.receipt')?.innerText.includes(t), text);
    assert.equal(await page.locator('.state-chip').innerText(), chip);
    assert.equal(posts.length, answers.length);
    assert.equal(await page.locator('#skicka-igen').count(), 0);
    await page.close();
  }
  c.nothingWrong();
});

test('a receiver that never answers is given up, and the page says so', async () => {
  const c = await context(browser, {}, FAILED);
  const page = await c.newPage();
  await ready(page);
  await page.clock.install();
  await page.route('**/inlamning', () => {});
  const asked = page.waitForRequest('**/inlamning');
  await page.click('#skicka-nu');
  await asked;
  await page.waitForFunction(() => document.querySelector('.receipt')?.innerText.includes('Skickar'));
  await page.clock.fastForward(31_000);
  await page.waitForSelector('.state-chip.waiting, .state-chip.unconfirmed');
  assert.match(await page.locator('.receipt').innerText(), /Inget kan bli dubbelt/);
  await page.unroute('**/inlamning');
  await page.click('#skicka-igen');
  await page.waitForSelector('.state-chip.received');
  c.nothingWrong();
});

test('what waits for the net goes when the net is back', async () => {
  const c = await context(browser, {}, FAILED);
  const page = await c.newPage();
  await ready(page);
  await c.setOffline(true);
  await page.click('#skicka-nu');
  await page.waitForSelector('.state-chip.waiting');
  await page.waitForSelector('#skicka-igen');
  await c.setOffline(false);
  await page.waitForSelector('.state-chip.received');
  c.nothingWrong();
});

test('everything missing is listed, takes the focus and leads to its place', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/skicka?utkast=${id}`);
  await page.fill('#epost', 'namn@');
  await page.click('button[type=submit]');
  await page.waitForFunction(() => document.activeElement.id === 'fel');
  assert.equal(await page.locator('#fel li').count(), 30 + 3);
  await page.locator('#fel a[href="#namn"]').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'namn');
  assert.equal(await page.getAttribute('#epost', 'aria-invalid'), 'true');
  await page.locator('#fel a', { hasText: 'Skugg-it' }).click();
  await page.waitForURL(/teknik\?utkast=.*#p-skugg_it/);
  c.nothingWrong();
});

test('an edit after sending is a new submission that names the one it replaces', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await ready(page);
  await page.click('#skicka-nu');
  await page.waitForSelector('.state-chip.received');
  const first = await page.locator('dd.key').innerText();
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'it_styrning', 'ej_tillampligt');
  await open(page, `/bedomning/kvitto?utkast=${id}`);
  assert.match(await page.locator('.note.warn').innerText(), /har ändrats/);
  await open(page, `/bedomning/skicka?utkast=${id}`);
  await page.click('button[type=submit]');
  const sent = JSON.parse(await page.locator('pre.payload').textContent());
  assert.equal(sent.supersedes, first);
  await page.click('#skicka-nu');
  await page.waitForSelector('.state-chip.received');
  assert.notEqual(await page.locator('dd.key').innerText(), first);
  c.nothingWrong();
});
