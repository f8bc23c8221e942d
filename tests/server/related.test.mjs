// What a seller's feed says goes with a product: refused where it cannot be meant, told where it leads nowhere.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../browser/shop.mjs';
import { openShop } from './shop.mjs';

const row = (id, title, more = {}) => ({
  ...{ id, title, price: '9.90 EUR', availability: 'in_stock', inventory_quantity: 5 },
  ...more,
});
const relating = (ids, types) => ({ related_product_id: ids, relationship_type: types });

let shop, seller;
before(async () => {
  shop = await openShop();
  seller = shop.sellers.birch.id;
});
after(() => shop?.stop());

const loadFile = async (file, ...args) =>
  JSON.parse(
    (await shop.command('import', '--seller', seller, file, '--json', ...args).catch((e) => e))
      .stdout,
  );
const load = (rows, ...args) =>
  loadFile(
    shop.write('related.jsonl', rows.map((each) => JSON.stringify(each)).join('\n')),
    ...args,
  );
const idOf = async (title) => {
  const { json } = await shop.send('POST', `/v1/sites/${shop.site_id}/commands/catalog.products`, {
    body: { offset: 0, limit: 200 },
  });
  return json.products.find((card) => card.title === title)?.id;
};
const pathOf = async (title) => `/v1/sites/${shop.site_id}/products/${await idOf(title)}/related`;
const titlesOf = (cards) => cards.map(({ title }) => title);

test('rows that cannot be meant are refused, by line and field', async () => {
  const types =
    'part_of_set, required_part, often_bought_with, substitute, different_brand, accessory';
  for (const [ids, kinds, field, value, expected] of [
    ['FRAME', 'spare', 'relationship_type', 'spare', types],
    ['LAMP', 'accessory', 'related_product_id', 'LAMP', 'the id of another product than this'],
    [null, 'accessory', 'related_product_id', '', 'the id of another product of yours'],
    ['FRAME', null, 'relationship_type', '', 'one type for all products, or one for each'],
    [
      ['A', 'B', 'C'],
      ['accessory', 'substitute'],
      ...['relationship_type', 'substitute', 'one type for all products, or one for each'],
    ],
  ]) {
    const report = await load([row('LAMP', 'Lamp', relating(ids, kinds))]);
    assert.equal(report.kept, false);
    assert.deepEqual(report.errors, [{ line: 1, column: 0, field, value, expected }]);
  }
});

test('what goes with a product is told in lists, and follows the next feed', async () => {
  const related = relating(
    ['BULB', 'OIL', 'NOWHERE', 'CANDLE', 'BULB'],
    ['required_part', 'accessory', 'accessory', 'substitute', 'required_part'],
  );
  const rows = [
    row('LAMP', 'Lamp', related), // of what comes later too
    ...[row('BULB', 'Bulb'), row('OIL', 'Lamp oil'), row('CANDLE', 'Candle')],
  ];
  const warnings = [
    {
      ...{ line: 1, column: 0, field: 'related_product_id', value: 'NOWHERE' },
      expected: 'the id of a product that you offer',
    },
  ];
  assert.deepEqual((await load(rows, '--dry-run')).warnings, warnings);
  const report = await load(rows);
  assert.equal(report.kept, true);
  assert.deepEqual(report.warnings, warnings);
  const table = shop.write(
    'lamps.csv',
    'id,title,price,availability,Related Product ID,relationship_type\nLAMP,Lamp,9.90 EUR,in_stock,NOWHERE,accessory\n',
  );
  const { warnings: cells } = await loadFile(table, '--dry-run');
  assert.deepEqual(
    cells.map(({ line, column, field }) => ({ line, column, field })),
    [{ line: 2, column: 5, field: 'Related Product ID' }],
  );
  await eventually(() => idOf('Lamp'));
  const path = await pathOf('Lamp');
  const { json } = await shop.send('GET', path);
  assert.deepEqual(titlesOf(json.required), ['Bulb']);
  assert.deepEqual(titlesOf(json.others), ['Lamp oil']);
  assert.equal(json.required[0].price, 990);

  const page = await (
    await fetch(`${shop.url}/sites/${shop.site_id}/products/${await idOf('Lamp')}`)
  ).text();
  assert.match(page, /<h2>You will also need<\/h2>\s*<ul class="related">\s*<li><a[^>]*>Bulb</);
  assert.match(page, /<h2>Goes with it<\/h2>\s*<ul class="related">\s*<li><a[^>]*>Lamp oil</);

  assert.equal((await load(rows)).unchanged, 4);
  rows[0] = row('LAMP', 'Lamp', relating('OIL', 'required_part'));
  assert.equal((await load(rows)).changed, 1);
  await eventually(async () =>
    titlesOf((await shop.send('GET', path)).json.required).includes('Lamp oil'),
  );
  assert.deepEqual((await shop.send('GET', path)).json.others, []);
});

test('of what is not there nothing goes with it', async () => {
  const { json } = await shop.send('GET', await pathOf('Bulb'));
  assert.deepEqual(json, { required: [], others: [] });
  const unknown = await shop.send('GET', `/v1/sites/${shop.site_id}/products/pro_none/related`);
  assert.deepEqual([unknown.status, unknown.json.error.code], [404, 'unknown_product']);
});
