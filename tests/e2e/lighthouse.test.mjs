// Lighthouse finds nothing to better in what search engines, screen readers and browsers ask of the public pages. How fast
// they are is measured by `cargo xtask bench`.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { BASE } from './lib/browser.mjs';
import { scores } from './lib/lighthouse.mjs';

test('accessibility, best practices and SEO are 1.00 on start, gallery, edition, nominee and key dates', async () => {
  const pages = ['/', '/nominerade', '/nominerade/2023', '/nominerade/2023/varmdo', '/halltider'];
  for (const page of await scores(pages.map(p => BASE + p), ['accessibility', 'best-practices', 'seo'])) {
    assert.deepEqual(page.scores, { accessibility: 1, 'best-practices': 1, seo: 1 }, `${page.url}: ${page.failed.join('; ')}`);
  }
});
