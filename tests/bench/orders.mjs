// Orders per second: `complete` of 3 sellers × 6 lines over HTTP with the whole re-quote, on disk before the answer, by
// 64 connections; beside what SQLite alone does with the same rows in the same run. The release binary.
//   node tests/bench/orders.mjs [ORDERS]          2,000 by default
//   node scripts/postgres.mjs node tests/bench/orders.mjs      on a throw-away PostgreSQL
// First as fast as they go, each connection waiting for its answer; then open loop at 70 % of that: orders come at fixed
// times, and the wait counts from the time at which an order should have been sent.
process.env.VITRINE_BINARY ??= 'build/vitrine';
const { randomUUID } = await import('node:crypto');
const { Agent, request } = await import('node:http');
const { setTimeout: pause } = await import('node:timers/promises');
const { run } = await import('../../scripts/command.mjs');
const { amount } = await import('../server/client.mjs');
const { openShop } = await import('../server/shop.mjs');
const { threeSellers } = await import('../server/goods.mjs');

const count = Number(process.argv[2] ?? 2000);
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
const shop = await openShop({ sellers });
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const { hostname, port } = new URL(shop.url);

function complete({ id, secret, total }) {
  const body = JSON.stringify({ total });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': randomUUID(),
    authorization: `Bearer ${secret}`,
  };
  const path = `/v1/checkout_sessions/${id}/complete`;
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path, method: 'POST', headers, agent }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`complete: ${answer.statusCode}`));
      });
    });
    call.on('error', reject).end(body);
  });
}

/** Checkouts that only wait for the button. */
async function sessions(size) {
  agent.destroy(); // what is idle: an address has 64 connections
  const all = [];
  const fill = async () => {
    while (all.length < size) {
      const { id, secret, quote } = await shop.ready(wanted);
      all.push({ id, secret, total: amount(quote.totals, 'total') });
    }
  };
  await Promise.all(Array.from({ length: 16 }, fill));
  return all.slice(0, size);
}

async function closedLoop(all, width) {
  const began = performance.now();
  const waits = [];
  const next = all[Symbol.iterator]();
  const buyer = async () => {
    for (const session of next) {
      const sent = performance.now();
      await complete(session);
      waits.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: width }, buyer));
  return { rate: (all.length * 1000) / (performance.now() - began), waits };
}

async function openLoop(all, rate) {
  const waits = [];
  const began = performance.now();
  const answers = [];
  for (const [i, session] of all.entries()) {
    const due = began + (i * 1000) / rate;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    answers.push(complete(session).then(() => waits.push(performance.now() - due)));
  }
  await Promise.all(answers);
  return waits;
}

const percentile = (waits, part) => {
  const sorted = [...waits].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);
};

try {
  await pause(5000); // until the connection that asked whether the server is ready has ended
  await closedLoop(await sessions(200), connections); // warm
  const one = await closedLoop(await sessions(200), 1);
  const { rate, waits } = await closedLoop(await sessions(count), connections);
  const calm = Math.round(rate * 0.7);
  const open = await openLoop(await sessions(count), calm);
  const { stdout } = await run('python3', ['tests/bench/floor.py', shop.folder]);
  const floor = JSON.parse(stdout);
  const share = (of) => `${((100 * rate) / of).toFixed(0)} %`;
  console.log(
    [
      `${shop.store ? 'PostgreSQL' : 'SQLite'}, ${count} orders of 18 lines at 3 sellers`,
      `one connection: p50 ${percentile(one.waits, 0.5)} ms, p99 ${percentile(one.waits, 0.99)} ms`,
      `${connections} connections: ${Math.round(rate)} orders/s, p50 ${percentile(waits, 0.5)} ms, p99 ${percentile(waits, 0.99)} ms`,
      `open loop at ${calm} orders/s: p50 ${percentile(open, 0.5)} ms, p99 ${percentile(open, 0.99)} ms`,
      `SQLite alone: ${floor.alone} orders/s one a commit, ${floor.by_64} by 64; ours is ${share(floor.alone)} and ${share(floor.by_64)} of it`,
    ].join('\n'),
  );
} finally {
  agent.destroy();
  await shop.stop();
}
