// Without scripts a page keeps what stands between the tags and a product its page; with them nothing moves.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clean } from './axe.mjs';
import { goodsOf, openHost } from './host.mjs';
import { cards, cartHolds, costs, goods, openTown, shot, visit } from './shop.mjs';

let town, host, all, fallback, pageOf;
before(async () => {
  town = await openTown();
  host = await openHost(town);
  all = await goodsOf(town);
  const { server } = town.demo.urls;
  fallback = await (await fetch(`${server}/v1/sites/${host.site}/fallback.html`)).text();
  pageOf = (title) => `${server}/sites/${host.site}/products/${all[title].id}`;
});
after(async () => {
  host?.close();
  await town?.close();
});

const shop = () => `<vitrine-store site="${host.site}">\n${fallback}</vitrine-store>`;
const text = '<p>Text below the shop, which a reader may be reading.</p>'.repeat(5);

test('leads from the shelf to a product and its checkout', { timeout: 60_000 }, async () => {
  const { page, context } = await visit(town.browser, { javaScriptEnabled: false });
  await page.goto(host.put('/bare', `${host.tag}<h1>A page</h1>${shop()}${text}`));
  assert.equal(await page.locator('vitrine-store a').count(), 24);
  await page.locator('vitrine-store a', { hasText: goods.soil }).click();
  await page.getByRole('heading', { name: goods.soil }).waitFor();
  await page.getByRole('row', { name: /40 l Krume & Keim €9.90/ }).waitFor();
  await shot(page, 'product-page-bare');
  const buy = page.getByRole('row', { name: /40 l/ }).getByRole('link', { name: 'Buy' }).first();
  const link = await buy.getAttribute('href');
  const answer = await fetch(link, { redirect: 'manual' });
  assert.match(answer.headers.get('location'), /\/checkout\/site_\w+#lines=off_\w+:1&/);
  await context.close();
});

test('the widget takes the place of a product’s page and sells', { timeout: 90_000 }, async () => {
  const { page, problems, context } = await visit(town.browser);
  await page.goto(pageOf(goods.soil));
  const view = page.locator('vitrine-product');
  await view.getByRole('radio', { name: '40 l' }).check();
  assert.equal(await page.getByRole('row').count(), 0);
  assert.equal(await page.locator('script[type="application/ld+json"]').count(), 1);
  await page.waitForLoadState('networkidle');
  await clean(page);
  await shot(page, 'product-page');
  await view.getByRole('button', { name: 'Add to cart' }).click();
  await cartHolds(page, 1);
  await page.locator('vitrine-cart-button').getByRole('button').click();
  const drawer = page.locator('vitrine-cart dialog[open]');
  await drawer.getByRole('button', { name: 'Checkout' }).click();
  const checkout = page.frameLocator('vitrine-checkout iframe');
  await costs(checkout, '€');
  assert.deepEqual(problems, []);
  await context.close();
});

test(
  'nothing moves where the fallback gives way, though no height was kept',
  { timeout: 90_000 },
  async () => {
    const { page, context } = await visit(town.browser);
    await page.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries())
          globalThis.shifts.push([shift.value, ...shift.sources.map(({ node }) => node?.nodeName)]);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const url = host.put('/kept', `${host.tag}<h1>A page</h1>${shop()}${text}`);
    for (const size of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await page.goto(url);
      await cards(page).first().waitFor();
      assert.equal(await page.locator('vitrine-store > ul').isVisible(), false);
      await page.waitForLoadState('networkidle');
      assert.deepEqual(await page.evaluate(() => globalThis.shifts), [], JSON.stringify(size));
    }
    await context.close();
  },
);
