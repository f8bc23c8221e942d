// The books: every order, refund and payout is a balanced transfer, in a chain that a kill does not break.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ok, refused, send } from './client.mjs';
import { openShop } from './shop.mjs';

const today = () => new Date().toISOString().slice(0, 10);
const terms = () => ({ from: today(), rules: [{ commission_bp: 1250, per_unit: 7 }] });

/** A shop whose three sellers pay 12.5 % and 0.07 a unit, and whose operator takes 3 % and 0.10 an order. */
async function openBooks() {
  const shop = await openShop();
  const fee = { from: today(), fee_bp: 300, per_order: [{ amount: 10, currency: 'EUR' }] };
  await shop.vitrine('fee', '--publish', shop.write('fee.json', fee));
  const file = shop.write('terms.json', terms());
  for (const { id } of Object.values(shop.sellers))
    await shop.vitrine('seller', 'terms', '--seller', id, '--publish', file);
  return shop;
}

async function transfers(shop, ...args) {
  const text = await shop.vitrine('ledger', 'show', ...args);
  return text.trim() === ''
    ? []
    : text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
}

/** {account: balance}; every transfer, and so all of them, adds up to 0. */
function balances(list) {
  const sums = {};
  for (const { number, entries } of list) {
    assert.equal(
      entries.reduce((sum, { amount }) => sum + amount, 0),
      0,
      `transfer ${number}`,
    );
    for (const { account, amount } of entries) sums[account] = (sums[account] ?? 0) + amount;
  }
  return sums;
}

describe('the ledger', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openBooks();
  });
  after(() => shop?.stop());

  const ordersOf = async (wanted) => {
    const { order } = await shop.buy(wanted);
    return ok(await shop.customer.order(order.url)).orders;
  };
  const seller = (name, method, path, body, key = randomUUID()) =>
    send(shop.url, method, path, {
      body,
      headers: { authorization: `Bearer ${shop.sellers[name].api_key}`, 'idempotency-key': key },
    });
  const refund = (name, id, body, key) =>
    seller(name, 'POST', `/v1/seller/orders/${id}/refund`, { reason: 'test', ...body }, key);

  test('an order is booked from the customers to those who earn of it', async () => {
    const [order] = await ordersOf({ 'ALD-BOARD': 1 });
    const { shares, totals } = ok(await shop.seller('alder', 'GET', `/${order.id}`));
    const list = await transfers(shop, '--order', order.id);
    assert.deepEqual(
      list.map(({ kind }) => kind),
      ['sale'],
    );
    assert.deepEqual(balances(list), {
      customers: -totals.at(-1).amount,
      [shop.sellers.alder.id]: shares.split.seller,
      [shop.presenter.id]: shares.split.presenter,
      operator: shares.split.operator_fee,
    });
  });

  test('rejecting an order takes every share back exactly', async () => {
    const [order] = await ordersOf({ 'ALD-BOARD': 3 });
    ok(await shop.seller('alder', 'POST', `/${order.id}/reject`, { reason: 'gone' }));
    const list = await transfers(shop, '--order', order.id);
    assert.deepEqual(
      list.map(({ kind }) => kind),
      ['sale', 'rejection'],
    );
    for (const left of Object.values(balances(list))) assert.equal(left, 0);
    refused(await refund('alder', order.id), 409, 'invalid_transition', 'status');
  });

  test('what has been shipped is the seller’s to collect; it owes the others their shares', async () => {
    const [order] = await ordersOf({ 'BIR-SAW': 1 });
    const { shares } = ok(await shop.seller('birch', 'POST', `/${order.id}/ship`, {}));
    ok(await shop.seller('birch', 'POST', `/${order.id}/ship`, {})); // once
    const now = balances(await transfers(shop, '--order', order.id));
    assert.equal(now.customers, 0);
    assert.equal(now[shop.sellers.birch.id], -shares.split.presenter - shares.split.operator_fee);
  });

  test('refunds take shares back in proportion, never more than was charged, in the end all', async () => {
    const [order] = await ordersOf({ 'BIR-SAW': 2 });
    const { shares } = ok(await shop.seller('birch', 'POST', `/${order.id}/ship`, {}));
    const total = shares.total;
    const first = ok(await refund('birch', order.id, { amount: 1000 }));
    assert.equal(first.amount, 1000);
    const over = await refund('birch', order.id, { amount: total - 999 });
    assert.equal(refused(over, 409, 'refund_exceeds_charge', 'amount').limit, total - 1000);
    for (const amount of [0, -1])
      refused(await refund('birch', order.id, { amount }), 422, 'out_of_range', 'amount');
    const key = randomUUID();
    const rest = ok(await refund('birch', order.id, {}, key));
    assert.equal(rest.amount, total - 1000);
    assert.deepEqual(rest.left, { seller: 0, presenter: 0, operator_fee: 0 });
    // The same request again is answered, not done again; another one finds nothing left.
    assert.deepEqual(ok(await refund('birch', order.id, {}, key)), rest);
    refused(await refund('birch', order.id), 409, 'refund_exceeds_charge', 'amount');
    refused(await refund('birch', order.id, { amount: 1 }), 409, 'refund_exceeds_charge', 'amount');
    const list = await transfers(shop, '--order', order.id);
    for (const left of Object.values(balances(list))) assert.equal(left, 0);
    refused(await refund('alder', order.id), 404, 'not_found', 'id');
  });

  test('a payout is recorded, and none above what is owed', async () => {
    const { id } = shop.presenter;
    const owed = balances(await transfers(shop, '--account', id))[id];
    assert.ok(owed > 0);
    const pay = (amount, ...more) =>
      shop.command(
        ...['ledger', 'pay', '--from', shop.sellers.alder.id, '--to', id],
        ...['--amount', String(amount), '--currency', 'EUR', ...more],
      );
    const over = await pay(owed + 1);
    assert.equal(over.code, 1);
    assert.match(over.output, new RegExp(`payout_exceeds_balance at amount, the limit is ${owed}`));
    assert.equal((await pay(owed, '--note', '=HYPERLINK("x")')).code, 0);
    assert.equal((await pay(1)).code, 1);
    assert.equal(balances(await transfers(shop, '--account', id))[id], 0);
    const stranger = await shop.command(
      ...['ledger', 'pay', '--from', 'sel_x', '--to', id, '--amount', '1', '--currency', 'EUR'],
    );
    assert.match(stranger.output, /not_found at from/);
  });

  test('a month’s statement adds up, and its CSV holds no formula', async () => {
    const month = today().slice(0, 7);
    const { api_key } = shop.presenter;
    const answer = await send(shop.url, 'GET', `/v1/presenter/statements/${month}`, {
      headers: { authorization: `Bearer ${api_key}` },
    });
    const { currencies, csv } = ok(answer);
    const [{ opening, lines, closing }] = currencies;
    assert.equal(
      lines.reduce((sum, { amount }) => sum + amount, opening),
      closing,
    );
    assert.equal(closing, 0);
    assert.ok(csv.includes(`"'=HYPERLINK(""x"")"`));
    for (const row of csv.split('\r\n'))
      assert.doesNotMatch(row.replace(/,-\d+\.\d\d/g, ''), /(^|,)"?[=+@-]/);
    const printed = await shop.vitrine(
      ...['ledger', 'statement', '--party', shop.presenter.id, '--month', month, '--csv'],
    );
    assert.equal(printed, csv);
    refused(
      await seller('alder', 'GET', '/v1/seller/statements/2026-13'),
      422,
      'invalid_format',
      'month',
    );
    const next = ok(await seller('alder', 'GET', '/v1/seller/statements/2099-01')).currencies[0];
    assert.equal(next.opening, next.closing);
    assert.deepEqual(next.lines, []);
  });

  test('all accounts come to 0, and the chain is whole', async () => {
    const sums = Object.values(balances(await transfers(shop)));
    assert.ok(sums.some((sum) => sum !== 0));
    assert.equal(
      sums.reduce((a, b) => a + b, 0),
      0,
    );
    const [, head] = (await shop.vitrine('ledger', 'verify')).split('\n');
    await ordersOf({ 'CLO-SEED': 1 });
    await shop.vitrine('ledger', 'verify', '--expect', head);
    const other = await shop.command('ledger', 'verify', '--expect', 'f'.repeat(64));
    assert.equal(other.code, 1);
  });
});

