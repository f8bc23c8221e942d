import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bundled } from './bundled.mjs';

const { csv } = await bundled('console/csv.ts');
const { addressOf, linkTo } = await bundled('console/address.ts');
const { originsOf } = await bundled('console/origins.ts');
const { amountsOf, basisPoints, boundOf } = await bundled('console/rates.ts');
const { bytes, calendarDay, minor } = await bundled('format.ts');
const { recentMonths } = await bundled('console/presenter/months.ts');
const { inForce, termsText } = await bundled('console/presenter/terms.ts');
const { movedOf, rowsOf } = await bundled('console/presenter/moved.ts');
const { productsFile } = await bundled('console/presenter/products-file.ts');
const { speakPresenter } = await bundled('messages/presenter.ts');
const { speakConsole } = await bundled('messages/console.ts');

const columns = [
  { title: 'Name', text: ({ name }) => name },
  { title: 'Amount', text: ({ amount }) => amount },
];

describe('a list’s CSV file', () => {
  test('has its columns, and quotes what has to be', () => {
    const rows = [{ name: 'Saw, "sharp"', amount: '12.5' }];
    assert.equal(csv(columns, rows), 'Name,Amount\r\n"Saw, ""sharp""",12.5\r\n');
  });

  test('a text that a spreadsheet would calculate is a text to it', () => {
    for (const name of ['=1+1', '+49 30', '-cmd', '@SUM(A1)', '\tx', '\r=1']) {
      const [, line] = csv(columns, [{ name, amount: '1' }]).split(/\r\n(?=["'])/);
      assert.ok(line.replace(/^"/, '').startsWith(`'${name}`), JSON.stringify(line));
    }
    assert.match(csv(columns, [{ name: 'x', amount: '-12.50' }]), /\r\nx,-12\.50\r\n$/);
  });
});

test('what can be done with a row is in no file', () => {
  const all = [...columns, { title: 'Revoke', text: () => 'x', action: true }];
  assert.equal(csv(all, [{ name: 'Saw', amount: '1' }]), 'Name,Amount\r\nSaw,1\r\n');
});

test('percentages are taken as people type them, or not at all', () => {
  const cases = { 2.5: 250, '2,5 %': 250, 0: 0, 100: 10_000, 0.05: 5, 2.555: undefined };
  for (const [text, points] of Object.entries(cases)) assert.equal(basisPoints(text), points, text);
  for (const text of ['', 'two', '-1', '1000']) assert.equal(basisPoints(text), undefined, text);
});

test('amounts are taken with their currencies, or not at all', () => {
  assert.deepEqual(amountsOf('0.30 EUR; 35 jpy;'), [
    { amount: 30, currency: 'EUR' },
    { amount: 35, currency: 'JPY' },
  ]);
  assert.deepEqual(amountsOf(' '), []);
  for (const text of ['0.30', 'EUR', '0.300 EUR', '1 EUR 2 CHF', '-1 EUR'])
    assert.equal(amountsOf(text), undefined, text);
});

test('sizes and days of the calendar are told as people read them', () => {
  assert.deepEqual(
    [0, 999, 1500, 536_600, 76_900_000_000].map((count) => bytes(count, 'en')),
    ['0 byte', '999 byte', '1.5 kB', '536.6 kB', '76.9 GB'],
  );
  assert.equal(calendarDay('2026-12-24', 'en-GB'), '24 December 2026');
});

test('an address in the console is read as it was written', () => {
  const link = linkTo('pre_1', 'sites', 'site_ä/b');
  assert.deepEqual(addressOf(link), { first: 'pre_1', page: 'sites', rest: ['site_ä/b'] });
  assert.deepEqual(addressOf(''), { first: '', page: '', rest: [] });
  assert.deepEqual(addressOf('#/%E0%A4%A/x'), { first: '', page: 'x', rest: [] });
});

test('addresses of pages are taken as people copy them', () => {
  assert.deepEqual(originsOf(' https://a.example/, https://b.example\nhttps://c.example// '), [
    'https://a.example',
    'https://b.example',
    'https://c.example',
  ]);
});

test('an amount is taken as people type it, or not at all', () => {
  const cases = { '4.90': 490, '4,9': 490, ' 12 ': 1200, 0: 0, 4.999: undefined, '-1': undefined };
  for (const [text, amount] of Object.entries(cases))
    assert.equal(minor(text, 'EUR'), amount, text);
  for (const text of ['', 'free', '1e3', '1.2.3', '1 000'])
    assert.equal(minor(text, 'EUR'), undefined);
  assert.equal(minor('490', 'JPY'), 490);
  assert.equal(minor('4.9', 'JPY'), undefined);
  assert.equal(minor('4.9', 'KWD'), 4900);
});

test('the months of statements go back over the turn of a year', () => {
  const months = recentMonths(new Date('2026-01-31T23:00:00Z'));
  assert.deepEqual(months.slice(0, 3), ['2026-01', '2025-12', '2025-11']);
  assert.equal(months.length, 24);
});

test('a bound of a price is an amount, a percentage or none', () => {
  assert.deepEqual(boundOf('8,50', 'EUR'), { amount: 850 });
  assert.deepEqual(boundOf(' 80 %', 'EUR'), { bp: 8000 });
  assert.deepEqual(boundOf('', 'EUR'), {});
  for (const text of ['8.505', 'x%', '-1', '1000%']) assert.equal(boundOf(text, 'EUR'), undefined);
});

test('prices that are not what the presenter set are counted, planned ones and the margin are not', () => {
  const offer = (fit) => ({ retail: { price: 1, fit, bounds: { lowest: 1 } } });
  const product = (id, offers, in_force = true) => ({
    word: { product: { id } },
    in_force,
    offers,
  });
  const products = [
    product('', []),
    product('pro_1', [offer('wished'), offer('raised')]),
    product('pro_2', []),
    product('pro_3', [offer('lowered')], false),
    product('pro_4', [offer('no_room')]),
  ];
  assert.equal(rowsOf(products).length, 5);
  assert.equal(movedOf(products), 3);
});

test('the file of the products that were found calculates nothing and has the bounds', async () => {
  const words = await speakPresenter('en');
  const found = { id: 'pro_1', title: '=SUM(A1)', category: '', seller_name: 'S', currency: 'EUR' };
  const numbers = { price: 1200, earns: 208, earns_bp: 2060, other_sites: 2, on_site: true };
  const retail = { listed: 1290, wholesale: 800, bounds: { lowest: 952 } };
  const [head, line] = productsFile(words, [{ ...found, ...numbers, retail }]).split('\r\n');
  assert.equal(head.split(',').length, line.split(',').length);
  assert.equal(line, "pro_1,'=SUM(A1),,S,12,EUR,2.08,20.6,12.9,8,9.52,,2,Shown");
});

test('terms are told in words: what is in force, for all goods and for some', async () => {
  const words = await speakPresenter('en');
  const rules = [
    { category: 'Saws', commission_bp: 800, per_unit: 50 },
    { commission_bp: 1250 },
    { product_id: 'pro_1', commission_bp: 1 },
  ];
  const versions = [
    { in_force: false, terms: { from: '2025-01-01', rules: [] } },
    { in_force: true, terms: { from: '2026-01-01', rules } },
  ];
  assert.deepEqual(termsText(inForce({ versions }), words, 'EUR', 'en'), [
    '12.5%',
    'Saws: 8% + €0.50 for each',
    '1 product has terms of its own',
  ]);
  assert.deepEqual(termsText(undefined, words, 'EUR', 'en'), ['nothing']);
});

for (const language of ['ar', 'de', 'es', 'fr'])
  test(`the console says everything in ${language}`, async () => {
    for (const speak of [speakConsole, speakPresenter]) {
      const [english, words] = await Promise.all([speak('en'), speak(language)]);
      const flat = (tree, path = '') =>
        Object.entries(tree).flatMap(([key, value]) =>
          typeof value === 'object' ? flat(value, `${path}${key}.`) : [[path + key, value]],
        );
      const names = (all) =>
        flat(all)
          .map(([name]) => name)
          .sort();
      assert.deepEqual(names(words), names(english));
      let same = 0;
      const known = new Map(flat(english));
      for (const [name, text] of flat(words)) {
        const said = typeof text === 'function' ? text('7', '8') : text;
        assert.match(said, /\S/, name);
        if (text === known.get(name)) ++same;
      }
      assert.ok(same <= 8, `${same} texts are English`);
    }
  });
