import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { chosenVariant, choose, firstChoice, optionGroups, rankedOffers } =
  await bundled('variants.ts');

const variant = (size, colour, ...offers) => ({
  id: `${size} ${colour}`,
  options: [
    { name: 'Size', value: size },
    { name: 'Colour', value: colour },
  ],
  offers,
});
const offer = (id, price, stock) => ({ id, price, stock });

const product = {
  variants: [
    variant('S', 'black', offer('a', 500, 0)),
    variant('S', 'green', offer('b', 500, 3), offer('c', 450)),
    variant('L', 'green', offer('d', 700, 1)),
  ],
};

test('a product opens with a variant that can be had', () => {
  assert.deepEqual(firstChoice(product), { Size: 'S', Colour: 'green' });
});

test('a product opens with the variant whose price the grid showed', () => {
  assert.deepEqual(firstChoice(product, 'd'), { Size: 'L', Colour: 'green' });
});

test('values that lead to nothing in stock are marked', () => {
  const [size, colour] = optionGroups(product, { Size: 'S', Colour: 'green' });
  assert.deepEqual(size.values, [
    { value: 'S', available: true },
    { value: 'L', available: true },
  ]);
  assert.deepEqual(colour.values, [
    { value: 'black', available: false },
    { value: 'green', available: true },
  ]);
});

test('a value that no variant has with the others moves these along', () => {
  const choice = choose(product, { Size: 'L', Colour: 'green' }, 'Colour', 'black');
  assert.deepEqual(choice, { Size: 'S', Colour: 'black' });
  assert.equal(chosenVariant(product, choice).id, 'S black');
});

test('the cheapest offer that can be had comes first', () => {
  const ranked = rankedOffers(variant('S', 'red', offer('x', 1, 0), offer('y', 9), offer('z', 3)));
  assert.deepEqual(
    ranked.map(({ id }) => id),
    ['z', 'y', 'x'],
  );
});

test('a product without options is one variant', () => {
  const plain = { variants: [{ id: 'only', options: [], offers: [offer('a', 1)] }] };
  assert.equal(chosenVariant(plain, firstChoice(plain)).id, 'only');
  assert.deepEqual(optionGroups(plain, {}), []);
});

test('sizes stand from the smallest, words as their seller put them', () => {
  const valuesOf = (...sizes) => {
    const [{ values }] = optionGroups({ variants: sizes.map((size) => variant(size, 'red')) }, {});
    return values.map(({ value }) => value);
  };
  assert.deepEqual(valuesOf('5 × 80 mm', '5 × 60 mm', '4 × 40 mm', '10 × 8 mm'), [
    '4 × 40 mm',
    '5 × 60 mm',
    '5 × 80 mm',
    '10 × 8 mm',
  ]);
  assert.deepEqual(valuesOf('1,5 l', '0,75 l', '1.25 l'), ['0,75 l', '1.25 l', '1,5 l']);
  assert.deepEqual(valuesOf('500 g', '1 kg'), ['500 g', '1 kg']);
  assert.deepEqual(valuesOf('M', 'S', 'L'), ['M', 'S', 'L']);
});
