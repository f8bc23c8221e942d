// A seller's endpoint under a test's command: takes orders, answers 503, or accepts and never answers.
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** `mode`: 'take', 'refuse' or 'hang'. What arrives is kept in `deliveries` as {at, raw, headers, event, taken}. */
export async function receiver({ port = 0, mode = 'take' } = {}) {
  const deliveries = [];
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const { method, url, headers } = request;
      const taken = self.mode === 'take';
      deliveries.push({ at: Date.now(), method, url, raw, headers, taken, event: JSON.parse(raw) });
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
    url: `http://127.0.0.1:${server.address().port}/orders`,
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
