// The kiosk's screen: axe finds nothing in any state on any screen, everything to touch is large, nothing is cut off; and the
// page keeps the browser from doing what it does elsewhere.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { violations } from './lib/axe.mjs';
import { BASE, launch } from './lib/browser.mjs';
import { answer, answered, begin, button, give, kioskContext, openKiosk, press, stage, touch } from './lib/kiosk.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

async function check(page, name, fits = true) {
  // The picture of the loop comes in softly; what is on its way is not yet to be read.
  await page.waitForFunction(() => document.getAnimations().every(a => a.playState === 'finished'));
  assert.deepEqual(await violations(page), [], name);
  const { small, primary, links, over, lost } = await page.evaluate(() => {
    const seen = [...document.querySelectorAll('button, input, a, summary')].filter(e => e.checkVisibility());
    const size = e => Math.min(e.offsetWidth, e.offsetHeight);
    const text = e => e.outerHTML.slice(0, 70);
    return {
      small: seen.filter(e => size(e) < (e.closest('.k-keys') ? 40 : 60)).map(text),
      primary: seen.filter(e => e.matches('.k-btn') && e.offsetHeight < 88).map(text),
      links: [...document.querySelectorAll('a[href]')].map(e => e.href).filter(href => !href.startsWith(location.origin)),
      over: document.documentElement.scrollWidth - innerWidth,
      // What leads on is on the screen without scrolling.
      lost: seen.filter(e => e.closest('.k-move, .k-ways, .k-top')).filter(e => {
        const r = e.getBoundingClientRect();
        return r.bottom > innerHeight + 1 || r.right > innerWidth + 1 || r.top < -1;
      }).map(text),
    };
  });
  assert.deepEqual({ small, primary, links, over: Math.max(0, over), lost: fits ? lost : [] }, { small: [], primary: [], links: [], over: 0, lost: [] }, name);
}

for (const [name, viewport] of [['on end', { width: 1080, height: 1920 }], ['across', { width: 1920, height: 1080 }], ['4K on end', { width: 2160, height: 3840 }]]) {
  test(`every state of the kiosk, a screen ${name}`, async () => {
    const c = await kioskContext(browser, { viewport, reducedMotion: 'reduce' }, { keyboard: true });
    const page = await c.newPage();
    await page.clock.install();
    await openKiosk(page);
    const pictures = await page.locator('.k-dots i').count();
    for (let n = 0; n < pictures; n += 1) {
      await check(page, `${name}: picture ${n + 1}`);
      await press(page, 'Nästa bild');
    }
    await press(page, 'Se alla nominerade');
    await stage(page, 'nominees');
    await check(page, `${name}: nominees`);
    await page.locator('.k-nominees').getByRole('button').first().click();
    await stage(page, 'nominee');
    await page.waitForSelector('.k-code svg');
    await check(page, `${name}: a nominee`);
    await press(page, 'Tillbaka');
    await stage(page, 'nominees');
    await press(page, 'Tillbaka');
    await stage(page, 'attract');
    await press(page, 'Hålltider');
    await stage(page, 'dates');
    await check(page, `${name}: dates`);
    await press(page, 'Tillbaka');
    await stage(page, 'attract');
    await press(page, 'Testa din kommun');
    await stage(page, 'choose');
    await check(page, `${name}: choosing`);
    await touch(page, 'ka');
    await check(page, `${name}: found`);
    await page.locator('.k-found').getByRole('button').first().click();
    await stage(page, 'form');
    await check(page, `${name}: how much`);
    await press(page, 'Kort test');
    await stage(page, 'statement');
    await check(page, `${name}: a statement`);
    await answer(page);
    await check(page, `${name}: the result of the short form`);
    await press(page, 'Ta med dig svaren');
    await page.waitForSelector('.k-code svg');
    await check(page, `${name}: taking home`);
    await press(page, 'Tillbaka');
    await stage(page, 'result');
    await press(page, 'Svara på resten');
    await stage(page, 'statement');
    await answer(page);
    await press(page, 'Skicka in');
    await stage(page, 'send');
    await check(page, `${name}: sending`);
    await press(page, 'Skicka in');
    await page.waitForSelector('.note.error');
    await check(page, `${name}: something missing`);
    await page.clock.runFor(61_000);
    await page.waitForSelector('.k-dialog');
    await check(page, `${name}: are you there`);
    await press(page, 'Fortsätt');
    await openKiosk(page, '/en/kiosk');
    await page.keyboard.press('F9');
    await stage(page, 'pin');
    await check(page, `${name}: PIN`);
    await touch(page, '4711');
    await press(page, 'Open');
    await stage(page, 'staff');
    await check(page, `${name}: the staff's room`);
    c.nothingWrong();
  });
}

