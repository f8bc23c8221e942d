// Customers take orders back, as long as their sellers have not taken them on.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { amount, ok, refused, send } from './client.mjs';
import { buyer } from './goods.mjs';
import { receiver, until } from './receiver.mjs';
import { openShop } from './shop.mjs';
import { sink } from './sink.mjs';

const wanted = { 'ALD-BOARD': 2, 'BIR-SCREW': 1, 'CLO-PLANT': 1 };

describe('an order', { timeout: 300_000 }, () => {
  let shop;
  let smtp;
  let endpoint;
  before(async () => {
    smtp = await sink();
    endpoint = await receiver();
    shop = await openShop({
      endpoints: { clover: endpoint.url },
      serve: [
        ...['--smtp-url', smtp.url, '--mail-from', 'orders@shop.example'],
        ...['--allow-insecure-smtp', '--retry-seconds', '600'],
      ],
    });
  });
  after(async () => {
    await shop?.stop();
    await smtp?.close();
    await endpoint?.close();
  });
  beforeEach(() => (endpoint.mode = 'take'));

  const cancel = (url, order_id, key = randomUUID()) =>
    shop.send('POST', `/v1/orders/${url.slice(url.lastIndexOf('/') + 1)}/cancel`, {
      body: order_id ? { order_id } : {},
      headers: { 'idempotency-key': key },
    });
  const buy = async (goods = wanted) => {
    const email = `${randomUUID()}@customer.example`;
    const { order } = await shop.buy(goods, { buyer: { ...buyer, email } });
    const group = await groupOf(order.url);
    const part = (name) => group.orders.find((one) => one.seller_id === shop.sellers[name].id);
    return { url: order.url, email, group, part };
  };
  const groupOf = async (url) => ok(await shop.customer.order(url));
  const statuses = ({ orders }) => orders.map(({ status }) => status);
  const transfersOf = async (id) =>
    (await shop.vitrine('ledger', 'show', '--order', id))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const messagesOf = (id) =>
    endpoint.deliveries.filter(({ event }) => event.data.id === id).map(({ event }) => event.type);

  /** A purchase whose seller's endpoint was tried, once the outcome is written down. */
  const attempted = async () => {
    const bought = await buy({ 'CLO-PLANT': 1 });
    const { id } = bought.part('clover');
    const attempt = () => endpoint.deliveries.find(({ event }) => event.data.id === id);
    await until(
      () => {
        const webhook = attempt()?.headers['webhook-id'];
        return (
          webhook &&
          shop.lines.some((line) => /"event":"delivery"/.test(line) && line.includes(webhook))
        );
      },
      5000,
      () => 'the attempt, written down',
    );
    return { ...bought, id };
  };

  test('is cancelled in part: stock, shares and totals are as if it had not been', async () => {
    const left = await shop.stock('ALD-BOARD');
    const { url, part, group } = await buy();
    const alder = part('alder');
    assert.equal(await shop.stock('ALD-BOARD'), left - 2);
    const now = ok(await cancel(url, alder.id));
    assert.deepEqual(now, await groupOf(url));
    const cancelled = now.orders.find(({ id }) => id === alder.id);
    assert.equal(cancelled.status, 'cancelled');
    assert.equal(cancelled.history.at(-1).status, 'cancelled');
    assert.equal(await shop.stock('ALD-BOARD'), left);
    assert.equal(
      amount(now.totals, 'total'),
      amount(group.totals, 'total') - amount(alder.totals, 'total'),
    );
    assert.equal(now.agreed_total, group.agreed_total);
    const transfers = await transfersOf(alder.id);
    assert.deepEqual(
      transfers.map(({ kind }) => kind),
      ['sale', 'cancellation'],
    );
    const sums = {};
    for (const { account, amount } of transfers.flatMap(({ entries }) => entries))
      sums[account] = (sums[account] ?? 0) + amount;
    assert.ok(Object.values(sums).every((sum) => sum === 0));
    await shop.vitrine('ledger', 'verify');
    // Once more changes nothing, nor does the same key.
    ok(await cancel(url, alder.id));
    assert.equal(await shop.stock('ALD-BOARD'), left);
    assert.equal((await transfersOf(alder.id)).length, 2);
    const refund = await send(shop.url, 'POST', `/v1/seller/orders/${alder.id}/refund`, {
      body: { reason: 'test' },
      headers: {
        authorization: `Bearer ${shop.sellers.alder.api_key}`,
        'idempotency-key': randomUUID(),
      },
    });
    refused(refund, 409, 'invalid_transition', 'status');
  });

  test('is cancelled as a whole, or, once a seller has taken its part on, not at all', async () => {
    const first = await buy();
    assert.deepEqual(statuses(ok(await cancel(first.url))), Array(3).fill('cancelled'));
    ok(await cancel(first.url)); // nothing is left to cancel
    const second = await buy();
    ok(await shop.seller('birch', 'POST', `/${second.part('birch').id}/acknowledge`));
    refused(await cancel(second.url), 409, 'invalid_transition', 'status');
    assert.deepEqual(
      statuses(await groupOf(second.url)).filter((status) => status === 'cancelled'),
      [],
    );
    ok(await cancel(second.url, second.part('alder').id));
    const birch = await cancel(second.url, second.part('birch').id);
    refused(birch, 409, 'invalid_transition', 'status');
    const foreign = await cancel(second.url, first.part('alder').id);
    refused(foreign, 404, 'not_found', 'order_id');
    refused(await cancel('x/nobodys'), 404, 'not_found', 'token');
  });

  test('that is cancelled no seller can take on, send or reject', async () => {
    const { url, part } = await buy({ 'BIR-SCREW': 1 });
    ok(await cancel(url));
    for (const step of ['acknowledge', 'ship', 'reject']) {
      const body = step === 'acknowledge' ? undefined : step === 'ship' ? {} : { reason: 'late' };
      const answer = await shop.seller('birch', 'POST', `/${part('birch').id}/${step}`, body);
      refused(answer, 409, 'invalid_transition', 'status');
    }
    const inbox = ok(await shop.seller('birch', 'GET', `/${part('birch').id}`));
    assert.equal(inbox.status, 'cancelled');
  });

  test('both ways at the same time goes one way, and who lost is told', async () => {
    for (let round = 0; round < 12; ++round) {
      const { url, part } = await buy({ 'BIR-SCREW': 1 });
      const { id } = part('birch');
      const acknowledge = () => shop.seller('birch', 'POST', `/${id}/acknowledge`);
      const both = round % 2 ? [cancel(url), acknowledge()] : [acknowledge(), cancel(url)];
      const answers = await Promise.all(both);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
      const lost = answers.find(({ status }) => status === 409);
      refused(lost, 409, 'invalid_transition', 'status');
      const cancelled = (await transfersOf(id)).some(({ kind }) => kind === 'cancellation');
      const [status] = statuses(await groupOf(url));
      assert.equal(status, cancelled ? 'cancelled' : 'acknowledged');
    }
  });

  test('tells the seller’s endpoint of its end after its beginning', async () => {
    const { url, id } = await attempted();
    ok(await cancel(url));
    await until(
      () => messagesOf(id).length > 1,
      5000,
      () => 'its end',
    );
    assert.deepEqual(messagesOf(id), ['order.created', 'order.cancelled']);
    assert.equal(endpoint.deliveries.at(-1).event.data.status, 'cancelled');
  });

  test('that never reached the endpoint is only told as cancelled', async () => {
    const headers = { authorization: `Bearer ${shop.sellers.clover.api_key}` };
    const waiting = async () =>
      ok(await shop.send('GET', '/v1/seller/endpoint', { headers })).waiting;
    const others = await waiting(); // ends that attempts under way have delayed
    endpoint.mode = 'refuse';
    const { url, id } = await attempted();
    endpoint.mode = 'take';
    ok(await cancel(url));
    await until(
      () => messagesOf(id).length > 1,
      5000,
      () => 'its end',
    );
    assert.deepEqual(messagesOf(id), ['order.created', 'order.cancelled']);
    await until(
      async () => (await waiting()) <= others,
      5000,
      () => 'nothing left of it in the line',
    );
  });

  test('is confirmed as cancelled by e-mail, to the customer and to the seller', async () => {
    const before = smtp.taken('counter@birch.example').length;
    const { url, email } = await buy({ 'ALD-BOARD': 1, 'BIR-SCREW': 1 });
    ok(await cancel(url));
    const mails = await smtp.wait(email, 2);
    const mail = mails.find(({ subject }) => subject === 'Your order is cancelled.');
    assert.match(mail.text, /You do not pay for it\./);
    assert.match(mail.text, /Total: €0\.00/);
    const told = await smtp.wait('counter@birch.example', before + 2);
    assert.ok(told.some(({ subject }) => /^Order ord_\w+ was cancelled$/.test(subject)));
  });

  test('ends with its cancellation: its customer can be erased', async () => {
    const { url, email } = await buy({ 'ALD-BOARD': 1 });
    ok(await cancel(url));
    const erased = JSON.parse(await shop.vitrine('customer', 'erase', '--email', email));
    assert.equal(erased.erased.length, 1);
    assert.ok((await groupOf(url)).personal_data_erased_at);
  });
});

