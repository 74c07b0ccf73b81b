// Three days at a fair in short: many visitors leave nothing that grows, what they typed is nowhere, and whatever is touched
// leads nowhere else. `cargo xtask soak` runs the long form.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BASE, CHROMIUM, FLAGS, launch } from './lib/browser.mjs';
import { answer, begin, fresh, kioskContext, mark, openKiosk, press, serveSettings, stage } from './lib/kiosk.mjs';
import { randomly } from './lib/proxy.mjs';
import { sure } from './lib/stores.mjs';

const VISITORS = Number(process.env.VISITORS ?? 200);
const TOUCHES = Number(process.env.TOUCHES ?? 1000);

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// One visitor, as quick as the page can follow: every third tests a municipality, the others look at something or turn back.
const visit = n => new Promise((done, failed) => {
  // Each step finds what is to be pressed or typed in, and says whether it was there by now.
  const press = (name, click = button => button.click()) => () => {
    const button = [...document.querySelectorAll('#kiosk button')].find(e => name.test(e.textContent) && e.checkVisibility());
    if (button) click(button);
    return Boolean(button);
  };
  // The page is loaded anew at once: only after this visit has been told to have ended.
  const leave = name => press(name, button => setTimeout(() => button.click()));
  const nominee = place => () => {
    const button = document.querySelectorAll('.k-nominees button')[place];
    button?.click();
    return Boolean(button);
  };
  const type = text => () => {
    const field = document.getElementById('kiosk-search');
    if (field) {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    return Boolean(field);
  };
  const answers = Array.from({ length: 10 }, (_, i) => press(new RegExp(`^${1 + ((n + i) % 6)} `)));
  const way = [
    [press(/^Testa din/), type('na'), press(/^Nacka$/), press(/^Kort test/), ...answers, press(/^Ta med dig/), leave(/^Börja om/)],
    [press(/^Se alla/), nominee(n % 5), press(/^Tillbaka/), press(/^Testa din/), type('ö'), leave(/^Börja om/)],
    [
      press(/^English/), press(/^Key dates/), press(/^Test your/), press(/^Go on without/), press(/^The whole/),
      press(/^Don’t know/), press(/^Back/), press(/^Skip/), press(/^3 /), leave(/^Start over/),
    ],
  ][n % 3];
  let waited = 0;
  const step = () => {
    if ((waited += 1) > 1200) return failed(new Error(`visitor ${n} finds no way on, ${way.length} steps before the end`));
    if (way[0]()) {
      way.shift();
      waited = 0;
      if (!way.length) return done();
    }
    requestAnimationFrame(step);
  };
  step();
});

const records = async page => [...await sure(page, 'first'), ...await sure(page, 'copy')].map(([, text]) => text);

test(`${VISITORS} visitors: heap, wasm, nodes and listeners stay where they were, and storage is empty`, async () => {
  const c = await kioskContext(browser);
  await c.addInitScript(() => {
    window.wasm = [];
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await instantiateStreaming(...given);
      // All chunks share the memory of the first wasm.
      if (made.instance.exports.memory) window.wasm.push(made.instance.exports.memory);
      return made;
    };
  });
  const page = await c.newPage();
  let crashed = 0;
  page.on('crash', () => { crashed += 1; });
  await openKiosk(page);
  const cdp = await c.newCDPSession(page);
  await cdp.send('Performance.enable');
  const measure = async () => {
    await page.waitForFunction(() => window.wasm.length === 1);
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = name => metrics.find(m => m.name === name).value;
    const wasm = await page.evaluate(() => window.wasm.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), wasm };
  };
  let early, all;
  for (let n = 1; n <= VISITORS; n += 1) {
    await mark(page);
    await page.evaluate(visit, n);
    await fresh(page);
    if (n === Math.min(50, Math.ceil(VISITORS / 4))) early = await measure();
  }
  all = await measure();
  console.log(`early ${JSON.stringify(early)}, after ${VISITORS} visitors ${JSON.stringify(all)}`);
  for (const [name, value] of Object.entries(all)) {
    assert.ok(value <= early[name] * 1.05, `${name}: ${early[name]} became ${value}`);
  }
  assert.equal(crashed, 0);
  assert.equal(await page.evaluate(() => history.length), 2);
  assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]), [[], []]);
  assert.deepEqual(await records(page), []);
  c.nothingWrong();
});

// Every byte of a folder, as one list of files.
async function files(folder) {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter(e => e.isFile()).map(e => join(e.parentPath ?? e.path, e.name));
}

