// axe-core finds nothing, on any page in any state; nothing scrolls sideways at 320 px; targets are large enough.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { violations } from './lib/axe.mjs';
import { BASE, answerAll, begin, breakStores, context, fillContact, launch, open } from './lib/browser.mjs';
import { example, handedBack } from './lib/files.mjs';
import { APP_PAGES, PLAIN_PAGES } from './lib/pages.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

async function check(page, name) {
  // What the bar at the bottom covers now is reached by scrolling: a target half under it is not small. On a screen as high
  // as the page it covers nothing.
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width, height: Math.max(height, await page.evaluate(() => document.documentElement.scrollHeight)) });
  assert.deepEqual(await violations(page), [], name);
  await page.setViewportSize({ width, height });
  const { over, small } = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    // Links in running text may be smaller (WCAG 2.5.8).
    small: [...document.querySelectorAll('button, summary, input, textarea, .btn, label.opt, nav a, .tasks a, .draft a')]
      .filter(e => e.checkVisibility() && e.type !== 'radio' && Math.min(e.offsetWidth, e.offsetHeight) < 24)
      .map(e => e.outerHTML.slice(0, 80)),
  }));
  assert.ok(over <= 0, `${name}: ${over} px too wide`);
  assert.deepEqual(small, [], name);
}

// Another tab, which has received no storage event from this one, answers the same statement.
async function conflict(c, page, id) {
  const other = await c.newPage();
  await other.addInitScript(() => addEventListener('storage', event => event.stopImmediatePropagation()));
  for (const tab of [page, other]) await open(tab, `/bedomning/organisation?utkast=${id}`);
  // Saving here means that IndexedDB has been read before, so the other tab's value does not come from there.
  await other.evaluate(() => document.querySelector('[name=p-arbetsmiljo]:not(:checked)').click());
  await other.waitForSelector('.state.ok');
  // A step chosen already would change nothing.
  const chosen = await page.locator('[name=p-it_kompetens]:checked').inputValue();
  const steps = ['2', '3', '4'].filter(step => step !== chosen);
  for (const [tab, step] of [[page, steps[0]], [other, steps[1]]]) {
    await tab.evaluate(step => document.getElementById(`p-it_kompetens-${step}`).click(), step);
    await tab.waitForSelector('.state.ok');
  }
  await page.waitForSelector('#conflicts button');
  await other.close();
}

