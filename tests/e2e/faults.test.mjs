// Every call of the page to its stores fails in every way: within a second the page says so, it never says that it has
// saved what it has not, and nothing is lost. `ANSWERS` says how many are given, three after each other at a time.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { DIRECT, begin, choose, context, isChosen, launch, open } from './lib/browser.mjs';
import { KINDS, breakable, records } from './lib/faults.mjs';
import { enlarged } from './lib/instrument.mjs';
import { soon } from './lib/stores.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const ANSWERS = Number(process.env.ANSWERS ?? 3);
const AT_ONCE = 3;
// More than the answers given at once make, whichever kind.
const MOST = 100;

// Answers each statement with the word, one frame after the other.
const answer = (page, statements, word) => page.evaluate(async ([statements, word]) => {
  for (const statement of statements) {
    document.getElementById(`p-${statement}-${word}`).click();
    await new Promise(done => requestAnimationFrame(done));
  }
}, [statements, word]);

// localStorage and IndexedDB hold these answers, and no others of this draft.
const kept = async (page, id, answers, why) => {
  const { quick, sure } = await records(page, `dk1/${id}/a/`);
  const expected = Object.fromEntries(Object.entries(answers).map(([statement, word]) => [`dk1/${id}/a/${statement}`, word]));
  assert.deepEqual(quick, expected, why);
  assert.deepEqual(sure, expected, why);
};

// Gives these answers again and again, each time with stores that fail from one call later, until there is none left that
// could. Notes in `answers` what is saved; says how many calls there were, and how long it took to tell at most.
async function everyCall(page, id, kind, statements, answers) {
  const note = word => statements.forEach(statement => { answers[statement] = word; });
  for (let [call, slowest] = [1, 0]; ; call += 1) {
    assert.ok(call < MOST, 'the calls come to no end');
    const word = String((call % 5) + 1);
    await page.evaluate(([kind, call]) => window.faults.arm(kind, call), [kind, call]);
    await answer(page, statements, word);
    note(word);
    await page.waitForFunction(() => window.faults.failed || document.querySelector('.state.ok'));
    if (!await page.evaluate(() => window.faults.failed)) {
      // There are no more calls than that: all of this was stored.
      await page.evaluate(() => window.faults.mend());
      await page.waitForSelector('.state.ok');
      await kept(page, id, answers, `${kind}: ${call} calls were not made`);
      return { calls: call - 1, slowest };
    }
    const handle = await page.waitForFunction(() => window.faults.told);
    const { told, failed: since, lied } = await page.evaluate(() => ({ ...window.faults, old: null }));
    assert.ok(told.at - since < 1000, `${call}: told after ${told.at - since} ms`);
    assert.equal(lied, false, `${call}: it said that all was saved`);
    await handle.dispose();
    slowest = Math.max(slowest, told.at - since);
    // All of it is still on the page, and is stored once the stores take it.
    for (const statement of statements) assert.equal(await isChosen(page, statement, word), true);
    await page.evaluate(() => window.faults.mend());
    const again = page.locator('.state.bad button').first();
    if (await again.count()) await again.click().catch(() => {});
    // Automatic retries follow within half a minute.
    await page.clock.fastForward(31_000);
    await page.waitForSelector('.state.ok');
    await kept(page, id, answers, `${kind} from call ${call}`);
  }
}

