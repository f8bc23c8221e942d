// The sites of a presenter over HTTP: listed, added and changed, checked as the command line checks them.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { ok, refused } from './client.mjs';
import { until } from './receiver.mjs';
import { blog, openShop } from './shop.mjs';

describe('a presenter’s sites', { timeout: 60_000 }, () => {
  let shop;
  before(async () => (shop = await openShop()));
  after(() => shop?.stop());

  const presenter = (method, path, body) =>
    shop.send(method, `/v1/presenter/sites${path}`, {
      body,
      headers: {
        authorization: `Bearer ${shop.presenter.api_key}`,
        'idempotency-key': randomUUID(),
      },
    });
  const list = async () => ok(await presenter('GET', '')).sites;
  const garden = { name: 'The Other Garden', currency: 'EUR', country: 'AT', language: 'de' };

  const setup = async () =>
    ok(
      await shop.send('GET', '/v1/presenter/setup', {
        headers: { authorization: `Bearer ${shop.presenter.api_key}` },
      }),
    ).sites.find(({ site_id }) => site_id === shop.site_id);

  test('are noted to have been seen with their tag, by allowed pages only', async () => {
    const load = (headers) =>
      shop.send('GET', `/v1/sites/${shop.site_id}/manifest.json`, { headers });
    const nothing = { site_id: shop.site_id, arranged: false, look: false };
    ok(await load({}));
    ok(await load({ origin: shop.url }));
    refused(await load({ origin: 'https://other.example' }), 403, 'forbidden_origin', 'origin');
    assert.deepEqual(await setup(), nothing);
    ok(await load({ origin: blog }));
    const seen = await until(
      async () => (await setup()).tag_seen_on,
      5000,
      () => 'the tag',
    );
    assert.match(seen, /^2\d{3}-\d\d-\d\d$/);
  });

  test('tell how far a seller has come, too', async () => {
    const state = await shop.send('GET', '/v1/seller/setup', {
      headers: { authorization: `Bearer ${shop.sellers.alder.api_key}` },
    });
    const { products, terms, endpoint, standing } = ok(state);
    assert.deepEqual([products, terms, endpoint, standing], [true, false, 'none', 'approved']);
  });

  test('are its own, and a further one is added', async () => {
    const [first, ...none] = await list();
    assert.equal(first.id, shop.site_id);
    assert.deepEqual(none, []);
    const added = ok(await presenter('POST', '', { ...garden, allowed_origins: [blog] }));
    assert.equal(added.presenter_id, shop.presenter.id);
    assert.deepEqual(await list(), [first, added]);
  });

  test('get neither an id nor another presenter by wishing', async () => {
    const wished = { ...garden, id: 'site_mine', presenter_id: 'pre_other' };
    const { id, presenter_id } = ok(await presenter('POST', '', wished));
    assert.notEqual(id, 'site_mine');
    assert.equal(presenter_id, shop.presenter.id);
  });

  test('show the shop on pages of other origins once those are allowed', async () => {
    const origin = 'https://moved.example';
    const manifest = () =>
      shop.send('GET', `/v1/sites/${shop.site_id}/manifest.json`, { headers: { origin } });
    refused(await manifest(), 403, 'forbidden_origin', 'origin');
    const changed = ok(
      await presenter('POST', `/${shop.site_id}`, { allowed_origins: [origin, blog] }),
    );
    assert.deepEqual(changed.allowed_origins, [origin, blog]);
    await until(
      async () => (await manifest()).status === 200,
      5000,
      () => 'the manifest',
    );
  });

  test('keep what is not spoken of', async () => {
    const [before] = await list();
    const sourcing = { preferred_sellers: [shop.sellers.alder.id], surcharge: 300 };
    ok(await presenter('POST', `/${shop.site_id}`, { sourcing, discloses_shares: true }));
    const [now] = await list();
    assert.deepEqual(
      { ...now, sourcing: undefined },
      { ...before, sourcing: undefined, discloses_shares: true },
    );
    assert.equal(now.sourcing.surcharge, 300);
  });

  test('stay as they are when a change is wrong', async () => {
    const before = await list();
    const cases = [
      [{ name: '' }, 'missing_field', 'name'],
      [{ allowed_origins: [blog, `${blog}/`] }, 'invalid_format', 'allowed_origins[1]'],
      [{ allowed_origins: ['*'] }, 'invalid_format', 'allowed_origins[0]'],
      [{ allowed_origins: Array(101).fill(blog) }, 'too_large', 'allowed_origins'],
      [{ sourcing: { surcharge: -1 } }, 'out_of_range', 'sourcing.surcharge'],
      [{ sourcing: { excluded_sellers: ['sel_x'] } }, 'not_found', 'sourcing.excluded_sellers[0]'],
      [{ currency: 'USD' }, 'unknown_field', 'currency'],
    ];
    for (const [change, code, path] of cases) {
      const answer = await presenter('POST', `/${shop.site_id}`, { name: 'Renamed', ...change });
      assert.ok([404, 413, 422].includes(answer.status), answer.text);
      refused(answer, answer.status, code, path);
    }
    assert.deepEqual(await list(), before);
  });
});