for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']]) {
  test(`every page at ${width} px, ${colorScheme}`, async () => {
    const c = await context(browser, { viewport: { width, height: 800 }, colorScheme });
    const page = await c.newPage();
    for (const path of APP_PAGES) {
      await open(page, path);
      await check(page, path);
    }
    for (const path of PLAIN_PAGES) {
      await page.goto(BASE + path);
      await check(page, path);
    }
    c.nothingWrong();
  });

  test(`every state of an assessment at ${width} px, ${colorScheme}`, async () => {
    const c = await context(browser, { viewport: { width, height: 800 }, colorScheme }, ['Failed to load resource']);
    const page = await c.newPage();
    await open(page, '/bedomning');
    await page.click('#begin');
    await page.waitForSelector('#errors');
    await check(page, 'nobody chosen');
    await page.fill('#municipality', 'ö');
    await page.waitForSelector('#municipality-0');
    await check(page, 'list of municipalities');
    const id = await begin(page);
    await open(page, `/bedomning/skicka?utkast=${id}`);
    await page.click('button[type=submit]');
    await page.waitForSelector('#errors');
    await check(page, 'error summary');
    await answerAll(page, id);
    for (const name of ['innovation', 'oversikt', 'granska', 'resultat']) {
      await open(page, `/bedomning/${name}?utkast=${id}`);
      if (name === 'resultat') await page.waitForSelector('#result .total');
      await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = d.id !== 'menu'; }));
      await check(page, name);
    }
    await open(page, `/bedomning/svarande?utkast=${id}`);
    await page.setInputFiles('#files', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.waitForSelector('#files-outcome li');
    await check(page, 'respondents');
    await page.setInputFiles('#files', Array.from({ length: 6 }, (_, n) =>
      handedBack(n, n < 5 ? 'Skola' : 'Kansli', { skugg_it: String(n + 1), systemstod: 'vet_ej', dokumenterad_kunskap: '3' })));
    await page.waitForFunction(() => document.querySelectorAll('#handed-in tbody button').length === 6);
    await page.waitForSelector('.state.ok');
    await check(page, 'respondents put in');
    await open(page, `/bedomning/resultat?utkast=${id}`);
    await page.waitForSelector('#talk');
    await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = d.id !== 'menu'; }));
    await check(page, 'result of several');
    await page.setInputFiles('#compare-file', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.waitForSelector('#compare-section .field-error');
    await check(page, 'nothing to compare with');
    await open(page, `/bedomning/plan?utkast=${id}`);
    await page.fill('#plan-target-teknik', '80');
    await page.fill('#plan-action-teknik', 'Räkna');
    await page.waitForSelector('#whole-plan table');
    await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = d.id !== 'menu'; }));
    await check(page, 'plan');
    await open(page, `/bedomning/dokument?utkast=${id}`);
    await page.waitForSelector('.signatures');
    await check(page, 'document');
    await open(page, `/bedomning/svarande?utkast=${id}`);
    await page.waitForSelector('#link-text');
    const link = await page.locator('#link-text').inputValue();
    const invited = await c.newPage();
    await invited.goto(link);
    await invited.waitForSelector('#begin');
    await check(invited, 'invited');
    await invited.click('#begin');
    await invited.waitForURL(/oversikt/);
    await open(invited, invited.url().replace(/^.*?:\/\/[^/]*/, '').replace('oversikt', 'skicka'));
    await check(invited, 'handing back');
    await invited.close();
    await open(page, `/bedomning/skicka?utkast=${id}`);
    await fillContact(page);
    await page.click('button[type=submit]');
    await page.waitForSelector('#send-now');
    await check(page, 'what will be sent');
    await page.route('**/inlamning', route => route.fulfill({ status: 503 }));
    await page.click('#send-now');
    await page.waitForSelector('#send-again');
    await check(page, 'receipt that waits');
    await page.unroute('**/inlamning');
    await page.route('**/inlamning', route => route.fulfill({ status: 422 }));
    // It is retried automatically.
    await page.waitForSelector('.state-chip.failed');
    await check(page, 'receipt of a refusal');
    await page.unroute('**/inlamning');
    await open(page, `/bedomning/skicka?utkast=${id}`);
    await page.click('button[type=submit]');
    await page.click('#send-now');
    await page.waitForSelector('.state-chip.received');
    await check(page, 'receipt');
    const key = await page.locator('.receipt .key').innerText();
    await open(page, `/kvitto#${key}`);
    await page.waitForSelector('.state-chip.received');
    await check(page, 'check of a receipt');
    await page.setInputFiles('#file', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.waitForSelector('.state-chip.failed');
    await check(page, 'check that fails');
    await open(page, '/bedomning');
    await page.getByRole('button', { name: 'Hantera' }).last().click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.tools').getByRole('button', { name: 'Spara en fil' }).click()]);
    await page.setInputFiles('#file', await file.path());
    await page.waitForSelector('#open');
    await check(page, 'tools of a draft, and what is in a file');
    await page.setInputFiles('#file', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.waitForSelector('#file-outcome .field-error');
    await check(page, 'a file that is none');
    await conflict(c, page, id);
    await check(page, 'the same in two tabs');
    await open(page, `/bedomning/teknik?utkast=${id}`);
    await breakStores(page);
    await page.locator('label:has(#p-it_styrning-1)').click();
    await page.waitForSelector('.state.bad');
    // Where the bar covers nothing: what lies under it is not there to be touched.
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await check(page, 'not saved');
    page.on('dialog', dialog => dialog.accept());
    await open(page, '/bedomning');
    await check(page, 'list of drafts');
    c.nothingWrong();
  });
}

for (const [width, colorScheme] of [[320, 'dark'], [1280, 'light']]) {
  test(`the example at ${width} px, ${colorScheme}`, async () => {
    const c = await context(browser, { viewport: { width, height: 800 }, colorScheme });
    const page = await c.newPage();
    const id = await example(page);
    await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = d.id !== 'menu'; }));
    await check(page, 'result of the example');
    for (const [name, there] of [['dokument', '.signatures'], ['plan', '#whole-plan table']]) {
      await open(page, `/bedomning/${name}?utkast=${id}`);
      await page.waitForSelector(there);
      await check(page, `${name} of the example`);
    }
    await open(page, '/bedomning');
    await check(page, 'list with the example');
    c.nothingWrong();
  });
}

test('forced colours keep what is chosen apart', async () => {
  const c = await context(browser, { forcedColors: 'active' });
  const page = await c.newPage();
  await open(page, '/bedomning/teknik');
  await page.locator('label:has(#p-skugg_it-3)').click();
  const colour = id => page.locator(`#${id} + span`).evaluate(e => getComputedStyle(e).backgroundColor);
  assert.notEqual(await colour('p-skugg_it-3'), await colour('p-skugg_it-4'));
  await check(page, 'forced colours');
  c.nothingWrong();
});
