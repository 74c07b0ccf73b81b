// A disk that answers late, by so many milliseconds. With LATE=100 it is so for every page of the tests: what one does not
// wait for shows itself at once then, and not once in a hundred runs on a busy machine.
const LATE = Number(process.env.LATE ?? 0);

// `window.disk` counts what has been asked of it and what it has answered.
export const lateDisk = async (c, late = LATE) => late && c.addInitScript(late => {
  // The latest call says how late.
  if (window.disk) {
    window.disk.late = late;
    return;
  }
  // Taken before a test puts its own clock there.
  const wait = window.setTimeout.bind(window);
  window.disk = { asked: 0, answered: 0, late };
  for (const [prototype, name] of [[IDBTransaction.prototype, 'oncomplete'], [IDBRequest.prototype, 'onsuccess']]) {
    const whole = Object.getOwnPropertyDescriptor(prototype, name);
    const delayed = hear => {
      if (typeof hear !== 'function') return hear;
      window.disk.asked += 1;
      return event => wait(() => { window.disk.answered += 1; hear(event); }, window.disk.late);
    };
    Object.defineProperty(prototype, name, { ...whole, set(hear) { whole.set.call(this, delayed(hear)); } });
  }
}, late);
