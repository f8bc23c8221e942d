// The shop, the checkout and the order page in the customer's language.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bundled } from '../web/bundled.mjs';
import { cards, customer, openTown, shot, visit } from './shop.mjs';

const { speak } = await bundled('messages/speak.ts');
const { speakPages } = await bundled('messages/pages.ts');

describe('a customer', { timeout: 300_000 }, () => {
  let town;
  before(async () => (town = await openTown()));
  after(() => town?.close());

  for (const language of ['de', 'fr', 'es', 'ar']) {
    test(`buys in ${language}, from the shelf to the order page`, async () => {
      const words = await speak(language);
      const { words: says } = await speakPages([language]);
      const { context, page, problems } = await open({ language });
      await page.getByText(words.sellers(4), { exact: true }).waitFor();
      await page.locator('vitrine-store').evaluate((shop) => shop.scrollIntoView());
      await page.waitForLoadState('networkidle');
      await shot(page, `grid-${language}`);
      const root = page.locator('vitrine-store .root');
      assert.equal(await root.getAttribute('lang'), language);
      const direction = await root.evaluate((element) => getComputedStyle(element).direction);
      assert.equal(direction, words.direction);

      await page.getByRole('button', { name: words.addNamed('Pull saw, 240 mm') }).click();
      await page.getByRole('button', { name: words.cartButton(1) }).click();
      const drawer = page.locator('vitrine-cart dialog[open]');
      await drawer.locator('.sum', { hasText: words.fulfillment }).waitFor();
      await drawer.getByText(words.waysTitle).waitFor();
      await shot(page, `cart-${language}`);
      await drawer.getByRole('button', { name: words.checkout, exact: true }).click();

      const checkout = page.frameLocator('vitrine-checkout iframe');
      const field = (path) => checkout.getByLabel(says.fields[path].label, { exact: true });
      await field('buyer.name').fill(customer.name);
      await field('buyer.email').fill(customer.email);
      await field('address.line1').fill(customer.line1);
      await field('address.postcode').fill(customer.postcode);
      await field('address.city').fill(customer.city);
      await checkout.getByRole('radio', { name: says.payments.invoice.label }).check();
      await checkout.getByText(says.saved).waitFor();
      assert.equal(await checkout.locator('html').getAttribute('lang'), language);
      assert.equal(await checkout.locator('html').getAttribute('dir'), says.direction);
      await shot(page, `checkout-${language}`);
      // Nothing else may stand on it.
      const button = checkout.locator('button[type=submit]');
      assert.equal((await button.innerText()).trim(), says.placeOrder);
      await button.click();
      await checkout.getByText(says.thanks).waitFor();

      const link = checkout.getByRole('link', { name: says.openOrder });
      const [order] = await Promise.all([context.waitForEvent('page'), link.click()]);
      await order.getByRole('heading', { name: says.order, exact: true }).waitFor();
      assert.equal(await order.locator('html').getAttribute('lang'), language);
      assert.equal(await order.locator('html').getAttribute('dir'), says.direction);
      await shot(order, `order-${language}`, { fullPage: true });
      assert.deepEqual(problems, []);
      await context.close();
    });
  }

  test('reads the page’s language where the shop says none, and the browser’s where neither does', async () => {
    const french = await open({ page: 'fr-CH', locale: 'de-DE' });
    await french.page.getByRole('button', { name: /^Panier, vide$/ }).waitFor();
    await french.context.close();
    // No words for it: the browser's, with its region.
    const austrian = await open({ page: 'nl', locale: 'de-AT' });
    await austrian.page.getByRole('button', { name: 'Warenkorb, leer' }).waitFor();
    assert.equal(await austrian.page.locator('vitrine-store .root').getAttribute('lang'), 'de-AT');
    await austrian.context.close();
    const english = await open({ page: 'nl', locale: 'nl-NL' });
    await english.page.getByRole('button', { name: 'Cart, empty' }).waitFor();
    await english.context.close();
  });

  test('sees the language change with the page’s', async () => {
    const { page, context } = await open({});
    await page.getByRole('button', { name: 'Cart, empty' }).waitFor();
    await page.evaluate(() => (document.documentElement.lang = 'es'));
    await page.getByRole('button', { name: 'Carrito, vacío' }).waitFor();
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await page.getByRole('button', { name: 'Cart, empty' }).waitFor();
    await context.close();
  });

  test('fetches no language but the one that is spoken', async () => {
    const fetched = [];
    const { page, context } = await visit(town.browser, { locale: 'en-GB' });
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto(town.demo.urls.blog);
    await cards(page).first().waitFor();
    await page.locator('vitrine-store h2').hover();
    await page.waitForLoadState('networkidle');
    const languages = fetched.filter((path) => /\/(ar|de|es|fr|texts)-\w+\.js$/.test(path));
    assert.deepEqual(languages, []);
    await context.close();
  });

  test('reads English where the language does not arrive', async () => {
    const { page, context } = await visit(town.browser);
    await page.route(/\/v1\/fr-\w+\.js/, (route) => route.abort());
    await page.addInitScript(setLanguage, { language: 'fr' });
    await page.goto(town.demo.urls.blog);
    await page.getByRole('button', { name: 'Cart, empty' }).waitFor();
    await context.close();
  });

  test('reads what the page’s owner says otherwise, with plurals, and in the search', async () => {
    const texts = {
      cart: 'Basket',
      cartButton: { one: 'Basket with # thing', other: 'Basket with # things' },
      'searching.clear': 'Wipe',
    };
    const { page, context, problems } = await open({ texts: JSON.stringify(texts) });
    await page.getByRole('button', { name: 'Basket with 0 things' }).waitFor();
    await page.getByRole('button', { name: 'Add Pull saw, 240 mm to the cart' }).click();
    await page.getByRole('button', { name: 'Basket with 1 thing' }).waitFor();
    await page.getByLabel('Search the shop').fill('saw');
    await page.getByRole('button', { name: 'Wipe' }).waitFor();
    assert.deepEqual(problems, []);
    await context.close();
  });

  /** The demo's page with attributes of the shop and of the page. */
  async function open({ page: lang, locale = 'en-GB', ...attributes }) {
    const visitor = await visit(town.browser, { locale });
    await visitor.page.addInitScript(setLanguage, { lang, ...attributes });
    await visitor.page.goto(town.demo.urls.blog);
    await cards(visitor.page).first().waitFor();
    return visitor;
  }
});

/** Runs in the page before its own scripts. */
function setLanguage({ lang, ...attributes }) {
  if (window !== top) return;
  new MutationObserver((_, watch) => {
    if (lang && document.documentElement) document.documentElement.lang = lang;
    const shop = document.querySelector('vitrine-store');
    if (!shop) return;
    for (const [name, value] of Object.entries(attributes)) shop.setAttribute(name, value);
    watch.disconnect();
  }).observe(document, { childList: true, subtree: true });
}
