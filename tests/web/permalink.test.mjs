import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { permalink } = await bundled('permalink.ts');
const manifest = { checkout_url: 'https://shop.example/in/checkout/site_1', site_id: 'site_1' };
const line = (offer_id, quantity) => ({ offer_id, quantity });

test('a link names offers and quantities behind the site', () => {
  assert.equal(
    permalink(manifest, [line('off_a', 2), line('off_b', 1)]),
    'https://shop.example/in/sites/site_1/buy/off_a:2,off_b:1',
  );
});

test('a cart that no server would take the link of has none', () => {
  const many = (count) =>
    Array.from({ length: count }, (_, i) => line(`off_${i}`.padEnd(30, 'x'), 1));
  assert.ok(permalink(manifest, many(100)).length < 4000);
  assert.equal(permalink(manifest, many(150)), undefined);
});
