// How long searches take, against other engines in the same run, in turns, on made-up shops.
//   node tests/bench/search.mjs [SIZE …] [--only ENGINE,…]     by default 1000, 10000 and 100000 products
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../../scripts/command.mjs';
import { engines } from './engines.mjs';
import { madeFeed, randomFrom } from './feed.mjs';

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1].split(',') : undefined;
const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
const rounds = 5;
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
  const own = opened.find(({ name }) => name === 'Vitrine');
  for (const kind of kinds) {
    for (const { name, times } of opened) {
      if (!times[kind]) continue;
      const [p50, p99] = [0.5, 0.99].map((share) => part(times[kind], share));
      const ratios =
        own && name !== 'Vitrine'
          ? [0.5, 0.99].map((share, i) => ([p50, p99][i] / part(own.times[kind], share)).toFixed(1))
          : ['', ''];
      const cells = [
        p50.toFixed(1),
        ratios[0] && `${ratios[0]}×`,
        p99.toFixed(1),
        ratios[1] && `${ratios[1]}×`,
      ];
      console.log(
        `${kind.padEnd(14)}${name.padEnd(12)}` +
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
  return {
    word: list(() => ({ text: word() })),
    'two words': list(() => {
      const words = wordsOf(pick(rows));
      return { text: `${pick(words)} ${pick(words)}` };
    }),
    prefix: list(() => ({ text: longer(4).slice(0, 3 + Math.floor(random() * 2)) })),
    typo: list(() => ({ text: misspelled(longer(5), random) })),
    'facet + sort': list(() => ({ text: word(), category: pick(rows).product_type })),
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
