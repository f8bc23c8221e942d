/** The words of the search; they come with it. A language is one object of the shape of `english`. */
import { german } from './de/search.ts';

export type SearchWords = ReturnType<typeof english>;

export function searchWordsFor(language: string): SearchWords {
  return (languages[language.split('-')[0] ?? ''] ?? english)(language);
}

function english(language: string) {
  const numbers = new Intl.NumberFormat(language);
  const rules = new Intl.PluralRules('en');
  const counted = (count: number, one: string, other: string): string =>
    `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`;

  return {
    // Suggestions
    suggestions: 'Suggestions',
    suggested: (count: number): string => counted(count, 'suggestion', 'suggestions'),
    nothingYet: (query: string): string => `Nothing found for “${query}” so far`,
    inCategory: (name: string): string => `only in ${name}`,
    ofBrand: (name: string): string => `only from ${name}`,
    showAll: (count: number): string =>
      count === 1 ? 'Show the result' : `Show all ${numbers.format(count)} results`,
    clear: 'Clear the search',

    // Results
    found: (count: number, query: string): string =>
      query
        ? `${counted(count, 'result', 'results')} for “${query}”`
        : counted(count, 'product', 'products'),
    busy: 'Searching …',
    closest: (words: string): string => `Not spelled like this anywhere. Closest: ${words}`,
    sort: 'Sort by',
    relevance: 'Best match',
    shopOrder: 'The shop’s choice',
    price_ascending: 'Price, low to high',
    price_descending: 'Price, high to low',
    failed: 'The search did not answer. Check your connection and try again.',
    retry: 'Search again',
    tooManyWords: (limit: number): string =>
      `Please search for ${numbers.format(limit)} words at most.`,

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
    moreValues: (count: number): string => `${numbers.format(count)} more`,
    remove: (filter: string): string => `Remove filter: ${filter}`,
    clearFilters: 'Clear filters',
    show: (count: number): string => `Show ${counted(count, 'product', 'products')}`,

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

const languages: Readonly<Record<string, (language: string) => SearchWords>> = {
  en: english,
  de: german,
};
