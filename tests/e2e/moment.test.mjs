// The moment from which the winner is shown: counted down to, kept, and then shown, whether the data held the winner
// beforehand or is published at the moment.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { DIRECT, context, launch, open, overtaken, started } from './lib/browser.mjs';

let browser, file;
before(async () => {
  browser = await launch();
  file = JSON.parse(await readFile('public/data/award/2023.json', 'utf8'));
  file.revealed = '2023-11-21T19:30';
});
after(() => browser.close());

const edition = winner => JSON.stringify({
  ...file, nominees: file.nominees.map(n => ({ ...n, stage: n.stage === 'winner' && !winner ? 'finalist' : n.stage })),
});

// A start page that was prerendered with this edition, at this time; `published` is the file that the page polls later.
async function home(c, time, carried, published) {
  const page = await c.newPage();
  await page.clock.install({ time: new Date(time) });
  await page.route('**/', async route => {
    const response = await route.fetch();
    const html = (await response.text()).replace(/(<script type="application\/json" id="data-edition">)[^<]*/,
      (_, start) => start + carried.replaceAll('<', '\\u003c'));
    // Such a page has changed by the clock since it was written, so the app starts over it.
    await route.fulfill({ response, body: overtaken(html) });
  });
  let answered = 0;
  await page.route('**/data/award/2023.json', route =>
    route.fulfill({ contentType: 'application/json', body: published(answered + 1) }));
  page.on('requestfinished', request => {
    if (request.url().endsWith('/data/award/2023.json')) answered += 1;
  });
  await open(page, '/');
  await started(page);
  const text = async () => (await page.locator('main').innerText()).replaceAll('\u00ad', '');
  // Lets time go by until the winner is shown, in steps far shorter than the twenty seconds after which an answer is no
  // longer waited for: answers come in the machine's time, not in the page's.
  const forward = async (meanwhile = () => {}) => {
    for (let read = await text(); !/Värmdö är/.test(read); read = await text()) {
      await meanwhile(read);
      await page.clock.runFor(4000);
    }
  };
  return { page, text, forward, answered: () => answered };
}

test('the page counts down, keeps a winner that it holds, and shows it at the moment', async () => {
  const c = await context(browser, { ...DIRECT, timezoneId: 'Asia/Tokyo' });
  const { page, text } = await home(c, '2023-11-19T15:29:30Z', edition(true), () => edition(true));
  assert.match(await text(), /Vinnaren visas här om 2 dagar och 3 timmar, 21 november kl\. 19:30\./);
  assert.doesNotMatch(await text(), /Vinnare\n|Värmdö är/);
  await page.clock.fastForward('50:00:30');
  await page.waitForFunction(() => /om 60:00|om 59:/.test(document.querySelector('#countdown').innerText));
  assert.doesNotMatch(await text(), /Vinnare\n|Värmdö är/);
  await page.clock.fastForward('01:00:01');
  await page.waitForFunction(() => document.querySelector('h1').innerText.startsWith('Värmdö är'));
  assert.match(await text(), /Vinnare\s+Värmdö/i);
  assert.equal(await page.locator('#countdown').isVisible(), false);
  assert.match(await page.locator('#announcement').innerText(), /^Värmdö är/);
  c.nothingWrong();
});

test('a winner that is published at the moment is asked for until it has come', async () => {
  const c = await context(browser, DIRECT);
  const { page, text, forward, answered } = await home(c, '2023-11-21T18:29:50Z', edition(false), n => edition(n > 3));
  await page.clock.fastForward('00:11');
  await page.waitForFunction(() => document.querySelector('#countdown').innerText.includes('när som helst'));
  await forward();
  assert.ok(answered() >= 3, `${answered()}`);
  assert.match(await text(), /Vinnare\s+Värmdö/i);
  c.nothingWrong();
});

test('what is published with errors shows nothing wrong and is asked for again', async () => {
  const c = await context(browser, DIRECT);
  const broken = ['{', '[]', '{"year":2023}', edition(true).replace('"winner"', '"best"'), '<h1>Logga in</h1>'];
  const { forward, answered } = await home(c, '2023-11-21T18:30:01Z', edition(false), n => broken[n - 1] ?? edition(true));
  await forward(read => assert.doesNotMatch(read, /Logga in|best/));
  assert.ok(answered() >= broken.length, `${answered()}`);
  c.nothingWrong();
});
