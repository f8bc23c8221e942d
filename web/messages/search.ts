/** The words of the search, in English; they come with it. Other languages bring theirs, of the same shape. */
import { speech, type Speech } from './speech.ts';
import type { Words } from './widget.ts';

export type SearchWords = ReturnType<typeof english>;

const known = new Map<string, SearchWords>();

export function searchWordsOf({ language, searching }: Words): SearchWords {
  const words = searching ?? known.get(language) ?? english(speech(language));
  if (!searching) known.set(language, words);
  return words;
}

export function english({ number, counted }: Speech) {
  const results = (count: number): string =>
    counted(count, { one: '# result', other: '# results' });
  const products = (count: number): string =>
    counted(count, { one: '# product', other: '# products' });

  return {
    // Suggestions
    suggestions: 'Suggestions',
    suggested: (count: number): string =>
      counted(count, { one: '# suggestion', other: '# suggestions' }),
    nothingYet: (query: string): string => `Nothing found for “${query}” so far`,
    inCategory: (name: string): string => `only in ${name}`,
    ofBrand: (name: string): string => `only from ${name}`,
    showAll: (count: number): string =>
      count === 1 ? 'Show the result' : `Show all ${number(count)} results`,
    clear: 'Clear the search',

    // Results
    found: (count: number, query: string): string =>
      query ? `${results(count)} for “${query}”` : products(count),
    busy: 'Searching …',
    closest: (words: string): string => `Not spelled like this anywhere. Closest: ${words}`,
    sort: 'Sort by',
    relevance: 'Best match',
    shopOrder: 'The shop’s choice',
    price_ascending: 'Price, low to high',
    price_descending: 'Price, high to low',
    failed: 'The search did not answer. Check your connection and try again.',
    retry: 'Search again',
    tooManyWords: (limit: number): string => `Please search for ${number(limit)} words at most.`,

    // Filters
    chosen: 'Chosen filters',
    categories: 'Category',
    brands: 'Brand',
    seller_ids: 'Seller',
    price: 'Price',
    anyPrice: 'Any price',
    upTo: (price: string): string => `Up to ${price}`,
    atLeast: (price: string): string => `${price} and more`,
    between: (from: string, to: string): string => `${from} to ${to}`,
    offers: 'Availability',
    available: 'In stock',
    pickup: 'Can be collected',
    moreValues: (count: number): string => `${number(count)} more`,
    remove: (filter: string): string => `Remove filter: ${filter}`,
    clearFilters: 'Clear filters',
    show: (count: number): string => `Show ${products(count)}`,

    // Nothing found
    nothing: (query: string): string =>
      query ? `Nothing found for “${query}”` : 'Nothing has all that you chose',
    nothingChosen: 'No product has all the chosen filters.',
    nothingSpelled: 'Check the spelling, or use fewer or more general words.',
    looser: 'This would be found',
    without: (filter: string): string => `Without ${filter}`,
    withoutFilters: 'Without any filter',
    only: (query: string): string => `“${query}”`,
    everything: 'Show everything',
  };
}
