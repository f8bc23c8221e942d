// What axe-core finds against WCAG 2.2 AA, view by view, light and dark.
import { after, before, describe, test } from 'node:test';
import { clean } from './axe.mjs';
import {
  cartButton,
  cartCosts,
  enter,
  fillCart,
  fillIn,
  openCart,
  openCheckout,
  openTown,
  visit,
} from './shop.mjs';

describe('axe-core finds nothing', { timeout: 300_000 }, () => {
  let town;
  before(async () => (town = await openTown()));
  after(() => town?.close());

  for (const colorScheme of ['light', 'dark']) {
    describe(`on a ${colorScheme} page`, () => {
      let context, page, drawer, checkout, inner;
      before(async () => {
        ({ context, page } = await visit(town.browser, { colorScheme }));
        await enter(page, town.demo.urls.blog);
      });
      after(() => context?.close());

      test('in the article with the grid', () => clean(page));

      test('in the suggestions of the search', async () => {
        await page.getByLabel('Search the shop').fill('larch boa');
        await page.locator('vitrine-search [role=option]').first().waitFor();
        await page.keyboard.press('ArrowDown');
        await clean(page);
      });

      test('in what was found, beside its filters', async () => {
        await page.getByLabel('Search the shop').press('Escape');
        await page.getByLabel('Search the shop').press('Enter');
        await page
          .locator('vitrine-results aside')
          .getByRole('checkbox', { name: /^Timber › Boards/ })
          .check();
        await page.getByRole('button', { name: 'Remove filter: Timber › Boards' }).waitFor();
        await clean(page);
      });

      test('in the sheet of filters on a narrow page', async () => {
        await page.setViewportSize({ width: 360, height: 740 });
        await page.getByRole('button', { name: /^Filters/ }).click();
        await page.getByRole('dialog', { name: 'Filters' }).waitFor();
        await clean(page, 'vitrine-results');
        await page.keyboard.press('Escape');
        await page.setViewportSize({ width: 1280, height: 900 });
      });

      test('where nothing is found', async () => {
        await page.getByLabel('Search the shop').fill('larch trousers');
        await page.getByLabel('Search the shop').press('Enter');
        await page.getByText('Nothing found for “larch trousers”').last().waitFor();
        await clean(page);
        await page.getByRole('button', { name: 'Show everything' }).click();
        await page.getByRole('button', { name: 'Choose Raised-bed soil' }).waitFor();
      });

      test('in the view of a product', async () => {
        await page.getByRole('button', { name: 'Choose Raised-bed soil' }).click();
        const view = page.locator('vitrine-product dialog[open]');
        await view.getByRole('button', { name: 'Add to cart' }).waitFor();
        await clean(page, 'vitrine-product');
        await view.getByRole('button', { name: 'Close' }).click();
      });

      test('in the empty cart', async () => {
        await cartButton(page).click();
        const empty = page.locator('vitrine-cart dialog[open]');
        await empty.getByText('Your cart is empty').waitFor();
        await clean(page, 'vitrine-cart');
        await empty.getByRole('button', { name: 'Close' }).click();
      });

      test('in the cart of three sellers', async () => {
        await fillCart(page);
        drawer = await openCart(page);
        await cartCosts(drawer, '€135.00');
        await clean(page, 'vitrine-cart');
      });

      test('in the checkout, with what is missing told', async () => {
        checkout = await openCheckout(drawer, page);
        inner = page.frames().find((each) => each !== page.mainFrame());
        await clean(inner);
        await order(checkout).click();
        await checkout.getByText('Enter your name.').first().waitFor();
        await clean(inner);
      });

      test('in the confirmation', async () => {
        await fillIn(checkout);
        await checkout.getByRole('radio', { name: /^Invoice/ }).check();
        await order(checkout).click();
        await checkout.getByText('Thank you. Your order is placed.').waitFor();
        await clean(inner);
      });

      test('in the order page', async () => {
        const link = checkout.getByRole('link', { name: /^Open your order page/ });
        const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
        await opened.getByRole('heading', { name: 'Your order' }).waitFor();
        await clean(opened.mainFrame());
      });
    });
  }
});

const order = (checkout) => checkout.getByRole('button', { name: 'Order with obligation to pay' });
