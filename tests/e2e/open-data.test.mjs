// What the site has for programs, read by libraries that others have written: icalendar, feedparser, jsonschema, rdflib.
// lib/open_data.py holds all of it against the data.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

const read = part => {
  try {
    return Number(execFileSync('target/endpoint-tools/bin/python', ['tests/e2e/lib/open_data.py', part], { encoding: 'utf8', stdio: 'pipe' }));
  } catch (error) {
    // Only the last line of a Python traceback says what is wrong.
    assert.fail(error.stderr?.trim().split('\n').slice(-3).join('\n') || String(error));
  }
};

for (const [part, name, least] of [
  ['calendars', 'every calendar says what the data says, as icalendar reads it', 50],
  ['feeds', 'both feeds are whole Atom, as feedparser reads them', 14],
  ['schemas', 'every edition and all of them together fit their schemas, and damage does not', 13],
  ['table', 'the table has every nominee and nothing that a spreadsheet would run', 38],
  ['structured', 'the data in pages is JSON-LD in words that schema.org has, as rdflib reads it', 100],
  ['map', 'the map of the site has every page that may be found, and no other', 100],
]) {
  test(name, () => {
    const count = read(part);
    assert.ok(count >= least, `only ${count}`);
  });
}
