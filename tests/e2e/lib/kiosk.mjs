// A kiosk as the tests open it: with settings of its own, served in the place of the site's.
import { pbkdf2Sync } from 'node:crypto';
import { context, open } from './browser.mjs';

export const SITE = 'https://digitaliseringskommun.exempel.se';
const pin = { salt: 'massan-26', rounds: 1000, hash: pbkdf2Sync('4711', 'massan-26', 1000, 32, 'sha256').toString('hex') };
export const SETTINGS = { take_home: SITE, keyboard: false, pin };

export const serveSettings = (target, settings = {}) => target.route('**/config.json*', async route => {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, json: { ...await answer.json(), kiosk: { ...SETTINGS, ...settings } } });
});

export async function kioskContext(browser, options = {}, settings = {}, expected = []) {
  const c = await context(browser, { viewport: { width: 1080, height: 1920 }, ...options }, expected);
  await serveSettings(c, settings);
  return c;
}

// Opens the kiosk and waits until it has its settings.
export async function openKiosk(page, path = '/kiosk') {
  await open(page, path);
  await page.waitForSelector('#kiosk[data-settings]');
}

export const stage = (page, name) => page.waitForSelector(`#kiosk[data-stage="${name}"]`);
// A button of the kiosk by how its name begins, or by a pattern. What is inert or hidden does not count.
const named = name => (name instanceof RegExp ? name : new RegExp(`^${name}`));
export const button = (page, name) => page.locator('#kiosk').getByRole('button', { name: named(name) });
export const press = (page, name) => button(page, name).first().click();

// The name of the button of an answer, by its stored word.
const OTHERS = { vet_ej: 'Vet ej', ej_tillampligt: 'Ej tillämpligt' };
export const answered = word => OTHERS[word] ?? new RegExp(`^${word}\\b`);
export const give = (page, word) => press(page, answered(word));

// The question to an idle visitor.
export const question = page => page.getByRole('alertdialog');

// Touches keys of the keyboard on the screen.
export async function touch(page, keys, how = 'click') {
  const keyboard = page.getByRole('group', { name: /^(Tangentbord|Keyboard)$/ });
  for (const key of keys) await keyboard.getByRole('button', { name: key, exact: true })[how]();
}

export const hasFocus = locator => locator.evaluateAll(all => all.includes(document.activeElement));

// Marks this page, so that a reload can be noticed.
export const mark = page => page.evaluate(() => { window.marked = true; });
export async function fresh(page) {
  // Not by frames: a loaded machine may paint none of a page that nothing moves on, and what is asked for has long come.
  await page.waitForFunction(() => !window.marked && 'live' in document.documentElement.dataset, null, { polling: 100 }).catch(async error => {
    const how = await page.evaluate(() => JSON.stringify([
      Boolean(window.marked), document.readyState, { ...document.documentElement.dataset }, { ...document.getElementById('kiosk')?.dataset },
      performance.getEntriesByType('resource').map(r => `${r.name} ${r.responseStatus} ${Math.round(r.responseEnd)}`),
    ]));
    throw new Error(`no fresh kiosk: ${how}`, { cause: error });
  });
  await stage(page, 'attract');
}

// Ends the session by the button, and waits for the loop of a new page.
export async function finish(page) {
  await mark(page);
  await press(page, 'Börja om');
  await fresh(page);
}

// Goes from the loop into the questions.
export async function begin(page, { typed = 'nack', whole = false } = {}) {
  await press(page, 'Testa din kommun');
  await stage(page, 'choose');
  if (typed) {
    await page.fill('#kiosk-search', typed);
    await page.locator('.k-found').getByRole('button').first().click();
  } else {
    await press(page, 'Fortsätt utan kommun');
  }
  await stage(page, 'form');
  await press(page, whole ? 'Hela bedömningen' : 'Kort test');
  await stage(page, 'statement');
}

// Answers all that is asked, and waits for the result.
export async function answer(page, words = ['4', '5', '2', '6', '3', '1']) {
  for (let n = 0; await page.locator('.k-statement').count(); n += 1) {
    const before = await page.locator('.k-where .kicker').innerText();
    await give(page, words[n % words.length]);
    await page.waitForFunction(before => document.querySelector('.k-where .kicker')?.innerText !== before, before);
  }
  await page.waitForSelector('.k-finding h1');
}
