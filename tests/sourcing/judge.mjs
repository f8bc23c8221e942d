// What a split of a cart means and costs, straight from the rules in docs/sourcing.md; knows nothing of the solver.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const folder = new URL('carts/', import.meta.url);
const read = (name) => gunzipSync(readFileSync(new URL(name, folder))).toString();

export const objectives = ['cost', 'parcels', 'fastest', 'pickup'];
export const classes = [
  'real-s',
  'real-m',
  'real-l',
  'isop-20',
  'isop-240',
  'dual-20',
  'hard-50x50',
  'hardreal-30x100',
];
export const carts = (name) => read(`${name}.jsonl.gz`).trim().split('\n').map(JSON.parse);
export const expected = () => JSON.parse(read('expected.json.gz'));

function feeOf(rate, goods, grams, units) {
  if (!rate || goods < (rate.minGoods ?? 0) || grams > (rate.maxWeight ?? Infinity)) return null;
  let fee = rate.base ?? 0;
  if (rate.weightTiers) {
    const tier = rate.weightTiers.find(([most]) => grams <= most);
    if (!tier) return null;
    fee = tier[1];
  } else if (rate.priceTiers) {
    fee = rate.priceTiers.findLast(([least]) => goods >= least)?.[1] ?? fee;
  }
  return goods >= (rate.freeFrom ?? Infinity) ? 0 : fee + (rate.perItem ?? 0) * units;
}

/** What units of these lines (a map) from one owner cost with delivery, and the days; or why they cannot be had. */
export function ownerCost(cart, index, lines, admits = () => true) {
  const owner = cart.owners[index];
  let [goods, grams, units] = [0, 0, 0];
  for (const [line, quantity] of lines) {
    const offer = owner.offers.find(([of]) => of === line);
    if (!offer || quantity > (offer[2] ?? Infinity)) return { fault: 'stock' };
    goods += offer[1] * quantity;
    grams += cart.lines[line][1] * quantity;
    units += quantity;
  }
  let best = null;
  for (const method of owner.methods.filter(admits)) {
    const rate = method.zones ? method.zones[cart.zone] : method.rate;
    const fee = feeOf(rate, goods, grams, units);
    if (fee !== null && (!best || fee < best.fee)) best = { fee, days: method.days };
  }
  if (!best) return { fault: 'delivery' };
  const percent = owner.discounts?.findLast(([least]) => goods >= least)?.[1] ?? 0;
  return { cost: goods - (goods * percent) / 100 + best.fee, days: best.days };
}

/** What the split costs, how many owners it uses and the days of its methods; or why it is none. */
export function judge(cart, assignment, admits = () => true) {
  const served = cart.lines.map(() => 0);
  const taken = cart.owners.map(() => new Map());
  for (const [owner, line, quantity] of assignment) {
    if (!Number.isInteger(quantity) || quantity <= 0) return { fault: 'quantity' };
    served[line] += quantity;
    taken[owner].set(line, (taken[owner].get(line) ?? 0) + quantity);
  }
  if (served.some((units, line) => units !== cart.lines[line][0])) return { fault: 'demand' };
  let [cost, owners, days] = [0, 0, 0];
  for (const [owner, lines] of taken.entries()) {
    if (lines.size === 0) continue;
    const one = ownerCost(cart, owner, lines, admits);
    if (one.fault) return one;
    cost += one.cost;
    owners += 1;
    days = Math.max(days, one.days);
  }
  return { cost, owners, days };
}

export const admitted = (objective, maxDays) => (method) =>
  objective === 'pickup'
    ? method.kind === 'pickup'
    : objective !== 'fastest' || method.days <= maxDays;
