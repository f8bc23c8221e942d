// What a product view that stands in a page tells search engines.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { goodsOf, openHost } from './host.mjs';
import { eventually, goods, openTown, visit } from './shop.mjs';

let town, host, soil, horn;
before(async () => {
  town = await openTown();
  host = await openHost(town);
  const all = await goodsOf(town);
  [soil, horn] = [all[goods.soil], all[goods.horn]];
});
after(async () => {
  host?.close();
  await town?.close();
});

const type = 'application/ld+json';
const view = (product, more = '') =>
  `${host.tag}${more}<vitrine-product site="${host.site}" product="${product}">…</vitrine-product>`;

async function open(path, body, options) {
  const visited = await visit(town.browser);
  await visited.page.goto(host.put(path, body, options));
  await visited.page.locator('vitrine-product section h3').first().waitFor();
  const told = () =>
    visited.page
      .locator(`vitrine-product > script[type="${type}"]`)
      .evaluateAll((scripts) => scripts.map(({ textContent }) => JSON.parse(textContent)));
  return { ...visited, told };
}

test(
  'names variants, prices, sellers and what a unit costs, under the strictest policy',
  { timeout: 60_000 },
  async () => {
    const policy = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
    const [, rules] = /Content-Security-Policy:\n([^`]*)```/.exec(policy);
    const strict = rules
      .replace(/\s+/g, ' ')
      .replaceAll('https://shop.example', town.demo.urls.server);
    const head = `<meta http-equiv="Content-Security-Policy" content="${strict.trim()}">`;
    const { page, problems, told } = await open('/strict', view(soil.id), { head });
    await eventually(async () => (await told()).length === 1);
    const [group] = await told();
    assert.equal(group['@type'], 'ProductGroup');
    assert.equal(group.name, goods.soil);
    const { offers } = group.hasVariant.find(({ name }) => name.endsWith('40 l'));
    assert.equal(offers[0].price, '9.90');
    assert.equal(offers[0].seller.name, 'Krume & Keim');
    assert.equal(offers[0].priceSpecification.referenceQuantity.unitCode, 'LTR');
    assert.deepEqual(problems, []);

    // Another product: what is told follows; none: nothing is.
    await page.locator('vitrine-product').evaluate((node, id) => (node.product = id), horn.id);
    await eventually(async () => (await told())[0]?.name === goods.horn);
    await page.locator('vitrine-product').evaluate((node) => node.remove());
    assert.equal(await page.locator(`script[type="${type}"]`).count(), 0);
  },
);

test(
  'is silent where the page tells of the product itself, and once for two views',
  { timeout: 60_000 },
  async () => {
    const own = `<script type="${type}">{"@graph":[{"@type":["Product"],"name":"${goods.soil}"}]}</script>
    <script type="${type}">{ not json</script>`;
    const { page, told } = await open('/own', view(soil.id, own) + view(horn.id) + view(horn.id));
    await page.locator('vitrine-product section h3').nth(2).waitFor();
    await eventually(async () => (await told()).length > 0);
    assert.deepEqual(
      (await told()).map(({ name }) => name),
      [goods.horn],
    );
  },
);

test(
  'is the same where a page is made beforehand, as the docs have it',
  { timeout: 60_000 },
  async () => {
    const docs = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8');
    const [, code] = /```js\n(import \{ loadCore \}[^`]*)```/.exec(docs);
    const dist = new URL('../../dist/', import.meta.url);
    const module = `${code}\nexport { script };`
      .replace(/'vitrine\/([\w-]+)'/g, (_, name) => `'${new URL(`${name}.js`, dist)}'`)
      .replace('https://shop.example', town.demo.urls.server)
      .replace('site_…', host.site)
      .replace('pro_…', soil.id);
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-beforehand-'));
    try {
      const file = join(folder, 'page.mjs');
      writeFileSync(file, module);
      const { script } = await import(file);
      const still = `<vitrine-product site="${host.site}" product="${soil.id}">
      <script type="${type}">${script}</script><a href="#">Soil</a></vitrine-product>`;
      const { page, context } = await visit(town.browser, { javaScriptEnabled: false });
      await page.goto(host.put('/beforehand', host.tag + still));
      await page.getByRole('link', { name: 'Soil' }).waitFor();
      await context.close();

      const { told } = await open('/alive', view(soil.id));
      await eventually(async () => (await told()).length === 1);
      assert.deepEqual((await told())[0], JSON.parse(script));
      const both = await open('/both', host.tag + still);
      await both.page.waitForLoadState('networkidle');
      assert.equal((await both.told()).length, 1, 'the page’s own is kept, and no other added');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
