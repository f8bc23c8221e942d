// A server under everything at once, for long: customers buy, ask twice and break off; sellers answer, refuse, hang and
// reset; prices change under open pages; strangers send garbage. Its memory stays flat and no order goes missing.
//   node tests/soak.mjs [MINUTES]          30 by default; the release binary, SQLite
process.env.VITRINE_BINARY ??= 'build/vitrine';
const { default: assert } = await import('node:assert/strict');
const { randomUUID } = await import('node:crypto');
const { readFileSync } = await import('node:fs');
const { createServer, get } = await import('node:http');
const { connect } = await import('node:net');
const { setTimeout: pause } = await import('node:timers/promises');
const { amount, ok, sendRaw } = await import('./server/client.mjs');
const { until } = await import('./server/receiver.mjs');
const { openShop } = await import('./server/shop.mjs');

const minutes = Number(process.argv[2] ?? 30);
const stock = 10_000_000;
const wish = { 'CLO-SEED': 1, 'CLO-PLANT': 1, 'BIR-SCREW': 2 };
const mebi = 1024 * 1024;

/** An endpoint in a mood of its own for each request; `taken` are the orders it said yes to. */
async function moody() {
  const taken = new Set();
  const listener = createServer((request, response) => {
    const chunks = [];
    request.on('error', () => {}).on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const mood = Math.random();
      if (mood < 0.05) return response.destroy();
      // It says nothing for longer than anybody waits: one of its two places is taken for 20 s.
      if (mood < 0.0502) return setTimeout(() => response.destroy(), 30_000);
      if (mood < 0.2) return response.writeHead(503).end('x'.repeat(1000));
      taken.add(JSON.parse(Buffer.concat(chunks)).data.id);
      response.writeHead(204).end();
    });
  });
  await new Promise((done) => listener.listen(0, '127.0.0.1', done));
  return { taken, listener, url: `http://127.0.0.1:${listener.address().port}/orders` };
}

const endpoints = { birch: await moody(), clover: await moody() };
const shop = await openShop({
  endpoints: Object.fromEntries(Object.entries(endpoints).map(([name, { url }]) => [name, url])),
  serve: ['--retry-seconds', '0.5,1,2,2,5,5,5,5,5', '--circuit-seconds', '1'],
});
const { hostname, port } = new URL(shop.url);
const memory = () => {
  const status = readFileSync(`/proc/${shop.pid()}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)[1]) * 1024;
};
const offer = (name, sku, body) =>
  shop.send('POST', `/v1/seller/offers/${sku}`, {
    body,
    headers: { authorization: `Bearer ${shop.sellers[name].api_key}` },
  });

let going = true;
const again = async (pauseTime, work) => {
  while (going) {
    await work();
    await pause(pauseTime);
  }
};

const bought = new Set();
async function buy() {
  const session = await shop.ready(wish);
  const total = amount(session.quote.totals, 'total');
  const key = randomUUID();
  const answer = await shop.customer.complete(session, total, { key });
  if (answer.status === 409) return; // the price changed meanwhile
  bought.add(ok(answer).order.order_group_id);
  if (Math.random() < 0.2) {
    const twice = await shop.customer.complete(session, total, { key });
    assert.equal(twice.text, answer.text);
  }
}

/** Half a request, and gone. */
async function breakOff() {
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  const text = `POST /v1/checkout_sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{"site_id"`;
  socket.write(text.slice(0, Math.floor(Math.random() * text.length)));
  await pause(Math.random() * 500);
  socket.destroy();
}

const garbage = [
  'GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n',
  `GET /${'a'.repeat(8000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  'POST /v1/checkout_sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nIdempotency-Key: x\r\nContent-Length: 4\r\nConnection: close\r\n\r\n{"a"',
  '\x16\x03\x01\x02\x00\x01\x00',
];
const sendGarbage = () =>
  sendRaw(shop.url, garbage[Math.floor(Math.random() * garbage.length)]).catch(() => {});

/** A page that is open for a while and hears of changes. */
const watchChanges = () =>
  new Promise((done) => {
    const call = get(`${shop.url}/v1/sites/${shop.site_id}/changes`, (answer) => answer.resume());
    call.on('error', () => {}).on('close', done);
    setTimeout(() => call.destroy(), Math.random() * 5000);
  });

for (const [name, sku] of [
  ['clover', 'CLO-PLANT'],
  ['clover', 'CLO-SEED'],
  ['birch', 'BIR-SCREW'],
])
  ok(await offer(name, sku, { stock }));

const samples = [];
const all = [
  ...Array.from({ length: 6 }, () => again(20, buy)),
  ...Array.from({ length: 4 }, () => again(100, watchChanges)),
  again(50, breakOff),
  again(50, sendGarbage),
  again(500, async () =>
    ok(await offer('alder', 'ALD-BOARD', { price: 1000 + (samples.length % 500) })),
  ),
  again(2000, async () => samples.push(memory())),
];
const began = Date.now();
while (Date.now() - began < minutes * 60_000) {
  await Promise.race([pause(60_000), pause(minutes * 60_000 - (Date.now() - began)), ...all]);
  const passed = ((Date.now() - began) / 60_000).toFixed(1);
  console.log(`${passed} min: ${bought.size} orders, ${(memory() / mebi).toFixed(1)} MiB`);
}
going = false;
await Promise.all(all);

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const part = (from, to) =>
  median(samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to)));
const [early, late] = [part(0.2, 0.4), part(0.8, 1)];
const growth = (late / early - 1) * 100;
console.log(
  `memory: ${(early / mebi).toFixed(1)} MiB after a fifth, ${(late / mebi).toFixed(1)} MiB in the last: ${growth.toFixed(1)} %`,
);

/** The inbox of a seller, page by page: purchases by their orders. */
async function inbox(name) {
  const purchases = new Map();
  for (let after = ''; after !== null;) {
    const page = ok(await shop.seller(name, 'GET', `?after=${after}`));
    for (const { id, order_group_id } of page.orders) purchases.set(id, order_group_id);
    after = page.next ?? null;
  }
  return purchases;
}

for (const [name, { taken }] of Object.entries(endpoints)) {
  const orders = await inbox(name);
  const groups = new Set(orders.values());
  for (const id of bought) assert.ok(groups.has(id), `${id} was acknowledged and is gone`);
  assert.equal(orders.size, groups.size); // none twice
  assert.equal(await shop.stock('CLO-PLANT'), stock - groups.size);
  await until(
    () => taken.size >= orders.size,
    minutes * 60_000 + 120_000,
    () => `${orders.size} orders at ${name}, not ${taken.size}`,
  );
  for (const id of orders.keys()) assert.ok(taken.has(id), `${id} did not reach ${name}`);
  console.log(`${orders.size} purchases, each brought to ${name}`);
}
for (const { listener } of Object.values(endpoints)) {
  listener.closeAllConnections();
  listener.close();
}
await shop.stop();
process.exitCode = growth <= 5 ? 0 : 1;
