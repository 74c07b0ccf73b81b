import { launch, context, open } from './lib/browser.mjs';
const browser = await launch();
for (const [w, h, scheme] of [[1280, 900, 'light'], [390, 844, 'dark']]) {
  const c = await context(browser, { viewport: { width: w, height: h }, colorScheme: scheme });
  const page = await c.newPage();
  page.on('console', m => console.log(m.type(), m.text()));
  await open(page, '/bedomning');
  await page.click('#exempel');
  await page.waitForURL(/resultat/);
  await page.waitForSelector('#ta-med');
  await page.waitForSelector('#rad .calc');
  await page.screenshot({ path: `/tmp/r-${w}.png`, fullPage: true });
  const id = new URL(page.url()).searchParams.get('utkast');
  await page.goto(page.url().replace('resultat', 'plan'));
  await page.waitForSelector('.plan-fields');
  await page.screenshot({ path: `/tmp/p-${w}.png`, fullPage: true });
  await page.goto(page.url().replace('plan', 'dokument'));
  await page.waitForSelector('.signatures');
  if (w === 1280) await page.pdf({ path: '/tmp/doc.pdf', preferCSSPageSize: true, printBackground: false });
  await page.screenshot({ path: `/tmp/d-${w}.png`, fullPage: true });
}
await browser.close();
