// Sourcing beside other ways: node tests/bench/sourcing.mjs [--alone] [class …]; --alone leaves the other solvers out
// Cart by cart, in turn: the widget's module and the binary (the best of nine warm solves, reading the instance
// included for the module), HiGHS in WebAssembly and javascript-lp-solver on the mixed-integer program of the same cart
// (building it included; small carts three times, see `runs`), and three simple ways. Then what else the solver is
// asked for: a re-solve after an edit, a cold start, and answers within a limit.
import { createRequire } from 'node:module';
import { availableParallelism, loadavg } from 'node:os';
import { source } from '../sourcing/binary.mjs';
import { carts, classes, expected } from '../sourcing/judge.mjs';
import { lpModel, lpText, program } from './sourcing-mip.mjs';
import { greedy, naive, single } from './sourcing-ways.mjs';

const [firstCart] = carts('real-m');
const began = performance.now();
const { loadCore } = await import('../../dist/core.js');
const core = await loadCore();
const loaded = performance.now();
await core.source(firstCart);
const cold = { first: performance.now() - loaded, all: performance.now() - began };

const require = createRequire(import.meta.url);
const highs = await require('highs')();
const solver = require('javascript-lp-solver');
const known = expected();
const asked = process.argv.slice(2).filter((word) => word !== '--alone');
const alone = asked.length < process.argv.length - 2;
const seconds = 10; // for HiGHS and one cart

const runs = { 'real-s': 3, 'real-m': 3, 'isop-20': 3, 'dual-20': 3 };
const forSimplex = ['real-s', 'isop-20']; // javascript-lp-solver: the others take it minutes

function timed(count, solve) {
  let [least, answer] = [Infinity, undefined];
  for (let run = 0; run < count; ++run) {
    const start = performance.now();
    answer = solve();
    least = Math.min(least, performance.now() - start);
  }
  return { least, answer };
}

async function inModule(cart, options, count = 9) {
  let [least, answer] = [Infinity, undefined];
  for (let run = 0; run < count; ++run) {
    const start = performance.now();
    answer = await core.source(cart, options);
    least = Math.min(least, performance.now() - start);
  }
  return { least, answer };
}

async function native(cart, count, ...args) {
  const { answers } = await source(new Array(count).fill(JSON.stringify(cart)), ...args);
  return { least: Math.min(...answers.map(({ micros }) => micros)) / 1000, answer: answers[0] };
}

function withHighs(cart) {
  const options = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0, time_limit: seconds };
  const result = highs.solve(lpText(program(cart)), options);
  return result.Status === 'Optimal' ? result.ObjectiveValue : undefined;
}

function withSimplex(cart) {
  const result = solver.Solve(lpModel(program(cart), seconds * 1000));
  return result.feasible && result.isIntegral ? result.result : undefined;
}

const sorted = (list) => [...list].sort((a, b) => a - b);
const at = (list, part) => sorted(list)[Math.min(list.length - 1, Math.floor(part * list.length))];
const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
const cell = (text) => String(text).padStart(11);
const millis = (value) => cell(value === undefined ? '–' : value.toPrecision(3));
const times = (value) => cell(value === undefined ? '–' : `${Number(value.toPrecision(2))}×`);

