// /metrics before and after acts: each number moves by what was done, and by nothing else.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { ok, send } from './client.mjs';
import { receiver, until } from './receiver.mjs';
import { openShop } from './shop.mjs';

describe('metrics', { timeout: 300_000 }, () => {
  let shop;
  let endpoint;
  before(async () => {
    endpoint = await receiver();
    shop = await openShop({
      endpoints: { clover: endpoint.url },
      options: ['--max-streams', '1', '--retry-seconds', '0.05', '--circuit-seconds', '2'],
    });
  });
  after(async () => {
    await shop?.stop();
    await endpoint?.close();
  });

  /** {name or name{label="…"}: number} */
  async function read() {
    const { text } = await send(shop.url, 'GET', '/metrics');
    const rows = text.split('\n').filter((line) => line && !line.startsWith('#'));
    return Object.fromEntries(
      rows.map((row) => [row.slice(0, row.lastIndexOf(' ')), Number(row.split(' ').at(-1))]),
    );
  }
  /** By how much a number has grown. */
  async function grown(name, act) {
    const before = (await read())[name] ?? 0;
    await act();
    return ((await read())[name] ?? 0) - before;
  }
  const soon = (name, check) =>
    until(
      async () => check((await read())[name]),
      10_000,
      () => name,
    );

  test('all that are documented are there, and no others', async () => {
    await shop.buy({ 'CLO-SEED': 1 });
    await endpoint.wait(1);
    const page = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8');
    const told = new Set(page.match(/vitrine_\w+/g));
    const { text } = await send(shop.url, 'GET', '/metrics');
    const types = [...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name);
    assert.deepEqual(new Set(types), told);
  });

  test('a purchase is a request of its route, commits and a delivery', async () => {
    const before = await read();
    await shop.buy({ 'CLO-SEED': 1 });
    await endpoint.wait(2);
    await soon('vitrine_deliveries_total{outcome="delivered"}', (count) => count === 2);
    const now = await read();
    const by = (name) => now[name] - (before[name] ?? 0);
    const route = '{route="/v1/checkout_sessions/{id}/complete"}';
    assert.equal(by(`vitrine_request_seconds_count${route}`), 1);
    assert.ok(by(`vitrine_request_seconds_sum${route}`) > 0);
    assert.equal(by('vitrine_order_groups_total'), 1);
    assert.equal(by('vitrine_dispatch_lag_seconds_count'), 1);
    // Create, update, complete, and what the dispatcher looks up and writes down.
    assert.ok(by('vitrine_commit_seconds_count') >= 5);
    assert.equal(by('vitrine_commit_jobs_count'), by('vitrine_commit_seconds_count'));
    assert.ok(by('vitrine_commit_jobs_sum') >= by('vitrine_commit_jobs_count'));
    await soon('vitrine_queue_age_seconds', (age) => age === 0);
  });

  test('connections and streams are counted while they are open, and what is over a limit', async () => {
    const idle = connect(Number(new URL(shop.url).port), '127.0.0.1');
    await soon('vitrine_connections', (count) => count === 2); // the reading's own too
    idle.destroy();
    await soon('vitrine_connections', (count) => count === 1);

    const path = `/v1/sites/${shop.site_id}/changes`;
    const stream = connect(Number(new URL(shop.url).port), '127.0.0.1');
    stream.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await soon('vitrine_streams', (count) => count === 1);
    const over = () => send(shop.url, 'GET', path).then(({ status }) => assert.equal(status, 503));
    assert.equal(await grown('vitrine_refused_total{limit="streams"}', over), 1);
    stream.destroy();
    await soon('vitrine_streams', (count) => count === 0);

    const flood = async () => {
      for (let status; status !== 429;)
        ({ status } = await send(shop.url, 'POST', '/v1/checkout_sessions', { from: '127.0.0.9' }));
    };
    assert.equal(await grown('vitrine_refused_total{limit="requests"}', flood), 1);

    const held = [];
    const crowd = async () => {
      const answered = () => held.every(({ bytesRead }) => bytesRead > 0);
      for (let count = 0; count < 65; ++count) {
        const socket = connect({
          port: Number(new URL(shop.url).port),
          host: '127.0.0.1',
          localAddress: '127.0.0.8',
        });
        // One that idles would give way: each is in the middle of a second request.
        socket.on('error', () => {}).resume();
        socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\n');
        held.push(socket);
        await until(answered, 5000, () => 'the answers');
      }
      await soon('vitrine_connections', (count) => count === 65);
      await soon('vitrine_refused_total{limit="connections"}', (count) => count > 0);
    };
    assert.equal(await grown('vitrine_refused_total{limit="connections"}', crowd), 1);
    for (const socket of held) socket.destroy();
  });

  test('an endpoint that hangs makes the queue old; one that fails opens its circuit', async () => {
    endpoint.mode = 'hang';
    await shop.buy({ 'CLO-SEED': 1 });
    await soon('vitrine_deliveries_under_way', (count) => count === 1);
    await soon('vitrine_queue_age_seconds', (age) => age > 0.5);
    assert.equal((await read())['vitrine_circuits{state="open"}'], 0);
    await shop.kill();
    endpoint.mode = 'refuse';
    await shop.start();
    for (let count = 0; count < 3; ++count) await shop.buy({ 'CLO-SEED': 1 });
    await soon('vitrine_circuits{state="open"}', (count) => count === 1);
    await soon('vitrine_deliveries_total{outcome="failed"}', (count) => count >= 5);
    endpoint.mode = 'take';
    await soon('vitrine_deliveries_total{outcome="delivered"}', (count) => count >= 1);
    const state = await read();
    assert.equal(state['vitrine_circuits{state="open"}'], 0);
    assert.equal(state['vitrine_circuits{state="half_open"}'], 0);
    ok(await send(shop.url, 'GET', '/healthz'));
  });
});
