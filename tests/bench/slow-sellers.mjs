// What slow sellers do to the others: three in ten endpoints accept and never answer. Orders to all come evenly; from the
// press of the button to the endpoint it takes the other seven tenths so long, first while all answer and then while those
// hang. The goal is a p99 of at most 1.5 times. The release binary.
//   node tests/bench/slow-sellers.mjs [SELLERS] [SECONDS]       100 and 20 by default
//   node scripts/postgres.mjs node tests/bench/slow-sellers.mjs      on a throw-away PostgreSQL
process.env.VITRINE_BINARY ??= 'build/vitrine';
const { randomUUID } = await import('node:crypto');
const { createServer } = await import('node:http');
const { setTimeout: pause } = await import('node:timers/promises');
const { amount } = await import('../server/client.mjs');
const { buyer, threeSellers } = await import('../server/goods.mjs');
const { openShop } = await import('../server/shop.mjs');

const count = Number(process.argv[2] ?? 100);
const seconds = Number(process.argv[3] ?? 20);
const rate = 20; // orders per second
const slow = Math.floor(count * 0.3);

let hanging = false;
let waits = []; // milliseconds
const pressed = new Map(); // by the mark in the order
const held = new Set();
const listener = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const number = Number(request.url.slice(1));
    if (hanging && number < slow) {
      held.add(response);
      response.on('close', () => held.delete(response));
      return;
    }
    const began = pressed.get(JSON.parse(Buffer.concat(chunks)).data.buyer.phone);
    if (began !== undefined && number >= slow) waits.push(performance.now() - began);
    response.writeHead(204).end();
  });
});
await new Promise((done) => listener.listen(0, '127.0.0.1', done));

const sellers = {};
const endpoints = {};
for (let number = 0; number < count; ++number) {
  const { settings, goods } = threeSellers.clover;
  const rows = [{ ...goods[0], id: `THING-${number}`, title: `Thing ${number}` }];
  sellers[`seller-${number}`] = {
    settings: { ...settings, name: `Seller ${number}` },
    goods: rows,
  };
  endpoints[`seller-${number}`] = `http://127.0.0.1:${listener.address().port}/${number}`;
}
const shop = await openShop({ sellers, endpoints });

async function buy(number) {
  const phone = randomUUID();
  const session = await shop.ready({ [`THING-${number}`]: 1 }, { buyer: { ...buyer, phone } });
  pressed.set(phone, performance.now());
  await shop.customer.complete(session, amount(session.quote.totals, 'total'));
}

/** The p50 and p99 of a while, in milliseconds. Orders come at fixed times, however long earlier ones take. */
async function measure(time = seconds) {
  waits = [];
  pressed.clear();
  const started = performance.now();
  const all = [];
  for (let order = 0; order < rate * time; ++order) {
    await pause(Math.max(0, started + (order * 1000) / rate - performance.now()));
    all.push(buy(order % count));
  }
  await Promise.all(all);
  await pause(1000);
  waits.sort((a, b) => a - b);
  const at = (share) => waits[Math.floor((waits.length - 1) * share)];
  return { deliveries: waits.length, p50: at(0.5), p99: at(0.99) };
}

const show = (what, { deliveries, p50, p99 }) =>
  console.log(
    `${what}: ${deliveries} deliveries, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
  );
try {
  await measure(count / rate);
  const baseline = await measure();
  show(`all ${count} answer`, baseline);
  hanging = true;
  const beside = await measure();
  show(`${slow} of them hang, the others`, beside);
  const ratio = beside.p99 / baseline.p99;
  console.log(`p99 is ${ratio.toFixed(2)} times the baseline; ${held.size} requests are held`);
  process.exitCode = ratio <= 1.5 ? 0 : 1;
} finally {
  listener.closeAllConnections();
  await shop.stop();
  listener.close();
}
