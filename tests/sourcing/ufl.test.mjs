// Facility location as published: the small instances of OR-Library (Beasley 1990). All groups, for long, by ufl.mjs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listed, solve } from './ufl.mjs';

describe('facility location', () => {
  for (const { name, best } of listed()) {
    test(`${name} is proved to cost what was published`, async () => {
      const { cost, real, bound, proof } = await solve(name);
      assert.equal(proof, 'optimal');
      for (const figure of [cost, real, bound]) assert.ok(Math.abs(figure - best) < 1e-6 * best);
    });
  }
});
