// Updating to a new build: whole or not at all, and back again. Beside other tabs: update-tabs.test.mjs.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { deployments } from './lib/deployments.mjs';
import { FAULT_NAMES } from './lib/deploys.mjs';
import { builds, kept, look, taken, until } from './lib/worker.mjs';

let all, one, two, three, site, open, live, choose, isChosen, visitor;
before(async () => {
  all = await deployments();
  ({ one, two, three, site, open, live, choose, isChosen, visitor } = all);
});
after(() => all.end());

const stores = page => page.evaluate(() => caches.keys());
const workers = page => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test('a build with anything wrong in it is not taken, whatever file it is and whatever is wrong', async t => {
  const { c, page } = await visitor(['/config.json']);
  const wanted = [...Object.keys(two.build.files), two.build.pack[0], '/config.json'];
  // What is the same in both builds is taken from the old one and not asked for.
  const same = path => path in two.build.files && JSON.stringify(one.build.files[path]) === JSON.stringify(two.build.files[path]);
  // The chunks of the wasm are many and alike: each has one of the faults, unless all are asked for.
  const faults = (path, place) =>
    process.env.EVERY_FAULT || !/chunk_\d+\.wasm$/.test(path) ? FAULT_NAMES : [FAULT_NAMES[place % FAULT_NAMES.length]];
  let tried = 0;
  for (const [place, path] of wanted.entries()) {
    for (const fault of faults(path, place)) {
      if (same(path)) continue;
      // The settings may be others; that they are settings is all that is asked of them.
      if (path === '/config.json' && fault === 'altered') continue;
      site.deploy(two.folder);
      site.faults.clear();
      site.faults.set(path, fault);
      assert.equal(await look(page), 'redundant', `${path} ${fault}`);
      assert.deepEqual(await stores(page), [`dimios-${one.build.id}`], `${path} ${fault}`);
      await page.reload();
      await live(page);
      assert.deepEqual(await builds(page), ['one'], `${path} ${fault}`);
      const word = String((tried % 6) + 1);
      await choose(page, 'skugg_it', word);
      await page.waitForSelector('.state.ok');
      tried += 1;
    }
  }
  t.diagnostic(`${tried} faults in ${wanted.filter(path => !same(path)).length} files`);
  assert.ok(tried > 30);
  // The same build whole is taken. Going over to it is tried in update-tabs.test.mjs: the tools that drive this browser keep all those workers
  // running, and then it does not always let the next one begin.
  site.faults.clear();
  assert.equal(await look(page), 'installed');
  await page.reload();
  await live(page);
  assert.equal(await isChosen(page, 'skugg_it', ((tried - 1) % 6) + 1), true);
  c.nothingWrong();
});

test('a reader gets the new build with the next page, without being asked', async () => {
  const { c, page } = await visitor();
  await page.goto(`${site.url}/om`);
  assert.deepEqual(await builds(page), ['one']);
  site.deploy(two.folder);
  assert.equal(await look(page), 'installed');
  await taken(page);
  assert.deepEqual(await builds(page), ['one'], 'the page that stands stays');
  await page.goto(`${site.url}/metod`);
  assert.deepEqual(await builds(page), ['two']);
  // So on the start page, where the app runs but nothing is entered.
  await open(page, '/');
  site.deploy(three.folder);
  assert.equal(await look(page), 'installed');
  await taken(page);
  await page.goto(`${site.url}/om`);
  assert.deepEqual(await builds(page), ['three']);
  c.nothingWrong();
});

test('a page that the worker has left out is taken in: one that was on its way as it began, or loaded past it', async () => {
  const { c, page } = await visitor();
  const cdp = await c.newCDPSession(page);
  await Promise.all([page.waitForEvent('load'), cdp.send('Page.reload', { ignoreCache: true })]);
  await kept(page);
  c.nothingWrong();
});

test('a worker that asks for a page that it has already, as WebKit tells of, loads nothing anew', async () => {
  const { c, page } = await visitor();
  await kept(page);
  await page.evaluate(() => {
    window.marked = true;
    navigator.serviceWorker.dispatchEvent(new Event('controllerchange'));
  });
  await choose(page, 'it_styrning', 5);
  await page.waitForSelector('#save-state .state.ok');
  assert.equal(await page.evaluate(() => window.marked), true);
  c.nothingWrong();
});

