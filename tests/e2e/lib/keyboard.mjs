// The keyboard alone: where the focus is, that it can be seen, and that nothing holds it.
import assert from 'node:assert/strict';
import { live } from './browser.mjs';

// Notes what has the focus, and says what is wrong with it: no ring or shadow, or one that what had the focus before still
// has; or it lies under something else, or off the screen. With `selector`, whether it is what that names.
const look = (page, selector = 'html') => page.evaluate(selector => {
  // A choice is shown by what stands beside its hidden field.
  const shown = e => (e.matches('.opt input') ? e.nextElementSibling : e);
  const ring = e => {
    // The button inside a date has the browser's own ring, which cannot be read, and the field then has no focus itself.
    if (e === document.activeElement && e.matches('[type=date]:not(:focus)')) return 'inside';
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(shown(e));
    const outline = outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
    return [outline, boxShadow === 'none' ? '' : boxShadow].filter(Boolean).join(' ');
  };
  const covered = e => {
    const r = shown(e).getBoundingClientRect();
    const points = [[r.x + r.width / 2, r.y + r.height / 2], [r.x + 3, r.y + 3], [r.right - 3, r.y + 3], [r.x + 3, r.bottom - 3], [r.right - 3, r.bottom - 3]];
    const hits = points.map(at => document.elementFromPoint(...at)).filter(Boolean);
    return !hits.some(hit => shown(e).contains(hit) || hit.contains(e));
  };
  const name = e => e.outerHTML.slice(0, 120);
  const [had, e] = [window.had, document.activeElement];
  const wrong = [];
  window.had = e === document.body ? null : { e, ring: ring(e) };
  if (had && had.e !== e && had.e.isConnected && ring(had.e) === had.ring) wrong.push(`no other look with the focus: ${name(had.e)}`);
  if (window.had && !window.had.ring) wrong.push(`no ring or shadow: ${name(e)}`);
  if (window.had && covered(e)) wrong.push(`covered: ${name(e)}`);
  const all = [...document.querySelectorAll('footer.site a')];
  return { wrong, is: e.matches(selector), same: had?.e === e, last: e === all.at(-1), name: name(e) };
}, selector);

// One press of Tab, or of another key that moves the focus.
async function press(page, key, selector) {
  await page.keyboard.press(key);
  const seen = await look(page, selector);
  assert.deepEqual(seen.wrong, []);
  return seen;
}

// Moves the focus with Tab until it is on what the selector names.
export async function tabTo(page, selector, key = 'Tab') {
  if (await page.evaluate(s => document.activeElement?.matches(s), selector)) return;
  for (let n = 0; n < 400; n += 1) if ((await press(page, key, selector)).is) return;
  assert.fail(`${key} never reaches ${selector}`);
}

// Waits until a script has moved the focus, and looks at it there.
export async function focusComes(page, selector) {
  await page.waitForFunction(s => document.activeElement?.matches(s), selector);
  // A heading is not worked with: it may have the focus unseen.
  if (!await page.evaluate(() => document.activeElement.matches('[tabindex="-1"]'))) assert.deepEqual((await look(page)).wrong, []);
}

// Follows a link, or presses a button that leads to another page.
export async function follow(page, selector, url) {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
  await page.waitForURL(url);
  await live(page);
  await page.waitForSelector('#heading');
}

// Tab leads on to the last link of the page, and out of it. Returns how many places it led to.
export async function toFooter(page) {
  let [held, places] = [0, 0];
  for (let n = 0; n < 1000; n += 1) {
    const seen = await press(page, 'Tab');
    held = seen.same ? held + 1 : 0;
    // The day, the month, the year and the button of a date are one field.
    assert.ok(held < 5, `it holds the focus: ${seen.name}`);
    places += seen.same ? 0 : 1;
    if (seen.last) {
      assert.equal((await press(page, 'Tab')).last, false, 'the footer holds the focus');
      return places;
    }
  }
  return assert.fail('Tab never reaches the end of the footer');
}
