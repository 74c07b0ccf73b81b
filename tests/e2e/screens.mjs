// Pictures of every page at three widths, light and dark, and a contact sheet of each; the result and the receipt as PDF.
// Run by `cargo xtask screens`; everything is written to target/screens/.
import { mkdir, rm } from 'node:fs/promises';
import { answerAll, context, fillContact, launch, open } from './lib/browser.mjs';
import { APP_PAGES, PLAIN_PAGES } from './lib/pages.mjs';

const OUT = 'target/screens';
await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const browser = await launch();

const name = path => (path.replace(/\?.*/, '').replaceAll('/', '_').replace(/^_/, '') || 'start');

async function filled(page) {
  await open(page, '/bedomning');
  await page.fill('#other', 'Exempelkommunen');
  await page.click('#begin');
  await page.waitForURL(/utkast=/);
  const id = new URL(page.url()).searchParams.get('utkast');
  await answerAll(page, id);
  await open(page, `/bedomning/skicka?utkast=${id}`);
  await fillContact(page);
  await page.click('button[type=submit]');
  await page.click('#send-now');
  await page.waitForSelector('.state-chip.received');
  return id;
}

async function sheet(pictures, width, file) {
  const page = await browser.newPage({ viewport: { width: 2000, height: 1200 } });
  const cells = pictures.map(p => `<figure><img src="data:image/png;base64,${p.png}"><figcaption>${p.path}</figcaption></figure>`);
  await page.setContent(`<style>body{display:grid;grid-template-columns:repeat(${width < 500 ? 10 : 6},1fr);gap:12px;background:#888;font:12px sans-serif}
    figure{margin:0}img{width:100%;max-height:700px;object-fit:cover;object-position:top}</style>${cells.join('')}`);
  await page.waitForFunction(() => [...document.images].every(i => i.complete));
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}

for (const width of [360, 1280, 1920]) {
  for (const colorScheme of ['light', 'dark']) {
    const c = await context(browser, { viewport: { width, height: 900 }, colorScheme });
    const page = await c.newPage();
    const id = await filled(page);
    const pictures = [];
    for (const path of [...APP_PAGES, ...PLAIN_PAGES]) {
      const full = /bedomning\/./.test(path) ? `${path}?utkast=${id}` : path;
      await page.goto(`${process.env.BASE_URL}${full}`);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready);
      const png = await page.screenshot({ path: `${OUT}/${name(path)}-${width}-${colorScheme}.png`, fullPage: true });
      pictures.push({ path, png: png.toString('base64') });
    }
    if (width === 1280 && colorScheme === 'light') {
      for (const path of ['resultat', 'kvitto', 'granska']) {
        await open(page, `/bedomning/${path}?utkast=${id}`);
        await page.pdf({ path: `${OUT}/${path}.pdf`, format: 'A4', preferCSSPageSize: true });
      }
    }
    await sheet(pictures, width, `${OUT}/all-${width}-${colorScheme}.png`);
    console.log(`${OUT}/all-${width}-${colorScheme}.png: ${pictures.length} pages`);
    await c.close();
  }
}
await browser.close();
