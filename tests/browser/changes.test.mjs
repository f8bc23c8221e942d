// What a seller changes reaches the pages that are open.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  addButton,
  cards,
  cartHolds,
  enter,
  goods,
  openCart,
  openTown,
  shot,
  showAll,
  visit,
} from './shop.mjs';

const sku = 'SAW-24';

describe('an open page', { timeout: 180_000 }, () => {
  let town, page, problems, catalogues;
  before(async () => {
    town = await openTown();
    ({ page, problems } = await visit(town.browser));
    catalogues = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/catalogs/')) catalogues.push(request.url());
    });
    const following = page.waitForResponse(/\/changes\?after=/, { timeout: 60_000 });
    await enter(page, town.demo.urls.blog);
    await showAll(page);
    assert.equal((await following).status(), 200);
  });
  after(() => town?.close());

  const change = async (terms) => {
    const { api_key } = town.demo.sellers.find(({ slug }) => slug === 'eisenkontor');
    const answer = await fetch(`${town.demo.urls.server}/v1/seller/offers/${sku}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api_key}`, 'content-type': 'application/json' },
      body: JSON.stringify(terms),
    });
    assert.equal(answer.status, 200, await answer.text());
  };
  const saw = () => cards(page).filter({ hasText: goods.saw });

  test('shows a new price within two seconds, without the catalogue', async () => {
    await change({ price: 2950 });
    await saw().getByText('€29.50').waitFor({ timeout: 2000 });
    assert.equal(catalogues.length, 1, catalogues.join('\n'));
  });

  test('prices its cart anew and says politely which price changed', async () => {
    await addButton(page, goods.saw).click();
    await cartHolds(page, 1);
    const drawer = await openCart(page);
    await drawer.locator('.grand', { hasText: '€' }).waitFor();
    const told = drawer.getByRole('status').filter({ hasText: 'has changed' });
    assert.equal(await told.count(), 0);
    await change({ price: 3150 });
    await told.getByText(`The price of ${goods.saw} has changed from €29.50 to €31.50.`).waitFor({
      timeout: 2000,
    });
    await drawer.locator('.line', { hasText: goods.saw }).getByText('€31.50').first().waitFor();
    await shot(page, 'cart-repriced');
    await drawer.getByRole('button', { name: 'Close' }).click();
    await openCart(page);
    assert.equal(await told.count(), 0);
    await drawer.getByRole('button', { name: 'Close' }).click();
  });

  test('shows what is sold out, and that it is back', async () => {
    await change({ stock: 0 });
    await saw().getByText('Sold out').waitFor({ timeout: 2000 });
    await change({ stock: 5 });
    await addButton(page, goods.saw).waitFor({ timeout: 2000 });
  });

  test('is brought up to date when it is seen again', async () => {
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await change({ price: 2750 });
    await page.waitForTimeout(1000);
    assert.equal(await saw().getByText('€27.50').count(), 0);
    await page.evaluate(() => {
      delete document.hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await saw().getByText('€27.50').waitFor({ timeout: 2000 });
    assert.deepEqual(problems, []);
  });

  test('goes on as it is where the stream is blocked', async () => {
    const { context, page: alone, problems: faults } = await visit(town.browser);
    await context.route('**/changes?after=*', (route) => route.abort());
    const blocked = alone.waitForEvent('requestfailed');
    await enter(alone, town.demo.urls.blog);
    await blocked;
    await showAll(alone);
    await addButton(alone, goods.saw).click();
    await cartHolds(alone, 1);
    // The browser itself notes the failed request; the shop says nothing.
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('Failed to load resource')),
      [],
    );
    await context.close();
  });
});
