// After one visit everything works with the network off: every page, a whole assessment, and what is to be sent waits.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { host, worker } from './lib/deploys.mjs';
import { kept } from './lib/worker.mjs';

const REAL = process.env.BASE_URL ?? 'http://127.0.0.1:8787';
let browser, site, lib, dist;
before(async () => {
  dist = await worker('dist');
  site = await host('dist');
  process.env.BASE_URL = site.url;
  lib = await import('./lib/browser.mjs');
  browser = await lib.launch();
});
after(async () => {
  await browser.close();
  site.close();
});

// Somebody who has been here once, and has no network now: nothing listens at the address any more.
async function cutOff(c, page, path = '/') {
  site.down = false;
  await c.setOffline(false);
  await page.goto(site.url + path);
  await kept(page);
  await c.setOffline(true);
  site.down = true;
  site.asked.length = 0;
}

test('every page is there, with the headers that the server gives it', async t => {
  const c = await lib.context(browser, {}, ['404', '/assets/borta.js']);
  const page = await c.newPage();
  await cutOff(c, page);
  const paths = Object.keys(dist.pack.pages);
  assert.ok(paths.length > 100);
  for (const path of paths) {
    const response = await page.goto(site.url + path);
    assert.equal(response.status(), 200, path);
    await page.waitForSelector('h1#heading');
    if (dist.pack.apps.includes(path)) await lib.live(page);
  }
  t.diagnostic(`${paths.length} pages`);
  const theirs = new Headers((await fetch(`${REAL}/metod`)).headers);
  for (const path of ['/metod/', '/metod/index.html', '/metod?a=b']) {
    const response = await page.goto(site.url + path);
    const ours = await response.allHeaders();
    for (const name of Object.keys(dist.build.headers)) assert.equal(ours[name], theirs.get(name), `${path} ${name}`);
    assert.equal(ours['content-type'], theirs.get('content-type'));
    assert.match(await page.locator('h1').innerText(), /räknas/);
  }
  const missing = await page.goto(`${site.url}/finns-inte`);
  assert.deepEqual([missing.status(), await page.locator('h1').innerText()], [404, 'Sidan finns inte']);
  // A script or a file that is not there is nothing, and never a page.
  assert.equal(await page.evaluate(() => fetch('/assets/borta.js').then(r => r.status, () => 'no answer')), 'no answer');
  assert.deepEqual(site.asked, []);
  c.nothingWrong();
});

test('a whole assessment without network, and what is sent arrives once when there is one', { timeout: 300_000 }, async () => {
  // What is posted meets no network, and the page says so.
  const c = await lib.context(browser, { acceptDownloads: true }, ['/inlamning']);
  const page = await c.newPage();
  // One visit, and no page loaded after it: the first page can do it all.
  await cutOff(c, page, '/bedomning');
  await page.fill('#municipality', 'värmd');
  await page.keyboard.press('Enter');
  await page.click('#begin');
  await page.waitForURL(/oversikt\?utkast=/);
  const id = new URL(page.url()).searchParams.get('utkast');
  await lib.answerAll(page, id);
  await lib.open(page, `/bedomning/resultat?utkast=${id}`);
  await page.waitForSelector('#take-away');
  // The advice comes with the questionnaire's whole file.
  await page.waitForSelector('#advice .calc');
  const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /CSV/ }).click()]);
  assert.ok((await readFile(await table.path())).length > 200);
  await lib.open(page, `/bedomning/dokument?utkast=${id}`);
  await page.waitForSelector('.paper .front');
  assert.ok((await page.pdf()).length > 10_000);
  await lib.open(page, `/bedomning/skicka?utkast=${id}`);
  const mark = `Utan nät ${Math.random()}`;
  await lib.fillContact(page);
  await page.fill('#name', mark);
  await page.click('button[type=submit]');
  await page.click('#send-now');
  await page.waitForURL(/kvitto/);
  await page.waitForFunction(() => /Väntar på nät/.test(document.querySelector('main').innerText));
  const key = await page.locator('.receipt .key').innerText();
  await lib.open(page, '/kvitto');
  await page.fill('#receipt', key);
  await page.waitForFunction(() => /Skickad från den här webbläsaren[\s\S]*Värmdö/.test(document.querySelector('main').innerText));
  // Reloaded, still without network.
  await lib.open(page, `/bedomning/kvitto?utkast=${id}`);
  assert.deepEqual(site.asked, []);
  site.down = false;
  await c.setOffline(false);
  await page.waitForSelector('.state-chip.received');
  const stored = await Promise.all((await readdir(process.env.SUBMISSIONS)).filter(f => f.endsWith('.json'))
    .map(f => readFile(join(process.env.SUBMISSIONS, f), 'utf8')));
  assert.equal(stored.filter(text => text.includes(mark)).length, 1);
  c.nothingWrong();
});

test('data that was changed on the server is shown, and the last that came without network', async () => {
  const c = await lib.context(browser);
  const page = await c.newPage();
  site.down = false;
  await page.goto(`${site.url}/om`);
  await kept(page);
  const read = () => page.evaluate(() => fetch('/config.json').then(r => r.json()));
  const first = await read();
  site.extra.set('/config.json', JSON.stringify({ ...first, deadline: '2099-05-17' }));
  assert.equal((await read()).deadline, '2099-05-17');
  site.down = true;
  assert.equal((await read()).deadline, '2099-05-17');
  assert.deepEqual(await page.evaluate(() => fetch('/data/kommuner.json').then(r => r.json())), JSON.parse(await readFile('public/data/kommuner.json', 'utf8')));
  site.extra.clear();
  c.nothingWrong();
});

test('nothing but GET of this site and no part of a file is touched', async () => {
  const c = await lib.context(browser, {}, ['405', '404', '/inlamning']);
  const page = await c.newPage();
  site.down = false;
  await page.goto(`${site.url}/om`);
  await kept(page);
  const answers = [];
  page.on('response', r => answers.push([r.request().method(), r.status(), r.fromServiceWorker()]));
  await page.evaluate(async wasm => {
    await fetch('/inlamning', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    await fetch('/metod', { method: 'HEAD' });
    await fetch('/sw-kill.json');
    await fetch(wasm, { headers: { range: 'bytes=0-9' } });
    await fetch(wasm);
  }, Object.keys(dist.build.files).find(p => p.endsWith('.wasm')));
  assert.deepEqual(answers, [['POST', 400, false], ['HEAD', 200, false], ['GET', 200, false], ['GET', 200, false], ['GET', 200, true]]);
  c.nothingWrong();
});

test('a browser started without network shows the start page', async t => {
  const profile = await mkdtemp(join(tmpdir(), 'cold-'));
  const { killable } = await import('./lib/killable.mjs');
  site.down = false;
  let { page, kill } = await killable(profile);
  await page.goto(site.url);
  await lib.live(page);
  await kept(page);
  // Closed as people do, so that the worker is on the disk.
  await page.context().browser().close();
  await kill().catch(() => {});
  site.down = true;
  const begun = Date.now();
  ({ page, kill } = await killable(profile));
  const started = Date.now();
  await page.goto(site.url);
  await page.waitForSelector('h1#heading');
  const shown = Date.now();
  await lib.live(page);
  const paint = await page.evaluate(() => Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0));
  t.diagnostic(`browser started in ${started - begun} ms; start page there ${shown - started} ms later, painted at ${paint} ms, live at ${Date.now() - started} ms`);
  await kill();
  await rm(profile, { recursive: true, force: true });
});
