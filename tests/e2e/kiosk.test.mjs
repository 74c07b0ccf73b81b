// The kiosk at a fair: a visitor's way, standing still, taking answers home, the staff's screen, and what the page does
// not let happen.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { BASE, context, launch, live, open } from './lib/browser.mjs';
import {
  SITE, answer, answered, begin, button, finish, fresh, give, hasFocus, kioskContext, mark, openKiosk, press, question, stage, touch,
} from './lib/kiosk.mjs';
import { scan } from './lib/scan.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const focused = page => page.evaluate(() => document.activeElement.id);
const asked = page => question(page).waitFor();
const gone = page => question(page).waitFor({ state: 'hidden' });

test('a visitor tests a municipality and sees an indication, and nothing of it is stored', async () => {
  const c = await kioskContext(browser);
  const page = await c.newPage();
  await openKiosk(page);
  await begin(page);
  assert.match(await page.locator('.k-where .kicker').innerText(), /1 av 10/);
  await give(page, '2');
  await page.getByText('Påstående 2 av 10').waitFor();
  await page.waitForFunction(() => document.activeElement.id === 'heading');
  await press(page, 'Tillbaka');
  await page.getByRole('button', { name: answered('2'), pressed: true }).waitFor();
  await answer(page);
  const said = await page.locator('.k-finding').innerText();
  assert.match(said, /En fingervisning utifrån 10 påståenden/);
  assert.match(said, /Möjligt spann [\d,]+–[\d,]+\s%: 20 obesvarade/);
  assert.equal(await page.locator('.k-charts svg[role=img]:visible').count(), 2);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  await press(page, 'Svara på resten');
  await page.getByText('Påstående 1 av 20').waitFor();
  await finish(page);
  c.nothingWrong();
});

test('who stands still is asked, can stay any number of times, and is forgotten otherwise', async () => {
  const c = await kioskContext(browser);
  const page = await c.newPage();
  await page.clock.install();
  await openKiosk(page);
  await begin(page);
  for (let n = 0; n < 5; n += 1) {
    await page.clock.runFor(58_000);
    assert.equal(await question(page).isHidden(), true);
    await page.clock.runFor(10_000);
    await asked(page);
    assert.ok(await hasFocus(button(page, 'Fortsätt')));
    assert.ok(await page.locator('.k-view').evaluate(e => e.inert));
    await page.clock.runFor(5_000);
    const left = Number(await question(page).locator('b').innerText());
    assert.ok(left > 0 && left < 20, `${left} s`);
    await press(page, 'Fortsätt');
    await page.clock.runFor(100);
    await gone(page);
    assert.equal(await focused(page), 'heading');
  }
  assert.match(await page.locator('.k-where .kicker').innerText(), /1 av 10/);
  // A touch restarts the countdown.
  await page.clock.runFor(75_000);
  await asked(page);
  await page.keyboard.press('Tab');
  await page.clock.runFor(15_000);
  assert.equal(await question(page).isVisible(), true);
  await mark(page);
  await page.clock.runFor(10_000);
  await fresh(page);
  assert.equal(await question(page).isHidden(), true);
  assert.equal(await page.evaluate(() => history.length), 2);
  c.nothingWrong();
});

test('answers taken home open as a new draft on a phone, and leave its address', async () => {
  const c = await kioskContext(browser);
  const page = await c.newPage();
  await openKiosk(page);
  await begin(page);
  await answer(page, ['6', 'vet_ej', '1', '4']);
  await press(page, 'Ta med dig svaren');
  const link = await scan(page, '.k-code svg.qr');
  assert.ok(link.startsWith(`${SITE}/bedomning#svar=`) && link.length < 300, link);
  await finish(page);

  const phone = await context(browser, { viewport: { width: 390, height: 844 } });
  const asked = [];
  phone.on('request', r => asked.push(r.url() + (r.postData() ?? '')));
  const own = await phone.newPage();
  await own.goto(link.replace(SITE, BASE));
  await live(own);
  assert.match(await own.locator('#taken').innerText(), /Nacka\s+10 av 30 besvarade/);
  await own.getByRole('button', { name: 'Öppna som ny bedömning' }).click();
  await own.waitForURL(/oversikt\?utkast=/);
  assert.ok(!own.url().includes('svar='));
  const id = new URL(own.url()).searchParams.get('utkast');
  await own.goBack();
  assert.equal(own.url(), `${BASE}/bedomning`);
  assert.equal(await own.locator('#taken').innerText(), '');
  await open(own, `/bedomning/effektivitet?utkast=${id}`);
  assert.equal(await own.locator('#p-strategisk_koppling-6').isChecked(), true);
  assert.equal(await own.locator('#p-sakerhet_integritet-vet_ej').isChecked(), true);
  // Opening it twice makes two drafts: nothing is overwritten.
  await own.goto('about:blank');
  await own.goto(link.replace(SITE, BASE));
  await live(own);
  await own.getByRole('button', { name: 'Öppna som ny bedömning' }).click();
  await own.waitForURL(url => url.searchParams.get('utkast') && url.searchParams.get('utkast') !== id);
  const fragment = link.split('#')[1];
  assert.deepEqual(asked.filter(text => text.includes(fragment.slice(5))), []);
  phone.nothingWrong();
  c.nothingWrong();
});

