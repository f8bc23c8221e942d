// A purchase in Firefox: the elements, the module in WASM, the checkout in its frame, the order page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../scripts/browser.mjs';
import { cents, customer, eventually, goods, openTown, shot } from './shop.mjs';

const firefox = findFirefox();
const skip = firefox ? false : 'no Firefox is installed';

describe('a purchase in Firefox', { timeout: 300_000, skip }, () => {
  let town, page, checkout;
  const problems = [];

  before(async () => {
    const prefs = { 'intl.accept_languages': 'en-GB' };
    const launch = () =>
      puppeteer.launch({ browser: 'firefox', executablePath: firefox, extraPrefsFirefox: prefs });
    town = await openTown({ launch });
    page = await town.browser.newPage();
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(town.demo.urls.blog);
  });
  after(() => town?.close());

  test('the shop stands, and a thing goes into the cart by keyboard', async () => {
    const add = await find(page, 'button', `Add ${goods.saw} to the cart`);
    await add.focus();
    await page.keyboard.press('Enter');
    await find(page, 'button', 'Cart, 1 item');
    await shot(page, 'firefox-shop');
  });

  test('the search answers while one types', async () => {
    await (await find(page, 'input[type=search]')).click();
    await page.keyboard.type('larch powt');
    await find(page, '[role=option]', 'Larch post');
    await page.keyboard.press('Enter');
    await find(page, 'h3', 'Larch post');
  });

  test('the cart adds up, and follows a changed quantity', async () => {
    await (await find(page, 'button', 'Cart, 1 item')).click();
    const total = async () => cents(await textOf(await find(page, 'dialog[open] .sum', 'Total')));
    const one = await total();
    await (await find(page, 'dialog[open] button', 'One more')).click();
    await find(page, 'button', 'Cart, 2 items');
    await eventually(async () => (await total()) > one);
    await shot(page, 'firefox-cart');
  });

  test('the checkout takes an address, and the order is placed', async () => {
    await (await find(page, 'dialog[open] button', 'Checkout')).click();
    checkout = await page.waitForFrame((frame) => frame.url().startsWith(town.demo.urls.server));
    for (const [field, key] of Object.entries({
      'buyer.name': 'name',
      'buyer.email': 'email',
      'address.line1': 'line1',
      'address.postcode': 'postcode',
      'address.city': 'city',
    })) {
      const input = await find(checkout, `[name="${field}"]`);
      await input.type(customer[key]);
    }
    await (await find(checkout, 'input[name=payment_method]')).click();
    await shot(page, 'firefox-checkout');
    await (await find(checkout, 'button', 'Order with obligation to pay')).click();
    await find(checkout, 'h1, h2', 'Thank you. Your order is placed.');
    await find(page, 'button', 'Cart, empty');
  });

  test('the order page stands by its link', async () => {
    const link = await find(checkout, 'a', 'Open your order page');
    const address = await link.evaluate((anchor) => anchor.href);
    const order = await town.browser.newPage();
    await order.goto(address);
    await find(order, 'h1', 'Your order');
    await find(order, 'article', goods.saw);
    await shot(order, 'firefox-order');
    await order.close();
  });

  test('nothing was complained about', () => assert.deepEqual(problems, []));
});

/** Waits for a visible element, in open shadow roots too, that matches and has the words as its
 * name or in its text. */
async function find(page, selector, words = '') {
  const found = await page.waitForFunction(
    (wanted, name) => {
      const roots = [document];
      for (const root of roots) {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) roots.push(element.shadowRoot);
          const text = `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`;
          if (element.matches(wanted) && text.includes(name) && element.checkVisibility())
            return element;
        }
      }
      return null;
    },
    { timeout: 20_000 },
    selector,
    words,
  );
  return found.asElement();
}

const textOf = (handle) => handle.evaluate((element) => element.textContent);
