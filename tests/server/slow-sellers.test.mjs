// Three of ten endpoints accept and never answer. That the others do not feel it is told by the order of events, not by
// the clock; the long form, with figures, is tests/bench/slow-sellers.mjs.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { threeSellers } from './goods.mjs';
import { receiver } from './receiver.mjs';
import { openShop } from './shop.mjs';

const quick = 7;
const slow = 3;
const purchases = 5;
const { settings } = threeSellers.clover;

describe('slow sellers', { timeout: 300_000 }, () => {
  let shop;
  const endpoints = {};
  before(async () => {
    const sellers = {};
    for (let number = 0; number < quick + slow; ++number) {
      const name = `seller-${number}`;
      endpoints[name] = await receiver({ mode: number < quick ? 'take' : 'hang' });
      const goods = {
        id: `THING-${number}`,
        title: `Thing ${number}`,
        price: '5.00 EUR',
        availability: 'in_stock',
        tax_category: 'reduced',
      };
      sellers[name] = { settings: { ...settings, name }, goods: [goods] };
    }
    const urls = Object.entries(endpoints).map(([name, { url }]) => [name, url]);
    shop = await openShop({ sellers, endpoints: Object.fromEntries(urls) });
  });
  after(async () => {
    await shop?.stop();
    for (const each of Object.values(endpoints)) await each.close();
  });

  test('the others have all their orders while the first two of each slow one still wait', async () => {
    const names = Object.keys(endpoints);
    const wanted = Object.fromEntries(names.map((_, number) => [`THING-${number}`, 1]));
    for (let count = 0; count < purchases; ++count) await shop.buy(wanted);
    await Promise.all(names.slice(0, quick).map((name) => endpoints[name].wait(purchases, 60_000)));
    for (const name of names.slice(quick)) {
      // A third would have been sent if one of the two had ended, and fewer if they took other sellers' places.
      assert.equal(endpoints[name].deliveries.length, 2, name);
      assert.equal(endpoints[name].taken().length, 0);
    }
    for (const name of names.slice(0, quick)) {
      const ids = endpoints[name].deliveries.map(({ headers }) => headers['webhook-id']);
      assert.equal(new Set(ids).size, purchases);
    }
  });
});
