// Pages as they were written when something was first published. The files in published/ never change: who pasted them
// then must never have to touch them.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { goodsOf, openHost } from './host.mjs';
import {
  addButton,
  cards,
  cartHolds,
  eventually,
  goods,
  openCart,
  openTown,
  visit,
} from './shop.mjs';

const folder = new URL('published/', import.meta.url);
const sums = {
  '2026-11-22-parts.html': '418e0886fb5ea5cc',
  '2026-11-22-tag.html': '574205f2c44e77cb',
  '2026-11-23-own-markup.html': '050502a8cd6c5cb4',
};

let town, host, saw;
before(async () => {
  town = await openTown();
  host = await openHost(town);
  saw = (await goodsOf(town))[goods.saw];
});
after(async () => {
  host?.close();
  await town?.close();
});

const read = (name) => readFileSync(new URL(name, folder), 'utf8');

/** The page with the ids of this town in the places that were left open. */
async function open(name) {
  const body = read(name)
    .replaceAll('https://shop.example', town.demo.urls.server)
    .replaceAll('site_…', host.site)
    .replaceAll('off_…', saw.offer_id)
    .replaceAll('pro_…', saw.id);
  const url = host.put(`/${name}`, body, { type: 'text/html; charset=utf-8' });
  const visited = await visit(town.browser);
  await visited.page.goto(url);
  return visited;
}

test('what was published has not been changed since', () => {
  const found = Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256').update(read(name)).digest('hex').slice(0, 16),
    ]),
  );
  assert.deepEqual(found, sums);
});

test('the first tag still brings a shop that sells', async () => {
  const { page, problems } = await open('2026-11-22-tag.html');
  await cards(page).first().waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await addButton(page, goods.saw).click();
  await cartHolds(page, 1);
  const drawer = await openCart(page);
  const button = drawer.getByRole('button', { name: 'Checkout' });
  const colour = await button.evaluate((each) => getComputedStyle(each).backgroundColor);
  assert.equal(colour, 'rgb(120, 20, 60)');
  await button.click();
  const checkout = page.frameLocator('vitrine-checkout iframe');
  await checkout.getByText(goods.saw).first().waitFor();
  assert.deepEqual(problems, []);
});

test('the first parts, events and calls still do what they did', async () => {
  const { page, problems } = await open('2026-11-22-parts.html');
  await page.locator('vitrine-price').getByText('€32.90', { exact: true }).waitFor();
  await page.locator('vitrine-product').getByRole('heading', { name: goods.saw }).waitFor();
  await cards(page).first().waitFor();
  assert.ok((await cards(page).count()) <= 6);
  await page.getByRole('button', { name: 'Take two' }).click();
  await cartHolds(page, 2);
  await page.locator('vitrine-buy-button').getByRole('button', { name: 'Add to cart' }).click();
  await cartHolds(page, 3);
  const line = (quantity) => [{ offer_id: saw.offer_id, quantity }];
  await eventually(async () => (await page.evaluate(() => told.length)) === 2);
  assert.deepEqual(await page.evaluate(() => told), [
    { lines: line(2), cart: line(2) },
    { lines: line(3), cart: line(3) },
  ]);

  const { found, changed, kept, elsewhere, refused } = await page.evaluate(
    (id) => calls(id),
    saw.offer_id,
  );
  assert.ok(found.total > 0 && found.hits[0].product.title && found.hits[0].product.price > 0);
  assert.deepEqual(changed.cart.line_items, line(2));
  assert.deepEqual(changed.messages, []);
  assert.deepEqual(kept.cart, changed.cart);
  const sum = (quote) => quote.totals.find(({ type }) => type === 'total').amount;
  assert.equal(sum(changed.quote), 6580);
  assert.equal(elsewhere.line_items[0].subtotal, 3290);
  assert.ok(sum(elsewhere) > 3290, 'with delivery to Austria');
  assert.equal(refused.messages[0].code, 'unknown_offer');
  const drawer = page.locator('vitrine-cart dialog[open]');
  await drawer.waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  const names = await page.evaluate(() => dataLayer.map((each) => each.event ?? each[1]));
  assert.ok(names.includes('remove_from_cart'), String(names));

  await page.getByRole('link', { name: 'By link' }).click();
  await page.getByRole('heading', { name: 'Checkout' }).waitFor();
  await page.getByText(goods.saw).first().waitFor();
  assert.deepEqual(problems, []);
});

test('own markup of 2026-11-23 shows and sells', { timeout: 60_000 }, async () => {
  const { page, problems } = await open('2026-11-23-own-markup.html');
  const card = page.locator('vitrine-grid > article').filter({ hasText: goods.saw });
  await card.getByText('€32.90').waitFor();
  await card.getByRole('button', { name: 'Take one' }).click();
  await card.getByText('1 in cart').waitFor();
  const variant = page.locator('vitrine-product > .variant');
  await variant.locator('vitrine-price').getByText('€32.90').waitFor();
  await variant.getByRole('button', { name: 'Add to cart' }).click();
  await card.getByText('2 in cart').waitFor();
  assert.match(await card.getByRole('link').getAttribute('href'), /\/buy\/off_\w+:1$/);
  assert.deepEqual(problems, []);
});
