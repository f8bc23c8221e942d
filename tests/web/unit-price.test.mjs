import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { unitPrice } = await bundled('unit-price.ts');
const { money } = await bundled('format.ts');
const { speak } = await bundled('messages/speak.ts');

async function said(language, base, unit, amount = 1250) {
  const pricing = { amount, base, unit };
  const told = unitPrice(pricing, await speak(language), (cents) => money(cents, 'EUR', language));
  return told.replace(/[\u00a0\u202f]/g, ' ');
}

test('a unit price is told by one of a unit, or by more of it', async () => {
  assert.equal(await said('en', 1, 'kg'), '€12.50 / kg');
  assert.equal(await said('en', 100, 'g'), '€12.50 / 100 g');
  assert.equal(await said('de-AT', 1, 'l'), '€ 12,50 / l');
  assert.equal(await said('de', 75, 'cl'), '12,50 € / 75 cl');
  assert.equal(await said('fr', 1, 'sqm'), '12,50 € / m²');
  assert.equal(await said('es', 1000, 'cbm'), '12,50 € / 1000 m³');
});

test('what is counted has the plural of its language', async () => {
  assert.equal(await said('en', 1, 'ct'), '€12.50 / piece');
  assert.equal(await said('en', 10, 'item'), '€12.50 / 10 pieces');
  assert.equal(await said('de', 100, 'sheet'), '12,50 € / 100 Blatt');
  assert.match(await said('ar', 1, 'ct'), / \/ قطعة$/);
  assert.match(await said('ar', 4, 'sheet'), / \/ [4٤] ورقات$/);
});

test('every unit of the core has a name in every language', async () => {
  const source = await readFile(
    new URL('../../include/vitrine/unit_price.hpp', import.meta.url),
    'utf8',
  );
  const [, list] = /names\(MeasureUnit\)[^{]*\{[^{]*\{([^}]+)\}/.exec(source);
  const units = [...list.matchAll(/"(\w+)"/g)].map(([, unit]) => unit);
  assert.equal(units.length, 24);
  for (const language of ['en', 'de', 'fr', 'es', 'ar']) {
    for (const unit of units) {
      for (const base of [1, 2, 100]) {
        const text = await said(language, base, unit);
        assert.match(text, / \/ \S/, `${language} ${unit}`);
        assert.doesNotMatch(text, /undefined|cbm|sqm|sqft|floz/, `${language} ${unit}`);
      }
      const name = (await said(language, 1, unit)).split(' / ')[1];
      assert.doesNotMatch(name, /[\d٠-٩]/, `${language} ${unit}: one of it is not counted`);
    }
  }
});
