// The web files: build/web/ (what the server serves) and dist/ (the npm package). Prints the sizes of the first load
// and fails above its budget. Needs the WASM core in build/wasm/.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { declarations } from './declarations.mjs';
import { manifest } from './elements.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const wasm = (name) => join(root, 'build/wasm', name);
const glue = join(root, 'build/wasm/core.mjs');

/** Brotli bytes of what the page loads until the shelf stands. */
export const budget = 24 * 1024;

/** Modules of web/ that load when first needed. */
const late = [
  ...['product', 'cart', 'checkout', 'suggestions', 'results'].map((name) => `elements/${name}`),
  ...['buy-button', 'cart-button', 'price', 'guide', 'share', 'order', 'draw'].map(
    (name) => `elements/${name}`,
  ),
  ...['alone', 'actions', 'plain', 'ga4'].map((name) => `parts/${name}`),
  ...['ar', 'de', 'es', 'fr', 'texts'].map((name) => `messages/${name}`),
  ...['searching', 'core', 'changes', 'marginal', 'reviews'],
];

const compressible = new Set(['.js', '.css', '.html', '.wasm', '.json', '.svg', '.txt']);

export const common = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022', 'chrome105', 'firefox110', 'safari16'],
  legalComments: 'none',
  charset: 'utf8',
  metafile: true,
  logLevel: 'warning',
};

/** Chromium compiles all of such a file while it arrives, off the page's main thread, instead of each function when first called. */
const compiledAtOnce = { banner: { js: '//# allFunctionsCalledOnLoad' } };

export async function buildWeb() {
  if (!existsSync(wasm('core.wasm')))
    throw new Error('build/wasm/ is not complete: run `npm run build`');
  const site = join(root, 'build/web');
  const dist = join(root, 'dist');
  for (const folder of [site, dist]) rmSync(folder, { recursive: true, force: true });

  // Served files say which module they mean, so that no cache can pair a script with another version's module.
  const version = (name) =>
    createHash('sha256')
      .update(readFileSync(wasm(name)))
      .digest('hex')
      .slice(0, 10);
  await buildTag(join(site, 'v1'), (name) => `${name}?${version(name)}`);
  for (const page of ['checkout', 'order', 'console', 'preview', 'product'])
    await buildPage(page, site);
  await buildTag(dist, (name) => name);
  await buildHeadless(dist);
  const headless = { core: 'core', 'structured-data': 'structured-data' };
  declarations(root, dist, { vitrine: 'index', ...headless });

  writeFileSync(join(dist, 'custom-elements.json'), `${JSON.stringify(manifest(), null, 2)}\n`);

  await compressAll(site);
  const sizes = report();
  if (sizes > budget)
    throw new Error(`the first load takes ${sizes} bytes in Brotli, its budget is ${budget}`);
}

/** vitrine.js in one file, and beside it the parts that load later. */
async function buildTag(outdir, link) {
  const parts = await build({
    ...common,
    entryPoints: late.map((name) => join(root, `web/${name}.ts`)),
    outdir,
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    plugins: [takeFromFirstFile, thinTemplates, emscriptenGlue, moduleLinks(link)],
  });
  const hashed = new Map(
    Object.entries(parts.metafile.outputs)
      .filter(([, { entryPoint }]) => entryPoint)
      .map(([file, { entryPoint }]) => [basename(entryPoint, '.ts'), basename(file)]),
  );
  await build({
    ...common,
    ...compiledAtOnce,
    entryPoints: { vitrine: join(root, 'web/define.ts') },
    outdir,
    plugins: [hashedNames(hashed), thinTemplates, moduleLinks(link)],
  });
  for (const name of ['core.wasm', 'sourcing.wasm']) copyFileSync(wasm(name), join(outdir, name));
  cpSync(join(root, 'web/themes'), join(outdir, 'themes'), { recursive: true });
}

/** What runs without a page too. */
async function buildHeadless(outdir) {
  await build({
    ...common,
    entryPoints: ['core', 'structured-data'].map((name) => join(root, `web/${name}.ts`)),
    outdir,
    plugins: [emscriptenGlue],
  });
}

