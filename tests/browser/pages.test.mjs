// Pages that make it hard: of a foreign origin, with a strict content security policy, without WebAssembly.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import {
  addButton,
  addVariant,
  cartCosts,
  cartHolds,
  enter,
  eventually,
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
  let town;
  const hosts = [];
  before(async () => (town = await openTown()));
  after(async () => {
    for (const host of hosts) host.close();
    await town?.close();
  });

  test('says clearly that a page of another origin may not show it', async () => {
    const url = await serve();
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
    await enter(page, await serve({ policy: strict(`'wasm-unsafe-eval'`), allowed: true }));
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
    await enter(page, await serve({ policy: strict(''), allowed: true }));
    await showAll(page);
    await addVariant(page, goods.soil, '40 l');
    await addButton(page, goods.saw).click();
    await cartHolds(page, 2);
    await cartCosts(await openCart(page), '€56.10');
    assert.ok(commands.has('catalog.products') && commands.has('quote'), [...commands].join());
    const violations = await page.evaluate(() => window.violations);
    assert.deepEqual([...new Set(violations)], ['script-src wasm-eval']);
  });

  /** A page with the two tags on a port of its own, with a policy, and allowed by the site or not. */
  async function serve({ policy, allowed = false } = {}) {
    const { urls, site_id, vitrine } = town.demo;
    const body = `<!doctype html><html lang="en"><title>A page</title>
      <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
      <script type="module" async src="${urls.server}/v1/vitrine.js"></script>
      <p>The text of the page itself.</p><vitrine-store site="${site_id}"></vitrine-store>`;
    const host = createServer((_, response) => {
      const headers = { 'content-type': 'text/html' };
      if (policy) headers['content-security-policy'] = policy.replaceAll('%', urls.server);
      response.writeHead(200, headers).end(body);
    });
    await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
    hosts.push(host);
    const origin = `http://localhost:${host.address().port}`;
    if (allowed) {
      await vitrine('site origin', '--site', site_id, '--origin', urls.blog, '--origin', origin);
      const manifest = `${urls.server}/v1/sites/${site_id}/manifest.json`;
      await eventually(async () => (await fetch(manifest, { headers: { origin } })).ok);
    }
    return origin;
  }
});

const strict = (wasm) =>
  [
    "default-src 'none'",
    `script-src 'self' % ${wasm}`,
    "style-src 'self'",
    'connect-src %',
    'frame-src %',
    'img-src * data:',
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

/** Runs in the page before its own scripts. */
function noteViolations() {
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    window.violations.push(`${effectiveDirective} ${blockedURI}`),
  );
}
