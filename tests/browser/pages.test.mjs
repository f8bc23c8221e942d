// Pages that make it hard: of a foreign origin, with a strict content security policy, without WebAssembly.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hostsOf } from './hosts.mjs';
import {
  addButton,
  addVariant,
  cartCosts,
  cartHolds,
  enter,
  fillIn,
  goods,
  openCart,
  openCheckout,
  openTown,
  shot,
  showAll,
  visit,
} from './shop.mjs';

describe('the shop', { timeout: 180_000 }, () => {
  let town, hosts;
  before(async () => {
    town = await openTown();
    hosts = hostsOf(town);
  });
  after(async () => {
    hosts?.close();
    await town?.close();
  });

  test('says clearly that a page of another origin may not show it', async () => {
    const url = await hosts.serve({ allowed: false });
    const { page } = await visit(town.browser);
    await page.goto(url);
    await page.getByText('This shop may not be shown on this page.').waitFor();
    await page.getByText('The text of the page itself.').waitFor();
    assert.equal(await page.locator('vitrine-grid').count(), 0);
    await shot(page, 'foreign-origin');
  });

  test('sells in a page with a strict policy, which has nothing to complain about', async () => {
    const { page, problems } = await visit(town.browser);
    await page.addInitScript(noteViolations);
    await enter(page, await hosts.serve({ headers: strict(`'wasm-unsafe-eval'`) }));
    await showAll(page);
    await addVariant(page, goods.soil, '40 l');
    await addButton(page, goods.saw).click();
    await cartHolds(page, 2);
    const drawer = await openCart(page);
    await cartCosts(drawer, '€56.10');
    const checkout = await openCheckout(drawer, page);
    await fillIn(checkout);
    await checkout.getByRole('radio', { name: /^Invoice/ }).check();
    await checkout.getByText('All changes saved').waitFor();
    await checkout.getByRole('button', { name: 'Order with obligation to pay' }).click();
    await checkout.getByText('Thank you. Your order is placed.').waitFor();
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(problems, []);
  });

  test('shows and prices its goods by the server where WebAssembly is forbidden', async () => {
    const { page } = await visit(town.browser);
    await page.addInitScript(noteViolations);
    const commands = new Set();
    page.on('request', (request) => {
      const command = /\/commands\/(.+)$/.exec(request.url())?.[1];
      if (command) commands.add(command);
    });
    await enter(page, await hosts.serve({ headers: strict('') }));
    await showAll(page);
    await addVariant(page, goods.soil, '40 l');
    await addButton(page, goods.saw).click();
    await cartHolds(page, 2);
    await cartCosts(await openCart(page), '€56.10');
    assert.ok(commands.has('catalog.products') && commands.has('quote'), [...commands].join());
    const violations = await page.evaluate(() => window.violations);
    assert.deepEqual([...new Set(violations)], ['script-src wasm-eval']);
  });
});

const strict = (wasm) => ({
  'content-security-policy': [
    "default-src 'none'",
    `script-src 'self' % ${wasm}`,
    "style-src 'self'",
    'connect-src %',
    'frame-src %',
    'img-src * data:',
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
});

/** Runs in the page before its own scripts. */
function noteViolations() {
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    window.violations.push(`${effectiveDirective} ${blockedURI}`),
  );
}
