// Sending with every kind of failure: nothing is lost, doubled or altered, and the texts are right.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { DIRECT, answerAll, begin, choose, context, fillContact, launch, live, open } from './lib/browser.mjs';
import { violations } from './lib/axe.mjs';
import { ready, receiver, says } from './lib/sending.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const FAILED = ['Failed to load resource', 'net::ERR'];

test('trouble of every kind keeps the submission, and the same bytes go again', async () => {
  const c = await context(browser, {}, FAILED);
  const page = await c.newPage();
  await ready(page);
  const html = { status: 200, contentType: 'text/html', body: '<h1>Logga in</h1>' };
  const now = { answer: { status: 503 } };
  const posts = await receiver(page, now);
  await page.dblclick('#send-now');
  // Reloading while it is being sent would make it one that may have arrived.
  await page.waitForFunction(() => document.querySelector('.receipt')?.innerText.includes('tillfälligt fel'));
  for (const [answer, chip, text] of [
    [{ status: 503 }, 'Väntar på mottagaren', 'tillfälligt fel'],
    [html, 'Väntar på nät', 'En webbsida svarade'],
    [{ status: 404 }, 'Väntar på mottagaren', 'tar inte emot just nu'],
    ['abort', 'Skickat men inte bekräftat', 'kan ändå ha kommit fram'],
    // Nothing but an answer from the receiver ends that.
    [{ status: 503 }, 'Skickat men inte bekräftat', 'tillfälligt fel'],
    [html, 'Skickat men inte bekräftat', 'En webbsida svarade'],
  ]) {
    now.answer = answer;
    // It is retried when the page is opened.
    await page.reload();
    await live(page);
    await says(page, chip, text, 'Inget kan bli dubbelt');
  }
  now.answer = null;
  await page.click('#send-again');
  await page.waitForSelector('.state-chip.received');
  assert.ok(posts.length >= 6, String(posts.length));
  assert.equal(new Set(posts.map(p => p.key + p.body)).size, 1);
  c.nothingWrong();
});

test('without the part that writes what is sent nothing is sent, and it is tried again', async () => {
  const c = await context(browser, DIRECT, ['Failed to load', 'ERR_FAILED', 'error sending', 'Failed to fetch']);
  const page = await c.newPage();
  const posts = await receiver(page, { answer: null });
  const id = await begin(page);
  await answerAll(page, id);
  await page.route('**/split_sending.wasm', route => route.abort());
  await open(page, `/bedomning/resultat?utkast=${id}`);
  await page.getByRole('link', { name: 'Skicka in' }).click();
  const told = page.locator('main [role=alert]');
  await told.getByRole('button', { name: 'Försök igen' }).waitFor();
  assert.match(await told.innerText(), /kunde inte hämtas\. Det ni har svarat är kvar\./);
  await told.getByRole('button', { name: 'Försök igen' }).click();
  assert.deepEqual([posts.length, await violations(page)], [0, []]);
  await page.unroute('**/split_sending.wasm');
  await told.getByRole('button', { name: 'Försök igen' }).click();
  await fillContact(page);
  await page.click('button[type=submit]');
  await page.click('#send-now');
  await page.waitForSelector('.state-chip.received');
  assert.equal(posts.length, 1);
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
    const posts = await receiver(page, { answer: [...answers] });
    await page.click('#send-now');
    await page.waitForFunction(t => document.querySelector('.receipt')?.innerText.includes(t), text);
    assert.equal(await page.locator('.state-chip').innerText(), chip);
    assert.equal(posts.length, answers.length);
    assert.equal(await page.locator('#send-again').isVisible(), false);
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
  await page.click('#send-now');
  await asked;
  await page.waitForFunction(() => document.querySelector('.receipt')?.innerText.includes('Skickar'));
  await page.clock.fastForward(31_000);
  await says(page, 'Skickat men inte bekräftat', 'kan ändå ha kommit fram', 'Inget kan bli dubbelt');
  await page.unroute('**/inlamning');
  // It is retried automatically.
  await page.clock.fastForward(5000);
  await page.waitForSelector('.state-chip.received');
  c.nothingWrong();
});

test('a receiver that asks for time gets it, and then the submission, by itself', async () => {
  const c = await context(browser, {}, FAILED);
  const page = await c.newPage();
  await ready(page);
  const posts = await receiver(page, { answer: [{ status: 429, headers: { 'retry-after': '2' } }] });
  await page.click('#send-now');
  await page.waitForSelector('.state-chip.received');
  assert.equal(posts.length, 2);
  const pause = posts[1].at - posts[0].at;
  assert.ok(pause >= 2000, `after ${pause} ms`);
  c.nothingWrong();
});

