// Imports beside everything else: customers do not wait, a crash leaves all or nothing, feeds are as long as disks.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root, run } from '../../scripts/command.mjs';
import { ok, refused } from './client.mjs';
import { until } from './receiver.mjs';
import { binary, openShop } from './shop.mjs';

const header = 'id,title,price,availability';
const rowsOf = (name, count, price = '1.00') =>
  Array.from({ length: count }, (_, i) => `${name}-${i},${name} ${i},${price} EUR,in_stock`);
const feedOf = (...rows) => [header, ...rows.flat()].join('\n');

describe('an import beside others', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());
  const key = (name) => ({ authorization: `Bearer ${shop.sellers[name].api_key}` });
  const upload = (name, feed, query = '') =>
    shop.send('POST', `/v1/seller/imports${query}`, {
      ...{ body: feed, timeout: 14000 },
      headers: { ...key(name), 'content-type': 'text/csv' },
    });
  const offersOf = async (name, search) => {
    const answer = await shop.send('GET', `/v1/seller/offers?search=${search}`, {
      headers: key(name),
    });
    return ok(answer).offers;
  };

  test('customers check out while it goes on', async () => {
    let going = true;
    let checkouts = 0;
    const customer = (async () => {
      while (going) {
        await shop.session({ 'ALD-BOARD': 1 });
        checkouts += going ? 1 : 0;
      }
    })();
    const report = ok(await upload('birch', feedOf(rowsOf('LONG', 4000))));
    going = false;
    await customer;
    assert.equal(report.added, 4000);
    assert.ok(checkouts > 3, `${checkouts} checkouts`);
  });

  test('two of one seller take turns, and both are right', async () => {
    const feeds = ['2.00', '3.00'].map((price) => feedOf(rowsOf('BOTH', 500, price)));
    const reports = (await Promise.all(feeds.map((feed) => upload('birch', feed)))).map((answer) =>
      ok(answer),
    );
    assert.deepEqual(reports.map(({ added }) => added).sort(), [0, 500]);
    assert.deepEqual(reports.map(({ changed }) => changed).sort(), [0, 500]);
    const prices = (await offersOf('birch', 'BOTH')).map(({ price }) => price);
    assert.deepEqual(new Set(prices), new Set([reports[0].added === 0 ? 200 : 300]));
  });

  test('stock that changes meanwhile changes, whatever the feed says of others', async () => {
    const feed = feedOf(rowsOf('LONG', 4000), rowsOf('MORE', 1000));
    const importing = upload('birch', feed);
    const changed = await shop.send('POST', '/v1/seller/offers/LONG-7', {
      ...{ body: { price: 777 }, headers: key('birch') },
    });
    ok(changed);
    assert.equal(ok(await importing).added, 1000);
    // It came before the import, or after it.
    const [{ price }] = (await offersOf('birch', 'LONG-7')).filter(({ sku }) => sku === 'LONG-7');
    assert.ok([100, 777].includes(price), `${price}`);
  });

  test('kill -9 leaves all of it or nothing, and the next one has its turn', async () => {
    const feed = shop.write('killed.csv', feedOf(rowsOf('KILL', 4000)));
    for (const wait of [0, 150, 600]) {
      const { id } = shop.sellers.clover;
      const importing = shop.command('import', '--seller', id, feed, '--replace');
      await new Promise((resolve) => setTimeout(resolve, wait));
      await shop.kill();
      await importing;
      // On PostgreSQL the dead server is waited for a minute: as if it had passed.
      const end = 'UPDATE imports SET worked_at = 0';
      if (shop.store) await run('psql', ['-q', '-d', shop.store, '-c', end]);
      await shop.start();
      const found = (await offersOf('clover', 'KILL')).length;
      assert.ok(found === 0 || found === 100, `${found} on the first page`);
      const report = JSON.parse(
        await shop.vitrine('import', '--seller', id, feed, '--dry-run', '--json'),
      );
      assert.ok(report.added === 4000 || report.unchanged === 4000, JSON.stringify(report));
    }
    await shop.vitrine('import', '--seller', shop.sellers.clover.id, feed, '--replace');
    assert.equal((await offersOf('clover', 'KILL')).length, 100);
  });

  test('kill -9 leaves no pictures that nothing names, and keeps those of others', async () => {
    const media = join(shop.data, 'media');
    const files = () => (existsSync(media) ? readdirSync(media).sort() : []);
    const images = readdirSync(join(root, 'examples/demo/sellers/images')).slice(0, 30);
    const rowOf = (image, i) => ({
      ...{ id: `PICTURE-${i}`, title: `Picture ${i}`, price: '1.00 EUR', availability: 'in_stock' },
      image_link: image,
    });
    for (const image of images)
      copyFileSync(join(root, 'examples/demo/sellers/images', image), join(shop.folder, image));
    const seller = ['--seller', shop.sellers.clover.id];
    await shop.vitrine('import', ...seller, shop.feed('pictured', [rowOf(images[0], 0)]));
    const before = files();
    assert.equal(before.length, 3);

    const importing = shop.command('import', ...seller, shop.feed('pictures', images.map(rowOf)));
    const some = () => `${files().length} files`;
    await until(() => files().length > before.length, 60_000, some);
    await shop.kill();
    await importing;
    if (shop.store) {
      await run('psql', ['-q', '-d', shop.store, '-c', 'UPDATE imports SET worked_at = 0']);
    }
    await shop.start();
    await until(() => files().join() === before.join(), 60_000, some);

    await shop.vitrine('import', ...seller, shop.feed('pictures', images.map(rowOf)));
    assert.equal(files().length, 3 * images.length);
  });
});

