// Narrow, dark, and from right to left.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  cartButton,
  cartCosts,
  enter,
  fillCart,
  fillIn,
  openCart,
  openCheckout,
  openTown,
  shot,
  showAll,
  visit,
} from './shop.mjs';

const narrow = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const looks = {
  'a page 360 px wide': { name: 'narrow', options: narrow },
  'a dark page': { name: 'dark', options: { colorScheme: 'dark' } },
  'a page from right to left': { name: 'rtl', options: {}, rtl: true },
  'a narrow dark page from right to left': {
    name: 'narrow-dark-rtl',
    options: { ...narrow, colorScheme: 'dark' },
    rtl: true,
  },
};

describe('the shop looks right on', { timeout: 300_000 }, () => {
  let town;
  before(async () => (town = await openTown()));
  after(() => town?.close());

  for (const [title, { name, options, rtl }] of Object.entries(looks)) {
    test(title, async () => {
      const { context, page, problems } = await visit(town.browser, options);
      if (rtl) await page.addInitScript(turnAround);
      await enter(page, town.demo.urls.blog);
      await page.locator('vitrine-store').evaluate((shop) => shop.scrollIntoView());
      await fitsAcross(page.mainFrame());
      await inView(page, page.locator('vitrine-grid li').first());
      await page.waitForLoadState('networkidle');
      await shot(page, `grid-${name}`);

      await showAll(page);
      await page.getByRole('button', { name: 'Choose Goatskin garden gloves' }).click();
      const view = page.locator('vitrine-product dialog[open]');
      await view.getByRole('button', { name: 'Add to cart' }).waitFor();
      await inView(page, view.getByRole('button', { name: 'Close' }));
      await page.waitForLoadState('networkidle');
      await shot(page, `product-${name}`);
      const side = await view.locator('.fixed').evaluate((p) => getComputedStyle(p).textAlign);
      assert.equal(side, rtl ? 'right' : 'left');
      await view.getByRole('button', { name: 'Close' }).click();

      await fillCart(page);
      await inView(page, cartButton(page));
      const drawer = await openCart(page);
      await cartCosts(drawer, '€135.00');
      await inView(page, drawer.getByRole('button', { name: 'Checkout' }));
      await fitsAcross(page.mainFrame());
      await fitsInside(drawer.locator('.scroll'));
      await page.waitForLoadState('networkidle');
      await shot(page, `cart-${name}`);

      const checkout = await openCheckout(drawer, page);
      await checkout.getByRole('button', { name: 'Order with obligation to pay' }).waitFor();
      const frame = page.frames().find((each) => each !== page.mainFrame());
      await fitsAcross(frame);
      await shot(page, `checkout-${name}`);
      await fillIn(checkout);
      await checkout.getByRole('radio', { name: /^Invoice/ }).check();
      await checkout.getByText('All changes saved').waitFor();
      await shot(page, `checkout-payment-${name}`);
      await checkout.getByRole('button', { name: 'Order with obligation to pay' }).click();
      await checkout.getByText('Thank you. Your order is placed.').waitFor();
      await fitsAcross(frame);
      await shot(page, `confirmation-${name}`);

      const link = checkout.getByRole('link', { name: /^Open your order page/ });
      const [order] = await Promise.all([context.waitForEvent('page'), link.click()]);
      await order.getByRole('heading', { name: 'Your order' }).waitFor();
      await fitsAcross(order.mainFrame());
      await shot(order, `order-${name}`, { fullPage: true });
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
});

/** Runs in the page before its own scripts. */
function turnAround() {
  if (window !== top) return;
  new MutationObserver((_, watch) => {
    document.documentElement.dir = 'rtl';
    watch.disconnect();
  }).observe(document, { childList: true });
}

const fitsAcross = async (frame) => {
  const [content, room] = await frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  assert.ok(content <= room, `${content} px of content in ${room} px`);
};

const fitsInside = async (box) =>
  assert.ok(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth));

async function inView(page, thing) {
  const box = await thing.boundingBox();
  const { width } = page.viewportSize();
  assert.ok(box && box.width > 0 && box.height > 0, 'not to be seen');
  assert.ok(box.x >= -1 && box.x + box.width <= width + 1, `from ${box.x}, ${box.width} wide`);
}
