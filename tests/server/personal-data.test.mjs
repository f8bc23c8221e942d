// Who has bought is forgotten, what was bought is not: canaries in everything that a customer and a seller write, and
// a search for them in the raw database.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../../scripts/command.mjs';
import { amount, ok, refused } from './client.mjs';
import { receiver, until } from './receiver.mjs';
import { openShop } from './shop.mjs';

const wanted = { 'ALD-BOARD': 1, 'BIR-SCREW': 1, 'CLO-SEED': 1 };

describe('personal data', { timeout: 300_000 }, () => {
  let shop;
  let endpoint;
  before(async () => {
    endpoint = await receiver();
    shop = await openShop({
      endpoints: { alder: (await receiverOfAlder()).url, birch: endpoint.url },
      serve: ['--retry-seconds', '0.1'],
    });
  });
  after(async () => {
    await shop?.stop();
    await endpoint?.close();
    await alder?.close();
  });
  let alder;
  const receiverOfAlder = async () => (alder = await receiver());

  /** A customer whose every field is found by a search. */
  function canary() {
    const mark = () => randomUUID().slice(0, 13);
    const buyer = { name: `Quill ${mark()}`, email: `${mark()}@canary.example`, phone: mark() };
    const address = { name: mark(), line1: mark(), line2: mark(), postcode: '10999', city: mark() };
    const texts = [...Object.values(buyer), address.name, address.line1, address.line2];
    return {
      buyer,
      address: { ...address, country: 'DE' },
      tracking: mark(),
      note: `Leave it with ${mark()}`,
      reason: `The door of ${mark()} stayed shut`,
      texts: [...texts, address.city],
    };
  }

  /** All bytes of the database: the file and its log, or a dump. */
  async function raw() {
    if (shop.store) return (await run('pg_dump', ['-d', shop.store])).stdout;
    const files = readdirSync(shop.data).filter((name) => name.startsWith('vitrine.sqlite'));
    return Buffer.concat(files.map((name) => readFileSync(join(shop.data, name))));
  }
  async function foundOf(texts) {
    const all = await raw();
    return texts.filter((text) => all.includes(text));
  }
  const gone = (texts) =>
    until(
      async () => (await foundOf(texts)).length === 0,
      10_000,
      () => `the end of ${texts}`,
    );
  const partsOf = async (order) => ok(await shop.customer.order(order.url)).orders;
  const partOf = async (order, name) =>
    (await partsOf(order)).find(({ seller_id }) => seller_id === shop.sellers[name].id).id;
  const ship = async (name, order, tracking_number) =>
    ok(
      await shop.seller(name, 'POST', `/${await partOf(order, name)}/ship`, {
        carrier: 'Post',
        tracking_number,
      }),
    );
  const reject = async (name, order, reason) =>
    ok(await shop.seller(name, 'POST', `/${await partOf(order, name)}/reject`, { reason }));
  const told = async (verb, email) => {
    const answer = await shop.command('customer', verb, '--email', email);
    assert.equal(answer.code, 0, answer.output);
    return { ...JSON.parse(answer.stdout), output: answer.output };
  };

  test('is erased on wish of purchases that have ended, everywhere, and amounts stay', async () => {
    const who = canary();
    endpoint.mode = 'refuse';
    const notes = [{ seller_id: shop.sellers.birch.id, text: who.note }];
    const session = await shop.ready(wanted, { buyer: who.buyer, address: who.address, notes });
    const total = amount(session.quote.totals, 'total');
    const key = randomUUID();
    const { order } = ok(await shop.customer.complete(session, total, { key }));
    const open = await shop.session({ 'CLO-SEED': 2 });
    ok(await shop.customer.update(open, { buyer: who.buyer }));
    await ship('alder', order, who.tracking);
    await reject('birch', order, who.reason);
    await alder.wait(1);
    await until(
      async () => JSON.parse(await shop.vitrine('delivery', 'parked', '--json')).length === 1,
      10_000,
      () => 'the parked delivery',
    );
    const texts = [...who.texts, who.note, who.tracking, who.reason];
    assert.deepEqual(await foundOf(texts), texts);

    const kept = await told('export', who.buyer.email.toUpperCase());
    assert.deepEqual(
      kept.order_groups.map(({ id }) => id),
      [order.order_group_id],
    );
    assert.equal(kept.order_groups[0].orders.length, 3);
    assert.deepEqual(
      new Set(kept.checkout_sessions.map(({ id }) => id)),
      new Set([session.id, open.id]),
    );
    for (const text of texts) assert.ok(kept.output.includes(text), text);

    const early = await told('erase', who.buyer.email);
    const waiting = await partOf(order, 'clover');
    assert.match(early.output, new RegExp(`is left: ${waiting} is placed`));
    assert.deepEqual([early.erased, early.forgotten], [[], [open.id]]);
    assert.equal(early.left[0].order_id, waiting);
    refused(await shop.customer.read(open), 404, 'not_found', 'id');
    const before = ok(await shop.customer.order(order.url));
    assert.equal(before.address.line1, who.address.line1);

    await ship('clover', order, '');
    const late = await told('erase', who.buyer.email);
    assert.deepEqual([late.erased, late.left], [[order.order_group_id], []]);
    await gone(texts);

    const after = ok(await shop.customer.order(order.url));
    assert.match(after.personal_data_erased_at, /^\d{4}-\d\d-\d\dT/);
    assert.deepEqual(after.address, { ...after.address, name: '', line1: '', country: 'DE' });
    assert.deepEqual(after.totals, before.totals);
    assert.deepEqual(
      after.orders.map(({ line_items, totals }) => [line_items, totals]),
      before.orders.map(({ line_items, totals }) => [line_items, totals]),
    );
    const { buyer, totals } = ok(
      await shop.seller('alder', 'GET', `/${await partOf(order, 'alder')}`),
    );
    assert.deepEqual(buyer, { name: '', email: '', phone: '' });
    assert.ok(amount(totals, 'total') > 0);
    const state = ok(await shop.customer.read(session));
    assert.equal(state.status, 'completed');
    assert.equal(state.buyer, undefined);
    // The kept answer had the customer in it: the purchase itself says that it was made.
    refused(await shop.customer.complete(session, total, { key }), 409, 'session_closed', 'id');
    const nothing = await told('export', who.buyer.email);
    assert.deepEqual([nothing.order_groups, nothing.checkout_sessions], [[], []]);
    assert.match(await shop.vitrine('ledger', 'verify'), /transfers/);

    // What the endpoint never took it gets without the customer.
    const [{ headers }] = endpoint.deliveries;
    endpoint.mode = 'take';
    await shop.vitrine('delivery', 'replay', '--seller', shop.sellers.birch.id);
    const [late_delivery] = await endpoint.wait(1);
    assert.equal(late_delivery.headers['webhook-id'], headers['webhook-id']);
    assert.equal(late_delivery.event.data.buyer.email, '');
    assert.equal(late_delivery.event.data.note, '');
    assert.ok(late_delivery.event.data.personal_data_erased_at);

    const logged = shop.lines.filter((line) => line.startsWith('{"')).join('\n');
    assert.ok(logged.includes('"event":"delivery"'));
    for (const text of texts) assert.ok(!logged.includes(text), text);
  });

  test('is erased so many days after the end of a purchase, and not before the end', async () => {
    const buyAs = ({ buyer, address }) => shop.buy({ 'CLO-SEED': 1 }, { buyer, address });
    const ended = canary();
    const open = canary();
    const { order } = await buyAs(ended);
    const { order: other } = await buyAs(open);
    await ship('clover', order, ended.tracking);
    await pause(1000);
    await shop.kill();
    await shop.start({ options: ['--personal-data-days', '0.000005'] });
    await gone([...ended.texts, ended.tracking]);
    assert.ok(ok(await shop.customer.order(order.url)).personal_data_erased_at);
    assert.equal(ok(await shop.customer.order(other.url)).address.line1, open.address.line1);
    assert.deepEqual(await foundOf(open.texts), open.texts);
    const { orders } = ok(await shop.seller('clover', 'GET', ''));
    const mine = orders.find(({ order_group_id }) => order_group_id === order.order_group_id);
    assert.deepEqual([mine.buyer.name, mine.tracking_number], ['', '']);
  });
});
