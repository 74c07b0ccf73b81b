// The site as a search engine or a browser without JavaScript has it: by HTTP alone, from the start pages, by links.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { BASE } from './lib/browser.mjs';

const unescape = text => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

// The tags of a name in a page, each as its attributes. What stands in scripts is no tag.
const tags = (html, name) =>
  [...html.replaceAll(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, '$1').matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, rest]) =>
    Object.fromEntries([...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key, unescape(value ?? '')])));

const named = (html, name) => tags(html, 'meta').filter(m => m.name === name || m.property === name).map(m => m.content);
const related = (html, rel) => tags(html, 'link').filter(l => l.rel === rel);

const site = JSON.parse(readFileSync('dist/config.json')).site;
const pages = new Map();
const broken = [];

before(async () => {
  const [seen, queue] = [new Set(), [['/', ''], ['/en', '']]];
  while (queue.length) {
    const [path, from] = queue.shift();
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await fetch(BASE + path, { redirect: 'manual' });
    const text = await response.text();
    if (response.status !== 200) broken.push(`${response.status} ${path}, from ${from}`);
    else if (response.headers.get('content-type').startsWith('text/html')) {
      pages.set(path, text);
      const hrefs = [...tags(text, 'a'), ...tags(text, 'link')].map(t => t.href).filter(href => href !== undefined);
      const srcs = [...tags(text, 'script'), ...tags(text, 'img')].map(t => t.src).filter(Boolean);
      const inside = [...hrefs, ...srcs].map(href => new URL(href, BASE + path)).filter(url => url.origin === BASE || url.origin === site);
      queue.push(...inside.map(url => [url.pathname, path]));
    }
  }
});

test('no link within the site is broken', () => {
  assert.deepEqual(broken, []);
  assert.ok(pages.size > 100, String(pages.size));
});

test('every edition and nominee since 2001 is reached by links alone, in both languages', async () => {
  const files = (await readdir('public/data/award')).map(f => JSON.parse(readFileSync(`public/data/award/${f}`)));
  const wanted = files.flatMap(f => [`/nominerade/${f.year}`, ...f.nominees.map(n => `/nominerade/${f.year}/${n.slug}`)]);
  const missing = wanted.flatMap(p => [p, `/en${p}`]).filter(p => !pages.has(p));
  assert.deepEqual(missing, []);
  for (const { year, nominees } of files) {
    for (const { slug, name } of nominees) {
      assert.match(pages.get(`/nominerade/${year}/${slug}`), new RegExp(`<h1[^>]*>${name}</h1>`), `${year} ${slug}`);
    }
  }
});

test('every page in the map of the site answers, and no page is unknown to it that may be found', async () => {
  const map = await (await fetch(`${BASE}/sitemap.xml`)).text();
  const listed = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => unescape(url));
  assert.ok(listed.length > 100);
  for (const url of listed) {
    assert.ok(url.startsWith(site), url);
    const response = await fetch(BASE + url.slice(site.length), { redirect: 'manual' });
    assert.equal(response.status, 200, url);
    assert.deepEqual(named(await response.text(), 'robots'), [], url);
  }
  const found = [...pages].filter(([, html]) => !named(html, 'robots').includes('noindex')).map(([path]) => site + path);
  assert.deepEqual(found.filter(url => !listed.includes(url)), []);
});

test('unknown paths are not found', async () => {
  for (const path of [
    '/finns-inte', '/en/finns-inte', '/nominerade/2022', '/nominerade/2023/ingen', '/en/nominerade/2023/ingen',
    '/kalender/2022.ics', '/en/kalender/2001.ics', '/data/award/2022.json', '/nominerade/2023/varmdo/mer', '/sitemap',
  ]) {
    const response = await fetch(BASE + path);
    assert.equal(response.status, 404, path);
    const html = await response.text();
    assert.deepEqual([named(html, 'robots'), related(html, 'canonical')], [['noindex'], []], path);
  }
});

test('every page has one title, one description and one address, and pages in two languages point at each other', () => {
  const alternates = html => Object.fromEntries(related(html, 'alternate').filter(l => l.hreflang).map(l => [l.hreflang, l.href]));
  for (const [path, html] of pages) {
    // Shapes of the map have titles too.
    assert.equal(html.split('</head>')[0].match(/<title>[^<]+<\/title>/g)?.length, 1, path);
    assert.equal(named(html, 'description').length, 1, path);
    assert.ok(named(html, 'description')[0].length > 40, path);
    assert.deepEqual(related(html, 'canonical').map(l => l.href), [site + path], path);
    const others = alternates(html);
    assert.deepEqual(Object.keys(others), ['sv', 'en', 'x-default'], path);
    assert.equal(others[path === '/en' || path.startsWith('/en/') ? 'en' : 'sv'], site + path, path);
    assert.equal(others['x-default'], others.sv, path);
    for (const url of [others.sv, others.en]) {
      assert.deepEqual(alternates(pages.get(url.slice(site.length)) ?? ''), others, `${path} and ${url}`);
    }
  }
});

test('every page says of itself what is shown where it is shared, and where the feed is', () => {
  for (const [path, html] of pages) {
    const english = path === '/en' || path.startsWith('/en/');
    const locales = ['og:locale', 'og:locale:alternate'].map(name => named(html, name));
    assert.deepEqual(locales, english ? [['en_GB'], ['sv_SE']] : [['sv_SE'], ['en_GB']], path);
    assert.deepEqual(named(html, 'og:url'), [site + path], path);
    assert.deepEqual(named(html, 'og:title'), [unescape(/<title>([^<]*)</.exec(html)[1])], path);
    assert.deepEqual(named(html, 'og:description'), named(html, 'description'), path);
    assert.match(named(html, 'og:image').join(), new RegExp(`^${site}/cards/[a-z0-9-]+\\.png$`), path);
    assert.deepEqual([named(html, 'og:image:width'), named(html, 'og:image:height')], [['1200'], ['630']], path);
    assert.deepEqual(named(html, 'twitter:card'), ['summary_large_image'], path);
    const feeds = related(html, 'alternate').filter(l => l.type === 'application/atom+xml').map(l => l.href);
    assert.deepEqual(feeds, [english ? '/en/nyheter.xml' : '/nyheter.xml'], path);
  }
});

test('no two pages that may be found have the same title or description', () => {
  for (const read of [html => /<title>([^<]*)</.exec(html)[1], html => named(html, 'description')[0]]) {
    const first = new Map();
    for (const [path, html] of pages) {
      if (named(html, 'robots').includes('noindex')) continue;
      const said = read(html) + tags(html, 'html')[0].lang;
      assert.equal(first.get(said), undefined, `${path} says what ${first.get(said)} says: ${said}`);
      first.set(said, path);
    }
  }
});

test('what shows one visitor’s own answers is not to be found', () => {
  const hidden = [...pages].filter(([, html]) => named(html, 'robots').includes('noindex')).map(([path]) => path);
  const wanted = ['/sparat', '/bedomning/oversikt', '/bedomning/resultat', '/bedomning/skicka', '/bedomning/effektivitet'];
  assert.deepEqual(wanted.filter(p => pages.has(p) && !hidden.includes(p)), []);
  assert.ok(hidden.includes('/sparat') && !hidden.includes('/bedomning') && !hidden.includes('/nominerade/2023'));
});
