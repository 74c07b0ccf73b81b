// Chromium as every test opens it, with what must never happen watched: console errors, violations of the CSP, requests
// to other origins, a focus that is lost.
import { chromium } from 'playwright-core';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { watchFocus } from './focus.mjs';
import { lateDisk } from './late.mjs';

export const BASE = process.env.BASE_URL ?? 'http://127.0.0.1:8787';

export const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

// The browser as people have it: for what is measured, and for what the shell has not (the cache for Back and Forward).
export const WHOLE = '/usr/bin/chromium';
// The shell has no window of its own to draw: the tests take a third less time in it.
export const CHROMIUM = ['/usr/bin/chromium-headless-shell', WHOLE].find(existsSync);

export const launch = options => chromium.launch({ executablePath: CHROMIUM, args: FLAGS, ...options });

// For tests that answer in the network's place: what a service worker asks for does not pass them.
export const DIRECT = { serviceWorkers: 'block' };

// What is still being answered in the network's place when its page is closed is nobody's error.
function forgiving(target) {
  const route = target.route.bind(target);
  target.route = (url, answer, options) => route(url, async (...given) => {
    await Promise.resolve(answer(...given)).catch(error => {
      if (!/has been closed/.test(error.message)) throw error;
    });
  }, options);
}

// A context whose pages report to `wrong`. `expected` are messages that a test causes on purpose.
export async function context(browser, options = {}, expected = []) {
  const c = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE', ...options });
  c.setDefaultTimeout(20_000);
  await lateDisk(c);
  await watchFocus(c);
  forgiving(c);
  c.on('page', forgiving);
  const wrong = [];
  const note = text => expected.some(e => text.includes(e)) || wrong.push(text);
  await c.addInitScript(() =>
    addEventListener('securitypolicyviolation', e => console.error(`CSP: ${e.violatedDirective} ${e.blockedURI}`)));
  c.on('console', m => m.type() === 'error' && note(`${m.text()} ${m.location().url}`));
  c.on('weberror', e => note(String(e.error())));
  c.on('request', r => {
    const url = r.url();
    if (!url.startsWith(BASE) && !url.startsWith('blob:') && !url.startsWith('data:')) note(`other origin: ${url}`);
  });
  c.nothingWrong = () => assert.deepEqual(wrong, []);
  return c;
}

// Opens a path and waits until the app is live, or the page is whole where none is started before somebody needs it.
export async function open(page, path) {
  const response = await page.goto(BASE + path);
  await live(page);
  return response;
}

export const live = page => page.waitForSelector('html[data-live], html:has(script[data-boot])', { state: 'attached' });

// Starts the app of a public page, as somebody does who goes into its form or map; elsewhere it starts by itself.
export const started = page => page.waitForSelector('html[data-live]', { state: 'attached' });

// The document of a public page that the clock has overtaken since it was written: so the app starts over it.
export const overtaken = html => html.replace(/ data-until="[^"]*"/, '').replace('<div id="app"', '<div id="app" data-until="2000-01-01T00:00:00Z"');

export const choose = (page, statement, word) => page.locator(`label:has(#p-${statement}-${word})`).click();

export const isChosen = (page, statement, word) => page.locator(`#p-${statement}-${word}`).isChecked();

// From now on both stores of the page fail, as on a full disk; `mendStores` ends it.
export const breakStores = page => page.evaluate(() => {
  const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
  window.whole = [Storage.prototype.setItem, IDBDatabase.prototype.transaction];
  [Storage.prototype.setItem, IDBDatabase.prototype.transaction] = [full, full];
});
export const mendStores = page => page.evaluate(() => {
  [Storage.prototype.setItem, IDBDatabase.prototype.transaction] = window.whole;
});

// Lets every page of a context hear this when it asks the browser for a promise to keep what is stored: `promised`,
// `refused`, `fails`, or `missing` where it cannot even ask. `asked` counts how often it does.
export const promising = (c, answer) => c.addInitScript(answer => {
  window.asked = { persist: 0, persisted: 0 };
  const say = name => () => {
    window.asked[name] += 1;
    return answer === 'fails' ? Promise.reject(new TypeError('no')) : Promise.resolve(answer === 'promised');
  };
  const storage = answer === 'missing' ? undefined : { persist: say('persist'), persisted: say('persisted') };
  Object.defineProperty(navigator, 'storage', { configurable: true, value: storage });
}, answer);

// Begins a draft for a municipality and returns its id.
export async function begin(page, typed = 'värmd') {
  await open(page, '/bedomning');
  await page.fill('#municipality', typed);
  await page.keyboard.press('Enter');
  await page.click('#begin');
  await page.waitForURL(/oversikt\?utkast=/);
  return new URL(page.url()).searchParams.get('utkast');
}

// Answers everything that the questionnaire asks, category by category.
export async function answerAll(page, id, word = index => ['4', '5', '2', '6', '3', '1'][index % 6]) {
  for (const category of ['effektivitet', 'innovation', 'balansering', 'organisation', 'anvandare', 'teknik']) {
    await open(page, `/bedomning/${category}?utkast=${id}`);
    const ids = await page.locator('section.statement').evaluateAll(all => all.map(e => e.id.slice(2)));
    for (const [index, statement] of ids.entries()) await choose(page, statement, word(index));
    await page.waitForSelector('.state.ok');
  }
}

export async function fillContact(page) {
  await page.fill('#name', 'Test Testsson');
  await page.fill('#role', 'Nyckelanvändare');
  await page.fill('#email', 'test@exempel.se');
}
