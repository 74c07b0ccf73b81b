// The public pages: what they ask for, and what is known by the clock. That every link leads somewhere: crawl.test.mjs.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { BASE, DIRECT, context, launch, open, overtaken, started } from './lib/browser.mjs';
import { PLAIN_PAGES, PUBLIC_PAGES } from './lib/pages.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('what is not there is 404 with a page that leads on', async () => {
  const c = await context(browser, {}, ['404']);
  const page = await c.newPage();
  const response = await page.goto(`${BASE}/finns-inte`);
  assert.equal(response.status(), 404);
  assert.equal(await page.locator('h1').innerText(), 'Sidan finns inte');
  c.nothingWrong();
});

test('pages that need no app ask for none, and say their language', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const asked = [];
  page.on('request', r => asked.push(new URL(r.url()).pathname));
  for (const path of PLAIN_PAGES) {
    await page.goto(BASE + path);
    assert.equal(await page.getAttribute('html', 'lang'), path.startsWith('/en') ? 'en' : 'sv', path);
    assert.ok((await page.title()).endsWith('Sveriges DigitaliseringsKommun'), path);
  }
  assert.deepEqual(asked.filter(p => p.endsWith('.wasm') || p.includes('/app-')), []);
  c.nothingWrong();
});

test('nothing of the app is asked for on a public page until somebody needs it, and then after its first paint', async () => {
  const c = await context(browser, DIRECT);
  const page = await c.newPage();
  const asked = () => page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    wasm: performance.getEntriesByType('resource').filter(e => e.name.endsWith('.wasm')).map(e => e.startTime),
  }));
  for (const path of PUBLIC_PAGES) {
    await page.goto(BASE + path, { waitUntil: 'networkidle' });
    assert.deepEqual((await asked()).wasm, [], path);
  }
  await page.goto(`${BASE}/nominerade`);
  await page.focus('#search');
  await started(page);
  const { paint, wasm } = await asked();
  assert.ok(wasm.length > 1 && wasm.every(at => at >= paint), `painted at ${paint}, asked at ${wasm}`);
  c.nothingWrong();
});

for (const [day, expected, unexpected] of [
  ['2023-05-11T09:00:00+02:00', /Nästa: Bedömningen i DiMiOS lämnas in, om 6 dagar/, /Vinnare\n|Värmdö är/],
  ['2023-05-16T22:30:00Z', /i dag/, /Vinnare\n|Värmdö är/],
  ['2023-12-01T09:00:00+01:00', /Värmdö är Sveriges[\s\S]*Vinnare/, /Nästa:/],
]) {
  test(`the start page on ${day}, by the clock in Stockholm`, async () => {
    const c = await context(browser, { ...DIRECT, timezoneId: 'America/New_York' });
    const page = await c.newPage();
    await page.clock.setFixedTime(new Date(day));
    await page.route('**/', async route => {
      const response = await route.fetch();
      await route.fulfill({ response, body: overtaken(await response.text()) });
    });
    await page.goto(BASE);
    await started(page);
    const text = (await page.locator('main').innerText()).replaceAll('\u00ad', '');
    assert.match(text, expected);
    assert.doesNotMatch(text, unexpected);
    c.nothingWrong();
  });
}

for (const path of ['/nominerade/2023/varmdo', '/', '/en/nominerade/2023']) {
  test(`${path} is passed on: by the share sheet where there is one, or by its address on the clipboard`, async () => {
    const c = await context(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await c.newPage();
    await page.addInitScript(() => { window.print = () => { window.printed = true; }; });
    await page.goto(BASE + path);
    await page.click('[data-share]');
    await page.waitForFunction(() => document.querySelector('.share [role=status]').innerText.length > 5);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), BASE + path);
    await page.evaluate(() => { navigator.share = async data => { window.shared = data; }; });
    await page.click('[data-share]');
    await page.waitForFunction(() => window.shared);
    assert.equal(await page.evaluate(() => window.shared.url), BASE + path);
    await page.click('[data-print]');
    assert.equal(await page.evaluate(() => window.printed), true);
    c.nothingWrong();
  });
}

test('the assessment has its questionnaire and its municipalities from whichever page one comes', async () => {
  const c = await context(browser, DIRECT);
  const page = await c.newPage();
  const begins = async () => {
    await page.locator('header nav.wide a[href="/bedomning"]').click();
    await page.waitForURL('**/bedomning');
    await page.fill('#municipality', 'varmd');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#municipality-chosen li');
    await page.click('#begin');
    await page.waitForURL(/oversikt\?utkast=/);
    await page.locator('.tasks a').first().click();
    await page.waitForSelector('section.statement');
    assert.equal(await page.evaluate(() => performance.getEntriesByType('navigation').length === 1 && window.first), true);
  };
  const stays = () => page.evaluate(() => { window.first = true; });
  // A public page carries neither; a category carries no municipalities.
  await page.goto(`${BASE}/nominerade`);
  await page.focus('#search');
  await started(page);
  await stays();
  await begins();
  await open(page, '/bedomning/teknik');
  await stays();
  await begins();
  c.nothingWrong();
});
