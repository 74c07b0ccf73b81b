// Builds deployed and tabs loaded in random orders: a few here, 500 in `cargo xtask soak`. `SEED` asks for the same ones again.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { deployments } from './lib/deployments.mjs';
import { randomly } from './lib/proxy.mjs';
import { builds, look } from './lib/worker.mjs';

const ORDERS = Number(process.env.ORDERS ?? 4);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e6));

let all, one, two, three, site, open, live, choose, isChosen, visitor;
before(async () => {
  all = await deployments();
  ({ one, two, three, site, open, live, choose, isChosen, visitor } = all);
});
after(() => all.end());

test(`${ORDERS} orders of deploying and reloading over two tabs mix no builds and lose no answer (seed ${SEED})`, { timeout: 7_200_000 }, async t => {
  const random = randomly(SEED);
  const any = list => list[Math.floor(random() * list.length)];
  const done = {};
  for (let n = 0; n < ORDERS; n += 1) {
    const { c, page, id } = await visitor();
    const other = await c.newPage();
    await open(other, `/bedomning/teknik?utkast=${id}`);
    const tabs = [page, other];
    const given = new Map();
    const whole = async tab => {
      await live(tab);
      const of = await builds(tab);
      assert.equal(of.length, 1, `order ${n}: a tab of builds ${of}`);
    };
    const moves = {
      deploy: async () => site.deploy(any([one, two, three]).folder),
      look: async tab => { await look(tab); },
      reload: async tab => { await tab.reload(); await whole(tab); },
      answer: async tab => {
        const statement = any(['skugg_it', 'systemstod', 'it_styrning']);
        let word = String(1 + Math.floor(random() * 6));
        // What is chosen already is saved already.
        if (await isChosen(tab, statement, word)) word = String(7 - Number(word));
        await choose(tab, statement, word);
        await tab.waitForSelector('.state.ok').catch(async error => {
          throw new Error(`not saved: ${await tab.locator('.saved').innerText()}`, { cause: error });
        });
        given.set(statement, word);
      },
      result: async tab => {
        await open(tab, `/bedomning/resultat?utkast=${id}`);
        await tab.waitForSelector('.written, #take-away');
        await whole(tab);
        await open(tab, `/bedomning/teknik?utkast=${id}`);
      },
      read: async tab => { await tab.goto(`${site.url}/om`); assert.equal((await builds(tab)).length, 1); await open(tab, `/bedomning/teknik?utkast=${id}`); },
      take: async tab => {
        if (!await tab.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))) return;
        await tab.locator('#next a').first().click();
        await tab.waitForURL(/oversikt|teknik|granska|organisation/);
        const button = tab.locator('#new-build button');
        if (await button.count()) {
          const loads = tabs.map(one => one.waitForEvent('load'));
          await button.click();
          await Promise.all(loads);
        }
        for (const one of tabs) await open(one, `/bedomning/teknik?utkast=${id}`);
      },
    };
    for (let move = 0; move < 8; move += 1) {
      const name = any(Object.keys(moves));
      done[name] = (done[name] ?? 0) + 1;
      await moves[name](any(tabs)).catch(error => { throw new Error(`order ${n}, move ${move}, ${name}: ${error.message}`); });
    }
    for (const tab of tabs) {
      await open(tab, `/bedomning/teknik?utkast=${id}`);
      await whole(tab);
      for (const [statement, word] of given) assert.equal(await isChosen(tab, statement, word), true, `order ${n}: ${statement} is lost`);
    }
    c.nothingWrong();
    await c.close();
  }
  t.diagnostic(JSON.stringify(done));
});
