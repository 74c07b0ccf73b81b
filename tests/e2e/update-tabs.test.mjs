// Updating to a new build beside other tabs: each that runs the app is asked, and none loses anything.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { deployments } from './lib/deployments.mjs';
import { builds, kept, look } from './lib/worker.mjs';

let all, one, two, site, open, live, started, choose, isChosen, visitor;
before(async () => {
  all = await deployments();
  ({ one, two, site, open, live, started, choose, isChosen, visitor } = all);
});
after(() => all.end());

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

// Begins a draft as on a shared computer: nothing of it is stored.
async function beginShared(page) {
  await open(page, '/bedomning');
  await page.check('#shared');
  await page.fill('#other', 'Exempelby');
  await page.click('#begin');
  await page.waitForURL(/utkast=/);
}

// Asks for the new build, and waits until this page is of it.
async function goOver(page) {
  const loaded = page.waitForEvent('load').catch(async error => {
    throw new Error(`${error.message}\nThe line says: ${await page.locator('.update').innerText()}`);
  });
  await Promise.all([loaded, page.locator('#new-build button').click()]);
}

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
  await beginShared(shared);
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
  await beginShared(shared);
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
