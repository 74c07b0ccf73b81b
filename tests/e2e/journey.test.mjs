// The main job from start to receipt, by the keyboard alone; where the focus is can be seen at every step.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { context, launch, open } from './lib/browser.mjs';
import { follow, tabTo } from './lib/keyboard.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test('a municipality does its whole assessment with the keyboard alone', async () => {
  // Without motion, so that where the focus is can be looked at.
  const c = await context(browser, { reducedMotion: 'reduce' });
  const page = await c.newPage();
  await open(page, '/');
  await follow(page, 'main a.btn', '**/bedomning');
  await tabTo(page, '#municipality');
  await page.keyboard.type('vär');
  await page.waitForSelector('#municipality-0');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.match(await page.locator('.chips').innerText(), /Värmdö/);
  await follow(page, '#begin', /oversikt\?utkast=/);
  await follow(page, '.ways a.btn', /effektivitet/);
  let answered = 0;
  for (let part = 0; part < 6; part += 1) {
    const statements = await page.locator('section.statement').evaluateAll(all => all.map(e => e.id.slice(2)));
    for (const statement of statements) {
      await tabTo(page, `#p-${statement}-1`);
      // The first press chooses the second step; reversed or not, the figures below say what came of it.
      for (let press = 0; press < 1 + (answered % 4); press += 1) await page.keyboard.press('ArrowRight');
      answered += 1;
    }
    const heading = await page.locator('h1').innerText();
    assert.match(await page.locator('.heading .num').innerText(), new RegExp(`${statements.length} av ${statements.length}`));
    await tabTo(page, '.ways a.btn:last-child');
    await page.keyboard.press('Enter');
    await page.waitForFunction(h => document.querySelector('h1').innerText !== h, heading);
  }
  assert.equal(answered, 30);
  assert.match(page.url(), /granska/);
  assert.equal(await page.locator('.answers .none').count(), 0);
  await follow(page, '.actions a.quiet', /resultat/);
  assert.match(await page.locator('.big').innerText(), /\d/);
  await tabTo(page, '#calculation-formaga > summary');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#calculation-effektivitet').isVisible(), true);
  await follow(page, '.actions a.btn', /skicka/);
  for (const [id, text] of [['name', 'Åsa Öberg'], ['role', 'Nyckelanvändare'], ['email', 'asa@exempel.se']]) {
    await tabTo(page, `#${id}`);
    await page.keyboard.type(text);
  }
  await tabTo(page, 'button[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#send-now');
  const shown = await page.locator('pre.payload').textContent();
  await tabTo(page, '#send-now');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.state-chip.received');
  const key = await page.locator('dd.key').innerText();

  const files = (await readdir(process.env.SUBMISSIONS)).filter(f => f.startsWith(key));
  assert.deepEqual(files, [`${key}.json`]);
  assert.match(files[0], /^[0-9a-f-]{36}\.[0-9a-f]{64}\.json$/);
  const bytes = await readFile(join(process.env.SUBMISSIONS, files[0]));
  assert.equal(createHash('sha256').update(bytes).digest('hex'), key.split('.')[1]);
  assert.equal(bytes.toString(), shown);

  await page.reload();
  await page.waitForSelector('.state-chip.received');
  assert.equal(await page.locator('dd.key').innerText(), key);
  await open(page, '/bedomning');
  assert.match(await page.locator('.drafts').innerText(), /Värmdö[\s\S]*30 av 30 besvarade · Inskickad/);
  c.nothingWrong();
});
