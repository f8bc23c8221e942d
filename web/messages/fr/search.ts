/** The words of the search in French. */
import type { SearchWords } from '../search.ts';
import type { Speech } from '../speech.ts';

export function search({ number, counted }: Speech): SearchWords {
  const products = (count: number): string =>
    counted(count, { one: '# produit', other: '# produits' });

  return {
    suggestions: 'Suggestions',
    suggested: (count) => counted(count, { one: '# suggestion', other: '# suggestions' }),
    nothingYet: (query) => `Rien trouvé pour « ${query} » pour l’instant`,
    inCategory: (name) => `seulement dans ${name}`,
    ofBrand: (name) => `seulement de ${name}`,
    showAll: (count) =>
      count === 1 ? 'Afficher le résultat' : `Afficher les ${number(count)} résultats`,
    clear: 'Effacer la recherche',

    found: (count, query) =>
      query
        ? `${counted(count, { one: '# résultat', other: '# résultats' })} pour « ${query} »`
        : products(count),
    busy: 'Recherche …',
    closest: (words) => `Rien ne s’écrit ainsi ici. Le plus proche : ${words}`,
    sort: 'Trier par',
    relevance: 'Pertinence',
    shopOrder: 'Choix de la boutique',
    price_ascending: 'Prix croissant',
    price_descending: 'Prix décroissant',
    failed: 'La recherche n’a pas répondu. Vérifiez votre connexion et réessayez.',
    retry: 'Relancer la recherche',
    tooManyWords: (limit) => `Cherchez ${number(limit)} mots au plus.`,

    chosen: 'Filtres choisis',
    categories: 'Catégorie',
    brands: 'Marque',
    seller_ids: 'Vendeur',
    price: 'Prix',
    anyPrice: 'Tous les prix',
    upTo: (price) => `Jusqu’à ${price}`,
    atLeast: (price) => `${price} et plus`,
    between: (from, to) => `De ${from} à ${to}`,
    offers: 'Disponibilité',
    available: 'En stock',
    pickup: 'Retrait possible',
    moreValues: (count) => `${number(count)} de plus`,
    remove: (filter) => `Retirer le filtre : ${filter}`,
    clearFilters: 'Effacer les filtres',
    show: (count) => `Afficher ${products(count)}`,

    nothing: (query) =>
      query ? `Rien trouvé pour « ${query} »` : 'Rien ne répond à tous vos choix',
    nothingChosen: 'Aucun produit n’a tous les filtres choisis.',
    nothingSpelled: 'Vérifiez l’orthographe, ou cherchez moins de mots ou des mots plus généraux.',
    looser: 'Ceci serait trouvé',
    without: (filter) => `Sans ${filter}`,
    withoutFilters: 'Sans aucun filtre',
    only: (query) => `« ${query} »`,
    everything: 'Tout afficher',
  };
}
