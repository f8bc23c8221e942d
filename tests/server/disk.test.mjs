// A disk that is full or fails: nothing is acknowledged that is not on it, reading goes on, and so does the rest once
// the disk does. The test build's own disk is asked to, see tests/faults.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { amount, ok, refused } from './client.mjs';
import { openShop } from './shop.mjs';

const skip = process.env.VITRINE_BINARY
  ? 'another binary is under test'
  : process.env.VITRINE_TEST_STORE
    ? 'PostgreSQL looks after its own disk'
    : false;

describe('a disk that', { timeout: 300_000, skip }, () => {
  const faults = join(tmpdir(), `vitrine-faults-${randomUUID()}`);
  const wish = (text) => writeFileSync(faults, text);
  let shop;
  before(async () => {
    wish('');
    shop = await openShop({ env: { VITRINE_FAULTS: faults } });
  });
  after(() => shop?.stop());

  for (const fault of ['full', 'failing']) {
    test(`is ${fault} gets no order acknowledged, is still read, and recovers`, async () => {
      const earlier = await shop.buy({ 'CLO-PLANT': 1 });
      const orders = (await shop.orders()).length;
      const left = await shop.stock('CLO-PLANT');
      const sessions = [];
      for (let i = 0; i < 8; ++i)
        sessions.push([await shop.ready({ 'CLO-PLANT': 1 }), randomUUID()]);
      const complete = ([session, key]) =>
        shop.customer.complete(session, amount(session.quote.totals, 'total'), { key });

      wish(`disk ${fault}`);
      // Together, so that some share a transaction with those that read.
      const reading = Array.from({ length: 8 }, () => shop.customer.order(earlier.order.url));
      for (const answer of await Promise.all(sessions.map(complete))) {
        refused(answer, 503, 'unavailable', '');
        assert.match(answer.headers['retry-after'], /^[1-9]\d*$/);
      }
      for (const answer of await Promise.all(reading)) ok(answer);
      ok(await shop.customer.read(sessions[0][0]));
      ok(await shop.send('GET', `/v1/sites/${shop.site_id}/manifest.json`));
      assert.equal((await shop.orders()).length, orders);

      wish('');
      for (const each of sessions) assert.equal(ok(await complete(each)).status, 'completed');
      assert.equal((await shop.orders()).length, orders + sessions.length);
      assert.equal(await shop.stock('CLO-PLANT'), left - sessions.length);
    });

    test(`was ${fault} when the server was killed loses nothing`, async () => {
      const earlier = await shop.buy({ 'CLO-PLANT': 1 });
      const session = await shop.ready({ 'CLO-PLANT': 1 });
      const left = await shop.stock('CLO-PLANT');
      const key = randomUUID();
      const total = amount(session.quote.totals, 'total');
      wish(`disk ${fault}`);
      refused(await shop.customer.complete(session, total, { key }), 503, 'unavailable', '');
      await shop.kill();
      wish('');
      await shop.start();
      ok(await shop.customer.order(earlier.order.url));
      assert.equal(ok(await shop.customer.complete(session, total, { key })).status, 'completed');
      assert.equal(await shop.stock('CLO-PLANT'), left - 1);
    });
  }
});
