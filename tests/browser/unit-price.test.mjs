// What a litre, a metre or a piece of something costs, wherever its price stands.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clean } from './axe.mjs';
import {
  addButton,
  cards,
  cartHolds,
  enter,
  eventually,
  fillIn,
  goods,
  openCart,
  openCheckout,
  openTown,
  shot,
  showAll,
  visit,
} from './shop.mjs';

let town;
before(async () => (town = await openTown()));
after(() => town?.close());

const card = (page, title) => cards(page).filter({ hasText: title });

test('stands on cards, in the product’s view for each choice, and in the cart', async () => {
  const { page, problems } = await visit(town.browser);
  await enter(page, town.demo.urls.blog);
  await showAll(page);
  await card(page, goods.horn).getByText('€3.96 / kg').waitFor();
  await card(page, 'Outdoor wood oil').getByText('€25.20 / l').waitFor();
  await card(page, 'Staples, stainless').getByText('€0.69 / 100 pieces').waitFor();
  assert.equal(await card(page, goods.saw).getByText(' / ').count(), 0);
  await card(page, goods.horn).scrollIntoViewIfNeeded();
  await shot(page, 'unit-price-cards');
  await clean(page, 'vitrine-grid');

  await page.getByRole('button', { name: 'Choose Outdoor wood oil' }).click();
  const view = page.locator('vitrine-product dialog[open]');
  await view.getByRole('radio', { name: '2.5 l' }).check();
  await view.getByText('€18.76 / l').waitFor();
  await shot(page, 'unit-price-product');
  await view.getByRole('button', { name: 'Add to cart' }).click();
  await view.getByRole('button', { name: 'Close' }).click();

  const drawer = await openCart(page);
  await drawer.locator('.line', { hasText: 'Outdoor wood oil' }).getByText('€18.76 / l').waitFor();
  await shot(page, 'unit-price-cart');
  await clean(page, 'vitrine-cart');
  assert.deepEqual(problems, []);
});

test('stands beside a price alone in the page', async () => {
  const { page, problems } = await visit(town.browser);
  await enter(page, town.demo.urls.blog);
  await page.evaluate(async (title) => {
    const { hits } = await window.vitrine.actions.search({ query: title });
    const price = document.createElement('vitrine-price');
    price.product = hits[0].product_id;
    document.querySelector('vitrine-store').before(price);
  }, goods.horn);
  await page.locator('vitrine-price [part~=price]', { hasText: '€9.90' }).waitFor();
  await page.locator('vitrine-price [part~=unit-price]', { hasText: '€3.96 / kg' }).waitFor();
  assert.deepEqual(problems, []);
});

test('stands in the checkout, its confirmation and on the order page, in the page’s language', async () => {
  const { page, problems } = await visit(town.browser);
  await enter(page, town.demo.urls.blog);
  await showAll(page);
  await addButton(page, goods.saw).click();
  await cartHolds(page, 1);
  await addButton(page, goods.horn).click();
  await cartHolds(page, 2);
  const checkout = await openCheckout(await openCart(page), page);
  const line = (place) => place.locator('.line', { hasText: goods.horn });
  await line(checkout).getByText('€3.96 / kg').waitFor();
  assert.equal(await checkout.getByText(' / kg').count(), 1);
  await fillIn(checkout);
  await checkout.getByRole('radio', { name: /^Invoice/ }).check();
  await checkout.getByText('All changes saved').waitFor();
  await shot(page, 'unit-price-checkout');
  await checkout.getByRole('button', { name: 'Order with obligation to pay' }).click();
  const confirmation = checkout.locator('.confirmation');
  await line(confirmation).getByText('€3.96 / kg').waitFor();
  const url = await confirmation
    .getByRole('link', { name: /^Open your order/ })
    .getAttribute('href');
  for (const [language, text] of [
    ['en', '€3.96 / kg'],
    ['fr', '3,96 € / kg'],
    ['ar', /\/ كغم/],
  ]) {
    // A fragment alone loads nothing anew.
    await page.goto('about:blank');
    await page.goto(url.replace(/#.*/, `#language=${language}`));
    await line(page).getByText(text).waitFor();
    await clean(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await shot(page, `unit-price-order-${language}`);
  }
  assert.deepEqual(problems, []);
});

test('follows the price while a page is open', async () => {
  const { page } = await visit(town.browser);
  const following = page.waitForResponse(/\/changes\?after=/, { timeout: 60_000 });
  await enter(page, town.demo.urls.blog);
  await showAll(page);
  await following;
  await card(page, goods.horn).getByText('€3.96 / kg').waitFor();
  const { api_key } = town.demo.sellers.find(({ slug }) => slug === 'krume-keim');
  const answer = await fetch(`${town.demo.urls.server}/v1/seller/offers/HORN`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api_key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ price: 1001 }),
  });
  assert.equal(answer.status, 200);
  await card(page, goods.horn).getByText('€4.00 / kg').waitFor({ timeout: 3000 });
  await addButton(page, goods.horn).click();
  await cartHolds(page, 1);
  await (await openCart(page)).getByText('€4.00 / kg').waitFor();
});

test('is told in Arabic from right to left, in a narrow dark page', async () => {
  const { page } = await visit(town.browser, {
    viewport: { width: 360, height: 800 },
    colorScheme: 'dark',
    locale: 'ar',
  });
  await page.goto(town.demo.urls.blog);
  await page.evaluate(() => {
    const store = document.querySelector('vitrine-store');
    store.language = 'ar';
    store.theme = 'dark';
  });
  const oil = cards(page).filter({ hasText: 'Outdoor wood oil' });
  await cards(page).first().waitFor();
  const more = page.locator('vitrine-grid .more button');
  while ((await oil.count()) === 0) await more.click();
  await oil.locator('.unit').waitFor();
  assert.match(await oil.locator('.unit').textContent(), / \/ ل/);
  await oil.scrollIntoViewIfNeeded();
  await shot(page, 'unit-price-ar');
  await eventually(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});
