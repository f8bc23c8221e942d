// Parts of the shop alone in a page, the page's own buttons, and what its scripts hear and can ask.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { goodsOf, openHost } from './host.mjs';
import {
  addButton,
  cards,
  cartCosts,
  cartHolds,
  cents,
  eventually,
  goods,
  openTown,
  shot,
  visit,
} from './shop.mjs';

let town, host, saw, soil, trellis;
before(async () => {
  town = await openTown();
  host = await openHost(town);
  const all = await goodsOf(town);
  [saw, soil, trellis] = [goods.saw, goods.soil, goods.trellis].map((title) => all[title]);
});
after(async () => {
  host?.close();
  await town?.close();
});

/** Opens a page with this body; the tag stands first unless said otherwise. */
async function open(path, body, { tag = host.tag, ...options } = {}) {
  const url = host.put(path, tag + body, options);
  const visited = await visit(town.browser);
  await visited.page.goto(url);
  return visited;
}

const drawer = (page) => page.locator('vitrine-cart dialog[open]');

describe('parts of a shop', { timeout: 240_000 }, () => {
  afterEach(async () => {
    for (const context of town.browser.contexts()) await context.close();
  });

  test('stand anywhere in a page, with one cart between them', async () => {
    const { page, problems } = await open(
      '/article',
      `<h1>Saws <vitrine-cart-button site="${host.site}">no scripts</vitrine-cart-button></h1>
       <p>It costs <vitrine-price offer="${saw.offer_id}">€??</vitrine-price>, soil is
       <vitrine-price product="${soil.id}"></vitrine-price>.</p>
       <vitrine-buy-button offer="${saw.offer_id}" quantity="2"><a href="#">Buy</a></vitrine-buy-button>
       <button id="plain" data-vitrine-add="${saw.offer_id}" data-vitrine-quantity="3">Three</button>
       <vitrine-product product="${soil.id}">A bag of soil</vitrine-product>
       <vitrine-cart inline></vitrine-cart>`,
    );
    await page.locator('vitrine-price').first().getByText('€32.90', { exact: true }).waitFor();
    await page.locator('vitrine-price').nth(1).getByText('from €5.90').waitFor();
    assert.equal(await page.locator('vitrine-price slot').count(), 0, 'the fallback is gone');

    await page.getByRole('button', { name: 'Add to cart' }).first().click();
    await cartHolds(page, 2);
    await page.locator('#plain').click();
    await cartHolds(page, 5);
    const inline = page.locator('vitrine-cart').first();
    await cartCosts(inline, '€164.50');

    const product = page.locator('vitrine-product section');
    await product.getByRole('radio', { name: '40 l' }).check();
    await product.getByRole('button', { name: 'Add to cart' }).click();
    await cartHolds(page, 6);
    await inline.locator('section.seller').nth(1).waitFor();
    await shot(page, 'parts', { fullPage: true });

    await page.locator('vitrine-cart-button button').click();
    await drawer(page).waitFor();
    assert.equal(await drawer(page).count(), 1);
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
    assert.deepEqual(problems, []);
  });

  test('are as wide as the page lets them be, and hidden where it hides them', async () => {
    const parts = [
      'grid',
      'product',
      'results',
      'search',
      'guide',
      'buy-button',
      'cart-button',
      'price',
    ];
    const tags = parts.map(
      (name) => `<vitrine-${name} site="${host.site}" offer="${saw.offer_id}"></vitrine-${name}>`,
    );
    const { page } = await open(
      '/column',
      `<style>main > * { max-width: 400px; margin-inline: auto }</style>
       <main>${tags.join('')}</main><div>${tags.join('').replaceAll('site=', 'hidden site=')}</div>`,
    );
    await cards(page).first().waitFor();
    const grid = await page.locator('main vitrine-grid').boundingBox();
    assert.equal(grid.width, 400);
    assert.equal(Math.round(grid.x), 440);
    assert.equal(await page.locator('div > [hidden]:visible').count(), 0);
  });

  test('of a site that sells in another currency than the page expects stay away, and say so', async () => {
    const { page, problems } = await open(
      '/francs',
      `<script>faults = []; document.addEventListener('vitrine:error', ({ target, detail }) =>
         faults.push([target.localName, detail.code, detail.path].join(' ')))</script>
       <vitrine-store site="${host.site}" currency="CHF"><p>Our shop</p></vitrine-store>
       <vitrine-price offer="${saw.offer_id}" currency="chf">CHF 30.–</vitrine-price>
       <vitrine-price id="right" offer="${saw.offer_id}" currency="EUR">…</vitrine-price>`,
    );
    await page.getByText('This shop sells in another currency').waitFor();
    await page.locator('#right').getByText('€32.90').waitFor();
    assert.ok(await page.getByText('Our shop').isVisible());
    assert.equal(await cards(page).count(), 0);
    assert.ok(await page.getByText('CHF 30.–').isVisible());
    const mismatch = 'currency_mismatch currency';
    assert.deepEqual((await page.evaluate(() => globalThis.faults)).sort(), [
      `vitrine-price ${mismatch}`,
      `vitrine-store ${mismatch}`,
    ]);
    assert.ok(problems.some((text) => text.includes('currency="CHF", but the site sells in EUR')));

    await page.locator('vitrine-store').evaluate((shop) => (shop.currency = 'EUR'));
    await cards(page).first().waitFor();
  });

  test('sell without a shop in the page', async () => {
    const { page } = await open(
      '/buttons',
      `<div data-vitrine-site="${host.site}">
       <a id="link" href="/nowhere" data-vitrine-add="${saw.offer_id}">A saw</a></div>
       <vitrine-cart></vitrine-cart><vitrine-cart-button></vitrine-cart-button>`,
    );
    await page.locator('vitrine-cart-button button').waitFor();
    await page.locator('#link').click();
    await cartHolds(page, 1);
    await page.locator('vitrine-cart-button button').click();
    await drawer(page).getByRole('button', { name: 'Checkout' }).click();
    const checkout = page.frameLocator('vitrine-checkout iframe');
    await checkout.getByRole('heading', { name: 'Checkout' }).waitFor();
    assert.equal(
      await page.locator('vitrine-store').count(),
      1,
      'what opens over the page has a place',
    );
    assert.equal(new URL(page.url()).pathname, '/buttons');
  });

  test('search, results and grid work together; a grid of its own shows what it is told', async () => {
    const { page } = await open(
      '/shelves',
      `<vitrine-search site="${host.site}"></vitrine-search>
       <vitrine-results><vitrine-grid id="shelf"></vitrine-grid></vitrine-results>
       <vitrine-grid id="larch" query="larch" limit="3"></vitrine-grid>
       <vitrine-grid id="cheap" filters="price_max=500; available" limit="6"></vitrine-grid>`,
    );
    const titles = (id) => page.locator(`#${id} h3`).allInnerTexts();
    await page.locator('#larch li').nth(2).waitFor();
    await page.locator('#cheap li').first().waitFor();
    await page.locator('#shelf li').first().waitFor();
    assert.ok((await titles('larch')).every((title) => /larch/i.test(title)));
    assert.equal(await page.locator('#larch li').count(), 3);
    for (const price of await page.locator('#cheap [part~=card-price]').allInnerTexts())
      assert.ok(cents(price) <= 500, price);
    await page.getByRole('searchbox').fill('screw');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /“screw”/ }).waitFor();
    assert.ok((await titles('shelf')).length < 10);
    assert.equal(await page.locator('#larch li').count(), 3);
    await shot(page, 'parts-search', { fullPage: true });
    await page.locator('#larch').evaluate((grid) => (grid.query = 'saw'));
    await eventually(async () => (await titles('larch'))[0] === goods.saw);
    assert.equal(await page.locator('#larch').getAttribute('query'), 'saw');
  });

  test('of several sites name their own, and carts never meet', async () => {
    const { vitrine } = town.demo;
    const settings = ['--settings', 'examples/demo/site.json', '--origin', host.origin];
    const other = JSON.parse(await vitrine('site add', ...settings));
    const manifest = `${town.demo.urls.server}/v1/sites/${other.id}/manifest.json`;
    await eventually(async () => (await fetch(manifest, { headers: { origin: host.origin } })).ok);
    const { page } = await open(
      '/two',
      `<vitrine-cart-button id="one" site="${host.site}"></vitrine-cart-button>
       <vitrine-cart-button id="two" site="${other.id}"></vitrine-cart-button>
       <vitrine-buy-button id="a" site="${host.site}" offer="${saw.offer_id}"></vitrine-buy-button>
       <vitrine-buy-button id="b" site="${other.id}" offer="${trellis.offer_id}" quantity="4"></vitrine-buy-button>`,
    );
    const badge = (id) => page.locator(`#${id} [part~=badge]`);
    await page.locator('#a button').click();
    await badge('one').getByText('1', { exact: true }).waitFor();
    await page.locator('#b button').click();
    await badge('two').getByText('4', { exact: true }).waitFor();
    assert.equal(await badge('one').innerText(), '1');
    await page.reload();
    await badge('two').getByText('4', { exact: true }).waitFor();
    await badge('one').getByText('1', { exact: true }).waitFor();
    await page.locator('#one').evaluate((button, site) => (button.site = site), other.id);
    await badge('one').getByText('4', { exact: true }).waitFor();
  });

  test('keep the country that the customer chose when others come with one', async () => {
    const { page } = await open(
      '/country',
      `<vitrine-cart site="${host.site}" inline country="at"></vitrine-cart>
       <vitrine-buy-button offer="${saw.offer_id}"></vitrine-buy-button>`,
    );
    await page.locator('vitrine-buy-button button').click();
    const country = page.getByLabel('Country');
    await country.waitFor();
    assert.equal(await country.inputValue(), 'AT');
    await country.selectOption('DE');
    await page.evaluate((site) => {
      const button = Object.assign(document.createElement('vitrine-cart-button'), { site });
      document.body.append(Object.assign(button, { country: 'AT' }));
    }, host.site);
    await cartHolds(page, 1);
    assert.equal(await country.inputValue(), 'DE');
  });

  test('deliver at first to the country of the language that the page names', async () => {
    const { page } = await open(
      '/region',
      `<vitrine-cart site="${host.site}" inline language="en-AT"></vitrine-cart>
       <vitrine-buy-button offer="${saw.offer_id}"></vitrine-buy-button>`,
    );
    await page.locator('vitrine-buy-button button').click();
    const country = page.getByLabel('Country');
    await country.waitFor();
    assert.equal(await country.inputValue(), 'AT');
  });
});

