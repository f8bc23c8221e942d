// Goods in the page's own markup: a `<template>`, cloned for each of them, whose marked places follow the shop.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../scripts/browser.mjs';
import { clean } from './axe.mjs';
import { goodsOf, openHost } from './host.mjs';
import { cartHolds, eventually, goods, openTown, visit } from './shop.mjs';

let town, host, all;
before(async () => {
  town = await openTown();
  host = await openHost(town);
  all = await goodsOf(town);
});
after(async () => {
  host?.close();
  await town?.close();
});

/** Opens a tab for a page with this body, which notes the faults it is told and what moves by itself. */
async function open(path, body, options) {
  const visited = await visit(town.browser);
  const warnings = [];
  visited.page.on('console', (line) => line.type() === 'warning' && warnings.push(line.text()));
  await visited.page.addInitScript(() => {
    globalThis.faults = [];
    globalThis.shifts = [];
    document.addEventListener('vitrine:error', ({ detail }) => globalThis.faults.push(detail));
    new PerformanceObserver((list) => {
      globalThis.shifts.push(...list.getEntries().map(({ value }) => value));
    }).observe({
      type: 'layout-shift',
      buffered: true,
    });
  });
  const url = host.put(path, `${host.tag}<main><h1>A page</h1>${body}</main>`, options);
  return { ...visited, url, warnings };
}

const cell = `<div class="cell">
  <h2 data-vitrine-text="title"></h2><b data-vitrine-text="price"></b> <i data-vitrine-text="unit_price"></i>
  <img data-vitrine-src="image" data-vitrine-alt="title" sizes="96px" width="96" height="96">
  <p data-vitrine-if="in_cart" data-vitrine-text="in_cart"></p>
  <button data-vitrine-if="choices" data-vitrine-view>Sizes of <span data-vitrine-text="title"></span></button>
  <button data-vitrine-if="!choices" data-vitrine-add>Take <span data-vitrine-text="title"></span></button>
  <a data-vitrine-href="link">At once</a></div>`;

