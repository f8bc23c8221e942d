// One cart over several sellers of the same things: the proof that a checkout keeps, and what happens when a seller
// cannot deliver.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { amount, ok, refused } from './client.mjs';
import { address, buyer } from './goods.mjs';
import { until } from './receiver.mjs';
import { openShop } from './shop.mjs';

const gtins = { nail: '4006381333931', glue: '4006381333948', saw: '4006381333955' };

/** A seller of some of the same three things: parcels for one fee, free from a value of goods. */
function seller(name, fee, prices, more = {}) {
  const method = (id, rate, rest) => ({
    id,
    title: id,
    kind: 'shipping',
    zones: [{ countries: ['DE'], rate }],
    ...rest,
  });
  return {
    settings: {
      name,
      country: 'DE',
      currency: 'EUR',
      tax_rates: [{ country: 'DE', category: 'standard', rate_ppm: 190_000 }],
      shipping_profiles: [
        {
          id: 'parcel',
          name: 'Parcel',
          methods: [
            method('post', { base: fee }, { max_days: 3 }),
            method('express', { base: fee + 700 }, { max_days: 1 }),
          ],
        },
      ],
      ...more,
    },
    goods: Object.entries(prices).map(([id, price]) => ({
      id: `${name}-${id}`,
      title: `${id}`,
      description: '',
      gtin: gtins[id],
      price: `${(price / 100).toFixed(2)} EUR`,
      availability: 'in_stock',
      inventory_quantity: 10,
      shipping_weight: '100 g',
      tax_category: 'standard',
    })),
  };
}

const sellers = {
  ash: seller('ash', 500, { nail: 300, glue: 900 }),
  elm: seller('elm', 450, { nail: 350, glue: 950, saw: 2000 }),
  oak: seller('oak', 600, { nail: 280, glue: 990, saw: 1900 }),
};
const total = (quote) => amount(quote.totals, 'total');

