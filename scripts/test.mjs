// `npm test`: sets up, builds, and runs every test. For developers:
//   npm test -- --only unit|web|server|postgres|browser     one phase
//   npm test -- tests/sellers.test.mjs …    these files
// The last line is "N passed, N failed", with ", N skipped" if any were.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { paint } from './colour.mjs';
import { build, buildTargets } from './build.mjs';
import { root } from './command.mjs';
import { startPostgres } from './postgres.mjs';
import { setup } from './setup.mjs';
import { Fault, main, say, step } from './terminal.mjs';
import { runCatch2, runNodeTests } from './test-runners.mjs';

/** The milliseconds that a program or a file of tests may take. */
const patience = 15 * 60_000;
const results = join(root, 'build', 'test-results');

const isBrowser = (file) => file.startsWith('tests/browser/');
const isServer = (file) => /^tests\/server\/|\/http\.test\.mjs$/.test(file);
const isPostgres = (file) => file.startsWith('tests/postgres/');
/** Of the server's tests those that the store has a part in: they run on PostgreSQL too. */
const onBothStores = [
  'cancel',
  'concurrency',
  'crash',
  'crash-points',
  'dispatch',
  'idempotency',
  'personal-data',
  'stock',
];
const phases = {
  unit: {
    title: 'Units, native (Catch2, sanitizers)',
    run: () => runCatch2(join(root, 'build', 'dev', 'unit_tests'), patience),
  },
  web: {
    title: 'Style, layers, contract, WASM, web, sellers (Node)',
    run: () =>
      runNodeTests(
        testFiles().filter((file) => ![isBrowser, isServer, isPostgres].some((is) => is(file))),
        patience,
        results,
      ),
  },
  server: {
    title: 'Server over HTTP, with sanitizers (Node)',
    run: () => runNodeTests(testFiles().filter(isServer), patience, results),
  },
  postgres: {
    title: 'Server on PostgreSQL (Node)',
    run: async () => {
      const files = onBothStores.map((name) => `tests/server/${name}.test.mjs`);
      const cluster = await startPostgres();
      try {
        return await runNodeTests(
          [...files, ...testFiles().filter(isPostgres)],
          patience,
          results,
          { VITRINE_TEST_STORE: cluster.url, VITRINE_CRASH_ROUNDS: '3', VITRINE_UNITS: '20' },
        );
      } finally {
        await cluster.stop();
      }
    },
  },
  browser: {
    title: 'End to end (Chromium, Firefox)',
    run: () => runNodeTests(testFiles().filter(isBrowser), patience, results),
  },
};

await main(async () => {
  const { only, files } = options(process.argv.slice(2));
  rmSync(results, { recursive: true, force: true });
  await setup({ test: true });
  await build();
  // Both are linked with the whole server, which the release build has compiled already.
  await buildTargets('release', ['emit', 'power_loss'], 'contract generator, losses of power');
  const targets = ['unit_tests', 'vector_catalog', 'vector_store', 'vitrine'];
  await buildTargets('dev', targets, 'native tests, with sanitizers');
  mkdirSync(results, { recursive: true });

  const chosen = files.length > 0 ? [filesPhase(files)] : Object.values(pick(only));
  const outcomes = [];
  for (const { title, run } of chosen) {
    say(`\n${paint('bold', title)}`);
    const started = Date.now();
    const outcome = await run();
    const nothing = outcome.passed + outcome.failed === 0;
    if (nothing) say(paint('red', 'This phase ran nothing.'));
    outcomes.push({ title, seconds: (Date.now() - started) / 1000, ...outcome, nothing });
  }
  return summary(outcomes);
});

function options(args) {
  const place = args.indexOf('--only');
  const only = place < 0 ? undefined : (args[place + 1] ?? '');
  const files = args.filter((_, at) => place < 0 || (at !== place && at !== place + 1));
  if (only !== undefined && !phases[only]) {
    throw new Fault(`--only takes one of: ${Object.keys(phases).join(', ')}`);
  }
  for (const file of files) {
    if (!existsSync(join(root, file))) throw new Fault(`There is no test file ${file}.`);
  }
  return { only, files };
}

function pick(only) {
  return only ? { [only]: phases[only] } : phases;
}

function filesPhase(files) {
  return { title: files.join(', '), run: () => runNodeTests(files, patience, results) };
}

function testFiles(folder = join(root, 'tests')) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return testFiles(path);
      return entry.name.endsWith('.test.mjs') ? [relative(root, path)] : [];
    });
}

function summary(outcomes) {
  for (const fault of outcomes.flatMap(({ faults }) => faults).slice(0, 20)) {
    say(`\n${paint('red', '✗')} ${fault}`);
  }
  for (const file of outcomes.flatMap(({ shaky }) => shaky)) {
    say(`\n${paint('yellow', '!')} ${file} failed beside others and passed alone: see above why`);
  }
  say();
  let broken = false;
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { title, seconds, nothing, faults: _, shaky: __, ...counts } of outcomes) {
    const bad = nothing || counts.failed > 0;
    broken ||= bad;
    for (const key of Object.keys(sum)) sum[key] += counts[key];
    const mark = bad ? paint('red', '✗') : paint('green', '✓');
    say(`${mark} ${title.padEnd(52)} ${words(counts)} (${seconds.toFixed(1)} s)`);
  }
  say(words(sum));
  return broken ? 1 : 0;
}

function words({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
