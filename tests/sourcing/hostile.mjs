// Carts as somebody hostile, or a broken export, would send them: good ones with wrong things in some of their places.
import assert from 'node:assert/strict';
import { source } from './binary.mjs';
import { carts, judge } from './judge.mjs';

const things = [
  ...[0, 1, -1, 2, 7, 100, 0.5, 1e12, 1e300, -1e300, 2 ** 53, 2 ** 53 - 1],
  ...[null, true, '', '3', 'Z1', [], {}, [[]], [1], [1, 2], [1, 2, 3], [3, 2, 1, 0], { base: 1 }],
];

/** Numbers in [0, 1), the same for the same seed (xorshift32). */
export function randomNumbers(seed) {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A copy with up to three places changed, added or taken away. */
export function spoiled(cart, random) {
  const copy = structuredClone(cart);
  for (let change = 1 + Math.floor(random() * 3); change > 0; --change) {
    let place = copy;
    for (;;) {
      const keys = Object.keys(place);
      if (keys.length === 0) break;
      const key = keys[Math.floor(random() * keys.length)];
      const inner = place[key];
      if (inner !== null && typeof inner === 'object' && random() < 0.85) {
        place = inner;
        continue;
      }
      const thing = things[Math.floor(random() * things.length)];
      if (random() < 0.1 && !Array.isArray(place)) delete place[key];
      else place[key] = structuredClone(thing);
      break;
    }
  }
  return copy;
}

/** The text of a line with a few of its characters changed, taken or doubled. */
export function garbled(text, random) {
  const letters = [...text];
  for (let change = 1 + Math.floor(random() * 3); change > 0; --change) {
    const at = Math.floor(random() * letters.length);
    const options = ['', '"', ']', '{', '9', '-', 'e', '\u0000', letters[at] + letters[at]];
    letters[at] = options[Math.floor(random() * options.length)];
  }
  return letters.join('').replaceAll('\n', ' ');
}

/**
 * Sends spoiled and garbled carts to the command line and to the widget: each line gets its answer, both refuse the
 * same ones, and what they answer is the same and true.
 */
export async function survives({ count, seed }) {
  const { loadCore } = await import('../../dist/core.js');
  const core = await loadCore();
  const random = randomNumbers(seed);
  const good = carts('real-s');
  const sent = Array.from({ length: count }, (_, at) => spoiled(good[at % good.length], random));
  const lines = sent.map((cart) => JSON.stringify(cart));
  const torn = sent.map((_, at) => garbled(JSON.stringify(good[at % good.length]), random));
  const args = ['--work', '1000000'];
  const { answers } = await source([...lines, ...torn], ...args);
  assert.equal(answers.length, 2 * count);
  for (const [at, answer] of answers.entries()) {
    if (answer.error) {
      assert.equal(answer.error.line, at + 1);
      assert.equal(typeof answer.error.path, 'string');
    }
    if (at >= count) continue;
    const cart = JSON.parse(lines[at]);
    const ours = await core.source(cart, { work: 1_000_000 });
    assert.equal(Boolean(ours.error), Boolean(answer.error), `${lines[at]}: ${told(ours, answer)}`);
    if (ours.error) continue;
    assert.deepEqual(ours.assignment, answer.assignment, lines[at]);
    assert.equal(ours.cost, answer.cost, lines[at]);
    if (ours.cost !== null) assert.equal(judge(cart, ours.assignment).fault, undefined, lines[at]);
  }
  return answers.filter(({ error }) => error).length;
}

const told = (...answers) => JSON.stringify(answers.map(({ error, cost }) => error ?? cost));
