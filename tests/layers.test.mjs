// Who may know what. Each rule is a pattern that must not be found in a set of files: see DESIGN's "Rules".
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Code without its comments, so that a rule may be talked about. Strings stay. */
function withoutComments(text) {
  const tokens = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\/[^\n]*|\/\*[^]*?\*\//g;
  return text.replace(tokens, (whole, string) => string ?? whole.replace(/[^\n]/g, ' '));
}

function files(folder, pattern) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => ({
      path: relative(root, path),
      text: withoutComments(readFileSync(path, 'utf8')),
    }));
}

const cpp = (folder) => files(folder, /\.[ch]pp$/);
const ts = (folder) => files(folder, /\.ts$/);
const core = [...cpp('include/vitrine'), ...cpp('src')];
const server = cpp('server');
const web = ts('web');

/** Every place where `pattern` stands in one of the files, as `path:line: what`. */
function found(where, pattern) {
  const global = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
  return where.flatMap(({ path, text }) =>
    [...text.matchAll(global)].map((match) => {
      const line = text.slice(0, match.index).split('\n').length;
      return `${path}:${line}: ${match[0].trim()}`;
    }),
  );
}

const nowhere = (where, pattern) => assert.deepEqual(found(where, pattern), []);
const except = (where, ...allowed) =>
  where.filter(({ path }) => !allowed.some((prefix) => path.startsWith(prefix)));

