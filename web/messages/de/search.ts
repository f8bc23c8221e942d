/** The words of the search in German. */
import type { SearchWords } from '../search.ts';
import type { Speech } from '../speech.ts';

export function search({ number, counted }: Speech): SearchWords {
  const products = (count: number): string =>
    counted(count, { one: '# Produkt', other: '# Produkte' });

  return {
    suggestions: 'Vorschläge',
    suggested: (count) => counted(count, { one: '# Vorschlag', other: '# Vorschläge' }),
    nothingYet: (query) => `Noch nichts gefunden für „${query}“`,
    inCategory: (name) => `nur in ${name}`,
    ofBrand: (name) => `nur von ${name}`,
    showAll: (count) =>
      count === 1 ? 'Das Ergebnis zeigen' : `Alle ${number(count)} Ergebnisse zeigen`,
    clear: 'Suche leeren',

    found: (count, query) =>
      query
        ? `${counted(count, { one: '# Ergebnis', other: '# Ergebnisse' })} für „${query}“`
        : products(count),
    busy: 'Suche läuft …',
    closest: (words) => `So steht das hier nirgends. Am nächsten: ${words}`,
    sort: 'Sortieren nach',
    relevance: 'Beste Treffer',
    shopOrder: 'Auswahl des Shops',
    price_ascending: 'Preis aufsteigend',
    price_descending: 'Preis absteigend',
    failed: 'Die Suche hat nicht geantwortet. Bitte Verbindung prüfen und erneut versuchen.',
    retry: 'Erneut suchen',
    tooManyWords: (limit) => `Bitte höchstens ${number(limit)} Wörter suchen.`,

    chosen: 'Gewählte Filter',
    categories: 'Kategorie',
    brands: 'Marke',
    seller_ids: 'Händler',
    price: 'Preis',
    anyPrice: 'Jeder Preis',
    upTo: (price) => `Bis ${price}`,
    atLeast: (price) => `Ab ${price}`,
    between: (from, to) => `${from} bis ${to}`,
    offers: 'Verfügbarkeit',
    available: 'Auf Lager',
    pickup: 'Abholung möglich',
    moreValues: (count) => `${number(count)} weitere`,
    remove: (filter) => `Filter entfernen: ${filter}`,
    clearFilters: 'Filter löschen',
    show: (count) => `${products(count)} zeigen`,

    nothing: (query) =>
      query ? `Nichts gefunden für „${query}“` : 'Nichts erfüllt alles, was gewählt ist',
    nothingChosen: 'Kein Produkt erfüllt alle gewählten Filter.',
    nothingSpelled: 'Hilft vielleicht: Schreibweise prüfen, weniger oder allgemeinere Wörter.',
    looser: 'Das würde gefunden',
    without: (filter) => `Ohne ${filter}`,
    withoutFilters: 'Ohne alle Filter',
    only: (query) => `„${query}“`,
    everything: 'Alles zeigen',
  };
}