test('a link that is not whole, newer, or to another questionnaire says so', async () => {
  const c = await context(browser);
  for (const [fragment, words] of [
    ['svar=1.dimios-2023.abcd', /inte hel/], ['svar=2.nytt', /nyare version/],
    ['svar=', /inte hel/], ['svar=%3Cscript%3E', /inte hel/],
  ]) {
    const page = await c.newPage();
    await open(page, `/bedomning#${fragment}`);
    assert.match(await page.locator('#taken .field-error').innerText(), words);
    assert.equal(await page.getByRole('button', { name: 'Öppna som ny bedömning' }).count(), 0);
    await page.getByRole('button', { name: 'Kasta svaren' }).click();
    await page.waitForFunction(() => document.querySelector('#taken').innerText === '' && location.hash === '');
    await page.close();
  }
  c.nothingWrong();
});

test('the staff come in by holding the mark down and by the PIN; wrong ones make them wait', async () => {
  const c = await kioskContext(browser);
  const page = await c.newPage();
  await page.clock.install();
  await openKiosk(page);
  const hold = async time => {
    await page.locator('.k-top h1').hover();
    await page.mouse.down();
    await page.clock.runFor(time);
    await page.mouse.up();
  };
  await hold(1000);
  await page.clock.runFor(5000);
  assert.equal(await page.locator('#kiosk').getAttribute('data-stage'), 'attract');
  await hold(3500);
  await stage(page, 'pin');
  const type = async pin => {
    await touch(page, pin);
    await press(page, 'Öppna');
    await page.clock.runFor(100);
  };
  await type('1234');
  await page.getByText('Fel PIN').waitFor();
  await type('4711');
  assert.equal(await page.locator('#kiosk').getAttribute('data-stage'), 'pin');
  await page.clock.runFor(2500);
  await type('4711');
  await stage(page, 'staff');
  assert.match(await page.locator('.k-staff').innerText(), /Väntar: 0 · Skickat, inte bekräftat: 0[\s\S]*app-[0-9a-f]{16}/);
  await press(page, 'Prova nätet');
  await page.getByText('Servern svarar', { exact: true }).waitFor();
  await press(page, 'Lämna kiosken');
  await page.waitForURL(`${BASE}/`);
  c.nothingWrong();
});

test('the whole way by the keyboard alone', async () => {
  const c = await kioskContext(browser, {}, { keyboard: 'auto' });
  const page = await c.newPage();
  await openKiosk(page);
  const to = async target => {
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press('Tab');
      if (await hasFocus(target)) return;
    }
    assert.fail(`the Tab key does not reach ${target}`);
  };
  await to(button(page, 'Testa din kommun'));
  await page.keyboard.press('Enter');
  await stage(page, 'choose');
  await to(page.getByLabel('Kommunens namn'));
  await page.keyboard.type('älvd');
  await page.keyboard.press('Enter');
  await stage(page, 'form');
  await to(button(page, 'Kort test'));
  await page.keyboard.press('Enter');
  for (let n = 1; n <= 10; n += 1) {
    await page.getByText(`Påstående ${n} av 10`).waitFor();
    await to(button(page, answered(n % 2 ? '5' : 'vet_ej')));
    await page.keyboard.press('Space');
  }
  await page.waitForSelector('.k-finding h1');
  await mark(page);
  await to(button(page, 'Klar'));
  await page.keyboard.press('Enter');
  await fresh(page);
  c.nothingWrong();
});

test('letters to touch are there where the screen is touched, and go when a key is pressed', async () => {
  const c = await kioskContext(browser, { hasTouch: true, isMobile: true }, { keyboard: 'auto' });
  const page = await c.newPage();
  await openKiosk(page);
  await press(page, 'Testa din kommun');
  await stage(page, 'choose');
  await touch(page, 'åre', 'tap');
  assert.equal(await page.locator('#kiosk-search').inputValue(), 'Åre');
  assert.equal(await page.locator('#kiosk-search').getAttribute('inputmode'), 'none');
  assert.equal(await page.locator('.k-found').getByRole('button').first().innerText(), 'Åre');
  await page.keyboard.press('a');
  await page.waitForSelector('.k-keys', { state: 'hidden' });
  c.nothingWrong();
});

test('the loop can be stopped, and stands still by itself under reduced motion', async () => {
  const title = page => page.locator('.k-picture h2').innerText();
  for (const reducedMotion of ['no-preference', 'reduce']) {
    const c = await kioskContext(browser, { reducedMotion });
    const page = await c.newPage();
    await page.clock.install();
    await openKiosk(page);
    const first = await title(page);
    await page.clock.runFor(13_000);
    assert.equal(await title(page) === first, reducedMotion === 'reduce', reducedMotion);
    assert.equal(await page.locator('.k-slide').evaluate(e => !!e.closest('[aria-live]:not([aria-live=off])')), false);
    await press(page, 'Stoppa bilderna');
    await page.clock.runFor(100);
    assert.ok(await hasFocus(button(page, 'Visa bilderna')));
    const stopped = await title(page);
    await page.clock.runFor(40_000);
    assert.equal(await title(page), stopped);
    await press(page, 'Nästa bild');
    await page.clock.runFor(100);
    assert.notEqual(await title(page), stopped);
    c.nothingWrong();
  }
});

test('the other language is spoken at once, and the kiosk goes back to its own', async () => {
  const c = await kioskContext(browser);
  const page = await c.newPage();
  await page.clock.install();
  await openKiosk(page);
  await press(page, 'English');
  await page.getByText('See all nominees').waitFor();
  await page.clock.runFor(100);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await page.clock.runFor(62_000);
  await page.getByText('Se alla nominerade').waitFor();
  c.nothingWrong();
});
