// Guides: written by the presenter, published as files of their own, and a kit of what they need.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { amount, ok, refused } from './client.mjs';
import { until } from './receiver.mjs';
import { blog, openShop } from './shop.mjs';

const bench = `# A bench

Larch, and *screws*.

\`\`\`needs
2 m larch
- Larch board canary-alder = 1.5 m

120 screws
- Torx screws canary-birch = 50
\`\`\`
`;

describe('guides', { timeout: 300_000 }, () => {
  let shop;
  before(async () => (shop = await openShop()));
  after(() => shop?.stop());

  const at = (name, site = shop.site_id) => `${shop.url}/v1/sites/${site}/guides/${name}`;
  const get = (name, origin = blog) => fetch(at(name), { headers: { origin } });
  const add = (name, text) =>
    shop.command('guide', 'add', '--site', shop.site_id, '--name', name, shop.write('g.md', text));
  const published = (name) => until(async () => (await get(name)).ok);

  test('a guide is published beside the catalogue, under an address that never changes', async () => {
    assert.equal((await get('bench')).status, 404);
    assert.deepEqual(JSON.parse((await add('bench', bench)).stdout), {
      name: 'bench',
      title: 'A bench',
      needs: 2,
    });
    await published('bench');
    const pointer = await fetch(at('bench'), { headers: { origin: blog }, redirect: 'manual' });
    assert.equal(pointer.status, 302);
    assert.equal(pointer.headers.get('cache-control'), 'no-cache');
    const answer = await get('bench');
    assert.match(answer.url, /\/v1\/guides\/[0-9a-f]{32}\.json$/);
    assert.match(answer.headers.get('cache-control'), /immutable/);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    const guide = await answer.json();
    assert.deepEqual(
      guide.needs.map(({ name, unit, amount }) => [name, unit, amount]),
      [
        ['larch', 'm', 2000],
        ['screws', '', 120_000],
      ],
    );
    assert.equal(guide.blocks[0].spans[1].emphasis, true);
  });

  test('its needs make a kit that costs what the checkout says', async () => {
    const { needs } = await (await get('bench')).json();
    const command = { currency: 'EUR', destination: { country: 'DE', postcode: '10115' }, needs };
    const kit = ok(
      await shop.send('POST', `/v1/sites/${shop.site_id}/commands/guide.kit`, {
        body: command,
        headers: { origin: blog },
      }),
    );
    assert.deepEqual(
      kit.line_items.map(({ offer_id, quantity }) => [offer_id, quantity]),
      [
        [shop.offers['ALD-BOARD'].id, 2],
        [shop.offers['BIR-SCREW'].id, 3],
      ],
    );
    assert.equal(kit.proof, 'optimal');
    const { quote } = await shop.ready({ 'ALD-BOARD': 2, 'BIR-SCREW': 3 });
    assert.equal(kit.total, amount(quote.totals, 'total'));
  });

  test('a page of another origin is not told of it', async () => {
    const answer = await get('bench', 'https://thief.example');
    assert.equal(answer.status, 403);
    const unknown = await fetch(at('bench', 'site_x'), { headers: { origin: blog } });
    assert.equal(unknown.status, 404);
  });

  test('what is wrong with a text is told with its line, and the old one stays', async () => {
    const hostile = bench.replace('*screws*', '<script>alert(1)</script>');
    const answer = await add('bench', hostile);
    assert.equal(answer.code, 1);
    assert.match(answer.output, /g\.md:3: invalid_format; expected: Markdown without HTML/);
    assert.match((await add('bench', bench.replace('1.5 m', '1.5 kg'))).output, /g\.md:7: /);
    assert.match((await add('Bench', bench)).output, /invalid_format at name/);
    const show = ['guide', 'show', '--site', shop.site_id, '--name', 'bench'];
    assert.equal(await shop.vitrine(...show), bench);
    assert.equal(JSON.parse(await shop.vitrine(...show, '--json')).title, 'A bench');
  });

  test('one of the same name takes its place, and a removed one is gone', async () => {
    await add('bench', bench.replace('A bench', 'Another bench'));
    await until(async () => (await (await get('bench')).json()).title === 'Another bench');
    const list = JSON.parse(await shop.vitrine('guide', 'list', '--json'));
    assert.deepEqual(
      list.map(({ name, title }) => [name, title]),
      [['bench', 'Another bench']],
    );
    await shop.vitrine('guide', 'remove', '--site', shop.site_id, '--name', 'bench');
    await until(async () => (await get('bench')).status === 404);
    const path = `/v1/sites/${shop.site_id}/commands/guide.kit`;
    const bad = { currency: 'EUR', destination: { country: 'DE' }, needs: [{ name: 'x' }] };
    const answer = await shop.send('POST', path, { body: bad, headers: { origin: blog } });
    refused(answer, 422, 'missing_field', 'needs[0].amount');
  });
});
