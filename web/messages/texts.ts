/** Texts that a page's owner says otherwise. Loads when there are any. */
import { guideWordsOf } from './guide.ts';
import { orderWordsOf } from './order.ts';
import { searchWordsOf } from './search.ts';
import { speech, type Forms, type Speech } from './speech.ts';
import type { Words } from './widget.ts';

/**
 * By the name of the text, as in `web/messages/widget.ts`; inside of others with a dot: `ways.cost`, `searching.sort`,
 * `guiding.buy`, `ordering.openPage`.
 * `{1}`, `{2}` stand for what the text is about, in the order of the original. Where the first of these is a count, a
 * text may have the plural forms of its language instead, in which `#` stands for the count.
 */
export type Texts = Readonly<Record<string, string | Forms>>;

type Tree = { [name: string]: unknown };

/** The words with these texts in place of theirs; a name that no text has is told on the console. */
export function withTexts(words: Words, texts: Texts): Words {
  const how = speech(words.language);
  const changed: Tree = {
    ...words,
    searching: { ...searchWordsOf(words) },
    guiding: { ...guideWordsOf(words) },
    ordering: { ...orderWordsOf(words) },
  };
  for (const [path, text] of Object.entries(texts)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let place: Tree | undefined = changed;
    for (const name of names) {
      const inner: unknown = Object.hasOwn(place, name) ? place[name] : undefined;
      if (typeof inner !== 'object') {
        place = undefined;
        break;
      }
      place = place[name] = { ...inner } as Tree;
    }
    const before = place && Object.hasOwn(place, last) ? place[last] : undefined;
    if (typeof before === 'string' && typeof text === 'string') place![last] = text;
    else if (typeof before === 'function') place![last] = said(text, how);
    else console.warn(`vitrine: there is no text ${path} of this kind`);
  }
  return changed as unknown as Words;
}

const said =
  (text: string | Forms, { number, counted }: Speech) =>
  (...about: (string | number)[]): string =>
    (typeof text === 'string' ? text : counted(Number(about[0]), text)).replace(
      /\{(\d)\}/g,
      (mark, place: string) => {
        const value = about[Number(place) - 1];
        return value === undefined ? mark : typeof value === 'number' ? number(value) : value;
      },
    );
