/** The words of the search in Spanish. */
import type { SearchWords } from '../search.ts';
import type { Speech } from '../speech.ts';

export function search({ number, counted }: Speech): SearchWords {
  const products = (count: number): string =>
    counted(count, { one: '# producto', other: '# productos' });

  return {
    suggestions: 'Sugerencias',
    suggested: (count) => counted(count, { one: '# sugerencia', other: '# sugerencias' }),
    nothingYet: (query) => `Nada encontrado por ahora para «${query}»`,
    inCategory: (name) => `solo en ${name}`,
    ofBrand: (name) => `solo de ${name}`,
    showAll: (count) =>
      count === 1 ? 'Mostrar el resultado' : `Mostrar los ${number(count)} resultados`,
    clear: 'Borrar la búsqueda',

    found: (count, query) =>
      query
        ? `${counted(count, { one: '# resultado', other: '# resultados' })} para «${query}»`
        : products(count),
    busy: 'Buscando …',
    closest: (words) => `Nada se escribe así aquí. Lo más parecido: ${words}`,
    sort: 'Ordenar por',
    relevance: 'Relevancia',
    shopOrder: 'Selección de la tienda',
    price_ascending: 'Precio, de menor a mayor',
    price_descending: 'Precio, de mayor a menor',
    failed: 'La búsqueda no ha respondido. Compruebe la conexión e inténtelo de nuevo.',
    retry: 'Buscar de nuevo',
    tooManyWords: (limit) => `Busque ${number(limit)} palabras como máximo.`,

    chosen: 'Filtros elegidos',
    categories: 'Categoría',
    brands: 'Marca',
    seller_ids: 'Vendedor',
    price: 'Precio',
    anyPrice: 'Cualquier precio',
    upTo: (price) => `Hasta ${price}`,
    atLeast: (price) => `${price} o más`,
    between: (from, to) => `De ${from} a ${to}`,
    offers: 'Disponibilidad',
    available: 'En existencias',
    pickup: 'Se puede recoger',
    moreValues: (count) => `${number(count)} más`,
    remove: (filter) => `Quitar el filtro: ${filter}`,
    clearFilters: 'Borrar los filtros',
    show: (count) => `Mostrar ${products(count)}`,

    nothing: (query) =>
      query ? `Nada encontrado para «${query}»` : 'Nada cumple todo lo que ha elegido',
    nothingChosen: 'Ningún producto cumple todos los filtros elegidos.',
    nothingSpelled: 'Compruebe la ortografía, o use menos palabras o más generales.',
    looser: 'Esto sí se encontraría',
    without: (filter) => `Sin ${filter}`,
    withoutFilters: 'Sin ningún filtro',
    only: (query) => `«${query}»`,
    everything: 'Mostrarlo todo',
  };
}
