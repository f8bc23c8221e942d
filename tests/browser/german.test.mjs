// A German page: the shop, the checkout and the order page in its language.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cards, customer, openTown, shot, visit } from './shop.mjs';

let town;
before(async () => (town = await openTown()));
after(() => town?.close());

test(
  'a page that says language="de" sells in German, to the end',
  { timeout: 120_000 },
  async () => {
    const { context, page, problems } = await visit(town.browser, { locale: 'de-DE' });
    await page.goto(town.demo.urls.blog);
    await page.locator('vitrine-store').evaluate((shop) => shop.setAttribute('language', 'de'));
    await cards(page).first().waitFor();
    await page.getByText('3 Händler, ein Warenkorb').waitFor();
    await page.locator('vitrine-store').evaluate((shop) => shop.scrollIntoView());
    await page.waitForLoadState('networkidle');
    await shot(page, 'grid-german');
    await page
      .getByRole('button', { name: /in den Warenkorb legen$/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Warenkorb, 1 Artikel' }).click();
    const drawer = page.locator('vitrine-cart dialog[open]');
    await drawer
      .getByText(/Enthält 19\s%\sMwSt\./)
      .first()
      .waitFor();
    await shot(page, 'cart-german');
    await drawer.getByRole('button', { name: 'Zur Kasse' }).click();

    const checkout = page.frameLocator('vitrine-checkout iframe');
    await checkout.getByLabel('Vor- und Nachname').fill(customer.name);
    await checkout.getByLabel('E-Mail').fill(customer.email);
    await checkout.getByLabel('Straße und Hausnummer').fill(customer.line1);
    await checkout.getByLabel('Postleitzahl').fill(customer.postcode);
    await checkout.getByLabel('Ort', { exact: true }).fill(customer.city);
    await checkout.getByRole('radio', { name: /^Rechnung/ }).check();
    await checkout.getByText('Alle Änderungen gespeichert').waitFor();
    await shot(page, 'checkout-german');
    // Nothing else may stand on it.
    const button = checkout.locator('button[type=submit]');
    assert.equal((await button.innerText()).trim(), 'Zahlungspflichtig bestellen');
    await button.click();
    await checkout.getByText('Ihre Bestellung ist eingegangen.').waitFor();

    const link = checkout.getByRole('link', { name: /^Zur Bestellseite/ });
    const [order] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await order.getByRole('heading', { name: 'Ihre Bestellung' }).waitFor();
    assert.equal(await order.locator('html').getAttribute('lang'), 'de-DE');
    await shot(order, 'order-german', { fullPage: true });
    assert.deepEqual(problems, []);
  },
);
