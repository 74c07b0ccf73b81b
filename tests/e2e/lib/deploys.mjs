// Builds of the site beside each other, each file marked with its build, and a host that they are deployed to, which can
// answer wrongly, or not at all.
import http from 'node:http';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';

const REAL = process.env.BASE_URL ?? 'http://127.0.0.1:8787';
const XTASK = process.env.XTASK ?? 'target/debug/xtask';
const KINDS = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json', '.webp': 'image/webp', '.txt': 'text/plain', '.ics': 'text/calendar',
};

// What makes a file one of this build, by its kind: whoever reads it can tell.
const MARKS = {
  '.js': mark => Buffer.from(`\n(globalThis.builds ??= new Set()).add('${mark}');\n`),
  '.css': mark => Buffer.from(`\n:root{--build:"${mark}"}\n`),
  // A custom section, which every engine passes over.
  '.wasm': mark => Buffer.concat([Buffer.from([0, 6 + mark.length, 5]), Buffer.from('build'), Buffer.from(mark)]),
  '.svg': mark => Buffer.from(`<!--${mark}-->`),
};
const ended = (bytes, end, mark) => Buffer.concat([bytes, MARKS[end](mark)]);

async function* files(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');

// Marks what lies at an address in assets/, a file or a folder of files that belong together, and gives it the name that
// xtask gives such bytes. Returns the name.
async function markAsset(place, old, mark) {
  const path = join(place, old);
  const names = await readdir(path).catch(() => ['']);
  const hashes = [];
  for (const name of names.sort()) {
    const bytes = ended(await readFile(join(path, name)), extname(name || old), mark);
    await writeFile(join(path, name), bytes);
    hashes.push(name ? `${sha256(bytes)} ${name}\n` : sha256(bytes));
  }
  const hash = names[0] ? sha256(hashes.join('')) : hashes[0];
  const name = old.replace(/-[0-9a-f]{16}(?=\.|$)/, `-${hash.slice(0, 16)}`);
  await rename(path, join(place, name));
  return name;
}

// A copy of dist/ as the next build would be: every hashed file has other bytes and another name. Returns its folder.
export async function marked(mark) {
  const folder = await mkdtemp(join(tmpdir(), `build-${mark}-`));
  await cp('dist', folder, { recursive: true, filter: path => !/\.(br|gz)$|\/cards(\/|$)/.test(path) });
  const [{ assets }] = JSON.parse(await readFile(join(folder, 'builds.json')));
  const place = join(folder, 'assets');
  const renamed = new Map();
  for (const old of await readdir(place)) {
    const from = `/assets/${old}`;
    if (!assets.some(path => path === from || path.startsWith(`${from}/`))) await rm(join(place, old), { recursive: true });
    else renamed.set(from, `/assets/${await markAsset(place, old, mark)}`);
  }
  const anew = text => [...renamed].reduce((text, [from, to]) => text.replaceAll(from, to), text);
  for await (const file of files(folder)) {
    if (extname(file) !== '.html') continue;
    const html = (await readFile(file, 'utf8')).replace('<html ', `<html data-build="${mark}" `);
    await writeFile(file, anew(html));
  }
  await writeFile(join(folder, 'favicon.svg'), ended(await readFile(join(folder, 'favicon.svg')), '.svg', mark));
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.webmanifest')));
  await writeFile(join(folder, 'manifest.webmanifest'), JSON.stringify({ ...manifest, description: mark }));
  await writeFile(join(folder, 'builds.json'), JSON.stringify([{ build: mark, made: 0, assets: assets.map(anew) }]));
  await promisify(execFile)(XTASK, ['stamp', folder]);
  return { mark, folder, ...await worker(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}

// What the worker of a built site is told.
export async function worker(folder) {
  const line = (await readFile(join(folder, 'sw.js'), 'utf8')).split('\n').find(l => l.startsWith('const BUILD = '));
  const build = JSON.parse(line.slice('const BUILD = '.length, -1));
  return { build, pack: JSON.parse(await readFile(join(folder, build.pack[0]))) };
}

const FAULTS = {
  missing: answer => answer(404, 'text/html', Buffer.from('<h1>saknas</h1>')),
  altered: (answer, kind, bytes) => { const other = Buffer.from(bytes); other[other.length >> 1] ^= 1; answer(200, kind, other); },
  truncated: (answer, kind, bytes) => answer(200, kind, bytes.subarray(0, bytes.length >> 1)),
  html: answer => answer(200, 'text/html', Buffer.from('<!doctype html><h1>Logga in</h1>')),
};
export const FAULT_NAMES = Object.keys(FAULTS);

// Hosts a folder at an address of its own, with the headers of the real server, which also gets what is posted.
// `deploy` puts another build in its place; hashed files of earlier ones stay. `faults` maps paths to faults, `extra`
// paths to texts, `others` paths to headers in place of the right ones; `down` lets no request through.
export async function host(folder) {
  const headers = Object.fromEntries((await fetch(REAL)).headers);
  for (const name of ['content-type', 'content-length', 'content-encoding', 'transfer-encoding', 'date', 'connection', 'last-modified']) delete headers[name];
  const site = { folder, earlier: [], faults: new Map(), extra: new Map(), others: {}, down: false, asked: [] };
  const find = async path => {
    const file = path.split('/').pop().includes('.') ? path : `${path.replace(/\/$/, '')}/index.html`;
    for (const place of [site.folder, ...path.startsWith('/assets/') ? site.earlier : []]) {
      const bytes = await readFile(join(place, file)).catch(() => null);
      if (bytes) return { bytes, kind: KINDS[extname(file)] };
    }
    return null;
  };
  const server = http.createServer(async (request, response) => {
    if (site.down) return request.socket.destroy();
    if (request.method !== 'GET' && request.method !== 'HEAD') return pass(request, response);
    const path = decodeURI(request.url.split('?')[0]);
    site.asked.push(path);
    const answer = (status, kind, bytes) => response.writeHead(status, { ...headers, ...site.others[path], 'content-type': kind }).end(bytes);
    const extra = site.extra.get(path);
    if (extra !== undefined) return answer(200, 'application/json', extra);
    const found = await find(path);
    const fault = site.faults.get(path);
    if (fault && found) return FAULTS[fault](answer, found.kind, found.bytes);
    return found ? answer(200, found.kind, found.bytes) : answer(404, KINDS['.html'], (await find('/404.html')).bytes);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  site.url = `http://127.0.0.1:${server.address().port}`;
  site.deploy = folder => { site.earlier.push(site.folder); site.folder = folder; };
  site.close = () => { server.closeAllConnections(); server.close(); };
  return site;
}

async function pass(request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const { host: _, connection: __, ...headers } = request.headers;
  const answer = await fetch(REAL + request.url, { method: request.method, headers, body: Buffer.concat(parts) });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') }).end(await answer.text());
}
