// What open pages are told of changed prices and stocks.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { request } from 'node:http';
import { after, afterEach, before, describe, test } from 'node:test';
import { ok, refused } from './client.mjs';
import { threeSellers } from './goods.mjs';
import { until } from './receiver.mjs';
import { blog, manifestOf, openShop } from './shop.mjs';

const birchGoods = threeSellers.birch.goods;

describe('the stream of changes', { timeout: 300_000 }, () => {
  let shop;
  const streams = new Set();
  before(async () => {
    shop = await openShop({ serve: ['--max-streams', '6'] });
  });
  afterEach(async () => {
    for (const stream of streams) stream.close();
    streams.clear();
  });
  after(() => shop?.stop());

  const path = (query = '') => `/v1/sites/${shop.site_id}/changes${query}`;

  /** An open stream: its events as they come, `{id, type, offers}`, and whether it has ended. */
  async function open(query = '', headers = {}) {
    const stream = { events: [], ended: false, lines: [] };
    await new Promise((resolve, reject) => {
      const call = request(shop.url + path(query), { agent: false, headers }, (response) => {
        stream.response = response;
        let text = '';
        response.setEncoding('utf8').on('data', (piece) => {
          text += piece;
          const blocks = text.split('\n\n');
          text = blocks.pop();
          for (const block of blocks) stream.events.push(...eventsOf(block));
        });
        response.on('error', () => {}).on('close', () => (stream.ended = true));
        resolve();
      });
      stream.close = () => call.destroy();
      call.on('error', reject).end();
    });
    streams.add(stream);
    return stream;
  }

  function eventsOf(block) {
    const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: ?(.*)/s)));
    if (!fields.data) return [];
    const { offers } = JSON.parse(fields.data);
    return [{ id: Number(fields.id), type: fields.event, offers }];
  }

  const told = (stream, check, patience = 2000) =>
    until(
      () => stream.events.flatMap(({ offers = [] }) => offers).find(check) ?? null,
      patience,
      () => JSON.stringify(stream.events),
    );
  const change = (sku, body, name = 'birch') =>
    shop.send('POST', `/v1/seller/offers/${sku}`, {
      body,
      headers: { authorization: `Bearer ${shop.sellers[name].api_key}` },
    });
  const idOf = (sku) => shop.offers[sku].id;

  test('brings a changed price within two seconds to a page of the site', async () => {
    const stream = await open('', { origin: blog });
    const { headers } = stream.response;
    assert.match(headers['content-type'], /^text\/event-stream/);
    assert.equal(headers['access-control-allow-origin'], blog);
    assert.equal(headers['cache-control'], 'no-store');
    ok(await change('BIR-SCREW', { price: 1234, stock: 3 }));
    const offer = await told(stream, ({ offer_id }) => offer_id === idOf('BIR-SCREW'));
    assert.deepEqual(offer, { offer_id: idOf('BIR-SCREW'), price: 1234, stock: 3 });
  });

  test('brings the stock that an order took, and that a rejected one gave back', async () => {
    const stream = await open();
    const left = await shop.stock('BIR-SAW');
    await shop.buy({ 'BIR-SAW': 2 });
    await told(stream, ({ offer_id, stock }) => offer_id === idOf('BIR-SAW') && stock === left - 2);
    const [order] = (await shop.orders()).slice(-1);
    ok(await shop.seller('birch', 'POST', `/${order.id}/reject`, { reason: 'Broken.' }));
    await told(stream, ({ offer_id, stock }) => offer_id === idOf('BIR-SAW') && stock === left);
  });

  test('brings what an import changed, and no stock for what it took from sale', async () => {
    const stream = await open();
    const goods = birchGoods
      .filter(({ id }) => id !== 'BIR-SCREW')
      .map((row) => (row.id === 'BIR-SAW' ? { ...row, price: '77.70 EUR' } : row));
    const args = ['--seller', shop.sellers.birch.id, '--replace', shop.feed('other', goods)];
    await shop.vitrine('import', ...args);
    await told(stream, ({ offer_id, price }) => offer_id === idOf('BIR-SAW') && price === 7770);
    await told(stream, ({ offer_id, stock }) => offer_id === idOf('BIR-SCREW') && stock === 0);
  });

  test('goes on where a page was, also over a restart of the server', async () => {
    const { catalog_version: version } = await manifestOf(shop);
    const watching = await open();
    ok(await change('BIR-SAW', { price: 1001 }));
    ok(await change('BIR-SAW', { price: 1002 }));
    await told(watching, ({ price }) => price === 1002);
    const first = await open(`?after=${version}`);
    await told(first, ({ price }) => price === 1002);
    const prices = first.events.flatMap(({ offers }) => offers.map(({ price }) => price));
    assert.ok(!prices.includes(1001), 'only the latest is told');
    const { id } = first.events.at(-1);
    shop.kill();
    await shop.start();
    ok(await change('BIR-SAW', { price: 1003 }));
    // A browser repeats the address that it first asked for, and says what it has seen.
    const second = await open(`?after=${version}`, { 'last-event-id': String(id) });
    assert.equal((await told(second, () => true)).price, 1003);
    assert.equal(second.events.length, 1);
  });

  test('the manifest says up to where its catalogue goes', async () => {
    ok(await change('BIR-SAW', { price: 2001 }));
    const stream = await open();
    ok(await change('BIR-SAW', { price: 2002 }));
    await told(stream, ({ price }) => price === 2002);
    const { id } = stream.events.at(-1);
    await until(
      async () => (await manifestOf(shop)).catalog_version >= id || null,
      5000,
      () => 'the next catalogue',
    );
    const quiet = await open(`?after=${(await manifestOf(shop)).catalog_version}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(quiet.events, []);
  });

  test('sends a page that cannot be told back to the catalogue', async () => {
    const stream = await open('?after=9007199254740991');
    await until(
      () => stream.ended || null,
      2000,
      () => 'the end of the stream',
    );
    assert.deepEqual(
      stream.events.map(({ type }) => type),
      ['reload'],
    );
  });

  test('ten thousand changes reach a page in small parts', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      ...birchGoods[0],
      id: `MANY-${index}`,
      item_group_id: `many-${index}`,
      gtin: undefined,
      mpn: undefined,
    }));
    const import_ = ['import', '--seller', shop.sellers.birch.id];
    await shop.vitrine(...import_, shop.feed('many', rows));
    const [stream, idle] = [await open(), stalled()];
    const offers = rows.map(({ id }, index) => ({ sku: id, price: 5000 + index }));
    const { status } = await shop.send('POST', '/v1/seller/offers', {
      body: { offers },
      headers: { authorization: `Bearer ${shop.sellers.birch.api_key}` },
      timeout: 120_000,
    });
    assert.equal(status, 200);
    await told(stream, ({ price }) => price === 14_999, 20_000);
    const parts = stream.events.map((event) => event.offers.length);
    assert.ok(Math.max(...parts) <= 200, String(parts));
    assert.equal(
      parts.reduce((sum, part) => sum + part),
      10_000,
    );
    idle.destroy();
  });

  /** Asks for all and never reads. */
  function stalled() {
    const { hostname, port } = new URL(shop.url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path('?after=0')} HTTP/1.1\r\nhost: x\r\n\r\n`),
    );
    socket.pause().on('error', () => {});
    return socket;
  }

  test('says clearly when too many pages listen, and serves the others on', async () => {
    const all = [];
    for (let i = 0; i < 6; ++i) all.push(await open());
    const answer = await shop.send('GET', path());
    const error = refused(answer, 503, 'unavailable', 'changes');
    assert.equal(error.limit, 6);
    assert.ok(Number(answer.headers['retry-after']) > 0);
    ok(await change('BIR-SAW', { price: 3000 }));
    for (const stream of all) await told(stream, ({ price }) => price === 3000);
    all[0].close();
    await until(
      async () => {
        const again = await open();
        return again.response.statusCode === 200 ? again : null;
      },
      3000,
      () => 'room for another page',
    );
  });

  test('is refused like the manifest', async () => {
    const origin = 'https://elsewhere.example';
    refused(
      await shop.send('GET', path(), { headers: { origin } }),
      403,
      'forbidden_origin',
      'origin',
    );
    refused(await shop.send('GET', '/v1/sites/site_none/changes'), 404, 'unknown_site', 'site_id');
    for (const number of ['x', '-1', '1.5', '99999999999999999999'])
      refused(await shop.send('GET', path(`?after=${number}`)), 422, 'invalid_format', 'after');
    refused(await shop.send('POST', path(), { body: {} }), 405, 'method_not_allowed', 'path');
  });
});