/** The includes of a file: `<header>` or `"header"` with their brackets. */
const includes = ({ text }) =>
  [...text.matchAll(/^\s*#\s*include\s*(\S+)/gm)].map(([, name]) => name);

/** What a file imports or re-exports from, with whether only types cross. */
function imports({ text }) {
  const statements = [...text.matchAll(/\b(?:import|export)\b([^;'"]*?)\bfrom\s*(['"])(.+?)\2/g)];
  const bare = [...text.matchAll(/\bimport\s*\(?\s*(['"])(.+?)\1/g)];
  return [
    ...statements.map(([, names, , from]) => ({ from, type: /^\s*type\b/.test(names) })),
    ...bare.map(([, , from]) => ({ from, type: false })),
  ];
}

describe('the core', () => {
  test('includes nothing but the standard library and its own headers', () => {
    assert.ok(core.length >= 18);
    const std = /^<[a-z_]+>$/;
    const foreign = core.flatMap((file) =>
      includes(file)
        .filter(
          (name) => !std.test(name) && !/^"(vitrine|sourcing|crowd)\/[a-z_]+\.hpp"$/.test(name),
        )
        .map((name) => `${file.path} ${name}`),
    );
    // The snapshot's generated code, and fatal()'s way to standard error.
    assert.deepEqual(foreign.sort(), [
      'src/result.cpp <unistd.h>',
      'src/snapshot_columns.cpp "snapshot_columns.hpp"',
      'src/snapshot_columns.hpp "snapshot_generated.h"',
      'src/snapshot_products.cpp "snapshot_products.hpp"',
      'src/snapshot_products.hpp "snapshot_columns.hpp"',
      'src/snapshot_reader.cpp "snapshot_sellers.hpp"',
      'src/snapshot_sellers.cpp "snapshot_sellers.hpp"',
      'src/snapshot_sellers.hpp "snapshot_generated.h"',
      'src/snapshot_writer.cpp "snapshot_products.hpp"',
      'src/snapshot_writer.cpp "snapshot_sellers.hpp"',
    ]);
  });

  test('has no clock, no randomness, no threads and no input or output', () => {
    const headers =
      /#\s*include\s*<(chrono|ctime|time|random|iostream|fstream|istream|ostream|sstream|filesystem|thread|mutex|atomic|future|condition_variable|csignal|locale|format|print)(\.h)?>/;
    nowhere(core, headers);
    nowhere(core, /\b(time|clock|rand|srand|random|getenv|system|fopen|printf|puts)\s*\(/);
    nowhere(core, /\bstd::(cout|cerr|clog|cin|chrono|this_thread|random_device)\b/);
    nowhere(
      except(core, 'src/result.cpp'),
      /#\s*include\s*<(cstdio|cstdlib|stdio\.h|stdlib\.h)>|(?<!\w)::(read|write|open)\b/,
    );
  });

  test('computes without floating point, but for the bounds of sourcing', () => {
    const exact = except(core, 'src/sourcing/', 'include/vitrine/sourcing.hpp');
    nowhere(exact, /\b(float|double)\b/);
    nowhere(exact, /#\s*include\s*<(cmath|math\.h|complex|cfloat)>/);
  });

  test('throws and catches nothing', () => nowhere(core, /\b(throw|catch|try)\b/));

  test('uses nothing that the oldest Emscripten lacks', () => {
    nowhere(core, /#\s*include\s*<(ranges|expected|source_location|compare)>|\bstd::ranges\b|<=>/);
  });
});

describe('the sides of the core', () => {
  test('only the widget knows Emscripten', () => {
    assert.ok(found(cpp('widget'), /<emscripten\//).length > 0);
    nowhere([...core, ...server], /emscripten/i);
  });

  test('the widget knows neither the server nor its libraries', () => {
    nowhere(cpp('widget'), /boost|nlohmann|soci|openssl|sodium|#\s*include\s*"(\.\.\/)*server/i);
  });

  test('only the HTTP side and the dispatcher name sockets', () => {
    const sockets = /\btcp_stream\b|\bip::tcp\b|\blocal::stream_protocol\b|\bssl_stream\b/;
    assert.ok(found(server, sockets).length > 0);
    nowhere(except(server, 'server/http/', 'server/dispatch/'), sockets);
  });

  test('only the dispatcher hands e-mails over, and only e-mails know ICU', () => {
    assert.ok(found(server, /<curl\//).length > 0);
    nowhere(except(server, 'server/dispatch/'), /<curl\//);
    nowhere(except(server, 'server/mail/'), /<unicode\//);
  });

  test('only the store names SQL', () => {
    const sql =
      /\bsoci\b|\bsqlite|\bPRAGMA\b|"\s*(SELECT|INSERT|UPDATE|DELETE FROM|CREATE TABLE|BEGIN|COMMIT)\b/;
    assert.ok(found(server, sql).length > 0);
    nowhere(except(server, 'server/store/'), sql);
  });

  test('handlers and store compute no price', () => {
    nowhere(server, /\b(allocate|parcelFee|rateFor)\s*\(/);
    nowhere(except(server, 'server/import/feed.cpp'), /\bscale\s*\(/); // there it scales grams
  });
});

describe('the web side', () => {
  const elements = ts('web/elements');

  test('elements import lit, each other, the state and what words and looks need', () => {
    const allowed =
      /^(lit(\/.*)?|\.\/[a-z-]+\.ts|\.\.\/(events|format|theme|state|cart-view|ways|search-request|variants|countries|checkout-link|permalink|unit-price|return-policy|services|structured-data|tags)\.ts|\.\.\/messages\/[a-z-]+\.ts)$/;
    const strange = elements.flatMap((file) =>
      imports(file)
        .filter(
          ({ from, type }) =>
            !allowed.test(from) && !(type && /^\.\.\/(contract|store)\.ts$/.test(from)),
        )
        .map(({ from }) => `${file.path} ${from}`),
    );
    // The outermost element opens the store, and the kit hands it to what settles parts; nobody else sees it.
    assert.deepEqual(strange, [
      'web/elements/kit.ts ../open-store.ts',
      'web/elements/kit.ts ../result.ts',
      'web/elements/kit.ts ../shared-store.ts',
      'web/elements/qr.ts uqr',
      'web/elements/store.ts ../after-paint.ts',
      'web/elements/store.ts ../shared-store.ts',
    ]);
  });

  test('elements reach neither network nor storage', () => {
    nowhere(elements, /\b(fetch|XMLHttpRequest|sendBeacon|EventSource|WebSocket)\b/);
    nowhere(elements, /\b(localStorage|sessionStorage|indexedDB|caches)\b|\bdocument\.cookie\b/);
  });

  test('elements do no arithmetic on money', () => {
    const money = String.raw`\b(amount|price|unit_price|subtotal|total|tax|missing_for_free)\b`;
    nowhere(
      elements,
      new RegExp(String.raw`${money}\s*[-*+/%]=?\s*[\w(.]|[\w)]\s*[-*+/%]\s*[\w.]*\.${money}`),
    );
  });

  test('the state knows no DOM', () => {
    const state = web.filter(({ path }) =>
      /^web\/(state|store|searching|search-request|cart-view|ways|variants|cart-storage)\.ts$/.test(
        path,
      ),
    );
    assert.ok(state.length >= 4);
    nowhere(state, /\b(document|window|HTMLElement|customElements|addEventListener)\b|from 'lit/);
  });

  test('one file registers elements', () => {
    const places = new Set(
      found(web, /\bcustomElements\s*\.\s*define\b/).map((place) => place.split(':')[0]),
    );
    assert.deepEqual([...places], ['web/define.ts']);
    nowhere(web, /@customElement\b/);
  });

  test('the page that people embed in never reaches the checkout’s code', () => {
    const widget = except(web, 'web/checkout/', 'web/order/');
    const inward = widget.flatMap((file) =>
      imports(file)
        .filter(({ from }) => /\/(checkout|order)\//.test(from))
        .map(({ from }) => `${file.path} ${from}`),
    );
    assert.deepEqual(inward, []);
  });

  test('no text becomes markup or code', () => {
    nowhere(
      web,
      /\b(innerHTML|outerHTML|unsafeHTML|unsafeSVG|unsafeCSS|insertAdjacentHTML|createContextualFragment|srcdoc)\b|\bdocument\s*\.\s*write|\beval\s*\(|\bnew\s+Function\b/,
    );
    nowhere(web, /javascript:/i);
  });
});

describe('the rules themselves', () => {
  test('comments do not count, strings do', () => {
    assert.equal(withoutComments('a // fetch(\nb').trim(), 'a          \nb');
    assert.match(withoutComments('import x from "https://a/b"; /* c */'), /https:\/\/a\/b"; +$/);
  });

  test('every import is seen', () => {
    const text = `import a from 'a';\nimport type { B } from "b";\nimport {\n  c,\n} from 'c';\nexport * from 'd';\nimport 'e';\nawait import('f');`;
    assert.deepEqual(
      imports({ text }).map(({ from, type }) => `${from} ${type}`),
      ['a false', 'b true', 'c false', 'd false', 'e false', 'f false'],
    );
  });

  test('every unit test is built', () => {
    const built = readFileSync(join(root, 'tests/tests.cmake'), 'utf8');
    const forgotten = files('tests/unit', /\.cpp$/).filter(({ path }) => !built.includes(path));
    assert.deepEqual(
      forgotten.map(({ path }) => path),
      [],
    );
  });

  test('the folders they are about are there', () => {
    for (const folder of ['server/http', 'server/dispatch', 'server/store', 'web/elements']) {
      assert.ok(existsSync(join(root, folder)), folder);
    }
  });
});
