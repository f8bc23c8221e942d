// What a server takes: memory when idle and for each idle connection, and the time until it is ready, on a fresh shop and
// on one with many orders, whose database is not in the page cache. The release binary, SQLite.
//   node tests/bench/footprint.mjs [ORDERS]          1,000,000 by default: 9 GB on the disk and some minutes
process.env.VITRINE_BINARY ??= 'build/vitrine';
const { execFileSync } = await import('node:child_process');
const { readFileSync, statfsSync } = await import('node:fs');
const { connect } = await import('node:net');
const { join } = await import('node:path');
const { setTimeout: pause } = await import('node:timers/promises');
const { root } = await import('../../scripts/command.mjs');
const { amount, send } = await import('../server/client.mjs');
const { receiver } = await import('../server/receiver.mjs');
const { openShop } = await import('../server/shop.mjs');

const count = Number(process.argv[2] ?? 1_000_000);
const starts = 15;
const connections = 2000;
const perAddress = 50; // an address has 64

const endpoint = await receiver();
const shop = await openShop({ endpoints: { clover: endpoint.url } });
const mebi = 1024 * 1024;
let failed = false;

function tell(what, value, unit, goal) {
  const missed = goal !== undefined && value > goal;
  failed ||= missed;
  const against = goal === undefined ? '' : `, the goal is ${goal}${missed ? ': MISSED' : ''}`;
  console.log(`${what}: ${value.toFixed(unit === 'ms' ? 0 : 1)} ${unit}${against}`);
}

/** Bytes in memory of the process, of which `anonymous` are no file's. */
function memory() {
  const status = readFileSync(`/proc/${shop.pid()}/status`, 'utf8');
  const kibi = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)[1]) * 1024;
  return { all: kibi('VmRSS'), anonymous: kibi('RssAnon') };
}

/** Milliseconds from the start of the program until it answers, asked for every two. */
async function startTime() {
  await shop.kill();
  const began = performance.now();
  const started = shop.start(); // looks every 50 ms on its own
  for (;;) {
    const answer = await send(shop.url, 'GET', '/healthz').catch(() => null);
    if (answer?.status === 200) break;
    if (performance.now() - began > 60_000) throw new Error('it does not start');
    await pause(2);
  }
  const took = performance.now() - began;
  await started;
  return took;
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Milliseconds that the process's first thread was ready to run and had no processor, as others had them all. */
const waited = () =>
  Number(readFileSync(`/proc/${shop.pid()}/schedstat`, 'utf8').split(' ')[1]) / 1e6;

/** Connections that have asked for one thing each and wait, from as many addresses as it takes. */
async function idle(size) {
  const sockets = [];
  for (let i = 0; i < size; ++i) {
    const localAddress = `127.0.${1 + Math.floor(i / perAddress / 250)}.${1 + (Math.floor(i / perAddress) % 250)}`;
    const { hostname, port } = new URL(shop.url);
    sockets.push(
      await new Promise((resolve, reject) => {
        const socket = connect({ host: hostname, port: Number(port), localAddress });
        socket.on('error', reject).once('data', () => resolve(socket));
        socket.write(`GET /healthz HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
      }),
    );
  }
  return sockets;
}

try {
  await shop.buy({ 'CLO-PLANT': 1 });
  await endpoint.wait(1);
  await pause(500);

  const times = [];
  const waits = [];
  for (let i = 0; i < starts; ++i) {
    times.push(await startTime());
    waits.push(waited());
  }
  tell('cold start, the median', median(times), 'ms', 100);
  tell('  of which it waited for a processor', median(waits), 'ms');
  await pause(3000);
  tell('memory, idle', memory().all / mebi, 'MiB', 20);
  tell('  of which no file’s', memory().anonymous / mebi, 'MiB');
  const before = memory().all;
  const sockets = await idle(connections);
  const each = (memory().all - before) / connections / 1024;
  tell(`each of ${connections} idle connections, beyond its buffer of 4 KiB`, each - 4, 'KiB', 8);
  for (const socket of sockets) socket.destroy();

  const { bavail, bsize } = statfsSync(shop.data);
  if (bavail * bsize < count * 12_000) throw new Error('not enough room on the disk');
  await shop.kill();
  const file = join(shop.data, 'vitrine.sqlite');
  const script = join(root, 'tests', 'bench', 'many-orders.py');
  const size = Number(execFileSync('python3', [script, file, String(count)]));
  console.log(`${count} purchases: ${(size / mebi).toFixed(0)} MiB`);
  tell('ready with them', await startTime(), 'ms', 2000);
  // Once it is ready it ranks products, of all orders: nobody is to wait for that.
  const began = performance.now();
  let longest = 0;
  let peak = 0;
  let orders = 0;
  while (performance.now() - began < 30_000) {
    const session = await shop.ready({ 'CLO-PLANT': 1 });
    const pressed = performance.now();
    const answer = await shop.customer.complete(session, amount(session.quote.totals, 'total'));
    if (answer.status !== 200) throw new Error(answer.text);
    longest = Math.max(longest, performance.now() - pressed);
    peak = Math.max(peak, memory().all);
    ++orders;
    if (orders > 100) await pause(20);
    if (orders > 500) break;
  }
  tell(`the longest of ${orders} orders in the seconds after that`, longest, 'ms');
  tell('memory meanwhile, at most', peak / mebi, 'MiB');
  await pause(20_000);
  tell('and afterwards', memory().all / mebi, 'MiB');
} finally {
  await shop.stop();
  await endpoint.close();
}
process.exitCode = failed ? 1 : 0;
