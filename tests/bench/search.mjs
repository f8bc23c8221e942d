// How long searches take, against other engines in the same run, in turns, on made-up shops; what slips of the pen
// find; and the same in Chromium beside MiniSearch, which opens there with loadJSON.
//   node tests/bench/search.mjs [SIZE …] [--only ENGINE,…]     by default 1000, 10000 and 100000 products
// On a busy machine only the ratios count. FlexSearch, Orama and lunr are left out above 10,000 products: building
// their indexes takes gigabytes or minutes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../../scripts/command.mjs';
import { inBrowser } from './browser.mjs';
import { engines } from './engines.mjs';
import { madeFeed, randomFrom } from './feed.mjs';

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1].split(',') : undefined;
const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
const rounds = 5;
const most = 200; // products of one answer that slips are judged by
const limit = 24;

for (const size of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) await measure(size);

async function measure(size) {
  const rows = madeFeed(size);
  const queries = queriesFor(rows);
  const snapshot = snapshotOf(rows);
  console.log(`\n${size} products`);
  tell('snapshot', { 'as it is': snapshot.length, Brotli: brotli(snapshot) });
  const short = snapshotOf(rows, ['--descriptions', 'none']);
  tell('without descriptions', { 'as it is': short.length, Brotli: brotli(short) });

  const opened = [];
  for (const [name, open] of Object.entries(engines)) {
    if (only && !only.includes(name)) continue;
    const started = performance.now();
    const engine = await open(rows, snapshot);
    if (!engine) continue;
    opened.push({ name, times: {}, ...engine });
    const note = engine.note ? `, ${engine.note}` : '';
    console.log(
      `${name.padEnd(12)} ready in ${(performance.now() - started).toFixed(1)} ms${note}`,
    );
  }
  for (const { name, search } of opened) warm(name, search, queries);
  for (let round = 0; round < rounds; ++round) {
    for (const engine of round % 2 ? opened : opened.toReversed()) {
      for (const [kind, list] of Object.entries(queries)) {
        if (!engine.search[kind]) continue;
        const times = (engine.times[kind] ??= list.map(() => Infinity));
        list.forEach((query, place) => {
          const started = process.hrtime.bigint();
          engine.search[kind](query, limit);
          const time = Number(process.hrtime.bigint() - started) / 1000;
          times[place] = Math.min(times[place], time);
        });
      }
    }
  }
  report(opened, Object.keys(queries));
  judgeSlips(rows, opened, queries.typo);
  for (const { name, memory } of opened) {
    if (memory)
      console.log(`${name} takes ${(memory() / 2 ** 20).toFixed(1)} MiB of WebAssembly memory`);
  }
  const peer = opened.find(({ index }) => index);
  if (peer) await inBrowser(snapshot, JSON.stringify(peer.index), queries, limit, report);
}

/**
 * Recall and precision of all that is found for words that nobody sells, against going through all words: one edit
 * (a letter more, less or other, or two neighbours swapped) away.
 */
function judgeSlips(rows, opened, slips) {
  const products = new Map(); // by word
  for (const { id, title, brand, product_type, color, description } of rows) {
    const text = [title, brand, product_type, color, description].join(' ').toLowerCase();
    for (const word of new Set(text.match(/[\p{L}\d]+/gu))) {
      if (!products.has(word)) products.set(word, []);
      products.get(word).push(id);
    }
  }
  const words = [...products.keys()];
  const judged = slips
    .map(({ text }) => text)
    .filter((text) => !products.has(text))
    .map((text) => ({
      text,
      expected: new Set(
        words.filter((word) => oneEdit(word, text)).flatMap((w) => products.get(w)),
      ),
    }))
    .filter(({ expected }) => expected.size > 0 && expected.size <= most);
  for (const { name, found } of opened) {
    if (!found) continue;
    let [right, wanted, given] = [0, 0, 0];
    for (const { text, expected } of judged) {
      const ids = new Set(found(text));
      right += [...ids].filter((id) => expected.has(id)).length;
      wanted += expected.size;
      given += ids.size;
    }
    console.log(
      `${judged.length} slips, ${name}: recall ${(right / wanted).toFixed(3)}, ` +
        `precision ${(right / given).toFixed(3)}`,
    );
  }
}

