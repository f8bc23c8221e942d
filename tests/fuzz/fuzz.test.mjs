// The short form of `node scripts/fuzz.mjs`: every kept input, and then as many new ones as a few seconds allow.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { corpusOf, fuzz, lacking, names } from '../../scripts/fuzz.mjs';

const skip = (await lacking()) ?? false;
const options = { skip, timeout: 300_000 };

const tested = new Set();
const holds = (target, least) => async () => {
  tested.add(target);
  const kept = readdirSync(corpusOf(target)).length;
  const replay = await fuzz(target, ['-runs=0']);
  assert.equal(replay.code, 0, replay.output.slice(-2000));
  assert.ok(kept >= least, `${kept}`);
  assert.match(replay.output, new RegExp(`files: ${kept} `));
  const random = await fuzz(target, ['-seed=1', '-runs=5000', '-timeout=5']);
  assert.equal(random.code, 0, random.output.slice(-2000));
};

test(
  'no bytes break the HTTP guard, and Boost.Beast reads alike all that it lets through',
  options,
  holds('http', 100),
);
test('no text breaks the readers of checkouts and orders', options, holds('order', 100));
test('no feed breaks its reader, whatever its format', options, holds('feed', 10));
test('no catalogue file leads outside of itself', options, holds('snapshot', 9));
test(
  'no URL of an endpoint forges a head, and no address inside counts as public',
  options,
  holds('endpoint', 50),
);
test('no text passes for a key with a slip, or breaks a signature', options, holds('secrets', 20));

test('every target has its test', { skip }, () => {
  assert.deepEqual(tested, new Set(names));
});
