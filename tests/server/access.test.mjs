// Every route of docs/openapi.json, called by everybody who may not: with no key, keys of other scopes, keys that have
// ended, and keys of the right scope for what belongs to others; and by people who are signed in, for members that are
// not theirs and from pages of others. Nobody gets a byte of it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from '../../scripts/command.mjs';
import { ok, send } from './client.mjs';
import { browser } from './browser.mjs';
import { buyer } from './goods.mjs';
import { receiver, until } from './receiver.mjs';
import { openShop } from './shop.mjs';

const { paths, components } = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8'));

const routes = Object.entries(paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path,
    body: operation.requestBody?.content['application/json']?.schema,
    schemes: (operation.security ?? []).map((each) => Object.keys(each)[0]),
    right: operation['x-right'],
  })),
);
const guarded = routes.filter(({ schemes }) => schemes.length > 0);

const rights = ['read', 'orders', 'manage', 'owner'];

/** A value that the schema allows, as small as possible. */
function example(schema) {
  if (schema.$ref) return example(components.schemas[schema.$ref.split('/').at(-1)]);
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array') return [];
  if (schema.type === 'integer') return 1;
  if (schema.type === 'boolean') return false;
  if (schema.type === 'string') return 'x';
  const required = schema.required ?? [];
  return Object.fromEntries(required.map((key) => [key, example(schema.properties[key])]));
}

