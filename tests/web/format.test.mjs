import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { money, quantity, weight, days, percent, list, country, moment } =
  await bundled('format.ts');
const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');

test('minor units become the currency with its own decimals', () => {
  assert.equal(money(123456, 'EUR', 'en'), '€1,234.56');
  assert.equal(money(1234, 'JPY', 'en'), '¥1,234');
  assert.equal(plain(money(1234, 'KWD', 'en')), 'KWD 1.234');
  assert.equal(plain(money(123456, 'EUR', 'de')), '1.234,56 €');
});

test('small, negative and huge amounts keep every digit', () => {
  assert.equal(money(0, 'EUR', 'en'), '€0.00');
  assert.equal(money(5, 'EUR', 'en'), '€0.05');
  assert.equal(money(-5, 'EUR', 'en'), '-€0.05');
  assert.equal(money(Number.MAX_SAFE_INTEGER, 'EUR', 'en'), '€90,071,992,547,409.91');
});

test('every currency of the core is shown with the core’s exponent', async () => {
  const source = await readFile(new URL('../../src/money.cpp', import.meta.url), 'utf8');
  // One string in pieces, wherever the formatter broke it: EUR2JPY0KWD3…
  const [, table] = /currencies =([^;]+);/.exec(source);
  const known = table.replace(/[\s"]/g, '').match(/.{4}/g);
  assert.ok(known.length > 100);
  for (const entry of known) {
    const [code, exponent] = [entry.slice(0, 3), Number(entry[3])];
    const decimals = /\.(\d+)/.exec(money(1, code, 'en'))?.[1].length ?? 0;
    assert.equal(decimals, exponent, code);
  }
});

test('weights read as grams, then as kilograms', () => {
  assert.equal(weight(999, 'en'), '999 g');
  assert.equal(weight(1000, 'en'), '1 kg');
  assert.equal(weight(12_345, 'en'), '12.35 kg');
});

test('days are a range, or one number when both ends are the same', () => {
  assert.equal(plain(days(2, 3, 'en')), '2–3 days');
  assert.equal(days(1, 1, 'en'), '1 day');
  assert.equal(days(3, 3, 'de'), '3 Tage');
});

test('rates, counts, lists and countries follow the language', () => {
  assert.equal(percent(190_000, 'en'), '19%');
  assert.equal(percent(77_500, 'en'), '7.75%');
  assert.equal(quantity(1234, 'en'), '1,234');
  assert.equal(list(['a', 'b', 'c'], 'en'), 'a, b, and c');
  assert.equal(country('DE', 'en'), 'Germany');
  assert.equal(country('not a code', 'en'), 'not a code');
});

test('a time that is none is shown as it came', () => {
  assert.equal(moment('later', 'en'), 'later');
  assert.match(moment('2026-01-02T12:00:00Z', 'en'), /January 2, 2026/);
});