describe('sourcing a checkout', { timeout: 300_000 }, () => {
  let shop;
  before(async () => (shop = await openShop({ sellers })));
  after(() => shop?.stop());

  const call = async (command, body) =>
    ok(await shop.send('POST', `/v1/sites/${shop.site_id}/commands/${command}`, { body }));
  const request = (wanted, more = {}) => ({
    currency: 'EUR',
    destination: { country: 'DE' },
    line_items: shop.line_items(wanted),
    ...more,
  });
  const skus = ({ line_items }) =>
    line_items.map(({ offer_id, quantity }) => {
      const [sku] = Object.entries(shop.offers).find(([, offer]) => offer.id === offer_id);
      return [sku, quantity];
    });
  const scattered = { 'ash-nail': 1, 'elm-glue': 1, 'oak-saw': 1 };

  test('finds one parcel cheaper than three, and proves it', async () => {
    const found = await call('cart.source', request(scattered));
    assert.equal(found.current.total, 300 + 500 + 950 + 450 + 1900 + 600);
    const [cost] = found.choices;
    assert.deepEqual([cost.objective, cost.proof], ['cost', 'optimal']);
    // elm: 350 + 950 + 2000 + 450; oak: 280 + 990 + 1900 + 600
    assert.equal(cost.total, 3750);
    assert.deepEqual(skus(cost), [
      ['elm-nail', 1],
      ['elm-glue', 1],
      ['elm-saw', 1],
    ]);
    assert.deepEqual([found.one_seller.total, found.one_seller.parcels], [3750, 1]);
    assert.equal(found.cheapest_items.total, 280 + 900 + 1900 + 500 + 600);
    assert.equal(found.sellers_considered, 3);
    const fastest = found.choices.find(({ objective }) => objective === 'fastest');
    assert.deepEqual([fastest.max_days, fastest.total], [1, 4450]);
    assert.equal(
      found.choices.some(({ objective }) => objective === 'pickup'),
      false,
    );
  });

  test('leaves a pinned line with its seller', async () => {
    const pinned_offers = [shop.offers['oak-saw'].id];
    const { choices } = await call('cart.source', request(scattered, { pinned_offers }));
    assert.deepEqual(
      skus(choices[0]).find(([sku]) => sku.endsWith('saw')),
      ['oak-saw', 1],
    );
    assert.equal(choices[0].total, 280 + 990 + 1900 + 600);
  });

  test('says what lacks, and the best that can be had', async () => {
    const found = await call('cart.source', request({ 'oak-saw': 25, 'oak-nail': 1 }));
    assert.deepEqual(found.choices, []);
    assert.deepEqual(found.shortages, [{ offer_id: shop.offers['oak-saw'].id, available: 20 }]);
    const units = found.partial.line_items.reduce((sum, { quantity }) => sum + quantity, 0);
    assert.equal(units, 21);
  });

  test('says what one more unit would add', async () => {
    const cart = request({ 'elm-saw': 1 });
    const offer_ids = [shop.offers['elm-nail'].id, shop.offers['ash-glue'].id];
    const { offers } = await call('cart.marginal', { cart, offer_ids });
    // elm alone 2450; with a nail 2800, oak's 2780; with glue 3400, elm's
    assert.deepEqual(
      offers.map((each) => [each.total, each.delivery, each.new_parcel]),
      [
        [330, 50, true],
        [950, 0, false],
      ],
    );
  });

  test('a checkout keeps what its cart costs beside the proved best', async () => {
    const dear = await shop.session(scattered);
    assert.deepEqual(dear.sourcing, {
      objective: 'cost',
      proof: 'optimal',
      total: total(dear.quote),
      best: 3750,
      bound: 3750,
    });
    const best = await shop.session({ 'elm-nail': 1, 'elm-glue': 1, 'elm-saw': 1 });
    assert.equal(best.sourcing.best, total(best.quote));
  });

  test('a presenter can exclude and prefer sellers', async () => {
    const { elm, ash } = shop.sellers;
    await shop.vitrine('site', 'sourcing', '--site', shop.site_id, '--exclude', elm.id);
    assert.equal((await shop.session(scattered)).sourcing.best, 280 + 990 + 1900 + 600);
    await shop.vitrine(
      ...['site', 'sourcing', '--site', shop.site_id, '--prefer', ash.id, '--surcharge', '5000'],
    );
    const found = await call(
      'cart.source',
      request(
        { 'elm-nail': 1 },
        {
          policy: { preferred_sellers: [ash.id], surcharge: 5000 },
        },
      ),
    );
    assert.deepEqual(skus(found.choices[0]), [['ash-nail', 1]]);
    assert.equal(found.choices[0].total, 800);
    await shop.vitrine('site', 'sourcing', '--site', shop.site_id);
    const { code } = await shop.command(
      ...['site', 'sourcing', '--site', shop.site_id, '--exclude', 'sel_nobody'],
    );
    assert.notEqual(code, 0);
  });

  describe('a seller rejects', () => {
    const reject = (name, id) =>
      shop.seller(name, 'POST', `/${id}/reject`, { reason: 'Out of stock' });
    const bought = async (wanted, replacement) => {
      const { order } = await shop.buy(wanted, replacement ? { replacement } : {});
      const group = async () => ok(await shop.customer.order(order.url));
      const answer = (body) =>
        shop.send('POST', `/v1/orders/${order.url.split('/').at(-1)}/replacement`, {
          body,
          headers: { 'idempotency-key': crypto.randomUUID() },
        });
      return { group, answer, first: (await group()).orders[0] };
    };

    test('unless agreed otherwise the customer is asked, and the goods come from another', async () => {
      const before = await shop.stock('elm-nail');
      const { group, answer, first } = await bought({ 'oak-nail': 2 });
      ok(await reject('oak', first.id));
      const asked = (await group()).orders.find(({ id }) => id === first.id);
      assert.deepEqual(
        [asked.replacement.seller_names, asked.replacement.total, asked.replacement.difference],
        [['ash'], 1100, 1100 - 1160],
      );
      refused(
        await answer({ order_id: 'ord_none', accept: true, total: 1100 }),
        404,
        'not_found',
        'order_id',
      );
      const now = ok(await answer({ order_id: first.id, accept: true, total: 1100 }));
      const replacing = now.orders.find(({ replaces }) => replaces === first.id);
      assert.deepEqual([replacing.seller_name, replacing.status], ['ash', 'placed']);
      assert.equal(now.agreed_total, 1160);
      assert.equal(amount(now.totals, 'total'), 1100);
      const inbox = ok(await shop.seller('ash', 'GET', `/${replacing.id}`));
      assert.equal(inbox.buyer.name, buyer.name);
      assert.equal(inbox.address.city, address.city);
      refused(
        await answer({ order_id: first.id, accept: true, total: 1100 }),
        404,
        'not_found',
        'order_id',
      );
      assert.equal(await shop.stock('elm-nail'), before);
    });

    test('a total that changed since is asked about again', async () => {
      const { group, answer, first } = await bought({ 'oak-nail': 1 });
      ok(await reject('oak', first.id));
      const now = ok(await answer({ order_id: first.id, accept: true, total: 1 }));
      assert.equal(now.orders.length, 1);
      assert.equal(now.orders[0].replacement.total, 800);
      assert.deepEqual((await group()).orders[0].replacement, now.orders[0].replacement);
      const none = ok(await answer({ order_id: first.id, accept: false }));
      assert.equal(none.orders[0].replacement, undefined);
    });

    test('what is not dearer goes out at once if the customer agreed', async () => {
      const { group, first } = await bought({ 'oak-nail': 1 }, { mode: 'not_dearer' });
      ok(await reject('oak', first.id));
      const { orders } = await group();
      assert.deepEqual(orders.map(({ seller_name, status }) => [seller_name, status]).sort(), [
        ['ash', 'placed'],
        ['oak', 'rejected'],
      ]);
    });

    test('what is dearer goes out at once up to what the customer agreed', async () => {
      // ash: 900 + 500; the next is elm: 950 + 450 = the same; then oak: 990 + 600 = 190 more
      for (const [up_to, placed] of [
        [189, 0],
        [190, 1],
      ]) {
        const { group, first } = await bought({ 'ash-glue': 1 }, { mode: 'up_to', up_to });
        ok(await reject('ash', first.id));
        const second = (await group()).orders.find(({ replaces }) => replaces === first.id);
        assert.equal(second.seller_name, 'elm');
        ok(await reject('elm', second.id));
        const third = (await group()).orders.filter(({ replaces }) => replaces === second.id);
        assert.equal(third.length, placed);
      }
    });

    test('nobody else has it: the part is off, and nothing is asked', async () => {
      const { group, answer, first } = await bought({ 'elm-saw': 1 });
      ok(await reject('elm', first.id));
      const asked = (await group()).orders[0].replacement;
      const now = ok(await answer({ order_id: first.id, accept: true, total: asked.total }));
      const second = now.orders.find(({ replaces }) => replaces === first.id);
      ok(await reject('oak', second.id));
      const { orders, totals } = await group();
      assert.equal(orders.find(({ id }) => id === second.id).replacement, undefined);
      assert.equal(amount(totals, 'total'), 0);
    });

    test('who does not answer in time has rejected', async () => {
      const { id } = shop.sellers.oak;
      await shop.vitrine('seller', 'answer', '--seller', id, '--within', '1');
      const { group } = await bought({ 'oak-nail': 1 }, { mode: 'not_dearer' });
      await shop.vitrine('seller', 'answer', '--seller', id, '--within', '0');
      const orders = await until(async () => {
        const { orders } = await group();
        return orders.length > 1 && orders;
      }, 90_000);
      const late = orders.find(({ seller_name }) => seller_name === 'oak');
      assert.equal(late.status, 'rejected');
      refused(
        await shop.seller('oak', 'POST', `/${late.id}/ship`, {}),
        409,
        'invalid_transition',
        'status',
      );
    });
  });
});
