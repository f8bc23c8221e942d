import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bundled } from './bundled.mjs';

const { speak } = await bundled('messages/speak.ts');
const { searchWordsOf } = await bundled('messages/search.ts');
const { guideWordsOf } = await bundled('messages/guide.ts');
const { orderWordsOf } = await bundled('messages/order.ts');
const { speakPages } = await bundled('messages/pages.ts');
const { errorText } = await bundled('messages/errors.ts');
const { spokenOf } = await bundled('messages/speech.ts');

const translations = { ar: 'Arabic', de: 'German', es: 'Spanish', fr: 'French' };

const symbols = ['mg', 'cl', 'cbm', 'sqm', 'sqft', 'pt', 'qt'].flatMap((unit) => [
  `widget.measures.${unit}`,
  `pages.measures.${unit}`,
]);

const signs = ['order.news', 'order.times'];

/** What is written alike in English and in others. */
const alike = {
  ar: ['pages.times', ...signs],
  de: [...signs, 'widget.direction', 'pages.direction', 'pages.gist', 'pages.times', ...symbols],
  es: [
    ...[...symbols, ...signs],
    ...['widget.direction', 'widget.subtotal', 'widget.total'],
    ...['pages.direction', 'pages.gist', 'pages.times', 'pages.totals.total'],
  ],
  fr: [
    ...[...symbols.filter((name) => !/\.(pt|sqft)$/.test(name)), ...signs],
    ...['widget.direction', 'widget.total', 'search.suggestions', 'search.suggested'],
    ...['pages.direction', 'pages.gist', 'pages.times', 'pages.totals.total'],
  ],
};

const later = { searching: undefined, guiding: undefined, ordering: undefined };

/** Every text of a language by its name. */
async function everything(language) {
  const widget = await speak(language);
  const search = searchWordsOf(widget);
  const { words } = await speakPages([language]);
  return new Map(
    flat({
      widget: { ...widget, ...later, language: undefined },
      search,
      guide: guideWordsOf(widget),
      order: orderWordsOf(widget),
      pages: words,
    }),
  );
}

function flat(tree, path = '') {
  return Object.entries(tree).flatMap(([key, value]) => {
    const name = path ? `${path}.${key}` : key;
    if (value === undefined) return [];
    return typeof value === 'object' ? flat(value, name) : [[name, value]];
  });
}

// Names, amounts and counts alike: what a text does with them shows in its digits, however they are grouped.
const about = [1231, 1232, 1233, 1234];
const said = (text) => (typeof text === 'function' ? text(...about) : text);
const latin = (text) =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u066C,.\s’'\u2068\u2069]/g, '');
const placesOf = (text) => about.filter((value) => latin(said(text)).includes(String(value)));

const english = await everything('en');

