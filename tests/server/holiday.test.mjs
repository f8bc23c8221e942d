// Holidays of sellers: nobody can order from who is away, and everybody is told when they are back.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ok, refused } from './client.mjs';
import { until } from './receiver.mjs';
import { manifestOf, openShop, published } from './shop.mjs';

const dayIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a seller’s holiday', { timeout: 120_000 }, () => {
  let shop;
  before(async () => (shop = await openShop()));
  after(() => shop?.stop());

  const call = (method, body) =>
    shop.send(method, '/v1/seller/holiday', {
      body,
      headers: { authorization: `Bearer ${shop.sellers.birch.api_key}` },
    });
  const set = async (from, back_on) => ok(await call('POST', { holiday: { from, back_on } }));
  const card = async () =>
    (await manifestOf(shop)).sellers.find(({ id }) => id === shop.sellers.birch.id);
  const begin = (sku) =>
    shop.customer.create({ site_id: shop.site_id, line_items: shop.line_items({ [sku]: 1 }) });

  test('is refused where it does not hold together', async () => {
    const attempt = (from, back_on = '') => call('POST', { holiday: { from, back_on } });
    for (const from of ['', 'soon', '2026-13-01', '2026-2-1'])
      refused(await attempt(from), 422, 'invalid_format', 'holiday.from');
    refused(await attempt(dayIn(1), 'later'), 422, 'invalid_format', 'holiday.back_on');
    refused(await attempt(dayIn(3), dayIn(3)), 422, 'out_of_range', 'holiday.back_on');
    refused(await attempt(dayIn(-9), dayIn(0)), 422, 'out_of_range', 'holiday.back_on');
    assert.deepEqual(ok(await call('GET')), { away: false });
  });

  test('that is to come changes nothing yet', async () => {
    const state = await set(dayIn(2), dayIn(9));
    assert.deepEqual(state, { holiday: { from: dayIn(2), back_on: dayIn(9) }, away: false });
    ok(await begin('BIR-SCREW'));
  });

  test('takes the goods of this seller out of sale at once, and of no other', async () => {
    const open = await shop.ready({ 'BIR-SCREW': 1 });
    assert.equal((await set(dayIn(0), dayIn(9))).away, true);
    assert.equal(
      refused(await begin('BIR-SCREW'), 409, 'out_of_stock', 'line_items[0].quantity').limit,
      0,
    );
    const total = open.quote.totals.find(({ type }) => type === 'total').amount;
    const late = await shop.customer.complete(open, total);
    assert.equal(late.status, 409, late.text);
    ok(await begin('ALD-BOARD'));
    await published(shop, (offers) => offers['BIR-SCREW'].stock === 0);
    const { back_on } = await until(
      async () => ((await card()).back_on ? card() : null),
      5000,
      () => 'the day of return',
    );
    assert.equal(back_on, dayIn(9));
    assert.equal((await manifestOf(shop)).sellers.filter((each) => each.back_on).length, 1);
  });

  test('leaves the stock that the seller has as it is', async () => {
    const { offers } = ok(
      await shop.send('GET', '/v1/seller/offers?search=BIR-SCREW', {
        headers: { authorization: `Bearer ${shop.sellers.birch.api_key}` },
      }),
    );
    assert.equal(offers[0].stock, 900);
  });

  test('lasts until further notice where no day is named, and ends when it is ended', async () => {
    assert.equal((await set(dayIn(-1), '')).away, true);
    await until(
      async () => (await card()).back_on === '',
      5000,
      () => 'no day of return',
    );
    assert.deepEqual(ok(await call('POST', {})), { away: false });
    ok(await begin('BIR-SCREW'));
    await published(shop, (offers) => offers['BIR-SCREW'].stock > 0);
    await until(
      async () => !('back_on' in (await card())),
      5000,
      () => 'nobody away',
    );
  });
});
