// What a seller says goes with a product, in the view of it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clean } from './axe.mjs';
import { goodsOf, openHost } from './host.mjs';
import { eventually, openTown, shot, stickingOut, visit } from './shop.mjs';

const folder = mkdtempSync(join(tmpdir(), 'vitrine-related-'));
const row = (id, title, more) =>
  JSON.stringify({ id, title, price: '9.90 EUR', availability: 'in_stock', ...more });
const rows = [
  row('LAMP', 'Lamp', {
    related_product_id: ['BULB', 'CORD', 'OIL'],
    relationship_type: ['required_part', 'required_part', 'accessory'],
  }),
  ...[row('BULB', 'Bulb'), row('CORD', 'Cord'), row('OIL', 'Lamp oil')],
];

let town, lamp;
before(async () => {
  town = await openTown();
  const file = join(folder, 'lamps.jsonl');
  writeFileSync(file, rows.join('\n'));
  await town.demo.vitrine('import', '--seller', town.demo.sellers[0].id, file);
  lamp = await eventually(async () => (await goodsOf(town)).Lamp);
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await town?.close();
});

const open = async (options) => {
  const visited = await visit(town.browser, options);
  const { urls, site_id } = town.demo;
  await visited.page.goto(`${urls.server}/sites/${site_id}/products/${lamp.id}`);
  const needed = visited.page.getByRole('region', { name: 'You will also need' });
  await needed.waitFor();
  return { ...visited, needed };
};

test(
  'what it needs is added with one press, the rest stands below',
  { timeout: 60_000 },
  async () => {
    const { page, needed, problems } = await open();
    const others = page.getByRole('region', { name: 'Goes with it' });
    await others.getByRole('link', { name: /^Lamp oil/ }).waitFor();
    await clean(page, 'main');
    await page.locator('[aria-level="1"]', { hasText: 'Lamp' }).waitFor();
    await shot(page, 'related', { fullPage: true });
    await needed.getByRole('button', { name: 'Add Bulb and Cord to the cart' }).click();
    await page.getByRole('button', { name: /^Cart, 2 items/ }).waitFor();
    assert.deepEqual(problems, []);
  },
);

test(
  'another product has a page, a title and a description of its own, and Back returns',
  { timeout: 60_000 },
  async () => {
    const { page, needed, problems } = await open();
    const first = page.url();
    await needed.getByRole('link', { name: /^Bulb/ }).click();
    await page.locator('[aria-level="1"]', { hasText: 'Bulb' }).waitFor();
    assert.equal(await page.title(), 'Bulb – The Slow Garden');
    const { id } = (await goodsOf(town)).Bulb;
    assert.equal(page.url(), first.replace(lamp.id, id));
    assert.equal(await page.locator('link[rel=canonical]').getAttribute('href'), page.url());
    const described = await page.locator('script[type="application/ld+json"]').allTextContents();
    assert.deepEqual(
      described.map((text) => JSON.parse(text).name),
      ['Bulb'],
    );
    await page.goBack();
    await needed.waitFor();
    assert.equal(await page.title(), 'Lamp – The Slow Garden');
    assert.deepEqual(problems, []);
  },
);

test('in a page of somebody’s own, another product is shown in its place', async () => {
  const { page } = await visit(town.browser);
  const host = await openHost(town);
  const url = host.put(
    '/lamp',
    `<h1>My lamp</h1><vitrine-product site="${host.site}" product="${lamp.id}"></vitrine-product>`,
    { head: host.tag },
  );
  await page.goto(url);
  const needed = page.getByRole('region', { name: 'You will also need' });
  await needed.getByRole('button', { name: /^Bulb/ }).click();
  await page.getByRole('heading', { name: 'Bulb' }).waitFor();
  await eventually(async () => !(await needed.isVisible()));
  assert.equal(page.url(), url);
  assert.equal(await page.title(), 'A page');
  host.close();
});

test('it fits a narrow dark page', { timeout: 60_000 }, async () => {
  const { page } = await open({
    ...{ viewport: { width: 320, height: 740 }, hasTouch: true, isMobile: true },
    colorScheme: 'dark',
  });
  await shot(page, 'related-narrow-dark', { fullPage: true });
  assert.deepEqual(await stickingOut(page), []);
});
