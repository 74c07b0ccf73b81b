// Updating to a new build: whole or not at all, never while something is unsaved, and back again.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { deployments } from './lib/deployments.mjs';
import { FAULT_NAMES } from './lib/deploys.mjs';
import { builds, kept, look, taken, until } from './lib/worker.mjs';

let all, one, two, three, site, open, live, started, choose, isChosen, visitor;
before(async () => {
  all = await deployments();
  ({ one, two, three, site, open, live, started, choose, isChosen, visitor } = all);
});
after(() => all.end());

const stores = page => page.evaluate(() => caches.keys());
const workers = page => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

// Navigates to and fro within the app until the line about a new build is there. It is rendered with the next page
// after the app has been notified of the build, a moment after it is installed.
async function step(page) {
  const line = page.locator('#new-build button');
  for (let turns = 0; turns < 20; turns += 1) {
    await page.locator('#next a').first().click();
    await page.waitForURL(url => !url.pathname.endsWith('/teknik'));
    if (await line.count()) return;
    await page.goBack();
    await page.waitForURL('**/teknik?utkast=*');
    if (await line.count()) return;
  }
  assert.fail('the line about a new build has not come in twenty turns');
}

// Asks for the new build, and waits until this page is of it.
async function goOver(page) {
  const loaded = page.waitForEvent('load').catch(async error => {
    throw new Error(`${error.message}\nThe line says: ${await page.locator('.update').innerText()}`);
  });
  await Promise.all([loaded, page.locator('#new-build button').click()]);
}

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
  // The same build whole is taken. Going over to it is tried below: the tools that drive this browser keep all those workers
  // running, and then it does not always let the next one begin.
  site.faults.clear();
  assert.equal(await look(page), 'installed');
  await page.reload();
  await live(page);
  assert.equal(await isChosen(page, 'skugg_it', ((tried - 1) % 6) + 1), true);
  c.nothingWrong();
});

test('a new build is offered at the next step, and both tabs go over with every answer', async () => {
  const { c, page, id } = await visitor();
  const other = await c.newPage();
  await open(other, `/bedomning/organisation?utkast=${id}`);
  site.deploy(two.folder);
  assert.equal(await look(page), 'installed');
  await choose(page, 'skugg_it', 5);
  assert.equal(await page.locator('#new-build button').count(), 0, 'nothing comes into a page that stands');
  await step(page);
  assert.match(await page.locator('.update').innerText(), /Det finns en ny version/);
  assert.match(await page.locator('p.live').innerText(), /Det finns en ny version/);
  await choose(other, 'it_kompetens', 3);
  const reloads = [0, 0];
  page.on('load', () => { reloads[0] += 1; });
  other.on('load', () => { reloads[1] += 1; });
  await Promise.all([page.waitForEvent('load'), other.waitForEvent('load'), page.locator('#new-build button').click()]);
  await Promise.all([live(page), live(other)]);
  for (const tab of [page, other]) assert.deepEqual(await builds(tab), ['two']);
  assert.equal(await isChosen(other, 'it_kompetens', 3), true);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  assert.equal(await isChosen(page, 'skugg_it', 5), true);
  assert.deepEqual(reloads, [2, 1], 'once each, and the page opened last');
  c.nothingWrong();
});

test('a tab on a shared computer keeps what it has, and the others wait for it', async () => {
  const { c, page } = await visitor();
  const shared = await c.newPage();
  await open(shared, '/bedomning');
  await shared.check('#shared');
  await shared.fill('#other', 'Exempelby');
  await shared.click('#begin');
  await shared.waitForURL(/utkast=/);
  site.deploy(two.folder);
  assert.equal(await look(page), 'installed');
  await step(page);
  await page.locator('#new-build button').click();
  await page.waitForFunction(() => /En annan flik/.test(document.querySelector('.update')?.innerText));
  assert.deepEqual(await builds(page), ['one']);
  // The new build takes over without the app: this tab stays as it is.
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting.postMessage('take'));
  await page.waitForFunction(() => globalThis.builds?.has('two') && 'live' in document.documentElement.dataset);
  assert.match(await shared.locator('main').innerText(), /Exempelby/);
  assert.deepEqual(await builds(shared), ['one']);
  await shared.locator('.tasks a').first().click();
  await shared.waitForSelector('#new-build button');
  assert.match(await shared.locator('.update').innerText(), /uppdaterad i en annan flik/);
  // Its own build's files are still to be had, also without network.
  site.down = true;
  assert.ok(await shared.evaluate(async path => (await fetch(path)).ok, Object.keys(one.build.files).find(p => p.endsWith('/split_results.wasm'))));
  site.down = false;
  await shared.locator('#new-build button').click();
  await shared.waitForFunction(() => /finns något som inte är sparat/.test(document.querySelector('.update')?.innerText));
  c.nothingWrong();
});

