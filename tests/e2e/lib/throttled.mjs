// A page as on a slow phone: a quarter of the CPU, 1.6 Mbit/s, 150 ms.
export async function throttled(browser, seen = {}, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // When a selector is first there, as of the frame that shows it.
  await page.addInitScript(selectors => {
    window.seen = {};
    const look = () => {
      for (const [name, selector] of Object.entries(selectors)) {
        if (!(name in window.seen) && document.querySelector(selector)) window.seen[name] = performance.now();
      }
      if (Object.keys(window.seen).length < Object.keys(selectors).length) requestAnimationFrame(look);
    };
    look();
  }, seen);
  let bytes = 0;
  cdp.on('Network.loadingFinished', e => { bytes += e.encodedDataLength; });
  return { context, page, cdp, bytes: () => bytes };
}

export const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
