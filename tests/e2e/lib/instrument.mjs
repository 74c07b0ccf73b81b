import { readFile } from 'node:fs/promises';

export const instrument = JSON.parse(await readFile('public/data/instruments/dimios-2023.json', 'utf8'));
const all = instrument.dimensions.flatMap(d => d.categories).flatMap(c => c.statements);

// The instrument with `count` statements in each of these categories, by repeating its own.
export function enlarged(count, categories) {
  const big = structuredClone(instrument);
  for (const category of big.dimensions.flatMap(d => d.categories).filter(c => categories.includes(c.id))) {
    for (let n = category.statements.length; n < count; n += 1) {
      category.statements.push({ ...all[n % all.length], id: `${category.id}_${n}` });
    }
  }
  return big;
}
