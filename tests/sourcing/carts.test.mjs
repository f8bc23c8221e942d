// Every cart of the collection by every objective: proved, equal to the known optimum, and what it is said to cost; and
// the binary says the same as the widget's module, unit for unit.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { source } from './binary.mjs';
import { survives } from './hostile.mjs';
import { admitted, carts, classes, expected, judge, objectives } from './judge.mjs';

const wanted = expected();
const told = ({ micros, work, hint, ...answer }) => answer;

describe('sourcing', () => {
  let core;
  before(async () => {
    const { loadCore } = await import('../../dist/core.js');
    core = await loadCore();
  });

  for (const name of classes) {
    describe(name, () => {
      const list = carts(name);
      const answers = new Map();
      for (const objective of objectives) {
        test(`every cart by ${objective} is proved and costs what it must`, async () => {
          for (const cart of list) {
            const answer = await core.source(cart, { objective });
            answers.set(`${cart.id} ${objective}`, answer);
            const known = wanted[cart.id][objective];
            assert.equal(answer.proof, answer.cost === null ? 'infeasible' : 'optimal', cart.id);
            if (known) {
              assert.equal(answer.cost, known.cost, cart.id);
              if (known.owners) assert.equal(answer.owners, known.owners, cart.id);
              if (known.maxDays !== undefined && known.cost !== null)
                assert.equal(answer.max_days, known.maxDays, cart.id);
            }
            if (answer.cost === null) continue;
            const found = judge(cart, answer.assignment, admitted(objective, answer.max_days));
            assert.deepEqual(
              [found.cost, found.owners],
              [answer.cost, answer.owners],
              `${cart.id}: ${found.fault}`,
            );
          }
        });
      }

      test('the binary answers the same', async () => {
        const { answers: native } = await source(list.map(JSON.stringify), '--objective', 'all');
        assert.equal(native.length, list.length * objectives.length);
        for (const answer of native) {
          const { shortages, ...rest } = told(answer);
          assert.deepEqual(rest, told(answers.get(`${answer.id} ${answer.objective}`)), answer.id);
        }
      });
    });
  }

  test('a search that starts from the last solution finds the same total', async () => {
    for (const cart of carts('real-m')) {
      const { hint } = await core.source(cart);
      cart.lines[0][0] += 1;
      const cold = await core.source(cart);
      const warm = await core.source(cart, { hint });
      assert.deepEqual([warm.cost, warm.proof], [cold.cost, cold.proof], cart.id);
    }
  });

  test('a wrong instance is refused with the path of its first fault', async () => {
    const [cart] = carts('real-s');
    const refused = async (change) => {
      const copy = structuredClone(cart);
      change(copy);
      const { error } = await core.source(copy);
      return error && `${error.code} ${error.path}`;
    };
    assert.equal(await refused(() => {}), undefined);
    assert.equal(await refused((c) => (c.lines[0][0] = 0)), 'out_of_range lines[0].quantity');
    assert.equal(
      await refused((c) => (c.owners[0].offers[0][0] = 99)),
      'out_of_range owners[0].offers[0].line',
    );
    assert.equal(await refused((c) => (c.owners = 'all')), 'wrong_kind owners');
    assert.equal(await refused((c) => (c.lines[1][1] = '3')), 'wrong_kind lines[1]');
    assert.equal(await refused((c) => (c.lines[0][0] = 1.5)), 'out_of_range lines[0]');
    assert.equal(await refused((c) => (c.lines[0][0] = 1e300)), 'out_of_range lines[0]');
    assert.equal(
      await refused((c) => (c.owners[1].methods[0] = null)),
      'wrong_kind owners[1].methods[0]',
    );
    assert.equal(
      await refused((c) => (c.owners[1].discounts = [null])),
      'wrong_kind owners[1].discounts[0]',
    );
  });

  test('the command line tells what is wrong with a line and goes on with the next', async () => {
    const [cart] = carts('real-s');
    const wrong = JSON.stringify({ ...cart, id: 'w', lines: [[0, 1]] });
    const { code, answers } = await source(['{', wrong, JSON.stringify(cart)]);
    assert.equal(code, 1);
    assert.deepEqual(answers[0].error, { code: 'malformed_json', path: '', line: 1 });
    assert.equal(answers[1].id, 'w');
    assert.deepEqual(answers[1].error, {
      code: 'out_of_range',
      path: 'lines[0].quantity',
      line: 2,
    });
    assert.equal(answers[2].cost, wanted[cart.id].cost.cost);
  });

  test('hostile lines are refused with their number, and by the widget too', async () => {
    await survives({ count: 400, seed: 20261122 });
  });

  test('work that runs out leaves a bound that holds', async () => {
    for (const cart of carts('real-l').slice(0, 30)) {
      const { cost } = wanted[cart.id].cost;
      const answer = await core.source(cart, { work: 20_000 });
      assert.ok(answer.bound <= cost, cart.id);
      if (answer.cost !== null) assert.ok(answer.cost >= cost, cart.id);
    }
  });
});
