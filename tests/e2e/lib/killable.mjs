// A browser of its own with a profile on disk, that can be killed as a whole.
import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';
import { FLAGS } from './browser.mjs';

export async function killable(profile) {
  const child = spawn('/usr/bin/chromium', ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...FLAGS],
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
  const driven = await chromium.connectOverCDP(address);
  const page = await driven.contexts()[0].newPage();
  page.setDefaultTimeout(20_000);
  const gone = new Promise(done => child.once('exit', done));
  return { page, kill: async () => { process.kill(-child.pid, 'SIGKILL'); await gone; } };
}
