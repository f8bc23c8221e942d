/** A search and its answer as words of 32 bits: what `widget/found.hpp` reads and writes. */
import type { Exports } from 'vitrine:glue';
import type { FacetValue, OptionFacet, SearchFacets, SearchRequest } from './contract.ts';

export type FacetName = keyof SearchFacets;

/** A page of what a search finds; of the facets those that were asked for. */
export interface Found {
  total: number;
  edited: boolean;
  product_ids: string[];
  facets: Partial<SearchFacets>;
}

/**
 * The numbers by which an open catalogue knows names, or ids of sellers; each is asked for once.
 */
export class Names {
  #exports: Exports;
  #seller: boolean;
  #numbers = new Map<string, number>();
  #texts: string[] = [];

  constructor(exports: Exports, seller: boolean) {
    this.#exports = exports;
    this.#seller = seller;
  }

  number(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#exports.numberOf(this.#seller, text);
      this.#numbers.set(text, number);
    }
    return number;
  }

  text(number: number): string {
    return (this.#texts[number] ??= this.#exports.textOf(this.#seller, number));
  }
}

const facetNames = [
  'sellers',
  'brands',
  'categories',
  'options',
  'price_ranges',
  'available',
  'pickup',
] as const satisfies readonly FacetName[];
const sorts = ['relevance', 'price_ascending', 'price_descending'] as const;
const none: readonly string[] = [];

/** The bits by which the core knows facets. */
function bitsOf(facets: readonly FacetName[]): number {
  let bits = 0;
  for (const name of listed(facets, 'facets')) {
    const place = facetNames.indexOf(name);
    if (place < 0) throw new RangeError(`out_of_range: facets`);
    bits |= 1 << place;
  }
  return bits;
}

const wrongKind = (path: string) => new RangeError(`wrong_kind: ${path}`);
const requestFields = ['query', 'filters', 'sort', 'limit', 'offset'];
const filterFields = [
  ...['seller_ids', 'brands', 'categories', 'options'],
  ...['price_min', 'price_max', 'available', 'pickup'],
];

/** Refuses what is no object of these fields alone, as `search` does. */
function checkFields(value: object, fields: readonly string[], path: string): void {
  if (typeof value !== 'object' || !value || Array.isArray(value)) throw wrongKind(path);
  for (const name in value) {
    if (fields.includes(name)) continue;
    throw new RangeError(`unknown_field: ${path}${path && '.'}${name}`);
  }
}

/** Refuses a request, or filters, of another shape; numbers are looked at where they are used. */
export function checkRequest(request: SearchRequest): void {
  checkFields(request, requestFields, '');
  const { filters } = request;
  if (filters === undefined) return;
  checkFields(filters, filterFields, 'filters');
  for (const name of ['available', 'pickup'] as const) {
    if (typeof (filters[name] ?? false) !== 'boolean') throw wrongKind(`filters.${name}`);
  }
}

function listed<T>(values: readonly T[], path: string): readonly T[] {
  if (Array.isArray(values)) return values;
  throw wrongKind(path);
}

/** Answers a text; refuses what is none. */
export function checkText(value: string, path: string): string {
  if (typeof value === 'string') return value;
  throw wrongKind(path);
}

/** Answers a whole number from 0 to `most`; refuses what is none. */
export function check(value: number, most: number, path: string): number {
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new RangeError(`out_of_range: ${path}`);
}

/** A search but for its text: words that the text follows, whose bytes the first is to count. */
export function rowOf(
  { filters, sort = 'relevance', limit = 24, offset = 0 }: SearchRequest,
  facets: readonly FacetName[],
  names: Names,
  sellers: Names,
): number[] {
  const place = sorts.indexOf(sort);
  if (place < 0) throw new RangeError('out_of_range: sort');
  const row = [
    0,
    place,
    check(limit, 200, 'limit'),
    Math.min(check(offset, Number.MAX_SAFE_INTEGER, 'offset'), 2 ** 32 - 1),
    bitsOf(facets),
    (filters?.available ? 1 : 0) | (filters?.pickup ? 2 : 0),
  ];
  const list = (values: readonly string[] = none, path: string, numbers: Names) => {
    row.push(listed(values, path).length);
    for (let i = 0; i < values.length; ++i)
      row.push(numbers.number(checkText(values[i]!, `${path}[${i}]`)));
  };
  list(filters?.seller_ids, 'filters.seller_ids', sellers);
  list(filters?.brands, 'filters.brands', names);
  list(filters?.categories, 'filters.categories', names);
  const options = listed(filters?.options ?? [], 'filters.options');
  row.push(2 * options.length);
  options.forEach((option, i) => {
    const path = `filters.options[${i}]`;
    checkFields(option, ['name', 'value'], path);
    for (const part of ['name', 'value'] as const)
      row.push(names.number(checkText(option[part], `${path}.${part}`)));
  });
  return row;
}

/** Reads the answer to a search with the same facets; `id` tells a product's by its place. */
export function readFound(
  words: Uint32Array,
  facets: readonly FacetName[],
  names: Names,
  sellers: Names,
  id: (place: number) => string,
): Found {
  let at = 0;
  const next = () => words[at++]!;
  const total = next();
  const edited = next() === 1;
  const ids = new Array<string>(next());
  for (let i = 0; i < ids.length; ++i) ids[i] = id(next());
  const values = (numbers: Names) => {
    const list: FacetValue[] = [];
    for (let left = next(); left > 0; --left) {
      const value = numbers.text(next());
      const count = next();
      if (value !== '') list.push({ value, count });
    }
    return list;
  };
  const all: SearchFacets = {
    sellers: values(sellers),
    brands: values(names),
    categories: values(names),
    options: [],
    price_ranges: [],
    available: 0,
    pickup: 0,
  };
  for (let left = next(); left > 0; --left) {
    const name = names.text(next());
    const value = names.text(next());
    optionFacet(all.options, name).values.push({ value, count: next() });
  }
  for (let left = next(); left > 0; --left) {
    const from = next() + 2 ** 32 * next();
    const before = all.price_ranges.at(-1);
    if (before) before.to = from - 1;
    all.price_ranges.push({ from, count: next() });
  }
  all.available = next();
  all.pickup = next();
  const wanted: Partial<SearchFacets> = {};
  for (const name of facets) Object.assign(wanted, { [name]: all[name] });
  return { total, edited, product_ids: ids, facets: wanted };
}

function optionFacet(facets: OptionFacet[], name: string): OptionFacet {
  let facet = facets.find((one) => one.name === name);
  if (!facet) facets.push((facet = { name, values: [] }));
  return facet;
}