/** Whether one edit makes one word of the other. */
function oneEdit(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let same = 0;
  while (a[same] !== undefined && a[same] === b[same]) ++same;
  const [x, y] = [a.slice(same), b.slice(same)];
  return (
    x.slice(1) === y.slice(1) ||
    x.slice(1) === y ||
    x === y.slice(1) ||
    (x.slice(2) === y.slice(2) && x[0] === y[1] && x[1] === y[0])
  );
}

function warm(name, search, queries) {
  for (const [kind, list] of Object.entries(queries)) {
    for (const query of list.slice(0, 60)) search[kind]?.(query, limit);
  }
}

/** The least of a query's rounds counts, so that other work on the machine does not. */
function report(opened, kinds) {
  const part = (times, share) =>
    times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))];
  const own = opened.find(({ name }) => name.startsWith('Vitrine'));
  for (const kind of kinds) {
    for (const { name, times } of opened) {
      if (!times[kind]) continue;
      const [p50, p99] = [0.5, 0.99].map((share) => part(times[kind], share));
      const ratios =
        own && name !== own.name
          ? [0.5, 0.99].map((share, i) => ([p50, p99][i] / part(own.times[kind], share)).toFixed(1))
          : ['', ''];
      const cells = [
        p50.toFixed(1),
        ratios[0] && `${ratios[0]}×`,
        p99.toFixed(1),
        ratios[1] && `${ratios[1]}×`,
      ];
      console.log(
        `${kind.padEnd(18)}${name.padEnd(22)}` +
          `p50 ${cells[0].padStart(9)} µs ${cells[1].padStart(8)}   ` +
          `p99 ${cells[2].padStart(9)} µs ${cells[3].padStart(8)}`,
      );
    }
  }
}

/** What people type, taken from the products; frequent words are typed more often. */
function queriesFor(rows, count = 400) {
  const random = randomFrom(99);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const wordsOf = (row) => `${row.title} ${row.description}`.toLowerCase().match(/\p{L}+/gu);
  const word = () => pick(wordsOf(pick(rows)));
  const longer = (letters) => {
    for (;;) {
      const found = word();
      if (found.length >= letters) return found;
    }
  };
  const list = (make) => Array.from({ length: count }, make);
  const filtered = list(() => ({ text: word(), category: pick(rows).product_type }));
  return {
    word: list(() => ({ text: word() })),
    'two words': list(() => {
      const words = wordsOf(pick(rows));
      return { text: `${pick(words)} ${pick(words)}` };
    }),
    prefix: list(() => ({ text: longer(4).slice(0, 3 + Math.floor(random() * 2)) })),
    typo: list(() => ({ text: misspelled(longer(5), random) })),
    'facet + sort': filtered,
    'all facets, JSON': filtered,
  };
}

function misspelled(word, random) {
  const place = 1 + Math.floor(random() * (word.length - 2));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const [before, here, next, behind] = [
    word.slice(0, place),
    word[place],
    word[place + 1],
    word.slice(place + 2),
  ];
  return [
    before + next + behind,
    before + letter + here + next + behind,
    before + letter + next + behind,
    before + next + here + behind,
  ][Math.floor(random() * 4)];
}

function snapshotOf(rows, options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-bench-'));
  try {
    const [feed, file] = ['feed.jsonl', 'catalogue.bin'].map((name) => join(folder, name));
    writeFileSync(feed, rows.map((row) => JSON.stringify(row)).join('\n'));
    const binary = join(root, 'build', 'vitrine');
    execFileSync(binary, ['snapshot', '--in', feed, '--out', file, ...options]);
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function brotli(bytes) {
  const params = {
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_QUALITY]: bytes.length > 4e6 ? 9 : 11,
  };
  return brotliCompressSync(bytes, { params }).length;
}

function tell(what, bytes) {
  const cells = Object.entries(bytes).map(
    ([name, size]) => `${name} ${(size / 1000).toFixed(0)} KB`,
  );
  console.log(`${what}: ${cells.join(', ')}`);
}
