// A disk that answers late, for every page of a context: LATE=400 in milliseconds. What a test does not wait for shows
// itself at once then, and not once in a hundred runs on a busy machine.
const LATE = Number(process.env.LATE ?? 0);

export const lateDisk = async c => LATE && c.addInitScript(late => {
  // Taken before a test puts its own clock there.
  const wait = window.setTimeout.bind(window);
  for (const [prototype, name] of [[IDBTransaction.prototype, 'oncomplete'], [IDBRequest.prototype, 'onsuccess']]) {
    const whole = Object.getOwnPropertyDescriptor(prototype, name);
    const delayed = hear => typeof hear === 'function' ? event => wait(() => hear(event), late) : hear;
    Object.defineProperty(prototype, name, { ...whole, set(hear) { whole.set.call(this, delayed(hear)); } });
  }
}, LATE);