test('a submission in several tabs is sent by one', async () => {
  const c = await context(browser, {}, FAILED);
  const page = await c.newPage();
  await ready(page);
  const keys = [];
  let down = true;
  await c.route('**/inlamning', route => {
    if (down) return route.fulfill({ status: 404 });
    keys.push(route.request().headers()['idempotency-key']);
    return route.continue();
  });
  await page.click('#send-now');
  await page.waitForSelector('#send-again');
  const tabs = await Promise.all([1, 2, 3].map(() => c.newPage()));
  const address = page.url();
  for (const tab of tabs) {
    await open(tab, new URL(address).pathname + new URL(address).search);
    await tab.waitForSelector('#send-again');
  }
  down = false;
  await Promise.all([page, ...tabs].map(tab => tab.evaluate(() => document.querySelector('#send-again')?.click())));
  for (const tab of [page, ...tabs]) await tab.waitForSelector('.state-chip.received');
  assert.equal(new Set(keys).size, 1);
  assert.ok(keys.length <= 2, `${keys.length} posts`);
  c.nothingWrong();
});

test('what waits for the net goes when the net is back', async () => {
  const c = await context(browser, {}, FAILED);
  const page = await c.newPage();
  await ready(page);
  await c.setOffline(true);
  await page.click('#send-now');
  await page.waitForSelector('.state-chip.waiting');
  await page.waitForSelector('#send-again');
  await c.setOffline(false);
  await page.waitForSelector('.state-chip.received');
  c.nothingWrong();
});

test('everything missing is listed, takes the focus and leads to its place', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await open(page, `/bedomning/skicka?utkast=${id}`);
  await page.fill('#email', 'namn@');
  await page.click('button[type=submit]');
  await page.waitForFunction(() => document.activeElement.id === 'errors');
  assert.equal(await page.locator('#errors li').count(), 30 + 3);
  await page.locator('#errors a[href="#name"]').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'name');
  assert.equal(await page.getAttribute('#email', 'aria-invalid'), 'true');
  await page.locator('#errors a', { hasText: 'Skugg-it' }).click();
  await page.waitForURL(/teknik\?utkast=.*#p-skugg_it/);
  c.nothingWrong();
});

test('an edit after sending is a new submission that names the one it replaces', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await ready(page);
  await page.click('#send-now');
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
  await page.click('#send-now');
  await page.waitForSelector('.state-chip.received');
  assert.notEqual(await page.locator('dd.key').innerText(), first);
  c.nothingWrong();
});

// What the browser sends to an endpoint of another kind.
async function sentBy(endpoint) {
  const c = await context(browser, DIRECT);
  await c.route('**/config.json', async route => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: { ...config, endpoint } });
  });
  const page = await c.newPage();
  const sent = [];
  await page.route('**/inlamning/**', async route => {
    const request = route.request();
    sent.push({ method: request.method(), url: new URL(request.url()).pathname, headers: request.headers(), body: request.postData() });
    await route.fulfill({ status: 201 });
  });
  await ready(page);
  const exact = await page.locator('pre.payload').textContent();
  await page.click('#send-now');
  await page.waitForSelector('.state-chip.received');
  const key = await page.locator('.receipt .key').innerText();
  c.nothingWrong();
  return { sent, key, exact };
}

test('an endpoint by put gets the bytes under their name, only if nothing is there', async () => {
  const { sent: [one, ...more], key, exact } = await sentBy({ kind: 'put', url: '/inlamning' });
  assert.deepEqual([one.method, one.url, one.headers['if-none-match'], one.body], ['PUT', `/inlamning/${key}.json`, '*', exact]);
  assert.deepEqual(more, []);
});

test('an endpoint for S3 gets the signed form, with the bytes last', async () => {
  const fields = { policy: 'abc', 'x-amz-signature': 'def' };
  const { sent: [one, ...more], key, exact } = await sentBy({ kind: 's3-post', url: '/inlamning/', prefix: 'in/', fields });
  const form = await new Response(one.body, { headers: { 'content-type': one.headers['content-type'] } }).formData();
  const plain = [...form].slice(0, -1);
  assert.deepEqual(Object.fromEntries(plain), { ...fields, key: `in/${key}.json`, 'Content-Type': 'application/json' });
  assert.equal([...form.keys()].at(-1), 'file');
  assert.equal(await form.get('file').text(), exact);
  assert.deepEqual([one.method, more], ['POST', []]);
});
