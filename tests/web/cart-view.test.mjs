import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';
import { manifest, surroundings } from './shop.mjs';

const { blocking, cartView } = await bundled('cart-view.ts');
const { checkoutLink } = await bundled('checkout-link.ts');
const { countryChoices } = await bundled('countries.ts');
const { readFragment } = await bundled('checkout/draft.ts');

async function priced(line_items, selected_options = []) {
  const { loadCore } = surroundings();
  const core = await loadCore();
  const { value: quote } = await core.call('quote', {
    currency: 'EUR',
    destination: { country: 'DE' },
    line_items,
    selected_options,
  });
  return { cart: { line_items }, priced: { line_items, selected_options, quote } };
}

test('lines stand in the parcels of their sellers', async () => {
  const state = await priced([
    { offer_id: 'off_board', quantity: 1 },
    { offer_id: 'off_soil', quantity: 1 },
    { offer_id: 'off_post', quantity: 1 },
  ]);
  const shown = cartView(state).sellers.map(({ seller, parcels }) => [
    seller.seller_id,
    parcels.flatMap(({ lines }) => lines.map(({ offer_id }) => offer_id)),
  ]);
  assert.deepEqual(shown, [
    ['sel_wood', ['off_board', 'off_post']],
    ['sel_soil', ['off_soil']],
  ]);
});

test('a message stands at the line that it is about', async () => {
  const state = await priced([
    { offer_id: 'off_gone', quantity: 1 },
    { offer_id: 'off_post', quantity: 1 },
    { offer_id: 'off_board', quantity: 9 },
  ]);
  const { sellers, gone } = cartView(state);
  const [post, board] = sellers[0].parcels[0].lines;
  assert.equal(post.message, undefined);
  assert.equal(board.message.limit, 5);
  assert.deepEqual(gone, [{ offer_id: 'off_gone', quantity: 1 }]);
  assert.equal(blocking(state).length, 2);
});

test('a line that was just removed is not shown with the old prices', async () => {
  const { priced: old } = await priced([{ offer_id: 'off_post', quantity: 1 }]);
  assert.deepEqual(cartView({ cart: { line_items: [] }, priced: old }).sellers, []);
});

test('the checkout reads the link that the widget writes', () => {
  const state = {
    manifest,
    cart: {
      line_items: [
        { offer_id: 'off_a', quantity: 2 },
        { offer_id: 'off_b', quantity: 1 },
      ],
    },
    destination: { country: 'GB', postcode: 'SW1A 1AA' },
    choices: { 'sel_a/par&cel=1': 'express+' },
    pinned: ['off_b'],
    objective: 'fastest',
  };
  const page = { protocol: 'https:', origin: 'https://blog.example', pathname: '/a%20b/' };
  const url = new URL(checkoutLink(state, 'de', { ...page, search: '?to=ada', hash: '#me' }));
  assert.equal(url.origin + url.pathname, manifest.checkout_url);
  const draft = readFragment(url.hash);
  assert.deepEqual(draft.lines, [
    { offer_id: 'off_a', quantity: 2 },
    { offer_id: 'off_b', quantity: 1 },
  ]);
  assert.equal(draft.address.country, 'GB');
  assert.equal(draft.address.postcode, 'SW1A 1AA');
  assert.deepEqual([draft.pinned_offers, draft.objective], [['off_b'], 'fastest']);
  assert.deepEqual(draft.choices, { 'sel_a/par&cel=1': 'express+' });
  assert.equal(draft.page, 'https://blog.example/a%20b/');
  assert.doesNotMatch(decodeURIComponent(url.hash), /ada|#me/);
  for (const none of [
    undefined,
    { ...page, protocol: 'file:' },
    { ...page, pathname: '/'.repeat(1000) },
  ])
    assert.equal(readFragment(new URL(checkoutLink(state, 'de', none)).hash).page, undefined);
});

test('the countries to choose from are those that the goods go to and the present one', () => {
  const codes = (served, present = 'DE') =>
    countryChoices(served, present, 'en').map(({ code }) => code);
  assert.deepEqual(codes(['FR']), ['FR', 'DE']);
  assert.deepEqual(codes(['FR', 'DE'], ''), ['FR', 'DE']);
  assert.equal(codes([]).length, 249);
});

test('names of countries are sorted as the language does', () => {
  const names = countryChoices(['ZA', 'EG', 'AT'], '', 'de').map(({ name }) => name);
  assert.deepEqual(names, ['Ägypten', 'Österreich', 'Südafrika']);
});
