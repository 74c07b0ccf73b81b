// Stores that fail: from a given call on, localStorage and IndexedDB both do so, in one of several ways.
export const KINDS = ['throws', 'full', 'dropped', 'aborted', 'stale', 'closed'];

// Lets the stores of every page of a context be broken by `window.faults.arm(kind, call)` and mended by `.mend()`.
// Notes when the first call failed (`failed`), what the page then said first (`told`: when, and its class), and whether
// it said that all was saved meanwhile (`lied`).
export const breakable = c => c.addInitScript(() => {
  const faults = { kind: null, opened: 0, closed: 0 };
  window.faults = faults;
  faults.arm = (kind, call) => Object.assign(faults, { kind, left: call, failed: null, told: null, lied: false });
  faults.mend = () => { faults.kind = null; };
  // How this call is to fail, if it is: only such calls are counted as the kind at hand can make fail.
  const failing = kinds => {
    if (!kinds.includes(faults.kind) || (faults.left -= 1) > 0) return null;
    if (!faults.failed) Object.assign(faults, { failed: performance.now(), old: document.querySelector('.state.ok') });
    return faults.kind;
  };
  const error = name => { throw new DOMException(name, name); };
  const wrap = (type, name, kinds, fail) => {
    const whole = type.prototype[name];
    faults[name] = whole;
    type.prototype[name] = function (...given) {
      const real = (...other) => whole.apply(this, other.length ? other : given);
      return fail.call(this, failing(kinds), real, given);
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
    request.addEventListener('success', () => { faults.opened += 1; window.database = request.result; });
    return request;
  });
  wrap(IDBDatabase, 'close', [], function (kind, real) { faults.closed += 1; return real(); });
  wrap(IDBDatabase, 'transaction', ['throws', 'closed', 'aborted'], function (kind, real) {
    if (kind === 'throws') error('InvalidStateError');
    if (kind === 'closed') faults.close.call(this);
    const transaction = real();
    if (kind === 'aborted') queueMicrotask(() => { try { transaction.abort(); } catch { /* it has ended */ } });
    return transaction;
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
    // What it said before is not yet written anew.
    if (!said || !faults.kind || said === faults.old) return;
    if (said.classList.contains('ok')) faults.lied = true;
    else faults.told ??= { at: performance.now(), as: said.className };
  }).observe(document, { subtree: true, childList: true, attributes: true });
});

// Every record under a prefix in each of the two stores, by its key: what it says.
export const records = (page, prefix) => page.evaluate(prefix => new Promise((done, failed) => {
  const value = text => JSON.parse(text).v;
  const quick = Object.keys(localStorage).filter(key => key.startsWith(prefix)).map(key => [key, value(localStorage.getItem(key))]);
  const request = indexedDB.open('dimios');
  request.onerror = failed;
  request.onsuccess = () => {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const table = request.result.transaction('records').objectStore('records');
    const [keys, values] = [table.getAllKeys(range), table.getAll(range)];
    values.onsuccess = () => {
      request.result.close();
      const sure = keys.result.map((key, index) => [key, value(values.result[index])]);
      done({ quick: Object.fromEntries(quick), sure: Object.fromEntries(sure) });
    };
  };
}), prefix);
