// What many customers buy makes the order of the shelf and what is shown beside a product.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { amount, ok } from './client.mjs';
import { address, buyer } from './goods.mjs';
import { openShop } from './shop.mjs';
import { until } from './receiver.mjs';

describe('the ranking of the crowd', { timeout: 300_000 }, () => {
  let shop;
  let products; // SKU → product id
  const call = async (command, body) =>
    ok(await shop.send('POST', `/v1/sites/${shop.site_id}/commands/${command}`, { body }));
  const companionsOf = async (sku) =>
    (await call('catalog.companions', { product_id: products[sku] })).products.map(({ id }) => id);
  const rank = async () => JSON.parse(await shop.vitrine('product', 'rank', '--json'));

  /** A customer of that name buys; the sellers take the steps. */
  async function buy(
    name,
    wanted,
    { step = 'ship', street = `${name}weg 1`, site_id = shop.site_id } = {},
  ) {
    const { secret, ...opened } = await shop.session(wanted, { site_id });
    const filled = {
      buyer: { ...buyer, email: `${name}@customer.example` },
      address: { ...address, line1: street },
      payment_method: 'invoice',
    };
    const session = { ...ok(await shop.customer.update({ ...opened, secret }, filled)), secret };
    const bought = ok(await shop.customer.complete(session, amount(session.quote.totals, 'total')));
    const { orders } = ok(await shop.customer.order(bought.order.url));
    for (const { id, seller_id } of orders) {
      const seller = Object.keys(shop.sellers).find((key) => shop.sellers[key].id === seller_id);
      if (step)
        ok(
          await shop.seller(
            seller,
            'POST',
            `/${id}/${step}`,
            step === 'reject' ? { reason: 'none' } : {},
          ),
        );
    }
    return orders;
  }

  before(async () => {
    shop = await openShop();
    products = {};
    for (const { id } of (await call('catalog.products', { limit: 200 })).products) {
      const { variants } = await call('catalog.product', { product_id: id });
      for (const { offers } of variants) for (const { sku } of offers) products[sku] = id;
    }
  });
  after(() => shop?.stop());

  test('without purchases nothing stands anywhere else', async () => {
    assert.deepEqual(await rank(), []);
    assert.deepEqual(await companionsOf('ALD-BOARD'), []);
  });

  test('what was not shipped, or bought by one customer under many names, does not count', async () => {
    const both = { 'ALD-BOARD': 1, 'BIR-SCREW': 1 };
    await buy('anna', both);
    await buy('anna+2', both, { street: 'Other street 2' });
    await buy('berta', both, { street: 'annaweg 1' });
    await buy('carla', both, { step: '' });
    await buy('dora', both, { step: 'reject' });
    const standings = await rank();
    assert.deepEqual(
      standings.flatMap(({ companions }) => companions),
      [],
    );
    const screw = standings.find(({ product_id }) => product_id === products['BIR-SCREW']);
    assert.ok(screw.score !== 0);
  });

  test('three customers who buy two things at once make them companions, also after a restart', async () => {
    for (const name of ['emma', 'frida', 'gerda'])
      await buy(name, { 'ALD-BOARD': 1, 'BIR-SCREW': 2 });
    await rank();
    await until(
      async () => (await companionsOf('ALD-BOARD')).length > 0,
      15_000,
      () => 'companions in the catalogue',
    );
    assert.deepEqual(await companionsOf('ALD-BOARD'), [products['BIR-SCREW']]);
    assert.deepEqual(await companionsOf('BIR-SCREW'), [products['ALD-BOARD']]);
    await shop.kill();
    await until(
      () => !shop.isRunning(),
      15_000,
      () => 'the end of the server',
    );
    await shop.start();
    assert.deepEqual(await companionsOf('ALD-BOARD'), [products['BIR-SCREW']]);
    assert.deepEqual(await rank(), await rank());
  });

  test('a server ranks by itself when it starts', async () => {
    for (const name of ['hanna', 'ida', 'jana']) await buy(name, { 'CLO-SEED': 1, 'BIR-SAW': 1 });
    assert.deepEqual(await companionsOf('CLO-SEED'), []);
    await shop.kill();
    await until(
      () => !shop.isRunning(),
      15_000,
      () => 'the end of the server',
    );
    await shop.start();
    await until(
      async () => (await companionsOf('CLO-SEED')).length > 0,
      15_000,
      () => 'companions in the catalogue',
    );
    assert.deepEqual(await companionsOf('CLO-SEED'), [products['BIR-SAW']]);
    assert.ok(!shop.lines.some((line) => line.includes('products_not_ranked')));
  });

  test('what three presenters show together stands beside it, of sites that sell goods of others', async () => {
    const pair = [products['CLO-PLANT'], products['BIR-SAW']];
    const shown = async () =>
      (await call('catalog.companions', { product_id: pair[0] })).presented.map(({ id }) => id);
    const known = async () =>
      (await rank()).find(({ product_id }) => product_id === pair[0])?.presented ?? [];
    const open = async (name) => {
      const settings = { name, currency: 'EUR', country: 'DE', language: 'en' };
      const file = shop.write(`${name}.json`, settings);
      const origin = `https://${name}.example`;
      const site = JSON.parse(
        await shop.vitrine('site', 'add', '--settings', file, '--origin', origin),
      );
      const sections = [{ title: 'Grow', product_ids: pair }];
      ok(
        await shop.send('POST', `/v1/presenter/sites/${site.id}/arrangement`, {
          body: { sections },
          headers: { authorization: `Bearer ${site.api_key}` },
        }),
      );
      return site;
    };
    const sell = ({ id: site_id }, name) => buy(name, { 'ALD-BOARD': 1 }, { site_id });
    const sites = [await open('ash'), await open('beech'), await open('cedar')];
    await sell(sites[0], 'kim');
    await sell(sites[1], 'lou');
    assert.deepEqual(await known(), []); // the third has not sold anything
    await sell(sites[2], 'mia');
    shop.write('password.txt', 'correct horse battery\n');
    const who = ['--email', 'both@example.org', '--name', 'Both'];
    const both = ['--password-file', 'password.txt', '--member', sites[2].presenter_id];
    await shop.vitrine('account', 'add', ...who, ...both);
    const seller = ['--member', shop.sellers.birch.id];
    await shop.vitrine('account', 'join', '--email', 'both@example.org', ...seller);
    assert.deepEqual(await known(), []); // sells the saw itself
    await sell(await open('elm'), 'noa');
    assert.deepEqual(await known(), [pair[1]]);
    await until(
      async () => (await shown()).length > 0,
      15_000,
      () => 'what is shown together in the catalogue',
    );
    assert.deepEqual(await shown(), [pair[1]]);
  });

  test('what many buy stands first among the products of its seller', async () => {
    const { products: shelf } = await call('catalog.products', { limit: 200 });
    const birch = shelf.filter(({ seller_ids }) => seller_ids[0] === shop.sellers.birch.id);
    assert.ok(birch.length > 1);
    assert.equal(birch[0].id, products['BIR-SCREW']);
  });

  test('a ranking names no customer', async () => {
    const text = JSON.stringify(await rank()) + shop.lines.join('\n');
    for (const name of ['emma', 'customer.example', 'annaweg']) assert.ok(!text.includes(name));
  });
});
