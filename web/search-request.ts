/** What a search asks, as pieces that can be added and taken away one by one. */
import type { SearchFilters, SearchRequest, VariantOption } from './contract.ts';

export type Filter =
  | { field: 'categories' | 'brands' | 'seller_ids'; value: string }
  | { field: 'options'; option: VariantOption }
  | { field: 'price'; min?: number | undefined; max?: number | undefined }
  | { field: 'available' | 'pickup' };

export function filtersOf({ filters = {} }: SearchRequest): Filter[] {
  const { options = [], price_min: min, price_max: max } = filters;
  const lists = (['categories', 'brands', 'seller_ids'] as const).flatMap((field) =>
    (filters[field] ?? []).map((value): Filter => ({ field, value })),
  );
  const flags = (['available', 'pickup'] as const).filter((field) => filters[field]);
  return [
    ...lists,
    ...options.map((option): Filter => ({ field: 'options', option })),
    ...(min === undefined && max === undefined ? [] : [{ field: 'price', min, max } as const]),
    ...flags.map((field): Filter => ({ field })),
  ];
}

export const asks = (request: SearchRequest, filter: Filter): boolean =>
  filtersOf(request).some((each) => same(each, filter));

/** The request with the filter where it was without it, and without it where it had it. */
export function toggled(request: SearchRequest, filter: Filter): SearchRequest {
  const present = filtersOf(request);
  const others = present.filter((each) => !same(each, filter));
  if (others.length < present.length) return withFilters(request, others);
  // There is one range of prices at a time.
  const kept = filter.field === 'price' ? others.filter(({ field }) => field !== 'price') : others;
  return withFilters(request, [...kept, filter]);
}

export function withFilters(request: SearchRequest, chosen: readonly Filter[]): SearchRequest {
  const filters: SearchFilters = {};
  for (const filter of chosen) {
    if (filter.field === 'options') (filters.options ??= []).push(filter.option);
    else if (filter.field === 'price') {
      if (filter.min !== undefined) filters.price_min = filter.min;
      if (filter.max !== undefined) filters.price_max = filter.max;
    } else if ('value' in filter) (filters[filter.field] ??= []).push(filter.value);
    else filters[filter.field] = true;
  }
  return { ...request, filters };
}

/** Requests that ask a little less, the smallest sacrifice first: a filter, all filters, a word, all words but one. */
export function looser(request: SearchRequest): SearchRequest[] {
  const filters = filtersOf(request);
  const words = wordsOf(request);
  const queries = [
    ...words.map((_, left_out) => words.filter((_, place) => place !== left_out).join(' ')),
    ...words,
  ].filter((query) => query && query !== words.join(' '));
  return [
    ...filters.map((filter) => toggled(request, filter)),
    ...(filters.length > 1 ? [withFilters(request, [])] : []),
    ...[...new Set(queries)].map((query) => ({ ...request, query })),
  ];
}

export const wordsOf = ({ query = '' }: SearchRequest): string[] =>
  query.split(/\s+/).filter((word) => word);

/** Feeds part the levels of a category by ">". */
export const categoryName = (category: string): string => category.replaceAll(' > ', ' › ');

function same(one: Filter, other: Filter): boolean {
  if (one.field !== other.field) return false;
  if (one.field === 'options' && other.field === 'options')
    return one.option.name === other.option.name && one.option.value === other.option.value;
  if (one.field === 'price' && other.field === 'price')
    return one.min === other.min && one.max === other.max;
  return !('value' in one) || !('value' in other) || one.value === other.value;
}
