// An S3 for tests: moto, with a bucket as deploy/README.md sets it up, behind https, since settings name no other.
import http from 'node:http';
import https from 'node:https';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOOLS = 'target/endpoint-tools/bin';
const SECRETS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };
// What is stored is not for everyone: the owner reads it, by a signature whose value moto does not check.
const OWNER = 'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261124/eu-north-1/s3/aws4_request, SignedHeaders=host, Signature=0';

const listening = server => new Promise(done => server.listen(0, '127.0.0.1', () => done(server.address().port)));

async function freePort() {
  const server = createServer();
  const port = await listening(server);
  await new Promise(done => server.close(done));
  return port;
}

// The rule that the guide gives to whoever sets it up, for this site.
const ruleFor = origin => JSON.parse(/^- CORS: `(\[.*\])`/m.exec(readFileSync('deploy/README.md', 'utf8'))[1].replace('https://your.site', origin));
const NAMES = { AllowedOrigins: 'AllowedOrigin', AllowedMethods: 'AllowedMethod', AllowedHeaders: 'AllowedHeader', ExposeHeaders: 'ExposeHeader' };
const xml = rules => `<CORSConfiguration>${rules.map(rule => `<CORSRule>${Object.entries(rule)
  .flatMap(([name, values]) => values.map(value => `<${NAMES[name]}>${value}</${NAMES[name]}>`)).join('')}</CORSRule>`).join('')}</CORSConfiguration>`;

// moto judges what a browser asks first by the bucket's rule, but answers a posted form without its headers, which S3
// sends. These are those.
function headersBy(rules, { method, headers: { origin } }) {
  const rule = method === 'POST' && rules.find(rule => rule.AllowedOrigins.includes(origin) && rule.AllowedMethods.includes(method));
  if (!rule) return {};
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': (rule.ExposeHeaders ?? []).join(', '), vary: 'Origin' };
}

// Starts it. `endpoint` is the block for the settings; `allow` writes the rule for a site; `asked` is what came in, with
// the date of its answer; `stored` is what the bucket holds, by name.
export async function s3() {
  const folder = mkdtempSync(join(tmpdir(), 's3-'));
  const devcert = 'import sys; from werkzeug.serving import make_ssl_devcert; make_ssl_devcert(sys.argv[1], host="localhost")';
  execFileSync(`${TOOLS}/python`, ['-c', devcert, join(folder, 'own')]);
  const port = await freePort();
  const moto = spawn(`${TOOLS}/moto_server`, ['-H', '127.0.0.1', '-p', String(port)],
    { env: { ...process.env, ...SECRETS, MOTO_DISABLE_GLOBAL_CORS: '1' }, stdio: 'ignore' });
  const inside = (path, options) => fetch(`http://127.0.0.1:${port}${path}`, options);
  while (!await inside('/').catch(() => null)) {
    if (moto.exitCode !== null) throw new Error('moto does not run; run `cargo xtask setup`');
    await new Promise(done => setTimeout(done, 20));
  }
  const made = async (path, body) => {
    const answer = await inside(path, { method: 'PUT', body });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  await made('/dimios');
  await made('/dimios?versioning', '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>');

  const asked = [];
  let rules = [];
  const [key, cert] = ['own.key', 'own.crt'].map(name => readFileSync(join(folder, name)));
  const server = https.createServer({ key, cert }, (request, response) => {
    const { host: _, ...headers } = request.headers;
    const passed = http.request({ port, host: '127.0.0.1', path: request.url, method: request.method, headers }, answer => {
      asked.push({ method: request.method, headers: request.headers, date: answer.headers.date });
      response.writeHead(answer.statusCode, { ...answer.headers, ...headersBy(rules, request) });
      answer.pipe(response);
    });
    request.pipe(passed);
  });
  const url = `https://localhost:${await listening(server)}/dimios`;
  const signed = execFileSync('node', ['deploy/s3/sign-policy.mjs', '--bucket', 'dimios', '--region', 'eu-north-1',
    '--prefix', 'inlamning/', '--days', '7', '--url', url], { env: { ...process.env, ...SECRETS }, encoding: 'utf8' });
  return {
    url,
    asked,
    endpoint: JSON.parse(signed),
    allow: async origin => {
      rules = ruleFor(origin);
      await made('/dimios?cors', xml(rules));
    },
    ask: inside,
    stored: async () => {
      const list = await (await inside('/dimios?list-type=2')).text();
      const names = [...list.matchAll(/<Key>(.*?)<\/Key>/g)].map(([, name]) => name);
      const read = async name => (await inside(`/dimios/${name}`, { headers: { authorization: OWNER } })).arrayBuffer();
      return Object.fromEntries(await Promise.all(names.map(async name => [name, Buffer.from(await read(name))])));
    },
    end: () => {
      moto.kill('SIGKILL');
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
