// Days that a service can be wished for, as the server has them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { bounds, inWords } = await bundled('appointments.ts');

const thursday = Date.parse('2026-11-26T23:59:59Z');

test('the first day comes after so many working days, the last 90 days from now', () => {
  assert.deepEqual(bounds(0, thursday), { first: '2026-11-26', last: '2027-02-24' });
  assert.equal(bounds(1, thursday).first, '2026-11-27');
  assert.equal(bounds(2, thursday).first, '2026-11-30', 'Saturday and Sunday do not count');
  assert.equal(bounds(7, thursday).first, '2026-12-07');
});

test('who needs longer than that can be wished for no day, and that is found out at once', () => {
  const { first, last } = bounds(2_147_483_647, thursday);
  assert.ok(first > last);
});

test('a wish is its day, with the part of it where there is one', () => {
  const words = { dayParts: { any: 'Any time', morning: 'Morning' } };
  assert.equal(inWords({ day: '2026-12-01' }, words, 'en'), 'December 1, 2026');
  assert.equal(inWords({ day: '2026-12-01', part: 'any' }, words, 'en'), 'December 1, 2026');
  assert.equal(
    inWords({ day: '2026-12-01', part: 'morning' }, words, 'en'),
    'December 1, 2026 · Morning',
  );
});
