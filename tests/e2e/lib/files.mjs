// A draft file as somebody hands it back, without the way through the pages.
export const handedBack = (n, group, words) => {
  const records = [
    { name: 'f/skapad', value: String(1000 + n), clock: 1, tab: `t${n}` },
    { name: 'f/grupp', value: group, clock: 2, tab: `t${n}` },
    ...Object.entries(words).map(([id, word], i) => ({ name: `a/${id}`, value: word, clock: i + 3, tab: `t${n}` })),
  ];
  return { name: `${n}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ format: 'dimios-draft/1', records })) };
};
