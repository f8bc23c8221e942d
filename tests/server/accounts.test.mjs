// People who sign in: accounts, their cookie, and acting for members with it as with a key.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { browser } from './browser.mjs';
import { ok, refused, send } from './client.mjs';
import { threeSellers } from './goods.mjs';
import { until } from './receiver.mjs';
import { openShop } from './shop.mjs';

const password = 'correct horse battery';
const site = { name: 'My Garden', currency: 'EUR', country: 'DE', language: 'en' };
const seller = { ...threeSellers.birch.settings, name: 'Juniper' };

let number = 0;
const newcomer = () => ({ email: `person-${++number}@example.org`, password, name: 'Ada Person' });

describe('an account', { timeout: 120_000 }, () => {
  let shop;
  before(async () => (shop = await openShop({ serve: ['--sign-up', 'open'] })));
  after(() => shop?.stop());

  /** Somebody new who is signed in. */
  async function signedUp() {
    const page = browser(shop.url);
    const who = newcomer();
    const account = ok(await page.post('/v1/accounts', who));
    return { page, who, account };
  }

  test('is made, told, left and entered again', async () => {
    const { page, who, account } = await signedUp();
    assert.match(account.id, /^acc_/);
    assert.deepEqual(account, {
      id: account.id,
      email: who.email,
      name: who.name,
      email_confirmed: true,
      unwanted_mails: [],
      members: [],
    });
    assert.deepEqual(ok(await page.get('/v1/account')), account);
    ok(await page.post('/v1/sign_out'));
    refused(await page.get('/v1/account'), 401, 'unauthorized', 'authorization');
    assert.deepEqual(ok(await page.post('/v1/sign_in', entering(who))), account);
    assert.deepEqual(ok(await page.get('/v1/account')), account);
  });

  test('is kept in a cookie that scripts, other hosts and other sites never get', async () => {
    const answer = await browser(shop.url).post('/v1/accounts', newcomer());
    const [cookie] = answer.headers['set-cookie'];
    assert.match(
      cookie,
      /^__Host-vitrine=vs_[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=2592000$/,
    );
    assert.equal(answer.headers['cache-control'], 'no-store');
  });

  test('sign-out ends the cookie on the server, not only in the browser', async () => {
    const { page } = await signedUp();
    const kept = page.cookie();
    const left = await page.post('/v1/sign_out');
    assert.match(left.headers['set-cookie'][0], /^__Host-vitrine=; .*Max-Age=0$/);
    refused(
      await page.get('/v1/account', { headers: { cookie: kept } }),
      401,
      'unauthorized',
      'authorization',
    );
  });

  test('a wrong password and an unknown address get the same answer in about the same time', async () => {
    const { who } = await signedUp();
    const page = browser(shop.url);
    const timed = async (body) => {
      const began = performance.now();
      const answer = await page.post('/v1/sign_in', body);
      return { answer, took: performance.now() - began };
    };
    const times = { wrong: [], unknown: [] };
    const texts = new Set();
    for (let i = 0; i < 4; ++i) {
      const wrong = await timed({ email: who.email, password: `wrong password ${i}` });
      const unknown = await timed({ email: `nobody-${i}@example.org`, password });
      for (const { answer } of [wrong, unknown]) {
        refused(answer, 401, 'unauthorized', 'password');
        texts.add(answer.text);
      }
      times.wrong.push(wrong.took);
      times.unknown.push(unknown.took);
    }
    assert.equal(texts.size, 1);
    const least = Object.fromEntries(Object.entries(times).map(([k, v]) => [k, Math.min(...v)]));
    const told = JSON.stringify(least);
    assert.ok(least.wrong > 20 && least.unknown > 20, told);
    assert.ok(Math.max(...Object.values(least)) < 3 * Math.min(...Object.values(least)), told);
  });

  test('an address has one form, and one account', async () => {
    const { who, account } = await signedUp();
    const page = browser(shop.url);
    const shouted = who.email.toUpperCase();
    assert.equal(ok(await page.post('/v1/sign_in', { email: shouted, password })).id, account.id);
    const again = await page.post('/v1/accounts', { ...newcomer(), email: shouted });
    refused(again, 409, 'invalid_transition', 'email');
  });

  test('what is no address, no password or no name is refused where it stands', async () => {
    const page = browser(shop.url);
    const attempt = (change) => page.post('/v1/accounts', { ...newcomer(), ...change });
    for (const email of ['', 'nobody', 'a@b c', 'a@b\r\nBcc: x@y', 'a b@example.org'])
      refused(await attempt({ email }), 422, 'invalid_format', 'email');
    for (const short of ['', 'too short', 'x'.repeat(1025)])
      refused(await attempt({ password: short }), 422, 'out_of_range', 'password');
    for (const name of ['', '   ']) refused(await attempt({ name }), 422, 'missing_field', 'name');
    ok(await attempt({ password: 'x'.repeat(1024) }));
    ok(await attempt({ password: 'пароль из букв' }));
  });

  test('a password is changed by who knows it, and signs everybody else out', async () => {
    const { page, who } = await signedUp();
    const elsewhere = browser(shop.url);
    ok(await elsewhere.post('/v1/sign_in', entering(who)));
    const next = 'another long secret';
    const change = (body) => page.post('/v1/account/password', body);
    refused(
      await change({ password: 'not the right one', new_password: next }),
      401,
      'unauthorized',
      'password',
    );
    refused(await change({ password, new_password: 'short' }), 422, 'out_of_range', 'new_password');
    ok(await elsewhere.get('/v1/account'));
    ok(await change({ password, new_password: next }));
    ok(await page.get('/v1/account'));
    refused(await elsewhere.get('/v1/account'), 401, 'unauthorized', 'authorization');
    refused(await elsewhere.post('/v1/sign_in', entering(who)), 401, 'unauthorized', 'password');
    ok(await elsewhere.post('/v1/sign_in', { email: who.email, password: next }));
  });

  test('pages of others cannot use the cookie, nor sign somebody in', async () => {
    const { page, who } = await signedUp();
    const foreign = [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site', origin: shop.url },
      { 'sec-fetch-site': undefined, origin: 'https://evil.example' },
      { 'sec-fetch-site': undefined },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of foreign) {
      const told = JSON.stringify(headers);
      for (const answer of [
        await page.get('/v1/account', { headers }),
        await page.post('/v1/account/sites', site, { headers }),
        await page.post('/v1/sign_in', entering(who), { headers }),
        await page.post('/v1/accounts', newcomer(), { headers }),
        await page.post('/v1/sign_out', undefined, { headers }),
      ]) {
        assert.equal(answer.headers['set-cookie'], undefined, told);
        refused(answer, 403, 'forbidden_origin', 'origin');
      }
    }
    ok(await page.get('/v1/account'));
    const ours = { 'sec-fetch-site': undefined, origin: shop.url };
    ok(await page.get('/v1/account', { headers: ours }));
  });

  test('makes a site and a seller, and acts for both as their keys do', async () => {
    const { page } = await signedUp();
    const made = ok(await page.post('/v1/account/sites', site));
    const { owner } = ok(await page.post('/v1/account/sellers', seller));
    const { members } = ok(await page.get('/v1/account'));
    assert.deepEqual(members, [
      {
        owner: made.presenter_id,
        scope: 'presenter',
        name: site.name,
        right: 'owner',
        approved: true,
      },
      { owner, scope: 'seller', name: seller.name, right: 'owner', approved: false },
    ]);
    assert.deepEqual(ok(await page.get('/v1/seller/orders', { member: owner })), { orders: [] });
    const { keys } = ok(await page.get('/v1/keys', { member: owner }));
    assert.deepEqual(keys, []);
    const { api_key } = ok(await page.post('/v1/keys', {}, { member: owner }));
    const bearer = { headers: { authorization: `Bearer ${api_key}` } };
    ok(await shop.send('GET', '/v1/seller/orders', bearer));
  });

  test('a seller who signed up is shown nowhere until the operator says so', async () => {
    const { page } = await signedUp();
    const { id, presenter_id } = ok(await page.post('/v1/account/sites', site));
    const { owner } = ok(await page.post('/v1/account/sellers', seller));
    const goods = threeSellers.birch.goods.map((row) => ({ ...row, gtin: undefined }));
    await shop.vitrine('import', '--seller', owner, shop.feed('juniper', goods));
    const shown = async () => {
      const path = `/v1/presenter/sellers?site_id=${id}`;
      const { sellers } = ok(await page.get(path, { member: presenter_id }));
      return sellers.some(({ agreement }) => agreement.seller_id === owner);
    };
    const found = async () => {
      const path = `/v1/sites/${id}/commands/catalog.products`;
      const { products } = ok(await page.post(path, { limit: 200 }));
      return products.find(({ seller_ids }) => seller_ids.includes(owner));
    };
    await until(
      async () => (await page.get(`/v1/sites/${id}/manifest.json`)).status === 200,
      10_000,
      () => 'the site',
    );
    assert.equal(await shown(), false);
    assert.equal(await found(), undefined);
    await shop.vitrine('seller', 'approve', '--seller', owner, '--yes');
    assert.equal(await shown(), true);
    await until(found, 10_000, () => 'the goods of who was approved');
    const own = `/v1/presenter/sites/${id}/endorsements/${(await found()).id}`;
    const praise = await page.post(own, { text: 'The best' }, { member: presenter_id });
    refused(praise, 422, 'own_product', 'product_id');
    await shop.vitrine('seller', 'approve', '--seller', owner, '--no');
    await until(
      async () => !(await found()),
      10_000,
      () => 'no goods of who no longer is',
    );
    assert.equal(ok(await page.get('/v1/account')).members[1].approved, false);
  });

  test('acts for nobody else: not for other members, not beyond a member’s scope', async () => {
    const { page } = await signedUp();
    const { presenter_id } = ok(await page.post('/v1/account/sites', site));
    for (const member of [
      shop.presenter.id,
      shop.sellers.alder.id,
      'operator',
      'sel_x',
      '',
      undefined,
    ])
      refused(await page.get('/v1/keys', { member }), 401, 'unauthorized', 'vitrine-member');
    for (const path of ['/v1/seller/orders', '/v1/seller/terms'])
      refused(await page.get(path, { member: presenter_id }), 401, 'unauthorized', 'authorization');
    const theirs = `/v1/presenter/sellers?site_id=${shop.site_id}`;
    refused(await page.get(theirs, { member: presenter_id }), 404, 'unknown_site', 'site_id');
  });

  test('an answer that is kept for retries is told to the same person as the same member only', async () => {
    const { page } = await signedUp();
    const { page: other } = await signedUp();
    const headers = { 'idempotency-key': randomUUID() };
    const first = ok(await page.post('/v1/account/sites', site, { headers }));
    assert.deepEqual(ok(await page.post('/v1/account/sites', site, { headers })), first);
    refused(
      await other.post('/v1/account/sites', site, { headers }),
      422,
      'idempotency_mismatch',
      'Idempotency-Key',
    );
    assert.equal(ok(await page.get('/v1/account')).members.length, 1);
  });

  test('settings that are wrong make no member', async () => {
    const { page } = await signedUp();
    const wrong = async (path, body, code, where) =>
      refused(await page.post(path, body), 422, code, where);
    await wrong('/v1/account/sites', { ...site, name: '' }, 'missing_field', 'name');
    await wrong('/v1/account/sites', { ...site, country: 'Germany' }, 'invalid_format', 'country');
    for (const origin of [
      'blog.example',
      'https://blog.example/',
      'https://Blog.example',
      'ftp://x',
      'https://blog.example:443',
    ])
      await wrong(
        '/v1/account/sites',
        { ...site, allowed_origins: ['https://a.example', origin] },
        'invalid_format',
        'allowed_origins[1]',
      );
    const none = { ...seller, shipping_profiles: [] };
    await wrong('/v1/account/sellers', none, 'missing_field', 'shipping_profiles');
    assert.deepEqual(ok(await page.get('/v1/account')).members, []);
  });

  test('neither passwords nor cookies are in the log or in the data folder’s texts', async () => {
    const { page } = await signedUp();
    const text = page.cookie().split('=')[1];
    await page.post('/v1/sign_in', { email: 'x@example.org', password: 'a secret in vain' });
    const log = shop.lines.join('\n');
    for (const secret of [password, text, 'a secret in vain']) assert.ok(!log.includes(secret));
    const list = await shop.vitrine('account', 'list', '--json');
    assert.ok(!list.includes('argon2'), list);
  });

  test('is looked after on the command line', async () => {
    shop.write('password.txt', `${password}\n`);
    shop.write('short.txt', 'short\n');
    const email = 'ops@example.org';
    const add = (file) =>
      shop.command(
        'account',
        'add',
        '--email',
        email,
        '--name',
        'Ops',
        '--password-file',
        file,
        '--member',
        'operator',
      );
    assert.match((await add('short.txt')).output, /10 to 1024/);
    assert.equal((await add('password.txt')).code, 0);
    assert.match((await add('password.txt')).output, /already/);
    const page = browser(shop.url);
    const { members } = ok(await page.post('/v1/sign_in', { email, password }));
    assert.deepEqual(members, [
      { owner: 'operator', scope: 'operator', name: 'Operator', right: 'owner', approved: true },
    ]);
    assert.ok(ok(await page.get('/v1/keys', { member: 'operator' })).keys.length > 3);

    const { alder } = shop.sellers;
    await shop.vitrine('account', 'join', '--email', email, '--member', alder.id);
    await shop.vitrine('account', 'leave', '--email', email, '--member', 'operator');
    ok(await page.get('/v1/seller/orders', { member: alder.id }));
    refused(
      await page.get('/v1/keys', { member: 'operator' }),
      401,
      'unauthorized',
      'vitrine-member',
    );
    shop.write('password.txt', 'a new long password\n');
    await shop.vitrine('account', 'password', '--email', email, '--password-file', 'password.txt');
    refused(await page.get('/v1/account'), 401, 'unauthorized', 'authorization');
    ok(await page.post('/v1/sign_in', { email, password: 'a new long password' }));
    await shop.vitrine('account', 'remove', '--email', email);
    refused(await page.get('/v1/account'), 401, 'unauthorized', 'authorization');
  });

  test('many who sign in at once wait in a short line, and the rest is told to come back', async () => {
    const page = browser(shop.url);
    const attempts = Array.from({ length: 60 }, (_, i) =>
      page.post('/v1/sign_in', { email: `crowd-${i}@example.org`, password }),
    );
    const health = send(shop.url, 'GET', '/healthz');
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    assert.ok(statuses.includes(401) && statuses.includes(503), statuses.join());
    assert.deepEqual([...new Set(statuses)].sort(), [401, 503]);
    ok(await health);
  });
});

const entering = ({ email, password }) => ({ email, password });

describe('sign-in with the usual limits', { timeout: 60_000 }, () => {
  let shop;
  before(async () => (shop = await openShop({ options: [], serve: ['--sign-up', 'closed'] })));
  after(() => shop?.stop());

  test('strangers make no accounts where the operator has not opened that', async () => {
    const page = browser(shop.url);
    assert.equal(ok(await page.get('/v1/accounts')).open, false);
    refused(await page.post('/v1/accounts', newcomer()), 401, 'unauthorized', 'sign_up');
  });

  test('guesses at one account slow down, from wherever they come', async () => {
    const guess = (i, email = 'victim@example.org') =>
      browser(shop.url).post(
        '/v1/sign_in',
        { email, password: `guess number ${i}` },
        { from: `127.0.0.${2 + (i % 5)}` },
      );
    for (let i = 0; i < 10; ++i) refused(await guess(i), 401, 'unauthorized', 'password');
    const slow = await guess(10);
    assert.equal(
      refused(slow, 429, 'rate_limited', 'email').limit,
      Number(slow.headers['retry-after']),
    );
    assert.ok(Number(slow.headers['retry-after']) > 30);
    refused(await guess(11, 'other@example.org'), 401, 'unauthorized', 'password');
  });

  test('guesses from one address slow down, at whichever account', async () => {
    const guesses = Array.from({ length: 30 }, (_, i) =>
      browser(shop.url).post(
        '/v1/sign_in',
        { email: `someone-${i}@example.org`, password },
        { from: '127.0.0.9' },
      ),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    const slowed = statuses.filter((status) => status === 429).length;
    assert.ok(slowed >= 5 && slowed <= 10, statuses.join());
  });
});
