// The engines that are compared. Each is opened with the rows and answers the ids of at most `limit` products for each
// kind of query, all words required; of a filtered search the counts of brands too. Vitrine opens the file that the
// server would send, the others build from the rows. FlexSearch knows no edits, and it and the last two no counts.
import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import FlexSearch from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { loadCore } from '../../dist/core.js';

const fields = ['title', 'brand', 'product_type', 'description', 'color'];
const cents = ({ price }) => Math.round(parseFloat(price) * 100);

/** Keeps the rows of a category, counts their brands, sorts by price. */
function narrowed(rows, category, limit) {
  const kept = rows.filter((row) => row.product_type === category);
  const brands = new Map();
  for (const { brand } of kept) brands.set(brand, (brands.get(brand) ?? 0) + 1);
  return { brands, rows: kept.sort((a, b) => cents(a) - cents(b)).slice(0, limit) };
}

const skuOf = (id) => id.slice('pro_'.length);

/** The memories of the modules that are instantiated from now on. */
function memoriesOf(api) {
  const memories = [];
  const { instantiate } = api;
  api.instantiate = async (...args) => {
    const made = await instantiate(...args);
    const { exports } = made.instance ?? made;
    memories.push(Object.values(exports).find((one) => one instanceof api.Memory));
    return made;
  };
  return memories;
}

export const engines = {
  async Vitrine(rows, snapshot) {
    const memories = memoriesOf(WebAssembly);
    const typed = rows[0].title.slice(0, 3); // finds much, whatever the first word
    const times = [];
    let catalogue;
    for (let i = 0; i < 7; ++i) {
      const core = await loadCore();
      const started = performance.now();
      catalogue = await core.openCatalogue(snapshot);
      if (!catalogue.ok) throw new Error(catalogue.error.code);
      catalogue.searchIds(typed);
      times.push(performance.now() - started);
    }
    const prefix = ({ text }, limit) => catalogue.searchIds(text, limit);
    // With a space behind it the last word is whole, as it is for the others.
    const whole = ({ text }, limit) => catalogue.searchIds(`${text} `, limit);
    return {
      note: `the first query answered ${Math.min(...times).toFixed(1)} ms after the bytes came, at first ${times[0].toFixed(1)}`,
      memory: () => memories.at(-1).buffer.byteLength,
      found: (text) => catalogue.find({ query: `${text} `, limit: 200 }).product_ids.map(skuOf),
      search: {
        word: whole,
        'two words': whole,
        prefix,
        typo: whole,
        'facet + sort': ({ text, category }, limit) =>
          catalogue.find(
            {
              query: `${text} `,
              filters: { categories: [category] },
              sort: 'price_ascending',
              limit,
            },
            ['brands'],
          ),
        'all facets, JSON': ({ text, category }, limit) =>
          catalogue.search({
            query: `${text} `,
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
      index,
      found: (text) => index.search(text, { ...plain, fuzzy: 1 }).map(({ id }) => id),
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
      rows.map((row) => Object.fromEntries(['id', ...fields].map((name) => [name, row[name]]))),
    );
    const find =
      (options) =>
      ({ text }, limit) =>
        oramaSearch(db, { term: text, limit, threshold: 0, ...options });
    return {
      found: (text) => find({ tolerance: 1 })({ text }, rows.length).hits.map(({ id }) => id),
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
      found: (text) => index.search(`${text}~1`).map(({ ref }) => ref),
      search: {
        word: find((text) => `+${text}`),
        'two words': find((text) => text.replace(/\S+/g, '+$&')),
        prefix: find((text) => `${text}*`),
        typo: find((text) => `${text}~1`),
      },
    };
  },
};
