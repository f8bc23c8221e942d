// What browsers and caches see: the catalogue's forms, CORS, and the head lines of our own pages.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ok } from './client.mjs';
import { blog, manifestOf, openShop } from './shop.mjs';

describe('caching', { timeout: 300_000 }, () => {
  let shop;
  let catalog;
  before(async () => {
    shop = await openShop();
    catalog = new URL((await manifestOf(shop)).catalog_url).pathname;
  });
  after(() => shop?.stop());
  const get = (path, headers, method = 'GET') => shop.send(method, path, { headers });

  test('the catalogue may be kept for ever, under a name made of its bytes', async () => {
    const { status, headers, bytes } = await get(catalog);
    assert.equal(status, 200);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.match(headers.etag, /^"[0-9a-f]{32}"$/);
    assert.ok(Math.abs(Date.parse(headers.date) - Date.now()) < 10_000, headers.date);
    assert.equal(new Date(headers.date).toUTCString(), headers.date);
    assert.ok(catalog.includes(headers.etag.slice(1, -1)));
    assert.match(headers.vary, /Accept-Encoding/);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(Number(headers['content-length']), bytes.length);
  });

  test('its Brotli and gzip forms decode to the same bytes and are smaller', async () => {
    const plain = (await get(catalog)).bytes;
    for (const [accepted, encoding, decode] of [
      ['br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
      ['identity', undefined, (bytes) => bytes],
      ['br;q=0, gzip;q=0', undefined, (bytes) => bytes],
    ]) {
      const { headers, bytes } = await get(catalog, { 'accept-encoding': accepted });
      assert.equal(headers['content-encoding'], encoding, accepted);
      assert.deepEqual(decode(bytes), plain);
      if (encoding) assert.ok(bytes.length < plain.length);
    }
  });

  test('who has it already gets 304 and no body', async () => {
    const { headers } = await get(catalog);
    for (const etag of [headers.etag, `W/${headers.etag}`, `"x", ${headers.etag}`]) {
      const answer = await get(catalog, { 'if-none-match': etag });
      assert.equal(answer.status, 304);
      assert.equal(answer.bytes.length, 0);
      assert.equal(answer.headers.etag, headers.etag);
    }
    for (const other of ['"x"', headers.etag.slice(1, -1), headers.etag.replace('"', '"x')]) {
      assert.equal((await get(catalog, { 'if-none-match': other })).status, 200);
    }
    assert.equal((await get(catalog, { 'if-none-match': '*' })).status, 304);
  });

  test('each form has a strong tag of its own, and who has one form does not have another', async () => {
    const forms = ['br', 'gzip', 'identity'];
    const tags = [];
    for (const accepted of forms) {
      tags.push((await get(catalog, { 'accept-encoding': accepted })).headers.etag);
    }
    assert.equal(new Set(tags).size, 3);
    for (const tag of tags) assert.match(tag, /^"[0-9a-f]{32}(-\w+)?"$/);
    for (const [index, accepted] of forms.entries()) {
      for (const [other, tag] of tags.entries()) {
        const headers = { 'accept-encoding': accepted, 'if-none-match': tag };
        assert.equal((await get(catalog, headers)).status, index === other ? 304 : 200);
      }
    }
  });

  test('HEAD has the head lines of GET and no body', async () => {
    for (const path of [catalog, '/healthz', '/v1/vitrine.js', `/checkout/${shop.site_id}`]) {
      const whole = await get(path);
      const head = await get(path, {}, 'HEAD');
      assert.equal(head.status, 200);
      assert.equal(head.bytes.length, 0);
      assert.deepEqual({ ...head.headers, date: '' }, { ...whole.headers, date: '' });
    }
    assert.equal((await get('/v1/nothing', {}, 'HEAD')).status, 404);
  });

  test('the manifest is asked for anew each time', async () => {
    const { headers } = await get(`/v1/sites/${shop.site_id}/manifest.json`);
    assert.equal(headers['cache-control'], 'no-cache');
  });

  test('the tag’s module may be loaded by any page and is asked for anew after a while', async () => {
    const { status, headers } = await get('/v1/vitrine.js', { origin: 'https://any.example' });
    assert.equal(status, 200);
    assert.match(headers['content-type'], /^text\/javascript/);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    assert.match(headers['cache-control'], /max-age=\d+/);
    assert.ok(!headers['cache-control'].includes('immutable'));
  });

  test('answers about orders and checkouts are kept by no cache', async () => {
    const { order } = await shop.buy({ 'CLO-SEED': 1 });
    assert.equal((await shop.customer.order(order.url)).headers['cache-control'], 'no-store');
    const session = await shop.session({ 'CLO-SEED': 1 });
    assert.equal((await shop.customer.read(session)).headers['cache-control'], 'no-store');
  });
});

describe('pages of other origins', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());
  const preflight = (origin) =>
    shop.send('OPTIONS', '/v1/checkout_sessions', {
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    });

  test('a preflight of an allowed origin is granted', async () => {
    const { status, headers, bytes } = await preflight(blog);
    assert.equal(status, 204);
    assert.equal(bytes.length, 0);
    assert.equal(headers['access-control-allow-origin'], blog);
    assert.match(headers['access-control-allow-methods'], /POST/);
    for (const name of ['Authorization', 'Content-Type', 'Idempotency-Key']) {
      assert.ok(headers['access-control-allow-headers'].includes(name));
    }
    assert.match(headers.vary, /Origin/);
    assert.equal(headers['access-control-allow-credentials'], undefined);
  });

  test('a preflight of a foreign origin is granted nothing', async () => {
    for (const origin of ['https://evil.example', 'null', `${blog}.evil.example`]) {
      const { headers } = await preflight(origin);
      const granted = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
      assert.deepEqual(granted, []);
      assert.match(headers.vary, /Origin/);
    }
  });

  test('an allowed page may read answers and refusals; a foreign one neither', async () => {
    const create = (origin, line_items) =>
      shop.customer.create({ site_id: shop.site_id, line_items }, { headers: { origin } });
    const readable = (answer) => answer.headers['access-control-allow-origin'];
    const cart = shop.line_items({ 'CLO-SEED': 1 });
    const allowed = await create(blog, cart);
    ok(allowed);
    assert.equal(readable(allowed), blog);
    assert.equal(readable(await create(blog, [])), blog);
    const foreign = await create('https://evil.example', cart);
    assert.equal(foreign.status, 403);
    assert.equal(readable(foreign), undefined);
  });

  test('the checkout may be framed by the site’s pages only, and runs our scripts only', async () => {
    const { status, headers } = await shop.send('GET', `/checkout/${shop.site_id}`);
    assert.equal(status, 200);
    const policy = headers['content-security-policy'];
    assert.ok(policy.includes(`frame-ancestors 'self' ${blog}`), policy);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
    ]) {
      assert.ok(policy.includes(part), policy);
    }
    assert.ok(!policy.includes('unsafe'));
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
  });

  test('the order page is framed by nobody and its address is told to nobody', async () => {
    const { headers } = await shop.send('GET', '/orders/token');
    assert.ok(headers['content-security-policy'].includes("frame-ancestors 'none'"));
    assert.equal(headers['referrer-policy'], 'no-referrer');
  });
});

