// What one more of a thing costs to deliver, on the cards.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  addButton,
  cards,
  cents,
  enter,
  goods,
  openCart,
  openTown,
  shot,
  showAll,
  visit,
} from './shop.mjs';

let town;
before(async () => (town = await openTown()));
after(() => town?.close());

const note = (page, title) =>
  cards(page).filter({ hasText: title }).locator('[part=card-delivery]');

test(
  'cards say what adding them does to the delivery, and it is so',
  { timeout: 120_000 },
  async () => {
    const { page, problems } = await visit(town.browser);
    await enter(page, town.demo.urls.blog);
    await page.getByText('Prices include VAT. Delivery is added.').waitFor();
    assert.equal(await page.locator('vitrine-grid [part=card-delivery]').count(), 0);
    await showAll(page);
    await addButton(page, goods.saw).click();
    await note(page, 'Spirit level')
      .getByText('+€0.00, fits Eisenkontor Havelufer’s parcel')
      .waitFor();
    await note(page, 'Spirit level')
      .getByText('€26.10 more from Eisenkontor Havelufer for free delivery')
      .waitFor();
    await page
      .getByText('Delivery is worked out for Germany. You can change the place in the cart.')
      .waitFor();
    await page.locator('vitrine-store').evaluate((shop) => shop.scrollIntoView());
    await shot(page, 'marginal');

    const promise = await note(page, goods.trellis).innerText();
    assert.match(promise, /^\+€[\d.]+ new parcel$/);
    const price = cents(
      await cards(page).filter({ hasText: goods.trellis }).locator('[part=card-price]').innerText(),
    );
    const before = await totalOf(page);
    await addButton(page, goods.trellis).click();
    await note(page, goods.trellis).getByText('fits Holzhof Wiesent’s parcel').waitFor();
    assert.equal((await totalOf(page)) - before, price + cents(promise));

    assert.deepEqual(problems, []);
  },
);

async function totalOf(page) {
  const drawer = await openCart(page);
  await drawer.locator('.sum[aria-busy=false]').waitFor();
  const total = cents(await drawer.locator('.grand').innerText());
  await drawer.getByRole('button', { name: 'Close' }).click();
  return total;
}
