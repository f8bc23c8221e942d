// Several servers on one PostgreSQL: they share orders, stock, the catalogue and the work of bringing orders to sellers.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../../scripts/command.mjs';
import { freshDatabase, startPostgres } from '../../scripts/postgres.mjs';
import { amount, ok, refused, send } from '../server/client.mjs';
import { buyer } from '../server/goods.mjs';
import { receiver, until } from '../server/receiver.mjs';
import { openShop } from '../server/shop.mjs';
import { sink } from '../server/sink.mjs';

const psql = async (url, text) =>
  (await run('psql', ['-qAt', '-v', 'ON_ERROR_STOP=1', '-d', url, '-c', text])).stdout.trim();

describe('two servers on one database', { timeout: 300_000 }, () => {
  let cluster;
  let shop;
  let other;
  let endpoint;
  let smtp;
  before(async () => {
    smtp = await sink();
    const mail = ['--smtp-url', smtp.url, '--mail-from', 'a@shop.example'];
    cluster = await startPostgres();
    endpoint = await receiver();
    shop = await openShop({
      store: await freshDatabase(cluster.url),
      endpoints: { clover: endpoint.url },
      serve: ['--retry-seconds', '0.2,0.5,1,1,1,1,1,1', ...mail, '--allow-insecure-smtp'],
    });
    other = await shop.another();
  });
  after(async () => {
    await other?.stop();
    await shop?.stop();
    await endpoint?.close();
    await smtp?.close();
    await cluster?.stop();
  });
  const totalOf = (session) => amount(session.quote.totals, 'total');

  test('a checkout begun at one is completed at the other, and both give the same answer', async () => {
    const session = await shop.ready({ 'CLO-PLANT': 1 });
    const key = 'the same at both';
    const complete = (customer) => customer.complete(session, totalOf(session), { key });
    const answers = await Promise.all(
      Array.from({ length: 16 }, async (_, i) => {
        for (;;) {
          const answer = await complete(i % 2 ? shop.customer : other.customer);
          if (answer.status === 200) return answer.text;
          refused(answer, 409, 'idempotency_in_flight', 'Idempotency-Key');
          await pause(10);
        }
      }),
    );
    // The link of the order names the server that was asked first.
    assert.equal(new Set(answers).size, 1);
    assert.equal((await shop.orders()).length, 1);
  });

  test('buyers at both after the last forty saws: forty get one', async () => {
    const sessions = [];
    for (let i = 0; i < 60; ++i) sessions.push(await shop.ready({ 'BIR-SAW': 1 }));
    const answers = await Promise.all(
      sessions.map((session, i) =>
        (i % 2 ? shop : other).customer.complete(session, totalOf(session)),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 40);
    assert.equal(await shop.stock('BIR-SAW'), 0);
  });

  test('each order is brought once, whichever server took it', async () => {
    const earlier = endpoint.deliveries.length;
    for (let i = 0; i < 20; ++i) {
      const session = await shop.ready({ 'CLO-PLANT': 1 });
      const { customer } = i % 2 ? shop : other;
      ok(await customer.complete(session, totalOf(session)));
    }
    await endpoint.wait(earlier + 20);
    await pause(1500); // time enough for the other one to send it too
    assert.equal(endpoint.deliveries.length, earlier + 20);
  });

  test('each e-mail is handed over once, whichever server queued it', async () => {
    const emails = Array.from({ length: 10 }, (_, i) => `customer-${i}@customer.example`);
    for (const [i, email] of emails.entries()) {
      const session = await shop.ready({ 'CLO-PLANT': 1 }, { buyer: { ...buyer, email } });
      const { customer } = i % 2 ? shop : other;
      ok(await customer.complete(session, totalOf(session)));
    }
    for (const email of emails) await smtp.wait(email);
    await pause(1500); // time enough for the other one to send it too
    for (const email of emails) assert.equal(smtp.taken(email).length, 1);
    assert.equal(
      await psql(shop.store, "SELECT count(*) FROM mails WHERE content LIKE '%@customer%'"),
      '0',
    );
  });

  test('what one is told of catalogue and prices the other shows within three seconds', async () => {
    const headers = { authorization: `Bearer ${shop.sellers.alder.api_key}` };
    const body = { price: 4321 };
    ok(await shop.send('POST', '/v1/seller/offers/ALD-BOARD', { body, headers }));
    const line_items = shop.line_items({ 'ALD-BOARD': 1 });
    const priceAt = async (url) => {
      const path = `/v1/sites/${shop.site_id}/commands/catalog.products`;
      return ok(await send(url, 'POST', path, { body: { offset: 0, limit: 50 } }));
    };
    const settings = { name: 'The New Garden', currency: 'EUR', country: 'DE', language: 'en' };
    await shop.vitrine('site', 'add', '--settings', shop.write('new-site.json', settings));
    await until(
      async () => JSON.stringify(await priceAt(other.url)).includes('4321'),
      3000,
      () => 'the price at the other server',
    );
    const site = JSON.parse(await shop.vitrine('site', 'list', '--json')).find(
      ({ name }) => name === 'The New Garden',
    );
    await until(
      async () =>
        (await send(other.url, 'GET', `/v1/sites/${site.id}/manifest.json`)).status === 200,
      3000,
      () => 'the site at the other server',
    );
    assert.equal(line_items.length, 1);
  });

  test('what a server was bringing when it was killed another brings, under the same id', async () => {
    endpoint.mode = 'hang';
    const earlier = endpoint.deliveries.length;
    const session = await shop.ready({ 'CLO-PLANT': 1 });
    ok(await other.customer.complete(session, totalOf(session)));
    await until(
      () => endpoint.deliveries.length > earlier,
      10_000,
      () => 'the first attempt',
    );
    const { headers } = endpoint.deliveries[earlier];
    await other.kill();
    await shop.kill();
    endpoint.mode = 'take';
    await shop.start();
    await until(
      () => endpoint.taken().some((each) => each.headers['webhook-id'] === headers['webhook-id']),
      45_000,
      () => 'the attempt after the lease',
    );
  });

  test('who has lost a lease writes nothing: the token of another fences it', async () => {
    endpoint.mode = (response) => setTimeout(() => response.writeHead(204).end(), 1500);
    const earlier = endpoint.deliveries.length;
    const session = await shop.ready({ 'CLO-PLANT': 1 });
    ok(await shop.customer.complete(session, totalOf(session)));
    await until(
      () => endpoint.deliveries.length > earlier,
      10_000,
      () => 'the attempt',
    );
    const id = endpoint.deliveries[earlier].headers['webhook-id'];
    // As another server does when the lease is over.
    await psql(
      shop.store,
      `UPDATE outbox SET lease = lease + 1, leased_until = leased_until + 3600000 WHERE id = '${id}'`,
    );
    await until(
      () => shop.lines.some((line) => line.includes('lease_lost') && line.includes(id)),
      10_000,
      () => 'the note of the lost lease',
    );
    const left = await psql(shop.store, `SELECT due_at IS NOT NULL FROM outbox WHERE id = '${id}'`);
    assert.equal(left, 't');
    endpoint.mode = 'take';
  });

  test('while the database is away nothing is acknowledged; when it is back all goes on', async () => {
    const session = await shop.ready({ 'CLO-PLANT': 1 });
    const left = await shop.stock('CLO-PLANT');
    const key = 'sent in the outage';
    const complete = () => shop.customer.complete(session, totalOf(session), { key });
    await cluster.kill();
    refused(await complete(), 503, 'unavailable', '');
    ok(await shop.send('GET', `/v1/sites/${shop.site_id}/manifest.json`));
    await cluster.start();
    assert.equal(ok(await complete()).status, 'completed');
    assert.equal(await shop.stock('CLO-PLANT'), left - 1);
  });

  test('connections that were ended while nobody used them are made anew before anyone notices', async () => {
    const session = await shop.ready({ 'CLO-PLANT': 1 });
    const ended = await psql(
      shop.store,
      "SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle'",
    );
    assert.ok(Number(ended) >= 1);
    ok(await shop.customer.complete(session, totalOf(session)));
  });

  test('a database that only reads for a while is written again by itself', async () => {
    const session = await shop.ready({ 'CLO-PLANT': 1 });
    const key = 'sent while it only reads';
    const complete = () => shop.customer.complete(session, totalOf(session), { key });
    const readOnly = async (setting) => {
      await psql(cluster.url, `ALTER SYSTEM SET default_transaction_read_only = ${setting}`);
      await psql(cluster.url, 'SELECT pg_reload_conf()');
    };
    await readOnly('on');
    await until(
      async () => (await complete()).status === 503 && (await complete()).status === 503,
      10_000,
      () => 'the refusal of what would be written',
    );
    await readOnly('off');
    const answer = await until(
      async () => {
        const again = await complete();
        return again.status === 200 && again;
      },
      20_000,
      () => 'the order',
    );
    assert.equal(answer.json.status, 'completed');
  });

  test('a database of a newer Vitrine is refused', async () => {
    await psql(shop.store, 'UPDATE schema_version SET version = version + 1');
    const { code, output } = await shop.command('order', 'list', '--store', shop.store);
    assert.equal(code, 0, output); // the server that runs does not look again
    await shop.kill();
    const refusal = await shop.command('order', 'list');
    assert.equal(refusal.code, 1);
    assert.match(refusal.output, /written by a newer vitrine/);
    await psql(shop.store, 'UPDATE schema_version SET version = version - 1');
    await shop.start();
  });
});
