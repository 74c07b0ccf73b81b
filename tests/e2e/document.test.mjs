// The document for paper: every answer and comment of the draft, no clipped chart, no orphan heading; in black and white
// too.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { answerAll, begin, choose, context, launch, open } from './lib/browser.mjs';
import { records } from './lib/faults.mjs';
import { example } from './lib/files.mjs';
import { instrument } from './lib/instrument.mjs';
import { greyOf, pagesOf, plain, textOf } from './lib/pdf.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// Points in a millimetre, and the margins of the paper (style/print.css).
const MM = 72 / 25.4;
const [ACROSS, DOWN] = [16 * MM, 18 * MM];

const categories = instrument.dimensions.flatMap(d => d.categories);
const statements = categories.flatMap(k => k.statements);
const { labels, dont_know: dontKnow, not_applicable: notApplicable } = instrument.scale;
const WORDS = [...labels.map((label, i) => [String(i + 1), label.sv]), ['vet_ej', dontKnow.sv], ['ej_tillampligt', notApplicable.sv], ['', 'Inget svar']];

const opened = async (page, id) => {
  await open(page, `/bedomning/dokument?utkast=${id}`);
  await page.waitForSelector('.signatures');
  await page.waitForSelector('#advice .advice');
};
const printed = page => page.pdf({ preferCSSPageSize: true });

// Everything that the draft's records say that the document must hold: about each statement, in order, and the rest.
async function recorded(page, id) {
  const prefix = `dk1/${id}/`;
  const { quick, sure } = await records(page, prefix);
  const all = Object.entries({ ...sure, ...quick }).map(([key, value]) => [key.slice(prefix.length), value]).filter(([, value]) => value);
  const under = kind => all.filter(([name]) => name.startsWith(kind)).map(([name, value]) => [name.slice(kind.length), value]);
  const own = { a: under('a/'), k: under('k/') };
  const sheets = [...own.a.length ? [own] : [], ...under('s/').map(([, text]) => JSON.parse(text))];
  const about = statements.map(({ id, text }) => {
    const given = sheets.map(sheet => new Map(sheet.a).get(id) ?? '');
    const counted = WORDS.map(([word, label]) => [label, given.filter(g => g === word).length]).filter(([, n]) => n);
    const [word, label] = WORDS.find(([word]) => word === given[0]);
    return {
      text: text.sv,
      answer: sheets.length > 1 ? counted.map(([label, n]) => `${label}: ${n}`).join(', ') : `Svar: ${/\d/.test(word) ? `${word} ` : ''}${label}`,
      comments: sheets.flatMap(sheet => sheet.k.filter(([of]) => of === id).map(([, comment]) => comment)),
    };
  });
  const rest = [...under('p/atgard.'), ...under('p/ansvar.'), ...under('f/organisation'), ...sheets.filter(s => s.g).map(s => ['', s.g])];
  return { about, rest: [...new Set(rest.map(([, text]) => text))], sheets: sheets.length };
}

// Holds the printed text against them: each answer and comment stands with its statement.
function holds(text, { about, rest }) {
  const end = text.indexOf(plain('Varje påstående besvaras med ett steg'));
  const whole = text.slice(text.indexOf(plain(`Alla svar ${categories[0].name.sv}`)), end);
  assert.ok(end > 0 && whole.length > 1000);
  const begins = [];
  for (const { text } of about) {
    begins.push(whole.indexOf(plain(text), begins.at(-1) ?? 0));
    assert.ok(begins.at(-1) > 0, text);
  }
  for (const [n, { text, answer, comments }] of about.entries()) {
    const part = whole.slice(begins[n] + plain(text).length, begins[n + 1] ?? whole.length);
    for (const said of [answer, ...comments]) assert.ok(part.includes(plain(said)), `${text} ${said}: ${part}`);
  }
  for (const said of rest) assert.ok(text.includes(plain(said)), said);
}

