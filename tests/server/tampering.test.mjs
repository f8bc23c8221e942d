// A page that lies: prices, totals and deliveries that it sends are refused, and nothing of them is stored.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { amount, ok, refused } from './client.mjs';
import { openShop } from './shop.mjs';

describe('a page that lies', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());
  const stateOf = async (session) => (await shop.customer.read(session)).text;

  test('a price, a total or a delivery of its own is an unknown field', async () => {
    const [line] = shop.line_items({ 'ALD-BOARD': 1 });
    const base = { site_id: shop.site_id, line_items: [line] };
    const lies = (key, value) => ({ ...base, line_items: [{ ...line, [key]: value }] });
    for (const [path, body] of [
      ['line_items[0].price', lies('price', 1)],
      ['line_items[0].unit_price', lies('unit_price', 1)],
      ['line_items[0].subtotal', lies('subtotal', 1)],
      ['line_items[0].total', lies('total', 1)],
      ['line_items[0].shipping', lies('shipping', 0)],
      ['line_items[0].tax', lies('tax', 0)],
      ['line_items[0].seller_id', lies('seller_id', 'sel_x')],
      ['total', { ...base, total: 1 }],
      ['totals', { ...base, totals: [{ type: 'total', amount: 1 }] }],
      ['quote', { ...base, quote: {} }],
      ['discount', { ...base, discount: 100 }],
      ['__proto__', JSON.stringify(base).replace('{', '{"__proto__":1,')],
    ]) {
      refused(await shop.customer.create(body), 422, 'unknown_field', path);
    }
    assert.deepEqual(await shop.orders(), []);
  });

  test('the same in an update leaves the checkout as it was', async () => {
    const session = await shop.ready({ 'ALD-BOARD': 1 });
    const earlier = await stateOf(session);
    const [line] = shop.line_items({ 'ALD-BOARD': 3 });
    const { update } = shop.customer;
    const group_id = session.quote.sellers[0].groups[0].id;
    for (const [path, body] of [
      ['line_items[0].price', { line_items: [{ ...line, price: 1 }] }],
      ['totals', { line_items: [line], totals: [] }],
      ['status', { status: 'completed' }],
      ['secret', { secret: 'cs_secret_mine' }],
      ['site_id', { site_id: 'site_other' }],
      ['expires_at', { expires_at: '2099-01-01T00:00:00Z' }],
      [
        'selected_options[0].amount',
        { selected_options: [{ group_id, option_id: 'lorry', amount: 0 }] },
      ],
    ]) {
      refused(await update(session, body), 422, 'unknown_field', path);
    }
    assert.equal(await stateOf(session), earlier);
  });

  test('an order for another total than the true one is not placed', async () => {
    const session = await shop.ready({ 'ALD-BOARD': 1, 'CLO-PLANT': 2 });
    const earlier = await stateOf(session);
    const total = amount(session.quote.totals, 'total');
    for (const lie of [0, 1, total - 1, total + 1, -total, Number.MAX_SAFE_INTEGER]) {
      refused(await shop.customer.complete(session, lie), 409, 'total_changed', 'total');
    }
    assert.equal(await stateOf(session), earlier);
    assert.deepEqual(await shop.orders(), []);
    assert.equal(await shop.stock('CLO-PLANT'), 700);
  });

  test('a price that rises between the look and the click is asked about again', async () => {
    const session = await shop.ready({ 'BIR-SAW': 1 });
    const agreed = amount(session.quote.totals, 'total');
    const dearer = { id: 'BIR-SAW', title: 'Pull saw canary-birch', price: '39.50 EUR' };
    const feed = shop.feed('dearer', [
      { ...dearer, availability: 'in_stock', inventory_quantity: 40, shipping_weight: '500 g' },
    ]);
    await shop.vitrine('import', '--seller', shop.sellers.birch.id, feed);
    refused(await shop.customer.complete(session, agreed), 409, 'total_changed', 'total');
    const now = ok(await shop.customer.read(session));
    assert.equal(amount(now.quote.totals, 'total'), agreed + 500);
    ok(await shop.customer.complete(session, agreed + 500));
  });

  test("options that are not the parcel's own are refused", async () => {
    const session = await shop.ready({ 'ALD-BOARD': 1, 'BIR-SCREW': 1 });
    const earlier = await stateOf(session);
    const [alder, birch] = session.quote.sellers.map(({ groups }) => groups[0].id);
    for (const [group_id, option_id] of [
      [alder, 'express'],
      [alder, 'parcel'],
      [birch, 'lorry'],
      [birch, 'free'],
      [birch, ''],
      ['sel_x/parcel', 'parcel'],
      [`${shop.sellers.clover.id}/letter`, 'letter'],
    ]) {
      const answer = await shop.customer.update(session, {
        selected_options: [{ group_id, option_id }],
      });
      refused(answer, 422, 'unknown_option', 'selected_options[0].option_id');
    }
    assert.equal(await stateOf(session), earlier);
  });

  test("another session's secret opens nothing", async () => {
    const mine = await shop.ready({ 'CLO-SEED': 1 });
    const theirs = await shop.ready({ 'CLO-SEED': 3 });
    const earlier = await stateOf(theirs);
    const { customer } = shop;
    for (const secret of [mine.secret, undefined, '', 'cs_secret_', theirs.secret.slice(0, -1)]) {
      const session = { id: theirs.id, secret };
      for (const answer of [
        await customer.read(session),
        await customer.update(session, { line_items: shop.line_items({ 'CLO-SEED': 9 }) }),
        await customer.complete(session, amount(theirs.quote.totals, 'total')),
        await customer.cancel(session),
      ]) {
        refused(answer, 404, 'not_found', 'id');
      }
    }
    assert.equal(await stateOf(theirs), earlier);
  });

  test('the secret is told once and order links do not follow from ids', async () => {
    const session = await shop.session({ 'CLO-SEED': 1 });
    assert.ok(!(await stateOf(session)).includes(session.secret));
    const { order } = await shop.buy({ 'CLO-SEED': 1 });
    refused(await shop.customer.order(`/${order.order_group_id}`), 404, 'not_found', 'token');
  });
});
