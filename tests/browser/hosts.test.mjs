// Pages that did not expect a shop: other people's styles and scripts, frames, and no network.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hostsOf } from './hosts.mjs';
import {
  addButton,
  cards,
  cartCosts,
  cartHolds,
  costs,
  enter,
  eventually,
  goods,
  openCart,
  openCheckout,
  openTown,
  shot,
  visit,
} from './shop.mjs';

const bits = 'Wood drill bit set, 8 pieces';

const bootstrap = `<!doctype html><html lang="en"><title>Bootstrap</title>
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  <link rel="stylesheet" href="/modules/bootstrap/dist/css/bootstrap.min.css">%SCRIPT%
  <div class="container"><div class="row"><div class="col-12">
  <h1 class="display-5">A page</h1>%SHOP%</div></div></div>
  <script src="/modules/bootstrap/dist/js/bootstrap.bundle.min.js"></script>`;

const tailwind = `<!doctype html><html lang="en"><title>Tailwind</title>
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  <link rel="stylesheet" href="/modules/tailwindcss/preflight.css">%SCRIPT%
  <main style="max-width:64rem;margin:auto"><h1>A page</h1>%SHOP%</main>`;

// No doctype, rules for everything, and a Prototype.js of those days.
const old = `<html lang="en"><title>Welcome to my homepage</title><link rel="icon" href="data:,"><style>
  * { margin: 0; padding: 0; border: 0; font: bold italic 11px/1 Verdana; text-transform: uppercase;
      letter-spacing: 0; text-indent: 20px; white-space: nowrap; text-align: center; cursor: wait;
      box-sizing: content-box; text-shadow: 1px 1px red; list-style: square }
  button, input { width: 400px; height: 60px; background: lime !important }
  ul, li, p, h2, h3 { float: left; clear: both; display: inline !important }
  svg, img { display: none !important }
  </style><script>
  var strange = { each: function () {}, first: function () { return this[0] }, last: function () {},
    toJSON: function () { return '[' + this.join(', ') + ']' },
    reduce: function () { return this.length > 1 ? this : this[0] },
    entries: function () { return [].concat(this) }, clear: function () { this.length = 0 } };
  for (var name in strange) Array.prototype[name] = strange[name];
  Array.from = function (list) { var all = [], n = list.length || 0; while (n--) all[n] = list[n]; return all };
  String.prototype.toJSON = function () { return '"' + this + '"' };
  Function.prototype.bind = function () { var run = this, given = [].slice.call(arguments), self = given.shift();
    return function () { return run.apply(self, given.concat([].slice.call(arguments))) } };
  Element.prototype.remove = function () { this.parentNode.removeChild(this); return this };
  Element.prototype.update = Element.prototype.replace = function () {};
  window.$ = window.$$ = window.css = window.html = function () { return null };
  </script><body><table width="100%"><tr><td>%SHOP%</table>%SCRIPT%`;