test('the printed example holds every answer and comment of its records, and breaks pages well', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await example(page);
  await opened(page, id);
  const draft = await recorded(page, id);
  assert.deepEqual([draft.sheets, draft.about.flatMap(s => s.comments).length], [17, 4]);
  assert.ok(draft.rest.length >= 10, draft.rest.join());
  const pdf = await printed(page);
  const text = await textOf(pdf);
  holds(text, draft);
  const shown = await page.locator('.front-title, .paper :is(h2, h3, h4, caption), .advice dd').allTextContents();
  for (const part of shown) assert.ok(text.includes(plain(part)), part);

  await page.emulateMedia({ media: 'print' });
  const headings = await page.locator('.paper :is(h2, h3, h4, caption, .kicker)').evaluateAll(all => all.filter(e => e.checkVisibility())
    .map(e => ({ text: e.textContent, size: parseFloat(getComputedStyle(e).fontSize) * 0.75 })));
  const all = await pagesOf(pdf);
  for (const [n, { width, height, items }] of all.entries()) {
    assert.ok(items.length > 0, `page ${n + 1} is empty`);
    for (const i of items) {
      assert.ok(i.x >= ACROSS - 1 && i.right <= width - ACROSS + 1 && i.y >= DOWN - 1 && i.y + i.size <= height - DOWN + i.size, `page ${n + 1}: ${i.text}`);
    }
    // What stands last on a page is no heading, nor the last line of one.
    const low = Math.min(...items.map(i => i.y));
    const last = items.filter(i => i.y < low + 1);
    const line = plain(last.map(i => i.text).join(''));
    const heading = headings.find(h => plain(h.text).endsWith(line) && last.every(i => Math.abs(i.size - h.size) < 0.3));
    assert.equal(heading, undefined, `page ${n + 1} ends with “${line}”`);
  }
  assert.ok(all.length <= 24, `${all.length} pages`);
  c.nothingWrong();
});

// Writes a word of its own in two corners of every drawing, to find it by on paper. Returns what is in each.
const mark = page => page.evaluate(() => [...document.querySelectorAll('.paper svg')].filter(svg => svg.checkVisibility()).map((svg, n) => {
  const { x, y, width, height } = svg.viewBox.baseVal;
  const texts = [...svg.querySelectorAll('text')].map(t => t.textContent);
  const steps = [...svg.querySelectorAll('rect[class^=step-]')].map(r =>
    ({ step: Number(r.className.baseVal.at(-1)), ...Object.fromEntries(['x', 'y', 'width', 'height'].map(a => [a, r[a].baseVal.value])) }));
  for (const [word, anchor, left, base] of [[`q${n}a`, 'start', x, y + 4], [`q${n}z`, 'end', x + width, y + height]]) {
    const text = document.createElementNS(svg.namespaceURI, 'text');
    text.textContent = word;
    text.setAttribute('x', left);
    text.setAttribute('y', base);
    text.setAttribute('text-anchor', anchor);
    text.style.fontSize = '4px';
    svg.append(text);
  }
  return { name: `${svg.closest('[id]')?.id} ${n}`, x, y, width, height, texts, steps };
}));

// Where each lies on paper: the page, and how to come from its units to points.
const placed = (drawings, all) => drawings.map((drawing, n) => {
  const find = word => all.flatMap((page, at) => page.items.filter(i => i.text.trim() === word).map(i => ({ at, ...i })));
  const [[one, ...more], [other, ...others]] = [find(`q${n}a`), find(`q${n}z`)];
  assert.ok(one && other && !more.length && !others.length, `${drawing.name} is on paper once`);
  assert.equal(one.at, other.at, `${drawing.name} is on one page`);
  const unit = (other.right - one.x) / drawing.width;
  const top = one.y + 4 * unit;
  const point = (x, y) => [one.x + (x - drawing.x) * unit, top - (y - drawing.y) * unit];
  return { ...drawing, page: one.at, left: one.x, right: other.right, top, bottom: other.y, unit, point };
});

test('every chart lies whole on its page, with its labels, and nothing of the screen is printed', async () => {
  const c = await context(browser, { viewport: { width: 673, height: 980 } });
  const page = await c.newPage();
  await opened(page, await example(page));
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(height => {
    const all = [...document.querySelectorAll('.paper svg')].filter(e => e.checkVisibility());
    const within = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    const page = { left: 0, right: innerWidth, top: 0, bottom: Infinity };
    // Whatever cuts off what is larger than itself, the drawing too.
    const holders = svg => { const up = []; for (let e = svg; e; e = e.parentElement) if (getComputedStyle(e).overflow !== 'visible' && e !== document.documentElement && e !== document.body) up.push(e); return up; };
    const parts = svg => [svg, ...svg.querySelectorAll('text, rect, circle, path, polygon')].map(e => e.getBoundingClientRect());
    return {
      tall: all.filter(svg => svg.getBoundingClientRect().height > height).length,
      cut: all.filter(svg => parts(svg).some(r => !within(r, page) || holders(svg).some(h => !within(r, h.getBoundingClientRect())))).map(svg => svg.outerHTML.slice(0, 90)),
      wide: [...document.querySelectorAll('.paper table')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).length,
      screen: [...document.querySelectorAll('header.site, footer.site, .btn, .link, .screen-only')].filter(e => e.checkVisibility()).length,
    };
  }, (297 - 36) / 25.4 * 96);
  assert.deepEqual(seen, { tall: 0, cut: [], wide: 0, screen: 0 });
  const drawings = await mark(page);
  assert.ok(drawings.length >= 35, `${drawings.length} charts`);
  const all = await pagesOf(await printed(page));
  for (const { name, page, left, right, top, bottom, unit, width, height, texts } of placed(drawings, all)) {
    const paper = all[page];
    assert.ok(left >= ACROSS - 1 && right <= paper.width - ACROSS + 1, `${name} lies between the margins`);
    assert.ok(bottom >= DOWN - 1 && top <= paper.height - DOWN + 1, `${name} lies on its page`);
    assert.ok(Math.abs(top - bottom - height * unit) < 1 && width * unit > 100, `${name} has its shape`);
    // Nothing in it is told by shade alone: its labels are in it.
    const inside = paper.items.filter(i => i.x >= left - 60 && i.right <= right + 60 && i.y >= bottom - 20 && i.y <= top + 20);
    const said = plain(inside.map(i => i.text).join(''));
    for (const text of texts) assert.ok(said.includes(plain(text)), `${name}: ${text} in ${said}`);
  }
  const named = drawings.find(d => d.name.startsWith('kategorier')).texts;
  assert.deepEqual(categories.map(k => k.name.sv).filter(name => !named.includes(name)), []);
  c.nothingWrong();
});

