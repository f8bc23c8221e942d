// One cart, several sellers of the same things: the ways to get them, and other sellers for what one rejects.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import {
  cents,
  enter,
  eventually,
  fillIn,
  openCart,
  openCheckout,
  openTown,
  shot,
  visit,
} from './shop.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe('things that several sellers have', { timeout: 300_000 }, () => {
  let town, page, drawer, key, scattered;
  before(async () => {
    town = await openTown();
    const { urls, site_id } = town.demo;
    key = `vitrine ${urls.server} ${site_id}`;
    const call = async (command, body) => {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
      const url = `${urls.server}/v1/sites/${site_id}/commands/${command}`;
      return (await fetch(url, init)).json();
    };
    const { products } = await call('catalog.products', { limit: 200 });
    const shared = [];
    for (const { id } of products.filter(({ seller_ids }) => seller_ids.length > 1)) {
      const { variants } = await call('catalog.product', { product_id: id });
      shared.push(...variants.map(({ offers }) => offers).filter((offers) => offers.length > 1));
    }
    // One after the other from other sellers, as if nobody had thought of delivery.
    scattered = shared.slice(0, 6).map((offers, index) => [offers[index % offers.length].id, 1]);
    ({ page } = await visit(town.browser));
    await enter(page, urls.blog);
    await fill(page);
    drawer = await openCart(page);
  });
  after(() => town?.close());

  const fill = async (page, lines = scattered) => {
    await page.evaluate(
      ([at, text]) => localStorage.setItem(at, text),
      [key, JSON.stringify(lines)],
    );
    await page.reload();
    await page.locator('vitrine-grid li').first().waitFor();
  };
  const total = async () => cents(await drawer.locator('.grand dd').innerText());
  const way = (name) => drawer.locator('.way', { hasText: name });

  test('the cheapest way says what it saves, and saves that', async () => {
    const before = await total();
    const cheapest = way(/cheapest/i);
    const saving = cents(await cheapest.locator('.saves').innerText());
    assert.ok(saving > 0);
    await cheapest.click();
    await eventually(async () => (await total()) === before - saving);
    assert.equal(await cheapest.getAttribute('aria-pressed'), 'true');
    await drawer.getByText('Some things now come from other sellers.').waitFor();
    await shot(page, 'ways');
  });

  test('why these sellers: beside it stand the ways that others would take', async () => {
    await drawer.getByText('Why these sellers?').click();
    await drawer.getByText('Each thing where it is cheapest').waitFor();
    await drawer.getByText('Proved: no combination is cheaper.').waitFor();
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate(() =>
      window.axe.run(document.querySelector('vitrine-store')),
    );
    assert.deepEqual(
      violations.map(({ id }) => id),
      [],
    );
  });

  test('what was changed can be undone', async () => {
    const now = await total();
    await drawer.locator('.ways').getByRole('button', { name: 'Undo' }).click();
    await eventually(async () => (await total()) > now);
  });

  test('a line can be kept with its seller, by keyboard', async () => {
    const keep = drawer.getByRole('button', { name: /^(Keep seller|Seller kept)/ }).first();
    await keep.focus();
    await page.keyboard.press('Enter');
    await eventually(async () => (await keep.getAttribute('aria-pressed')) === 'true');
    await keep.press('Enter');
    await eventually(async () => (await keep.getAttribute('aria-pressed')) === 'false');
  });

  test('it fits a narrow screen, dark and from right to left', async () => {
    const { page: narrow } = await visit(town.browser, {
      viewport: { width: 360, height: 800 },
      colorScheme: 'dark',
    });
    await enter(narrow, town.demo.urls.blog);
    await fill(narrow);
    await narrow.evaluate(() => (document.documentElement.dir = 'rtl'));
    const cart = await openCart(narrow);
    const ways = cart.locator('.ways');
    await ways.scrollIntoViewIfNeeded();
    const wide = await ways.evaluate((part) => part.scrollWidth > part.clientWidth);
    assert.equal(wide, false);
    await shot(narrow, 'ways-narrow-dark-rtl');
  });

  test('the checkout says that it could be had for less; a rejected part comes from another', async () => {
    const checkout = await openCheckout(drawer, page);
    await checkout.getByText('your cart shows how').waitFor();
    await fillIn(checkout);
    await checkout.getByRole('radio', { name: /^Invoice/ }).check();
    await checkout.getByText('All changes saved').waitFor();
    await checkout.getByRole('button', { name: 'Order with obligation to pay' }).click();
    const link = checkout.getByRole('link', { name: 'Open your order page' });
    const url = await link.getAttribute('href');
    const { page: order } = await visit(town.browser);
    await order.goto(url);
    const parts = order.locator('article');
    await parts.first().waitFor();
    const before = await parts.count();
    const [first] = await sellersOf(url);
    const seller = town.demo.sellers.find(({ id }) => id === first.seller_id);
    const answer = await fetch(`${town.demo.urls.server}/v1/seller/orders/${first.id}/reject`, {
      method: 'POST',
      headers: { authorization: `Bearer ${seller.api_key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'The shelf fell over' }),
    });
    assert.equal(answer.status, 200);
    await order.getByText('Others have these things').waitFor();
    await shot(order, 'replacement');
    await order.getByRole('button', { name: /^Order there/ }).click();
    await eventually(async () => (await parts.count()) > before);
    await order.getByText('Now ordered from').waitFor();
    await shot(order, 'replaced');
  });

  async function sellersOf(url) {
    const token = url.split('/').at(-1);
    return (await (await fetch(`${town.demo.urls.server}/v1/orders/${token}`)).json()).orders;
  }
});