console.log(
  `load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors; milliseconds`,
);
console.log(`cold: core and module loaded, first cart of real-m solved: ${cold.all.toFixed(1)}`);
console.log(`  of it sourcing.wasm compiled and the cart solved: ${cold.first.toFixed(1)}\n`);
const heads = ['wasm p50', 'p99', 'native p50', 'p99', 'HiGHS p50', 'p99', 'simplex p50', 'p99'];
console.log(
  ''.padEnd(17) + heads.map(cell).join('') + ['naive', 'one', 'greedy'].map(cell).join(''),
);
for (const name of asked.length > 0 ? asked : classes) {
  const spent = { wasm: [], native: [], highs: [], simplex: [] };
  const dearer = { naive: [], single: [], greedy: [] };
  const late = { highs: 0, simplex: 0 };
  const wrong = { highs: 0, simplex: 0 };
  for (const cart of carts(name)) {
    const right = known[cart.id].cost.cost;
    const ours = await inModule(cart, {});
    spent.wasm.push(ours.least);
    spent.native.push((await native(cart, 9)).least);
    const peers = alone ? [] : [['highs', withHighs]];
    if (!alone && forSimplex.includes(name)) peers.push(['simplex', withSimplex]);
    for (const [peer, solve] of peers) {
      const { least, answer } = timed(runs[name] ?? 1, () => solve(cart));
      spent[peer].push(least);
      if (answer === undefined) late[peer] += right === null ? 0 : 1;
      else if (Math.abs(answer - right) > 0.5) wrong[peer] += 1;
    }
    if (ours.answer.cost !== right)
      throw new Error(`${cart.id}: ${ours.answer.cost}, not ${right}`);
    if (right === null) continue;
    for (const [way, total] of Object.entries({
      naive: naive(cart),
      single: single(cart),
      greedy: greedy(cart),
    }))
      if (total !== undefined) dearer[way].push((100 * (total - right)) / right);
  }
  const base = [at(spent.wasm, 0.5), at(spent.wasm, 0.99)];
  const row = [base[0], base[1], at(spent.native, 0.5), at(spent.native, 0.99)].map(millis);
  for (const peer of ['highs', 'simplex'])
    for (const [index, part] of [0.5, 0.99].entries())
      row.push(times(spent[peer].length > 0 ? at(spent[peer], part) / base[index] : undefined));
  const ways = Object.values(dearer).map((list) =>
    cell(list.length > 0 ? `+${mean(list).toFixed(1)} %` : '–'),
  );
  console.log(name.padEnd(17) + row.join('') + ways.join(''));
  for (const peer of ['highs', 'simplex'])
    if (late[peer] + wrong[peer] > 0)
      console.log(
        `  ${peer}: ${late[peer]} without a proved answer, ${wrong[peer]} not the optimum`,
      );
}

console.log('\nHiGHS gets 10 s a cart; × says how many times as long as the module.');
const large = carts('real-l');
const parcels = [];
for (const cart of large) parcels.push((await inModule(cart, { objective: 'parcels' })).least);
console.log(
  `fewest parcels, real-l: p50 ${at(parcels, 0.5).toFixed(2)}, p99 ${at(parcels, 0.99).toFixed(2)}`,
);

const edits = { warm: [], full: [] };
for (const cart of large) {
  const { hint } = await core.source(cart);
  cart.lines[0][0] += 1;
  edits.full.push((await inModule(cart, {})).least);
  edits.warm.push((await inModule(cart, { hint })).least);
}
const each = edits.warm.map((warm, index) => warm / edits.full[index]);
console.log(
  `after one edit, from the last solution, real-l: half of the carts in ${at(each, 0.5).toFixed(2)} ` +
    `of a full solve's time, all together in ${(mean(edits.warm) / mean(edits.full)).toFixed(2)}`,
);

const gap = (answer, cart) =>
  (100 * (answer.cost - known[cart.id].cost.cost)) / known[cart.id].cost.cost;
for (const work of [10_000, 50_000, 250_000, 1_000_000]) {
  const found = [];
  const took = [];
  for (const cart of carts('real-l')) {
    const { least, answer } = await inModule(cart, { work }, 3);
    found.push(gap(answer, cart));
    took.push(least);
  }
  console.log(
    `real-l, work ${work}: at most ${Math.max(...took).toFixed(1)} ms, ` +
      `${mean(found).toFixed(4)} % above the optimum on average`,
  );
}
const found = [];
for (const cart of carts('real-l'))
  found.push(gap((await native(cart, 1, '--time-ms', '5')).answer, cart));
console.log(
  `real-l, natively within 5 ms: ${mean(found).toFixed(4)} % above the optimum on average`,
);
