// Sourcing in the widget's module, under Node: node tests/bench/sourcing.mjs [class …]
// For each cart the best of nine warm solves, reading the instance included; then percentiles over the carts. Beside it
// what simpler ways cost more than the optimum: each line from its cheapest seller, and everything from one seller.
import { carts, classes, judge } from '../sourcing/judge.mjs';

const { loadCore } = await import('../../dist/core.js');
const asked = process.argv.slice(2);
const started = performance.now();
const core = await loadCore();
const first = carts('real-m')[0];
await core.source(first);
const cold = performance.now() - started;

const millis = (value) => value.toFixed(3).padStart(10);
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];

async function best(cart, options) {
  let least = Infinity;
  let answer;
  for (let run = 0; run < 9; ++run) {
    const start = performance.now();
    answer = await core.source(cart, options);
    least = Math.min(least, performance.now() - start);
  }
  return { least, answer };
}

/** Each line from the owner with the lowest price, as far as stock goes. */
function naive(cart) {
  const split = [];
  for (const [line, [quantity]] of cart.lines.entries()) {
    const offers = cart.owners
      .flatMap(({ offers }, owner) =>
        offers.filter(([of]) => of === line).map((offer) => ({ owner, offer })),
      )
      .sort((a, b) => a.offer[1] - b.offer[1]);
    let left = quantity;
    for (const { owner, offer } of offers) {
      const units = Math.min(left, offer[2] ?? left);
      if (units > 0) split.push([owner, line, units]);
      left -= units;
    }
  }
  return judge(cart, split).cost;
}

function single(cart) {
  const costs = cart.owners
    .map(
      (_, owner) =>
        judge(
          cart,
          cart.lines.map(([quantity], line) => [owner, line, quantity]),
        ).cost,
    )
    .filter((cost) => cost !== undefined);
  return costs.length > 0 ? Math.min(...costs) : undefined;
}

console.log(`load, compile and first answer (real-m): ${cold.toFixed(1)} ms`);
console.log(
  'ms, warm'.padEnd(24) +
    ['p50', 'p99', 'max', 'naive +%', 'one +%'].map((w) => w.padStart(10)).join(''),
);
for (const name of asked.length > 0 ? asked : classes) {
  const list = carts(name);
  for (const objective of name === 'real-l' ? ['cost', 'parcels'] : ['cost']) {
    const times = [];
    const dearer = { naive: [], single: [] };
    for (const cart of list) {
      const { least, answer } = await best(cart, { objective });
      times.push(least);
      for (const [way, total] of [
        ['naive', naive(cart)],
        ['single', single(cart)],
      ])
        if (total !== undefined && objective === 'cost')
          dearer[way].push((100 * (total - answer.cost)) / answer.cost);
    }
    times.sort((a, b) => a - b);
    const mean = (list) =>
      (list.length > 0 ? (list.reduce((a, b) => a + b) / list.length).toFixed(1) : '–').padStart(
        10,
      );
    console.log(
      `${name} ${objective}`.padEnd(24) +
        [at(times, 0.5), at(times, 0.99), times.at(-1)].map(millis).join('') +
        mean(dearer.naive) +
        mean(dearer.single),
    );
  }
}

const ratios = [];
for (const cart of carts('real-l')) {
  const { hint } = await core.source(cart);
  cart.lines[0][0] += 1;
  const full = await best(cart, {});
  const warm = await best(cart, { hint });
  ratios.push([warm.least, full.least]);
}
const sum = (index) => ratios.reduce((total, pair) => total + pair[index], 0);
console.log(
  `after one edit, from the last solution (real-l): ${(sum(0) / sum(1)).toFixed(2)} of a full solve's time`,
);
