/** The words of guides, in English; they come with them. Other languages bring theirs, of the same shape. */
import { speech, type Speech } from './speech.ts';
import type { Words } from './widget.ts';

export type GuideWords = ReturnType<typeof english>;

const known = new Map<string, GuideWords>();

export function guideWordsOf({ language, guiding }: Words): GuideWords {
  const words = guiding ?? known.get(language) ?? english(speech(language));
  if (!guiding) known.set(language, words);
  return words;
}

export function english({ counted }: Speech) {
  return {
    needs: 'What you need',
    include: (name: string): string => `Take ${name}`,
    amountOf: (name: string): string => `How much of ${name}`,
    leftOut: 'Left out',
    optional: 'If you like',
    missing: 'Nobody here can deliver this now.',
    someMissing: (count: number): string =>
      counted(count, {
        one: '# thing cannot be had now; the rest can.',
        other: '# things cannot be had now; the rest can.',
      }),
    all: 'All of it, delivered',
    busy: 'Looking for the cheapest packs and sellers …',
    buy: 'Put all of it into the cart',
    bought: 'All of it is in the cart.',
    proved: 'No other packs and sellers are cheaper.',
    failed: 'This guide could not be loaded.',
    kitFailed: 'What this takes could not be worked out. Check your connection.',
  };
}
