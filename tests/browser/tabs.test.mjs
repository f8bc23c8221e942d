// One cart in all tabs of a browser, also after a reload.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  addButton,
  cards,
  cartCosts,
  cartHolds,
  customer,
  enter,
  fillIn,
  goods,
  openCart,
  openCheckout,
  openTown,
  showAll,
  visit,
} from './shop.mjs';

let town;
before(async () => (town = await openTown()));
after(() => town?.close());

test('two tabs hold the same cart', { timeout: 120_000 }, async () => {
  const { context, page: one, problems } = await visit(town.browser);
  const two = await context.newPage();
  await enter(one, town.demo.urls.blog);
  await enter(two, town.demo.urls.blog);
  await showAll(one);

  await addButton(one, goods.saw).click();
  await cartHolds(two, 1);
  await two.bringToFront();
  await showAll(two);
  await addButton(two, goods.saw).click();
  await addButton(two, goods.horn).click();
  await cartHolds(one, 3);

  await one.bringToFront();
  const drawer = await openCart(one);
  await cartCosts(drawer, '€75.70'); // two saws free of delivery, horn meal 9.90
  await two.reload();
  await cards(two).first().waitFor();
  await cartHolds(two, 3);

  // What is bought in one tab is gone from the other.
  const checkout = await openCheckout(drawer, one);
  await fillIn(checkout, customer);
  await checkout.getByRole('radio', { name: /^Pay on delivery/ }).check();
  await checkout.getByText('All changes saved').waitFor();
  await checkout.getByRole('button', { name: 'Order with obligation to pay' }).click();
  await checkout.getByText('Thank you. Your order is placed.').waitFor();
  await cartHolds(two, 0);
  assert.deepEqual(problems, []);
});
