// What is often bought together, beside the product that one looks at.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ok, send } from '../server/client.mjs';
import { clean } from './axe.mjs';
import { buy, ship } from './buying.mjs';
import { goodsOf } from './host.mjs';
import { enter, eventually, goods, openTown, shot, showAll, visit } from './shop.mjs';

describe('what is often bought together', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-sites-'));
  let town, saw, trellis, horn;

  before(async () => {
    town = await openTown();
    const all = await goodsOf(town);
    [saw, trellis, horn] = [all[goods.saw], all[goods.trellis], all[goods.horn]];
    for (const name of ['ada', 'berta', 'clara', 'dora']) await buyBoth(name);
    for (const name of ['ash', 'beech', 'cedar']) await showBoth(name);
    await town.demo.vitrine('product rank');
    const { urls, site_id } = town.demo;
    const asked = { body: { product_id: saw.id }, headers: { origin: urls.blog } };
    const path = `/v1/sites/${site_id}/commands/catalog.companions`;
    await eventually(
      async () => (await send(urls.server, 'POST', path, asked)).json.products.length > 0,
    );
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await town?.close();
  });

  /** A presenter's site shows the saw and horn meal in one section, and sells something. */
  async function showBoth(name) {
    const { urls, vitrine } = town.demo;
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify({ name, currency: 'EUR', country: 'DE', language: 'en' }));
    const origin = `https://${name}.example`;
    const site = JSON.parse(await vitrine('site add', '--settings', file, '--origin', origin));
    const path = `/v1/presenter/sites/${site.id}/arrangement`;
    const body = { sections: [{ title: 'Build', product_ids: [saw.id, horn.id] }] };
    const headers = { authorization: `Bearer ${site.api_key}` };
    ok(await send(urls.server, 'POST', path, { body, headers }));
    await buyBoth(name, site.id);
  }

  /** A customer buys the saw and the trellis, and their sellers ship. */
  async function buyBoth(name, site_id = town.demo.site_id) {
    const both = [saw, trellis].map(({ offer_id }) => offer_id);
    const { orders } = await buy(town, both, { name, site_id });
    for (const order of orders) await ship(town, order);
  }

  async function openSaw(options) {
    const { page, problems } = await visit(town.browser, options);
    await enter(page, town.demo.urls.blog);
    await showAll(page);
    await page.getByRole('button', { name: goods.saw, exact: true }).click();
    const view = page.locator('vitrine-product dialog[open]');
    await view.getByRole('region', { name: 'Often bought together' }).waitFor();
    return { page, problems, view };
  }

  test('stands below the product, and says why', async () => {
    const { page, problems, view } = await openSaw();
    const together = view.getByRole('region', { name: 'Often bought together' });
    assert.equal(await together.getByRole('listitem').count(), 1);
    await together.getByText('Why is this here?').click();
    await together
      .getByText(/bought/)
      .last()
      .waitFor();
    await together.scrollIntoViewIfNeeded();
    await shot(page, 'together-desktop');
    await clean(page, 'vitrine-store');
    assert.deepEqual(problems, []);
  });

  test('stands above what presenters often show beside it, which says why too', async () => {
    const { page, problems, view } = await openSaw();
    const shown = view.getByRole('region', { name: 'Often shown together' });
    await shown.getByRole('button', { name: new RegExp(`^${goods.horn}`) }).waitFor();
    assert.equal(await shown.getByRole('listitem').count(), 1);
    await shown.getByText('Why is this here?').click();
    await shown.getByText(/recommend both/).waitFor();
    await shown.scrollIntoViewIfNeeded();
    await shot(page, 'shown-together');
    await clean(page, 'vitrine-store');
    assert.deepEqual(problems, []);
  });

  test('leads by keyboard to the other product, which leads back', async () => {
    const { page, view } = await openSaw();
    await view.getByRole('button', { name: new RegExp(`^${goods.trellis}`) }).focus();
    await page.keyboard.press('Enter');
    await view.getByRole('heading', { name: goods.trellis }).waitFor();
    await view.getByRole('button', { name: new RegExp(`^${goods.saw}`) }).waitFor();
    assert.equal(
      await page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.closest('dialog') !== null;
      }),
      true,
      'the focus stays in the dialog',
    );
    await page.keyboard.press('Escape');
    await page.locator('vitrine-product dialog').waitFor({ state: 'hidden' });
  });

  test('fits a narrow dark screen', async () => {
    const { page, view } = await openSaw({
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    });
    const why = view.getByText('Why is this here?').last();
    await why.click();
    await why.scrollIntoViewIfNeeded();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
    await shot(page, 'together-narrow');
  });
});
