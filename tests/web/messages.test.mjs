import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bundled } from './bundled.mjs';

const { wordsFor } = await bundled('messages/widget.ts');
const { searchWordsFor } = await bundled('messages/search.ts');
const { pickLanguage } = await bundled('messages/checkout.ts');
const { errorText } = await bundled('messages/errors.ts');

/** Every text of a language, also those that functions answer. */
function texts(words) {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value === 'object')
      return texts(value).map(([name, text]) => [`${key}.${name}`, text]);
    if (typeof value !== 'function') return [[key, value]];
    return [1, 2].map((count) => [`${key}(${count})`, value(count, 3, 'x', 'y')]);
  });
}

const catalogues = {
  widget: (language) => texts(wordsFor(language)).filter(([key]) => key !== 'language'),
  search: (language) => texts(searchWordsFor(language)),
  pages: (language) => texts(pickLanguage([language]).words),
};

describe('German', () => {
  for (const [name, textsOf] of Object.entries(catalogues)) {
    test(`says everything that English says, and not in English (${name})`, () => {
      const [english, german] = [new Map(textsOf('en')), new Map(textsOf('de'))];
      assert.deepEqual([...german.keys()].sort(), [...english.keys()].sort());
      for (const [key, text] of german) {
        assert.match(text, /\S/, key);
        // Without words of their own.
        if (!/^(direction|times|gist)/.test(key)) assert.notEqual(text, english.get(key), key);
      }
    });
  }

  test('writes numbers as its region does', () => {
    assert.match(wordsFor('de-DE').left(1234), /1\.234/);
    assert.match(wordsFor('de-CH').left(1234), /1['’]234/);
  });

  test('has the order button of German law', () => {
    assert.equal(pickLanguage(['de-AT']).words.placeOrder, 'Zahlungspflichtig bestellen');
  });

  test('explains every error', () => {
    assert.equal(errorText('out_of_stock', 'de', '3'), 'Nur noch 3 erhältlich.');
    assert.equal(errorText('no_such_code', 'de'), errorText('internal', 'de'));
    assert.notEqual(errorText('internal', 'de'), errorText('internal', 'en'));
  });
});

test('the first of the reader’s languages that there are words in is taken, else English', () => {
  assert.equal(pickLanguage(['fr', 'de-CH', 'en']).language, 'de-CH');
  assert.equal(pickLanguage(['fr', 'en-GB', 'de']).language, 'en-GB');
  assert.equal(pickLanguage(['fr']).language, 'en');
  assert.equal(wordsFor('fr').cart, 'Cart');
});
