// What a server on the open web is sent: each refusal has a stable code and the path to the fault, and changes nothing.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { run } from '../../scripts/command.mjs';
import { amount, ok, refused, sendRaw } from './client.mjs';
import { address, buyer, foreignSeller, threeSellers } from './goods.mjs';
import { until } from './receiver.mjs';
import { blog, openShop, published } from './shop.mjs';

describe('bad input', { timeout: 300_000 }, () => {
  let shop;
  let session; // ready to be bought; nothing here may change it
  let unchanged;

  before(async () => {
    shop = await openShop({ sellers: { ...threeSellers, dahlia: foreignSeller } });
    session = await shop.ready({ 'ALD-BOARD': 1, 'CLO-PLANT': 1 });
    unchanged = await everything();
  });
  after(() => shop?.stop());

  const everything = async () => ({
    orders: await shop.orders(),
    session: (await shop.customer.read(session)).text,
    offers: await published(shop, () => true),
    stock: await Promise.all(['ALD-BOARD', 'ALD-LAST', 'CLO-PLANT'].map(shop.stock)),
  });
  const changesNothing = async () => assert.deepEqual(await everything(), unchanged);

  const [line] = [{ offer_id: '', quantity: 1 }];
  const lineOf = (sku, more = {}) => ({ ...line, offer_id: shop.offers[sku].id, ...more });
  const create = (more, options) =>
    shop.customer.create(
      { site_id: shop.site_id, line_items: [lineOf('ALD-BOARD')], ...more },
      options,
    );
  const update = (body, options) => shop.customer.update(session, body, options);

  /** A table of refusals as one test each: [what, status, code, path, call, limit]. */
  const table = (rows) => {
    for (const [what, status, code, path, call, limit] of rows) {
      test(`${what}: ${status} ${code}`, async () => {
        const error = refused(await call(), status, code, path);
        assert.equal(error.limit, limit);
        await changesNothing();
      });
    }
  };

  describe('bodies', () => {
    const raw = (body, headers) => shop.customer.create(body, { headers });
    const text = (site_id, rest) => `{"site_id":"${site_id}",${rest}}`;
    const nested = (depth) => '['.repeat(depth) + ']'.repeat(depth);
    table([
      ['an empty object', 422, 'missing_field', 'site_id', () => raw('{}')],
      ['no JSON', 400, 'malformed_json', '', () => raw('site_id=1')],
      ['no text at all', 400, 'malformed_json', '', () => raw('')],
      ['half an object', 400, 'malformed_json', '', () => raw('{"site_id":"')],
      ['two objects', 400, 'malformed_json', '', () => raw('{}{}')],
      ['a comment', 400, 'malformed_json', '', () => raw('{/* */}')],
      ['a byte order mark', 400, 'malformed_json', '', () => raw('\ufeff{}')],
      ['a trailing comma', 400, 'malformed_json', '', () => raw('{"site_id":"x",}')],
      ['NaN', 400, 'malformed_json', '', () => raw('{"site_id":NaN}')],
      ['a lone surrogate', 400, 'malformed_json', '', () => raw('{"site_id":"\\ud800"}')],
      ['a list', 422, 'wrong_kind', '', () => raw('[]')],
      ['null', 422, 'wrong_kind', '', () => raw('null')],
      ['a number for a text', 422, 'wrong_kind', 'site_id', () => create({ site_id: 7 })],
      ['an object for a list', 422, 'wrong_kind', 'line_items', () => create({ line_items: {} })],
      ['a list a thousand deep', 400, 'malformed_json', '', () => raw(nested(1000))],
      ['one 100 000 deep', 400, 'malformed_json', '', () => raw(nested(100_000))],
      [
        'a key twice',
        422,
        'duplicate_field',
        'site_id',
        () => raw(text('x', `"site_id":"${shop.site_id}","line_items":[]`)),
      ],
      [
        'a key twice deep inside',
        422,
        'duplicate_field',
        'line_items[1].quantity',
        () =>
          raw(
            text(
              shop.site_id,
              '"line_items":[{"offer_id":"a","quantity":1},{"offer_id":"b","quantity":1,"quantity":2}]',
            ),
          ),
      ],
      [
        'a body over 256 KiB',
        413,
        'too_large',
        'body',
        () => create({ site_id: 'x'.repeat(256 * 1024) }),
      ],
      [
        'a body of 5 MB',
        413,
        'too_large',
        'body',
        () => create({ site_id: 'x'.repeat(5_000_000) }),
      ],
      ...[
        ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
        ['plain text', { 'content-type': 'text/plain' }],
        ['no content type', { 'content-type': undefined }],
        ['a type that only begins like JSON', { 'content-type': 'application/jsonp' }],
        ['a compressed body', { 'content-encoding': 'gzip' }],
      ].map(([what, headers]) => [
        what,
        415,
        'unsupported_media_type',
        'Content-Type',
        () => create({}, { headers }),
      ]),
    ]);

    test('a body that is not UTF-8: 400 malformed_json', async () => {
      const { host } = new URL(shop.url);
      const body = `{"site_id":"\xff\xfe"}`;
      const head = [
        'POST /v1/checkout_sessions HTTP/1.1',
        `Host: ${host}`,
        'Content-Type: application/json',
        `Idempotency-Key: ${randomUUID()}`,
        `Content-Length: ${body.length}`,
        'Connection: close',
      ];
      const answer = await sendRaw(
        shop.url,
        Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`, 'latin1'),
      );
      assert.match(answer, /^HTTP\/1.1 400 .*"malformed_json"/s);
      await changesNothing();
    });

    test('JSON with a charset and in another case is JSON', async () => {
      for (const type of ['application/json; charset=utf-8', 'Application/JSON']) {
        ok(await create({}, { headers: { 'content-type': type } }));
      }
    });
  });

  describe('carts', () => {
    const quantity = (value) => () =>
      create({ line_items: [lineOf('ALD-BOARD', { quantity: value })] });
    const q = 'line_items[0].quantity';
    table([
      ['no lines', 422, 'missing_field', 'line_items', () => create({ line_items: [] })],
      ['quantity 0', 422, 'out_of_range', q, quantity(0)],
      ['quantity -1', 422, 'out_of_range', q, quantity(-1)],
      ['quantity 1e9', 422, 'out_of_range', q, quantity(1e9)],
      ['quantity 2^53', 422, 'out_of_range', q, quantity(2 ** 53)],
      ['quantity 1e300', 422, 'out_of_range', q, quantity(1e300)],
      ['quantity 1.5', 422, 'wrong_kind', q, quantity(1.5)],
      ['quantity "1"', 422, 'wrong_kind', q, quantity('1')],
      ['quantity null', 422, 'wrong_kind', q, quantity(null)],
      ['quantity missing', 422, 'missing_field', q, quantity(undefined)],
      ['more than there is', 409, 'out_of_stock', q, quantity(501), 500],
      [
        'a sold-out offer',
        409,
        'out_of_stock',
        'line_items[1].quantity',
        () => create({ line_items: [lineOf('ALD-BOARD'), lineOf('ALD-OUT')] }),
        0,
      ],
      [
        'an unknown offer',
        422,
        'unknown_offer',
        'line_items[1].offer_id',
        () => create({ line_items: [lineOf('ALD-BOARD'), { offer_id: 'off_x', quantity: 1 }] }),
      ],
      [
        'an offer twice',
        422,
        'duplicate_offer',
        'line_items[2].offer_id',
        () => create({ line_items: ['ALD-BOARD', 'CLO-SEED', 'ALD-BOARD'].map((s) => lineOf(s)) }),
      ],
      [
        '201 lines',
        413,
        'too_large',
        'line_items',
        () =>
          create({
            line_items: Array.from({ length: 201 }, (_, i) => ({ offer_id: `${i}`, quantity: 1 })),
          }),
      ],
      ['another currency', 422, 'currency_mismatch', 'currency', () => create({ currency: 'USD' })],
      [
        'an offer in another currency',
        422,
        'currency_mismatch',
        'line_items[0].offer_id',
        async () => create({ line_items: [{ offer_id: await foreignOffer(), quantity: 1 }] }),
      ],
      ['an unknown site', 404, 'unknown_site', 'site_id', () => create({ site_id: 'site_x' })],
      [
        'a country that is none',
        422,
        'invalid_format',
        'destination.country',
        () => create({ destination: { country: 'Germany' } }),
      ],
      [
        'a bad line in an update',
        422,
        'out_of_range',
        q,
        () => update({ line_items: [lineOf('ALD-BOARD', { quantity: 0 })] }),
      ],
      [
        'a sold-out offer in an update',
        409,
        'out_of_stock',
        q,
        () => update({ line_items: [lineOf('ALD-OUT')] }),
        0,
      ],
    ]);

    /** The site's catalogue does not show it, so the database is asked. */
    async function foreignOffer() {
      const query = 'SELECT id FROM offers WHERE sku = ?';
      const rows = await database(query, 'DAH-BULB');
      return rows.trim();
    }
  });

  describe('customers', () => {
    const person = (more) => () => update({ buyer: { ...buyer, ...more } });
    const place = (more) => () => update({ address: { ...address, ...more } });
    table([
      ['no name', 422, 'missing_field', 'buyer.name', person({ name: ' ' })],
      [
        'an address that is no e-mail',
        422,
        'invalid_format',
        'buyer.email',
        person({ email: 'x' }),
      ],
      ['two at signs', 422, 'invalid_format', 'buyer.email', person({ email: 'a@b@c' })],
      [
        'a header in the e-mail',
        422,
        'invalid_format',
        'buyer.email',
        person({ email: 'a@b.c\r\nBcc: d@e.f' }),
      ],
      ['a name of a page', 413, 'too_large', 'buyer.name', person({ name: 'x'.repeat(201) })],
      ['a NUL in a name', 422, 'invalid_format', 'buyer.name', person({ name: 'a\0b' })],
      [
        'a buyer without e-mail',
        422,
        'missing_field',
        'buyer.email',
        () => update({ buyer: { name: 'Z' } }),
      ],
      ['no street', 422, 'missing_field', 'address.line1', place({ line1: '' })],
      ['a small country code', 422, 'invalid_format', 'address.country', place({ country: 'de' })],
      [
        'a country that no rate serves',
        422,
        'not_deliverable',
        'line_items[0]',
        place({ country: 'FR', postcode: '75001' }),
      ],
      [
        'a destination that no rate serves',
        422,
        'not_deliverable',
        'line_items[0]',
        () => update({ destination: { country: 'US' }, address: { ...address, country: 'US' } }),
      ],
      [
        'an unknown payment',
        422,
        'out_of_range',
        'payment_method',
        () => update({ payment_method: 'gold' }),
      ],
      [
        'a total as text',
        422,
        'wrong_kind',
        'total',
        () => shop.customer.complete(session, '8470'),
      ],
      [
        'a total with cents',
        422,
        'wrong_kind',
        'total',
        () => shop.customer.complete(session, 84.7),
      ],
    ]);
  });

  describe('pages of other origins', () => {
    const origin = 'https://evil.example';
    const foreign = { headers: { origin } };
    table([
      ['a new checkout', 403, 'forbidden_origin', 'origin', () => create({}, foreign)],
      [
        'a change',
        403,
        'forbidden_origin',
        'origin',
        () => update({ payment_method: 'pay_on_delivery' }, foreign),
      ],
      [
        'an order',
        403,
        'forbidden_origin',
        'origin',
        () => shop.customer.complete(session, amount(session.quote.totals, 'total'), foreign),
      ],
      [
        'the manifest',
        403,
        'forbidden_origin',
        'origin',
        () => shop.send('GET', `/v1/sites/${shop.site_id}/manifest.json`, foreign),
      ],
      [
        'a command',
        403,
        'forbidden_origin',
        'origin',
        () =>
          shop.send('POST', `/v1/sites/${shop.site_id}/commands/catalog.products`, {
            body: {},
            ...foreign,
          }),
      ],
      ...[
        'null',
        `${blog}.evil.example`,
        `${blog}:8443`,
        'http://blog.example',
        blog.toUpperCase(),
      ].map((each) => [
        `the origin ${each}`,
        403,
        'forbidden_origin',
        'origin',
        () => create({}, { headers: { origin: each } }),
      ]),
    ]);
  });

  describe('addresses and methods', () => {
    const get = (path) => () => shop.send('GET', path);
    const of = (method, path) => () => shop.send(method, path);
    const commands = () => `/v1/sites/${shop.site_id}/commands`;
    table([
      ['an unknown path', 404, 'not_found', 'path', get('/v1/nothing')],
      ['a session that is none', 404, 'not_found', 'id', get('/v1/checkout_sessions/cs_x')],
      ['an order link that is none', 404, 'not_found', 'token', get('/v1/orders/x')],
      ['a catalogue that is none', 404, 'not_found', '', get('/v1/catalogs/x.bin')],
      ['a picture that is none', 404, 'not_found', '', get(`/v1/media/${'a'.repeat(32)}.webp`)],
      ['a way out of the pictures', 404, 'not_found', '', get('/v1/media/..%2fvitrine.sqlite')],
      ['a bad escape', 404, 'not_found', 'path', get('/v1/%zz')],
      ['an unknown site', 404, 'unknown_site', 'site_id', get('/v1/sites/site_x/manifest.json')],
      ["an unknown site's checkout", 404, 'unknown_site', 'site_id', get('/checkout/site_x')],
      [
        'a path that is not UTF-8',
        404,
        'not_found',
        'path',
        () => shop.send('POST', `${commands()}/%ff`, { body: {} }),
      ],
      [
        'an unknown command',
        404,
        'unknown_command',
        'catalog.drop',
        () => shop.send('POST', `${commands()}/catalog.drop`, { body: {} }),
      ],
      [
        'a command with a field too many',
        422,
        'unknown_field',
        'sort',
        () => shop.send('POST', `${commands()}/catalog.products`, { body: { sort: 1 } }),
      ],
      ['DELETE', 405, 'method_not_allowed', 'path', of('DELETE', '/v1/checkout_sessions')],
      ['GET where only POST is', 405, 'method_not_allowed', 'path', get('/v1/checkout_sessions')],
      ['POST to a page', 405, 'method_not_allowed', 'path', of('POST', '/healthz')],
      ['PUT to an order', 405, 'method_not_allowed', 'path', of('PUT', '/v1/orders/x')],
    ]);
  });

  describe('bytes that are not HTTP', () => {
    const host = 'Host: x\r\n';
    const post = `POST /v1/checkout_sessions HTTP/1.1\r\n${host}Content-Type: application/json\r\n`;
    for (const [what, status, bytes] of [
      ['a garbage request line', 400, 'GARBAGE\r\n\r\n'],
      ['a TLS hello', 400, '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n'],
      ['an unknown version', 505, `GET / HTTP/7.1\r\n${host}\r\n`],
      ['a header without colon', 400, `GET /healthz HTTP/1.1\r\n${host}nocolon\r\n\r\n`],
      ['two lengths', 400, `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
      ['a length that is none', 400, `${post}Content-Length: -1\r\n\r\n{}`],
      ['a bad chunk', 400, `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
      [
        'a head of 100 KB',
        431,
        `GET /healthz HTTP/1.1\r\n${host}X: ${'x'.repeat(100_000)}\r\n\r\n`,
      ],
      [
        'chunks without end',
        413,
        `${post}Transfer-Encoding: chunked\r\n\r\n80000\r\n${'x'.repeat(0x80000)}`,
      ],
    ]) {
      test(`${what}: ${status}, and the connection ends`, async () => {
        const answer = await sendRaw(shop.url, bytes);
        assert.ok(answer.startsWith(`HTTP/1.1 ${status} `), answer.slice(0, 200));
        const body = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')));
        assert.deepEqual(Object.keys(body), ['error']);
        await changesNothing();
      });
    }
  });

  describe('checkouts that are over', () => {
    test('a canceled one: 409 session_closed', async () => {
      const over = await shop.ready({ 'ALD-BOARD': 1 });
      assert.equal(ok(await shop.customer.cancel(over)).status, 'canceled');
      for (const answer of [
        await shop.customer.update(over, { buyer }),
        await shop.customer.complete(over, amount(over.quote.totals, 'total')),
        await shop.customer.cancel(over),
      ]) {
        refused(answer, 409, 'session_closed', 'id');
      }
      assert.equal(ok(await shop.customer.read(over)).status, 'canceled');
      await changesNothing();
    });

    /** A checkout that ended some hours ago. */
    async function ended(hours) {
      const session = await shop.ready({ 'ALD-BOARD': 1 });
      const end = Date.now() - hours * 3_600_000;
      await shop.kill();
      await database(
        `UPDATE checkout_sessions SET expires_at = ${end}, body = json_set(body, '$.expires_at', ${end}) WHERE id = ?`,
        session.id,
      );
      await shop.start();
      return session;
    }

    test('one that ended more than a day ago is forgotten: 404 not_found', async () => {
      const over = await ended(25);
      const gone = async () => (await shop.customer.read(over)).status === 404;
      await until(gone, 5000, () => 'the checkout forgotten');
      refused(await shop.customer.read(over), 404, 'not_found', 'id');
      await changesNothing();
    });

    test('an expired one: 410 session_expired', async () => {
      const over = await ended(1);
      for (const answer of [
        await shop.customer.read(over),
        await shop.customer.update(over, { buyer }),
        await shop.customer.complete(over, amount(over.quote.totals, 'total')),
      ]) {
        refused(answer, 410, 'session_expired', 'id');
      }
      await changesNothing();
    });
  });

  /** A look into the data folder, for what no API shows. The server holds it alone, so it must not run. */
  async function database(query, value) {
    const alive = (await shop.send('GET', '/healthz').catch(() => null))?.status === 200;
    if (alive) await shop.kill();
    const code = `
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as db:
    for row in db.execute(sys.argv[2], sys.argv[3:]): print(*row)`;
    const { stdout } = await run('python3', [
      '-c',
      code,
      `${shop.data}/vitrine.sqlite`,
      query,
      value,
    ]);
    if (alive) await shop.start();
    return stdout;
  }
});
