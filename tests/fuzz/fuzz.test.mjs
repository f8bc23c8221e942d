// The short form of `node scripts/fuzz.mjs`: every kept input, and then as many new ones as a few seconds allow.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fuzz, lacking } from '../../scripts/fuzz.mjs';

const skip = (await lacking()) ?? false;
const kept = readdirSync(new URL('corpus/http', import.meta.url)).length;

test(
  'no bytes break the HTTP guard, and Boost.Beast reads alike all that it lets through',
  { skip, timeout: 300_000 },
  async () => {
    const replay = await fuzz(['-runs=0']);
    assert.equal(replay.code, 0, replay.output.slice(-2000));
    assert.ok(kept > 100);
    assert.match(replay.output, new RegExp(`files: ${kept} `));
    const random = await fuzz(['-seed=1', '-runs=5000', '-timeout=5']);
    assert.equal(random.code, 0, random.output.slice(-2000));
  },
);