/** A page of the server's own origin; its HTML, which the server may write, names `main.js` and `style.css`. */
async function buildPage(name, site) {
  const from = join(root, 'web', name);
  const entryPoints = ['main.ts', 'style.css'].map((file) => join(from, file));
  await build({
    ...common,
    entryPoints: entryPoints.filter((file) => existsSync(file)),
    outdir: join(site, name),
    splitting: true, // its languages
    chunkNames: '[name]-[hash]',
    plugins: [partsWithoutWidget],
  });
  if (existsSync(join(from, 'index.html')))
    copyFileSync(join(from, 'index.html'), join(site, name, 'index.html'));
}

/** The console shows a guide as the widget does, and brings nothing else of it. */
const partsWithoutWidget = {
  name: 'parts without the widget',
  setup({ onResolve }) {
    onResolve({ filter: /\/kit\.ts$/ }, () => ({ path: join(root, 'web/elements/page-kit.ts') }));
  },
};

/** Parts that load later share the code of the file that the page has already. */
const takeFromFirstFile = {
  name: 'take from the first file',
  setup({ onResolve }) {
    onResolve({ filter: /\/kit\.ts$/ }, () => ({ path: './vitrine.js', external: true }));
    onResolve({ filter: /^lit/ }, ({ importer }) => ({
      errors: [{ text: `${importer} would bring its own Lit: import from elements/kit.ts` }],
    }));
  },
};

const hashedNames = (hashed) => ({
  name: 'hashed names',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import'
        ? { path: `./${hashed.get(basename(path, '.ts'))}`, external: true }
        : undefined,
    );
  },
});

/** Minifiers leave templates alone; the indentation and the comments of styles in ours mean nothing. */
const thinTemplates = {
  name: 'thin templates',
  setup({ onLoad }) {
    onLoad({ filter: /web[/\\](elements[/\\][\w-]+|theme)\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/\n\s+/g, '\n'),
      loader: 'ts',
    }));
  },
};

/**
 * Emscripten's glue can fetch, read files and end processes in five environments. `core.ts` does the loading itself,
 * so all that is cut off, and with it the process-wide error listeners which the glue would add in Node.
 */
const emscriptenGlue = {
  name: 'emscripten glue',
  setup({ initialOptions, onLoad, onResolve }) {
    const environments = ['WEB', 'WORKER', 'NODE', 'SHELL'].map((name) => `ENVIRONMENT_IS_${name}`);
    initialOptions.define = Object.fromEntries(environments.map((name) => [name, 'false']));
    onResolve({ filter: /^vitrine:glue$/ }, () => ({ path: glue }));
    onLoad({ filter: /wasm[/\\]core\.mjs$/ }, () => ({
      contents: readFileSync(glue, 'utf8').replace(/var ENVIRONMENT_IS_\w+\s*=[^;]*;/g, ''),
      loader: 'js',
    }));
  },
};

/** Names the WASM files in the scripts as `link` does. */
const moduleLinks = (link) => ({
  name: 'module links',
  setup({ onLoad }) {
    onLoad({ filter: /web[/\\]core\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/'(\w+\.wasm)'/g, (_, name) =>
        JSON.stringify(link(name)),
      ),
      loader: 'ts',
    }));
  },
});

export async function compressAll(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await Promise.all(
    files
      .filter((file) => compressible.has(extname(file)))
      .map(async (file) => {
        const bytes = readFileSync(file);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, brotli));
        writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
      }),
  );
}

/** Prints the table and answers the Brotli bytes of the first load. */
export function report(folder = join(root, 'build/web/v1')) {
  const size = (file) => readFileSync(join(folder, file)).length;
  const row = (name, cells) =>
    console.log(`${name.padEnd(26)}${cells.map((cell) => String(cell).padStart(10)).join('')}`);
  const rows = (files) => {
    const sums = [0, 0, 0];
    for (const file of files) {
      const cells = [file, `${file}.gz`, `${file}.br`].map(size);
      cells.forEach((cell, index) => (sums[index] += cell));
      row(file, cells);
    }
    return sums;
  };
  row(`first load (≤ ${budget})`, ['raw', 'gzip', 'brotli']);
  const first = ['vitrine.js'];
  const [, , brotli] = rows(first);
  console.log('later, when needed');
  rows(readdirSync(folder).filter((file) => /\.(js|wasm)$/.test(file) && !first.includes(file)));
  return brotli;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildWeb();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
