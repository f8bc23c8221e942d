// The same request sent again is one request: a customer who presses twice, a page that retries.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { amount, ok, refused, sendRaw } from './client.mjs';
import { address, buyer } from './goods.mjs';
import { openShop } from './shop.mjs';

describe('idempotency', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());
  const totalOf = (session) => amount(session.quote.totals, 'total');

  test('each request that changes something needs a key of 1 to 255 characters', async () => {
    const session = await shop.ready({ 'CLO-SEED': 1 });
    const { customer, site_id } = shop;
    const create = { site_id, line_items: shop.line_items({ 'CLO-SEED': 1 }) };
    for (const key of [null, '', 'k'.repeat(256)]) {
      for (const answer of [
        await customer.create(create, { key }),
        await customer.update(session, { buyer }, { key }),
        await customer.complete(session, totalOf(session), { key }),
        await customer.cancel(session, { key }),
      ]) {
        refused(answer, 400, 'idempotency_key_missing', 'Idempotency-Key');
      }
    }
    const { secret, ...state } = session;
    assert.deepEqual(ok(await customer.read(session)), state);
    assert.ok(secret);
    ok(await customer.create(create, { key: 'k'.repeat(255) }));
  });

  test('the same key and body give the same bytes and one order', async () => {
    const earlier = (await shop.orders()).length;
    const session = await shop.ready({ 'BIR-SCREW': 1 });
    const key = randomUUID();
    const first = await shop.customer.complete(session, totalOf(session), { key });
    assert.equal(ok(first).status, 'completed');
    for (let i = 0; i < 3; ++i) {
      const again = await shop.customer.complete(session, totalOf(session), { key });
      assert.equal(again.status, 200);
      assert.deepEqual(again.bytes, first.bytes);
    }
    assert.equal((await shop.orders()).length, earlier + 1);
    const other = await shop.customer.complete(session, totalOf(session));
    refused(other, 409, 'session_closed', 'id');
  });

  test('the same create gives the same session with the same secret', async () => {
    const body = { site_id: shop.site_id, line_items: shop.line_items({ 'CLO-SEED': 2 }) };
    const key = randomUUID();
    const first = await shop.customer.create(body, { key });
    const again = await shop.customer.create(body, { key });
    assert.deepEqual(again.bytes, first.bytes);
    const other = await shop.customer.create(body);
    assert.notEqual(ok(other).id, ok(first).id);
  });

  test('a late repetition of an update does not undo a newer one', async () => {
    const session = await shop.session({ 'CLO-SEED': 1 });
    const key = randomUUID();
    const two = { line_items: shop.line_items({ 'CLO-SEED': 2 }) };
    ok(await shop.customer.update(session, two, { key }));
    ok(await shop.customer.update(session, { line_items: shop.line_items({ 'CLO-SEED': 7 }) }));
    ok(await shop.customer.update(session, two, { key }));
    assert.equal(ok(await shop.customer.read(session)).quote.line_items[0].quantity, 7);
  });

  test('the same key with another body is refused and does nothing', async () => {
    const session = await shop.ready({ 'CLO-SEED': 1 });
    const key = randomUUID();
    ok(await shop.customer.update(session, { buyer }, { key }));
    const answer = await shop.customer.update(
      session,
      { payment_method: 'pay_on_delivery' },
      { key },
    );
    refused(answer, 422, 'idempotency_mismatch', 'Idempotency-Key');
    assert.equal(ok(await shop.customer.read(session)).payment_method, 'invoice');
  });

  test('a key or a name that is no text in UTF-8 is refused before the store sees it', async () => {
    const session = await shop.ready({ 'CLO-SEED': 1 });
    const body = `{"total":${totalOf(session)}}`;
    const request = [
      `POST /v1/checkout_sessions/${session.id}/complete HTTP/1.1`,
      `Host: ${new URL(shop.url).host}`,
      `Authorization: Bearer ${session.secret}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      'Idempotency-Key: k\xff',
      'Connection: close',
    ];
    const bytes = Buffer.from(`${request.join('\r\n')}\r\n\r\n${body}`, 'latin1');
    assert.match(await sendRaw(shop.url, bytes), /^HTTP\/1.1 422 [^]*"invalid_format"/);
    for (const name of ['%FF', 'a%00b', '%C3%28']) {
      refused(await shop.send('GET', `/v1/orders/${name}`), 404, 'not_found', 'path');
    }
    const authorization = `Bearer ${shop.sellers.alder.api_key}`;
    const inbox = await shop.send('GET', '/v1/seller/orders?after=%FF', {
      headers: { authorization },
    });
    refused(inbox, 404, 'not_found', 'path');
  });

  test('a key that another session used is free for this one', async () => {
    const key = randomUUID();
    for (let i = 0; i < 2; ++i) {
      const session = await shop.ready({ 'CLO-SEED': 1 });
      ok(await shop.customer.complete(session, totalOf(session), { key }));
    }
  });

  test("a kept answer is not told to who does not have the session's secret", async () => {
    const session = await shop.ready({ 'CLO-SEED': 1 });
    const key = randomUUID();
    ok(await shop.customer.complete(session, totalOf(session), { key }));
    for (const secret of [undefined, 'cs_secret_wrong']) {
      const answer = await shop.customer.complete({ ...session, secret }, totalOf(session), {
        key,
      });
      assert.ok(answer.status === 404 || answer.status === 422, answer.text);
      assert.ok(!answer.text.includes('/orders/'));
    }
  });

  test('a refused request may be sent again with its key once it can be done', async () => {
    const session = await shop.session({ 'CLO-SEED': 1 });
    const key = randomUUID();
    const total = totalOf(session);
    refused(
      await shop.customer.complete(session, total, { key }),
      409,
      'session_incomplete',
      'buyer',
    );
    const filled = { buyer, payment_method: 'invoice', address };
    ok(await shop.customer.update(session, filled));
    ok(await shop.customer.complete(session, total, { key }));
  });

  test('twenty equal completes at the same time place one order group', async () => {
    for (let round = 0; round < 3; ++round) {
      const earlier = await shop.orders();
      const session = await shop.ready({ 'BIR-SCREW': 1, 'ALD-BOARD': 1, 'CLO-PLANT': 1 });
      const stock = await shop.stock('CLO-PLANT');
      const key = randomUUID();
      const complete = () => shop.customer.complete(session, totalOf(session), { key });
      const answers = await Promise.all(Array.from({ length: 20 }, complete));
      const bodies = new Set();
      for (let answer of answers) {
        while (answer.status !== 200) {
          refused(answer, 409, 'idempotency_in_flight', 'Idempotency-Key');
          assert.match(answer.headers['retry-after'], /^[1-9]\d*$/);
          await pause(10);
          answer = await complete();
        }
        bodies.add(answer.text);
      }
      assert.equal(bodies.size, 1);
      const placed = (await shop.orders()).slice(earlier.length);
      assert.equal(placed.length, 3);
      assert.equal(new Set(placed.map(({ order_group_id }) => order_group_id)).size, 1);
      assert.equal(await shop.stock('CLO-PLANT'), stock - 1);
    }
  });

  test('twenty completes with keys of their own place one order group too', async () => {
    const earlier = await shop.orders();
    const session = await shop.ready({ 'BIR-SCREW': 1 });
    const complete = () => shop.customer.complete(session, totalOf(session));
    const answers = await Promise.all(Array.from({ length: 20 }, complete));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    for (const answer of answers.filter(({ status }) => status !== 200)) {
      refused(answer, 409, 'session_closed', 'id');
    }
    assert.equal((await shop.orders()).length, earlier.length + 1);
  });
});
