// A seller's endpoint under a test's command: takes orders, answers 503, or accepts and never answers.
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * `mode`: 'take', 'refuse', 'hang', or a function that writes the response itself. What arrives is kept in
 * `deliveries` as {at, raw, headers, event, taken, servername}. `tls`: {key, cert}, for https.
 */
export async function receiver({ port = 0, mode = 'take', tls } = {}) {
  const deliveries = [];
  const create = tls ? (listener) => createSecureServer(tls, listener) : createServer;
  const server = create((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const { method, url, headers } = request;
      const taken = self.mode === 'take';
      const { servername } = request.socket;
      const event = JSON.parse(raw);
      deliveries.push({ at: Date.now(), method, url, raw, headers, taken, event, servername });
      if (typeof self.mode === 'function') return self.mode(response);
      if (self.mode === 'hang') return;
      response.writeHead(taken ? 204 : 503).end();
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const self = {
    mode,
    deliveries,
    port: server.address().port,
    url: `${tls ? 'https://localhost' : 'http://127.0.0.1'}:${server.address().port}/orders`,
    taken: () => deliveries.filter(({ taken }) => taken),
    /** The deliveries that were taken, as soon as there are so many. */
    async wait(count, patience = 15_000) {
      await until(
        () => self.taken().length >= count,
        patience,
        () => {
          return `${count} deliveries (${self.taken().length} taken, ${deliveries.length} arrived)`;
        },
      );
      return self.taken();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
  return self;
}

/** Waits for something to become true; answers it. */
export async function until(check, patience, what) {
  const giveUp = Date.now() + patience;
  for (;;) {
    const answer = await check();
    if (answer) return answer;
    if (Date.now() > giveUp) throw new Error(`in vain waited for ${what()}`);
    await pause(20);
  }
}
