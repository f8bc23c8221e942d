// The command line: on a data folder of its own, beside a running server, and used wrongly.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { run } from '../../scripts/command.mjs';
import { ok, refused } from './client.mjs';
import { threeSellers } from './goods.mjs';
import { until } from './receiver.mjs';
import { binary, blog, openShop, published, sanitizerReport } from './shop.mjs';

const call = async (...args) => {
  const answer = await run(binary, args, { check: false });
  assert.doesNotMatch(answer.output, sanitizerReport);
  return answer;
};

describe('the command line, used wrongly', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-cli-'));
  const data = ['--data', join(folder, 'data')];
  after(() => rmSync(folder, { recursive: true }));

  for (const args of [
    [],
    ['nonsense'],
    ['seller'],
    ['seller', 'remove'],
    ['seller', 'add'],
    ['seller', 'list', '--colour'],
    ['import', 'file.jsonl'],
    ['import', '--seller', 'sel_x'],
    ['import', '--seller', 'sel_x', '--format', 'excel', 'file.csv'],
    ['import', '--seller', 'sel_x', '--encoding', 'utf-7', 'file.csv'],
    ['site', 'origin', '--site', 'site_x'],
    ['order', 'show'],
    ['product', 'split'],
    ['product', 'join', 'pro_x'],
    ['guide', 'add', '--site', 'site_x', 'bench.md'],
    ['guide', 'show', '--site', 'site_x'],
    ['backup'],
    ['restore'],
    ['order', 'list', '--store', 'mysql://localhost'],
    ['serve', '--listen', 'nowhere'],
    ['serve', '--tls-key', 'key.pem'],
    ['key', 'issue', '--owner', 'operator', '--overlap-hours', '721'],
    ['serve', '--listen', '127.0.0.1:70000'],
  ]) {
    test(`"vitrine ${args.join(' ')}" is a usage error: 2`, async () => {
      const { code, output, stdout } = await call(...args);
      assert.equal(code, 2, output);
      assert.equal(stdout, '');
      assert.notEqual(output, '');
    });
  }

  for (const args of [
    ['seller', 'add', '--settings', 'missing.json'],
    ['site', 'add', '--settings', 'missing.json'],
    ['seller', 'endpoint', '--seller', 'sel_x', '--url', 'https://a.example'],
    ['guide', 'add', '--site', 'site_x', '--name', 'bench', 'bench.md'],
    ['guide', 'remove', '--site', 'site_x', '--name', 'bench'],
    ['site', 'origin', '--site', 'site_x', '--origin', 'https://a.example'],
    ['import', '--seller', 'sel_x', 'missing.jsonl'],
    ['order', 'show', 'ord_x'],
    ['product', 'split', 'off_x'],
    ['product', 'join', 'pro_x', '--into', 'pro_y'],
    ['restore', 'missing.sqlite'],
    ['key', 'issue', '--owner', 'sel_x'],
    ['key', 'revoke', 'key_x'],
    ['order', 'list', '--store', 'postgres:///none?host=/nowhere'],
    ['serve', '--listen', '203.0.113.7:4000'],
  ]) {
    test(`"vitrine ${args.join(' ')}" is understood and fails: 1`, async () => {
      const { code, output, stdout } = await call(...args, ...data);
      assert.equal(code, 1, output);
      assert.equal(stdout, '');
      assert.notEqual(output, '');
    });
  }

  for (const args of [
    [],
    ['serve'],
    ['seller'],
    ['seller', 'add'],
    ['seller', 'list'],
    ['site', 'add'],
    ['site', 'list'],
    ['import'],
    ['product'],
    ['product', 'list'],
    ['product', 'split'],
    ['product', 'join'],
    ['order'],
    ['order', 'list'],
    ['order', 'show'],
    ['seller', 'terms'],
    ['site', 'shares'],
    ['fee'],
    ['agreement', 'list'],
    ['agreement', 'step'],
    ['ledger', 'verify'],
    ['ledger', 'show'],
    ['ledger', 'pay'],
    ['ledger', 'adjust'],
    ['ledger', 'statement'],
    ['ledger', 'documents'],
    ['ledger', 'billing'],
    ['key', 'list'],
    ['key', 'issue'],
    ['key', 'revoke'],
    ['secret-key', 'renew'],
  ]) {
    test(`"vitrine ${[...args, '--help'].join(' ')}" explains itself: 0`, async () => {
      const { code, stdout } = await call(...args, '--help');
      assert.equal(code, 0);
      assert.match(stdout, /Usage: vitrine/);
      for (const word of args) assert.ok(stdout.includes(word));
    });
  }
});

