// Very narrow, very wide, long words, no pictures, few goods, colours of the system, other themes, and what is told.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from '../../scripts/command.mjs';
import { clean } from './axe.mjs';
import { hostsOf } from './hosts.mjs';
import {
  addButton,
  cards,
  cartButton,
  cartCosts,
  cartHolds,
  enter,
  goods,
  openCart,
  openTown,
  shot,
  showAll,
  visit,
} from './shop.mjs';

const themed = (theme) => `<!doctype html><html lang="en"><title>${theme}</title>
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  <link rel="stylesheet" href="%SERVER%/v1/themes/${theme}.css">%SCRIPT%
  <style>body { margin: 0 auto; max-width: 64rem; color-scheme: light dark }
    @media (prefers-color-scheme: dark) { body { background: #161616; color: #eee } }</style>
  <main><h1>A page</h1>%SHOP%</main>`;

describe('the shop', { timeout: 400_000 }, () => {
  let town, hosts, plain;
  before(async () => {
    town = await openTown();
    hosts = hostsOf(town);
    plain = await hosts.serve();
  });
  after(async () => {
    hosts?.close();
    await town?.close();
  });

  async function open(options = {}, prepare = () => {}) {
    const visitor = await visit(town.browser, options);
    await prepare(visitor.page);
    await enter(visitor.page, plain);
    return visitor;
  }

  test('fits 320 px in German, with words that are longer', async () => {
    const { page, context } = await open({
      viewport: { width: 320, height: 640 },
      locale: 'de-DE',
    });
    await page.locator('vitrine-store').evaluate((shop) => (shop.language = 'de'));
    await page.getByText('4 Händler, ein Warenkorb').waitFor();
    await lengthen(page, 'Donaudampfschifffahrtsgesellschaftskapitänsmütze');
    await fitsAcross(page);
    await page
      .getByRole('button', { name: /in den Warenkorb legen$/ })
      .first()
      .click();
    await cartButton(page).click();
    const drawer = page.locator('vitrine-cart dialog[open]');
    await drawer.locator('.sum', { hasText: 'Gesamt' }).waitFor();
    await fitsAcross(page);
    const { scrollWidth, clientWidth } = await drawer
      .locator('.scroll')
      .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} in ${clientWidth}`);
    await shot(page, 'narrow-320-german');
    await context.close();
  });

  test('fills 4K with columns, not with huge cards', async () => {
    const { page, context } = await open({ viewport: { width: 3840, height: 2160 } });
    const width = await cards(page)
      .first()
      .evaluate((card) => card.getBoundingClientRect().width);
    assert.ok(width < 900, `${width}`);
    await fitsAcross(page);
    await shot(page, 'wide-4k');
    await context.close();
  });

  test('shows an initial where a picture is missing', async () => {
    const { page, context } = await open({}, (page) =>
      page.route(/\/v1\/media\//, (route) => route.abort()),
    );
    const first = cards(page).first().locator('img');
    await first.scrollIntoViewIfNeeded();
    await page.waitForFunction(
      (image) => getComputedStyle(image).visibility === 'hidden',
      await first.elementHandle(),
    );
    const frame = cards(page).first().locator('.frame');
    const shown = await frame.evaluate((place) => getComputedStyle(place, '::before').content);
    const title = await cards(page).first().locator('h3').innerText();
    assert.match(shown, new RegExp(`^"${title[0]}"`));
    assert.equal(await frame.ariaSnapshot(), ''); // nobody reads it aloud
    await shot(page, 'no-pictures');
    await clean(page);
    await context.close();
  });

  test('shows one product, and says where there is none', async () => {
    for (const count of [1, 0]) {
      const { page, context, problems } = await visit(town.browser);
      await page.route(/\/v1\/catalogs\//, (route) => {
        return route.fulfill({
          body: catalogueOf(count),
          headers: { 'access-control-allow-origin': '*' },
        });
      });
      await page.route(/\/manifest\.json$/, async (route) => {
        const response = await route.fetch();
        const manifest = await response.json();
        const products = manifest.shelf.products.slice(0, count);
        await route.fulfill({ response, json: { ...manifest, shelf: { total: count, products } } });
      });
      await page.goto(plain);
      if (count > 0) {
        await cards(page).first().waitFor();
        assert.equal(await cards(page).count(), count);
      } else await page.getByText('There is nothing on the shelves yet.').waitFor();
      await clean(page);
      await shot(page, `products-${count}`);
      assert.deepEqual(problems, []);
      await context.close();
    }
  });

  test('says where it was pressed that a wish came to nothing, until it does not', async () => {
    const { page, context } = await open({ viewport: { width: 360, height: 640 } });
    await page.route(/core\.wasm/, (route) => route.abort());
    await addButton(page, goods.saw).click();
    const problem = page.getByRole('alert');
    await problem.waitFor();
    const seen = await problem.evaluate((box) => {
      const { top, bottom } = box.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.ok(seen);
    await page.unroute(/core\.wasm/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await problem.waitFor({ state: 'detached' });
    await addButton(page, goods.saw).click();
    await cartHolds(page, 1);
    await context.close();
  });

  test('keeps its shapes in the colours of the system', async () => {
    const { page, context } = await open({ forcedColors: 'active' });
    await addButton(page, goods.saw).click();
    await cartHolds(page, 1);
    const borders = await page
      .locator('vitrine-grid .button')
      .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).borderTopWidth));
    assert.ok(borders.length > 0 && borders.every((width) => width !== '0px'), borders.join());
    await showAll(page);
    await page.getByRole('button', { name: 'Choose Goatskin garden gloves' }).click();
    const view = page.locator('vitrine-product dialog[open]');
    const chosen = view.locator('.value:has(:checked)').first();
    const other = view.locator('.value:not(:has(:checked))').first();
    const border = (place) => place.evaluate((label) => getComputedStyle(label).borderTopWidth);
    assert.notEqual(await border(chosen), await border(other));
    await shot(page, 'forced-colors');
    await context.close();
  });

  for (const theme of ['paper', 'ink', 'bright'])
    for (const colorScheme of ['light', 'dark'])
      test(`can be read in the theme ${theme}, ${colorScheme}`, async () => {
        const { page, context } = await visit(town.browser, { colorScheme });
        await enter(page, await hosts.serve({ html: themed(theme) }));
        const dark = await page.locator('vitrine-store').getAttribute('data-dark');
        assert.equal(dark !== null, colorScheme === 'dark');
        await addButton(page, goods.saw).click();
        await page.locator('vitrine-grid [part=card-delivery]').first().waitFor();
        await page.waitForLoadState('networkidle');
        await clean(page);
        await shot(page, `theme-${theme}-${colorScheme}`);
        await cartCosts(await openCart(page), '€37.80');
        await clean(page, 'vitrine-cart');
        await shot(page, `theme-${theme}-${colorScheme}-cart`);
        await context.close();
      });

  test('is clean for axe in Arabic, in the cart too, and where it cannot be loaded', async () => {
    const { page, context } = await visit(town.browser, { locale: 'ar' });
    const html = `<!doctype html><html lang="ar" dir="rtl"><title>صفحة</title>
      <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">%SCRIPT%
      <main><h1>صفحة</h1>%SHOP%</main>`;
    const url = await hosts.serve({ html });
    await enter(page, url);
    await clean(page);
    await page
      .getByRole('button', { name: /Pull saw, 240 mm/ })
      .last()
      .click();
    await cartButton(page).click();
    await page.locator('vitrine-cart dialog[open] .ways').waitFor();
    await clean(page, 'vitrine-cart');
    await page.route(/manifest\.json/, (route) => route.abort());
    await page.reload();
    await page.locator('vitrine-store [role=alert]').waitFor();
    await clean(page);
    await context.close();
  });

  test('tells names, groups and news to those who do not see', async () => {
    const { page, context } = await open();
    await addButton(page, goods.saw).click();
    const news = page.locator('vitrine-store > * [role=status], vitrine-store [role=status]');
    await news
      .filter({ hasText: `Added ${goods.saw}. 1 item in the cart.` })
      .first()
      .waitFor({ state: 'attached' });
    const drawer = await openCart(page);
    await cartCosts(drawer, '€37.80');
    const tree = await drawer.ariaSnapshot();
    for (const name of [
      'dialog "Cart"',
      'button "Close"',
      'region "Eisenkontor Havelufer"',
      `group "Quantity of ${goods.saw}"`,
      'spinbutton "Quantity": "1"',
      'button "One less" [disabled]',
      'button "One more"',
      `button "Remove ${goods.saw}"`,
      'combobox "Delivery by Eisenkontor Havelufer"',
      'group "Deliver to"',
      'combobox "Country"',
      'textbox "Postcode"',
      'button "Checkout"',
    ])
      assert.ok(tree.includes(name), `${name} in\n${tree}`);
    await drawer.getByRole('button', { name: `Remove ${goods.saw}` }).click();
    await drawer
      .locator('[role=status]', { hasText: `Removed ${goods.saw}.` })
      .waitFor({ state: 'attached' });
    await context.close();
  });

  test('keeps the focus in its dialogs and gives it back', async () => {
    const { page, context } = await open();
    await addButton(page, goods.saw).click();
    await cartButton(page).focus();
    await page.keyboard.press('Enter');
    await page.locator('vitrine-cart dialog[open] .ways').waitFor();
    const inside = new Set();
    for (let step = 0; step < 30; ++step) {
      await page.keyboard.press('Tab');
      inside.add(
        await page.evaluate(() => {
          let element = document.activeElement;
          const path = [element.localName];
          while (element.shadowRoot?.activeElement) {
            element = element.shadowRoot.activeElement;
            path.push(element.localName);
          }
          return path[0] === 'body' || path.includes('vitrine-cart') ? 'inside' : path.join(' ');
        }),
      );
    }
    assert.deepEqual([...inside], ['inside']);
    await page.keyboard.press('Escape');
    await page.locator('vitrine-cart dialog').waitFor({ state: 'hidden' });
    const back = await page.evaluate(
      () => document.querySelector('vitrine-store').shadowRoot.activeElement?.part.value,
    );
    assert.match(back, /cart-button/);
    await context.close();
  });
});

/** A catalogue file of so many products. */
function catalogueOf(count) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-few-'));
  try {
    const row = (id) => ({
      id,
      title: `Spade ${id}`,
      price: '29.90 EUR',
      availability: 'in_stock',
    });
    const rows = Array.from({ length: count }, (_, n) => JSON.stringify(row(`S${n}`)));
    const [feed, file] = ['feed.jsonl', 'catalogue.bin'].map((name) => join(folder, name));
    writeFileSync(feed, rows.join('\n'));
    execFileSync(join(root, 'build', 'vitrine'), ['snapshot', '--in', feed, '--out', file]);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const fitsAcross = async (page) => {
  const [content, room] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  assert.ok(content <= room, `${content} px of content in ${room} px`);
};

/** Gives every card a title that cannot be broken at a space. */
const lengthen = (page, title) =>
  page.locator('vitrine-grid h3 bdi').evaluateAll((titles, word) => {
    for (const each of titles)
      [...each.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE).data = word;
  }, title);
