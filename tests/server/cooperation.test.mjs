// Terms, agreements and who earns what, as sellers, presenters and customers see them.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { ok, refused, send } from './client.mjs';
import { address, buyer } from './goods.mjs';
import { until } from './receiver.mjs';
import { openShop } from './shop.mjs';

const day = (offset = 0) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const sum = ({ seller, presenter, operator_fee }) => seller + presenter + operator_fee;

describe('the cooperation of sellers and presenters', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());

  const call = (member, method, path, body, key = randomUUID()) =>
    send(shop.url, method, path, {
      body,
      headers: { authorization: `Bearer ${member.api_key}`, 'idempotency-key': key },
    });
  const alder = (...args) => call(shop.sellers.alder, ...args);
  const birch = (...args) => call(shop.sellers.birch, ...args);
  const presenter = (...args) => call(shop.presenter, ...args);
  const publish = (who, terms) => who('POST', '/v1/seller/terms', { from: day(), ...terms });
  const step = (who, step) => who('POST', `/v1/seller/agreements/${shop.site_id}`, { step });
  const answer = (seller, step) =>
    presenter('POST', `/v1/presenter/sites/${shop.site_id}/agreements/${seller.id}`, { step });
  /** Waits until the site's catalogue has a seller's products, or has none of them. */
  const shown = (name, wanted) =>
    until(
      async () => {
        const path = `/v1/sites/${shop.site_id}/commands/catalog.products`;
        const { products } = ok(await shop.send('POST', path, { body: { limit: 200 } }));
        const { id } = shop.sellers[name];
        return products.some(({ seller_ids }) => seller_ids.includes(id)) === wanted;
      },
      10_000,
      () => `the catalogue ${wanted ? 'with' : 'without'} ${name}`,
    );
  const orderOf = async (bought, name) => {
    const { orders } = ok(await shop.customer.order(bought.order.url));
    const { id } = orders.find(({ seller_id }) => seller_id === shop.sellers[name].id);
    return ok(await shop.seller(name, 'GET', `/${id}`));
  };

  test('without terms everything that is paid is the seller’s', async () => {
    const { shares, totals } = await orderOf(await shop.buy({ 'ALD-BOARD': 1 }), 'alder');
    const total = totals.find(({ type }) => type === 'total').amount;
    assert.deepEqual(shares.split, { seller: total, presenter: 0, operator_fee: 0 });
  });

  test('published terms are listed with the day that the next ones may begin', async () => {
    const terms = { notice_days: 0, rules: [{ commission_bp: 1000, per_unit: 20 }] };
    const history = ok(await publish(alder, terms));
    assert.equal(history.versions.length, 1);
    assert.equal(history.versions[0].in_force, true);
    assert.equal(history.earliest, day());
    assert.deepEqual(ok(await alder('GET', '/v1/seller/terms')), history);
    assert.deepEqual(ok(await birch('GET', '/v1/seller/terms')).versions, []);
  });

  test('the operator’s fee and the commission are frozen on the order, to the cent', async () => {
    const file = shop.write('fee.json', { from: day(), fee_bp: 250 });
    await shop.vitrine('fee', '--publish', file);
    const { shares, totals } = await orderOf(await shop.buy({ 'ALD-BOARD': 3 }), 'alder');
    // 3 × 18.90 = 56.70 with 19 %: 47.65 without. 10 % and 3 × 0.20; 2.5 %.
    assert.equal(shares.base, 4765);
    assert.equal(shares.split.presenter, 477 + 60);
    assert.equal(shares.split.operator_fee, 119);
    assert.equal(sum(shares.split), totals.find(({ type }) => type === 'total').amount);
  });

  test('terms that begin in the past, or before their notice has run, are refused', async () => {
    refused(await publish(alder, { from: day(-1) }), 422, 'retroactive', 'from');
    ok(await publish(birch, { notice_days: 14, rules: [{ commission_bp: 500 }] }));
    refused(await publish(birch, { from: day(13) }), 422, 'retroactive', 'from');
    const { versions, earliest } = ok(await publish(birch, { from: day(14) }));
    assert.equal(earliest, day(14));
    assert.deepEqual(
      versions.map(({ in_force }) => in_force),
      [true, false],
    );
  });

  test('terms that today’s goods cannot pay are refused, and nothing is published', async () => {
    const before = ok(await alder('GET', '/v1/seller/terms'));
    const bad = async (rule, code, path) =>
      refused(await publish(alder, { rules: [rule] }), 422, code, path);
    await bad({ commission_bp: 9_800 }, 'terms_exceed_price', 'rules[0].commission_bp');
    await bad({ per_unit: 5_000 }, 'terms_exceed_price', 'rules[0].per_unit');
    await bad({ wholesale: { price: 1_589 } }, 'negative_margin', 'rules[0].wholesale');
    await bad(
      { commission_bp: 1, wholesale: { price: 1 } },
      'invalid_format',
      'rules[0].wholesale',
    );
    refused(
      await publish(alder, { rules: [{ commission_bp: 1 }, { commission_bp: 2 }] }),
      422,
      'overlapping_rules',
      'rules[1]',
    );
    assert.deepEqual(ok(await alder('GET', '/v1/seller/terms')), before);
  });

  test('a fee of the commission is refused while a commission counts after the fee', async () => {
    ok(await publish(alder, { rules: [{ commission_bp: 1000, of: 'goods_after_fee' }] }));
    const file = shop.write('circle.json', { from: day(), fee_bp: 100, of: 'commission' });
    const { code, output } = await shop.command('fee', '--publish', file);
    assert.equal(code, 1);
    assert.match(output, /circular_fees/);
    assert.match(output, /rules\[0\]\.of/);
  });

  test('changed terms count for new orders only', async () => {
    ok(await publish(alder, { rules: [{ commission_bp: 1000 }] }));
    const before = await orderOf(await shop.buy({ 'ALD-BOARD': 1 }), 'alder');
    ok(await publish(alder, { rules: [{ commission_bp: 2000 }] }));
    const now = await orderOf(await shop.buy({ 'ALD-BOARD': 1 }), 'alder');
    assert.equal(before.shares.split.presenter, 159);
    assert.equal(now.shares.split.presenter, 317);
    const again = ok(await shop.seller('alder', 'GET', `/${before.id}`));
    assert.deepEqual(again.shares, before.shares);
  });

  test('a presenter sees its share of each order and nothing of the customer', async () => {
    const order = await orderOf(await shop.buy({ 'ALD-BOARD': 2 }), 'alder');
    const list = await presenter('GET', '/v1/presenter/orders');
    const mine = ok(list).orders.find(({ id }) => id === order.id);
    assert.equal(mine.presenter, order.shares.split.presenter);
    assert.equal(mine.left, mine.presenter);
    assert.equal(mine.lines[0].quantity, 2);
    const month = day().slice(0, 7);
    const statement = await presenter('GET', `/v1/presenter/statements/${month}`);
    assert.ok(ok(statement).currencies[0].lines.some(({ order_id }) => order_id === order.id));
    for (const text of [list.text, statement.text])
      for (const secret of [...Object.values(buyer), address.line1, address.city, 'Zo'])
        assert.ok(!text.includes(secret), secret);
  });

  test('keys open only what is their own', async () => {
    refused(
      await call(shop.sellers.alder, 'GET', '/v1/presenter/orders'),
      401,
      'unauthorized',
      'authorization',
    );
    refused(
      await call(shop.presenter, 'GET', '/v1/seller/terms'),
      401,
      'unauthorized',
      'authorization',
    );
    refused(
      await presenter('GET', '/v1/presenter/sellers?site_id=site_other'),
      404,
      'unknown_site',
      'site_id',
    );
    const old = { ...shop.presenter };
    const fresh = JSON.parse(
      await shop.vitrine('key', 'issue', '--owner', shop.presenter.id, '--overlap-hours', '0'),
    );
    refused(await call(old, 'GET', '/v1/presenter/orders'), 401, 'unauthorized', 'authorization');
    shop.presenter.api_key = fresh.api_key;
    ok(await presenter('GET', '/v1/presenter/orders'));
  });

  test('a site shows a seller by invitation only once it has accepted', async () => {
    ok(await publish(alder, { presenting: 'by_invitation' }));
    await shown('alder', false);
    await shown('birch', true);
    const line_items = shop.line_items({ 'ALD-BOARD': 1 });
    refused(
      await shop.customer.create({ site_id: shop.site_id, line_items }),
      422,
      'unknown_offer',
      'line_items[0].offer_id',
    );
    refused(await answer(shop.sellers.alder, 'apply'), 409, 'invalid_transition', 'step');
    assert.equal(ok(await step(alder, 'invite')).status, 'invited');
    const { sellers } = ok(await presenter('GET', `/v1/presenter/sellers?site_id=${shop.site_id}`));
    const seen = sellers.find(({ agreement }) => agreement.seller_id === shop.sellers.alder.id);
    assert.deepEqual(
      [seen.agreement.status, seen.agreement.presented, seen.operator_fee.fee_bp],
      ['invited', false, 250],
    );
    const active = ok(await answer(shop.sellers.alder, 'accept'));
    assert.deepEqual([active.status, active.presented], ['active', true]);
    assert.deepEqual(
      active.history.map(({ side, step }) => `${side} ${step}`),
      ['seller invite', 'presenter accept'],
    );
    await shown('alder', true);
    ok(await shop.customer.create({ site_id: shop.site_id, line_items }));
  });

  test('who is blocked shows nothing, and cannot apply', async () => {
    const blocked = ok(await step(birch, 'block'));
    assert.deepEqual([blocked.status, blocked.presented], ['blocked', false]);
    refused(await answer(shop.sellers.birch, 'apply'), 409, 'invalid_transition', 'step');
    await shown('birch', false);
    const unblocked = ok(await step(birch, 'unblock'));
    assert.deepEqual([unblocked.status, unblocked.presented], ['none', true]);
    await shown('birch', true);
  });

  test('who is unblocked stands as before the block, without asking anew', async () => {
    const after = async (...steps) => {
      let last;
      for (const each of steps) last = ok(await step(alder, each));
      return [last.status, last.presented];
    };
    // By invitation, and active: blocked and unblocked it is active, however often.
    assert.deepEqual(await after('block'), ['blocked', false]);
    await shown('alder', false);
    assert.deepEqual(await after('unblock'), ['active', true]);
    assert.deepEqual(await after('block', 'unblock'), ['active', true]);
    await shown('alder', true);
    // What had ended stays ended, and an invitation waits for its answer again.
    assert.deepEqual(await after('end', 'block', 'unblock'), ['ended', false]);
    assert.deepEqual(await after('invite', 'block', 'unblock'), ['invited', false]);
    assert.equal(ok(await answer(shop.sellers.alder, 'accept')).status, 'active');
    await shown('alder', true);
  });

  test('goods are not presented outside of their territories', async () => {
    ok(await publish(birch, { from: day(14), territories: ['AT'] }));
    const list = JSON.parse(await shop.vitrine('agreement', 'list', '--json'));
    assert.equal(list.find(({ seller_name }) => seller_name === 'Birch Iron').presented, true);
    const clover = (...args) => call(shop.sellers.clover, ...args);
    ok(await publish(clover, { territories: ['AT'] }));
    await shown('clover', false);
    ok(await publish(clover, { territories: ['AT', 'DE'] }));
    await shown('clover', true);
  });

  test('customers see who earns what only where the presenter tells it', async () => {
    ok(await publish(alder, { rules: [{ commission_bp: 1000 }] }));
    const hidden = await shop.ready({ 'ALD-BOARD': 1 });
    assert.equal(hidden.shares, undefined);
    await shop.vitrine('site', 'shares', '--site', shop.site_id, '--disclose');
    const session = await shop.ready({ 'ALD-BOARD': 1 });
    assert.equal(session.shares.presenter, 159);
    const { order } = await shop.buy({ 'ALD-BOARD': 1, 'CLO-SEED': 1 });
    const group = ok(await shop.customer.order(order.url));
    assert.equal(group.shares.presenter, 159);
    assert.equal(sum(group.shares), group.totals.find(({ type }) => type === 'total').amount);
    await shop.vitrine('site', 'shares', '--site', shop.site_id, '--hide');
    assert.equal(ok(await shop.customer.order(order.url)).shares, undefined);
  });
});
