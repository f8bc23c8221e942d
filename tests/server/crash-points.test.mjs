// The server ends, as by kill -9, at every named moment of taking an order and bringing it to the sellers.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { root, run } from '../../scripts/command.mjs';
import { amount, ok } from './client.mjs';
import { buyer } from './goods.mjs';
import { receiver, until } from './receiver.mjs';
import { openShop } from './shop.mjs';
import { sink } from './sink.mjs';

const points = [
  'complete.priced',
  'complete.stock_taken',
  'complete.group_placed',
  'complete.order_placed',
  'complete.orders_placed',
  'complete.kept',
  'store.committing',
  'store.committed',
  'complete.committed',
  'dispatch.found',
  'dispatch.claimed',
  'dispatch.sending',
  'dispatch.answered',
  'dispatch.recording',
  'dispatch.recorded',
  'mail.found',
  'mail.claimed',
  'mail.sending',
  'mail.answered',
  'mail.recording',
  'mail.recorded',
];

/** Of an import, and whether it is completed after a crash there. */
const importPoints = {
  'import.picture': false,
  'import.stored': false,
  'import.undone': false,
  'import.accepted': true,
  'import.settled': true,
};

test('every crash point of the server is tried', () => {
  const server = join(root, 'server');
  const named = readdirSync(server, { recursive: true })
    .filter((file) => file.endsWith('.cpp'))
    .flatMap((file) => [
      ...readFileSync(join(server, file), 'utf8').matchAll(/crashPoint\("(\S+)"\)/g),
    ])
    .map(([, name]) => name);
  assert.deepEqual([...new Set(named)].sort(), [...points, ...Object.keys(importPoints)].sort());
});

// Only the test build has them.
const skip = process.env.VITRINE_BINARY ? 'another binary is under test' : false;

