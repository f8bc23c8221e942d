// A purchase without a mouse.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { customer, enter, openTown, visit } from './shop.mjs';

let town;
before(async () => (town = await openTown()));
after(() => town?.close());

test('a purchase needs no mouse, and the focus comes back', { timeout: 120_000 }, async () => {
  const { page, problems } = await visit(town.browser);
  await enter(page, town.demo.urls.blog);
  const { press, type } = keys(page);

  // A product's view opens from its title and gives the focus back.
  const title = await tabTo(
    page,
    ({ place, label }) => place === 'h3' && label === 'Larch post, 90 × 90 mm',
  );
  await press('Enter');
  await page.locator('vitrine-product dialog[open]').waitFor();
  await tabTo(page, ({ label }) => label === 'Add to cart');
  await press('Enter');
  await page.getByRole('button', { name: 'View cart' }).waitFor();
  await press('Escape');
  await page.locator('vitrine-product dialog').waitFor({ state: 'hidden' });
  assert.deepEqual(await focused(page), title);

  // The cart, by its button.
  const button = await tabTo(page, ({ label }) => label === 'Cart, 1 item', 'Shift+Tab');
  await press('Enter');
  await page.locator('vitrine-cart dialog[open]').waitFor();
  await tabTo(page, ({ label }) => label === 'One more');
  await press('Space');
  await page.getByText('2 items in the cart').last().waitFor();
  await tabTo(page, ({ label }) => label === 'Checkout');
  await press('Enter');

  // The checkout, into the frame and through it.
  const checkout = page.frameLocator('vitrine-checkout iframe');
  await checkout.getByRole('button', { name: 'Order with obligation to pay' }).waitFor();
  const inner = page.frames().find((each) => each !== page.mainFrame());
  const go = (name) => tabTo(page, ({ label }) => label === name, 'Tab', inner);
  const fields = { 'buyer.name': 'name', 'buyer.email': 'email', 'address.line1': 'line1' };
  for (const [field, key] of Object.entries({
    ...fields,
    'address.postcode': 'postcode',
    'address.city': 'city',
  })) {
    await go(field);
    await type(customer[key]);
  }
  await go('payment_method');
  await press('Space');
  await tabTo(page, ({ label }) => label.startsWith('Order with obligation'), 'Tab', inner);
  await press('Enter');
  await checkout.getByRole('heading', { name: 'Thank you. Your order is placed.' }).waitFor();
  assert.equal((await focused(inner)).label, 'thanks');

  // Keys pressed in the frame close the dialog too.
  await press('Escape');
  await page.locator('vitrine-checkout dialog').waitFor({ state: 'hidden' });
  assert.deepEqual(await focused(page), { ...button, label: 'Cart, empty' });
  assert.deepEqual(problems, []);
});

test('everything in focus can be seen to be', { timeout: 120_000 }, async () => {
  const { page } = await visit(town.browser);
  await enter(page, town.demo.urls.blog);
  await page.locator('vitrine-store').evaluate((shop) => ((shop.tabIndex = -1), shop.focus()));
  for (let step = 0; step < 6; ++step) {
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      let element = document.activeElement;
      while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const after = getComputedStyle(element, '::after');
      const styles = [getComputedStyle(element), ...(after.content === 'none' ? [] : [after])];
      return styles.some(({ outlineStyle }) => outlineStyle !== 'none');
    });
    assert.ok(ring, JSON.stringify(await focused(page)));
  }
});

const keys = (page) => ({
  press: (key) => page.keyboard.press(key),
  type: (text) => page.keyboard.type(text),
});

/** Presses Tab until the focus is where it should be; answers what has it. */
async function tabTo(page, isThere, key = 'Tab', frame = page.mainFrame()) {
  const passed = [];
  for (let step = 0; step < 150; ++step) {
    await page.keyboard.press(key);
    const place = await focused(frame);
    if (place && isThere(place)) return place;
    passed.push(place?.label);
  }
  throw new Error(`not reached by ${key}: ${isThere}\n${passed.join('\n')}`);
}

/** What has the focus, through the shadow roots: its name, and the element that it stands in. */
const focused = (frame) =>
  frame.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) return null;
    const label =
      element.getAttribute('aria-label') ||
      element.getAttribute('name') ||
      element.id ||
      element.textContent.trim();
    return { place: element.parentElement?.localName ?? '', label };
  });
