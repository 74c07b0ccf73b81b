// A network that fails: everything passes, but what is posted meets a fault every other time.
import http from 'node:http';

// The same faults for the same seed (mulberry32).
export function randomly(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const read = stream => new Promise((done, failed) => {
  const parts = [];
  stream.on('data', part => parts.push(part)).on('end', () => done(Buffer.concat(parts))).on('error', failed);
});

// Each by its name.
export const FAULTS = {
  // The request never arrives.
  lost: async ({ client }) => client.destroy(),
  // It arrives, but nobody is told.
  unanswered: async ({ pass, client }) => { await pass(); client.destroy(); },
  // It arrives twice.
  doubled: async ({ pass, answer }) => { await pass(); answer(await pass()); },
  // The line is cut in the middle of the body.
  cut: async ({ passHalf, client }) => { await passHalf(); client.destroy(); },
  busy: async ({ answer }) => answer({ status: 503, headers: {}, body: '' }),
  broken: async ({ answer }) => answer({ status: 500, headers: {}, body: 'fel' }),
  hurried: async ({ answer }) => answer({ status: 429, headers: { 'retry-after': '1' }, body: '' }),
  portal: async ({ answer }) => answer({ status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Logga in</h1>' }),
};

export async function faulty(target, seed) {
  const { hostname, port } = new URL(target);
  const random = randomly(seed);
  const counts = { attempts: 0 };
  const proxy = { faults: true, counts };
  const forward = (request, body, cut) => new Promise((done, failed) => {
    const headers = { ...request.headers, host: `${hostname}:${port}` };
    const onward = http.request({ hostname, port, method: request.method, path: request.url, headers }, async answer => {
      done({ status: answer.statusCode, headers: answer.headers, body: await read(answer) });
    });
    onward.on('error', failed);
    if (cut) onward.write(body.subarray(0, body.length / 2), () => { onward.destroy(); });
    else onward.end(body);
  });
  const server = http.createServer(async (request, response) => {
    const body = await read(request).catch(() => null);
    if (!body) return;
    const answer = ({ status, headers, body }) => { response.writeHead(status, headers); response.end(body); };
    try {
      if (request.method === 'POST') counts.attempts += 1;
      if (request.method !== 'POST' || !proxy.faults || random() < 0.5) return answer(await forward(request, body));
      const name = Object.keys(FAULTS)[Math.floor(random() * Object.keys(FAULTS).length)];
      counts[name] = (counts[name] ?? 0) + 1;
      await FAULTS[name]({
        answer,
        client: request.socket,
        pass: () => forward(request, body),
        passHalf: () => forward(request, body, true).catch(() => {}),
      });
    } catch {
      request.socket.destroy();
    }
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  proxy.url = `http://127.0.0.1:${server.address().port}`;
  proxy.close = () => { server.closeAllConnections(); server.close(); };
  return proxy;
}
