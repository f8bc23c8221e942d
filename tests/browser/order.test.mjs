// What became of an order: in the page around, and on the order page, where the customer can take it back.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clean } from './axe.mjs';
import {
  cartHolds,
  customer,
  enter,
  eventually,
  fillCart,
  fillIn,
  openCart,
  openCheckout,
  openTown,
  shot,
  stickingOut,
  visit,
} from './shop.mjs';

describe('an order', { timeout: 240_000 }, () => {
  let town, page, link;
  before(async () => {
    town = await openTown();
    ({ page } = await visit(town.browser));
    await enter(page, town.demo.urls.blog);
    await fillCart(page);
    await page.evaluate(() => {
      const order = document.createElement('vitrine-order');
      order.textContent = 'Nothing is ordered yet.';
      document.querySelector('vitrine-store').after(order);
    });
    const checkout = await openCheckout(await openCart(page), page);
    await fillIn(checkout);
    await checkout.getByRole('radio', { name: /^Invoice/ }).check();
    await checkout.getByText('All changes saved').waitFor();
    await checkout.getByRole('button', { name: 'Order with obligation to pay' }).click();
    const open = checkout.getByRole('link', { name: 'Open your order page' });
    link = await open.getAttribute('href');
    await checkout.getByRole('button', { name: 'Continue reading' }).click();
    await cartHolds(page, 0);
  });
  after(() => town?.close());

  const parts = () => page.locator('vitrine-order [part~=seller]');
  const told = (text) => page.locator('vitrine-order').getByText(text, { exact: true }).first();

  test('shows in the page where it was placed, with nothing of the customer', async () => {
    await parts().nth(2).waitFor();
    const { text, attributes } = await page.locator('vitrine-order').evaluate((element) => ({
      text: element.shadowRoot.textContent,
      attributes: element.outerHTML + element.shadowRoot.innerHTML,
    }));
    assert.match(text, /Placed/);
    const token = /\/orders\/([^#]+)/.exec(link)[1];
    for (const secret of [...Object.values(customer), token])
      assert.ok(!(text + attributes).includes(secret), secret);
    await page.locator('vitrine-order').scrollIntoViewIfNeeded();
    await shot(page, 'vitrine-order');
    await clean(page, 'vitrine-order');
  });

  test('shows in the empty cart of a page that has no place for it', async () => {
    await page.evaluate(() => {
      globalThis.place = document.querySelector('vitrine-order');
      globalThis.place.remove();
    });
    const drawer = await openCart(page);
    const order = drawer.locator('vitrine-order');
    await order.locator('[part~=seller]').nth(2).waitFor();
    await order.getByText('Placed', { exact: true }).first().waitFor();
    assert.equal(await order.locator('a').count(), 0, 'its link stays with the customer');
    await page.setViewportSize({ width: 360, height: 740 });
    await shot(page, 'vitrine-order-in-cart');
    await clean(page, 'vitrine-cart');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.querySelector('vitrine-store').after(globalThis.place));
    await parts().nth(2).waitFor();
  });

  test('is cancelled on its page in part, after a question, and the page around follows', async () => {
    const { page: order, problems } = await visit(town.browser);
    await order.goto(link);
    const first = order.locator('article').first();
    const button = first.getByRole('button', { name: 'Cancel this order' });
    await button.focus();
    await order.keyboard.press('Enter');
    const question = order.getByRole('dialog');
    await question.waitFor();
    await shot(order, 'order-cancel-question');
    await clean(order);
    // Nobody cancels by a slip: the way back has the focus, and gives it back.
    await order.keyboard.press('Enter');
    await question.waitFor({ state: 'hidden' });
    assert.ok(await button.evaluate((element) => element === document.activeElement));
    await button.click();
    await question.getByRole('button', { name: 'Cancel the order' }).click();
    await first.getByText('You have cancelled this part of your order.').waitFor();
    await order.getByText('What was declined or cancelled is not counted here.').waitFor();
    assert.equal(await order.getByRole('button', { name: 'Cancel all of it' }).count(), 1);
    await shot(order, 'order-cancelled', { fullPage: true });
    await clean(order);
    await told('Cancelled').waitFor();
    await told('Nothing to pay').waitFor();
    assert.deepEqual(problems, []);
  });

  test('is not cancelled any more once a seller has taken it on; the page says so', async () => {
    const { page: order } = await visit(town.browser);
    await order.goto(link);
    const all = order.getByRole('button', { name: 'Cancel all of it' });
    await all.click();
    const token = /\/orders\/([^#]+)/.exec(link)[1];
    const { orders } = await (await fetch(`${town.demo.urls.server}/v1/orders/${token}`)).json();
    const open = orders.find(({ status }) => status === 'placed');
    const { api_key } = town.demo.sellers.find(({ id }) => id === open.seller_id);
    const headers = { authorization: `Bearer ${api_key}` };
    const url = `${town.demo.urls.server}/v1/seller/orders/${open.id}/acknowledge`;
    assert.equal((await fetch(url, { method: 'POST', headers })).status, 200);
    // The page may have heard of it before the answer to the question.
    const confirm = order.getByRole('button', { name: 'Cancel the order' });
    await confirm.evaluateAll(([button]) => button?.click());
    await order.getByText('Confirmed', { exact: false }).first().waitFor();
    await eventually(async () => (await all.count()) === 0);
    await told('Confirmed').waitFor();
  });

  for (const [name, options] of Object.entries({
    narrow: { viewport: { width: 360, height: 740 } },
    dark: { colorScheme: 'dark' },
    arabic: { locale: 'ar', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  })) {
    test(`is shown by its link on a page that is ${name}`, async () => {
      const { page: other, problems } = await visit(town.browser, options);
      await enter(other, town.demo.urls.blog);
      await other.evaluate(
        ([url, language]) => {
          const order = document.createElement('vitrine-order');
          order.setAttribute('order', url);
          if (language) order.setAttribute('language', language);
          document.querySelector('vitrine-store').before(order);
        },
        [link, name === 'arabic' ? 'ar' : ''],
      );
      const shown = other.locator('vitrine-order');
      await shown.locator('[part~=link]').waitFor();
      assert.equal(await shown.locator('[part~=link]').getAttribute('href'), link);
      await shown.scrollIntoViewIfNeeded();
      await shot(other, `vitrine-order-${name}`);
      const room = await shown.evaluate(({ scrollWidth, clientWidth }) => [
        scrollWidth,
        clientWidth,
      ]);
      assert.ok(room[0] <= room[1], String(room));
      await clean(other, 'vitrine-order');
      assert.deepEqual(problems, []);
      await other.context().close();
      const { page: own } = await visit(town.browser, options);
      await own.goto(link.replace(/#.*/, ''));
      await own.locator('article').nth(2).waitFor();
      await shot(own, `order-page-${name}`, { fullPage: true });
      assert.deepEqual(await stickingOut(own), []);
      await clean(own);
      await own.context().close();
    });
  }
});