describe('a long feed over HTTP', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());

  const peak = () =>
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${shop.pid()}/status`, 'utf8'))[1]) * 1024;

  /** Sends it as it is made, with its length or in chunks. */
  const stream = (pieces, size) =>
    new Promise((resolve, reject) => {
      const call = request(`${shop.url}/v1/seller/imports?dry_run=true`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${shop.sellers.birch.api_key}`,
          'content-type': 'text/csv',
          ...(size ? { 'content-length': size } : {}),
        },
      });
      call.on('error', reject).on('response', (response) => {
        let text = '';
        response.on('data', (data) => (text += data)).on('end', () => resolve({ text, response }));
      });
      (async () => {
        for (const piece of pieces())
          if (!call.write(piece)) await new Promise((drained) => call.once('drain', drained));
        call.end();
      })().catch(reject);
    });

  test('is taken as it comes, and lies in memory at no time', async () => {
    const rows = 1500;
    const filler = 'x'.repeat(100_000); // of a column that nobody knows
    function* pieces() {
      yield `${header},filler\n`;
      for (let i = 0; i < rows; ++i) yield `S-${i},Stone ${i},1.00 EUR,in_stock,${filler}\n`;
    }
    let size = 0;
    for (const piece of pieces()) size += piece.length;
    assert.ok(size > 150_000_000);
    const before = peak();
    for (const length of [size, undefined]) {
      const { text, response } = await stream(pieces, length);
      assert.equal(response.statusCode, 200, text);
      assert.deepEqual(
        [JSON.parse(text).rows, JSON.parse(text).added, JSON.parse(text).kept],
        [rows, rows, false],
      );
    }
    const grown = peak() - before;
    const isRelease = !/\/dev\//.test(binary); // sanitizers keep what is given back
    if (isRelease) assert.ok(grown < 64_000_000, `${grown} bytes more`);
  });

  test('is refused before it is sent without the key of a seller', async () => {
    const answer = await shop.send('POST', '/v1/seller/imports', {
      body: 'x',
      headers: { 'content-type': 'text/csv' },
    });
    refused(answer, 401, 'unauthorized', 'authorization');
  });
});
