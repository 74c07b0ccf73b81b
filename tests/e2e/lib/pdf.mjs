// A PDF as tools that are not ours read it: its text by pdftotext, where that stands by pdf.js, its shades by pdftoppm.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const run = promisify(execFile);

async function read(pdf, program, before, after) {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'a.pdf');
    await writeFile(file, pdf);
    return (await run(program, [...before, file, ...after], { encoding: 'buffer', maxBuffer: 1 << 28 })).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// Text as it can be compared: without spaces, line breaks, hyphens and ligatures, which are the paper's.
export const plain = text => text.normalize('NFKC').replace(/[\s\u{ad}\u{2010}-]+/gu, '');

// All of the text, in the order in which it was written, to be compared.
export const textOf = async pdf => plain((await read(pdf, 'pdftotext', ['-raw', '-enc', 'UTF-8'], ['-'])).toString());

// The texts of each page with their place, in points from the lower left corner, and the size of their letters.
export async function pagesOf(pdf) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const all = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const [, , width, height] = page.view;
    all.push({ width, height, items: items.filter(i => i.str.trim()).map(i => ({
      text: i.str, size: Math.hypot(i.transform[2], i.transform[3]), x: i.transform[4], y: i.transform[5], right: i.transform[4] + i.width,
    })) });
  }
  return all;
}

// Every page in black and white. `at` gives the shade of a point, 0 to 255, in points from the lower left corner.
export async function greyOf(pdf) {
  const bytes = await read(pdf, 'pdftoppm', ['-gray', '-r', '72'], []);
  const all = [];
  for (let from = 0; from < bytes.length;) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(from, from + 40).toString('latin1'));
    const [width, height, start] = [Number(head[1]), Number(head[2]), from + head[0].length];
    const row = y => Math.min(height - 1, Math.max(0, Math.floor(height - y)));
    all.push({ at: (x, y) => bytes[start + row(y) * width + Math.floor(x)] });
    from = start + width * height;
  }
  return all;
}
