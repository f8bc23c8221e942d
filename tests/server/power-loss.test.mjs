// The power goes, or a call to the disk fails, at any moment: the store's own code on a disk in memory, see
// tests/power/main.cpp. The long form is part of tests/long.mjs.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root, run } from '../../scripts/command.mjs';

const powerLoss = (...args) =>
  run(join(root, 'build', 'release', 'power_loss'), args.map(String), { check: false });

const skip = process.env.VITRINE_TEST_STORE ? 'PostgreSQL looks after its own disk' : false;

describe('a disk that', { timeout: 24 * 3600_000, skip }, () => {
  const seeds = Number(process.env.VITRINE_POWER_SEEDS ?? 500);

  test('loses its power keeps each acknowledged order, once and whole', async () => {
    const { code, stdout } = await powerLoss('loss', 1, seeds);
    assert.equal(code, 0, stdout);
    const [, acknowledged] = /(\d+) orders acknowledged before, 0 seeds/.exec(stdout);
    assert.ok(Number(acknowledged) > seeds / 2, stdout);
  });

  test('lies about fsync loses orders, and that is found', async () => {
    const { code, stdout } = await powerLoss('lying', 1, 40);
    assert.equal(code, 1, stdout);
    assert.match(stdout, /lost: what was acknowledged/);
  });

  test('fails any single call, or all from it on, makes no order lost, doubled or half', async () => {
    const { code, stdout } = await powerLoss('faults');
    assert.equal(code, 0, stdout);
    const faults = [...stdout.matchAll(/^.*: (\d+) faults in orders, (\d+) in starts$/gm)];
    assert.equal(faults.length, 6, stdout);
    for (const [line, orders] of faults) assert.ok(Number(orders) > 0, line);
  });
});