test('a tab that does not answer stops it, and closed it does not', async () => {
  const { c, page } = await visitor();
  const deaf = await c.newPage();
  await deaf.addInitScript(() => { BroadcastChannel.prototype.postMessage = () => {}; });
  await open(deaf, '/bedomning');
  await kept(deaf);
  site.deploy(two.folder);
  assert.equal(await look(page), 'installed');
  await step(page);
  await page.locator('#new-build button').click();
  await page.waitForFunction(() => /En annan flik/.test(document.querySelector('.update')?.innerText));
  await deaf.close();
  await goOver(page);
  await live(page);
  assert.deepEqual(await builds(page), ['two']);
  c.nothingWrong();
});

test('a public page beside it does not answer for a tab with something unsaved', async () => {
  const { c, page } = await visitor();
  const [shared, reader] = [await c.newPage(), await c.newPage()];
  await open(shared, '/bedomning');
  await shared.check('#shared');
  await shared.fill('#other', 'Exempelby');
  await shared.click('#begin');
  await shared.waitForURL(/utkast=/);
  await reader.goto(`${site.url}/om`);
  site.deploy(two.folder);
  assert.equal(await look(page), 'installed');
  await step(page);
  await page.locator('#new-build button').click();
  await page.waitForFunction(() => /En annan flik/.test(document.querySelector('.update')?.innerText));
  assert.deepEqual(await builds(page), ['one']);
  assert.equal(await page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)), true);
  c.nothingWrong();
});

test('a tab that was opened on a public page and went on to the assessment is asked, too', async () => {
  const { c, page } = await visitor();
  const gallery = await c.newPage();
  await gallery.goto(`${site.url}/nominerade`);
  await gallery.focus('#search');
  await started(gallery);
  await gallery.locator('header a[href="/bedomning"], nav a[href="/bedomning"]').first().click();
  await gallery.waitForURL('**/bedomning');
  assert.equal(await gallery.evaluate(() => performance.getEntriesByType('navigation')[0].name.endsWith('/nominerade')), true);
  await gallery.fill('#other', 'Exempelby');
  site.deploy(two.folder);
  assert.equal(await look(page), 'installed');
  await step(page);
  await page.locator('#new-build button').click();
  await page.waitForFunction(() => /En annan flik/.test(document.querySelector('.update')?.innerText));
  assert.equal(await gallery.locator('#other').inputValue(), 'Exempelby');
  c.nothingWrong();
});

test('what is typed in a tab and stored only at a later step keeps the new build waiting', async () => {
  const { c, page } = await visitor();
  const typing = await c.newPage();
  await open(typing, '/bedomning');
  site.deploy(two.folder);
  assert.equal(await look(page), 'installed');
  await step(page);
  const refused = async () => {
    await page.locator('#new-build button').click();
    await page.waitForFunction(() => /En annan flik/.test(document.querySelector('.update')?.innerText));
    assert.deepEqual(await builds(typing), ['one']);
  };
  await typing.fill('#other', 'Exempelby');
  await refused();
  assert.equal(await typing.locator('#other').inputValue(), 'Exempelby');
  await typing.fill('#other', '');
  await typing.fill('#municipality', 'värmd');
  await typing.keyboard.press('Enter');
  await typing.waitForSelector('#municipality-chosen li');
  await refused();
  await typing.click('#begin');
  await typing.waitForURL(/utkast=/);
  await Promise.all([page, typing].map(tab => tab.waitForEvent('load')).concat(page.locator('#new-build button').click()));
  await live(typing);
  assert.deepEqual(await builds(typing), ['two']);
  assert.match(await typing.locator('main').innerText(), /Värmdö/);
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
