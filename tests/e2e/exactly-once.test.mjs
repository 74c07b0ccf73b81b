// Every submission arrives exactly once, unaltered, through a network that fails every other time and a browser that is
// killed again and again. `SENT` asks for more of them, `SEED` for the same faults again.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAULTS, faulty, randomly } from './lib/proxy.mjs';

const ALL = Number(process.env.SENT ?? 12);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e6));
// The site itself comes through the failing network too.
const proxy = await faulty(process.env.BASE_URL ?? 'http://127.0.0.1:8787', SEED);
process.env.BASE_URL = proxy.url;
const { answerAll, begin, open } = await import('./lib/browser.mjs');
const { killable } = await import('./lib/killable.mjs');
const { quick, sure } = await import('./lib/stores.mjs');

// What the browser holds in its outbox, in any store: each key with the bytes, how far they have come, and whether
// IndexedDB has them.
async function outbox(page) {
  const [first, copy, other] = [await sure(page, 'first', 'dku1/'), await sure(page, 'copy', 'dku1/'), await quick(page, 'dku1/')];
  const durable = new Map([...copy, ...first]);
  return [...new Map([...other, ...durable])].map(([key, text]) => ({ key: key.slice(5), sure: durable.has(key), ...JSON.parse(text) }));
}

// Makes one submission through the pages, as far as the press that sends it.
async function press(page, id, role, mark) {
  await open(page, `/bedomning/skicka?utkast=${id}`);
  await page.fill('#name', mark).catch(async error => {
    throw new Error(`${error.message}\nThe page at ${page.url()} says: ${await page.locator('body').innerText()}`);
  });
  await page.fill('#role', role);
  await page.fill('#email', 'test@exempel.se');
  await page.click('button[type=submit]');
  await page.click('#send-now');
}

// The key that the page then shows. From there on nothing may take it.
async function shownKey(page) {
  await page.waitForURL(/kvitto/);
  return page.locator('.receipt .key').innerText();
}

test(`${ALL} submissions arrive exactly once (seed ${SEED})`, { timeout: 3_600_000 }, async t => {
  const begun = Date.now();
  const random = randomly(SEED + 1);
  const profile = await mkdtemp(join(tmpdir(), 'once-'));
  const mark = `Körning ${SEED}`;
  let { page, kill } = await killable(profile);
  // Also after a failure: a process left running would keep the whole run from ending.
  t.after(async () => {
    await kill();
    proxy.close();
    await rm(profile, { recursive: true, force: true });
  });
  const id = await begin(page);
  await answerAll(page, id);
  let [kills, anew] = [0, 0];
  // Each submission whose receipt was shown, with where it was stored then: printed if it is missing in the end.
  const told = new Map();
  for (let n = 0; n < ALL; n += 1) {
    const role = `Roll ${n}`;
    await press(page, id, role, mark);
    const killed = random() < 0.3;
    // Once it is shown it is stored, and nothing may take it; right after the press it may not have become one.
    const early = killed && random() < 0.5;
    if (!early) {
      const key = await shownKey(page);
      const entry = (await outbox(page)).find(entry => entry.key === key);
      const state = entry ? (entry.sure ? 'sure' : 'quick') : 'nowhere';
      told.set(key, `${role}, ${state} when shown ${new Date().toISOString()}${killed ? ', then killed' : ''}`);
      if (process.env.TRACE) console.log(told.get(key));
    }
    if (!killed) continue;
    await kill();
    kills += 1;
    ({ page, kill } = await killable(profile));
    if (!early) continue;
    // A visitor who sees no receipt sends again; one who sees a receipt does not.
    await open(page, `/bedomning/kvitto?utkast=${id}`);
    const entry = (await outbox(page)).find(({ text }) => JSON.parse(text).contact.role === role);
    if (process.env.TRACE) console.log(`${role}, killed at once ${new Date().toISOString()}, ${entry ? `there, ${entry.sure ? 'sure' : 'quick'}` : 'not there'}`);
    if (!entry) [n, anew] = [n - 1, anew + 1];
  }
  proxy.faults = false;
  // Opened again, the page sends by itself whatever waits.
  await open(page, `/bedomning/kvitto?utkast=${id}`);
  let entries = await outbox(page);
  while (entries.some(entry => !entry.delivery.startsWith('received'))) {
    await page.waitForSelector('.state-chip.received');
    entries = await outbox(page);
  }

  const folder = process.env.SUBMISSIONS;
  const stored = new Map();
  for (const name of (await readdir(folder)).filter(name => name.endsWith('.json'))) {
    const bytes = await readFile(join(folder, name));
    if (bytes.includes(mark)) stored.set(name.slice(0, -5), bytes);
  }
  const kept = new Map(entries.map(entry => [entry.key, entry.text]));
  const altered = [...stored].filter(([key, bytes]) =>
    createHash('sha256').update(bytes).digest('hex') !== key.split('.')[1] || (kept.get(key) ?? bytes.toString()) !== bytes.toString());
  // What the browser no longer knows of is another thing than altered bytes, and no more as promised.
  const forgotten = [...stored.keys()].filter(key => !kept.has(key));
  const lost = [...new Set([...told.keys(), ...kept.keys()])].filter(key => !stored.has(key));
  const ids = new Set([...stored.keys()].map(key => key.split('.')[0]));
  const { attempts, ...faults } = proxy.counts;
  console.log(`${stored.size} stored of ${ALL} made, ${attempts} attempts, ${kills} kills, ${anew} made anew, ${lost.length} lost, `
    + `${stored.size - ids.size} doubled, ${altered.length} altered, ${forgotten.length} forgotten here, ${Math.round((Date.now() - begun) / 1000)} s,`, faults);
  // With what was known of each when it was shown.
  const of = keys => keys.map(key => told.get(key) ?? key);
  assert.deepEqual(of(lost), []);
  assert.deepEqual(of(altered.map(([key]) => key)), []);
  assert.deepEqual(of(forgotten), []);
  assert.deepEqual([...told.values()].filter(state => !state.includes(', sure')), []);
  assert.deepEqual([stored.size, kept.size, ids.size], [ALL, ALL, ALL]);
  const roles = [...stored.values()].map(bytes => JSON.parse(bytes).contact.role).sort();
  assert.deepEqual(roles, Array.from({ length: ALL }, (_, n) => `Roll ${n}`).sort());
  // In the long run every kind of fault has had its turn.
  for (const kind of ALL >= 100 ? Object.keys(FAULTS) : []) assert.ok(faults[kind] > 0, kind);
});
