// Chromium keeps each store as a LevelDB. Killed while it writes there, it leaves half a record at the end of the log; what
// the next start writes comes after it, and the start after that finds the log damaged and throws the whole store away. A
// kill that meets that moment is one in some hundred, so here the half record is put there.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, choose, open } from './lib/browser.mjs';
import { killable } from './lib/killable.mjs';
import { sure } from './lib/stores.mjs';

// The folder of each store's LevelDB, by how its path within a profile begins.
const PLACES = { first: 'IndexedDB/', copy: 'WebStorage/', quick: 'Local Storage/' };

// Half a record: a head that says 200 bytes, and none of them.
const HALF = Buffer.from([1, 2, 3, 4, 200, 0, 1]);

async function tear(profile, store) {
  const within = join(profile, 'Default');
  const logs = (await readdir(within, { recursive: true })).filter(path => path.startsWith(PLACES[store]) && path.endsWith('.log'));
  assert.equal(logs.length, 1, `${store}: ${logs}`);
  await appendFile(join(within, logs[0]), HALF);
}

for (const torn of [['first', 'quick'], ['copy', 'quick'], ['first'], ['copy']]) {
  test(`nothing is lost when a kill has torn the log of: ${torn.join(', ')}`, async () => {
    const profile = await mkdtemp(join(tmpdir(), 'torn-'));
    let browser = await killable(profile);
    const id = await begin(browser.page);
    const answers = {};
    const write = async (statement, step) => {
      await choose(browser.page, statement, step);
      await browser.page.waitForSelector('.state.ok');
      answers[`dk1/${id}/a/${statement}`] = String(step);
    };
    await open(browser.page, `/bedomning/teknik?utkast=${id}`);
    await write('systemstod', 3);
    await browser.kill();
    for (const store of torn) await tear(profile, store);

    browser = await killable(profile);
    await open(browser.page, `/bedomning/teknik?utkast=${id}`);
    await browser.page.waitForSelector('#p-systemstod-3:checked', { state: 'attached' });
    await write('skugg_it', 5);
    await browser.kill();

    browser = await killable(profile);
    await open(browser.page, `/bedomning/teknik?utkast=${id}`);
    for (const id of ['#p-systemstod-3', '#p-skugg_it-5']) await browser.page.waitForSelector(`${id}:checked`, { state: 'attached' });
    // And each is whole again, for the next time.
    for (const place of ['first', 'copy']) {
      const stored = await sure(browser.page, place, `dk1/${id}/a/`);
      assert.deepEqual(Object.fromEntries(stored.map(([key, text]) => [key, JSON.parse(text).v])), answers, place);
    }
    await browser.kill();
    await rm(profile, { recursive: true, force: true });
  });
}
