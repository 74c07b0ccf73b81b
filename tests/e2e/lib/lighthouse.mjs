// Lighthouse in its mobile form, on a Chromium of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { killable } from './killable.mjs';

// The scores of some pages, 0 to 1, and what keeps each from 1.
export async function scores(urls, categories) {
  const profile = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  const { port, kill } = await killable(profile);
  try {
    const all = [];
    for (const url of urls) {
      const { lhr } = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: categories });
      const failed = Object.values(lhr.audits).filter(a => a.score !== null && a.score < 0.9 && a.scoreDisplayMode !== 'informative')
        .map(a => `${a.id}: ${a.displayValue ?? a.title}`);
      all.push({ url, failed, scores: Object.fromEntries(categories.map(c => [c, lhr.categories[c].score])) });
    }
    return all;
  } finally {
    await kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
