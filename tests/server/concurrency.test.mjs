// Many at the same moment. VITRINE_ROUNDS: how often; `node tests/long.mjs` takes more.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { amount, ok, refused } from './client.mjs';
import { openShop } from './shop.mjs';

const rounds = Number(process.env.VITRINE_ROUNDS ?? 1);
const units = Number(process.env.VITRINE_UNITS ?? 100);
const buyers = 5 * units;
/** Each address of this machine may have 64 connections. */
const address = (i) => `127.0.0.${2 + Math.floor(i / 40)}`;

describe('many at the same moment', { timeout: 24 * 3600_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());
  const totalOf = (session) => amount(session.quote.totals, 'total');
  const setStock = async (stock) =>
    ok(
      await shop.send('POST', '/v1/seller/offers/ALD-BOARD', {
        body: { stock },
        headers: { authorization: `Bearer ${shop.sellers.alder.api_key}` },
      }),
    );

  test('64 equal posts place one order and get 64 equal answers', async () => {
    for (let round = 0; round < rounds; ++round) {
      const session = await shop.ready({ 'CLO-SEED': 1, 'BIR-SCREW': 1 });
      const earlier = (await shop.orders()).length;
      const key = randomUUID();
      const post = async (_, i) => {
        for (;;) {
          const answer = await shop.customer.complete(session, totalOf(session), {
            key,
            from: address(i),
            timeout: 120_000,
          });
          if (answer.status === 200) return answer.text;
          refused(answer, 409, 'idempotency_in_flight', 'Idempotency-Key');
          await pause(10);
        }
      };
      const answers = await Promise.all(Array.from({ length: 64 }, post));
      assert.equal(new Set(answers).size, 1);
      const placed = (await shop.orders()).slice(earlier);
      assert.equal(placed.length, 2, 'one of each seller');
      assert.equal(new Set(placed.map(({ order_group_id }) => order_group_id)).size, 1);
      await setStock(500);
      ok(
        await shop.send('POST', '/v1/seller/offers/BIR-SCREW', {
          body: { stock: 900 },
          headers: { authorization: `Bearer ${shop.sellers.birch.api_key}` },
        }),
      );
    }
  });

  test(`${buyers} buyers after ${units} units: exactly ${units} are sold`, async () => {
    for (let round = 0; round < rounds; ++round) {
      await setStock(units);
      const sessions = [];
      const fill = async () => {
        while (sessions.length < buyers) sessions.push(await shop.ready({ 'ALD-BOARD': 1 }));
      };
      await Promise.all(Array.from({ length: 16 }, fill));
      const earlier = (await shop.orders()).length;
      const answers = await Promise.all(
        sessions.map((session, i) =>
          shop.customer.complete(session, totalOf(session), {
            from: address(i),
            timeout: 120_000,
          }),
        ),
      );
      assert.equal(answers.filter(({ status }) => status === 200).length, units);
      for (const answer of answers.filter(({ status }) => status !== 200)) {
        refused(answer, 409, 'out_of_stock', 'line_items[0].quantity');
      }
      assert.equal(await shop.stock('ALD-BOARD'), 0);
      assert.equal((await shop.orders()).length, earlier + units);
    }
  });
});
