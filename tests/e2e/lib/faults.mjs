// Stores that fail: from a given call on, localStorage and IndexedDB do so, in one of several ways. Calls of the copy of
// IndexedDB in a bucket fail from the same moment but are not counted, as nothing is lost by them; or, if asked, only they.
import { quick, sure } from './stores.mjs';

export const KINDS = ['throws', 'full', 'dropped', 'aborted', 'stale', 'closed'];

// Lets the stores of every page of a context be broken by `window.faults.arm(kind, call, of)` and mended by `.mend()`.
// Notes when the first call failed (`failed`), what the page then said first (`told`: when, and its class), and whether
// it said that all was saved meanwhile (`lied`).
export const breakable = c => c.addInitScript(() => {
  const faults = { kind: null, opened: 0, copied: 0, closed: 0 };
  window.faults = faults;
  faults.arm = (kind, call, of = 'first') => Object.assign(faults, { kind, left: call, of, failed: null, told: null, lied: false });
  faults.mend = () => { faults.kind = null; };
  const copies = new WeakSet();
  const isCopy = it => it instanceof IDBFactory ? it !== indexedDB : copies.has(it.transaction?.db ?? it);
  // How this call is to fail, if it is: only such calls are counted as the kind at hand can make fail.
  const failing = (kinds, it) => {
    if (!kinds.includes(faults.kind)) return null;
    if (isCopy(it) !== (faults.of === 'copy')) return faults.of === 'first' && faults.failed ? faults.kind : null;
    if ((faults.left -= 1) > 0) return null;
    if (!faults.failed) {
      Object.assign(faults, { failed: performance.now(), old: document.querySelector('.state.ok') });
      // On a slow disk the warning that it is not safe yet may be shown already.
      const said = document.querySelector('.state.bad, .state.warn');
      if (said) faults.told = { at: faults.failed, as: said.className };
    }
    return faults.kind;
  };
  const error = name => { throw new DOMException(name, name); };
  const wrap = (type, name, kinds, fail) => {
    const whole = type.prototype[name];
    faults[name] = whole;
    type.prototype[name] = function (...given) {
      const real = (...other) => whole.apply(this, other.length ? other : given);
      return fail.call(this, failing(kinds, this), real, given);
    };
  };

  const before = new Map();
  wrap(Storage, 'setItem', ['throws', 'aborted', 'closed', 'full', 'dropped'], function (kind, real, [key]) {
    if (['throws', 'aborted', 'closed'].includes(kind)) error('InvalidStateError');
    if (kind === 'full') error('QuotaExceededError');
    if (kind === 'dropped') return undefined;
    before.set(key, faults.getItem.call(this, key));
    return real();
  });
  wrap(Storage, 'getItem', ['throws', 'aborted', 'closed', 'stale'], function (kind, real, [key]) {
    if (['throws', 'aborted', 'closed'].includes(kind)) error('InvalidStateError');
    return kind === 'stale' ? before.get(key) ?? null : real();
  });
  wrap(IDBFactory, 'open', ['throws'], function (kind, real) {
    if (kind === 'throws') error('InvalidStateError');
    const request = real();
    request.addEventListener('success', () => {
      if (isCopy(this)) {
        faults.copied += 1;
        return copies.add(request.result);
      }
      faults.opened += 1;
      return Object.assign(window, { database: request.result });
    });
    return request;
  });
  wrap(IDBDatabase, 'close', [], function (kind, real) {
    if (!isCopy(this)) faults.closed += 1;
    return real();
  });
  wrap(IDBDatabase, 'transaction', ['throws', 'closed', 'aborted'], function (kind, real) {
    if (kind === 'throws') error('InvalidStateError');
    if (kind === 'closed') faults.close.call(this);
    const transaction = real();
    if (kind === 'aborted') doomed.add(transaction);
    return transaction;
  });
  // What is doomed is asked for whole, and aborted then.
  const doomed = new WeakSet();
  wrap(IDBTransaction, 'commit', [], function (kind, real) {
    return doomed.has(this) ? this.abort() : real();
  });
  wrap(IDBObjectStore, 'put', ['throws', 'full', 'dropped', 'aborted', 'closed'], function (kind, real, [, key]) {
    if (kind === 'throws') error('InvalidStateError');
    if (kind === 'full') error('QuotaExceededError');
    // As if it were taken, but nothing is written.
    if (kind === 'dropped') return faults.get.call(this, key);
    const request = real();
    if (kind === 'aborted' || kind === 'closed') this.transaction.abort();
    if (kind === 'closed') faults.close.call(this.transaction.db);
    return request;
  });
  wrap(IDBObjectStore, 'get', ['throws', 'aborted', 'closed', 'stale'], function (kind, real) {
    if (kind === 'throws') error('InvalidStateError');
    if (kind === 'aborted' || kind === 'closed') this.transaction.abort();
    return kind === 'stale' ? real('what was there before') : real();
  });
  for (const name of ['getAll', 'getAllKeys']) {
    wrap(IDBObjectStore, name, ['throws', 'stale'], function (kind, real) {
      if (kind === 'throws') error('InvalidStateError');
      return kind === 'stale' ? real(IDBKeyRange.only('what was there before')) : real();
    });
  }

  // What the page says, as soon as it says it.
  new MutationObserver(() => {
    const said = faults.failed && document.querySelector('.state.bad, .state.warn, .state.ok');
    // The old text is still there: it has not re-rendered yet.
    if (!said || !faults.kind || said === faults.old) return;
    if (said.classList.contains('ok')) faults.lied = true;
    else faults.told ??= { at: performance.now(), as: said.className };
  }).observe(document, { subtree: true, childList: true, attributes: true });
});

// Every record under a prefix in each of the stores, by its key: what it says.
export async function records(page, prefix) {
  const values = pairs => Object.fromEntries(pairs.map(([key, text]) => [key, JSON.parse(text).v]));
  return { quick: values(await quick(page, prefix)), sure: values(await sure(page, 'first', prefix)), copy: values(await sure(page, 'copy', prefix)) };
}
