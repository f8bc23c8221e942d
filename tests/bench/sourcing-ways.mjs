// What shops do instead: three simple ways to choose sellers, with what they cost.
import { judge, ownerCost } from '../sourcing/judge.mjs';

/** Each line from the owner with the lowest price, as far as stock goes. Undefined when delivery refuses that. */
export function naive(cart) {
  const split = [];
  for (const [line, [quantity]] of cart.lines.entries()) {
    let left = quantity;
    for (const { owner, price, stock } of offersOf(cart, line).sort((a, b) => a.price - b.price)) {
      const units = Math.min(left, stock);
      if (units > 0) split.push([owner, line, units]);
      left -= units;
    }
  }
  return judge(cart, split).cost;
}

/** Everything from the one owner where it costs least. Undefined when none has it all. */
export function single(cart) {
  const whole = (owner) => cart.lines.map(([quantity], line) => [owner, line, quantity]);
  const costs = cart.owners.map((_, owner) => judge(cart, whole(owner)).cost);
  const possible = costs.filter((cost) => cost !== undefined);
  return possible.length > 0 ? Math.min(...possible) : undefined;
}

/** The most valuable line first, each unit where it adds least to goods and delivery so far. */
export function greedy(cart) {
  const taken = cart.owners.map(() => new Map());
  const paid = cart.owners.map(() => 0);
  const order = [...cart.lines.keys()].map((line) => ({ line, offers: offersOf(cart, line) }));
  const worth = ({ line, offers }) => cart.lines[line][0] * Math.min(...offers.map((o) => o.price));
  for (const { line, offers } of order.sort((a, b) => worth(b) - worth(a))) {
    let left = cart.lines[line][0];
    while (left > 0) {
      let best;
      for (const { owner, stock } of offers) {
        const units = Math.min(left, stock - (taken[owner].get(line) ?? 0));
        if (units <= 0) continue;
        const lines = new Map(taken[owner]).set(line, (taken[owner].get(line) ?? 0) + units);
        const cost = ownerCost(cart, owner, lines).cost;
        if (cost === undefined) continue;
        const each = (cost - paid[owner]) / units;
        if (!best || each < best.each) best = { owner, each, units, cost };
      }
      if (!best) return undefined;
      taken[best.owner].set(line, (taken[best.owner].get(line) ?? 0) + best.units);
      paid[best.owner] = best.cost;
      left -= best.units;
    }
  }
  return paid.reduce((sum, cost) => sum + cost, 0);
}

function offersOf(cart, line) {
  return cart.owners.flatMap(({ offers }, owner) =>
    offers
      .filter(([of]) => of === line)
      .map(([, price, stock]) => ({ owner, price, stock: stock ?? Infinity })),
  );
}