// Relative luminance of a shade (WCAG 2.2), and the contrast of two.
const luminance = shade => (shade / 255 <= 0.04045 ? shade / 255 / 12.92 : ((shade / 255 + 0.055) / 1.055) ** 2.4);
const contrast = (one, other) => {
  const [a, b] = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(a, b) / Math.min(a, b);
};

// The least that neighbouring steps differ by. Grey is made of colours by other weights than luminance is, for which
// tests/shades.rs asks for a little more.
const LEAST = 1.4;

test('in black and white each step is darker than the one before, and holds its number', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  await opened(page, await example(page));
  await page.emulateMedia({ media: 'print' });
  const drawings = await mark(page);
  const pdf = await printed(page);
  const [all, grey] = [await pagesOf(pdf), await greyOf(pdf)];
  assert.equal(grey.length, all.length);
  const shades = Array.from({ length: 7 }, () => []);
  for (const { name, page, steps, point, unit } of placed(drawings, all)) {
    for (const { step, x, y, width, height } of steps.filter(s => s.width >= 30)) {
      // Clear of its edge, and of the number in its middle.
      shades[step].push(grey[page].at(...point(x + 6, y + height / 2)));
      const [left, middle] = point(x, y + height / 2);
      const numbers = all[page].items.filter(i => i.x > left && i.right < left + width * unit && Math.abs(i.y - middle) < height * unit / 2);
      assert.ok(numbers.some(i => i.text.trim() === String(step)), `${name}: step ${step} holds ${numbers.map(i => i.text)}`);
    }
  }
  const [, ...steps] = shades.map(of => [Math.min(...of), Math.max(...of)]);
  for (const [n, [least, most]] of steps.entries()) assert.ok(most - least <= 2, `step ${n + 1} has shades from ${least} to ${most}`);
  for (let n = 1; n < 6; n += 1) {
    assert.ok(steps[n][0] < steps[n - 1][0] && contrast(steps[n][0], steps[n - 1][0]) >= LEAST, `steps ${n} and ${n + 1}: ${steps[n - 1][0]}, ${steps[n][0]}`);
  }
  c.nothingWrong();
});

test('one respondent’s document says each answer in words', async () => {
  const c = await context(browser);
  const page = await c.newPage();
  const id = await begin(page);
  await answerAll(page, id);
  const comments = { skugg_it: 'Vi vet inte vad som finns.\nDet är svaret.', systemstod: 'Två <b>system</b> & en "fil" – 50 %', it_styrning: 'Åäö, ÅÄÖ och é' };
  for (const [statement, comment] of Object.entries(comments)) {
    const { id: category } = categories.find(k => k.statements.some(s => s.id === statement));
    await open(page, `/bedomning/${category}?utkast=${id}`);
    await page.locator(`#p-${statement} details summary`).click();
    await page.fill(`#p-${statement}-comment`, comment);
    if (statement === 'skugg_it') await choose(page, statement, 'vet_ej');
    await page.waitForSelector('.state.ok');
  }
  await opened(page, id);
  const draft = await recorded(page, id);
  // The records hold what was entered, and the paper what the records hold.
  assert.deepEqual(draft.about.flatMap(s => s.comments).sort(), Object.values(comments).sort());
  assert.equal(draft.about.find(s => s.comments.includes(comments.skugg_it)).answer, 'Svar: Vet ej');
  assert.equal(draft.about.filter(s => /^Svar: [1-6] Stämmer/.test(s.answer)).length, 29);
  const text = await textOf(await printed(page));
  holds(text, draft);
  for (const part of ['Värmdö', 'Underskrift', 'SHA-256']) assert.ok(text.includes(plain(part)), part);
  c.nothingWrong();
});
