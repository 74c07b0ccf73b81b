// A browser of its own with a profile on disk, that can be killed as a whole.
import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { CHROMIUM, FLAGS } from './browser.mjs';

// Chromium on a loaded machine now and then starts and never answers: that one is killed, and another one started. What
// is tried is what happens to answers, not whether a browser starts.
export async function killable(profile) {
  for (let attempt = 1; ; attempt += 1) {
    const started = await start(profile).catch(error => {
      if (attempt === 3) throw error;
    });
    if (started) return started;
  }
}

// Whether a process of this group still runs: one that is dying may hold the locks of the databases, which a browser that
// somebody opens again does not meet.
const runs = group => execFileSync('ps', ['-eo', 'pgid=,stat='], { encoding: 'utf8' }).split('\n')
  .some(line => { const [of, state] = line.trim().split(/\s+/); return Number(of) === group && !state.startsWith('Z'); });

// Kills a process with its whole group, and waits until all of it is gone. Twice does no harm.
export function killer(child) {
  const gone = new Promise(done => child.once('exit', done));
  return async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
    await gone;
    while (runs(child.pid)) await pause(10);
  };
}

async function start(profile) {
  const child = spawn(CHROMIUM, ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...FLAGS],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  const address = await new Promise((found, lost) => {
    child.stderr.on('data', data => {
      text += data;
      const address = /ws:\/\/\S+/.exec(text)?.[0];
      if (address) found(address);
    });
    child.once('exit', () => lost(new Error(`Chromium ended: ${text}`)));
  });
  const kill = killer(child);
  const driven = await chromium.connectOverCDP(address).catch(async error => {
    await kill();
    throw error;
  });
  const page = await driven.contexts()[0].newPage();
  page.setDefaultTimeout(20_000);
  return { page, kill, port: Number(new URL(address).port) };
}
