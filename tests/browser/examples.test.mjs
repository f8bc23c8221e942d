// The examples that people copy, opened as they are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { clean } from './axe.mjs';
import { goodsOf, openHost } from './host.mjs';
import { cartHolds, eventually, goods, openTown, shot, visit } from './shop.mjs';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
let town, host, saw, soil, kit;
before(async () => {
  town = await openTown();
  host = await openHost(town);
  const all = await goodsOf(town);
  [saw, soil, kit] = [all[goods.saw], all[goods.soil], all['Raised bed kit, larch']];
});
after(async () => {
  host?.close();
  await town?.close();
});

function serve(name, file = 'index.html', type = 'text/html; charset=utf-8') {
  const values = {
    VITRINE: town.demo.urls.server,
    SITE: host.site,
    OFFER: saw.offer_id,
    PRODUCT: soil.id,
    CHOICE: kit.id,
  };
  const text = readFileSync(join(examples, name, file), 'utf8');
  const body = text.replace(/%(\w+)%/g, (_, word) => values[word]);
  return host.put(`/${name}/${file}`, body, { type });
}

async function bundle(name, entry) {
  const { outputFiles } = await build({
    entryPoints: [join(examples, name, entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    write: false,
    // Vue's build that can read templates.
    alias: { vue: 'vue/dist/vue.esm-bundler.js' },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  host.put(`/${name}/app.js`, outputFiles[0].text, { type: 'text/javascript' });
}

test('plain HTML: a price, a button and links that sell', { timeout: 60_000 }, async () => {
  serve('plain', 'style.css', 'text/css');
  const { page } = await visit(town.browser);
  await page.goto(serve('plain'));
  await page.locator('vitrine-price').getByText('€32.90').waitFor();
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await cartHolds(page, 1);
  await page.getByRole('button', { name: 'Take two' }).click();
  await cartHolds(page, 3);
  assert.equal(await page.locator('vitrine-grid li').count(), 4);
  await page.waitForLoadState('networkidle');
  await shot(page, 'example-plain');
});

for (const [name, entry] of [
  ['react', 'app.jsx'],
  ['vue', 'app.js'],
])
  test(
    `${name}: elements take properties, and events tell state`,
    { timeout: 60_000 },
    async () => {
      await bundle(name, entry);
      const { page, problems } = await visit(town.browser);
      await page.goto(serve(name));
      const titles = () => page.locator('vitrine-grid h3').allInnerTexts();
      await page.locator('vitrine-grid li').nth(5).waitFor();
      assert.ok((await titles()).every((title) => /larch/i.test(title)));
      await page.getByRole('button', { name: 'saw' }).click();
      await eventually(async () => (await titles())[0] === goods.saw);
      await page
        .locator('vitrine-grid')
        .getByRole('button', { name: /^Add .* to the cart$/ })
        .first()
        .click();
      await page.getByText('1 chosen').waitFor();
      await page.getByRole('button', { name: 'Look into the cart' }).click();
      await page.locator('vitrine-cart dialog[open]').waitFor();
      assert.deepEqual(
        problems.filter((text) => !text.includes('favicon')),
        [],
      );
    },
  );

test(
  'own markup: goods stand in the page’s own elements and styles',
  { timeout: 60_000 },
  async () => {
    serve('own-markup', 'style.css', 'text/css');
    const { page, problems } = await visit(town.browser);
    await page.goto(serve('own-markup'));
    const entries = page.locator('#shelf > .entry');
    await entries.nth(3).waitFor();
    assert.equal(await entries.count(), 4);
    assert.equal(await page.getByText('Larch is worth its price').isVisible(), false);
    const rows = page.locator('#soil tbody tr');
    await rows.filter({ hasText: '40 l' }).getByRole('button', { name: 'Take it' }).click();
    await cartHolds(page, 1);
    await rows.filter({ hasText: '40 l' }).getByText('1 in cart').waitFor();
    const view = page.locator('#kit');
    assert.equal(await view.locator('.pictures img').count(), 2);
    const price = await view.locator('.price').innerText();
    await view.getByRole('radio', { name: '200 × 100 cm' }).check();
    await eventually(async () => (await view.locator('.price').innerText()) !== price);
    assert.equal(await view.locator('.price').innerText(), '€239.00');
    assert.ok(await view.getByRole('radio', { name: '200 × 100 cm' }).isChecked());
    await view.getByRole('button', { name: 'Take it' }).click();
    await cartHolds(page, 2);
    await view.getByText('1 in cart').waitFor();
    await page.waitForLoadState('networkidle');
    await shot(page, 'example-own-markup', { fullPage: true });
    await clean(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await shot(page, 'example-own-markup-narrow', { fullPage: true });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(problems, []);
  },
);