test('forced colours keep a pressed step apart, and a small screen has everything too', async () => {
  const c = await kioskContext(browser, { viewport: { width: 390, height: 844 }, forcedColors: 'active' });
  const page = await c.newPage();
  await openKiosk(page);
  await begin(page);
  await give(page, '3');
  await page.getByText('Påstående 2 av 10').waitFor();
  await press(page, 'Tillbaka');
  await page.waitForSelector('[aria-pressed=true]');
  const colour = step => button(page, answered(step)).evaluate(e => getComputedStyle(e).backgroundColor);
  assert.notEqual(await colour(3), await colour(4));
  await check(page, 'forced colours', false);
  await answer(page);
  await check(page, 'result on a phone', false);
  c.nothingWrong();
});

test('no menu, no zoom, no selection, no other page, one step of history', async () => {
  const c = await kioskContext(browser);
  const page = await c.newPage();
  await openKiosk(page);
  await begin(page);
  const stopped = await page.evaluate(() => {
    const at = document.querySelector('.k-statement');
    const send = event => !at.dispatchEvent(event);
    return {
      menu: send(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
      zoom: send(new WheelEvent('wheel', { ctrlKey: true, bubbles: true, cancelable: true })),
      scroll: send(new WheelEvent('wheel', { bubbles: true, cancelable: true })),
      drag: send(new DragEvent('dragstart', { bubbles: true, cancelable: true })),
      select: send(new Event('selectstart', { bubbles: true, cancelable: true })),
      print: send(new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, bubbles: true, cancelable: true })),
      back: send(new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true, cancelable: true })),
    };
  });
  assert.deepEqual(stopped, { menu: true, zoom: true, scroll: false, drag: true, select: true, print: true, back: true });
  await page.locator('.k-statement h1').click({ clickCount: 3 });
  assert.equal(await page.evaluate(() => String(getSelection())), '');
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.kiosk')).touchAction), 'pan-y');
  // A link that somebody has brought into the page leads nowhere.
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', textContent: 'ut', id: 'ut' });
    document.getElementById('kiosk').append(link);
    link.click();
  });
  assert.equal(page.url(), `${BASE}/kiosk`);
  // Nobody is asked before the page is left, whatever is unsaved.
  assert.equal(await page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true }))), true);
  assert.equal(await page.evaluate(() => history.scrollRestoration), 'manual');
  assert.equal(await page.evaluate(() => history.length), 2);
  c.nothingWrong();
});

test('a setting that cannot be used is named where it is seen, and the rest holds', async () => {
  const c = await kioskContext(browser, {}, { idle_seconds: 3 });
  const page = await c.newPage();
  await openKiosk(page);
  await page.getByText('config.json: kiosk.idle_seconds').waitFor();
  await begin(page);
  c.nothingWrong();
});

test('the page is readable without its script, and no search engine keeps it', async () => {
  const c = await kioskContext(browser, { javaScriptEnabled: false });
  const page = await c.newPage();
  await page.goto(`${BASE}/kiosk`);
  assert.match(await page.locator('#kiosk').innerText(), /Värmdö[\s\S]*Testa din kommun/);
  assert.equal(await page.locator('meta[name=robots]').getAttribute('content'), 'noindex');
  c.nothingWrong();
});