describe('a page’s own scripts', { timeout: 240_000 }, () => {
  let page;
  before(async () => {
    ({ page } = await open('/script', `<vitrine-store site="${host.site}"></vitrine-store>`));
    await page.waitForFunction(() => globalThis.vitrine);
    await page.evaluate(() => vitrine.ready);
  });

  test('set quantities, and are told what of a wish cannot be granted', async () => {
    const wanted = { lines: [{ offer_id: saw.offer_id, quantity: 2 }] };
    const answer = await page.evaluate((update) => vitrine.actions.updateCart(update), wanted);
    assert.deepEqual(answer.cart.line_items, wanted.lines);
    assert.deepEqual(answer.messages, []);
    assert.equal(answer.quote.totals.find(({ type }) => type === 'subtotal').amount, 6580);
    await cartHolds(page, 2);

    wanted.lines[0].quantity = 900_000;
    const declined = await page.evaluate((update) => vitrine.actions.updateCart(update), wanted);
    assert.deepEqual(
      declined.messages.map(({ code }) => code),
      ['out_of_stock'],
    );
    await page.evaluate(
      (id) => vitrine.actions.updateCart({ lines: [{ offer_id: id, quantity: 0 }] }),
      saw.offer_id,
    );
    await cartHolds(page, 0);
    const nothing = await page.evaluate(() => vitrine.actions.checkout());
    assert.equal(nothing.messages[0].code, 'empty_cart');
    assert.equal(await page.locator('vitrine-checkout iframe').count(), 0);
  });

  test('search and quote without changing the page', async () => {
    const found = await page.evaluate(() => vitrine.actions.search({ query: 'larch', limit: 2 }));
    assert.equal(found.hits.length, 2);
    assert.ok((await cards(page).count()) > 10);
    const quote = await page.evaluate(
      (id) =>
        vitrine.actions.quote({
          lines: [{ offer_id: id, quantity: 1 }],
          destination: { country: 'AT' },
        }),
      saw.offer_id,
    );
    assert.equal(quote.destination.country, 'AT');
    assert.equal((await page.evaluate(() => vitrine.actions.getCart())).cart.line_items.length, 0);
  });

  test('get a rejection for a request that is wrong', async () => {
    const failure = await page.evaluate(
      (id) =>
        vitrine.actions
          .updateCart({ lines: [{ offer_id: id, quantity: 2e9 }] })
          .catch((error) => ({ ...error, text: String(error) })),
      saw.offer_id,
    );
    assert.equal(failure.code, 'out_of_range');
    assert.match(failure.path, /line_items\[0\]\.quantity/);
  });

  test('open the cart, and hear of changes when they start, from the element that was pressed', async () => {
    await page.evaluate(() => {
      globalThis.heard = [];
      document.addEventListener('vitrine:cart:lines-update', async (event) => {
        const { lines, promise } = event.detail;
        const entry = { target: event.target.localName, lines, done: false };
        globalThis.heard.push(entry);
        entry.quantity = (await promise).cart.line_items[0].quantity;
        entry.done = true;
      });
    });
    await addButton(page, goods.saw).click();
    await cartHolds(page, 1);
    const [entry] = await eventually(async () => {
      const heard = await page.evaluate(() => globalThis.heard);
      return heard[0]?.done && heard;
    });
    assert.deepEqual(entry, {
      target: 'vitrine-store',
      lines: [{ offer_id: saw.offer_id, quantity: 1 }],
      quantity: 1,
      done: true,
    });
    await page.evaluate(() => vitrine.actions.openCart());
    await drawer(page).waitFor();
    await page.keyboard.press('Escape');
  });

  test('can have it all as GA4 events', async () => {
    await page.evaluate(() => {
      globalThis.sent = [];
      return vitrine
        .bridgeGa4((...event) => globalThis.sent.push(event))
        .then((stop) => (globalThis.stop = stop));
    });
    await page.evaluate(
      (id) => vitrine.actions.updateCart({ lines: [{ offer_id: id, quantity: 3 }] }),
      saw.offer_id,
    );
    await page.evaluate(
      (id) => vitrine.actions.updateCart({ lines: [{ offer_id: id, quantity: 1 }] }),
      saw.offer_id,
    );
    await page.evaluate(() => vitrine.actions.checkout());
    const item = { item_id: saw.offer_id, item_name: goods.saw, price: 32.9 };
    await eventually(async () => (await page.evaluate(() => globalThis.sent.length)) === 3);
    assert.deepEqual(await page.evaluate(() => globalThis.sent), [
      ['add_to_cart', { currency: 'EUR', value: 65.8, items: [{ ...item, quantity: 2 }] }],
      ['remove_from_cart', { currency: 'EUR', value: 65.8, items: [{ ...item, quantity: 2 }] }],
      ['begin_checkout', { currency: 'EUR', value: 32.9, items: [{ ...item, quantity: 1 }] }],
    ]);
  });
});
