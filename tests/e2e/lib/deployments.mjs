// Three builds on a host of their own, and a visitor who has the first one installed.
import { host, marked } from './deploys.mjs';
import { kept } from './worker.mjs';

// Everything that tests of builds share: begin() before the first, end() after the last.
export async function deployments() {
  const [one, two, three] = await Promise.all(['one', 'two', 'three'].map(marked));
  const site = await host(one.folder);
  // All pages of these tests come from the host.
  process.env.BASE_URL = site.url;
  const at = await import('./browser.mjs');
  const browser = await at.launch();
  const visitor = async (expected = []) => {
    site.deploy(one.folder);
    site.faults.clear();
    site.extra.clear();
    const c = await at.context(browser, {}, expected);
    const page = await c.newPage();
    const id = await at.begin(page);
    await at.open(page, `/bedomning/teknik?utkast=${id}`);
    await kept(page);
    return { c, page, id };
  };
  const end = async () => {
    await browser.close();
    site.close();
    await Promise.all([one, two, three].map(build => build.remove()));
  };
  return { ...at, browser, one, two, three, site, visitor, end };
}
