// `npm run build`: the WASM core, the web files (build/web and dist/) and the server (build/vitrine).
// Each step does only what its inputs call for, so a second run takes about a second.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMain, root, run } from './command.mjs';
import { emscripten } from './emscripten.mjs';
import { setup } from './setup.mjs';
import { unchanged } from './stamp.mjs';
import { Fault, main, say, step } from './terminal.mjs';

/** Builds all that runs. The web files need the WASM core, and are made while the server compiles. */
export async function build() {
  const configured = configure('release');
  configured.catch(() => {}); // reported below, where it is awaited
  await buildWasm();
  await configured;
  const outcomes = await Promise.allSettled([
    buildWebFiles(),
    compile('release', ['vitrine'], 'server'),
  ]);
  const faults = outcomes.flatMap(({ reason }) => reason ?? []);
  if (faults.length > 1) throw new Fault(faults.map(({ message }) => message).join('\n\n'));
  if (faults.length === 1) throw faults[0];
  await buildDocumentation();
}

/** Builds targets of the release or the dev preset (the dev preset has the sanitizers and the unit tests). */
export async function buildTargets(preset, targets, name) {
  await configure(preset);
  await compile(preset, targets, name);
}

async function buildWasm() {
  const { key, env } = emscripten();
  await configure('wasm', { key, env, prefix: ['emcmake'] });
  await compile('wasm', [], 'core (WebAssembly)', env);
}

async function buildWebFiles() {
  const inputs = [
    'web',
    'scripts/web.mjs',
    'scripts/elements.mjs',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ];
  const wasm = ['core.mjs', 'core.wasm', 'sourcing.wasm'].map((name) => `build/wasm/${name}`);
  const current = unchanged('web', {
    inputs: [...inputs, ...wasm],
    outputs: ['build/web/v1', 'build/web/checkout', 'build/web/order', 'dist'],
  });
  const report = join(root, 'build', 'web-report.txt');
  if (!current.is) {
    const code = "const { buildWeb } = await import('./scripts/web.mjs'); await buildWeb();";
    const node = ['--input-type=module', '--eval', code];
    const { output } = await step('web files', () => run(process.execPath, node, { log: 'web' }));
    writeFileSync(report, output);
    current.remember();
  }
  if (existsSync(report)) say(readFileSync(report, 'utf8').trimEnd());
}

/** The pages at /docs. Their sample shop is made by the server's own `vitrine snapshot`. */
async function buildDocumentation() {
  const current = unchanged('docs', {
    inputs: [
      ...['docs', 'examples', 'web/docs', 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'],
      ...['scripts/docs.mjs', 'package-lock.json', 'build/vitrine', 'build/wasm/core.wasm'],
    ],
    outputs: ['build/web/docs'],
  });
  if (current.is) return;
  await step('documentation', () =>
    run(process.execPath, [join('scripts', 'docs.mjs')], { log: 'docs' }),
  );
  current.remember();
}

/** Configures a preset's build folder when it has none, or one for another place, compiler or preset file. */
async function configure(preset, { key = '', env, prefix = [] } = {}) {
  const folder = join(root, 'build', preset);
  const cache = join(folder, 'CMakeCache.txt');
  const keyFile = join(folder, 'compiler.txt');
  const presets = join(root, 'CMakePresets.json');
  if (existsSync(join(folder, 'build.ninja')) && existsSync(keyFile)) {
    const home = /^CMAKE_HOME_DIRECTORY:INTERNAL=(.*)$/m.exec(readFileSync(cache, 'utf8'))?.[1];
    const fresh = statSync(cache).mtimeMs >= statSync(presets).mtimeMs;
    // Ninja itself sees to changed CMake files.
    if (home === root && readFileSync(keyFile, 'utf8') === key && fresh) return;
  }
  await step(`configure ${preset}`, async () => {
    for (const name of ['CMakeCache.txt', 'CMakeFiles']) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
    const [command, ...args] = [...prefix, 'cmake', '--preset', preset];
    await run(command, args, { env, log: `configure-${preset}` });
    mkdirSync(folder, { recursive: true });
    writeFileSync(keyFile, key);
  });
}

async function compile(preset, targets, name, env) {
  const jobs = String(availableParallelism());
  const target = targets.length > 0 ? ['--target', ...targets] : [];
  await step(name, (update) =>
    run('cmake', ['--build', join('build', preset), '--parallel', jobs, ...target], {
      env: { ...env, NINJA_STATUS: '[%f/%t] ' },
      log: `build-${preset}`,
      onLine: (line) => {
        const [, done, all] = /^\[(\d+)\/(\d+)\]/.exec(line) ?? [];
        if (done) update(`${done}/${all}`);
      },
    }),
  );
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const started = Date.now();
    await setup();
    await build();
    say(`\nbuild/vitrine and dist/ are ready (${Math.round((Date.now() - started) / 1000)} s).`);
  });
}