describe('a crash at', { timeout: 300_000, skip }, () => {
  const names = ['alder', 'birch', 'clover'];
  const wanted = { 'ALD-BOARD': 2, 'BIR-SCREW': 1, 'CLO-PLANT': 1 };
  const faults = join(tmpdir(), `vitrine-faults-${randomUUID()}`);
  const wish = (text) => writeFileSync(faults, text);
  const endpoints = {};
  const bought = []; // what was acknowledged
  let shop;
  let smtp;
  before(async () => {
    wish('');
    smtp = await sink();
    for (const name of names) endpoints[name] = await receiver();
    const urls = names.map((name) => [name, endpoints[name].url]);
    shop = await openShop({
      endpoints: Object.fromEntries(urls),
      env: { VITRINE_FAULTS: faults },
      serve: ['--smtp-url', smtp.url, '--mail-from', 'a@shop.example', '--allow-insecure-smtp'],
    });
  });
  after(async () => {
    await shop?.stop();
    for (const each of Object.values(endpoints)) await each.close();
    await smtp?.close();
  });

  /** Another server after the dead one, whose leases end after minutes on PostgreSQL: as if they had passed. */
  const again = async () => {
    const ends = [
      'UPDATE outbox SET leased_until = 0',
      'UPDATE mails SET leased_until = 0',
      'UPDATE imports SET worked_at = 0',
    ];
    if (shop.store) await run('psql', ['-q', '-d', shop.store, '-c', ends.join('; ')]);
    await shop.start();
  };

  for (const point of points) {
    test(`${point} loses nothing and doubles nothing`, async () => {
      const session = await shop.ready(wanted);
      const key = randomUUID();
      const complete = () =>
        shop.customer.complete(session, amount(session.quote.totals, 'total'), { key });
      wish(`crash ${point}`);
      const first = await complete().catch(() => null); // the crash may come before the answer
      await until(
        () => !shop.isRunning(),
        10_000,
        () => `the crash at ${point}`,
      );
      wish('');
      await again();
      const answer = await complete();
      assert.equal(ok(answer).status, 'completed');
      if (first?.status === 200) assert.deepEqual(answer.bytes, first.bytes);
      bought.push(answer.json);
    });
  }

  const images = join(root, 'examples/demo/sellers/images');
  for (const [point, completes] of Object.entries(importPoints)) {
    test(`${point} leaves all of an import or nothing`, async () => {
      const id = point.replace('import.', '').toUpperCase();
      const seller = shop.sellers.clover.id;
      const media = join(shop.data, 'media');
      const call = async (name, body) =>
        ok(await shop.send('POST', `/v1/sites/${shop.site_id}/commands/${name}`, { body }));
      const titles = async () =>
        (await call('catalog.products', { offset: 0, limit: 200 })).products.map(
          ({ title }) => title,
        );
      const good = (sku, title) => ({
        ...{ id: `${id}-${sku}`, title, price: '1.00 EUR', availability: 'in_stock' },
      });
      const before = shop.feed('before', [good('OLD', `Old ${id}`)]);
      await shop.vitrine('import', '--seller', seller, before);
      // A picture of its own for each point.
      const image = readdirSync(images)[Object.keys(importPoints).indexOf(point)];
      copyFileSync(join(images, image), join(shop.folder, image));
      const pictures = () => (existsSync(media) ? readdirSync(media).length : 0);
      const made = pictures();
      const pictured = { ...good('NEW', `New ${id}`), image_link: image };
      const rows = [good('OLD', `Changed ${id}`), pictured];
      const bad = { ...good('BAD', 'Bad'), price: 'none' };
      const feed = shop.feed('later', point === 'import.undone' ? [...rows, bad] : rows);
      wish(`crash ${point}`);
      await shop.command('import', '--seller', seller, feed);
      await until(
        () => !shop.isRunning(),
        10_000,
        () => `the crash at ${point}`,
      );
      wish('');
      await again();
      const expected = completes ? [`Changed ${id}`, `New ${id}`] : [`Old ${id}`];
      let found;
      await until(
        async () => {
          found = (await titles()).filter((title) => title.endsWith(` ${id}`)).sort();
          return JSON.stringify(found) === JSON.stringify(expected);
        },
        10_000,
        () => `${expected} and not ${found}`,
      );
      const left = made + (completes ? 3 : 0);
      await until(
        () => pictures() === left,
        10_000,
        () => `${pictures()} pictures and not ${left}`,
      );
      // And the next import has its turn.
      const after = shop.feed('after', [good('OLD', `Last ${id}`)]);
      await shop.vitrine('import', '--seller', seller, after);
    });
  }

  test('after all of them each seller has each order once, and stock and books are right', async () => {
    const orders = await shop.orders();
    assert.equal(bought.length, points.length);
    assert.deepEqual(
      [...new Set(orders.map(({ order_group_id }) => order_group_id))].sort(),
      bought.map(({ order }) => order.order_group_id).sort(),
    );
    assert.equal(orders.length, 3 * bought.length);
    assert.equal(await shop.stock('ALD-BOARD'), 500 - 2 * bought.length);
    assert.equal(await shop.stock('BIR-SCREW'), 900 - bought.length);
    assert.equal(await shop.stock('CLO-PLANT'), 700 - bought.length);
    for (const { order, quote } of bought) {
      const group = ok(await shop.customer.order(order.url));
      assert.deepEqual(group.totals, quote.totals);
    }
    for (const name of names) {
      const mine = orders.filter(({ seller_id }) => seller_id === shop.sellers[name].id);
      const ids = () => new Set(endpoints[name].taken().map(({ event }) => event.data.id));
      await until(
        () => ids().size >= mine.length,
        60_000,
        () => `${mine.length} orders of ${name}, and not ${ids().size}`,
      );
      await pause(300);
      assert.deepEqual([...ids()].sort(), mine.map(({ id }) => id).sort());
      // One message id for an order: whatever came twice, the seller can tell.
      const messages = new Set(
        endpoints[name].deliveries.map(({ headers }) => headers['webhook-id']),
      );
      assert.equal(messages.size, mine.length);
    }
  });

  test('after all of them each customer has each confirmation, and can tell what came twice', async () => {
    const texts = () => smtp.taken(buyer.email).map(({ raw }) => raw.replaceAll('=\r\n', ''));
    for (const { order } of bought) {
      const mine = () => texts().filter((text) => text.includes(order.order_group_id));
      await until(
        () => mine().length > 0,
        60_000,
        () => `the confirmation of ${order.order_group_id}`,
      );
      const ids = mine().map((text) => /^Message-ID: (.*)$/im.exec(text)[1]);
      assert.equal(new Set(ids).size, 1);
    }
  });
});
