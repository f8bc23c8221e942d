// `vitrine snapshot`: a feed into a catalogue file, without a data folder.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { run } from '../../scripts/command.mjs';
import { loadCore } from '../../dist/core.js';
import { binary } from './shop.mjs';

const row = (id, changes = {}) => ({
  id,
  title: `Board ${id}`,
  description: 'Made of larch.',
  price: '12.90 EUR',
  availability: 'in_stock',
  brand: 'Holzhof',
  ...changes,
});

describe('vitrine snapshot', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-snapshot-'));
  const [feed, file] = ['feed.jsonl', 'catalogue.bin'].map((name) => join(folder, name));
  const write = (rows) => writeFileSync(feed, rows.map((one) => JSON.stringify(one)).join('\n'));
  const snapshot = (...options) =>
    run(binary, ['snapshot', '--in', feed, '--out', file, ...options], { check: false });
  let core;
  before(async () => (core = await loadCore()));
  after(() => rmSync(folder, { recursive: true }));

  test('writes a file that can be searched, the same for the same feed', async () => {
    write([
      row('a'),
      row('b', { title: 'Saw', seller_name: 'Anna' }),
      row('c-s', { item_group_id: 'c', size: 'S' }),
      row('c-l', { item_group_id: 'c', size: 'L' }),
    ]);
    const { code, output } = await snapshot();
    assert.equal(code, 0, output);
    assert.match(output, /^3 products in \d+ bytes$/m);
    const bytes = readFileSync(file);
    const catalogue = await core.openCatalogue(bytes);
    const { total, hits, facets } = catalogue.search({ query: 'borad' });
    assert.equal(total, 2);
    assert.deepEqual(facets.options, [
      {
        name: 'size',
        values: [
          { value: 'L', count: 1 },
          { value: 'S', count: 1 },
        ],
      },
    ]);
    assert.deepEqual(catalogue.searchIds('larch saw'), ['pro_sel_2.b']);
    assert.equal(catalogue.product(hits[0].product_id).description, '');
    await snapshot();
    assert.deepEqual(readFileSync(file), bytes);
  });

  test('keeps as much of the descriptions as asked for', async () => {
    write([row('a')]);
    const found = async (option) => {
      assert.equal((await snapshot('--descriptions', option)).code, 0);
      const catalogue = await core.openCatalogue(readFileSync(file));
      return [catalogue.searchIds('larch').length, catalogue.product('pro_a').description];
    };
    assert.deepEqual(await found('full'), [1, 'Made of larch.']);
    assert.deepEqual(await found('words'), [1, '']);
    assert.deepEqual(await found('none'), [0, '']);
    assert.equal((await snapshot('--descriptions', 'some')).code, 2);
  });

  test('writes nothing when a row is refused, and says which', async () => {
    rmSync(file, { force: true });
    write([row('a'), row('a'), row('b', { price: '1,299.00 EUR' }), row('c', { price: '5 USD' })]);
    const { code, output } = await snapshot();
    assert.equal(code, 1);
    for (const place of [':2: id:', ':3: price:', ':4: price:']) assert.ok(output.includes(place));
    assert.ok(!existsSync(file));
  });

  test('takes an empty feed and names a missing one', async () => {
    writeFileSync(feed, '\n');
    assert.equal((await snapshot()).code, 0);
    const catalogue = await core.openCatalogue(readFileSync(file));
    assert.equal(catalogue.search({ query: 'x' }).total, 0);
    rmSync(feed);
    assert.equal((await snapshot()).code, 1);
  });
});
