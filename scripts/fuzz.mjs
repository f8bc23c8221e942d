// `node scripts/fuzz.mjs [SECONDS]`: feeds the HTTP front with made-up bytes (clang's libFuzzer, with sanitizers) for a
// minute. What reaches new code is kept in tests/fuzz/corpus; what breaks it is written to build/fuzz.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMain, root, run, which } from './command.mjs';
import { Fault, main, say, step } from './terminal.mjs';

const folder = join(root, 'build', 'fuzz');
const corpus = join(root, 'tests', 'fuzz', 'corpus', 'http');
const sources = ['tests/fuzz/http.cpp', 'server/http/guard.cpp', 'server/http/chunks.cpp'];
const headers = ['server/http/guard.hpp', 'server/http/chunks.hpp'];

/** Why there is no fuzzing here, or nothing. */
export async function lacking() {
  if (!which('clang++')) return 'clang is not installed';
  mkdirSync(folder, { recursive: true });
  const { stdout } = await run('clang++', ['-print-runtime-dir'], { check: false });
  const kept = existsSync(join(stdout.trim(), 'libclang_rt.fuzzer-x86_64.a'));
  return kept ? undefined : 'clang’s libFuzzer is not installed';
}

/** Builds the fuzzer, if its sources have changed; answers its path. */
export async function buildFuzzer() {
  const fuzzer = join(folder, 'http');
  const newest = Math.max(
    ...[...sources, ...headers].map((file) => statSync(join(root, file)).mtimeMs),
  );
  if (existsSync(fuzzer) && statSync(fuzzer).mtimeMs > newest) return fuzzer;
  mkdirSync(folder, { recursive: true });
  const sanitizers = '-fsanitize=fuzzer,address,undefined';
  const options = ['-std=c++20', '-O1', '-g', sanitizers, '-fno-sanitize-recover=all'];
  const includes = ['-Iserver', '-Iinclude'];
  await run('clang++', [...options, ...includes, ...sources, '-o', fuzzer], { log: 'build-fuzz' });
  return fuzzer;
}

/** Runs it from the kept corpus; `options` are libFuzzer's. Answers its exit code and what it said. */
export async function fuzz(options, { keep } = {}) {
  const fuzzer = await buildFuzzer();
  const found = mkdtempSync(join(tmpdir(), 'vitrine-fuzz-'));
  try {
    const all = [...options, `-artifact_prefix=${folder}/`, '-max_len=2000', found, corpus];
    const { code, output } = await run(fuzzer, all, { check: false, log: 'fuzz' });
    if (keep && code === 0) {
      await run(fuzzer, ['-merge=1', '-max_len=2000', corpus, found], { check: false });
    }
    return { code, output };
  } finally {
    rmSync(found, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const seconds = Number(process.argv[2] ?? 60);
    const fault = await lacking();
    if (fault) throw new Fault(fault);
    const { code, output } = await step(`fuzzing for ${seconds} s`, () =>
      fuzz([`-max_total_time=${seconds}`, '-timeout=5', '-print_final_stats=1'], { keep: true }),
    );
    say(output.split('\n').slice(-8).join('\n').trim());
    return code;
  });
}
