import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from './browser.mjs';

// A draft file as somebody hands it back, without the way through the pages.
export const handedBack = (n, group, words) => {
  const records = [
    { name: 'f/skapad', value: String(1000 + n), clock: 1, tab: `t${n}` },
    { name: 'f/grupp', value: group, clock: 2, tab: `t${n}` },
    ...Object.entries(words).map(([id, word], i) => ({ name: `a/${id}`, value: word, clock: i + 3, tab: `t${n}` })),
  ];
  return { name: `${n}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ format: 'dimios-draft/1', records })) };
};

// Puts files on the disk, as somebody has got them. Returns their paths, and what removes them.
export async function onDisk(files) {
  const folder = await mkdtemp(join(tmpdir(), 'filer-'));
  await Promise.all(files.map(file => writeFile(join(folder, file.name), file.buffer)));
  return { paths: files.map(file => join(folder, file.name)), remove: () => rm(folder, { recursive: true, force: true }) };
}

// Drags files from the disk over what a selector names, and drops them there: the browser makes the events.
export async function drop(page, selector, paths) {
  const target = page.locator(selector);
  await target.scrollIntoViewIfNeeded();
  const { x, y, width } = await target.boundingBox();
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await cdp.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + 8, data });
  await cdp.detach();
}

// Opens the example and waits until all of its result is there. Returns the draft's id.
export async function example(page) {
  await open(page, '/bedomning');
  await page.click('#example');
  await page.waitForURL(/resultat\?utkast=/);
  await page.waitForSelector('#take-away');
  // The advice comes with the whole questionnaire.
  await page.waitForSelector('#advice .calc');
  return new URL(page.url()).searchParams.get('utkast');
}

// Rows of a table with semicolons, by RFC 4180.
export function readCsv(text) {
  const rows = [[]];
  let cell = '', quoted = false;
  const end = () => { rows.at(-1).push(cell); cell = ''; };
  for (let i = text.startsWith('\u{feff}') ? 1 : 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"' && quoted && text[i + 1] === '"') { cell += '"'; i++; }
    else if (c === '"') quoted = !quoted;
    else if (c === ';' && !quoted) end();
    else if (c === '\n' && !quoted) { end(); rows.push([]); }
    else if (c !== '\r' || quoted) cell += c;
  }
  return rows.slice(0, -1);
}
