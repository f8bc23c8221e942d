// A server that goes away while people shop, and comes back.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  addButton,
  addVariant,
  cards,
  cartCosts,
  cartHolds,
  costs,
  customer,
  enter,
  fillIn,
  goods,
  openCart,
  openCheckout,
  openTown,
  shot,
  showAll,
  visit,
} from './shop.mjs';

describe('while the server is away', { timeout: 180_000 }, () => {
  let town, page, other, checkout;
  before(async () => {
    town = await openTown();
    ({ page } = await visit(town.browser));
    await enter(page, town.demo.urls.blog);
    await page.locator('vitrine-store h2').hover();
    await page.waitForLoadState('networkidle');

    ({ page: other } = await visit(town.browser));
    await enter(other, town.demo.urls.blog);
    await showAll(other);
    await addButton(other, goods.saw).click();
    checkout = await openCheckout(await openCart(other), other);
    await fillIn(checkout);
    // That all is saved also stands there before this last choice is sent.
    const sent = other.waitForResponse((response) =>
      response.request().postData()?.includes('"payment_method":"invoice"'),
    );
    await checkout.getByRole('radio', { name: /^Invoice/ }).check();
    await sent;
    await checkout.getByText('All changes saved').waitFor();

    await town.demo.server.kill('SIGKILL');
  });
  after(() => town?.close());

  test('the shop shows more goods, opens them, and prices the cart', async () => {
    await showAll(page);
    assert.ok((await cards(page).count()) > 40);
    await addButton(page, goods.saw).click();
    await cartHolds(page, 1);
    await addVariant(page, goods.soil, '40 l');
    const drawer = await openCart(page);
    await cartCosts(drawer, '€56.10'); // 32.90 + 4.90, 9.90 + 8.40
  });

  test('a checkout says that it could not be reached, and the cart is kept', async () => {
    await page.getByRole('button', { name: 'Checkout' }).click();
    await page.getByText('The checkout could not be reached.').waitFor();
    await shot(page, 'checkout-unreached');
    await cartHolds(page, 2).catch(() => assert.fail('the cart is not kept'));
  });

  test('an order under way says that nobody knows yet', async () => {
    await checkout.getByRole('button', { name: 'Order with obligation to pay' }).click();
    await checkout.getByText(/could not reach the shop/).waitFor({ timeout: 30_000 });
    assert.equal(await checkout.getByLabel('Full name').inputValue(), customer.name);
    await shot(other, 'checkout-outage');
  });

  test('a new visitor sees the page’s own text in the place of the shop', async () => {
    const { page: third } = await visit(town.browser);
    await third.goto(town.demo.urls.blog);
    await third.getByText('The shop needs JavaScript.').waitFor();
  });

  test('a tag that comes from a cache says that the shop is away', async () => {
    const { page: fourth } = await visit(town.browser);
    await fourth.route(/\/v1\/(vitrine\.js|grid\.wasm)/, (route) =>
      route.fulfill({
        path: `build/web${new URL(route.request().url()).pathname}`,
        headers: { 'access-control-allow-origin': '*' },
      }),
    );
    await fourth.goto(town.demo.urls.blog);
    await fourth.getByText('The shop could not be reached.').waitFor();
  });

  test('when it is back, both go on where they were', async () => {
    await town.demo.server.start();
    await page.getByRole('button', { name: 'Try again' }).click();
    await costs(page.frameLocator('vitrine-checkout iframe'), '€56.10');

    await checkout.getByRole('button', { name: 'Order with obligation to pay' }).click();
    await checkout.getByText('Thank you. Your order is placed.').waitFor();
    const orders = await town.demo.vitrine('order list');
    assert.equal(orders.match(/og_/g)?.length ?? orders.trim().split('\n').length, 1, orders);
  });

  test('a reload keeps the cart', async () => {
    await page.reload();
    await cards(page).first().waitFor();
    await cartHolds(page, 2);
    await cartCosts(await openCart(page), '€56.10');
  });
});
