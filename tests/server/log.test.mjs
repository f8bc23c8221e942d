// What the server writes: one JSON object a line, whatever it is sent, and nothing secret or personal.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { ok, send } from './client.mjs';
import { address, buyer } from './goods.mjs';
import { receiver } from './receiver.mjs';
import { openShop } from './shop.mjs';

describe('the log', { timeout: 300_000 }, () => {
  let shop;
  let endpoint;
  before(async () => {
    endpoint = await receiver();
    shop = await openShop({ endpoints: { alder: endpoint.url } });
  });
  after(async () => {
    await shop?.stop();
    await endpoint?.close();
  });

  /** What the server has written; the command line prints keys, and over several lines. */
  const logged = () => shop.lines.filter((line) => line.startsWith('{"'));

  test('has neither keys, secrets, tokens nor customers in it', async () => {
    const own = { ...buyer, email: `${randomUUID()}@canary.example`, name: 'Canary Quill' };
    const session = await shop.ready({ 'ALD-BOARD': 1 }, { buyer: own });
    const total = session.quote.totals.find(({ type }) => type === 'total').amount;
    const { order } = ok(await shop.customer.complete(session, total));
    await endpoint.wait(1);
    const { api_key, webhook_secret } = shop.sellers.alder;
    await shop.seller('alder', 'GET', '');
    await send(shop.url, 'GET', `/v1/orders/${'x'.repeat(40)}`, {
      headers: { authorization: `Bearer ${api_key}` },
    });
    await send(shop.url, 'POST', '/v1/checkout_sessions', { body: '{"buyer":"Canary Quill"' });
    const text = logged().join('\n');
    assert.match(text, /"event":"delivery"/);
    const secrets = [api_key, webhook_secret, session.secret, order.url.split('/').at(-1)];
    const personal = [own.email, own.name, address.line1];
    for (const canary of [...secrets, ...personal]) {
      assert.ok(canary.length > 3);
      assert.ok(!text.includes(canary), canary);
    }
  });

  test('is one JSON object a line, in ASCII, with time, level and event', async () => {
    const hostile = 'http://127.0.0.1:1/%0A%1B[31m?\u2028"}';
    await shop.command('seller', 'endpoint', '--seller', shop.sellers.birch.id, '--url', hostile);
    await send(shop.url, 'GET', '/%0a%1b%5b31m');
    const lines = logged();
    assert.ok(lines.length >= 2);
    for (const line of lines) {
      assert.match(line, /^[ -~]+$/);
      const { time, level, event } = JSON.parse(line);
      assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      assert.match(level, /^(info|warning|error)$/);
      assert.match(event, /^[a-z_]+$/);
    }
  });
});