for (const kind of KINDS) {
  test(`stores that fail (${kind}) from any call on are told of within a second, ${ANSWERS} answers`, { timeout: 3_600_000 }, async () => {
    const c = await context(browser, DIRECT);
    await breakable(c);
    const big = enlarged(ANSWERS, ['teknik']);
    await c.route('**/data/instruments/*.json', route => route.fulfill({ json: big }));
    const all = big.dimensions.flatMap(d => d.categories).find(c => c.id === 'teknik').statements.map(s => s.id).slice(0, ANSWERS);
    const groups = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) => all.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
    const page = await c.newPage();
    await page.clock.install();
    const id = await begin(page);
    await open(page, `/bedomning/teknik?utkast=${id}`);
    await page.waitForFunction(n => document.querySelectorAll('section.statement').length >= n, ANSWERS);
    const answers = {};
    let [calls, slowest] = [0, 0];
    for (const statements of groups) {
      await answer(page, statements, 6);
      await page.waitForSelector('.state.ok');
      const done = await everyCall(page, id, kind, statements, answers);
      // Each answer makes one that can fail at least, and what fails is tried again.
      assert.ok(done.calls >= statements.length, `${done.calls} calls`);
      [calls, slowest] = [calls + done.calls, Math.max(slowest, done.slowest)];
    }
    // Left in the middle of it, what was called saved is there, or what was answered last.
    await page.evaluate(kind => window.faults.arm(kind, 1), kind);
    await answer(page, groups[0], 6);
    await page.waitForFunction(() => window.faults.told);
    await page.close();
    const next = await c.newPage();
    await open(next, `/bedomning/teknik?utkast=${id}`);
    await next.waitForFunction(n => document.querySelectorAll('section.statement').length >= n, ANSWERS);
    for (const statement of all) {
      const shown = [answers[statement], ...groups[0].includes(statement) ? ['6'] : []].map(word => isChosen(next, statement, word));
      assert.ok((await Promise.all(shown)).includes(true), `${statement} is lost`);
    }
    console.log(`${kind}: ${calls} calls, told after ${Math.round(slowest)} ms at most`);
    c.nothingWrong();
  });
}

for (const kind of KINDS) {
  test(`a copy that fails (${kind}) is done without and made anew, and what was saved stays saved`, async () => {
    const c = await context(browser, DIRECT);
    await breakable(c);
    const page = await c.newPage();
    const id = await begin(page);
    const path = `/bedomning/teknik?utkast=${id}`;
    let failed = 0;
    for (let call = 1; ; call += 1) {
      await open(page, path);
      await page.waitForFunction(() => window.faults.opened);
      await page.waitForFunction(() => window.faults.copied);
      await page.evaluate(([kind, call]) => window.faults.arm(kind, call, 'copy'), [kind, call]);
      const word = String((call % 5) + 1);
      await answer(page, ['skugg_it'], word);
      await page.waitForSelector('.state.ok');
      const { failed: met, told } = await page.evaluate(() => ({ ...window.faults, old: null }));
      assert.equal(told, null, `${kind} from call ${call}`);
      await page.evaluate(() => window.faults.mend());
      await kept(page, id, { skugg_it: word }, `${kind} from call ${call}`);
      // The next start has it whole again, whatever has become of it.
      await open(page, path);
      await soon(async () => (await records(page, `dk1/${id}/a/`)).copy[`dk1/${id}/a/skugg_it`] === word);
      if (!met) break;
      failed += 1;
    }
    assert.ok(failed > 0, 'nothing failed');
    c.nothingWrong();
  });
}

test('a database that never answers is told of, closed and opened again', async () => {
  const c = await context(browser);
  await breakable(c);
  const page = await c.newPage();
  await page.clock.install();
  const id = await begin(page);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.ok');
  const opened = await page.evaluate(() => {
    // The transactions of this connection are committed, but their events never fire.
    const transaction = window.database.transaction.bind(window.database);
    window.database.transaction = (...given) => {
      const begun = transaction(...given);
      for (const name of ['oncomplete', 'onabort', 'onerror']) Object.defineProperty(begun, name, { set() {} });
      return begun;
    };
    return window.faults.opened;
  });
  await choose(page, 'skugg_it', 4);
  await page.waitForSelector('.state.warn');
  const closed = await page.evaluate(() => window.faults.closed);
  await page.clock.fastForward(10_000);
  await page.waitForSelector('.state.ok');
  const after = await page.evaluate(() => ({ ...window.faults, old: null }));
  assert.deepEqual([after.opened, after.closed], [opened + 1, closed + 1]);
  const { sure } = await records(page, `dk1/${id}/a/`);
  assert.deepEqual(sure, { [`dk1/${id}/a/skugg_it`]: '4' });
  c.nothingWrong();
});

test('a database that never opens does not hold the page, and is opened again', async () => {
  const c = await context(browser);
  await breakable(c);
  await c.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    let times = 0;
    IDBFactory.prototype.open = function (...given) {
      // The first request is never answered.
      if ((times += 1) === 1) return new EventTarget();
      return open.apply(this, given);
    };
  });
  const page = await c.newPage();
  await page.clock.install();
  await open(page, '/bedomning/teknik');
  await choose(page, 'skugg_it', 2);
  await page.waitForSelector('.state.warn');
  await page.clock.fastForward(10_000);
  await page.waitForSelector('.state.ok');
  c.nothingWrong();
});