test('what a visitor typed and answered is nowhere once the screen is cleared', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'kiosk-privacy-'));
  const c = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: FLAGS, viewport: { width: 1080, height: 1920 } });
  await serveSettings(c);
  const page = await c.newPage();
  await openKiosk(page);
  const canaries = ['Kanariefågelsby', 'Kanarie Fågelsson', 'Fågelkanarieroll', 'kanarie.fagel@exempel.se'];
  await press(page, 'Testa din kommun');
  await stage(page, 'choose');
  await page.fill('#kiosk-search', canaries[0]);
  await press(page, 'Fortsätt utan kommun');
  await press(page, 'Hela bedömningen');
  // An order of answers that nobody gives by chance.
  const words = Array.from({ length: 30 }, (_, n) => String(1 + ((n * n + 3 * n + 1) % 6)));
  await answer(page, words);
  await press(page, 'Ta med dig svaren');
  canaries.push(words.join(''));
  await press(page, 'Tillbaka');
  await press(page, 'Skicka in');
  for (const [n, id] of ['name', 'role', 'email'].entries()) await page.fill(`#kiosk-${id}`, canaries[n + 1]);
  await press(page, 'Skicka in');
  await page.getByText('Välj vilken organisation').waitFor();
  await mark(page);
  await press(page, 'Börja om');
  await fresh(page);
  const here = await page.evaluate(async () => {
    const told = [document.documentElement.outerHTML, JSON.stringify(history.state), location.href, document.title];
    for (const store of [localStorage, sessionStorage]) told.push(JSON.stringify({ ...store }));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) told.push(request.url, await (await cache.match(request)).text());
    }
    told.push(...[...document.querySelectorAll('input, textarea')].map(e => e.value));
    return told.join('\n');
  });
  const stored = JSON.stringify(await records(page));
  await c.close();
  for (const canary of canaries) {
    assert.ok(!here.includes(canary) && !stored.includes(canary), `${canary} is on the page or stored`);
    for (const file of await files(profile)) {
      const bytes = await readFile(file);
      assert.ok(!bytes.includes(canary) && !bytes.includes(Buffer.from(canary, 'utf16le')), `${canary} is in ${file}`);
    }
  }
  await rm(profile, { recursive: true, force: true });
});

// Playwright's clock replays its log in every page that is loaded, so it is not advanced too often in one page.
const ROUND = 1000;

test(`${TOUCHES} random touches and keys: no way out, and always back at the loop`, async () => {
  const random = randomly(Number(process.env.SEED ?? 20261121));
  const seen = new Set();
  for (let left = TOUCHES; left > 0; left -= ROUND) await monkey(Math.min(left, ROUND), random, seen);
  console.log(`the monkey saw ${[...seen].join(', ')}`);
  assert.ok(seen.size >= 5, 'the monkey went nowhere');
});

async function monkey(touches, random, seen) {
  const c = await kioskContext(browser, { hasTouch: true }, { keyboard: true });
  const page = await c.newPage();
  const visited = new Set();
  page.on('framenavigated', frame => visited.add(frame.url()));
  c.on('page', opened => { if (opened !== page) visited.add(`window ${opened.url()}`); });
  await page.clock.install();
  await openKiosk(page);
  const KEYS = ['Tab', 'Enter', 'Escape', 'Space', 'ArrowDown', 'Backspace', 'F5', 'F9', 'F11', 'Control+p', 'Control+l',
    'Control+Equal', 'Control+Minus', 'Alt+ArrowLeft', 'Alt+Home', 'Control+u', 'a', '@', '7'];
  // A page that is reloading cannot be touched: the touch is repeated on the next one.
  const quietly = act => act().catch(error => {
    if (!/context was destroyed|navigat|detached|closed/i.test(error.message)) throw error;
  });
  for (let n = 0; n < touches; n += 1) {
    const chance = random();
    if (chance < 0.62) {
      // Half of them at what can be touched: at random places most miss.
      const places = await page.locator('#kiosk button:visible').evaluateAll(all => all.map(e => e.getBoundingClientRect()).map(r => [r.x + r.width / 2, r.y + r.height / 2])).catch(() => []);
      const [x, y] = random() < 0.6 && places.length
        ? places[Math.floor(random() * places.length)] : [random() * 1079, random() * 1919];
      await quietly(() => page.touchscreen.tap(Math.max(0, Math.min(1079, x)), Math.max(0, Math.min(1919, y))));
    } else if (chance < 0.85) {
      await quietly(() => page.keyboard.press(KEYS[Math.floor(random() * KEYS.length)]));
    } else if (chance < 0.9) {
      await quietly(() => page.mouse.click(random() * 1079, random() * 1919, { button: random() < 0.5 ? 'right' : 'middle' }));
    }
    await quietly(() => page.clock.runFor(chance > 0.97 ? 75_000 : 150));
    if (n % 20 === 0) seen.add(await page.locator('#kiosk').getAttribute('data-stage').catch(() => 'loading'));
  }
  for (const url of visited) assert.ok(url === `${BASE}/kiosk` || url === 'about:blank', url);
  await quietly(() => page.clock.runFor(85_000));
  await page.waitForSelector('html[data-live] #kiosk[data-stage="attract"]:not([data-leaving])');
  await begin(page);
  c.nothingWrong();
  await c.close();
}