describe('the command line beside a running server', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop();
  });
  after(() => shop?.stop());
  const json = async (...args) => JSON.parse(await shop.vitrine(...args));

  test('it lists sellers and sites, as text and as JSON', async () => {
    const sellers = await json('seller', 'list', '--json');
    assert.deepEqual(
      sellers.map(({ id, name }) => [id, name]),
      Object.entries(shop.sellers).map(([key, { id }]) => [id, threeSellers[key].settings.name]),
    );
    const text = await shop.vitrine('seller', 'list');
    assert.equal(text.trim().split('\n').length, 3);
    for (const { id } of sellers) assert.ok(text.includes(id));
    const [site] = await json('site', 'list', '--json');
    assert.deepEqual([site.id, site.allowed_origins], [shop.site_id, [blog]]);
  });

  test('keys are told once, and no list shows them', async () => {
    const all =
      (await shop.vitrine('seller', 'list', '--json')) + (await shop.vitrine('seller', 'list'));
    for (const { api_key, webhook_secret } of Object.values(shop.sellers)) {
      assert.ok(!all.includes(api_key) && !all.includes(webhook_secret));
    }
  });

  test('an import is in the catalogue within three seconds', async () => {
    const goods = [{ ...threeSellers.birch.goods[0], id: 'BIR-NEW', title: 'Brass hinges' }];
    const told = await shop.vitrine(
      ...['import', '--seller', shop.sellers.birch.id, shop.feed('new', goods)],
    );
    assert.match(told, /^1 rows: 1 offers added, 0 changed, 0 unchanged, 0 gone$/m);
    await published(shop, (offers) => offers['BIR-NEW']);
    await shop.buy({ 'BIR-SCREW': 1 });
  });

  const bad = () => [
    { ...threeSellers.birch.goods[0], id: 'BIR-GOOD', title: 'Steel hinges' },
    { ...threeSellers.birch.goods[0], id: 'BIR-BAD', price: '12,50 EUR' },
    { ...threeSellers.birch.goods[0], id: 'BIR-GTIN', gtin: '4006381333932' },
  ];

  test('a feed with bad rows is refused whole: 1, with line and field, and nothing is kept', async () => {
    const file = shop.feed('bad', bad());
    const args = ['import', '--seller', shop.sellers.birch.id, file];
    const { code, output, stdout } = await shop.command(...args);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(output, /^bad\.jsonl:2: price: "12,50 EUR"/m);
    assert.match(output, /^bad\.jsonl:3: gtin: /m);
    const offers = await published(shop, () => true);
    assert.ok(!offers['BIR-GOOD']);
    const report = JSON.parse((await shop.command(...args, '--json')).stdout);
    assert.deepEqual(
      [report.rows, report.kept, report.errors.map(({ line, field }) => [line, field])],
      [
        3,
        false,
        [
          [2, 'price'],
          [3, 'gtin'],
        ],
      ],
    );
  });

  test('with --keep-good the good rows are kept: 1 all the same', async () => {
    const args = [
      'import',
      '--seller',
      shop.sellers.birch.id,
      shop.feed('bad', bad()),
      '--keep-good',
    ];
    const { code, stdout } = await shop.command(...args);
    assert.equal(code, 1);
    assert.match(stdout, /1 offers added.*2 refused/);
    const offers = await published(shop, (all) => all['BIR-GOOD']);
    assert.ok(!offers['BIR-BAD'] && !offers['BIR-GTIN']);
  });

  test("a site's new origin may use it within three seconds, the old one no more", async () => {
    const other = 'https://other.example';
    const from = (origin) =>
      shop.customer.create(
        { site_id: shop.site_id, line_items: shop.line_items({ 'CLO-SEED': 1 }) },
        { headers: { origin } },
      );
    refused(await from(other), 403, 'forbidden_origin', 'origin');
    await shop.vitrine('site', 'origin', '--site', shop.site_id, '--origin', other);
    ok(await from(other));
    refused(await from(blog), 403, 'forbidden_origin', 'origin');
    const manifest = () =>
      shop.send('GET', `/v1/sites/${shop.site_id}/manifest.json`, { headers: { origin: other } });
    await until(
      async () => (await manifest()).status === 200,
      3000,
      () => 'the manifest',
    );
    await shop.vitrine('site', 'origin', '--site', shop.site_id, '--origin', blog);
  });

  test('an origin that is none is refused: 1', async () => {
    for (const origin of ['blog.example', 'https://blog.example/', 'ftp://blog.example', '*']) {
      const { code, output } = await shop.command(
        ...['site', 'origin', '--site', shop.site_id, '--origin', origin],
      );
      assert.equal(code, 1, output);
      assert.ok(output.includes(origin));
    }
    const [site] = await json('site', 'list', '--json');
    assert.deepEqual(site.allowed_origins, [blog]);
  });

  test('orders are listed and shown, singly and as a group', async () => {
    const { order } = await shop.buy({ 'ALD-BOARD': 1, 'CLO-SEED': 1 });
    const listed = await json('order', 'list', '--json');
    const mine = listed.filter(({ order_group_id }) => order_group_id === order.order_group_id);
    assert.equal(mine.length, 2);
    const shown = await json('order', 'show', mine[0].id);
    assert.deepEqual([shown.id, shown.seller_id], [mine[0].id, mine[0].seller_id]);
    const group = await shop.vitrine('order', 'show', order.order_group_id);
    for (const { id } of mine) assert.ok(group.includes(id));
    assert.ok((await shop.vitrine('order', 'list')).includes(mine[1].id));
  });

  test('usage errors and failures have the same exit codes as without a server', async () => {
    assert.equal((await shop.command('seller', 'nonsense')).code, 2);
    assert.equal((await shop.command('order', 'show', 'ord_x')).code, 1);
  });

  test('a second server on the same data ends with 1 and leaves the first alone', async () => {
    const { code, output } = await shop.command('serve', '--listen', '127.0.0.1:0');
    assert.equal(code, 1, output);
    assert.match(output, /vitrine: .*data: another process works with this data folder; end it/);
    assert.equal((await shop.send('GET', '/healthz')).status, 200);
    assert.equal((await json('seller', 'list', '--json')).length, 3);
  });

  test('after the server has ended the same commands work on the folder', async () => {
    await shop.kill();
    assert.equal((await json('seller', 'list', '--json')).length, 3);
    await shop.start();
    assert.equal((await json('seller', 'list', '--json')).length, 3);
  });

  test('the data folder and the operator’s socket are closed to others', async () => {
    const { stdout } = await run('stat', ['-c', '%a', shop.data, join(shop.data, 'control.sock')]);
    assert.deepEqual(stdout.trim().split('\n'), ['700', '600']);
    assert.ok(
      !readFileSync(join(shop.data, 'vitrine.sqlite')).includes(shop.sellers.alder.api_key),
    );
  });
});