test('back to the build before, with the later one installed', async () => {
  const { c, page, id } = await visitor();
  await page.goto(`${site.url}/om`);
  for (const build of [two, one, three, two]) {
    site.deploy(build.folder);
    site.asked.length = 0;
    assert.equal(await look(page), 'installed');
    await taken(page);
    await page.goto(`${site.url}/bedomning/teknik?utkast=${id}`);
    await live(page);
    assert.deepEqual(await builds(page), [build.mark]);
    // What is still there of an earlier time is not fetched again.
    if (build === one) assert.deepEqual(site.asked.filter(p => p.endsWith('.wasm')), []);
    assert.equal((await stores(page)).length, 2);
    await page.goto(`${site.url}/om`);
  }
  c.nothingWrong();
});

test('with the kill file one visit takes worker and caches away, drafts stay, and without it they come back', async () => {
  const { c, page, id } = await visitor();
  await choose(page, 'skugg_it', 4);
  await page.waitForSelector('.state.ok');
  for (const text of ['{}', 'null', '{"kill": "true"}', '"kill": true', '{"kill": 1}']) {
    site.extra.set('/sw-kill.json', text);
    await page.goto(`${site.url}/om`);
    await page.waitForLoadState('networkidle');
    assert.deepEqual([await workers(page), (await stores(page)).length], [1, 1], text);
  }
  for (const text of ['{"kill": true}', '{ "kill":true }']) {
    site.extra.set('/sw-kill.json', text);
    await page.goto(`${site.url}/om`);
    await until(page, async () =>
      (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length === 0);
    // The app that is opened now does not bring them back.
    await open(page, `/bedomning/teknik?utkast=${id}`);
    assert.equal(await isChosen(page, 'skugg_it', 4), true);
    await page.waitForLoadState('networkidle');
    assert.deepEqual([await workers(page), await stores(page)], [0, []]);
    site.extra.clear();
    await page.reload();
    await kept(page);
  }
  c.nothingWrong();
});

test('a wrong answer to the settings, or to how they are sent, decides over no page and is gone with the next right one', async () => {
  const { c, page, id } = await visitor();
  const policy = async path => (await page.goto(site.url + path)).headers()['content-security-policy'];
  const right = await policy('/om');
  for (const [text, headers] of [
    [undefined, { 'content-security-policy': "default-src 'none'" }],
    [undefined, { 'content-security-policy': "script-src * 'unsafe-inline'", 'x-frame-options': 'ALLOWALL' }],
    ['{}', {}], ['null', {}], ['{"endpoint":{"kind":"post","url":7},"instrument":"/x"}', {}],
  ]) {
    if (text !== undefined) site.extra.set('/config.json', text);
    site.others = { '/config.json': headers };
    // The app asks for the settings, and the worker keeps what it gets.
    await open(page, `/bedomning/teknik?utkast=${id}`);
    await page.waitForLoadState('networkidle');
    assert.equal(await policy('/om'), right, text);
    await open(page, `/bedomning/teknik?utkast=${id}`);
    assert.equal(await page.evaluate(async () => (await (await fetch('/config.json')).json()).endpoint.url), '/inlamning', text);
    site.extra.clear();
    site.others = {};
  }
  // What is in the settings decides where a page may connect to, and over nothing else.
  const settings = await page.evaluate(async () => (await fetch('/config.json')).json());
  for (const [url, allowed] of [
    ['https://lager.example/dimios', "'self' https://lager.example"],
    ['https://a.example;frame-ancestors */', "'self'"], ['https://a.example frame-src/', "'self'"], ['/inlamning', "'self'"],
  ]) {
    site.extra.set('/config.json', JSON.stringify({ ...settings, endpoint: { ...settings.endpoint, url } }));
    assert.equal((await page.evaluate(async () => (await (await fetch('/config.json')).json()).endpoint.url)), url);
    assert.equal(await policy('/om'), right.replace(/connect-src [^;]*/, `connect-src ${allowed}`), url);
  }
  c.nothingWrong();
});

test('a portal that answers everything with its own page takes nothing away', async () => {
  const { c, page } = await visitor();
  site.extra.clear();
  site.faults.set('/sw-kill.json', 'html').set('/config.json', 'html').set('/sw.js', 'html');
  await page.goto(`${site.url}/bedomning`);
  await live(page);
  assert.deepEqual(await builds(page), ['one']);
  assert.equal(await page.evaluate(async () => (await (await fetch('/config.json')).json()).endpoint.url), '/inlamning');
  await page.waitForLoadState('networkidle');
  assert.deepEqual([await workers(page), (await stores(page)).length], [1, 1]);
  site.faults.clear();
  c.nothingWrong();
});