describe('the page’s own markup', { timeout: 240_000 }, () => {
  afterEach(async () => {
    for (const context of town.browser.contexts()) await context.close();
  });

  test('stands for each card of a grid, sells, opens products and follows the cart', async () => {
    const { page, url, problems, warnings } = await open(
      '/grid',
      `<style>.cell { outline: 3px solid red; min-block-size: 300px }</style>
       <vitrine-grid site="${host.site}" query="saw" style="display: block; min-block-size: 400px">
       <p>Come back with scripts</p><template>${cell}</template></vitrine-grid>`,
    );
    await page.goto(url);
    const saw = page.locator('vitrine-grid > .cell').filter({ hasText: goods.saw });
    await saw.getByText('€32.90').waitFor();
    assert.equal(await saw.evaluate((node) => getComputedStyle(node).outlineStyle), 'solid');
    assert.equal(await page.getByText('Come back with scripts').isVisible(), false);
    const picture = saw.getByRole('img', { name: goods.saw });
    assert.ok(await picture.evaluate((image) => image.src.startsWith('http')));
    const { offer_id, id } = all[goods.saw];
    const link = await saw.getByRole('link').getAttribute('href');
    assert.ok(link.endsWith(`/buy/${offer_id}:1`), link);

    await page.waitForLoadState('networkidle');
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
    const button = saw.getByRole('button', { name: `Take ${goods.saw}` });
    await button.focus();
    await page.keyboard.press('Enter');
    await saw.getByText('1 in cart').waitFor();
    assert.ok(await button.evaluate((node) => node === document.activeElement), 'the focus stays');
    await page.keyboard.press('Enter');
    await saw.getByText('2 in cart').waitFor();
    assert.equal(await page.locator(`[slot="vitrine-${id}"]`).count(), 1, 'no second clone');
    await clean(page);

    const grid = page.locator('vitrine-grid');
    await grid.evaluate((node) => (node.query = 'soil'));
    await grid.getByRole('button', { name: `Sizes of ${goods.soil}` }).click();
    const view = page.locator('vitrine-product dialog[open]');
    await view.getByRole('radio', { name: '40 l' }).waitFor();
    assert.equal(await saw.count(), 0, 'what is not found any more is gone');
    assert.deepEqual([problems, warnings], [[], []]);
  });

  test('lists the variants, offers and pictures of a product, and follows a changed price', async () => {
    const { page, url, problems } = await open(
      '/product',
      `<vitrine-product site="${host.site}" product="${all[goods.soil].id}"><template>
       <h2 data-vitrine-text="title"></h2><p data-vitrine-text="description"></p>
       <template data-vitrine-each="variants"><section class="variant">
         <h3 data-vitrine-text="options"></h3><vitrine-price></vitrine-price>
         <template data-vitrine-each="offers"><p><span data-vitrine-text="seller"></span>:
           <b data-vitrine-text="price"></b></p></template>
         <vitrine-buy-button></vitrine-buy-button></section></template>
       <template data-vitrine-each="images"><img data-vitrine-src="image" alt="" width="96" height="96"></template>
       </template></vitrine-product><vitrine-cart-button></vitrine-cart-button>`,
    );
    const following = page.waitForResponse(/\/changes\?after=/, { timeout: 60_000 });
    await page.goto(url);
    const large = page.locator('vitrine-product > .variant').filter({ hasText: '40 l' });
    await large.locator('vitrine-price').getByText('€9.90').waitFor();
    await large.getByText('Krume & Keim: €9.90').waitFor();
    assert.equal(await page.locator('vitrine-product > .variant').count(), 2);
    assert.ok((await page.locator('vitrine-product > img').count()) > 0);
    await large.getByRole('button', { name: 'Add to cart' }).click();
    await cartHolds(page, 1);

    await following;
    const { api_key } = town.demo.sellers.find(({ slug }) => slug === 'krume-keim');
    const server = town.demo.urls.server;
    const headers = { authorization: `Bearer ${api_key}`, 'content-type': 'application/json' };
    const { offers } = await (await fetch(`${server}/v1/seller/offers`, { headers })).json();
    const { sku } = offers.find(({ title, price }) => title === goods.soil && price === 990);
    const set = (price) =>
      fetch(`${server}/v1/seller/offers/${sku}`, {
        ...{ method: 'POST', headers, body: JSON.stringify({ price }) },
      });
    await set(1011);
    await large.getByText('Krume & Keim: €10.11').waitFor();
    await large.locator('vitrine-price').getByText('€10.11').waitFor();
    await set(990);
    await large.getByText('Krume & Keim: €9.90').waitFor();
    assert.deepEqual(problems, []);
  });

  test('lets a variant be chosen by buttons, radio buttons or a list, and follows the choice', async () => {
    const price = `<template data-vitrine-each="chosen"><b class="now" data-vitrine-text="price"></b>
      <p data-vitrine-text="options"></p><button data-vitrine-add>Take it</button></template>`;
    const kinds = {
      button: `<template data-vitrine-each="values"><button class="value" data-vitrine-choose
        data-vitrine-text="value"></button></template>`,
      radio: `<template data-vitrine-each="values"><label><input type="radio" data-vitrine-choose>
        <span data-vitrine-text="value"></span></label></template>`,
      select: `<select data-vitrine-choose data-vitrine-aria-label="name"><template data-vitrine-each="values">
        <option data-vitrine-text="value"></option></template></select>`,
    };
    const views = Object.entries(kinds).map(
      ([
        kind,
        markup,
      ]) => `<vitrine-product id="${kind}" site="${host.site}" product="${all[goods.soil].id}">
        <template><h2 data-vitrine-text="title"></h2><template data-vitrine-each="options">
        <p class="option"><span data-vitrine-text="name"></span>: <i data-vitrine-text="value"></i></p>${markup}
        </template>${price}</template></vitrine-product>`,
    );
    const { page, url, problems, warnings } = await open('/choose', views.join(''));
    await page.goto(url);
    for (const kind of Object.keys(kinds)) {
      const view = page.locator(`#${kind}`);
      await view.getByText('Size: 20 l').waitFor();
      await view.locator('.now', { hasText: '€5.90' }).waitFor();
      if (kind === 'button') {
        const large = view.getByRole('button', { name: '40 l', pressed: false });
        await large.focus();
        await page.keyboard.press('Enter');
        const pressed = view.getByRole('button', { name: '40 l', pressed: true });
        await pressed.waitFor();
        assert.ok(await pressed.evaluate((node) => node === document.activeElement));
      } else if (kind === 'radio') {
        assert.ok(await view.getByRole('radio', { name: '20 l' }).isChecked());
        await view.getByRole('radio', { name: '20 l' }).focus();
        await page.keyboard.press('ArrowDown');
        assert.ok(await view.getByRole('radio', { name: '40 l' }).isChecked());
      } else {
        const list = view.getByRole('combobox', { name: 'Size' });
        assert.equal(await list.inputValue(), '20 l');
        await list.selectOption('40 l');
      }
      await view.locator('.now', { hasText: '€9.90' }).waitFor();
      await view.getByText('Size: 40 l').waitFor();
    }
    await clean(page, '#select');
    await page.locator('#select').getByRole('button', { name: 'Take it' }).click();
    await eventually(async () => {
      const lines = await page.evaluate(
        async () => (await vitrine.actions.getCart()).cart.line_items,
      );
      return lines.length === 1 && lines[0].quantity === 1;
    });
    const link = await page.locator('#select [data-vitrine-add]').getAttribute('data-vitrine-add');
    const [line] = await page.evaluate(
      async () => (await vitrine.actions.getCart()).cart.line_items,
    );
    assert.equal(line.offer_id, link, 'what was chosen, not what was first');
    assert.notEqual(link, all[goods.soil].offer_id);
    assert.deepEqual([problems, warnings], [[], []]);
  });

  test('stands for the cards of a whole shop, with “Show more” and the search', async () => {
    const { page, url, problems } = await open(
      '/store',
      `<vitrine-store site="${host.site}"><template>${cell}</template></vitrine-store>`,
    );
    await page.goto(url);
    const cells = page.locator('vitrine-store > .cell');
    await cells.nth(23).waitFor();
    assert.equal(await cells.count(), 24);
    await page.getByRole('button', { name: 'Show more' }).click();
    await cells.nth(24).waitFor();
    await page.getByRole('searchbox').fill('larch powt');
    await page.keyboard.press('Enter');
    await eventually(async () => (await cells.count()) < 24);
    assert.ok((await cells.first().innerText()).includes('Larch post'));
    // Away and back: the same clones.
    await cells
      .first()
      .getByRole('button', { name: /^Sizes of/ })
      .click();
    await page.locator('vitrine-product dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    const count = await cells.count();
    await page.evaluate(() => {
      const shop = document.querySelector('vitrine-store');
      for (let i = 0; i < 20; ++i) {
        const parent = shop.parentNode;
        shop.remove();
        parent.append(shop);
      }
    });
    await cells.first().getByRole('link').waitFor();
    assert.equal(await cells.count(), count);
    assert.deepEqual(problems, []);
  });

  test('may be made node by node, as frameworks do', async () => {
    const { page, url, problems, warnings } = await open('/nodes', '<div id="root"></div>');
    await page.goto(url);
    await page.evaluate(
      ([site, product]) => {
        const make = (name, attributes, ...children) => {
          const element = document.createElement(name);
          for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
          element.append(...children);
          return element;
        };
        const row = make(
          'p',
          { class: 'row' },
          make('b', { 'data-vitrine-text': 'options' }),
          make('button', { 'data-vitrine-add': '' }, 'Take'),
        );
        const each = make('template', { 'data-vitrine-each': 'variants' }, row);
        const title = make('h2', { 'data-vitrine-text': 'title' });
        const view = make('vitrine-product', { site, product }, make('template', {}, title, each));
        document.querySelector('#root').append(view);
      },
      [host.site, all[goods.soil].id],
    );
    await page.getByRole('heading', { name: goods.soil }).waitFor();
    const rows = page.locator('vitrine-product > .row');
    assert.deepEqual(await rows.locator('b').allInnerTexts(), ['20 l', '40 l']);
    await rows.last().getByRole('button').click();
    await eventually(() =>
      page.evaluate(async () => (await vitrine.actions.getCart()).cart.line_items.length === 1),
    );
    assert.deepEqual([problems, warnings], [[], []]);
  });

  test('says which names mean nothing, once, and leaves the rest standing', async () => {
    const { page, url, warnings } = await open(
      '/names',
      `<vitrine-grid site="${host.site}" limit="3"><template><div class="cell">
       <h2 data-vitrine-text="title"></h2><p data-vitrine-text="titel"></p><p data-vitrine-if="!new"></p>
       <a data-vitrine-href="title">x</a><i data-vitrine-text="constructor"></i><b data-vitrine-colour="price"></b>
       <template data-vitrine-each="variants">v</template></div></template></vitrine-grid>`,
    );
    await page.goto(url);
    await page.locator('.cell h2', { hasText: /\w/ }).nth(2).waitFor();
    const faults = await page.evaluate(() => globalThis.faults);
    assert.deepEqual(
      faults.map(({ code, path }) => `${code} ${path}`).sort(),
      [
        'data-vitrine-colour="price"',
        'data-vitrine-each="variants"',
        'data-vitrine-href="title"',
        'data-vitrine-if="!new"',
        'data-vitrine-text="constructor"',
        'data-vitrine-text="titel"',
      ].map((path) => `unknown_field ${path}`),
    );
    assert.equal(warnings.length, 6);
    assert.match(
      warnings.find((text) => text.includes('titel')),
      /Known: id, title, brand/,
    );
    assert.match(
      warnings.find((text) => text.includes('-href="')),
      /Known: image, link/,
    );
    assert.equal(await page.locator('.cell a[href]').count(), 0);
  });

  test('takes what sellers write for text and never for an address that runs', async () => {
    const { page, url, problems } = await open(
      '/hostile',
      `<vitrine-store site="${host.site}"><template>${cell}</template></vitrine-store>`,
    );
    const markup =
      '<img src=x onerror="globalThis.taken = true"></h2><script>taken = true</script>';
    await page.route('**/manifest.json', async (route) => {
      const answer = await route.fetch();
      const manifest = await answer.json();
      Object.assign(manifest.shelf.products[0], { title: markup, image: 'javascript:taken=true' });
      await route.fulfill({ response: answer, json: manifest });
    });
    await page.goto(url);
    const first = page.locator('.cell').first();
    await first.getByRole('heading', { name: markup }).waitFor();
    assert.equal(await first.locator('img').getAttribute('src'), null);
    assert.equal(await page.evaluate(() => globalThis.taken), undefined);
    assert.deepEqual(problems, []);
  });

  test('stands in a page whose old libraries have put others in the place of the browser’s functions', async () => {
    const old = `<script>
      Array.prototype.entries = function () { return [].concat(this) };
      Array.prototype.reduce = function () { return this[0] };
      Array.from = function (list) { var all = [], n = list.length || 0; while (n--) all[n] = list[n]; return all };
      Element.prototype.remove = function () { this.parentNode.removeChild(this); return this };
      Element.prototype.update = Element.prototype.replace = function () {};
      Function.prototype.bind = function () { var run = this, given = [].slice.call(arguments), self = given.shift();
        return function () { return run.apply(self, given.concat([].slice.call(arguments))) } };</script>`;
    const { page, url, problems } = await open(
      '/old',
      `<vitrine-grid site="${host.site}" query="saw"><template>${cell}</template></vitrine-grid>`,
      { head: old },
    );
    await page.goto(url);
    const saw = page.locator('.cell').filter({ hasText: goods.saw });
    await saw.getByRole('button').click();
    await saw.getByText('1 in cart').waitFor();
    assert.deepEqual(problems, []);
  });

  test('gives way to ours where what clones it cannot be had', async () => {
    const { page, url } = await open(
      '/without',
      `<vitrine-store site="${host.site}"><template>${cell}</template></vitrine-store>
       <vitrine-product site="${host.site}" product="${all[goods.soil].id}"><template>${cell}</template></vitrine-product>`,
    );
    await page.route(/\/draw-\w+\.js$/, (route) => route.abort());
    await page.goto(url);
    await page.locator('vitrine-store > .cell').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `Add ${goods.saw} to the cart` }).click();
    await page.locator('section').getByRole('radio', { name: '40 l' }).waitFor();
    await cartHolds(page, 1);
  });

  test('costs a page without a template nothing', async () => {
    const { page, url } = await open('/none', `<vitrine-grid site="${host.site}"></vitrine-grid>`);
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(url);
    await page.locator('vitrine-grid li').first().waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(
      asked.filter((path) => path.includes('draw')),
      [],
    );
  });
});

