// Take-over of the prerendered page by the app: no layout shift, and nothing that the visitor did meanwhile is lost.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { BASE, DIRECT, context, launch, live, open } from './lib/browser.mjs';
import { APP_PAGES, PUBLIC_PAGES } from './lib/pages.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const shifts = page => page.evaluate(() => window.shifted ?? []);

async function watching(options) {
  const c = await context(browser, options);
  await c.addInitScript(() => new PerformanceObserver(list => {
    const moved = source => {
      const [from, to] = [source.previousRect, source.currentRect].map(r => [r.x, r.y, r.width, r.height].map(Math.round).join(' '));
      return `${source.node?.nodeName}.${source.node?.className} ${from} -> ${to}`;
    };
    const told = list.getEntries().map(e => `${e.value}: ${e.sources.map(moved).join('; ')}`);
    window.shifted = [...(window.shifted ?? []), ...told];
  }).observe({ type: 'layout-shift', buffered: true }));
  return c;
}

for (const width of [360, 1280]) {
  test(`nothing moves on any page of the app at ${width} px`, async () => {
    const c = await watching({ viewport: { width, height: 900 } });
    const page = await c.newPage();
    for (const path of APP_PAGES) {
      await open(page, path);
      // The font is fetched last. Layout shifts are reported after the frame that shows them.
      await page.waitForFunction(() => performance.getEntriesByType('resource').some(e => e.name.endsWith('.woff2')));
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
      assert.deepEqual(await shifts(page), [], path);
    }
    c.nothingWrong();
  });
}

