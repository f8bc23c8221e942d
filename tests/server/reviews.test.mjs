// What customers say of what they bought, who may read it when, and what it makes of a product's place.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { run } from '../../scripts/command.mjs';
import { ok, refused } from './client.mjs';
import { address, buyer } from './goods.mjs';
import { until } from './receiver.mjs';
import { blog, manifestOf, openShop } from './shop.mjs';

describe('reviews', { timeout: 300_000 }, () => {
  let shop;
  before(async () => (shop = await openShop()));
  after(() => shop?.stop());

  const tokenOf = ({ order }) => order.url.slice(order.url.lastIndexOf('/') + 1);
  const keyed = (key) => ({ headers: { authorization: `Bearer ${key}` } });
  const nameOf = (seller_id) =>
    Object.keys(shop.sellers).find((key) => shop.sellers[key].id === seller_id);
  const productOf = async (sku) => {
    const { products } = await command('catalog.products', { limit: 200 });
    for (const { id } of products) {
      const { variants } = await command('catalog.product', { product_id: id });
      if (variants.some(({ offers }) => offers.some((offer) => offer.sku === sku))) return id;
    }
  };
  const command = async (name, body) =>
    ok(await shop.send('POST', `/v1/sites/${shop.site_id}/commands/${name}`, { body }));

  /** A customer buys; its sellers ship unless it is to wait. Answers its token and its orders. */
  async function bought(wanted, who = randomUUID(), { ship = true, email } = {}) {
    const purchase = await shop.buy(wanted, {
      buyer: { ...buyer, email: email ?? `${who}@customer.example` },
      address: { ...address, line1: `${who}weg 1` },
    });
    const { orders } = ok(await shop.customer.order(purchase.order.url));
    for (const { id, seller_id } of ship ? orders : [])
      ok(await shop.seller(nameOf(seller_id), 'POST', `/${id}/ship`, {}));
    return { token: tokenOf(purchase), orders };
  }
  const say = ({ token, orders }, body, at = 0) =>
    shop.send('POST', `/v1/orders/${token}/reviews`, {
      body: { order_id: orders[at].id, offer_id: orders[at].line_items[0].offer_id, ...body },
    });
  const reviewsOf = async (product_id, after = '') =>
    ok(
      await shop.send(
        'GET',
        `/v1/sites/${shop.site_id}/products/${product_id}/reviews?after=${after}`,
        { headers: { origin: blog } },
      ),
    );
  const waiting = async () => JSON.parse(await shop.vitrine('review', 'list', '--json'));
  const rank = async () => JSON.parse(await shop.vitrine('product', 'rank', '--json'));
  const ratingOf = async (product_id) =>
    (await manifestOf(shop)).shelf.products.find(({ id }) => id === product_id)?.rating;

  test('are taken of what was shipped, by the link of its order', async () => {
    const early = await bought({ 'ALD-BOARD': 1 }, 'early', { ship: false });
    refused(await say(early, { stars: 5 }), 409, 'invalid_transition', 'order_id');
    const other = await bought({ 'BIR-SCREW': 1 }, 'other');
    const order_id = early.orders[0].id;
    refused(await say(other, { stars: 5, order_id }), 404, 'not_found', 'order_id');
    const { offer_id } = early.orders[0].line_items[0];
    refused(await say(other, { stars: 5, offer_id }), 404, 'not_found', 'offer_id');
    refused(await say({ ...other, token: 'x' }, { stars: 5 }), 404, 'not_found', 'token');
    for (const stars of [0, 6, -1])
      refused(await say(other, { stars }), 422, 'out_of_range', 'stars');
    refused(await say(other, { text: 'Good' }), 422, 'missing_field', 'stars');
    const [part] = ok(await say(other, { stars: 4 })).orders;
    assert.deepEqual(part.reviews, [
      {
        offer_id: other.orders[0].line_items[0].offer_id,
        stars: 4,
        text: '',
        display_name: '',
        status: 'none',
        reason: '',
        answer: '',
      },
    ]);
  });

  test('of a seller are stars without words, kept apart from those of its goods', async () => {
    const one = await bought({ 'BIR-SAW': 1 });
    const offer_id = '';
    refused(await say(one, { stars: 2, offer_id, text: 'Late' }), 422, 'invalid_format', 'text');
    const [part] = ok(await say(one, { stars: 2, offer_id })).orders;
    assert.deepEqual(
      part.reviews.map(({ offer_id, stars }) => [offer_id, stars]),
      [['', 2]],
    );
    await rank();
    const product_id = await productOf('BIR-SAW');
    assert.equal(await ratingOf(product_id), undefined);
    const [record] = (await reviewsOf(product_id)).sellers;
    assert.deepEqual(record, {
      seller_id: shop.sellers.birch.id,
      rating: { count: 1, mean: 200 },
    });
  });

  test('refuse hostile texts and take markup as the text that it is', async () => {
    const one = await bought({ 'BIR-SCREW': 1 });
    for (const text of ['a\u202Eb', 'a\u0007b', 'zero\u200Bwidth'])
      refused(await say(one, { stars: 1, text }), 422, 'invalid_format', 'text');
    const display_name = 'A\nB';
    refused(
      await say(one, { stars: 1, text: 'x', display_name }),
      422,
      'invalid_format',
      'display_name',
    );
    assert.equal(
      refused(await say(one, { stars: 1, text: 'ä'.repeat(2001) }), 413, 'too_large', 'text').limit,
      2000,
    );
    const text = '<script>alert(1)</script> [x](javascript:alert(1))';
    const [part] = ok(await say(one, { stars: 1, text })).orders;
    assert.equal(part.reviews[0].text, text);
    const [{ id }] = await waiting();
    ok(await say(one, {}));
    assert.deepEqual(await waiting(), []);
    const gone = await shop.command('review', 'publish', id);
    assert.match(gone.output, /not_found at id/);
  });

  test('have their words read before anybody else does, and again when they change', async () => {
    const product_id = await productOf('CLO-SEED');
    const one = await bought({ 'CLO-SEED': 1 });
    ok(await say(one, { stars: 5, text: ' All came up. ', display_name: ' Robin ' }));
    assert.deepEqual((await reviewsOf(product_id)).reviews, []);
    const key = keyed(shop.sellers.clover.api_key);
    const [unread] = ok(await shop.send('GET', '/v1/seller/reviews', key)).reviews;
    assert.deepEqual([unread.stars, unread.text, unread.display_name], [5, '', '']);
    const answer = { ...key, body: { text: 'Thank you' } };
    const path = `/v1/seller/reviews/${unread.id}/answer`;
    refused(await shop.send('POST', path, answer), 409, 'invalid_transition', 'id');

    await shop.vitrine('review', 'publish', unread.id);
    const stranger = { ...keyed(shop.sellers.alder.api_key), body: { text: 'Mine' } };
    refused(await shop.send('POST', path, stranger), 404, 'not_found', 'id');
    assert.equal(ok(await shop.send('POST', path, answer)).answer, 'Thank you');
    const [shown] = (await reviewsOf(product_id)).reviews;
    assert.deepEqual(
      [shown.stars, shown.text, shown.display_name, shown.answer],
      [5, 'All came up.', 'Robin', 'Thank you'],
    );
    assert.match(shown.said_at, /^\d{4}-\d\d-\d\dT/);

    // Other stars need nobody's leave, other words do.
    const same = { text: 'All came up.', display_name: 'Robin' };
    ok(await say(one, { stars: 4, ...same }));
    const [restarred] = (await reviewsOf(product_id)).reviews;
    assert.deepEqual([restarred.stars, restarred.answer], [4, 'Thank you']);
    ok(await say(one, { stars: 4, ...same, text: 'Half came up.' }));
    assert.deepEqual((await reviewsOf(product_id)).reviews, []);
    const [changed] = await waiting();
    const declined = ['review', 'decline', changed.id, '--reason'];
    assert.match((await shop.command(...declined, ' ')).output, /missing_field at reason/);
    await shop.vitrine(...declined, 'It names a neighbour');
    const { orders } = ok(await shop.customer.order(`/${one.token}`));
    const [{ status, reason, stars }] = orders[0].reviews;
    assert.deepEqual([status, reason, stars], ['declined', 'It names a neighbour', 4]);
    await rank();
    await until(
      async () => (await ratingOf(product_id))?.count === 1,
      10_000,
      () => 'the stars of a declined text',
    );
    assert.deepEqual(await ratingOf(product_id), { count: 1, mean: 400 });
    const [{ id }] = JSON.parse(
      await shop.vitrine('review', 'list', '--status', 'declined', '--json'),
    );
    await shop.vitrine('review', 'decline', id, '--reason', 'Spam', '--stars');
    await rank();
    await until(
      async () => (await ratingOf(product_id)) === undefined,
      10_000,
      () => 'the end of stars that do not count',
    );
  });

  test('come to pages ten at a time, newest first', async () => {
    const product_id = await productOf('BIR-SAW');
    const texts = [];
    for (let i = 0; i < 12; ++i) {
      ok(await say(await bought({ 'BIR-SAW': 1 }), { stars: 3, text: `It saws, ${i}.` }));
      texts.unshift(`It saws, ${i}.`);
    }
    for (const { id } of await waiting()) await shop.vitrine('review', 'publish', id);
    const first = await reviewsOf(product_id);
    const second = await reviewsOf(product_id, first.next);
    const told = [...first.reviews, ...second.reviews].map(({ text }) => text);
    assert.deepEqual(told, texts);
    assert.deepEqual([first.reviews.length, second.next, second.sellers], [10, undefined, []]);
    refused(
      await shop.send('GET', `/v1/sites/${shop.site_id}/products/${product_id}/reviews`, {
        headers: { origin: 'https://stranger.example' },
      }),
      403,
      'forbidden_origin',
      'origin',
    );
  });

  test('of one customer under many names, and of the seller itself, count as good as nothing', async () => {
    const product_id = await productOf('BIR-SCREW');
    const scoreOf = async () =>
      (await rank()).find((standing) => standing.product_id === product_id) ?? { score: 0 };
    const before = await scoreOf();
    for (let i = 0; i < 6; ++i) {
      const one = await bought({ 'BIR-SCREW': 1 }, 'onehouse', { email: `shill+${i}@x.example` });
      ok(await say(one, { stars: 5 }));
    }
    const itself = await bought({ 'BIR-SCREW': 1 }, 'counter', { email: 'counter@birch.example' });
    ok(await say(itself, { stars: 5 }));
    const after = await scoreOf();
    assert.equal(after.rating.count, (before.rating?.count ?? 0) + 1);
    // Four honest customers say more than six names of one.
    for (const [i, stars] of [1, 2, 1, 2].entries())
      ok(await say(await bought({ 'BIR-SCREW': 1 }, `honest${i}`), { stars }));
    const honest = await scoreOf();
    assert.equal(honest.rating.count, after.rating.count + 4);
    assert.ok(honest.rating.mean < after.rating.mean);
  });

  test('good stars are not had for a refund, and bad ones not bought off with it', async () => {
    const product_id = await productOf('ALD-BOARD');
    const refund = async ({ orders }) =>
      ok(
        await shop.send('POST', `/v1/seller/orders/${orders[0].id}/refund`, {
          body: { reason: 'goodwill' },
          headers: {
            authorization: `Bearer ${shop.sellers.alder.api_key}`,
            'idempotency-key': randomUUID(),
          },
        }),
      );
    const [happy, sad] = [await bought({ 'ALD-BOARD': 1 }), await bought({ 'ALD-BOARD': 1 })];
    ok(await say(happy, { stars: 5 }));
    ok(await say(sad, { stars: 1 }));
    await refund(happy);
    await refund(sad);
    const { rating } = (await rank()).find((standing) => standing.product_id === product_id);
    assert.deepEqual(rating, { count: 1, mean: 100 });
  });

  test('lose the name of a customer who is erased, and words that nobody was to read', async () => {
    const mark = () => randomUUID().slice(0, 13);
    const [name, hidden, open, email] = [mark(), mark(), mark(), `${mark()}@canary.example`];
    const one = await bought({ 'ALD-BOARD': 1, 'CLO-SEED': 1 }, mark(), { email });
    const seed = one.orders.findIndex(({ seller_id }) => seller_id === shop.sellers.clover.id);
    ok(await say(one, { stars: 5, text: `Well. ${open}`, display_name: name }, seed));
    ok(await say(one, { stars: 2, text: hidden, display_name: name }, 1 - seed));
    const published = (await waiting()).find(({ text }) => text.includes(open));
    await shop.vitrine('review', 'publish', published.id);
    const kept = await shop.vitrine('customer', 'export', '--email', email);
    for (const text of [name, hidden, open]) assert.ok(kept.includes(text), text);
    await shop.vitrine('customer', 'erase', '--email', email);

    const raw = async () => {
      if (shop.store) return (await run('pg_dump', ['-d', shop.store])).stdout;
      const files = readdirSync(shop.data).filter((file) => file.startsWith('vitrine.sqlite'));
      return Buffer.concat(files.map((file) => readFileSync(join(shop.data, file))));
    };
    await until(
      async () => {
        const all = await raw();
        // Read file by file, so that what moves between them at that moment can be in none.
        return all.includes(open) && ![name, hidden].some((text) => all.includes(text));
      },
      10_000,
      () => `the end of ${name} and ${hidden}, and ${open} still there`,
    );
    const product_id = await productOf('CLO-SEED');
    const [shown] = (await reviewsOf(product_id)).reviews;
    assert.deepEqual([shown.text, shown.display_name], [`Well. ${open}`, '']);
    refused(await say(one, { stars: 3 }, seed), 409, 'invalid_transition', 'order_id');
    ok(await say(one, {}, seed));
    assert.deepEqual((await reviewsOf(product_id)).reviews, []);
    const logged = shop.lines.filter((line) => line.startsWith('{"')).join('\n');
    for (const text of [name, hidden, open, email]) assert.ok(!logged.includes(text), text);
  });

  test('of a presenter are its site’s, bounded, and not of what it alone sells', async () => {
    const product_id = await productOf('CLO-SEED');
    const key = keyed(shop.presenter.api_key);
    const path = `/v1/presenter/sites/${shop.site_id}/endorsements`;
    const endorse = (id, text) => shop.send('POST', `${path}/${id}`, { ...key, body: { text } });
    refused(await endorse('pro_none', 'Good'), 404, 'unknown_product', 'product_id');
    refused(await endorse(product_id, 'x'.repeat(301)), 413, 'too_large', 'text');
    refused(await endorse(product_id, 'a\u202Eb'), 422, 'invalid_format', 'text');
    const before = (await rank()).find((standing) => standing.product_id === product_id)?.score;
    const [first] = ok(await endorse(product_id, 'Mine grew well')).endorsements;
    assert.deepEqual([first.product_id, first.text], [product_id, 'Mine grew well']);
    assert.deepEqual(ok(await shop.send('GET', path, key)).endorsements, [first]);
    const score = (await rank()).find((standing) => standing.product_id === product_id).score;
    assert.ok(score > (before ?? 0));
    await until(
      async () => (await manifestOf(shop)).recommended,
      10_000,
      () => 'the recommendation on the shelf',
    );
    assert.deepEqual((await manifestOf(shop)).recommended, {
      presenter_name: 'The Garden',
      product_ids: [product_id],
    });
    const { endorsement } = await reviewsOf(product_id);
    assert.deepEqual(endorsement, {
      presenter_name: 'The Garden',
      text: 'Mine grew well',
      commissions: [],
    });
    await shop.vitrine('site', 'shares', '--site', shop.site_id, '--disclose');
    const terms = {
      from: new Date().toISOString().slice(0, 10),
      presenting: 'open',
      rules: [{ commission_bp: 2000 }],
    };
    const file = shop.write('terms.json', terms);
    await shop.vitrine('seller', 'terms', '--seller', shop.sellers.clover.id, '--publish', file);
    const { commissions } = (await reviewsOf(product_id)).endorsement;
    assert.deepEqual(commissions, [{ seller_id: shop.sellers.clover.id, amount: 59 }]);

    const settings = { currency: 'EUR', country: 'DE', language: 'en', name: await sellerName() };
    const own = JSON.parse(
      await shop.vitrine('site', 'add', '--settings', shop.write('own.json', settings)),
    );
    const said = ['endorsement', 'set', '--site', own.id, '--product', product_id, '--text', 'x'];
    assert.match((await shop.command(...said)).output, /own_product at product_id/);
    await shop.vitrine('endorsement', 'remove', '--site', shop.site_id, '--product', product_id);
    assert.deepEqual(ok(await shop.send('GET', path, key)).endorsements, []);
  });
  const sellerName = async () =>
    (await command('catalog.sellers', {})).sellers
      .find(({ id }) => id === shop.sellers.clover.id)
      .name.toUpperCase();
});
