// A completed checkout is told as it was completed, whatever has changed since.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ready, start } from '../../scripts/child.mjs';
import { amount, ok, shopper } from './client.mjs';
import { binary, freePort, openShop } from './shop.mjs';

describe('a completed checkout', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());

  test('is read, and answered again, as the customer was told', async () => {
    const session = await shop.ready({ 'BIR-SCREW': 2, 'CLO-PLANT': 1 });
    const key = randomUUID();
    const complete = () =>
      shop.customer.complete(session, amount(session.quote.totals, 'total'), { key });
    const first = await complete();
    assert.equal(ok(first).status, 'completed');
    const headers = { authorization: `Bearer ${shop.sellers.birch.api_key}` };
    const profile = ok(await shop.send('GET', '/v1/seller/profile', { headers }));
    profile.name = 'Birch Steel';
    ok(await shop.send('POST', '/v1/seller/profile', { headers, body: profile }));
    assert.deepEqual((await complete()).bytes, first.bytes);
    assert.deepEqual((await shop.customer.read(session)).bytes, first.bytes);
    const later = ok(await shop.customer.read(await shop.session({ 'BIR-SCREW': 1 })));
    assert.equal(later.sellers[0].name, 'Birch Steel');
  });
});

test(
  'a checkout completed in an older version is told as it was',
  { timeout: 60_000 },
  async (t) => {
    if (process.env.VITRINE_TEST_STORE) return t.skip('a file of SQLite');
    const read = (name) => readFileSync(new URL(name, import.meta.url));
    const { id, secret, key, told } = JSON.parse(read('store-version-24.json'));
    const data = mkdtempSync(join(tmpdir(), 'vitrine-old-'));
    writeFileSync(join(data, 'vitrine.sqlite'), gunzipSync(read('store-version-24.sqlite.gz')));
    writeFileSync(join(data, 'secret.key'), `${key}\n`);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = start(binary, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`], {
      onLine() {},
    });
    t.after(async () => {
      await server.stop();
      rmSync(data, { recursive: true });
    });
    await ready(`${url}/healthz`, server);
    // Older versions knew neither notes nor wished days.
    assert.deepEqual(ok(await shopper(url).read({ id, secret })), {
      ...told,
      notes: [],
      appointments: [],
    });
  },
);
