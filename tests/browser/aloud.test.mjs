// What a purchase sounds like: by keyboard alone, in two languages, as the accessibility tree has it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openHost } from './host.mjs';
import { cards, customer, eventually, openTown, shot, visit } from './shop.mjs';

let town, host;
before(async () => {
  town = await openTown();
  host = await openHost(town);
});
after(async () => {
  host?.close();
  await town?.close();
});

/** The page itself is English: what the shop says is not. */
for (const [language, invoice] of Object.entries({ de: 'Rechnung', ar: 'فاتورة' }))
  test(`a purchase can be heard in ${language}`, { timeout: 120_000 }, async () => {
    const { context, page, problems } = await visit(town.browser);
    const shop = page.locator('vitrine-store');
    await page.goto(
      host.put(
        `/${language}`,
        `<vitrine-store site="${host.site}" language="${language}"></vitrine-store>`,
        { head: host.tag },
      ),
    );
    await cards(page).first().waitFor();
    const heard = async (place) => judged(await place.ariaSnapshot());
    assert.deepEqual(told(await heard(shop)), []);

    await reach(page, '.buy [aria-label*="Wood drill bit set"]');
    await page.keyboard.press('Enter');
    await eventually(async () => told(await heard(shop)).length === 1);

    // What was added before it opened is no news to those who open a view.
    await reach(page, 'h3 button', 'Stainless wood screws', 'Shift+Tab');
    await page.keyboard.press('Enter');
    const view = page.locator('vitrine-product dialog[open]');
    await view.locator('.hint b').waitFor();
    await view.locator('vitrine-share button').waitFor();
    assert.deepEqual(told(await heard(view)), []);
    await reach(page, 'input[type=number]');
    await reach(page, '.primary');
    await page.keyboard.press('Enter');
    await view.locator('.done .link').waitFor();
    await eventually(async () => told(await heard(view)).length === 1);
    await page.keyboard.press('Escape');
    await view.waitFor({ state: 'detached' });

    await reach(page, '[part~=cart-button]', '', 'Shift+Tab');
    await page.keyboard.press('Enter');
    const cart = page.locator('vitrine-cart dialog[open]');
    await cart.locator('.way').first().waitFor();
    assert.deepEqual(told(await heard(cart)), []);
    await shot(page, `aloud-cart-${language}`);
    await reach(page, '.sum .primary');
    await page.keyboard.press('Enter');

    const checkout = page.locator('vitrine-checkout iframe').contentFrame();
    const body = checkout.locator('body');
    await checkout.getByRole('radio', { name: invoice, exact: true }).waitFor();
    await heard(page.locator('vitrine-checkout dialog[open]'));
    await heard(body);
    const frame = page.frames().find((each) => each !== page.mainFrame());
    for (const [field, key] of Object.entries({
      'buyer.name': 'name',
      'buyer.email': 'email',
      'address.line1': 'line1',
      'address.postcode': 'postcode',
      'address.city': 'city',
    })) {
      await reach(page, `[name="${field}"]`, '', 'Tab', frame);
      await page.keyboard.type(customer[key]);
    }
    await reach(page, '[name=payment_method]', '', 'Tab', frame);
    await page.keyboard.press('Space');
    await reach(page, 'button.primary', '', 'Tab', frame);
    await page.keyboard.press('Enter');
    const link = checkout.locator('a.primary');
    await link.waitFor();
    await heard(body);

    await reach(page, 'a.primary', '', 'Tab', frame);
    const [order] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await order.getByRole('article').first().waitFor();
    await heard(order.locator('body'));
    await shot(order, `aloud-order-${language}`);
    assert.deepEqual(problems, []);
    await context.close();
  });

/** Names that are missing, said twice or in English, and lines that say nothing. Answers the tree. */
function judged(tree) {
  const lines = tree.split('\n');
  const needsName =
    /^\s*- (button|link|textbox|combobox|spinbutton|searchbox|radio|checkbox|article|region|dialog|radiogroup|img)\b(?! ")/;
  const english =
    /\b(Share|Add|Close|Cart|Quantity|Total|Subtotal|Checkout|Delivery|Remove|Payment|Order)\b/;
  const groups = [];
  const wrong = lines.filter((line) => {
    const [, indent, role, name] = /^(\s*)- '?(\w+)(?: "(.*?)")?/.exec(line) ?? [];
    while (groups.length > 0 && groups.at(-1).depth >= indent?.length) groups.pop();
    const twice = role === 'spinbutton' && groups.some((group) => group.name === name);
    if (role === 'group') groups.push({ depth: indent.length, name });
    return (
      needsName.test(line) ||
      english.test(line) ||
      twice ||
      /^\s*- (paragraph|listitem)$/.test(line)
    );
  });
  assert.deepEqual(wrong, [], tree);
  return tree;
}

/** What live regions say. */
const told = (tree) => tree.match(/- status: .+/g) ?? [];

/** Presses a key until what has the focus is what `selector` means, and has `text` in it. */
async function reach(page, selector, text = '', key = 'Tab', frame = page.mainFrame()) {
  for (let step = 0; step < 200; ++step) {
    await page.keyboard.press(key);
    const isThere = await frame.evaluate(
      ([selector, text]) => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.matches(selector) && element.textContent.includes(text);
      },
      [selector, text],
    );
    if (isThere) return;
  }
  throw new Error(`${key} does not reach ${selector}`);
}
