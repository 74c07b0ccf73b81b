// What waits to be sent survives a lost renderer, a killed browser and an endpoint that is away for hours; and the loop
// stands again within ten seconds, by the very program that runs at a fair (deploy/kiosk/kiosk.py).
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BASE, FLAGS, launch } from './lib/browser.mjs';
import { answer, begin, finish, fresh, kioskContext, mark, openKiosk, press, serveSettings, stage } from './lib/kiosk.mjs';
import { sure } from './lib/stores.mjs';

const WITHIN = 10_000;

const freePort = () => new Promise(done => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

// The keys of what is in the outbox.
const queued = async page => (await sure(page, 'first', 'dku1/')).map(([key]) => key);

// Fills in the whole assessment and sends it in.
async function send(page) {
  await begin(page, { whole: true });
  await answer(page);
  await press(page, 'Skicka in');
  await stage(page, 'send');
  for (const [id, text] of [['name', 'Test Testsson'], ['role', 'Besökare'], ['email', 'test@exempel.se']]) await page.fill(`#kiosk-${id}`, text);
  await press(page, 'Skicka in');
  await stage(page, 'sent');
}

// Waits for a condition that is not in one page, for no longer than it may take.
async function until(what, condition, limit) {
  const begun = Date.now();
  for (;;) {
    const found = await condition().catch(() => null);
    if (found) return found;
    assert.ok(Date.now() - begun < limit, `${what} within ${limit} ms`);
    await new Promise(done => setTimeout(done, 100));
  }
}

// The keeper of a kiosk, with a profile of its own.
async function keeper() {
  const profile = await mkdtemp(join(tmpdir(), 'kiosk-kill-'));
  const port = await freePort();
  const keeping = spawn('python3', ['deploy/kiosk/kiosk.py'], {
    env: { ...process.env, KIOSK_URL: `${BASE}/kiosk`, KIOSK_PROFILE: profile, KIOSK_PORT: String(port), KIOSK_BROWSER: '/usr/bin/chromium', KIOSK_FLAGS: ['--headless', ...FLAGS].join(' ') },
    stdio: 'ignore',
  });
  // The page of the kiosk, once the loop stands there.
  const looping = async () => {
    const driven = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 3000 });
    const page = driven.contexts()[0].pages().find(p => p.url() === `${BASE}/kiosk`);
    const there = page && await page.locator('html[data-live] #kiosk[data-stage="attract"][data-beat]').count().catch(() => 0);
    if (there) return { driven, page };
    await driven.close();
    return null;
  };
  const stop = async () => {
    keeping.kill('SIGTERM');
    await new Promise(done => keeping.once('exit', done));
  };
  return { profile, looping, stop };
}

test('a lost renderer and a killed browser: the loop within ten seconds, and what waits is still there', async () => {
  const { profile, looping, stop } = await keeper();
  try {
    let { driven, page } = await until('the first loop', looping, 30_000);
    page.setDefaultTimeout(20_000);
    await page.context().route('**/inlamning', route => route.abort());
    await serveSettings(page.context());
    await send(page);
    const [key] = await queued(page);
    assert.ok(key);
    const browserPid = async () => (await (await driven.newBrowserCDPSession()).send('SystemInfo.getProcessInfo')).processInfo.find(p => p.type === 'browser').id;
    const pid = await browserPid();
    const lost = Date.now();
    const cdp = await page.context().newCDPSession(page);
    cdp.send('Page.crash').catch(() => {});
    await new Promise(done => page.once('crash', done));
    await driven.close().catch(() => {});
    ({ driven, page } = await until('the loop after a lost renderer', looping, WITHIN - (Date.now() - lost)));
    console.log(`the loop stood ${Date.now() - lost} ms after the renderer was lost`);
    assert.equal(await browserPid(), pid, 'the browser itself went on');
    assert.deepEqual((await queued(page)).filter(k => k === key), [key]);
    await driven.close();

    const killed = Date.now();
    process.kill(-pid, 'SIGKILL');
    ({ driven, page } = await until('the loop after a killed browser', looping, WITHIN));
    console.log(`the loop stood ${Date.now() - killed} ms after the browser was killed`);
    assert.deepEqual((await queued(page)).filter(k => k === key), [key]);
    await driven.close();
  } finally {
    await stop();
    await rm(profile, { recursive: true, force: true });
  }
});

test('whoever stops the kiosk lets the browser end, so that nothing is torn that it writes', async () => {
  const { profile, looping, stop } = await keeper();
  try {
    const { driven } = await until('the first loop', looping, 30_000);
    await driven.close();
  } finally {
    await stop();
  }
  const kept = JSON.parse(await readFile(join(profile, 'Default', 'Preferences'), 'utf8'));
  assert.equal(kept.profile.exit_type, 'SessionEnded');
  await rm(profile, { recursive: true, force: true });
});

test('a page that has stopped is back at the loop within ten seconds', async () => {
  const browser = await launch();
  const c = await kioskContext(browser, {}, {}, ['RuntimeError']);
  const page = await c.newPage();
  await page.clock.install();
  await openKiosk(page);
  await begin(page);
  // As when the wasm panics.
  await mark(page);
  await page.evaluate(() => dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })));
  assert.equal(await page.locator('.crash').isVisible(), true);
  await page.clock.runFor(WITHIN);
  await fresh(page);
  // As when it hangs without a word.
  await begin(page);
  await mark(page);
  await page.evaluate(() => { document.getElementById('kiosk').setAttribute = () => {}; });
  await page.clock.runFor(WITHIN);
  await fresh(page);
  await browser.close();
});

test('an endpoint that is away for eight hours gets it once it is back, whoever has been at the kiosk meanwhile', async () => {
  const browser = await launch();
  const c = await kioskContext(browser, {}, {}, ['Failed to load resource']);
  const page = await c.newPage();
  await page.clock.install();
  await openKiosk(page);
  let tried = 0;
  await c.route('**/inlamning', route => { tried += 1; return route.abort(); });
  await send(page);
  const [key] = await queued(page);
  const file = `${key.split('/').pop()}.json`;
  await finish(page);
  for (let n = 0; n < 96; n += 1) await page.clock.fastForward(300_000);
  await begin(page);
  await finish(page);
  assert.ok(tried > 10, `tried ${tried} times`);
  assert.deepEqual(await queued(page), [key]);
  await c.unroute('**/inlamning');
  const arrived = page.waitForResponse(r => r.url().endsWith('/inlamning') && r.ok());
  await page.clock.fastForward(600_000);
  await arrived;
  const stored = await until('the file', async () => (await readdir(process.env.SUBMISSIONS)).filter(name => name === file), 5000);
  assert.deepEqual(stored, [file]);
  c.nothingWrong();
  await browser.close();
});
