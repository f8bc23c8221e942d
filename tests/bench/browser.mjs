// Vitrine and MiniSearch in Chromium: opening what came over the network, and the same queries.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/command.mjs';

const types = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Reports as the run in Node does; says so where no browser is installed. */
export async function inBrowser(snapshot, index, queries, limit, report) {
  const executablePath = findBrowser();
  if (!executablePath) return console.log('no Chromium here');
  const some = Object.fromEntries(
    Object.entries(queries).map(([kind, list]) => [kind, list.slice(0, 100)]),
  );
  const files = {
    '/minisearch.js': readFileSync(join(root, 'node_modules/minisearch/dist/es/index.js')),
    '/core.js': readFileSync(join(root, 'dist/core.js')),
    '/core.wasm': readFileSync(join(root, 'dist/core.wasm')),
    '/catalogue.bin': snapshot,
    '/index.json': index,
    '/queries.json': JSON.stringify(some),
  };
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', types[extname(request.url)] ?? 'text/html');
    // Pages on their own get a finer clock.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.end(files[request.url] ?? '<!doctype html><title>bench</title>');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const { opened, engines } = await page.evaluate(measure, limit);
    for (const [name, times] of Object.entries(opened)) {
      const cells = [Math.min(...times), times[0]].map((time) => time.toFixed(1));
      console.log(`${name}: the first query answered after ${cells[0]} ms, at first ${cells[1]}`);
    }
    report(engines, Object.keys(queries));
  } finally {
    await browser.close();
    server.close();
  }
}

/** Runs in the page, whose clock is too coarse for one query: each is asked several times. */
async function measure(limit) {
  const { loadCore } = await import('/core.js');
  const { default: MiniSearch } = await import('/minisearch.js');
  const get = (path) => fetch(path);
  const bytes = new Uint8Array(await (await get('/catalogue.bin')).arrayBuffer());
  const json = await (await get('/index.json')).text();
  const queries = await (await get('/queries.json')).json();
  const fields = ['title', 'brand', 'product_type', 'description', 'color'];

  const timed = async (run) => {
    const started = performance.now();
    await run();
    return performance.now() - started;
  };
  const opened = { 'Vitrine in Chromium': [], 'MiniSearch in Chromium': [] };
  let catalogue;
  let index;
  for (let i = 0; i < 5; ++i) {
    const core = await loadCore();
    opened['Vitrine in Chromium'].push(
      await timed(async () => {
        catalogue = await core.openCatalogue(bytes);
        catalogue.searchIds(queries.prefix[0].text);
      }),
    );
    opened['MiniSearch in Chromium'].push(
      await timed(() => {
        index = MiniSearch.loadJSON(json, { fields, idField: 'id' });
        index.search('a');
      }),
    );
  }

  const boost = { title: 8, brand: 6, product_type: 4 };
  const first = (options) => (text) =>
    index.search(text, { combineWith: 'AND', boost, ...options }).slice(0, limit);
  const whole = (text) => catalogue.searchIds(`${text} `, limit);
  const engines = [
    {
      name: 'Vitrine in Chromium',
      search: {
        word: whole,
        'two words': whole,
        prefix: (text) => catalogue.searchIds(text, limit),
        typo: whole,
      },
    },
    {
      name: 'MiniSearch in Chromium',
      search: {
        word: first({}),
        'two words': first({}),
        prefix: first({ prefix: true }),
        typo: first({ fuzzy: 1 }),
      },
    },
  ];
  for (let round = 0; round < 2; ++round) {
    for (const engine of engines) {
      engine.times ??= {};
      for (const [kind, search] of Object.entries(engine.search)) {
        const times = (engine.times[kind] ??= queries[kind].map(() => Infinity));
        for (const [place, { text }] of queries[kind].entries()) {
          let asked = 0;
          const started = performance.now();
          let time = 0;
          do {
            search(text);
            ++asked;
            time = performance.now() - started;
          } while (time < 0.2);
          times[place] = Math.min(times[place], (1000 * time) / asked);
        }
      }
    }
  }
  return { opened, engines: engines.map(({ name, times }) => ({ name, times })) };
}
