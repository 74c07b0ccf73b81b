// Each warning comes when it should, not before and not after, and says what to do: by the clock of Stockholm before the
// last day, and by what the browser promises where it may remove what nobody has visited for seven days.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { DIRECT, begin, choose, context, launch, open, promising } from './lib/browser.mjs';
import { ready } from './lib/sending.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const DEADLINE = '2027-05-30';
const LATE = /Sista dagen att skicka in är nära, och det senaste finns inte i någon sparad fil\. Spara en fil nu\./;
const IDLE = /Safari kan ta bort det efter sju dagar utan besök/;

// A visitor on the other side of the earth, of a site with a last day.
async function visitor() {
  const c = await context(browser, { ...DIRECT, timezoneId: 'Pacific/Auckland' });
  await c.route('**/config.json', async route => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: { ...config, deadline: DEADLINE } });
  });
  return c;
}

// A draft with one answer, given at this time.
async function answered(c, time) {
  await c.clock.setFixedTime(time);
  const page = await c.newPage();
  const id = await begin(page);
  await change(page, id, time, 2);
  return { page, id };
}

async function change(page, id, time, step) {
  await page.context().clock.setFixedTime(time);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'skugg_it', step);
  await page.waitForSelector('.state.ok');
}

// What the overview says at this time, once it says `left`: how long it is to the last day.
async function told(page, id, time, left) {
  await page.context().clock.setFixedTime(time);
  await open(page, `/bedomning/oversikt?utkast=${id}`);
  if (left) await page.locator('#backup-note .meta', { hasText: left }).waitFor();
  // What is said follows from the draft, which is there with the page, and from the settings, which come after it.
  await page.waitForFunction(() => document.querySelector('.tasks'));
  return page.locator('#backup-note');
}

const save = async page => {
  await Promise.all([page.waitForEvent('download'), page.locator('#backup-note button').click()]);
  await page.waitForSelector('#backup-note .note', { state: 'detached' });
};

test('the last day is warned of from the fourteenth day before it until its end, by the clock of Stockholm', async () => {
  const c = await visitor();
  const { page, id } = await answered(c, '2027-03-01T12:00:00Z');
  for (const [time, left, late] of [
    ['2027-05-15T21:59:59Z', 'om 15 dagar', false],
    ['2027-05-15T22:00:00Z', 'om 14 dagar', true],
    ['2027-05-30T21:59:59Z', 'i dag', true],
    ['2027-05-30T22:00:00Z', null, false],
  ]) {
    const shown = await told(page, id, time, left);
    await shown.locator(late ? '.note.warn' : '.note:not(.warn)').waitFor();
    assert.equal(LATE.test(await shown.innerText()), late, time);
    assert.equal(await shown.locator('.note').count(), 1);
    assert.equal(/Sista dag/.test(await shown.innerText()), Boolean(left), time);
    // The way out is at hand, whatever is said.
    assert.equal(await shown.getByRole('button', { name: 'Spara en fil' }).count(), 1);
  }
  c.nothingWrong();
});

test('an old file is enough while nothing has changed since, and not after', async () => {
  const c = await visitor();
  const { page, id } = await answered(c, '2027-03-01T12:00:00Z');
  await told(page, id, '2027-03-01T12:01:00Z', 'om');
  await save(page);
  // Eleven weeks old, and all of it.
  let shown = await told(page, id, '2027-05-20T12:00:00Z', 'om 10 dagar');
  assert.equal(await shown.locator('.note').count(), 0);
  await change(page, id, '2027-05-20T12:01:00Z', 5);
  shown = await told(page, id, '2027-05-20T12:02:00Z', 'om 10 dagar');
  await shown.locator('.note.warn').waitFor();
  assert.match(await shown.innerText(), LATE);
  await c.clock.setFixedTime('2027-05-20T12:03:00Z');
  await save(page);
  shown = await told(page, id, '2027-05-30T12:00:00Z', 'i dag');
  assert.equal(await shown.locator('.note').count(), 0);
  c.nothingWrong();
});

test('what has been sent is not warned of; what is changed after it is', async () => {
  const c = await visitor();
  await c.clock.setFixedTime('2027-05-20T12:00:00Z');
  const page = await c.newPage();
  const id = await ready(page);
  await told(page, id, '2027-05-20T12:01:00Z', 'om 10 dagar');
  assert.equal(await page.locator('#backup-note .note.warn').count(), 1);
  await open(page, `/bedomning/skicka?utkast=${id}`);
  await page.click('button[type=submit]');
  await page.click('#send-now');
  await page.waitForSelector('.state-chip.received');
  let shown = await told(page, id, '2027-05-20T12:02:00Z', 'om 10 dagar');
  assert.equal(await shown.locator('.note').count(), 0);
  await change(page, id, '2027-05-20T12:03:00Z', 6);
  shown = await told(page, id, '2027-05-20T12:04:00Z', 'om 10 dagar');
  await shown.locator('.note.warn').waitFor();
  assert.match(await shown.innerText(), LATE);
  c.nothingWrong();
});

for (const [answer, idle] of [['refused', true], ['missing', true], ['promised', false]]) {
  test(`that Safari may remove it after seven days is said unless the browser has promised to keep it: ${answer}`, async () => {
    const c = await visitor();
    await promising(c, answer);
    await c.clock.setFixedTime('2027-03-01T12:00:00Z');
    const page = await c.newPage();
    const id = await begin(page);
    // Nothing is entered yet, so there is nothing to lose.
    const empty = await told(page, id, '2027-03-01T12:00:10Z', 'om');
    assert.equal(await empty.locator('.note').count(), 0);
    await change(page, id, '2027-03-01T12:01:00Z', 2);
    const shown = await told(page, id, '2027-03-01T12:02:00Z', 'om');
    await shown.locator('.note', { hasText: idle ? IDLE : /har lovat att inte ta bort det själv/ }).waitFor();
    assert.equal(IDLE.test(await shown.innerText()), idle);
    // Either way it is in this browser alone, and a file is the way out.
    assert.match(await shown.innerText(), /finns bara i den här webbläsaren[\s\S]*webbläsarens data rensas/);
    await c.clock.setFixedTime('2027-03-01T12:03:00Z');
    await save(page);
    assert.equal(await shown.locator('.note').count(), 0);
    c.nothingWrong();
  });
}
