// Stock is taken with the order, never twice, and pages hear of it soon.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { amount, ok, refused } from './client.mjs';
import { alderGoods } from './goods.mjs';
import { until } from './receiver.mjs';
import { manifestOf, openShop, published } from './shop.mjs';

describe('stock', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());
  const complete = (session) =>
    shop.customer.complete(session, amount(session.quote.totals, 'total'));

  test('two sessions for the last unit: one gets it, the other is told', async () => {
    const [first, second] = [
      await shop.ready({ 'ALD-LAST': 1 }),
      await shop.ready({ 'ALD-LAST': 1 }),
    ];
    const answers = await Promise.all([complete(first), complete(second)]);
    const [won, lost] = answers.sort((a, b) => a.status - b.status);
    assert.equal(ok(won).status, 'completed');
    const error = refused(lost, 409, 'out_of_stock', 'line_items[0].quantity');
    assert.equal(error.limit, 0);
    assert.equal((await shop.orders()).length, 1);
    assert.equal(await shop.stock('ALD-LAST'), 0);
  });

  test('a purchase that fails at one seller takes nothing from the others', async () => {
    const session = await shop.ready({ 'BIR-SAW': 2, 'CLO-PLANT': 3, 'ALD-BOARD': 500 });
    await shop.buy({ 'ALD-BOARD': 1 });
    const earlier = await shop.orders();
    const error = refused(await complete(session), 409, 'out_of_stock', 'line_items[2].quantity');
    assert.equal(error.limit, 499);
    assert.equal(await shop.stock('BIR-SAW'), 40);
    assert.equal(await shop.stock('CLO-PLANT'), 700);
    assert.deepEqual(await shop.orders(), earlier);
    const now = ok(await shop.customer.read(session));
    assert.equal(now.status, 'incomplete');
    const message = now.messages.find(({ code }) => code === 'out_of_stock');
    assert.deepEqual([message.path, message.limit], ['line_items[2].quantity', 499]);
  });

  test('sixty customers after forty saws: forty get one', async () => {
    const sessions = [];
    for (let i = 0; i < 60; ++i) sessions.push(await shop.ready({ 'BIR-SAW': 1 }));
    const answers = await Promise.all(sessions.map(complete));
    assert.equal(answers.filter(({ status }) => status === 200).length, 40);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      refused(answer, 409, 'out_of_stock', 'line_items[0].quantity');
    }
    assert.equal(await shop.stock('BIR-SAW'), 0);
  });

  test('a rejected order gives its stock back, once', async () => {
    const left = await shop.stock('ALD-BOARD');
    const { order } = await shop.buy({ 'ALD-BOARD': 3, 'CLO-SEED': 2, 'CLO-PLANT': 1 });
    const { orders } = ok(await shop.customer.order(order.url));
    const idOf = (name) => orders.find(({ seller_id }) => seller_id === shop.sellers[name].id).id;
    const reject = (name) =>
      shop.seller(name, 'POST', `/${idOf(name)}/reject`, { reason: 'Storm damage.' });
    assert.equal(await shop.stock('ALD-BOARD'), left - 3);
    const plants = await shop.stock('CLO-PLANT');
    for (let times = 0; times < 3; ++times) ok(await reject('alder'));
    await Promise.all([reject('alder'), reject('alder')]);
    assert.equal(await shop.stock('ALD-BOARD'), left);
    // The other seller's part stands.
    assert.equal(await shop.stock('CLO-PLANT'), plants);
    ok(await reject('clover'));
    assert.equal(await shop.stock('CLO-PLANT'), plants + 1);
    assert.equal(await shop.stock('CLO-SEED'), null);
    await published(shop, (all) => all['ALD-BOARD'].stock === left);
  });

  test('the catalogue shows the new stock within three seconds, at a new address', async () => {
    const { catalog_url: earlier } = await manifestOf(shop);
    const left = (await shop.stock('CLO-PLANT')) - 5;
    await shop.buy({ 'CLO-PLANT': 5 });
    const isNew = (all) => all['CLO-PLANT'].stock === left && all['BIR-SAW'].stock === 0;
    await published(shop, isNew);
    // The server itself knows before the next file is written.
    const { catalog_url } = await until(
      async () => {
        const manifest = await manifestOf(shop);
        return manifest.catalog_url === earlier ? null : manifest;
      },
      3000,
      () => 'the next catalogue',
    );
    assert.equal((await shop.send('GET', new URL(catalog_url).pathname)).status, 200);
    // Pages that are open still have the old one.
    assert.equal((await shop.send('GET', new URL(earlier).pathname)).status, 200);
  });

  test('an import brings new stock, and the same offers keep their ids', async () => {
    const goods = alderGoods.map((row) => ({
      ...row,
      availability: 'in_stock',
      inventory_quantity: 11,
    }));
    await shop.vitrine('import', '--seller', shop.sellers.alder.id, shop.feed('more', goods));
    const offers = await published(shop, (all) => all['ALD-OUT'].stock === 11);
    for (const { id: sku } of alderGoods) assert.equal(offers[sku].id, shop.offers[sku].id);
    await shop.buy({ 'ALD-OUT': 11 });
    assert.equal(await shop.stock('ALD-OUT'), 0);
  });
});
