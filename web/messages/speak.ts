/** The widget's words in a language. English is there; others are fetched. */
import { isHandwritten } from '../handwritten.ts';
import type { GuideWords } from './guide.ts';
import type { OrderWords } from './order.ts';
import type { SearchWords } from './search.ts';
import { primaryOf, speech, type Speech } from './speech.ts';
import type { Texts } from './texts.ts';
import { english, type WidgetWords, type Words } from './widget.ts';

interface Translation {
  widget: (speech: Speech) => WidgetWords;
  search: (speech: Speech) => SearchWords;
  guide: (speech: Speech) => GuideWords;
  order: (speech: Speech) => OrderWords;
}

const translations: Readonly<Record<string, () => Promise<Translation>>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
};

export const inEnglish = (language: string): Words => ({ language, ...english(speech(language)) });

/** Rejects when the words cannot be fetched. `texts` are those that the page's owner says otherwise. */
export async function speak(language: string, texts?: Texts | null): Promise<Words> {
  const translation = await translations[primaryOf(language)]?.();
  const how = speech(language);
  if (!isHandwritten(language)) {
    // In a task of its own: the first number that a page has Intl write takes as long as the whole shelf.
    await new Promise((later) => setTimeout(later));
    how.number(0);
  }
  const words = translation
    ? {
        language,
        ...translation.widget(how),
        searching: translation.search(how),
        guiding: translation.guide(how),
        ordering: translation.order(how),
      }
    : inEnglish(language);
  return texts ? (await import('./texts.ts')).withTexts(words, texts) : words;
}
