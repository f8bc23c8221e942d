/** The words of the search in German. */
import type { SearchWords } from '../search.ts';

export function german(language: string): SearchWords {
  const numbers = new Intl.NumberFormat(language);
  const rules = new Intl.PluralRules('de');
  const counted = (count: number, one: string, other: string): string =>
    `${numbers.format(count)} ${rules.select(count) === 'one' ? one : other}`;

  return {
    suggestions: 'Vorschläge',
    suggested: (count) => counted(count, 'Vorschlag', 'Vorschläge'),
    nothingYet: (query) => `Noch nichts gefunden für „${query}“`,
    inCategory: (name) => `nur in ${name}`,
    ofBrand: (name) => `nur von ${name}`,
    showAll: (count) =>
      count === 1 ? 'Das Ergebnis zeigen' : `Alle ${numbers.format(count)} Ergebnisse zeigen`,
    clear: 'Suche leeren',

    found: (count, query) =>
      query
        ? `${counted(count, 'Ergebnis', 'Ergebnisse')} für „${query}“`
        : counted(count, 'Produkt', 'Produkte'),
    busy: 'Suche läuft …',
    closest: (words) => `So steht das hier nirgends. Am nächsten: ${words}`,
    sort: 'Sortieren nach',
    relevance: 'Beste Treffer',
    shopOrder: 'Auswahl des Shops',
    price_ascending: 'Preis aufsteigend',
    price_descending: 'Preis absteigend',
    failed: 'Die Suche hat nicht geantwortet. Bitte Verbindung prüfen und erneut versuchen.',
    retry: 'Erneut suchen',
    tooManyWords: (limit) => `Bitte höchstens ${numbers.format(limit)} Wörter suchen.`,

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
    moreValues: (count) => `${numbers.format(count)} weitere`,
    remove: (filter) => `Filter entfernen: ${filter}`,
    clearFilters: 'Filter löschen',
    show: (count) => `${counted(count, 'Produkt', 'Produkte')} zeigen`,

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