describe('health and metrics', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());

  test('/healthz answers that it is well', async () => {
    assert.deepEqual(ok(await shop.send('GET', '/healthz')), { status: 'ok' });
  });

  test('/metrics counts requests by status and purchases', async () => {
    const count = async (name) => {
      const { text, headers } = await shop.send('GET', '/metrics');
      assert.match(headers['content-type'], /^text\/plain/);
      const line = text.split('\n').find((each) => each.startsWith(`${name} `));
      return line ? Number(line.slice(name.length)) : 0;
    };
    const purchases = () => count('vitrine_order_groups_total');
    const missing = () => count('vitrine_requests_total{status="404"}');
    const earlier = [await purchases(), await missing()];
    await shop.buy({ 'CLO-SEED': 1, 'BIR-SCREW': 1 });
    for (let i = 0; i < 3; ++i) await shop.send('GET', '/v1/nothing');
    assert.deepEqual([await purchases(), await missing()], [earlier[0] + 1, earlier[1] + 3]);
  });

  test('many requests on one connection are answered in order', async () => {
    const get = (path) => fetch(shop.url + path).then((answer) => answer.status);
    const paths = Array.from({ length: 60 }, (_, i) => (i % 3 ? '/healthz' : '/v1/nothing'));
    for (const path of paths) assert.equal(await get(path), path === '/healthz' ? 200 : 404);
  });
});
