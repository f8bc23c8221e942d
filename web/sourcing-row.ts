/** An instance as a row of numbers, the way `widget/sourcing.cpp` reads it: counts before lists, -1 for what is absent. */
import type { Fault } from './result.ts';
import type { SourcingHint, SourcingInstance, SourcingMethod, SourcingRate } from './sourcing.ts';

class Refused {
  constructor(readonly fault: Fault) {}
}

/** Fills the row. Answers the first fault in what is given, if there is one. */
export function writeRow(
  row: number[],
  instance: SourcingInstance,
  hint?: SourcingHint,
): Fault | undefined {
  row.length = 0;
  try {
    writeInstance(row, instance);
    writeHint(row, hint);
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.fault;
    throw thrown;
  }
  return undefined;
}

function writeInstance(row: number[], instance: SourcingInstance): void {
  const lines = list(instance?.lines, 'lines');
  const owners = list(instance.owners, 'owners');
  row.push(lines.length);
  for (let j = 0; j < lines.length; ++j) {
    const line = lines[j];
    if (!isTuple(line, 2)) throw refused(`lines[${j}]`, line);
    row.push(line[0]!, line[1]!);
  }
  row.push(owners.length);
  for (let i = 0; i < owners.length; ++i) {
    const owner = owners[i];
    const where = `owners[${i}]`;
    const offers = list(owner?.offers, `${where}.offers`);
    const methods = list(owner?.methods, `${where}.methods`);
    row.push(offers.length);
    for (let o = 0; o < offers.length; ++o) writeOffer(row, offers[o], where, o);
    writePairs(row, owner?.discounts, `${where}.discounts`);
    row.push(methods.length);
    for (let m = 0; m < methods.length; ++m)
      writeMethod(row, methods[m], instance.zone, `${where}.methods[${m}]`);
  }
}

function writeOffer(row: number[], offer: unknown, owner: string, index: number): void {
  const where = () => `${owner}.offers[${index}]`;
  if (!Array.isArray(offer) || offer.length !== 3) throw refused(where(), offer);
  const [line, price, stock] = offer;
  if (!isInteger(line) || !isInteger(price)) throw refused(where(), [line, price]);
  row.push(line, price, optional(stock, where));
}

function writeMethod(
  row: number[],
  method: SourcingMethod | undefined,
  zone: unknown,
  where: string,
): void {
  if (!isObject(method)) throw refused(where, method);
  const { kind = 'delivery', days, zones } = method;
  if (kind !== 'delivery' && kind !== 'pickup' && kind !== null)
    throw new Refused({ code: 'invalid_format', path: `${where}.kind` });
  if (!isInteger(days ?? 0)) throw refused(`${where}.days`, days);
  if ((zones ?? null) !== null && (!isObject(zones) || typeof zone !== 'string'))
    throw refused(`${where}.zones`, zones);
  let rate = method.rate;
  if (zones) rate = Object.hasOwn(zones, zone as string) ? zones[zone as string] : null;
  const given = (rate ?? null) !== null;
  row.push(kind === 'pickup' ? 1 : 0, days ?? 0, given ? 1 : 0);
  if (given) writeRate(row, rate!, zones ? `${where}.zones` : `${where}.rate`);
}

function writeRate(row: number[], rate: SourcingRate, where: string): void {
  if (!isObject(rate)) throw refused(where, rate);
  const path = () => where;
  row.push(
    Math.max(0, optional(rate.base, path)),
    Math.max(0, optional(rate.perItem, path)),
    optional(rate.freeFrom, path),
    optional(rate.maxWeight, path),
    optional(rate.minGoods, path),
  );
  writePairs(row, rate.weightTiers, `${where}.weightTiers`);
  writePairs(row, rate.priceTiers, `${where}.priceTiers`);
}

function writePairs(
  row: number[],
  given: [number, number][] | null | undefined,
  where: string,
): void {
  const pairs = list(given ?? [], where);
  row.push(pairs.length);
  for (let p = 0; p < pairs.length; ++p) {
    const pair = pairs[p];
    if (!isTuple(pair, 2)) throw refused(`${where}[${p}]`, pair);
    row.push(pair[0]!, pair[1]!);
  }
}

function writeHint(row: number[], hint: SourcingHint | undefined): void {
  const prices = list(hint?.prices ?? [], 'hint.prices');
  const assignment = list(hint?.assignment ?? [], 'hint.assignment');
  if (!prices.every(isInteger)) throw refused('hint.prices', prices);
  row.push(prices.length);
  for (const price of prices) row.push(price);
  row.push(assignment.length);
  for (const units of assignment) {
    if (!isTuple(units, 3)) throw refused('hint.assignment', units);
    row.push(units[0]!, units[1]!, units[2]!);
  }
}

/** A number that may be absent: then -1, which nobody may give. */
function optional(value: unknown, where: () => string): number {
  if (value === null || value === undefined) return -1;
  if (!isInteger(value) || value < 0) throw refused(where(), value);
  return value;
}

function list<T>(value: T[] | undefined, where: string): T[] {
  if (!Array.isArray(value)) throw refused(where, value);
  return value;
}

/** `out_of_range` when all that is there is numbers. */
function refused(path: string, value: unknown): Refused {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const numbers = values.length > 0 && values.every((one) => typeof one === 'number');
  return new Refused({ code: numbers ? 'out_of_range' : 'wrong_kind', path });
}

function isTuple(value: unknown, size: number): value is number[] {
  return Array.isArray(value) && value.length === size && value.every(isInteger);
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
