// A cart as a mixed-integer program, for solvers that know nothing of shops. Each owner is used in at most one mode: a
// method, a tier of its rate or free delivery, and a discount tier. A mode has a binary (used) and an integer for each
// offer (units); its limits on goods and weight hold when it is used.

function modesOf(cart, owner) {
  const shares = [[0, 0], ...(owner.discounts ?? [])].map(([from, percent]) => ({ from, percent }));
  const modes = [];
  for (const { rate: everywhere, zones } of owner.methods) {
    const rate = zones ? zones[cart.zone] : everywhere;
    if (!rate) continue;
    const least = rate.minGoods ?? 0;
    const most = rate.maxWeight ?? Infinity;
    const heaviest = Math.min(most, rate.weightTiers?.at(-1)[0] ?? Infinity);
    const fees = rate.weightTiers
      ? rate.weightTiers.map(([grams, fee]) => ({ fee, least, most: Math.min(grams, most) }))
      : valueTiers(rate).map(([from, fee]) => ({
          fee,
          least: Math.max(from, least),
          most,
        }));
    for (const fee of fees) fee.each = rate.perItem ?? 0;
    if (rate.freeFrom !== undefined && rate.freeFrom !== null)
      fees.push({ fee: 0, each: 0, least: Math.max(rate.freeFrom, least), most: heaviest });
    for (const fee of fees)
      for (const { from, percent } of shares)
        modes.push({ ...fee, least: Math.max(fee.least, from), share: 1 - percent / 100 });
  }
  return modes.filter(
    (one, at) =>
      !modes.some(
        (other, index) => index !== at && covers(other, one) && (index < at || !covers(one, other)),
      ),
  );
}

/** The base fee holds until the first tier begins. */
function valueTiers({ base, priceTiers }) {
  const tiers = priceTiers ?? [];
  return tiers[0]?.[0] <= 0 ? tiers : [[0, base ?? 0], ...tiers];
}

const covers = (a, b) =>
  a.fee <= b.fee &&
  a.each <= b.each &&
  a.share <= b.share &&
  a.least <= b.least &&
  a.most >= b.most;

/** The program: variables with their cost and rows with their terms. */
export function program(cart) {
  const variables = []; // {name, cost, binary}
  const rows = []; // {terms: [factor, name][], sense, limit}
  const served = cart.lines.map(() => []);
  for (const [i, owner] of cart.owners.entries()) {
    const used = [];
    const stocks = owner.offers.map(() => []);
    for (const [k, mode] of modesOf(cart, owner).entries()) {
      const y = `y${i}_${k}`;
      variables.push({ name: y, cost: mode.fee, binary: true });
      used.push([1, y]);
      const [goods, grams] = [[], []];
      for (const [o, [line, price, stock]] of owner.offers.entries()) {
        const x = `x${i}_${k}_${o}`;
        const cap = Math.min(cart.lines[line][0], stock ?? Infinity);
        if (cap <= 0) continue;
        variables.push({ name: x, cost: price * mode.share + mode.each, most: cap });
        rows.push({
          terms: [
            [1, x],
            [-cap, y],
          ],
          sense: '<=',
          limit: 0,
        });
        served[line].push([1, x]);
        stocks[o].push([1, x]);
        if (price > 0) goods.push([price, x]);
        if (cart.lines[line][1] > 0) grams.push([cart.lines[line][1], x]);
      }
      if (mode.least > 0) rows.push({ terms: [...goods, [-mode.least, y]], sense: '>=', limit: 0 });
      if (mode.most < Infinity && grams.length > 0)
        rows.push({ terms: [...grams, [-mode.most, y]], sense: '<=', limit: 0 });
    }
    if (used.length > 1) rows.push({ terms: used, sense: '<=', limit: 1 });
  }
  for (const [line, terms] of served.entries())
    rows.push({ terms, sense: '=', limit: cart.lines[line][0] });
  return { variables, rows };
}

/** The program in CPLEX LP format, as HiGHS reads it. */
export function lpText({ variables, rows }) {
  const sum = (terms) =>
    terms
      .map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`)
      .join('\n');
  const named = (kind) =>
    variables.filter(({ binary }) => Boolean(binary) === kind).map(({ name }) => name);
  return [
    'Minimize\nobj:',
    sum(variables.map(({ cost, name }) => [cost, name])),
    'Subject To',
    ...rows.map(({ terms, sense, limit }, at) => `r${at}: ${sum(terms)} ${sense} ${limit}`),
    'Bounds',
    ...variables.filter(({ binary }) => !binary).map(({ name, most }) => `0 <= ${name} <= ${most}`),
    `Binary\n${named(true).join('\n')}`,
    `General\n${named(false).join('\n')}`,
    'End',
  ].join('\n');
}

/** The program as a model of javascript-lp-solver. */
export function lpModel({ variables, rows }, timeout) {
  const model = {
    optimize: 'cost',
    opType: 'min',
    constraints: {},
    variables: {},
    ints: {},
    binaries: {},
    timeout,
  };
  for (const { name, cost, binary } of variables) {
    model.variables[name] = { cost };
    model[binary ? 'binaries' : 'ints'][name] = 1;
  }
  for (const [at, { terms, sense, limit }] of rows.entries()) {
    model.constraints[`r${at}`] = { [{ '<=': 'max', '>=': 'min', '=': 'equal' }[sense]]: limit };
    for (const [factor, name] of terms) model.variables[name][`r${at}`] = factor;
  }
  return model;
}
