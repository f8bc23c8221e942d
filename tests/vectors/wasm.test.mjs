// The golden vectors through the widget's core: the answers must be the texts that the native run gives.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'tests', 'vectors');

/** The snapshot of catalog.json, written by the native tool: `--target vector_catalog`. */
async function snapshot() {
  const builds = ['dev', 'release'].map((preset) => join(root, 'build', preset, 'vector_catalog'));
  const tool = builds.find((path) => existsSync(path));
  assert.ok(tool, 'build the target vector_catalog first');
  const { stdout } = await promisify(execFile)(tool, { encoding: 'buffer', maxBuffer: 1 << 26 });
  return stdout;
}

const files = readdirSync(folder).filter((file) => /\.json$/.test(file) && file !== 'catalog.json');
const vectors = files.flatMap((file) =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')).map((vector) => ({ file, ...vector })),
);

describe('golden vectors in WASM', () => {
  let core, bytes, loadCore;
  before(async () => {
    ({ loadCore } = await import('../../dist/core.js'));
    core = await loadCore();
    bytes = await snapshot();
    assert.equal((await core.openCatalogue(bytes)).ok, true);
  });

  test('there are vectors', () => assert.ok(vectors.length >= 40));

  for (const { file, name, command, request, response } of vectors) {
    test(`${file}: ${name}`, async () => {
      const answer = await core.call(command, request);
      assert.equal(JSON.stringify(answer), JSON.stringify(response));
    });
  }

  test('without a catalogue every command is refused', async () => {
    const empty = await loadCore();
    const refused = { ok: false, error: { code: 'corrupt_catalog', path: '' } };
    assert.deepEqual(await empty.call('catalog.products', {}), refused);
  });

  test('a snapshot that was cut short is refused, and the open one stays open', async () => {
    const answer = await core.openCatalogue(bytes.subarray(0, bytes.length >> 1));
    assert.deepEqual(answer, { ok: false, error: { code: 'corrupt_catalog', path: '' } });
    assert.equal((await core.call('catalog.products', {})).ok, true);
  });

  test('what is no plain data is refused like wrong JSON', async () => {
    const wrongKind = (path) => ({ ok: false, error: { code: 'wrong_kind', path } });
    for (const request of [undefined, null, 7, 'text', [], () => {}, Symbol.iterator, 10n]) {
      assert.deepEqual(await core.call('catalog.sellers', request), wrongKind(''));
    }
    for (const product_id of [7, {}, [], null, true, 10n, Symbol.iterator]) {
      assert.deepEqual(await core.call('catalog.product', { product_id }), wrongKind('product_id'));
    }
    for (const limit of [NaN, 1.5, '1', null, 10n]) {
      assert.deepEqual(await core.call('catalog.products', { limit }), wrongKind('limit'));
    }
    for (const limit of [Infinity, -Infinity, 1e300, 2 ** 53]) {
      assert.deepEqual(await core.call('catalog.products', { limit }), {
        ok: false,
        error: { code: 'out_of_range', path: 'limit' },
      });
    }
  });

  test('a key that is undefined is absent, as in JSON', async () => {
    const answer = await core.call('catalog.products', { limit: undefined, page: undefined });
    assert.equal(answer.ok, true);
  });
});