describe('who may not', { timeout: 300_000 }, () => {
  let shop;
  let endpoint;
  /** What is alder's, its customer's, or the first presenter's. */
  let objects;
  let secrets;
  const keys = {};
  /** Headers of somebody who is signed in, for the other seller and presenter. */
  let people;
  /** Of people with each right, by it and by the scheme that they act instead of. */
  const teams = {};

  before(async () => {
    endpoint = await receiver({ mode: (response) => response.writeHead(410).end() });
    shop = await openShop({ endpoints: { alder: endpoint.url } });
    const issue = async (owner) =>
      JSON.parse(await shop.vitrine('key', 'issue', '--owner', owner, '--overlap-hours', '1'));
    const settings = { name: 'Other', currency: 'EUR', country: 'DE', language: 'en' };
    const other = JSON.parse(
      await shop.vitrine('site', 'add', '--settings', shop.write('other.json', settings)),
    );
    const ended = await issue(shop.sellers.alder.id);
    await shop.vitrine('key', 'revoke', ended.id);
    const operator = await issue('operator');
    const guide = shop.write('bench.md', '# A bench of canary-guide\n\nSit down.\n');
    await shop.vitrine('guide', 'add', '--site', shop.site_id, '--name', 'bench', guide);
    const session = await shop.ready({ 'ALD-BOARD': 1 });
    const { order } = await shop.buy({ 'ALD-BOARD': 1 });
    const group = ok(await shop.customer.order(order.url));
    const mine = { headers: { authorization: `Bearer ${shop.sellers.alder.api_key}` } };
    const delivery = await until(
      async () =>
        ok(await shop.send('GET', '/v1/seller/deliveries?state=parked', mine)).deliveries[0]
          ?.delivery_id,
      10_000,
      () => 'a parked delivery',
    );
    const list = JSON.parse(
      await shop.vitrine('key', 'list', '--owner', shop.sellers.alder.id, '--json'),
    );
    objects = {
      order: group.orders[0].id,
      session: session.id,
      site: shop.site_id,
      seller: shop.sellers.alder.id,
      key: list[0].id,
      delivery,
    };
    secrets = [
      ...[buyer.name, buyer.email, group.orders[0].id, delivery, list[0].id, session.secret],
      'canary-guide',
      ...[shop.sellers.alder.webhook_secret, order.url.split('/').at(-1)],
    ];
    Object.assign(keys, {
      none: undefined,
      nonsense: 'vk_nonsense',
      ended: ended.api_key,
      'of another seller': shop.sellers.birch.api_key,
      'of another presenter': other.api_key,
      'of an operator': operator.api_key,
      'of a checkout': session.secret,
    });
    shop.write('password.txt', 'correct horse battery');
    const signIn = async (email, ...members) => signInAs('owner', email, ...members);
    const signInAs = async (right, email, ...members) => {
      const named = members.flatMap((each) => ['--member', each]).concat('--right', right);
      const who = ['--email', email, '--name', 'A person', '--password-file', 'password.txt'];
      await shop.vitrine('account', 'add', ...who, ...named);
      const page = browser(shop.url);
      ok(await page.post('/v1/sign_in', { email, password: 'correct horse battery' }));
      return page.cookie();
    };
    const ours = { 'sec-fetch-site': 'same-origin' };
    const theirs = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    const { alder, birch } = shop.sellers;
    const stranger = await signIn('stranger@example.org', birch.id);
    const owner = await signIn('owner@example.org', alder.id, shop.presenter.id);
    people = {
      'nobody, for a member': { ...ours, 'vitrine-member': alder.id },
      'somebody, for no member': { ...ours, cookie: stranger },
      'somebody, for another seller': { ...ours, cookie: stranger, 'vitrine-member': alder.id },
      'somebody, for another presenter': {
        ...ours,
        cookie: stranger,
        'vitrine-member': shop.presenter.id,
      },
      'somebody, for the operator': { ...ours, cookie: stranger, 'vitrine-member': 'operator' },
      'the seller, from a page of others': {
        ...theirs,
        cookie: owner,
        'vitrine-member': alder.id,
      },
      'the presenter, from a page of others': {
        ...theirs,
        cookie: owner,
        'vitrine-member': shop.presenter.id,
      },
    };
    for (const right of rights) {
      const all = {
        seller_key: alder.id,
        presenter_key: shop.presenter.id,
        operator_key: 'operator',
      };
      const cookie = await signInAs(right, `with-${right}@example.org`, ...Object.values(all));
      teams[right] = Object.fromEntries(
        Object.entries(all).map(([scheme, member]) => [
          scheme,
          { ...ours, cookie, 'vitrine-member': member },
        ]),
      );
    }
    keys.right = {
      seller_key: shop.sellers.alder.api_key,
      presenter_key: shop.presenter.api_key,
      operator_key: operator.api_key,
    };
  });
  after(async () => {
    await shop?.stop();
    await endpoint?.close();
  });

  /** The scheme that a key of `keys` fits, if any. */
  const schemeOf = {
    'of another seller': 'seller_key',
    'of another presenter': 'presenter_key',
    'of an operator': 'operator_key',
  };
  const call = ({ method, path, body }, key, headers) => {
    const target = path
      .replace('{id}', () =>
        /checkout_sessions/.test(path)
          ? objects.session
          : /keys/.test(path)
            ? objects.key
            : objects.order,
      )
      .replace('{site_id}', objects.site)
      .replace('{seller_id}', objects.seller)
      .replace('{sku}', 'ALD-BOARD')
      .replace('{name}', 'bench')
      .replace('{month}', new Date().toISOString().slice(0, 7));
    return send(shop.url, method, target + (method === 'GET' ? `?site_id=${objects.site}` : ''), {
      body: body ? example(body) : undefined,
      headers: {
        authorization: key === undefined ? undefined : `Bearer ${key}`,
        'idempotency-key': randomUUID(),
        ...headers,
      },
    });
  };
  const silent = (answer) => {
    for (const secret of secrets) assert.ok(!answer.text.includes(secret), answer.text);
  };

  test('the table of routes has those that need a key', () => {
    assert.ok(guarded.length >= 25, `${guarded.length}`);
    const open = routes.filter(({ schemes }) => schemes.length === 0).map(({ path }) => path);
    for (const path of open)
      assert.match(
        path,
        /^\/unsubscribe\/\{token\}$|^\/v1\/(checkout_sessions|orders\/\{token\}.*|order_states\/\{key\}|sites\/.*|accounts|sign_in|sign_out|password\/(forgotten|reset)|passkeys\/(challenge|sign_in)|invitations\/look)$/,
      );
  });

  for (const route of guarded) {
    const checkout = route.schemes.includes('session_secret');
    test(`${route.method} ${route.path} tells nothing to strangers`, async () => {
      for (const [who, key] of Object.entries(keys)) {
        if (who === 'right' || (checkout && who === 'of a checkout')) continue;
        if (who === 'of an operator' && route.schemes.includes('operator_key')) continue; // all is its own
        const answer = await call(route, key);
        const told = `${who}: ${answer.status} ${answer.text}`;
        silent(answer);
        if (!route.schemes.includes(schemeOf[who])) {
          const statuses = checkout ? [404] : [401];
          assert.ok(statuses.includes(answer.status), told);
        } else if (/\{(id|site_id|seller_id)\}/.test(route.path)) {
          // Right scope, another's object; a site is no seller's own: both may speak to it.
          const shared = /seller\/agreements/.test(route.path);
          assert.ok(shared ? answer.status === 409 : answer.status === 404, told);
        }
      }
      for (const [who, headers] of Object.entries(people)) {
        if (route.schemes.includes('signed_in') && who.startsWith('somebody')) continue; // their own account
        const answer = await call(route, undefined, headers);
        silent(answer);
        const statuses = checkout ? [404] : [401, 403];
        assert.ok(statuses.includes(answer.status), `${who}: ${answer.status} ${answer.text}`);
      }
    });
  }

  test('whose it is gets it: the same calls with the right keys find something', async () => {
    const reads = guarded.filter(
      ({ method, schemes }) => method === 'GET' && schemes.some((each) => keys.right[each]),
    );
    let found = 0;
    for (const route of reads) {
      const answer = await call(route, keys.right[route.schemes[0]]);
      if (route.path === '/v1/seller/services/{sku}') {
        assert.equal(answer.json.error.code, 'unknown_offer', 'alder gives none');
        continue;
      }
      assert.equal(answer.status, 200, `${route.path}: ${answer.text}`);
      if (secrets.some((secret) => answer.text.includes(secret))) ++found;
    }
    assert.ok(found >= 4, `${found}`);
  });

  // Last, as those who may do change things.
  for (const route of guarded.filter(({ right }) => right)) {
    const least = rights.indexOf(route.right);
    test(`${route.method} ${route.path} takes the right "${route.right}", and no less does`, async () => {
      assert.ok(
        (least >= 0 && (route.method === 'GET') === (route.right === 'read')) ||
          /preview|leave/.test(route.path),
      );
      for (const right of rights.slice(0, least + 1))
        for (const scheme of route.schemes) {
          const answer = await call(route, undefined, teams[right][scheme]);
          const told = `${right} as ${scheme}: ${answer.status} ${answer.text}`;
          const refusal = answer.status === 401 && JSON.parse(answer.text).error.path === 'right';
          assert.equal(refusal, rights.indexOf(right) < least, told);
          if (refusal) silent(answer);
        }
    });
  }

  test('each route that a key opens says which right it takes', () => {
    const without = guarded.filter(
      ({ schemes, right }) => schemes.some((each) => /_key$/.test(each)) && !right,
    );
    assert.deepEqual(without, []);
  });
});
