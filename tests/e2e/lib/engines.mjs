// The other two engines, Firefox and WebKit (what Safari is built on), each with a profile on disk, and killable.
// They are driven by what they bring themselves: Firefox by Marionette, WebKit by its library.
import net from 'node:net';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { BASE } from './browser.mjs';
import { killer } from './killable.mjs';

const LIMIT = 30_000;

// Why one cannot be started on this machine, if it cannot. `cargo xtask setup` installs both where it can.
const absent = file => !existsSync(file) && `${file} is missing`;
const python = text => spawnSync('/usr/bin/python3', ['-c', text]).status !== 0 && `python3 cannot: ${text}`;
export const ENGINES = {
  Firefox: { start: firefox, absent: absent('/usr/bin/firefox-esr') },
  WebKit: { start: webkit, absent: absent('/usr/bin/Xvfb') || python("import gi; gi.require_version('WebKit2', '4.1')") },
};

// Starts one: its first tab, and `kill` for the whole of it. `wrong` gathers what the pages complain of.
export async function start(name, profile) {
  const wrong = [];
  // A browser that does not start on a loaded machine is started again: that is not what is tried.
  const starting = attempt => ENGINES[name].start(profile, wrong).catch(error => {
    if (attempt === 3) throw error;
    return starting(attempt + 1);
  });
  const { ask, child } = await starting(1);
  return { ...tab(ask, 0), tab: async () => tab(ask, await ask.tab()), kill: killer(child), wrong };
}

function tab(ask, number) {
  const run = (act, ...given) => ask.run(number, String(act), given);
  const until = async (condition, ...given) => {
    // A page that is left meanwhile gives no answer; the next one does.
    let why = '';
    const holds = () => run(`async (...given) => !!await (${condition})(...given)`, ...given).catch(error => { why = error.message; });
    for (const end = Date.now() + LIMIT; !await holds(); await pause(20)) {
      if (Date.now() > end) throw new Error(`this has not come to hold: ${condition}\n${why}\n${await run(() => document.body.innerText)}`);
    }
  };
  // Opens a path and waits until the app is live.
  const open = async (path, base = BASE) => {
    await ask.go(number, base + path);
    // A public page is whole without the app, which starts once somebody needs it.
    await until(() => document.documentElement.hasAttribute('data-live') || document.querySelector('script[data-boot]'));
  };
  return { run, until, open };
}

// What is asked, by number, until its answer comes.
function asking(child, write) {
  const waiting = new Map();
  let [count, last] = [0, ''];
  child.stderr.on('data', text => { last = (last + text).slice(-500); });
  child.once('exit', (code, signal) => waiting.forEach(({ no }) => no(new Error(`the browser has ended (${code ?? signal}): ${last}`))));
  return {
    ask: what => new Promise((yes, no) => {
      // One that never answers must not hold up the rest.
      const late = setTimeout(() => no(new Error(`no answer to ${JSON.stringify(what).slice(0, 200)}`)), 2 * LIMIT);
      const id = count += 1;
      waiting.set(id, { yes, no, late });
      write(id, what);
    }),
    answer: (id, error, value) => {
      const { yes, no, late } = waiting.get(id);
      clearTimeout(late);
      waiting.delete(id);
      if (error) no(new Error(error));
      else yes(value);
    },
  };
}

const PREFERENCES = {
  'marionette.port': 0,
  'intl.accept_languages': 'sv-SE',
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.auto': false,
};

