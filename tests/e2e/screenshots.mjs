// The pictures that a browser shows before it installs the site, written to public/screenshots/, each at most 100 kB.
// Run by `cargo xtask screens`; the build after that has them.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { DIRECT, begin, choose, context, launch, open } from './lib/browser.mjs';

const OUT = 'public/screenshots';
await mkdir(OUT, { recursive: true });
const browser = await launch();

async function picture(name, width, height, deviceScaleFactor, prepare) {
  const c = await context(browser, { ...DIRECT, viewport: { width, height }, deviceScaleFactor, colorScheme: 'light' });
  const page = await c.newPage();
  await prepare(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const cdp = await c.newCDPSession(page);
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'webp', quality: 70 });
  const bytes = Buffer.from(data, 'base64');
  assert.ok(bytes.length <= 100_000, `${name}: ${bytes.length} bytes`);
  await writeFile(`${OUT}/${name}.webp`, bytes);
  console.log(`${OUT}/${name}.webp: ${width * deviceScaleFactor} x ${height * deviceScaleFactor}, ${bytes.length} bytes`);
  await c.close();
}

await picture('wide', 1280, 800, 1, page => open(page, '/'));
await picture('narrow', 412, 892, 2, async page => {
  const id = await begin(page);
  await open(page, `/bedomning/teknik?utkast=${id}`);
  await choose(page, 'systemstod', 4);
  await page.waitForSelector('.state.ok');
  await page.locator('fieldset').first().scrollIntoViewIfNeeded();
});
await browser.close();
