// What a site shows: products that its presenter finds among those of all sellers, picks, arranges and hides; how it
// looks; and the guides that are written in the console.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ok, refused, send } from './client.mjs';
import { threeSellers } from './goods.mjs';
import { until } from './receiver.mjs';
import { manifestOf, openShop } from './shop.mjs';

const day = new Date().toISOString().slice(0, 10);

describe('a site’s assortment', { timeout: 120_000 }, () => {
  let shop;
  /** By title, and offers by product. */
  let ids;
  let offers;
  let other;
  before(async () => {
    const { alder, ...rest } = threeSellers;
    const goods = alder.goods.map((each) => ({ ...each, product_type: 'Timber' }));
    shop = await openShop({ sellers: { alder: { ...alder, goods }, ...rest } });
    const settings = { name: 'Other', currency: 'EUR', country: 'DE', language: 'en' };
    other = JSON.parse(
      await shop.vitrine('site', 'add', '--settings', shop.write('other.json', settings)),
    );
    const { products } = await catalogue();
    ids = Object.fromEntries(products.map(({ id, title }) => [title, id]));
    offers = Object.fromEntries(products.map(({ id, offer_id }) => [id, offer_id]));
  });
  after(() => shop?.stop());

  const call = (key, method, path, body) =>
    send(shop.url, method, path, { body, headers: { authorization: `Bearer ${key}` } });
  const presenter = (method, path, body) =>
    call(shop.presenter.api_key, method, `/v1/presenter/sites/${shop.site_id}${path}`, body);
  const others = (method, path, body) =>
    call(other.api_key, method, `/v1/presenter/sites/${other.id}${path}`, body);
  const find = async (query = '') => ok(await presenter('GET', `/products${query}`));
  const titles = ({ products }) => products.map(({ title }) => title);
  const arrange = (arrangement) => presenter('POST', '/arrangement', arrangement);
  const catalogue = async () => {
    const path = `/v1/sites/${shop.site_id}/commands/catalog.products`;
    return ok(await shop.send('POST', path, { body: { limit: 200 } }));
  };
  const shown = (check) =>
    until(
      async () => check(titles(await catalogue())),
      10_000,
      () => 'the catalogue',
    );
  const idOf = (part) => ids[Object.keys(ids).find((title) => title.includes(part))];
  const titleOf = (part) => Object.keys(ids).find((title) => title.includes(part));

  test('a search finds products of all sellers, with their price and what one of them earns', async () => {
    const terms = { from: day, rules: [{ commission_bp: 1000, per_unit: 20 }] };
    const key = {
      headers: { authorization: `Bearer ${shop.sellers.alder.api_key}`, 'idempotency-key': 'a' },
    };
    ok(await shop.send('POST', '/v1/seller/terms', { ...key, body: terms }));
    const all = await find();
    assert.equal(all.total, Object.keys(ids).length);
    assert.deepEqual(all.sellers.map(({ name }) => name).sort(), [
      'Alder Timber',
      'Birch Iron',
      'Clover Seeds',
    ]);
    const board = (await find('?query=canary-alder')).products[0];
    // 18.90 with 19 %: 15.88 without; 10 % of it and 0.20.
    assert.equal(board.price, 1890);
    assert.equal(board.earns, 159 + 20);
    assert.equal(board.earns_bp, Math.floor((179 * 10_000) / 1588));
    assert.equal(board.presented, true);
    assert.equal(board.on_site, true);
    assert.equal(board.seller_name, 'Alder Timber');
  });

  test('it is filtered by seller, category, commission and by what other sites show', async () => {
    const { id } = shop.sellers.birch;
    const birch = await find(`?seller_id=${id}`);
    assert.ok(birch.total > 0);
    assert.ok(birch.products.every(({ seller_id }) => seller_id === id));
    const [{ value, count }] = (await find()).categories;
    const found = await find(`?category=${encodeURIComponent(value)}`);
    assert.equal(found.total, count);
    assert.ok(found.products.every(({ category }) => category === value));
    const paying = await find('?commission_min=500');
    assert.deepEqual(
      [...new Set(paying.products.map(({ seller_name }) => seller_name))],
      ['Alder Timber'],
    );
    const answer = await presenter('GET', '/products');
    assert.ok(answer.json.products.every(({ other_sites }) => other_sites === 1));
    assert.ok(!answer.text.includes(other.id) && !answer.text.includes('"Other"'));
    ok(await others('POST', '/arrangement', { hidden: [idOf('canary-birch')] }));
    const presented = await find('?others_present=true');
    assert.ok(!titles(presented).includes(titleOf('canary-birch')));
    assert.equal(presented.products.length, presented.total - 1);
    refused(
      await presenter('GET', '/products?commission_min=-1'),
      422,
      'out_of_range',
      'commission_min',
    );
    refused(await presenter('GET', '/products?offset=x'), 422, 'out_of_range', 'offset');
  });

  test('who may not present a seller does not find its goods', async () => {
    const block = (step) =>
      shop.send('POST', `/v1/seller/agreements/${shop.site_id}`, {
        body: { step },
        headers: { authorization: `Bearer ${shop.sellers.clover.api_key}` },
      });
    ok(await block('block'));
    const found = await find();
    assert.ok(found.products.every(({ seller_name }) => seller_name !== 'Clover Seeds'));
    ok(await block('unblock'));
    const clover = (await find()).products.filter((each) => each.seller_name === 'Clover Seeds');
    assert.ok(clover.length > 0);
    assert.ok(
      clover.every(({ presented, on_site }) => presented && on_site),
      'as before',
    );
  });

  test('sections stand first, in their order; what is hidden is neither shown nor sold', async () => {
    const [alder, birch] = [idOf('canary-alder'), idOf('canary-birch')];
    const hidden = Object.values(ids).find((id) => id !== alder && id !== birch);
    const arrangement = {
      chosen_only: false,
      sections: [
        { title: 'For the terrace', product_ids: [birch] },
        { title: '', product_ids: [alder] },
        { title: 'Nothing in it', product_ids: [] },
      ],
      featured: [alder],
      hidden: [hidden],
    };
    const answer = ok(await arrange(arrangement));
    assert.deepEqual(answer.arrangement, arrangement);
    assert.deepEqual(
      answer.products.map(({ product, on_site }) => [product.id, on_site]),
      [
        [birch, true],
        [alder, true],
        [hidden, false],
      ],
    );
    assert.deepEqual(ok(await presenter('GET', '/arrangement')), answer);
    const hiddenTitle = Object.keys(ids).find((title) => ids[title] === hidden);
    await shown((all) => all[0] === titleOf('canary-birch') && !all.includes(hiddenTitle));
    const all = titles(await catalogue());
    assert.equal(all[1], titleOf('canary-alder'));
    assert.equal(all.length, Object.keys(ids).length - 1);
    const { layout, shelf } = await manifestOf(shop);
    assert.deepEqual(layout, {
      sections: [
        { title: 'For the terrace', count: 1 },
        { title: '', count: 1 },
      ],
      featured: [alder],
    });
    assert.equal(shelf.products[0].id, birch);
    const session = await shop.customer.create({
      site_id: shop.site_id,
      line_items: [{ offer_id: offers[hidden], quantity: 1 }],
    });
    assert.match(session.text, /unknown_offer/);
  });

  test('a site that shows chosen products alone shows no others, and only their sellers', async () => {
    const birch = idOf('canary-birch');
    ok(await arrange({ chosen_only: true, sections: [{ product_ids: [birch] }] }));
    await shown((all) => all.length === 1 && all[0] === titleOf('canary-birch'));
    const { sellers } = await manifestOf(shop);
    assert.deepEqual(
      sellers.map(({ name }) => name),
      ['Birch Iron'],
    );
    const found = await find();
    assert.equal(found.total, Object.keys(ids).length);
    assert.deepEqual(
      found.products.filter(({ on_site }) => on_site).map(({ id }) => id),
      [birch],
    );
    // The other site has its own.
    const path = `/v1/sites/${other.id}/commands/catalog.products`;
    const theirs = ok(await shop.send('POST', path, { body: { limit: 200 } })).products;
    assert.deepEqual(
      theirs.map(({ id }) => id).sort(),
      Object.values(ids)
        .filter((id) => id !== birch)
        .sort(),
    );
    ok(await arrange({}));
    await shown((all) => all.length === Object.keys(ids).length);
    assert.equal((await manifestOf(shop)).layout, undefined);
  });

  test('an arrangement that cannot be is refused, and changes nothing', async () => {
    const alder = idOf('canary-alder');
    const before = ok(await presenter('GET', '/arrangement'));
    const cases = [
      [
        { sections: [{ product_ids: ['pro_none'] }] },
        'unknown_product',
        'sections[0].product_ids[0]',
      ],
      [
        { sections: [{ product_ids: [alder, alder] }] },
        'invalid_format',
        'sections[0].product_ids[1]',
      ],
      [
        { sections: [{ product_ids: [alder] }], hidden: [alder] },
        'invalid_transition',
        'hidden[0]',
      ],
      [{ sections: [{ title: 'a\u202Eb' }] }, 'invalid_format', 'sections[0].title'],
      [{ sections: [{ title: 'x'.repeat(101) }] }, 'too_large', 'sections[0].title'],
      [{ sections: Array(51).fill({}) }, 'too_large', 'sections'],
      [{ featured: ['pro_none'] }, 'unknown_product', 'featured[0]'],
      [{ order: [] }, 'unknown_field', 'order'],
    ];
    for (const [body, code, path] of cases) {
      const answer = await arrange(body);
      assert.equal(answer.json.error.code, code, answer.text);
      assert.equal(answer.json.error.path, path, answer.text);
    }
    assert.deepEqual(ok(await presenter('GET', '/arrangement')), before);
  });

  test('a look is worn by the site’s pages: rules that the server has made of checked values', async () => {
    const theme = {
      light: [
        { name: 'accent', value: '#8a3b12' },
        { name: 'font', value: "Georgia, 'Times New Roman', serif" },
        { name: 'gap', value: 'clamp(1em, calc(2vw + 3px), 2em)' },
      ],
      dark: [{ name: 'accent', value: '#e8a672' }],
    };
    assert.deepEqual(ok(await presenter('POST', '/theme', theme)), theme);
    assert.deepEqual(ok(await presenter('GET', '/theme')), theme);
    const css =
      ":host{--vitrine-accent:#8a3b12;--vitrine-font:Georgia, 'Times New Roman', serif;" +
      '--vitrine-gap:clamp(1em, calc(2vw + 3px), 2em);}:host([data-dark]){--vitrine-accent:#e8a672;}';
    await until(
      async () => (await manifestOf(shop)).theme === css,
      10_000,
      () => 'the theme',
    );
    ok(await presenter('POST', '/theme', {}));
    await until(
      async () => (await manifestOf(shop)).theme === undefined,
      10_000,
      () => 'no theme',
    );
  });

  test('a look fetches nothing, and ends no rule', async () => {
    const bad = [
      ['url(https://evil.example/x.png)', 'the network'],
      ['u\\72l(https://evil.example/x)', 'an escape'],
      ['red;} body{display:none', 'another rule'],
      ['red/*', 'a comment'],
      ['//x', 'a comment of scripts'],
      ["'open", 'an open quote'],
      ['calc(1px', 'an open function'],
      ['1px)', 'a function that ends twice'],
      ['image-set("x.png" 1x)', 'pictures'],
      ['var(--secret)', 'other properties'],
      ['expression(alert(1))', 'old browsers’ scripts'],
      ['red !important', 'importance'],
      ['<b>', 'markup'],
      ['', 'nothing'],
      ['x'.repeat(201), 'too much'],
    ];
    for (const [value, what] of bad) {
      const answer = await presenter('POST', '/theme', { light: [{ name: 'shadow', value }] });
      assert.equal(answer.status, 422, what);
      assert.deepEqual(
        [answer.json.error.code, answer.json.error.path],
        ['invalid_format', 'light[0].value'],
        what,
      );
    }
    const twice = { name: 'ink', value: '#fff' };
    refused(
      await presenter('POST', '/theme', { dark: [twice, twice] }),
      422,
      'duplicate_field',
      'dark[1].name',
    );
    refused(
      await presenter('POST', '/theme', { light: [{ name: 'x', value: '1' }] }),
      422,
      'unknown_field',
      'light[0].name',
    );
  });

  test('a guide is previewed, published, changed and taken back', async () => {
    const text = `# A bench\n\n\`\`\`needs\n2 boards\n- ${titleOf('canary-alder')}\n\`\`\`\n`;
    const wrong = text.replace('canary', 'cannery').replace('2 boards', 'Some\n2 boards');
    const preview = ok(await presenter('POST', '/guides/bench/preview', { markdown: wrong }));
    assert.equal(preview.guide, undefined);
    assert.deepEqual(
      preview.problems.map(({ line, code }) => [line, code]),
      [
        [4, 'invalid_format'],
        [6, 'unknown_product'],
      ],
    );
    refused(
      await presenter('POST', '/guides/bench', { markdown: wrong }),
      422,
      'invalid_format',
      'markdown:4',
    );
    assert.deepEqual(ok(await presenter('GET', '/guides')).guides, []);
    refused(
      await presenter('POST', '/guides/A_bench', { markdown: text }),
      422,
      'invalid_format',
      'name',
    );

    const { guide } = ok(await presenter('POST', '/guides/bench', { markdown: text }));
    assert.deepEqual([guide.name, guide.title, guide.needs.length], ['bench', 'A bench', 1]);
    const [entry] = ok(await presenter('GET', '/guides')).guides;
    assert.deepEqual([entry.name, entry.title, entry.needs], ['bench', 'A bench', 1]);
    assert.equal(ok(await presenter('GET', '/guides/bench')).markdown, text);
    const page = () => fetch(`${shop.url}/v1/sites/${shop.site_id}/guides/bench`);
    await until(
      async () => (await page()).ok,
      10_000,
      () => 'the guide',
    );
    ok(await presenter('POST', '/guides/bench', { markdown: '' }));
    refused(await presenter('GET', '/guides/bench'), 404, 'not_found', 'name');
    refused(await presenter('POST', '/guides/bench', { markdown: '' }), 404, 'not_found', 'name');
  });

  test('the sites of others are as if they were not there', async () => {
    const { api_key } = other;
    const at = `/v1/presenter/sites/${shop.site_id}`;
    for (const [method, path, body] of [
      ['GET', '/products'],
      ['GET', '/arrangement'],
      ['POST', '/arrangement', {}],
      ['GET', '/theme'],
      ['POST', '/theme', {}],
      ['GET', '/guides'],
      ['POST', '/guides/bench', { markdown: '# x' }],
      ['POST', '/guides/bench/preview', { markdown: '# x' }],
    ])
      refused(await call(api_key, method, at + path, body), 404, 'unknown_site', 'site_id');
  });
});