describe('the shop', { timeout: 300_000 }, () => {
  let town, hosts, usual;
  before(async () => {
    town = await openTown();
    hosts = hostsOf(town);
    const { page, context } = await visit(town.browser);
    await enter(page, await hosts.serve());
    usual = await shapesIn(page);
    await context.close();
  });
  after(async () => {
    hosts?.close();
    await town?.close();
  });

  for (const [name, html] of Object.entries({ bootstrap, tailwind, old })) {
    test(`looks and sells as anywhere in a page with ${name} styles`, async () => {
      const { page, problems, context } = await visit(town.browser);
      await enter(page, await hosts.serve({ html }));
      assert.deepEqual(await shapesIn(page), usual);
      await addButton(page, goods.saw).click();
      await cartHolds(page, 1);
      await addButton(page, bits).click();
      await cartHolds(page, 2);
      await page.waitForLoadState('networkidle');
      await shot(page, `host-${name}`);
      const drawer = await openCart(page);
      await drawer.getByRole('button', { name: `Remove ${bits}` }).click();
      await cartCosts(drawer, '€37.80');
      await shot(page, `host-${name}-cart`);
      await costs(await openCheckout(drawer, page), '€37.80');
      assert.deepEqual(problems, []);
      await page.reload();
      await cartHolds(page, 1);
      await context.close();
    });
  }

  test('sells in a sandboxed frame that keeps its origin', async () => {
    const inner = await hosts.serve();
    const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups';
    const { page, frame } = await framed(inner, `sandbox="${sandbox}"`);
    await addButton(frame, goods.saw).click();
    await cartHolds(frame, 1);
    await costs(await openCheckout(await openCart(frame), frame), '€37.80');
    await page.context().close();
  });

  test('sells in a frame of a host that takes no scripts, and nowhere that the site does not name', async () => {
    const html = `<!doctype html><title>No scripts</title><link rel="icon" href="data:,">
      <iframe src="%SERVER%/sites/${town.demo.site_id}/shop" title="Shop" width="1000" height="800"></iframe>`;
    const headers = { 'content-security-policy': "script-src 'none'" };
    const around = await hosts.serve({ html, headers, name: '127.0.0.1' });
    const { page, context } = await visit(town.browser);
    await page.goto(around);
    const frame = page.frames().find((each) => each !== page.mainFrame());
    await cards(frame).first().waitFor();
    await addButton(frame, goods.saw).click();
    await cartHolds(frame, 1);
    await costs(await openCheckout(await openCart(frame), frame), '€37.80');
    await shot(page, 'shop-in-a-frame');
    await page.goto(await hosts.serve({ html, headers, name: '127.0.0.1', allowed: false }));
    await eventually(async () => (await page.title()) === 'No scripts');
    const [, foreign] = page.frames();
    assert.equal(await cards(foreign).count(), 0);
    assert.doesNotMatch(foreign.url(), /shop$/);
    await context.close();
  });

  test('says in a sandbox without an origin that it may not be shown, and leaves the page its text', async () => {
    const { page, frame } = await framed(await hosts.serve(), 'sandbox="allow-scripts"', false);
    await frame.getByText('This shop may not be shown on this page.').waitFor();
    await frame.getByText('The text of the page itself.').waitFor();
    await page.context().close();
  });

  test('sells in a foreign frame whose storage is blocked, and the checkout too', async () => {
    const { page, frame } = await framed(await hosts.serve(), '', true, blockStorage);
    await addButton(frame, goods.saw).click();
    await cartHolds(frame, 1);
    await addButton(frame, goods.saw).click();
    await cartHolds(frame, 2);
    await costs(await openCheckout(await openCart(frame), frame), '€');
    await page.context().close();
  });

  test('says that it is offline, keeps working on its snapshot, and says when that is over', async () => {
    const { page, context } = await visit(town.browser);
    await enter(page, await hosts.serve());
    const core = page.waitForEvent('requestfinished', (each) => /core\.wasm/.test(each.url()));
    await page.locator('vitrine-store h2').hover();
    await core;
    const parts = ['vitrine-product', 'vitrine-cart', 'vitrine-checkout', 'vitrine-results'];
    await page.evaluate(
      (names) => Promise.all(names.map((n) => customElements.whenDefined(n))),
      parts,
    );
    await page.getByLabel('Search the shop').focus();
    await page.locator('vitrine-search [role=combobox]').waitFor();
    await context.setOffline(true);
    const notice = page.getByText('You are offline.');
    await notice.waitFor();
    await shot(page, 'offline');
    await addButton(page, goods.saw).click();
    await cartHolds(page, 1);
    await page.getByLabel('Search the shop').fill('larch');
    await page.getByLabel('Search the shop').press('Enter');
    await page.getByRole('heading', { name: /results for “larch”/ }).waitFor();
    const drawer = await openCart(page);
    await cartCosts(drawer, '€37.80');
    await drawer.getByRole('button', { name: 'Close' }).click();
    await context.setOffline(false);
    await notice.waitFor({ state: 'detached' });
    await costs(await openCheckout(await openCart(page), page), '€37.80');
    await context.close();
  });

  /** The page at `inner` in a frame of a page of another site. Who frames the checkout has to be on the site's list. */
  async function framed(inner, attributes, shown = true, script = () => {}) {
    const html = `<!doctype html><title>Around</title><link rel="icon" href="data:,">
      <iframe src="${inner}" title="A shop" ${attributes} width="1000" height="800"></iframe>`;
    const around = await hosts.serve({ html, name: '127.0.0.1' });
    const { page } = await visit(town.browser);
    await page.addInitScript(script);
    await page.goto(around);
    const frame = page.frames().find((each) => each !== page.mainFrame());
    if (shown) await cards(frame).first().waitFor();
    return { page, frame };
  }
});

/** Runs in every frame before its own scripts: as browsers that block the storage of foreign frames. */
function blockStorage() {
  if (window === top) return;
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
}

/** How each kind of thing inside the shop is shaped, as far as it is not inherited on purpose (type and colour). */
const shapesIn = (page) =>
  page.evaluate(() => {
    const properties = [
      ...['display', 'float', 'boxSizing', 'textTransform', 'textIndent', 'whiteSpace', 'cursor'],
      ...['textAlign', 'textShadow', 'fontStyle', 'borderTopStyle'],
      ...['borderTopWidth', 'position', 'textDecorationLine', 'backgroundImage'],
    ];
    const shop = document.querySelector('vitrine-store').shadowRoot;
    const grid = shop.querySelector('vitrine-grid').shadowRoot;
    const search = shop.querySelector('vitrine-search').shadowRoot;
    const things = {
      heading: shop.querySelector('h2'),
      cart: shop.querySelector('[part~=cart-button]'),
      icon: shop.querySelector('svg'),
      input: search.querySelector('input'),
      list: grid.querySelector('ul'),
      card: grid.querySelector('li'),
      title: grid.querySelector('h3 button'),
      price: grid.querySelector('.price'),
      picture: grid.querySelector('img'),
      add: grid.querySelector('.buy button'),
    };
    return Object.fromEntries(
      Object.entries(things).map(([name, element]) => {
        const style = getComputedStyle(element);
        return [name, Object.fromEntries(properties.map((each) => [each, style[each]]))];
      }),
    );
  });
