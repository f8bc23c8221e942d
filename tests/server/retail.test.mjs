// Prices that a site's presenter sets on what sellers sell wholesale: what customers see and pay, and who earns what.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { amount, ok, refused, send } from './client.mjs';
import { until } from './receiver.mjs';
import { blog, openShop } from './shop.mjs';

const day = (offset = 0) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const money = (euros) => ({ amount: Math.round(euros * 100), currency: 'EUR' });

describe('retail prices set by presenters', { timeout: 300_000 }, () => {
  let shop;
  let other; // a second site, which sets nothing
  let board;
  let product_id;
  before(async () => {
    shop = await openShop();
    board = shop.offers['ALD-BOARD'];
    const settings = { name: 'The Roof', currency: 'EUR', country: 'DE', language: 'en' };
    const file = shop.write('other.json', settings);
    other = JSON.parse(await shop.vitrine('site', 'add', '--settings', file, '--origin', blog));
    const { offers } = ok(await seller('alder', 'GET', '/v1/seller/offers'));
    ({ product_id } = offers.find(({ sku }) => sku === 'ALD-BOARD'));
  });
  after(() => shop?.stop());

  const call = (member, method, path, body) =>
    send(shop.url, method, path, {
      body,
      headers: { authorization: `Bearer ${member.api_key}`, 'idempotency-key': randomUUID() },
    });
  const seller = (name, ...args) => call(shop.sellers[name], ...args);
  const publish = (name, rules, more = {}) =>
    seller(name, 'POST', '/v1/seller/terms', { from: day(), rules, ...more });
  const prices = (method = 'GET', body, path = '') =>
    call(shop.presenter, method, `/v1/presenter/sites/${shop.site_id}/retail_prices${path}`, body);
  const set = (wish, id = product_id) => prices('POST', { product_id: id, ...wish });
  /** What the command line of a whole catalogue answers; the price of an offer on a site. */
  const shown = async (site_id, id, sku) => {
    const path = `/v1/sites/${site_id}/commands/catalog.product`;
    const answer = await shop.send('POST', path, { body: { product_id: id } });
    if (answer.status === 404) return undefined; // a new site
    const { variants } = ok(answer);
    return variants.flatMap(({ offers }) => offers).find((offer) => offer.sku === sku).price;
  };
  const priced = (price, site_id = shop.site_id) =>
    until(
      async () => (await shown(site_id, product_id, 'ALD-BOARD')) === price,
      5000,
      () => `${price} on ${site_id}`,
    );
  const checkout = async (quantity = 1) => (await shop.session({ 'ALD-BOARD': quantity })).quote;
  /** What a page of a site is told of the board from now on. */
  async function listen(site_id) {
    const told = [];
    const line = await new Promise((resolve, reject) => {
      const asked = request(
        `${shop.url}/v1/sites/${site_id}/changes`,
        { agent: false },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (piece) => {
            text += piece;
            const blocks = text.split('\n\n');
            text = blocks.pop();
            for (const block of blocks) {
              const data = /^data: (.*)$/m.exec(block)?.[1];
              for (const offer of data ? (JSON.parse(data).offers ?? []) : [])
                if (offer.offer_id === board.id) told.push(offer.price);
            }
          });
          answer.on('error', () => {});
          resolve(asked);
        },
      );
      asked.on('error', reject).end();
    });
    return {
      told,
      hears: (price) =>
        until(
          () => told.at(-1) === price,
          2000,
          () => `${price} after ${told}`,
        ),
      close: () => line.destroy(),
    };
  }

  test('a product without a wholesale price has the seller’s', async () => {
    refused(await set({ price: money(19) }), 422, 'no_wholesale_price', 'product_id');
    ok(await publish('alder', [{ commission_bp: 1000 }]));
    refused(await set({ price: money(19) }), 422, 'no_wholesale_price', 'product_id');
    assert.deepEqual(ok(await prices()).products, []);
  });

  test('wishes that cannot be are refused with code and path, and nothing is set', async () => {
    const wholesale = { price: 1000, retail_min: 1500, retail_max_bp: 12_000 };
    ok(await publish('alder', [{ product_id, wholesale }]));
    refused(await set({ price: money(11.89) }), 422, 'negative_margin', 'price.amount');
    refused(await set({ price: money(11.9) }), 422, 'out_of_range', 'price.amount');
    refused(await set({ price: money(22.69) }), 422, 'out_of_range', 'price.amount');
    assert.equal((await set({ price: money(22.69) })).json.error.limit, 2268);
    refused(await set({ margin_bp: -1 }), 422, 'negative_margin', 'margin_bp');
    refused(await set({ margin_bp: 1 }), 422, 'out_of_range', 'margin_bp');
    refused(
      await set({ price: { amount: 1900, currency: 'CHF' } }),
      422,
      'currency_mismatch',
      'price.currency',
    );
    refused(await set({ price: money(19), margin_bp: 1 }), 422, 'invalid_format', 'margin_bp');
    refused(await set({ price: money(19), from: day(-1) }), 422, 'retroactive', 'from');
    refused(await set({ price: money(19), from: 'soon' }), 422, 'invalid_format', 'from');
    refused(await set({ price: money(19), from: day(400) }), 422, 'out_of_range', 'from');
    refused(await set({ price: money(19) }, 'pro_none'), 404, 'unknown_product', 'product_id');
    refused(await set({ price: money(19) }, ''), 422, 'missing_field', 'product_id');
    const foreign = { product_id, price: money(19) };
    const path = `/v1/presenter/sites/${other.id}/retail_prices`;
    refused(await call(shop.presenter, 'POST', path, foreign), 404, 'unknown_site', 'site_id');
    refused(await seller('alder', 'GET', path), 401, 'unauthorized', 'authorization');
    assert.deepEqual(ok(await prices()).products, []);
    assert.deepEqual(ok(await prices('GET', undefined, '/history')).words, []);
    assert.equal((await checkout()).line_items[0].unit_price, 1890);
  });

  test('the site shows and charges its price at once, other sites the seller’s', async () => {
    await priced(1890, other.id); // it is there
    const [own, others] = [await listen(shop.site_id), await listen(other.id)];
    const answer = ok(await set({ price: money(20) }));
    assert.deepEqual(
      answer.offers.map(({ listed, wholesale, retail, earns }) => [
        listed,
        wholesale,
        retail,
        earns,
      ]),
      // 20.00 without 19 %: 16.81
      [[1890, 1000, { price: 2000, fit: 'wished', bounds: { lowest: 1500, highest: 2268 } }, 681]],
    );
    await own.hears(2000);
    await others.hears(1890);
    own.close();
    others.close();
    assert.equal((await checkout(3)).line_items[0].unit_price, 2000);
    await priced(2000);
    await priced(1890, other.id);
    const { products } = ok(
      await call(shop.presenter, 'GET', `/v1/presenter/sites/${shop.site_id}/products?query=larch`),
    );
    assert.deepEqual(
      [products[0].price, products[0].earns, products[0].retail.own, products[0].retail.listed],
      [2000, 681, true, 1890],
    );
  });

  test('the seller gets its wholesale price, the presenter the margin, frozen and booked', async () => {
    const bought = await shop.buy({ 'ALD-BOARD': 3 });
    const { orders } = ok(await shop.customer.order(bought.order.url));
    const order = ok(await shop.seller('alder', 'GET', `/${orders[0].id}`));
    const { base, split } = order.shares.lines[0];
    assert.deepEqual([base, split.seller, split.presenter], [5042, 3000, 2042]);
    assert.equal(order.line_items[0].unit_price, 2000);
    ok(await set({ price: money(18) }));
    const again = ok(await shop.seller('alder', 'GET', `/${order.id}`));
    assert.deepEqual(again.shares, order.shares);
    const month = day().slice(0, 7);
    const statement = await call(shop.presenter, 'GET', `/v1/presenter/statements/${month}`);
    const lines = ok(statement).currencies[0].lines.filter(({ order_id }) => order_id === order.id);
    assert.deepEqual(
      lines.map(({ kind, amount }) => [kind, amount]),
      [['sale', 2042]],
    );
    await shop.vitrine('ledger', 'verify');
  });

  test('what a page says of money is not believed', async () => {
    const body = {
      site_id: shop.site_id,
      line_items: [{ offer_id: board.id, quantity: 1, price: 1 }],
    };
    refused(await shop.customer.create(body), 422, 'unknown_field', 'line_items[0].price');
    const session = await shop.ready({ 'ALD-BOARD': 1 });
    const total = amount(session.quote.totals, 'total');
    ok(await set({ price: money(21) }));
    refused(await shop.customer.complete(session, total), 409, 'total_changed', 'total');
  });

  test('other wholesale terms move a price to the nearest bound, and the presenter is told', async () => {
    ok(await set({ price: money(16) }));
    const own = await listen(shop.site_id);
    ok(await publish('alder', [{ product_id, wholesale: { price: 1400, retail_max: 2200 } }]));
    await own.hears(1666); // 14.00 and 19 %
    const fits = async () => ok(await prices()).products[0].offers.map(({ retail }) => retail.fit);
    assert.deepEqual(await fits(), ['raised']);
    assert.equal((await checkout()).line_items[0].unit_price, 1666);
    await seller('alder', 'POST', '/v1/seller/offers/ALD-BOARD', { price: 1600 });
    ok(await set({ price: money(22) }));
    ok(await publish('alder', [{ product_id, wholesale: { price: 1000, retail_max_bp: 12_000 } }]));
    await own.hears(1920);
    assert.deepEqual(await fits(), ['lowered']);
    // A sale price of the seller moves the bound, too.
    ok(await seller('alder', 'POST', '/v1/seller/offers/ALD-BOARD', { price: 1500 }));
    await own.hears(1800);
    assert.equal((await checkout()).line_items[0].unit_price, 1800);
    // Without wholesale terms it is the seller's price again.
    ok(await publish('alder', [{ commission_bp: 500 }]));
    await own.hears(1500);
    assert.deepEqual(ok(await prices()).products[0].offers, []);
    ok(await publish('alder', [{ product_id, wholesale: { price: 1000 } }]));
    await own.hears(2200);
    own.close();
    ok(await seller('alder', 'POST', '/v1/seller/offers/ALD-BOARD', { price: 1890 }));
  });

  test('a discount of the seller lowers both parts in proportion', async () => {
    const profile = ok(await seller('alder', 'GET', '/v1/seller/profile'));
    const { id, ...settings } = profile;
    const discounts = [{ from: 4000, percent: 10 }];
    ok(await seller('alder', 'POST', '/v1/seller/profile', { ...settings, discounts }));
    const bought = await shop.buy({ 'ALD-BOARD': 2 });
    const { orders } = ok(await shop.customer.order(bought.order.url));
    const { shares } = ok(await shop.seller('alder', 'GET', `/${orders[0].id}`));
    // 44.00 less 10 %: 39.60, without tax 33.28; of 20.00 wholesale 18.00 are left.
    assert.deepEqual([shares.base, shares.split.presenter], [3328, 1528]);
    ok(await seller('alder', 'POST', '/v1/seller/profile', { ...settings, discounts: [] }));
  });

  test('a margin counts for all that have no price of their own, and ends again', async () => {
    ok(await publish('birch', [{ wholesale: { price: 100 } }]));
    ok(await prices('POST', { margin_bp: 5000 }));
    const quote = (await shop.session({ 'BIR-SCREW': 1, 'ALD-BOARD': 1 })).quote;
    const unit = (sku) =>
      quote.line_items.find(({ offer_id }) => offer_id === shop.offers[sku].id).unit_price;
    assert.deepEqual([unit('BIR-SCREW'), unit('ALD-BOARD')], [179, 2200]); // 1.50 and 19 %: 1.785
    ok(await set({}));
    assert.equal((await checkout()).line_items[0].unit_price, 1785); // 15.00 and 19 %
    ok(await prices('POST', {}));
    assert.equal((await checkout()).line_items[0].unit_price, 1890);
    await priced(1890);
  });

  test('a price for a later day holds from then on, and all is kept', async () => {
    const planned = ok(await set({ price: money(19.5), from: day(2) }));
    assert.equal(planned.in_force, false);
    assert.equal((await checkout()).line_items[0].unit_price, 1890);
    const { words } = ok(await prices('GET', undefined, '/history'));
    assert.deepEqual(words[0].wish, { price: 1950 });
    assert.deepEqual(words.at(-1).wish, { price: 2000 });
    assert.ok(words.every(({ number }, index) => index === 0 || number < words[index - 1].number));
  });

  test('the command line and the operator see and set the same', async () => {
    const at = ['--site', shop.site_id];
    await shop.vitrine('price', 'set', ...at, '--product', product_id, '--price', '19.99 EUR');
    assert.equal((await checkout()).line_items[0].unit_price, 1999);
    const listed = JSON.parse(await shop.vitrine('price', 'list', ...at, '--json'));
    assert.deepEqual(listed, ok(await prices()).products);
    const { code, output } = await shop.command(
      'price',
      'set',
      ...at,
      '--product',
      product_id,
      '--price',
      '1 EUR',
    );
    assert.equal(code, 1);
    assert.match(output, /negative_margin/);
    const key = JSON.parse(await shop.vitrine('key', 'issue', '--owner', 'operator'));
    const path = `/v1/operator/sites/${shop.site_id}/retail_prices`;
    assert.deepEqual(ok(await call(key, 'GET', path)), ok(await prices()));
    assert.equal(ok(await call(key, 'GET', `${path}/history`)).words[0].wish.price, 1999);
    refused(await call(shop.presenter, 'GET', path), 401, 'unauthorized', 'authorization');
    await shop.vitrine('price', 'set', ...at, '--product', product_id, '--back');
    assert.equal((await checkout()).line_items[0].unit_price, 1890);
  });

  test('customers read who earns what of the price that they pay', async () => {
    await shop.vitrine('site', 'shares', '--site', shop.site_id, '--disclose');
    ok(await set({ price: money(20) }));
    const { shares, quote } = await shop.ready({ 'ALD-BOARD': 1 });
    assert.equal(shares.presenter, 681);
    const total = amount(quote.totals, 'total');
    assert.equal(shares.seller + shares.presenter + shares.operator_fee, total);
  });

  test('what a page earned is told by page, without what could tell a person', async () => {
    const buy = async (page) => {
      const { secret, ...state } = await shop.session({ 'ALD-BOARD': 1 }, { page });
      return { ...state, secret };
    };
    const finish = async (session) => {
      const { buyer, address } = await import('./goods.mjs');
      const state = ok(
        await shop.customer.update(session, { buyer, address, payment_method: 'invoice' }),
      );
      return ok(await shop.customer.complete(session, amount(state.quote.totals, 'total')));
    };
    for (const page of [`${blog}/roofs`, `${blog}/roofs`, `${blog}/u/ada@lovelace.example/x`])
      await finish(await buy(page));
    const month = day().slice(0, 7);
    const read = async () => ok(await call(shop.presenter, 'GET', `/v1/presenter/pages/${month}`));
    const { pages } = await read();
    const of = (list, name) => list.find(({ page }) => page === name);
    assert.deepEqual(of(pages, `${blog}/roofs`), {
      page: `${blog}/roofs`,
      currency: 'EUR',
      orders: 2,
      presenter: 1362,
    });
    assert.equal(of(pages, `${blog}/u/*/x`).orders, 1);
    assert.ok(of(pages, '').orders >= 2);
    assert.ok(!JSON.stringify(pages).includes('lovelace'));

    const rejected = await finish(await buy(`${blog}/roofs`));
    const { orders } = ok(await shop.customer.order(rejected.order.url));
    ok(await shop.seller('alder', 'POST', `/${orders[0].id}/reject`, { reason: 'none left' }));
    const left = of((await read()).pages, `${blog}/roofs`);
    assert.deepEqual([left.orders, left.presenter], [3, 1362]);

    const refuse = async (page, code, status = 422) => {
      const line_items = shop.line_items({ 'ALD-BOARD': 1 });
      const answer = await shop.customer.create({ site_id: shop.site_id, line_items, page });
      refused(answer, status, code, 'page');
    };
    await refuse('https://elsewhere.example/', 'forbidden_origin', 403);
    await refuse(`${blog}/?customer=ada`, 'invalid_format');
    await refuse(`${blog}/#ada`, 'invalid_format');
    await refuse(`https://ada:pw@${new URL(blog).host}/`, 'invalid_format');
    await refuse('javascript:alert(1)', 'forbidden_origin', 403);
    await refuse('nowhere', 'invalid_format');
    await refuse(`${blog}/${'x'.repeat(1000)}`, 'too_large', 413);
    refused(
      await call(shop.presenter, 'GET', '/v1/presenter/pages/soon'),
      422,
      'invalid_format',
      'month',
    );
    refused(
      await seller('alder', 'GET', `/v1/presenter/pages/${month}`),
      401,
      'unauthorized',
      'authorization',
    );
  });

  test('the server’s root leads to its documentation', async () => {
    const answer = await fetch(`${shop.url}/`, { redirect: 'manual' });
    assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/docs/']);
  });
});