for (const [language, name] of Object.entries(translations)) {
  describe(name, async () => {
    const words = await everything(language);

    test('says everything that English says, and not in English', () => {
      assert.deepEqual([...words.keys()].sort(), [...english.keys()].sort());
      for (const [key, text] of words) {
        assert.match(said(text), /\S/, key);
        assert.doesNotMatch(said(text), /#|~|undefined|NaN|\{\d\}/, key);
        const same = latin(said(text)) === latin(said(english.get(key)));
        assert.equal(same, alike[language].includes(key), `${key}: ${said(text)}`);
      }
    });

    test('says of each text what English says it of', () => {
      for (const [key, text] of words)
        assert.deepEqual(placesOf(text), placesOf(english.get(key)), `${key}: ${said(text)}`);
    });
  });
}

test('a language counts as its plural rules do', async () => {
  const arabic = await speak('ar');
  assert.equal(arabic.parcels(1), 'طرد واحد');
  assert.equal(arabic.parcels(2), 'طردان');
  assert.match(arabic.parcels(3), /طرود$/);
  assert.match(arabic.parcels(11), /طردًا$/);
  assert.match(arabic.parcels(100), /طرد$/);
  const french = await speak('fr');
  assert.equal(french.moreSellers(0), '0 vendeur');
  assert.equal(french.moreSellers(2), '2 vendeurs');
  assert.equal((await speak('en')).moreSellers(0), '0 sellers');
});

test('numbers are written as the region does', async () => {
  assert.match((await speak('de-DE')).left(1234), /1\.234/);
  assert.match((await speak('de-CH')).left(1234), /1['’]234/);
});

test('the order button says what the law of its language wants said', async () => {
  const label = async (language) => (await speakPages([language])).words.placeOrder;
  assert.equal(await label('de-AT'), 'Zahlungspflichtig bestellen');
  assert.equal(await label('fr'), 'Commande avec obligation de paiement');
  assert.equal(await label('es'), 'Pedido con obligación de pago');
});

test('Arabic runs from right to left, and keeps what is Latin in its own direction', async () => {
  const arabic = await speak('ar-EG');
  assert.equal(arabic.direction, 'rtl');
  assert.equal(arabic.removeNamed('Pull saw'), 'إزالة \u2068Pull saw\u2069');
  assert.equal((await speakPages(['ar'])).words.direction, 'rtl');
});

test('the first of the wanted languages that there are words in is taken, else English', () => {
  assert.equal(spokenOf([undefined, '', 'nl', 'de-AT', 'en']), 'de-AT');
  assert.equal(spokenOf(['nl', 'en-GB', 'de']), 'en-GB');
  assert.equal(spokenOf(['nl', null]), 'en');
  assert.equal(spokenOf(['deu', 'english']), 'en');
});

test('a language tag that is none of Intl’s never reaches it', async () => {
  for (const [tag, spoken] of [
    ['de_DE', 'de'],
    ['de-AT-1996', 'de-AT'],
    ['fr-x', 'fr'],
    ['ar-Arab-EG', 'ar-Arab-EG'],
    ['es-419', 'es-419'],
  ]) {
    assert.equal(spokenOf([tag]), spoken);
    assert.ok((await speak(spoken)).cart);
  }
});

test('a code newer than the page reads as an internal error', async () => {
  const { words } = await speakPages(['de']);
  assert.equal(errorText('out_of_stock', words.errors, '3'), 'Nur noch 3 erhältlich.');
  assert.equal(errorText('no_such_code', words.errors), errorText('internal', words.errors));
});

describe('texts of the page’s owner', () => {
  test('stand in the place of ours, with names, amounts and plurals', async () => {
    const words = await speak('en', {
      add: 'Into the basket',
      soldBy: 'by {1}',
      moreForFree: '{2}: {1} to go',
      left: { one: 'the last one', other: 'just # of them' },
      'ways.cost': 'best price',
      'searching.sort': 'Order by',
      'guiding.buy': 'Take the lot',
    });
    assert.equal(words.add, 'Into the basket');
    assert.equal(words.soldBy('Anna'), 'by Anna');
    assert.equal(words.moreForFree('€3.20', 'Anna'), 'Anna: €3.20 to go');
    assert.equal(words.left(1), 'the last one');
    assert.equal(words.left(1200), 'just 1,200 of them');
    assert.equal(words.ways.cost, 'best price');
    assert.equal(words.ways.fastest, 'fastest');
    assert.equal(searchWordsOf(words).sort, 'Order by');
    assert.equal(guideWordsOf(words).buy, 'Take the lot');
    assert.equal(searchWordsOf(words).retry, 'Search again');
    assert.equal((await speak('en')).add, 'Add');
  });

  test('of another language are changed in that language', async () => {
    const words = await speak('fr', { add: 'Prendre', 'searching.sort': 'Ordre' });
    assert.equal(words.add, 'Prendre');
    assert.equal(words.choose, 'Choisir');
    assert.equal(searchWordsOf(words).sort, 'Ordre');
    assert.equal(searchWordsOf(words).price, 'Prix');
  });

  test('of names that there are not are told of and change nothing', async (t) => {
    const warned = t.mock.method(console, 'warn', () => {});
    const strange = { 'no.such': 'x', constructor: 'x', ways: 'x', add: { other: '#' } };
    const words = await speak('en', strange);
    assert.equal(warned.mock.callCount(), 4);
    assert.deepEqual(words.ways, (await speak('en')).ways);
    assert.equal(words.add, 'Add');
  });
});