// A page that is still loading must not shift: the rest of it is sent only after the first piece has been painted.
test('a page that arrives in pieces moves nothing', async () => {
  const c = await watching();
  const page = await c.newPage();
  const path = '/en/bedomning/balansering';
  const html = await (await fetch(BASE + path)).text();
  const scale = html.indexOf('class="scale"');
  const cuts = [
    html.indexOf('<h1'), html.indexOf('class="meta num"'), html.indexOf('</label>', scale),
    html.indexOf('class="aside"'), html.lastIndexOf('</label>', html.lastIndexOf('class="aside"')), html.indexOf('id="next"'),
  ];
  let painted, length = 0;
  const server = createServer(async (request, response) => {
    if (request.url.startsWith('/painted')) {
      const now = Number(request.url.split('?')[1]);
      if (painted && now > length) [length] = [now, painted()];
      return response.writeHead(204).end();
    }
    const own = await fetch(BASE + request.url);
    response.writeHead(own.status, { 'content-type': own.headers.get('content-type') });
    if (request.url !== path) return response.end(Buffer.from(await own.arrayBuffer()));
    let from = 0;
    for (const cut of cuts) {
      response.write(html.slice(from, cut));
      from = cut;
      await new Promise(done => { painted = done; });
      painted = null;
    }
    return response.end(html.slice(from));
  }).listen(0, '127.0.0.1');
  await new Promise(done => server.once('listening', done));
  // Tells the server what a frame has shown, once the next frame shows no more.
  await page.addInitScript(() => {
    let length = 0;
    const look = () => {
      const now = document.documentElement?.innerHTML.length ?? 0;
      if (now === length && document.querySelector('header')) navigator.sendBeacon(`/painted?${now}`);
      length = now;
      if (document.readyState === 'loading') requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(`http://127.0.0.1:${server.address().port}${path}`);
  await live(page);
  assert.deepEqual(await shifts(page), []);
  server.closeAllConnections();
  server.close();
});

test('the live page says what the prerendered one said', async () => {
  const [still, c] = [await context(browser, { javaScriptEnabled: false }), await context(browser)];
  const [before, page] = [await still.newPage(), await c.newPage()];
  // Results and receipts of a draft are not in a prerendered page.
  for (const path of APP_PAGES.filter(p => !/resultat|kvitto|skicka|granska|sparat|svara|plan|dokument/.test(p))) {
    await before.goto(BASE + path);
    await open(page, path);
    // What needs a script is hidden without one.
    for (const part of PUBLIC_PAGES.includes(path) ? ['h1', '#standing', '#nominees', '#nearest-dates', '#key-dates', '#count', '#list'] : ['main']) {
      const texts = p => p.locator(part).allInnerTexts();
      assert.deepEqual(await texts(page), await texts(before), `${path} ${part}`);
    }
  }
  c.nothingWrong();
});

// Opens a page whose wasm waits until `release` is called.
async function held(c, path) {
  const page = await c.newPage();
  let release;
  const gate = new Promise(open => { release = open; });
  await page.route('**/*.wasm', async route => { await gate; await route.continue(); });
  await page.goto(BASE + path, { waitUntil: 'commit' });
  await page.waitForSelector('footer a');
  return { page, release: async () => { release(); await live(page); } };
}

test('what is chosen, opened and focused before the app is live is kept and saved', async () => {
  const c = await context(browser, DIRECT);
  const { page, release } = await held(c, '/bedomning/innovation');
  await page.locator('label:has(#p-kultur-5)').click();
  await page.locator('label:has(#p-spridning-vet_ej)').click();
  await page.locator('#p-oppna_data-comment-button').click();
  await page.fill('#p-oppna_data-comment', 'före start');
  await release();
  await page.waitForURL(/utkast=/);
  assert.equal(await page.locator('#p-kultur-5').isChecked(), true);
  assert.equal(await page.locator('#p-oppna_data-comment').inputValue(), 'före start');
  assert.equal(await page.locator('#p-oppna_data-comment-fold').getAttribute('open'), '');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'p-oppna_data-comment');
  const kept = await page.evaluate(() => Object.entries(localStorage).filter(([k]) => k.includes('/a/')).map(([k, v]) => [k.split('/').pop(), JSON.parse(v).v]).sort());
  assert.deepEqual(kept, [['kultur', '5'], ['spridning', 'vet_ej']]);
  c.nothingWrong();
});

test('what is chosen and written before the boot script runs is kept too', async () => {
  const c = await context(browser, DIRECT);
  const page = await c.newPage();
  let release;
  const gate = new Promise(open => { release = open; });
  await page.route('**/boot-*.js', async route => { await gate; await route.continue(); });
  await page.goto(`${BASE}/bedomning/innovation`, { waitUntil: 'commit' });
  await page.locator('label:has(#p-kultur-5)').click();
  await page.locator('#p-kultur-comment-button').click();
  await page.fill('#p-kultur-comment', 'tidigt');
  release();
  await live(page);
  await page.waitForURL(/utkast=/);
  await page.reload();
  await live(page);
  assert.equal(await page.locator('#p-kultur-5').isChecked(), true);
  assert.equal(await page.locator('#p-kultur-comment').inputValue(), 'tidigt');
  c.nothingWrong();
});

test('what is typed before the app is live is searched for once it is', async () => {
  const c = await context(browser, DIRECT);
  const { page, release } = await held(c, '/bedomning');
  await page.fill('#municipality', 'upplands v');
  await release();
  await page.waitForSelector('#municipality-0');
  assert.equal(await page.locator('#municipality-0').innerText(), 'Upplands Väsby');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'municipality');
  c.nothingWrong();
});

for (const [file, path] of [['app.js', '/bedomning/innovation'], ['app.wasm', '/bedomning/innovation'], ['split_results.wasm', '/bedomning/svarande']]) {
  test(`where ${file} cannot be fetched the page stays and says so, and another try takes what was done along`, async () => {
    const c = await context(browser, DIRECT, ['Failed to load', 'ERR_FAILED', 'Failed to fetch']);
    const page = await c.newPage();
    await page.route(`**/${file}`, route => route.abort());
    await page.goto(BASE + path);
    const late = page.locator('.late');
    await late.waitFor();
    assert.match(await late.innerText(), /Sidan är inte helt inläst[\s\S]*The page is not completely loaded/);
    assert.equal(await page.locator('h1#heading').count(), 1);
    const statement = page.locator('label:has(#p-kultur-5)');
    if (await statement.count()) await statement.click();
    await late.getByRole('button', { name: 'Försök igen' }).click();
    // Another failed retry: the message is still shown, and the focus has not moved.
    await page.waitForFunction(() => !document.querySelector('.late').hasAttribute('aria-busy'));
    assert.equal(await page.evaluate(() => document.activeElement.closest('.late') !== null), true);
    await page.unroute(`**/${file}`);
    await page.keyboard.press('Enter');
    await live(page);
    assert.equal(await late.isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'heading');
    if (await statement.count()) {
      await page.waitForURL(/utkast=/);
      assert.equal(await page.locator('#p-kultur-5').isChecked(), true);
    }
    c.nothingWrong();
  });
}

test('a page that could not be loaded completely tries again by itself when there is a network', async () => {
  const c = await context(browser, DIRECT, ['Failed to load', 'ERR_FAILED', 'Failed to fetch']);
  const page = await c.newPage();
  await page.route('**/*.wasm', route => route.abort());
  await page.goto(`${BASE}/bedomning`);
  await page.locator('.late').waitFor();
  await page.unroute('**/*.wasm');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await live(page);
  assert.equal(await page.locator('.late').isVisible(), false);
  c.nothingWrong();
});

test('a page whose app has crashed says so and its links still work', async () => {
  const c = await context(browser, {}, ['unreachable']);
  const page = await c.newPage();
  await open(page, '/bedomning');
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError('unreachable');
    dispatchEvent(new ErrorEvent('error', { error, message: 'unreachable' }));
  });
  assert.equal(await page.locator('.crash').isVisible(), true);
  await page.locator('header nav.wide a').nth(1).click();
  await page.waitForURL('**/halltider');
  c.nothingWrong();
});
