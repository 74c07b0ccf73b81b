// Every prerendered page is valid HTML, by the rules of the standard.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';

const SITE = 'dist';
const rules = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

async function problems(html, path) {
  const { results } = await rules.validateString(html, path);
  return results.flatMap(result => result.messages.map(m => `${path}:${m.line} ${m.ruleId}: ${m.message} (${m.selector})`));
}

test('every page is valid HTML', async () => {
  const pages = (await readdir(SITE, { recursive: true })).filter(file => file.endsWith('.html'));
  assert.ok(pages.length > 200, `${pages.length} pages`);
  const found = [];
  for (const page of pages) found.push(...await problems(await readFile(join(SITE, page), 'utf8'), page));
  assert.deepEqual(found, []);
});

test('what is not valid is found', async () => {
  const html = await readFile(join(SITE, 'bedomning/index.html'), 'utf8');
  const broken = html.replace('</main>', '<input type="radio" autocomplete="off"><div id="content"></div></main>');
  const found = await problems(broken, 'start');
  assert.ok(found.some(p => p.includes('valid-autocomplete')) && found.some(p => p.includes('no-dup-id')), found.join('\n'));
});
