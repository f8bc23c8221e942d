// Imports by the command line: the formats, all or nothing, and what the shop shows of them.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from '../../scripts/command.mjs';
import { until } from './receiver.mjs';
import { openShop, published } from './shop.mjs';

const shopify = `Handle,Title,Body (HTML),Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Image Src
lamp,Oak lamp,"<p>Warm <b>light</b>.</p><script>x</script>",Mill,Size,S,LAMP-S,900,shopify,7,deny,49.90,https://cdn.example/lamp.jpg
lamp,,,,,L,LAMP-L,1400,shopify,2,deny,69.90,
`;
const tsv = 'id\ttitle\tprice\tavailability\nSTOOL\tStool\t35.00 EUR\tin stock\n';
const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>
<item><g:id>BENCH</g:id><title>Bench &amp; rest</title><g:price>120.00 EUR</g:price>
<g:availability>in_stock</g:availability></item></channel></rss>`;

describe('an import', { timeout: 300_000 }, () => {
  let shop;
  let seller;
  const run = (file, ...args) => shop.command('import', '--seller', seller, file, ...args);
  const report = async (file, ...args) => JSON.parse((await run(file, '--json', ...args)).stdout);
  const call = async (command, body) =>
    (await shop.send('POST', `/v1/sites/${shop.site_id}/commands/${command}`, { body })).json;
  const products = async () => (await call('catalog.products', { offset: 0, limit: 200 })).products;
  const titles = async () => (await products()).map(({ title }) => title);
  before(async () => {
    shop = await openShop();
    seller = shop.sellers.birch.id;
  });
  after(() => shop?.stop());

  test('takes Shopify CSV, a Google feed as TSV and as RSS, each found out by itself', async () => {
    for (const [name, text, rows] of [
      ['lamp.csv', shopify, 2],
      ['stool.txt', tsv, 1],
      ['bench.xml', rss, 1],
    ]) {
      const { added, refused, kept } = await report(shop.write(name, text));
      assert.deepEqual([added, refused, kept], [rows, 0, true]);
    }
    const offers = await published(shop, (all) => all['LAMP-L'] && all.STOOL && all.BENCH);
    assert.deepEqual(
      ['LAMP-S', 'LAMP-L', 'STOOL', 'BENCH'].map((sku) => [
        offers[sku].price,
        offers[sku].stock ?? null,
      ]),
      [
        [4990, 7],
        [6990, 2],
        [3500, null],
        [12000, null],
      ],
    );
  });

  test('shows a description in HTML as its words, with marks for what they are', async () => {
    const { id } = (await products()).find(({ title }) => title === 'Oak lamp');
    const { description, description_marks } = await call('catalog.product', { product_id: id });
    assert.equal(description, 'Warm light.');
    assert.deepEqual(description_marks, [{ kind: 'strong', start: 5, length: 5 }]);
  });

  test('shows what it would do, and does nothing, in a dry run', async () => {
    const changed = shop.write('changed.csv', shopify.replace('49.90', '44.90'));
    const told = await run(changed, '--dry-run', '--replace');
    assert.equal(told.code, 0, told.output);
    assert.match(told.stdout, /^changed {2}LAMP-S {2}Oak lamp {2}\(price\)$/m);
    assert.match(told.stdout, /^gone {2}STOOL {2}Stool$/m);
    assert.match(told.stdout, /1 changed, 1 unchanged, \d+ gone \(dry run/);
    const again = await report(changed, '--dry-run');
    assert.deepEqual([again.changed, again.kept], [1, false]);
    assert.deepEqual(again.changes, [
      { kind: 'changed', id: 'LAMP-S', title: 'Oak lamp', parts: ['price'] },
    ]);
  });

  test('tells one line of a large feed, and the first fifty changes of its dry run', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      tsv.split('\n')[1].replace('STOOL', index),
    );
    const large = shop.write('large.tsv', [tsv.split('\n')[0], ...rows].join('\n'));
    const lines = (await run(large, '--dry-run')).stdout.trim().split('\n');
    assert.equal(lines.length, 52);
    assert.equal(lines[50], '… and 10 more');
    assert.match((await run(large)).stdout, /^60 rows: 60 offers added,[^\n]+\n$/);
  });

  test('says line, column, field, value and what would do, as text and as JSON', async () => {
    const bad = shop.write('bad.csv', shopify.replace('69.90', '"1,069.90"'));
    const { code, output } = await run(bad);
    assert.equal(code, 1);
    assert.match(
      output,
      /^bad\.csv:3: Variant Price: \(column 12\) "1,069\.90" is refused; expected: a point before/m,
    );
    const { errors, kept, refused } = await report(bad);
    assert.deepEqual([kept, refused], [false, 1]);
    const [{ expected, ...error }] = errors;
    assert.match(expected, /point/);
    assert.deepEqual(error, { line: 3, column: 12, field: 'Variant Price', value: '1,069.90' });
  });

  test('names the column of what shows only beside other rows, the seller or the disk', async () => {
    const found = async (name, text) =>
      (await report(shop.write(name, text), '--dry-run')).errors.map(
        ({ line, column, field, value }) => [line, column, field, value],
      );
    const twice = `${shopify}lamp,,,,,XL,LAMP-S,1,shopify,1,deny,9.90,\n`;
    assert.deepEqual(await found('twice.csv', twice), [[4, 7, 'Variant SKU', 'LAMP-S']]);
    const elsewhere = shopify.replace('https://cdn.example/lamp.jpg', 'no/lamp.jpg');
    assert.deepEqual(await found('elsewhere.csv', elsewhere), [
      [2, 13, 'Image Src', 'no/lamp.jpg'],
      [3, 13, 'Image Src', 'no/lamp.jpg'],
    ]);
    const head = 'id\ttitle\tprice\tavailability\timage link\tadditional image link\n';
    const row = (id, price, ...images) =>
      `${[id, 'Stool', price, 'in stock', ...images].join('\t')}\n`;
    const google = [
      head,
      row('A', '3.00 USD', '', ''),
      row('B', '3.00 EUR', 'javascript:alert(1)', ''),
      row('C', '3.00 EUR', 'https://cdn.example/c.jpg', 'no/d.jpg'),
      row('D', '3.00 EUR', '', ''),
      row('D', '3.00 EUR', '', ''),
    ].join('');
    assert.deepEqual(await found('google.tsv', google), [
      [2, 3, 'price', 'USD'],
      [3, 5, 'image link', 'javascript:alert(1)'],
      [4, 6, 'additional image link', 'no/d.jpg'],
      [6, 1, 'id', 'D'],
    ]);
  });

  test('replaces all that its seller had, if that is wished', async () => {
    const { gone, unchanged } = await report(shop.write('lamp.csv', shopify), '--replace');
    assert.equal(unchanged, 2);
    assert.ok(gone >= 2);
    await until(
      async () => !(await titles()).includes('Stool'),
      3000,
      () => 'the new catalogue',
    );
    const offers = await published(shop, () => true);
    assert.ok(offers['LAMP-S'] && offers['ALD-BOARD'] && !offers['BIR-SCREW']);
  });

  test('stores pictures beside the feed as WebP in three sizes, and serves them', async () => {
    const picture = join(root, 'examples/demo/sellers/images/basil.webp');
    copyFileSync(picture, join(shop.folder, 'basil.webp'));
    writeFileSync(join(shop.folder, 'hostile.png'), '\x89PNG\r\n\x1a\nno more', 'latin1');
    const rowOf = (id, image_link) => ({
      ...{ id, title: `Pot of ${id}`, price: '4.90 EUR', availability: 'in_stock' },
      image_link,
    });
    const bad = await report(
      shop.feed('hostile', [rowOf('SVG', 'x.svg'), rowOf('PNG', 'hostile.png')]),
    );
    assert.deepEqual(
      bad.errors.map(({ line, field }) => [line, field]),
      [
        [1, 'image_link'],
        [2, 'image_link'],
      ],
    );
    assert.ok((await report(shop.feed('basil', [rowOf('BASIL', 'basil.webp')]))).kept);
    const { image } = await until(
      async () => (await products()).find(({ title }) => title === 'Pot of BASIL'),
      3000,
      () => 'the new catalogue',
    );
    const path = new URL(image).pathname;
    assert.match(path, /^\/v1\/media\/[0-9a-f]{32}\.1280\.webp$/);
    const sizes = [];
    for (const width of [320, 640, 1280]) {
      const answer = await shop.send('GET', path.replace('1280', String(width)));
      assert.equal(answer.status, 200);
      assert.equal(answer.headers['content-type'], 'image/webp');
      assert.match(answer.headers['cache-control'], /immutable/);
      sizes.push(answer.bytes.length);
    }
    assert.ok(sizes[0] < sizes[1] && sizes[1] < sizes[2], String(sizes));
  });

  test('takes no picture from elsewhere than beside the feed', async () => {
    const picture = join(root, 'examples/demo/sellers/images/basil.webp');
    const elsewhere = mkdtempSync(join(tmpdir(), 'vitrine-elsewhere-'));
    try {
      copyFileSync(picture, join(elsewhere, 'basil.webp'));
      symlinkSync(join(elsewhere, 'basil.webp'), join(shop.folder, 'link.webp'));
      const paths = [
        join(elsewhere, 'basil.webp'),
        relative(shop.folder, join(elsewhere, 'basil.webp')),
        'link.webp',
        ...['https:basil.webp', 'javascript:alert(1)', 'data:image/webp,x', '.', '..', '/dev/zero'],
      ];
      const rows = paths.map((image_link, i) => ({
        ...{ id: `FAR-${i}`, title: 'Far', price: '1.00 EUR', availability: 'in_stock' },
        image_link,
      }));
      const { errors, added } = await report(shop.feed('far', rows), '--dry-run');
      assert.equal(added, 0);
      assert.deepEqual(
        errors.map(({ line, field, value }) => [line, field, value]),
        paths.map((path, i) => [i + 1, 'image_link', path.length > 60 ? errors[i].value : path]),
      );
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  test('says what is wrong where a file is of another kind than it seems', async () => {
    const utf16 = (text) => Buffer.from(`\ufeff${text}`, 'utf16le');
    const good = '{"id":"A","title":"Lämp","price":"1.00 EUR","availability":"in_stock"}\n';
    const columns = Array.from({ length: 2000 }, (_, i) => `c${i}`).join(',');
    const blank = '\u200d \u3164\u00a0';
    for (const [name, bytes, line, field, expected, ...args] of [
      ['sheet', utf16(tsv), 1, '', /UTF-16 XML alone/],
      ['named', utf16(tsv), 1, '', /UTF-16 XML alone/, '--format', 'google_tsv'],
      ['open.tsv', tsv.replace('Stool', '"Stool'), 2, 'title', /quotes .* closed/],
      ['wide', `id,${columns}\nA,B\n`, 1, '', /at most 1000 columns/],
      [
        'mixed',
        Buffer.from(`${good}${'{"id":"B","title":"L\xe4mp"}'}\n`, 'latin1'),
        1,
        '',
        /UTF-8/,
      ],
      ['blank', good.replace('Lämp', blank), 1, 'title', /can be seen/],
      ['blank-id', good.replace('"A"', `"${blank}"`), 1, 'id', /can be seen/],
    ]) {
      const file = join(shop.folder, name);
      writeFileSync(file, bytes);
      const { errors, added } = await report(file, '--dry-run', '--encoding', 'utf-8', ...args);
      assert.equal(added, 0, name);
      assert.deepEqual([errors[0]?.line, errors[0]?.field], [line, field], name);
      assert.match(errors[0].expected, expected, name);
    }
    const feed = Buffer.from(rss)
      .toString()
      .replace(/encoding="[^"]*"/, '');
    const file = join(shop.folder, 'wide.xml');
    writeFileSync(file, utf16(feed));
    assert.equal((await report(file, '--dry-run')).refused, 0);
  });

  test('ends in order whatever the file holds', async () => {
    const nul = Buffer.alloc(70_000);
    for (const [name, text] of [
      ['empty', ''],
      ['nul', nul.toString('latin1')],
      [
        'entities',
        `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><rss><item>&b;</item></rss>`,
      ],
      ['open', `id,title,price,availability\nA,"B,1.00 EUR,in_stock\n`],
      ['picture', '\x89PNG\r\n\x1a\n'],
    ]) {
      const { code, output } = await run(shop.write(name, text));
      assert.equal(code, 1, `${name}: ${output}`);
      assert.match(output, /expected: /);
      assert.doesNotMatch(output, /root:/);
    }
  });
});
