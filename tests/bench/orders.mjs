// Orders per second: `complete` of 3 sellers × 6 lines over HTTP with the whole re-quote, on disk before the answer, by
// 64 connections; beside what SQLite alone does with the same rows in the same run. The release binary.
//   node tests/bench/orders.mjs [ORDERS] [--store postgres]      2,000 by default; on a throw-away PostgreSQL
// First as fast as they go, each connection waiting for its answer; then open loop at 70 % of that: orders come at fixed
// times, and the wait counts from the time at which an order should have been sent. The CPU time is the server's own,
// of all its threads, for each order; load.cpp, which sends them, takes about 15 µs for one.
process.env.VITRINE_BINARY ??= 'build/vitrine';
const { randomUUID } = await import('node:crypto');
const { readFileSync, writeFileSync } = await import('node:fs');
const { join } = await import('node:path');
const { setTimeout: pause } = await import('node:timers/promises');
const { parseArgs } = await import('node:util');
const { root, run } = await import('../../scripts/command.mjs');
const { freshDatabase, startPostgres } = await import('../../scripts/postgres.mjs');
const { amount } = await import('../server/client.mjs');
const { openShop } = await import('../server/shop.mjs');
const { threeSellers } = await import('../server/goods.mjs');

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { store: { type: 'string', default: 'sqlite' } },
});
const count = Number(positionals[0] ?? 2000);
const cluster = values.store === 'postgres' ? await startPostgres() : undefined;
const store = cluster && (await freshDatabase(cluster.url));
const connections = 64;
const linesOf = 6; // of each seller

const sellers = {};
const wanted = {};
for (const [name, { settings, goods }] of Object.entries(threeSellers)) {
  const rows = Array.from({ length: linesOf }, (_, i) => {
    wanted[`${name}-${i}`] = 1;
    return {
      ...goods[0],
      id: `${name}-${i}`,
      title: `${name} ${i}`,
      inventory_quantity: 10_000_000,
    };
  });
  sellers[name] = { settings, goods: rows };
}
const shop = await openShop({ sellers, store });
const { port } = new URL(shop.url);
const load = join(shop.folder, 'load');
await run('g++', ['-std=c++20', '-O2', '-o', load, join(root, 'tests/bench/load.cpp')]);

/** Checkouts that only wait for the button, each as the request that presses it. */
async function orders(size) {
  const all = [];
  const fill = async () => {
    while (all.length < size) {
      const { id, secret, quote } = await shop.ready(wanted);
      const body = JSON.stringify({ total: amount(quote.totals, 'total') });
      const head = [
        `POST /v1/checkout_sessions/${id}/complete HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        `Idempotency-Key: ${randomUUID()}`,
        `Authorization: Bearer ${secret}`,
      ];
      all.push(`${head.join('\r\n')}\r\n\r\n${body}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, fill));
  return all.slice(0, size);
}

/** The server's CPU time in microseconds. */
function cpuTime() {
  const [, stat] = readFileSync(`/proc/${shop.pid()}/stat`, 'utf8').split(') ');
  const fields = stat.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000; // in ticks of 10 ms
}

async function place(size, width, rate) {
  const file = join(shop.folder, 'requests');
  writeFileSync(file, (await orders(size)).join('\x01'));
  await pause(5000); // until the connections that made the checkouts have ended: an address has 64
  const before = cpuTime();
  const args = [port, file, String(width), ...(rate ? [String(rate)] : [])];
  const { stdout } = await run(load, args);
  const cpu = (cpuTime() - before) / size;
  const { failures, seconds, waits } = JSON.parse(stdout);
  if (failures > 0) throw new Error(`${failures} orders failed`);
  return { rate: size / seconds, cpu: cpu.toFixed(0), waits };
}

const percentile = (waits, part) =>
  waits[Math.min(waits.length - 1, Math.floor(waits.length * part))].toFixed(1);

try {
  await place(200, connections); // warm
  const one = await place(500, 1);
  const { rate, cpu, waits } = await place(count, connections);
  const calm = Math.round(rate * 0.7);
  const open = await place(count, connections, calm);
  const { stdout } = await run('python3', ['tests/bench/floor.py', shop.folder]);
  const floor = JSON.parse(stdout);
  const share = (of) => `${((100 * rate) / of).toFixed(0)} %`;
  console.log(
    [
      `${shop.store ? 'PostgreSQL' : 'SQLite'}, ${count} orders of 18 lines at 3 sellers`,
      `one connection: p50 ${percentile(one.waits, 0.5)} ms, p99 ${percentile(one.waits, 0.99)} ms`,
      `${connections} connections: ${Math.round(rate)} orders/s, p50 ${percentile(waits, 0.5)} ms, p99 ${percentile(waits, 0.99)} ms`,
      `CPU time of the server: ${cpu} µs an order, ${one.cpu} µs by one connection`,
      `open loop at ${calm} orders/s: p50 ${percentile(open.waits, 0.5)} ms, p99 ${percentile(open.waits, 0.99)} ms`,
      `SQLite alone: ${floor.alone} orders/s one a commit, ${floor.by_64} by 64; ours is ${share(floor.alone)} and ${share(floor.by_64)} of it`,
    ].join('\n'),
  );
} finally {
  await shop.stop();
  await cluster?.stop();
}
