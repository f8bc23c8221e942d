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

test('what is written without Intl reads as Intl writes it', async () => {
  const { measured, stars } = await bundled('format.ts');
  const spaced = (text) => text.replace(/[\u00a0\u202f]/g, ' ');
  const tags = ['en', 'en-US', 'en-GB', 'de', 'de-DE', 'fr', 'fr-FR', 'es', 'es-ES'];
  const amounts = [0, 5, 99, 100, 1234, 99_999, 100_000, 123_456, 1_234_567, 9_007_199_254_740_991];
  const others = ['de-AT', 'de-CH', 'en-AU', 'es-MX', 'fr-CH', 'ar', 'ar-EG'];
  for (const tag of [...tags, ...others]) {
    for (const currency of ['EUR', 'USD', 'GBP', 'CHF'])
      for (const amount of amounts.flatMap((one) => [one, -one])) {
        const decimal = `${amount < 0 ? '-' : ''}${BigInt(Math.abs(amount)) / 100n}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
        const intl = new Intl.NumberFormat(tag, { style: 'currency', currency }).format(decimal);
        assert.equal(money(amount, currency, tag), intl, `${tag} ${currency} ${amount}`);
      }
    for (const count of [0, 1, 12, 999, 1000, 9999, 10_000, 1_234_567])
      assert.equal(quantity(count, tag), new Intl.NumberFormat(tag).format(count), tag);
    for (const mean of [100, 394, 395, 400, 437, 444, 445, 500]) {
      const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
      const intl = new Intl.NumberFormat(tag, digits).format(`${mean / 100}`);
      assert.equal(stars(mean, tag), intl, `${tag} ${mean}`);
    }
    for (const [unit, name] of Object.entries({
      g: 'gram',
      kg: 'kilogram',
      ml: 'milliliter',
      l: 'liter',
    })) {
      const format = new Intl.NumberFormat(tag, {
        style: 'unit',
        unit: name,
        unitDisplay: 'short',
      });
      assert.equal(
        spaced(measured(100, unit, tag, {})),
        spaced(format.format(100)),
        `${tag} ${unit}`,
      );
      const [alone] = format.formatToParts(1).filter(({ type }) => type === 'unit');
      assert.equal(measured(1, unit, tag, {}), alone.value.trim(), `${tag} ${unit}`);
    }
  }
});
