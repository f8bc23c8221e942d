// The engines that are compared. Each is opened with the rows and answers at most `limit` products for each kind of
// query, all words required. Vitrine opens the file that the server would send, the others build from the rows.
import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import FlexSearch from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { loadCore } from '../../dist/core.js';

const fields = ['title', 'brand', 'product_type', 'description'];
const cents = ({ price }) => Math.round(parseFloat(price) * 100);

/** Keeps the rows of a category, counts their brands, sorts by price. */
function narrowed(rows, category, limit) {
  const kept = rows.filter((row) => row.product_type === category);
  const brands = new Map();
  for (const { brand } of kept) brands.set(brand, (brands.get(brand) ?? 0) + 1);
  return { brands, rows: kept.sort((a, b) => cents(a) - cents(b)).slice(0, limit) };
}

export const engines = {
  async Vitrine(_, snapshot) {
    const core = await loadCore();
    const times = [];
    let catalogue;
    for (let i = 0; i < 7; ++i) {
      const started = performance.now();
      catalogue = await core.openCatalogue(snapshot);
      times.push(performance.now() - started);
    }
    if (!catalogue.ok) throw new Error(catalogue.error.code);
    const ids = ({ text }, limit) => catalogue.searchIds(text, limit);
    return {
      note: `opened in ${Math.min(...times).toFixed(1)} ms, at first ${times[0].toFixed(1)}`,
      search: {
        word: ids,
        'two words': ids,
        prefix: ids,
        typo: ids,
        'facet + sort': ({ text, category }, limit) =>
          catalogue.search({
            query: text,
            filters: { categories: [category] },
            sort: 'price_ascending',
            limit,
          }),
      },
    };
  },

  MiniSearch(rows) {
    const index = new MiniSearch({ fields, idField: 'id' });
    index.addAll(rows);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const boost = { title: 8, brand: 6, product_type: 4 };
    const plain = { combineWith: 'AND', boost };
    const first =
      (options) =>
      ({ text }, limit) =>
        index.search(text, options).slice(0, limit);
    return {
      search: {
        word: first(plain),
        'two words': first(plain),
        prefix: first({ ...plain, prefix: true }),
        typo: first({ ...plain, fuzzy: 1 }),
        'facet + sort': ({ text, category }, limit) =>
          narrowed(
            index.search(text, plain).map(({ id }) => byId.get(id)),
            category,
            limit,
          ),
      },
    };
  },

  FlexSearch(rows) {
    if (rows.length > 10_000) return undefined; // gigabytes
    const index = new FlexSearch.Document({
      document: { id: 'id', index: fields },
      tokenize: 'forward',
    });
    for (const row of rows) index.add(row);
    const find = ({ text }, limit) => index.search(text, { limit, merge: true });
    return { search: { word: find, 'two words': find, prefix: find } };
  },

  Orama(rows) {
    if (rows.length > 10_000) return undefined; // minutes
    const db = create({ schema: Object.fromEntries(fields.map((field) => [field, 'string'])) });
    insertMultiple(
      db,
      rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field]]))),
    );
    const find =
      (options) =>
      ({ text }, limit) =>
        oramaSearch(db, { term: text, limit, threshold: 0, ...options });
    return {
      search: {
        word: find({ exact: true }),
        'two words': find({ exact: true }),
        prefix: find({}),
        typo: find({ tolerance: 1 }),
      },
    };
  },

  lunr(rows) {
    if (rows.length > 10_000) return undefined; // minutes
    const index = lunr(function () {
      this.pipeline.reset();
      this.searchPipeline.reset();
      this.ref('id');
      for (const field of fields) this.field(field);
      for (const row of rows) this.add(row);
    });
    const find =
      (query) =>
      ({ text }, limit) =>
        index.search(query(text)).slice(0, limit);
    return {
      search: {
        word: find((text) => `+${text}`),
        'two words': find((text) => text.replace(/\S+/g, '+$&')),
        prefix: find((text) => `${text}*`),
        typo: find((text) => `${text}~1`),
      },
    };
  },
};
