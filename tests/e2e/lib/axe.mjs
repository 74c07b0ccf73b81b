// axe-core, run in the page by evaluate, which a page's CSP does not hold back; nothing else is relaxed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// What axe finds on the page as it stands, a line each.
export async function violations(page) {
  await page.evaluate(source);
  return page.evaluate(async tags => {
    const { violations } = await window.axe.run(document, { runOnly: tags });
    return violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(' | ')}`);
  }, TAGS);
}
