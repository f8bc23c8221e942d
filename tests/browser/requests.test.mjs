// What a page pays for the shop before anybody touches it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { untilTheGridStands } from '../bench/requests.mjs';
import { enter, openTown, visit } from './shop.mjs';

let town;
before(async () => (town = await openTown()));
after(() => town?.close());

test('two files make the grid stand, and no API call', { timeout: 60_000 }, async () => {
  const requests = await untilTheGridStands(town, { after: 1000 });
  const list = requests.map(({ method, path }) => `${method} ${path}`).join('\n');
  assert.equal(requests.length, 2, list);
  assert.deepEqual(
    requests.filter(({ isFile }) => !isFile),
    [],
  );
  for (const { path, encoding } of requests)
    if (/\.(js|wasm)$/.test(path)) assert.equal(encoding, 'br', path);
});

test('coming near fetches what the next steps need, once', { timeout: 60_000 }, async () => {
  const { page } = await visit(town.browser);
  await enter(page, town.demo.urls.blog);
  const later = [];
  page.on('request', (request) => later.push(new URL(request.url()).pathname));
  const core = page.waitForRequest(/core\.wasm/); // from before: it may leave while the pointer still moves
  await page.locator('vitrine-store h2').hover();
  await core;
  await page.waitForTimeout(500);
  const parts = later.filter((path) => /\.(js|wasm)$/.test(path));
  assert.equal(new Set(parts).size, parts.length, parts.join('\n'));
  for (const part of ['product', 'cart', 'checkout', 'suggestions', 'results', 'searching', 'core'])
    assert.ok(
      parts.some((path) => path.startsWith(`/v1/${part}-`)),
      part,
    );
});
