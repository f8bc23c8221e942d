// `node scripts/fuzz.mjs [SECONDS] [TARGET…]`: feeds what strangers send with made-up bytes (clang's libFuzzer, with
// sanitizers), each target for a minute. What reaches new code is kept in tests/fuzz/corpus; what breaks it is written to
// build/fuzz.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMain, root, run, which } from './command.mjs';
import { Fault, main, say, step } from './terminal.mjs';

const folder = join(root, 'build', 'fuzz');

const named = (folder, ...names) => names.map((name) => `${folder}/${name}.cpp`);

/** Of each target the sources that are under test beside `tests/fuzz/TARGET.cpp`, further options, and its longest input. */
const targets = {
  http: { sources: ['server/http/guard.cpp', 'server/http/chunks.cpp'] },
  order: {
    sources: [
      'server/json.cpp',
      ...named('src', 'buyer', 'json_text', 'money', 'order', 'replacement', 'result', 'shipping'),
    ],
  },
  feed: {
    sources: [
      'server/json.cpp',
      ...named('server/import', 'characters', 'csv', 'encoding', 'feed', 'format', 'html'),
      ...named('server/import', 'json_lines', 'relations', 'row', 'sale_price', 'shopify'),
      ...named('server/import', 'unit_measure', 'xml'),
      ...named('src', 'json_text', 'money', 'result', 'rich_text', 'unit_price', 'words'),
    ],
    options: ['-I/usr/include/libxml2', '-lcsv', '-lxml2'],
  },
  snapshot: {
    sources: [
      'server/json.cpp',
      ...named('src', 'catalog', 'catalog_file', 'columns', 'discount', 'json_text', 'money'),
      ...named('src', 'result', 'rich_text', 'search', 'search_candidates', 'search_facets'),
      ...named('src', 'search_filters', 'search_index', 'search_query', 'search_terms'),
      ...named('src', 'search_traits', 'seller', 'shipping', 'snapshot_reader'),
      ...named('src', 'snapshot_sellers', 'spelled_terms', 'spelling', 'unit_price', 'words'),
    ],
    options: ['-Isrc', '-Ibuild/release/generated'],
    longest: 6000,
  },
  endpoint: {
    sources: ['server/dispatch/endpoint_url.cpp', 'server/dispatch/address.cpp'],
    options: ['-lboost_url'],
  },
  secrets: {
    sources: ['server/crypto.cpp', 'server/dispatch/webhook.cpp'],
    options: ['-lsodium'],
  },
};
export const names = Object.keys(targets);

export const corpusOf = (target) => join(root, 'tests', 'fuzz', 'corpus', target);

/** Why there is no fuzzing here, or nothing. */
export async function lacking() {
  if (!which('clang++')) return 'clang is not installed';
  mkdirSync(folder, { recursive: true });
  const { stdout } = await run('clang++', ['-print-runtime-dir'], { check: false });
  const kept = existsSync(join(stdout.trim(), 'libclang_rt.fuzzer-x86_64.a'));
  return kept ? undefined : 'clang’s libFuzzer is not installed';
}

/** Builds a target's fuzzer, if its sources have changed; answers its path. */
export async function buildFuzzer(target) {
  const { sources, options = [] } = targets[target];
  const files = [`tests/fuzz/${target}.cpp`, ...sources];
  const headers = sources.map((file) => file.replace(/\.cpp$/, '.hpp'));
  const core = readdirSync(join(root, 'include/vitrine')).map((file) => `include/vitrine/${file}`);
  const watched = [...files, ...headers, ...core, 'tests/fuzz/expect.hpp'].map((file) =>
    join(root, file),
  );
  const newest = Math.max(...watched.filter(existsSync).map((file) => statSync(file).mtimeMs));
  const fuzzer = join(folder, target);
  if (existsSync(fuzzer) && statSync(fuzzer).mtimeMs > newest) return fuzzer;
  mkdirSync(folder, { recursive: true });
  const sanitizers = '-fsanitize=fuzzer,address,undefined';
  const usual = ['-std=c++20', '-O1', '-g', sanitizers, '-fno-sanitize-recover=all'];
  const includes = ['-Iserver', '-Iinclude', '-Itests'];
  const built = [...usual, ...includes, ...files, ...options, '-o', fuzzer];
  await run('clang++', built, { log: `build-fuzz-${target}` });
  return fuzzer;
}

/** Runs a target from its kept corpus; `options` are libFuzzer's. Answers its exit code and what it said. */
export async function fuzz(target, options, { keep } = {}) {
  const fuzzer = await buildFuzzer(target);
  const corpus = corpusOf(target);
  const longest = `-max_len=${targets[target].longest ?? 2000}`;
  const found = mkdtempSync(join(tmpdir(), 'vitrine-fuzz-'));
  try {
    const all = [...options, `-artifact_prefix=${folder}/${target}-`, longest];
    const { code, output } = await run(fuzzer, [...all, found, corpus], {
      check: false,
      log: `fuzz-${target}`,
    });
    if (keep && code === 0) {
      await run(fuzzer, ['-merge=1', longest, corpus, found], { check: false });
    }
    return { code, output };
  } finally {
    rmSync(found, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const [seconds = '60', ...wanted] = process.argv.slice(2);
    const fault = await lacking();
    if (fault) throw new Fault(fault);
    let failed = 0;
    for (const target of wanted.length > 0 ? wanted : names) {
      if (!names.includes(target)) throw new Fault(`${target}: one of ${names.join(', ')}`);
      const { code, output } = await step(`fuzzing ${target} for ${seconds} s`, () =>
        fuzz(target, [`-max_total_time=${seconds}`, '-timeout=5', '-print_final_stats=1'], {
          keep: true,
        }),
      );
      say(output.split('\n').slice(-8).join('\n').trim());
      failed ||= code;
    }
    return failed;
  });
}