const policy = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
const example = `<vitrine-grid query="saw"><template>${cell}</template></vitrine-grid>`;

/** The example under the policy that the docs recommend. */
function strictPage() {
  const { server } = town.demo.urls;
  const [, rules] = /Content-Security-Policy:\n([^`]*)```/.exec(policy);
  const meta = rules.replace(/\s+/g, ' ').replaceAll('https://shop.example', server).trim();
  return host.put('/strict', `<div data-vitrine-site="${host.site}">${host.tag}${example}</div>`, {
    head: `<meta http-equiv="Content-Security-Policy" content="${meta}">`,
  });
}

test('works under the strictest policy', { timeout: 60_000 }, async () => {
  const { page, problems } = await visit(town.browser);
  await page.goto(strictPage());
  await page.locator('.cell').getByRole('button', { name: /^Take/ }).first().click();
  await page.getByText('1 in cart').first().waitFor();
  assert.deepEqual(problems, []);
});

const firefox = findFirefox();
test(
  'works in Firefox',
  { timeout: 120_000, skip: firefox ? false : 'no Firefox is installed' },
  async () => {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox });
    try {
      const page = await browser.newPage();
      await page.goto(strictPage());
      await page.waitForFunction(() => document.querySelector('.cell [data-vitrine-add^="off_"]'));
      await page.evaluate(() => document.querySelector('.cell [data-vitrine-add]').click());
      await page.waitForFunction(() =>
        document.querySelector('.cell p')?.textContent.includes('1'),
      );
    } finally {
      await browser.close();
    }
  },
);