describe('an order’s state', { timeout: 120_000 }, () => {
  let shop;
  before(async () => (shop = await openShop()));
  after(() => shop?.stop());
  const stateOf = (key) => shop.send('GET', `/v1/order_states/${key}`);

  test('is told by its key or its link, and names nothing of the customer', async () => {
    const { order } = await shop.buy(wanted);
    const { id, orders } = ok(await shop.customer.order(order.url));
    const answer = await stateOf(order.state_key);
    const state = ok(answer);
    assert.equal(state.id, id);
    assert.deepEqual(
      state.orders.map(({ id, status }) => [id, status]),
      orders.map(({ id, status }) => [id, status]),
    );
    const token = order.url.slice(order.url.lastIndexOf('/') + 1);
    assert.deepEqual(ok(await stateOf(token)), state);
    const alder = orders.find(({ seller_id }) => seller_id === shop.sellers.alder.id);
    const rejection = { reason: `Not for ${buyer.name}` };
    ok(await shop.seller('alder', 'POST', `/${alder.id}/reject`, rejection));
    const { text } = await stateOf(order.state_key);
    for (const secret of [...Object.values(buyer), token, 'line1', 'address', 'tracking_number'])
      assert.ok(!text.includes(secret), secret);
    assert.ok(text.includes('"rejected"'));
  });

  test('opens with the key alone, and the key opens nothing else', async () => {
    const { order } = await shop.buy({ 'BIR-SCREW': 1 });
    const [id, mac] = order.state_key.split('.');
    for (const wrong of [id, `${id}.`, `${id}.${mac.slice(1)}`, `og_1.${mac}`, `${id}.${mac}A`])
      refused(await stateOf(wrong), 404, 'not_found', 'key');
    const link = (key) => `x/${key}`;
    refused(await shop.customer.order(link(order.state_key)), 404, 'not_found', 'token');
    refused(await shop.customer.order(link(mac)), 404, 'not_found', 'token');
    const cancel = await shop.send('POST', `/v1/orders/${order.state_key}/cancel`, {
      body: {},
      headers: { 'idempotency-key': randomUUID() },
    });
    refused(cancel, 404, 'not_found', 'token');
  });
});
