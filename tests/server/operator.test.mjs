// The operator's routes: who waits for its word, who is on the server, how that is doing, and its fee; by key and by an
// account that was given the right on the command line.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { browser } from './browser.mjs';
import { ok, refused } from './client.mjs';
import { address, buyer, threeSellers } from './goods.mjs';
import { receiver, until } from './receiver.mjs';
import { openShop } from './shop.mjs';

const password = 'correct horse battery';
const customer = {
  buyer: { name: 'Canary Customer', email: 'canary.customer@example.com', phone: '+49 30 555019' },
  address: { ...address, name: 'Canary Customer', line1: 'Kanarienweg 9b' },
};
const canaries = ['Canary Customer', 'canary.customer@example.com', '555019', 'Kanarienweg'];

describe('the operator', { timeout: 300_000 }, () => {
  let shop, endpoint, page, key;
  before(async () => {
    endpoint = await receiver({ mode: 'refuse' });
    shop = await openShop({
      endpoints: { alder: endpoint.url },
      serve: ['--sign-up', 'open', '--retry-seconds', '0.05,0.05'],
    });
    shop.write('password.txt', password);
    const who = ['--email', 'op@example.org', '--name', 'Opal', '--password-file', 'password.txt'];
    await shop.vitrine('account', 'add', ...who, '--member', 'operator');
    page = browser(shop.url);
    ok(await page.post('/v1/sign_in', { email: 'op@example.org', password }));
    key = JSON.parse(await shop.vitrine('key', 'issue', '--owner', 'operator')).api_key;
  });
  after(async () => {
    await shop?.stop();
    await endpoint?.close();
  });

  const member = 'operator';
  const get = async (path) => ok(await page.get(path, { member }));
  const post = (path, body = {}) => page.post(path, body, { member });
  const tasks = () => get('/v1/operator/tasks');

  /** Somebody who has signed up, and begun to sell. */
  async function newcomer(name) {
    const other = browser(shop.url);
    const email = `${name.toLowerCase()}@example.org`;
    ok(await other.post('/v1/accounts', { email, password, name }));
    const settings = { ...threeSellers.birch.settings, name, address: `${name} Street 1` };
    const { owner } = ok(await other.post('/v1/account/sellers', settings));
    return { page: other, owner, email };
  }

  /** A customer's text about goods that were shipped. */
  async function review(text, more = {}) {
    const { order } = await shop.buy({ 'BIR-SCREW': 1 }, customer);
    const token = order.url.split('/').at(-1);
    const [part] = ok(await shop.customer.order(order.url)).orders;
    ok(await shop.seller('birch', 'POST', `/${part.id}/ship`, {}));
    const { offer_id } = part.line_items[0];
    const said = { order_id: part.id, offer_id, stars: 4, text, display_name: 'C.', ...more };
    ok(await shop.send('POST', `/v1/orders/${token}/reviews`, { body: said }));
    return { token, order_id: part.id };
  }
  const ownReview = async ({ token }) =>
    ok(await shop.send('GET', `/v1/orders/${token}`)).orders[0].reviews[0];

  test('is made on the command line or by its owners: nobody who signs up is one', async () => {
    const { page: stranger, owner } = await newcomer('Stranger');
    for (const acting of ['operator', owner, undefined]) {
      const answer = await stranger.get('/v1/operator/tasks', { member: acting });
      assert.equal(answer.status, 401, answer.text);
      const approval = { approved: true };
      const path = `/v1/operator/sellers/${owner}/approval`;
      assert.equal((await stranger.post(path, approval, { member: acting })).status, 401);
    }
    const own = ok(await stranger.get('/v1/account')).members;
    assert.deepEqual(
      own.map(({ approved }) => approved),
      [false],
    );
    await shop.vitrine(
      'account',
      'join',
      '--email',
      'stranger@example.org',
      '--member',
      'operator',
    );
    ok(await stranger.get('/v1/operator/tasks', { member }));
    await shop.vitrine(
      'account',
      'leave',
      '--email',
      'stranger@example.org',
      '--member',
      'operator',
    );
    refused(
      await stranger.get('/v1/operator/tasks', { member }),
      401,
      'unauthorized',
      'vitrine-member',
    );
    const bearer = { headers: { authorization: `Bearer ${key}` } };
    assert.deepEqual(ok(await shop.send('GET', '/v1/operator/tasks', bearer)), await tasks());
    ok(await post(path(owner), { approved: true }));
  });

  const path = (owner) => `/v1/operator/sellers/${owner}/approval`;

  test('sees who waits, with identity and goods, and approves or refuses with a reason', async () => {
    const before = await tasks();
    const { page: seller, owner } = await newcomer('Juniper');
    const goods = threeSellers.birch.goods.map((row) => ({ ...row, gtin: undefined }));
    await shop.vitrine('import', '--seller', owner, shop.feed('juniper', goods));
    assert.equal((await tasks()).sellers, before.sellers + 1);
    const queue = await get('/v1/operator/sellers?standing=waiting');
    const waiting = queue.sellers.find(({ id }) => id === owner);
    assert.deepEqual(
      { ...waiting, titles: undefined, joined_at: undefined },
      {
        id: owner,
        name: 'Juniper',
        country: 'DE',
        currency: 'EUR',
        email: threeSellers.birch.settings.email,
        address: 'Juniper Street 1',
        standing: 'waiting',
        refusal: '',
        offers: goods.length,
        titles: undefined,
        joined_at: undefined,
      },
    );
    assert.ok(waiting.titles.length > 0 && waiting.titles[0].includes('canary-birch'));
    assert.ok(Math.abs(Date.parse(waiting.joined_at) - Date.now()) < 60_000, waiting.joined_at);

    refused(await post(path(owner), { approved: false }), 422, 'missing_field', 'reason');
    refused(await post(path('sel_none'), { approved: true }), 404, 'not_found', 'seller_id');
    const no = ok(await post(path(owner), { approved: false, reason: ' No address. ' }));
    assert.deepEqual([no.standing, no.refusal], ['refused', 'No address.']);
    const told = async () => ok(await seller.get('/v1/account')).members[0];
    assert.deepEqual([(await told()).approved, (await told()).refusal], [false, 'No address.']);
    assert.equal((await tasks()).sellers, before.sellers);

    // Who mends what is wrong asks anew.
    const profile = ok(await seller.get('/v1/seller/profile', { member: owner }));
    const mended = { ...profile, address: 'Juniper Street 1, 34117 Kassel' };
    ok(await seller.post('/v1/seller/profile', mended, { member: owner }));
    assert.deepEqual([(await told()).approved, (await told()).refusal], [false, undefined]);
    assert.equal((await tasks()).sellers, before.sellers + 1);

    assert.equal(ok(await post(path(owner), { approved: true })).standing, 'approved');
    assert.deepEqual([(await told()).approved, (await told()).refusal], [true, undefined]);
    const approve = ['seller', 'approve', '--seller', owner];
    await shop.vitrine(...approve, '--no', '--reason', 'Closed for good');
    assert.equal((await told()).refusal, 'Closed for good');
    await shop.vitrine(...approve, '--yes');
    assert.deepEqual([(await told()).approved, (await told()).refusal], [true, undefined]);
    const path_of_sale = `/v1/sites/${shop.site_id}/commands/catalog.products`;
    await until(
      async () => {
        const body = { offset: 0, limit: 200 };
        const { products } = ok(await shop.send('POST', path_of_sale, { body }));
        return products.some(({ seller_ids }) => seller_ids.includes(owner));
      },
      10_000,
      () => 'the goods of who was approved',
    );
    refused(
      await page.get('/v1/operator/sellers?standing=maybe', { member }),
      422,
      'invalid_format',
      'standing',
    );
  });

  test('publishes and declines texts; customers and sellers see what it says', async () => {
    const good = await review('Sharp and cheap canary-text');
    const bad = await review('Buy elsewhere canary-text');
    const { reviews } = await get('/v1/operator/reviews');
    assert.equal((await tasks()).reviews, 2);
    assert.deepEqual(
      reviews.map(({ text, seller_name, stars, status }) => [text, seller_name, stars, status]),
      [
        ['Sharp and cheap canary-text', 'Birch Iron', 4, 'waiting'],
        ['Buy elsewhere canary-text', 'Birch Iron', 4, 'waiting'],
      ],
    );
    assert.match(reviews[0].product_title, /canary-birch/);
    const [first, second] = reviews.map(({ id }) => `/v1/operator/reviews/${id}`);
    assert.equal(ok(await post(`${first}/publish`)).status, 'published');
    assert.equal((await ownReview(good)).status, 'published');
    refused(await post(`${second}/decline`, { reason: ' ' }), 422, 'missing_field', 'reason');
    ok(await post(`${second}/decline`, { reason: 'An advertisement', stars: true }));
    const { status, reason } = await ownReview(bad);
    assert.deepEqual([status, reason], ['declined', 'An advertisement']);
    assert.deepEqual(await get('/v1/operator/reviews'), { reviews: [] });
    assert.equal((await get('/v1/operator/reviews?status=declined')).reviews.length, 1);
    refused(await post('/v1/operator/reviews/rev_x/publish'), 404, 'not_found', 'id');
  });

  test('lists sellers, sites and accounts page by page', async () => {
    const { sellers } = await get('/v1/operator/sellers');
    const ids = sellers.map(({ id }) => id);
    for (const { id } of Object.values(shop.sellers)) assert.ok(ids.includes(id));
    const rest = await get(`/v1/operator/sellers?after=${ids[1]}`);
    assert.deepEqual(
      rest.sellers.map(({ id }) => id),
      ids.slice(2),
    );
    const { sites } = await get('/v1/operator/sites');
    assert.deepEqual(
      sites.map(({ id }) => id),
      [shop.site_id],
    );
    const { accounts } = await get('/v1/operator/accounts');
    const own = accounts.find(({ email }) => email === 'op@example.org');
    assert.deepEqual(
      own.members.map(({ owner }) => owner),
      ['operator'],
    );
    const text = JSON.stringify(accounts);
    assert.ok(!text.includes('argon2') && !text.includes('password'), text);
    for (let i = 0; i < 101; ++i) {
      const settings = { name: `Site ${i}`, currency: 'EUR', country: 'DE', language: 'en' };
      const body = { body: settings };
      const headers = {
        authorization: `Bearer ${shop.presenter.api_key}`,
        'idempotency-key': randomUUID(),
      };
      ok(await shop.send('POST', '/v1/presenter/sites', { ...body, headers }));
    }
    const first = await get('/v1/operator/sites');
    assert.deepEqual([first.sites.length, first.next], [100, first.sites.at(-1).id]);
    const second = await get(`/v1/operator/sites?after=${first.next}`);
    assert.deepEqual([second.sites.length, second.next], [2, undefined]);
  });

  test('sees what did not reach an endpoint, and sends it again', async () => {
    await shop.buy({ 'ALD-BOARD': 1 }, customer);
    const queue = async () => (await get('/v1/operator/health')).queues[0];
    const parked = await until(
      async () => ((await queue())?.parked === 1 ? queue() : null),
      10_000,
      () => 'a parked order',
    );
    assert.equal(parked.seller_id, shop.sellers.alder.id);
    assert.equal(parked.seller_name, 'Alder Timber');
    assert.deepEqual(
      [parked.waiting, parked.endpoint, parked.outcome],
      [0, 'active', 'answered 503'],
    );
    assert.ok(Math.abs(Date.parse(parked.oldest_at) - Date.now()) < 60_000, parked.oldest_at);
    assert.equal((await tasks()).parked_deliveries, 1);
    const { store, mail, connections } = await get('/v1/operator/health');
    assert.equal(store.kind, shop.store ? 'postgresql' : 'sqlite');
    assert.ok(store.size > 10_000 && store.disk_free > 0 && store.disk_size >= store.disk_free);
    assert.ok(connections >= 1);
    assert.equal(mail.configured, false);
    const replay = (id) => post(`/v1/operator/sellers/${id}/replay`);
    refused(await replay('sel_none'), 404, 'not_found', 'seller_id');
    endpoint.mode = 'take';
    assert.deepEqual(ok(await replay(shop.sellers.alder.id)), { replayed: 1 });
    await endpoint.wait(1);
    await until(
      async () => (await get('/v1/operator/health')).queues.length === 0,
      10_000,
      () => 'nothing to be brought',
    );
    assert.deepEqual(ok(await replay(shop.sellers.alder.id)), { replayed: 0 });
    assert.deepEqual(ok(await post('/v1/operator/mails/replay')), { replayed: 0 });
  });

  test('sees that an endpoint which keeps failing is left alone', async () => {
    endpoint.mode = 'refuse';
    for (let i = 0; i < 3; ++i) await shop.buy({ 'ALD-BOARD': 1 }, customer);
    const { circuit } = await until(
      async () =>
        (await get('/v1/operator/health')).queues.find((queue) => queue.circuit === 'open'),
      10_000,
      () => 'an open circuit',
    );
    assert.equal(circuit, 'open');
    endpoint.mode = 'take';
  });

  test('publishes a fee for new orders, and tells its history', async () => {
    assert.deepEqual((await get('/v1/operator/fees')).versions, []);
    const today = (await get('/v1/operator/fees')).earliest;
    const fee = { from: today, fee_bp: 250, of: 'goods', per_order: [] };
    const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
    refused(
      await post('/v1/operator/fees', { ...fee, from: yesterday }),
      422,
      'retroactive',
      'from',
    );
    const operatorOf = async ({ order }) => {
      const [{ id }] = ok(await shop.customer.order(order.url)).orders;
      return ok(await shop.seller('birch', 'GET', `/${id}`)).shares.split.operator_fee;
    };
    const early = await shop.buy({ 'BIR-SCREW': 1 }, customer);
    ok(await post('/v1/operator/fees', fee));
    const late = await shop.buy({ 'BIR-SCREW': 1 }, customer);
    assert.equal(await operatorOf(early), 0);
    assert.ok((await operatorOf(late)) > 0);
    const coming = { ...fee, from: '2099-01-01', fee_bp: 300 };
    const { versions } = ok(await post('/v1/operator/fees', coming));
    assert.deepEqual(
      versions.map(({ in_force, fee }) => [in_force, fee.fee_bp, fee.from]),
      [
        [true, 250, today],
        [false, 300, '2099-01-01'],
      ],
    );
    assert.equal(JSON.parse(await shop.vitrine('fee')).length, 2);
  });

  test('is told nothing of customers on any of its routes', async () => {
    const answers = await Promise.all(
      ['tasks', 'sellers', 'sites', 'accounts', 'reviews', 'health', 'fees']
        .map((name) => get(`/v1/operator/${name}`))
        .concat(get('/v1/operator/reviews?status=published'), get('/v1/keys')),
    );
    const text = JSON.stringify(answers);
    for (const canary of [...canaries, buyer.email]) assert.ok(!text.includes(canary), canary);
  });
});
