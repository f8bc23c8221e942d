import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { packed } = await bundled('packed.ts');
const bytes = (value) => Buffer.from(packed(value)).toString('hex');

test('each kind of data is MessagePack in its widest form', () => {
  assert.equal(bytes(null), 'c0');
  assert.equal(bytes(false), 'c2');
  assert.equal(bytes(true), 'c3');
  assert.equal(bytes(1.5), 'cb3ff8000000000000');
  assert.equal(bytes('€'), 'db00000003e282ac');
  assert.equal(bytes([true, null]), 'dd00000002c3c0');
  assert.equal(bytes({ a: true }), 'df00000001db0000000161c3');
});

test('a key whose value is undefined is absent, a place in a list is null', () => {
  assert.equal(bytes({ a: undefined, b: true }), bytes({ b: true }));
  assert.equal(bytes([undefined]), bytes([null]));
  assert.equal(bytes(undefined), bytes(null));
});

test('what is no data is marked by the byte that MessagePack never uses', () => {
  for (const value of [() => {}, Symbol.iterator, 10n]) assert.equal(bytes(value), 'c1');
});

test('half of a surrogate pair becomes U+FFFD', () => {
  assert.equal(bytes('\ud83c'), bytes('\ufffd'));
  assert.equal(bytes('a\udf31b'), bytes('a\ufffdb'));
});

test('a long request is written whole', () => {
  const text = 'ü'.repeat(100_000);
  assert.equal(Buffer.from(packed(text)).subarray(5).toString(), text);
  const list = Array.from({ length: 5000 }, (_, index) => index);
  assert.equal(packed(list).length, 5 + 9 * list.length);
});

test('an object that holds itself ends', () => {
  const ring = {};
  ring.ring = ring;
  assert.ok(packed(ring).length < 1000);
});
