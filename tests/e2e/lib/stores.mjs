// The stores as the browser has them, seen past the app.
import assert from 'node:assert/strict';

// What one of the two databases holds under a prefix, as pairs of key and text: `first`, or its `copy` in a bucket.
export const sure = (page, place, prefix = '') => page.evaluate(async ([place, prefix]) => {
  // The copy is deleted when it could not be written, and created again at the next start.
  if (place === 'copy' && !(await navigator.storageBuckets.keys()).includes('dimios')) return [];
  const factory = place === 'copy' ? (await navigator.storageBuckets.open('dimios')).indexedDB : indexedDB;
  return new Promise((done, failed) => {
    const request = factory.open('dimios');
    // One that is not there is not made by looking.
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => (request.error.name === 'AbortError' ? done([]) : failed(request.error));
    request.onsuccess = () => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const table = request.result.transaction('records').objectStore('records');
      const [keys, values] = [table.getAllKeys(range), table.getAll(range)];
      values.onerror = failed;
      values.onsuccess = () => {
        request.result.close();
        done(keys.result.map((key, index) => [key, values.result[index]]));
      };
    };
  });
}, [place, prefix]);

// What localStorage holds under a prefix, as pairs of key and text.
export const quick = (page, prefix = '') =>
  page.evaluate(prefix => Object.entries(localStorage).filter(([key]) => key.startsWith(prefix)), prefix);

// Deletes each store whole, as a browser does that is short of space. Not from a page on which the app runs.
export const wipe = {
  localStorage: page => page.evaluate(() => localStorage.clear()),
  IndexedDB: page => page.evaluate(() => new Promise((done, failed) => {
    const request = indexedDB.deleteDatabase('dimios');
    request.onsuccess = done;
    request.onerror = failed;
  })),
  copy: page => page.evaluate(() => navigator.storageBuckets.delete('dimios')),
};

// Waits for a condition that a page cannot see by itself.
export async function soon(condition, why = () => 'it never came') {
  for (const end = Date.now() + 20_000; !await condition();) assert.ok(Date.now() < end, why());
}