describe('the ledger after kill -9', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openBooks();
  });
  after(() => shop?.stop());

  test('has exactly the orders that there are, and adds up to 0', async () => {
    for (let round = 0; round < 5; ++round) {
      let killed = false;
      let bought = 0;
      const customers = Array.from({ length: 4 }, async () => {
        while (!killed) {
          const purchase = await shop
            .buy({ 'ALD-BOARD': 1, 'BIR-SCREW': 2, 'CLO-SEED': 1 })
            .catch((error) => {
              if (!/ECONN|EPIPE|hang up/.test(`${error.code} ${error.message}`)) throw error;
            });
          if (!purchase) continue;
          ++bought;
          const { orders } = ok(await shop.customer.order(purchase.order.url));
          const { id } = orders.find(({ seller_id }) => seller_id === shop.sellers.birch.id);
          await shop.seller('birch', 'POST', `/${id}/reject`, { reason: 'no' }).catch(() => {});
        }
      });
      const settled = Promise.allSettled(customers);
      while (bought === 0) await pause(20);
      await pause(15 * round);
      killed = true;
      await shop.kill();
      await settled;
      await shop.start();
      await shop.vitrine('ledger', 'verify');
      const list = await transfers(shop);
      const sums = Object.values(balances(list));
      assert.equal(
        sums.reduce((a, b) => a + b, 0),
        0,
      );
      const orders = await shop.orders();
      const booked = (kind) =>
        list.filter((transfer) => transfer.kind === kind).map(({ order_id }) => order_id);
      assert.deepEqual(booked('sale').sort(), orders.map(({ id }) => id).sort());
      const rejected = orders.filter(({ status }) => status === 'rejected').map(({ id }) => id);
      assert.deepEqual(booked('rejection').sort(), rejected.sort());
    }
  });
});
