// What sellers' programs change of their catalogue: prices and stocks, one or many, and whole feeds.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ok, refused } from './client.mjs';
import { openShop, published } from './shop.mjs';

describe("a seller's catalogue over HTTP", { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());
  const post = (path, body, name = 'birch') =>
    shop.send('POST', `/v1/seller/${path}`, {
      body,
      headers: { authorization: `Bearer ${shop.sellers[name]?.api_key}` },
      timeout: 120_000, // ten thousand rows under sanitizers
    });

  const importFeed = (feed, query = '', name = 'birch') =>
    shop.send('POST', `/v1/seller/imports${query}`, {
      body: feed,
      headers: {
        authorization: `Bearer ${shop.sellers[name]?.api_key}`,
        'content-type': 'text/csv',
      },
      timeout: 120_000,
    });

  test('one offer gets another price and stock within two seconds, in the shop and at checkout', async () => {
    assert.deepEqual(ok(await post('offers/BIR-SCREW', { price: 1234, stock: 3 })), { changed: 1 });
    const started = Date.now();
    const offers = await published(shop, (all) => all['BIR-SCREW'].price === 1234);
    assert.ok(Date.now() - started < 2000);
    assert.equal(offers['BIR-SCREW'].stock, 3);
    assert.equal(await shop.stock('BIR-SCREW'), 3);
    assert.deepEqual(ok(await post('offers/BIR-SCREW', { stock: 3 })), { changed: 0 });
  });

  test('an update names what it changes, and leaves the rest', async () => {
    ok(await post('offers/BIR-SCREW', { stock: 8 }));
    const offers = await published(shop, (all) => all['BIR-SCREW'].stock === 8);
    assert.equal(offers['BIR-SCREW'].price, 1234);
    refused(await post('offers/BIR-SCREW', {}), 422, 'missing_field', 'price');
    refused(await post('offers/BIR-SCREW', { price: -1 }), 422, 'out_of_range', 'price');
    refused(await post('offers/BIR-SCREW', { stock: -1 }), 422, 'out_of_range', 'stock');
    refused(await post('offers/BIR-SCREW', { price: 1.5 }), 422, 'wrong_kind', 'price');
    refused(await post('offers/BIR-SCREW', { sku: 'x', price: 1 }), 422, 'unknown_field', 'sku');
  });

  test("another seller's offers are not there", async () => {
    refused(await post('offers/ALD-BOARD', { price: 1 }), 422, 'unknown_offer', 'sku');
    refused(
      await post('offers/BIR-SCREW', { price: 1 }, 'nobody'),
      401,
      'unauthorized',
      'authorization',
    );
    const none = { offers: [] };
    refused(await post('offers', none, 'nobody'), 401, 'unauthorized', 'authorization');
    refused(await importFeed('x', '', 'nobody'), 401, 'unauthorized', 'authorization');
  });

  const many = (count) =>
    Array.from({ length: count }, (_, index) => ({
      sku: `MANY-${index}`,
      price: 100 + index,
      stock: index,
    }));

  test('a feed is imported as by the command line, and its report says the same', async () => {
    const rows = many(10_000).map(({ sku }) => `${sku},Nail ${sku},1.00 EUR,in_stock`);
    const feed = ['id,title,price,availability', ...rows].join('\n');
    const tried = ok(await importFeed(feed, '?dry_run=true'));
    assert.deepEqual([tried.added, tried.kept, tried.changes.length], [10_000, false, 1000]);
    const report = ok(await importFeed(feed));
    assert.deepEqual([report.rows, report.added, report.kept], [10_000, 10_000, true]);
    assert.equal(ok(await importFeed(feed)).unchanged, 10_000);
    const bad = ok(await importFeed(feed.replace('1.00 EUR', '1 EURO')));
    assert.deepEqual([bad.kept, bad.errors[0].line, bad.errors[0].field], [false, 2, 'price']);
    refused(await importFeed(feed, '?format=excel'), 422, 'invalid_format', 'format');
    refused(await importFeed(feed, '?dry_run=1'), 422, 'invalid_format', 'dry_run');
    refused(await importFeed(''), 422, 'missing_field', 'body');
  });

  test('a feed over HTTP reaches no file of the server', async () => {
    const feed = `id,title,price,availability,image_link\nX,X,1 EUR,in_stock,../../data/vitrine.sqlite`;
    assert.equal(ok(await importFeed(feed)).errors[0].field, 'image_link');
    const own = feed.replace('../../data/vitrine.sqlite', 'birch.jsonl');
    assert.equal(ok(await importFeed(own)).kept, false);
  });

  test('10,000 offers change in one request, all or none', async () => {
    assert.deepEqual(ok(await post('offers', { offers: many(10_000) })), { changed: 10_000 });
    const wrong = many(10_000);
    wrong[9_999].sku = 'MANY-X';
    wrong[0].price = 1;
    refused(await post('offers', { offers: wrong }), 422, 'unknown_offer', 'offers[9999].sku');
    assert.deepEqual(ok(await post('offers/MANY-0', { price: 100 })), { changed: 0 });
  });

  test('more than 10,000 offers, and one twice, are refused', async () => {
    refused(await post('offers', { offers: many(10_001) }), 413, 'too_large', 'offers');
    const twice = [...many(2), ...many(1)];
    refused(await post('offers', { offers: twice }), 422, 'duplicate_offer', 'offers[2].sku');
    const endless = { offers: [{ sku: 'x'.repeat(5_000_000), price: 1 }] };
    refused(await post('offers', endless), 413, 'too_large', 'body');
    refused(await post('offers/BIR-SCREW', endless), 413, 'too_large', 'body');
  });

  test('the operator splits a product and joins it again', async () => {
    const list = async (...more) =>
      JSON.parse(await shop.vitrine('product', 'list', '--json', ...more));
    const [product] = await list('--title', 'Nail MANY-7');
    const other = (await list('--title', 'Nail MANY-8'))[0];
    await shop.vitrine('product', 'join', other.id, '--into', product.id);
    const joined = (await list()).find(({ id }) => id === product.id);
    const offers = joined.variants.flatMap((variant) => variant.offers);
    assert.deepEqual(offers.map(({ sku }) => sku).sort(), ['MANY-7', 'MANY-8']);
    const { id } = JSON.parse(await shop.vitrine('product', 'split', offers[1].id));
    const split = (await list()).find((each) => each.id === id);
    assert.equal(split.variants[0].offers[0].id, offers[1].id);
    assert.match(await shop.vitrine('product', 'list'), new RegExp(`^${id}  Nail`, 'm'));
    assert.equal((await shop.command('product', 'split', 'off_x')).code, 1);
    assert.equal((await shop.command('product', 'join', id, '--into', id)).code, 1);
  });
});
