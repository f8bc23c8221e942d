// A completed checkout is told as it was completed, whatever has changed since.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { amount, ok, shopper } from './client.mjs';
import { oldStore } from './old-store.mjs';
import { openShop } from './shop.mjs';

describe('a completed checkout', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());

  test('is read, and answered again, as the customer was told', async () => {
    const session = await shop.ready({ 'BIR-SCREW': 2, 'CLO-PLANT': 1 });
    const key = randomUUID();
    const complete = () =>
      shop.customer.complete(session, amount(session.quote.totals, 'total'), { key });
    const first = await complete();
    assert.equal(ok(first).status, 'completed');
    const headers = { authorization: `Bearer ${shop.sellers.birch.api_key}` };
    const profile = ok(await shop.send('GET', '/v1/seller/profile', { headers }));
    profile.name = 'Birch Steel';
    ok(await shop.send('POST', '/v1/seller/profile', { headers, body: profile }));
    assert.deepEqual((await complete()).bytes, first.bytes);
    assert.deepEqual((await shop.customer.read(session)).bytes, first.bytes);
    const later = ok(await shop.customer.read(await shop.session({ 'BIR-SCREW': 1 })));
    assert.equal(later.sellers[0].name, 'Birch Steel');
  });
});

test(
  'a checkout completed in an older version is told as it was',
  { timeout: 60_000 },
  async (t) => {
    if (process.env.VITRINE_TEST_STORE) return t.skip('a file of SQLite');
    const { id, secret, told, url } = await oldStore(t);
    // Older versions knew neither notes nor wished days.
    assert.deepEqual(ok(await shopper(url).read({ id, secret })), {
      ...told,
      notes: [],
      appointments: [],
    });
  },
);
