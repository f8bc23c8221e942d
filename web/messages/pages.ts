/** The words of the checkout page and the order page in the reader's language. */
import { english, type PageWords, type Words } from './checkout.ts';
import { english as englishErrors, type ErrorTexts } from './errors.ts';
import { primaryOf, speech, spokenOf, type Speech } from './speech.ts';

interface Translation {
  checkout: (speech: Speech) => PageWords;
  errors: ErrorTexts;
}

const translations: Readonly<Record<string, () => Promise<Translation>>> = {
  ar: () => import('./ar/pages.ts'),
  de: () => import('./de/pages.ts'),
  es: () => import('./es/pages.ts'),
  fr: () => import('./fr/pages.ts'),
};

/** In the first of the preferred languages that there are words in; in English also when they cannot be fetched. */
export async function speakPages(
  preferred: readonly string[],
): Promise<{ language: string; words: Words }> {
  const language = spokenOf(preferred);
  const translation = await translations[primaryOf(language)]?.().catch(() => undefined);
  if (translation)
    return {
      language,
      words: { ...translation.checkout(speech(language)), errors: translation.errors },
    };
  const spoken = primaryOf(language) === 'en' ? language : 'en';
  return { language: spoken, words: { ...english(speech(spoken)), errors: englishErrors } };
}