async function firefox(profile, wrong) {
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const place = join(profile, 'MarionetteActivePort');
  await rm(place, { force: true });
  const child = spawn('/usr/bin/firefox-esr', ['--headless', '--marionette', '--no-remote', '--profile', profile],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } });
  // It complains of parts of its own too; those have other addresses.
  createInterface(child.stderr).on('line', line => /^JavaScript error: http:/.test(line) && wrong.push(line));
  let port;
  for (const end = Date.now() + LIMIT; !port; await pause(50)) {
    if (Date.now() > end) {
      process.kill(-child.pid, 'SIGKILL');
      throw new Error('Firefox does not start');
    }
    port = Number(await readFile(place, 'utf8').catch(() => 0));
  }
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const { ask, answer } = asking(child, (id, [name, given]) => {
    const text = JSON.stringify([0, id, `WebDriver:${name}`, given]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
  });
  let [bytes, greeted] = [Buffer.alloc(0), () => {}];
  const greeting = new Promise(done => { greeted = done; });
  // Each message is its length, a colon, and that many bytes.
  socket.on('data', data => {
    bytes = Buffer.concat([bytes, data]);
    for (let colon; (colon = bytes.indexOf(':')) > 0;) {
      const end = colon + 1 + Number(bytes.subarray(0, colon));
      if (bytes.length < end) return;
      const message = JSON.parse(bytes.subarray(colon + 1, end));
      bytes = bytes.subarray(end);
      if (Array.isArray(message)) answer(message[1], message[2]?.message, message[3]);
      else greeted();
    }
  });
  await greeting;
  await ask(['NewSession', {}]);
  const tabs = [(await ask(['GetWindowHandles', {}]))[0]];
  let at = 0;
  const to = async number => {
    if (at !== number) await ask(['SwitchToWindow', { handle: tabs[number] }]);
    at = number;
  };
  return { child, ask: {
    go: async (number, url) => { await to(number); await ask(['Navigate', { url }]); },
    run: async (number, act, given) => {
      await to(number);
      const script = `const done = arguments[arguments.length - 1], given = [...arguments].slice(0, -1);
        Promise.resolve().then(() => (${act})(...given)).then(value => done({ value }), error => done({ error: String(error) }));`;
      const { value } = await ask(['ExecuteAsyncScript', { script, args: given, scriptTimeout: LIMIT }]);
      if (!value || value.error) throw new Error(value?.error ?? 'the page has been left');
      return value.value;
    },
    tab: async () => tabs.push((await ask(['NewWindow', { type: 'tab' }])).handle) - 1,
  } };
}

// A directive that is for other engines, and the worker's script that is let go of when its page is left.
const HARMLESS = /directive 'manifest-src'|sw\.js due to access control checks/;

// A screen to draw on, one for all: its number. Not one that another run has just let go of: that one still tidies up.
let screen;
async function display(attempts = 5) {
  if (screen?.xvfb.exitCode === null) return screen.number;
  const wanted = 200 + ((process.pid + attempts) % 5000);
  const xvfb = spawn('/usr/bin/Xvfb', [`:${wanted}`, '-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1280x900x24'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  // It goes with these tests.
  xvfb.unref();
  process.once('exit', () => xvfb.kill());
  const told = await Promise.race([once(xvfb.stdio[3], 'data'), once(xvfb, 'exit').then(() => null)]);
  if (!told && attempts) return display(attempts - 1);
  if (!told) throw new Error('Xvfb does not start');
  // Left open: what it still writes there must not be its end.
  xvfb.stdio[3].resume().unref();
  screen = { xvfb, number: wanted };
  return screen.number;
}

async function webkit(profile, wrong) {
  const number = await display();
  const child = spawn('/usr/bin/python3', [fileURLToPath(new URL('webkit.py', import.meta.url)), profile], {
    detached: true, stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, HOME: profile, DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
  });
  const { ask, answer } = asking(child, (id, what) => child.stdin.write(`${JSON.stringify({ id, ...what })}\n`));
  child.stdin.on('error', () => {});
  createInterface(child.stderr).on('line', line => /CONSOLE.* ERROR/.test(line) && !HARMLESS.test(line) && wrong.push(line));
  createInterface(child.stdout).on('line', line => {
    if (!line.startsWith('{')) return;
    const { id, error, value } = JSON.parse(line);
    answer(id, error, value);
  });
  return { child, ask: {
    go: (number, url) => ask({ in: number, go: url }),
    run: (number, act, given) => ask({ in: number, run: act, with: given }),
    tab: () => ask({ in: 0, tab: true }),
  } };
}
