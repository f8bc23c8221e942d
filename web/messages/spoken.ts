/** Words in a language; in English also where they cannot be fetched. */
import { primaryOf, speech, type Speech } from './speech.ts';

export type Translations<W> = Readonly<
  Record<string, () => Promise<{ words: (speech: Speech) => W }>>
>;

export async function spoken<W>(
  language: string,
  english: (speech: Speech) => W,
  translations: Translations<W>,
): Promise<W> {
  const translation = await translations[primaryOf(language)]?.().catch(() => undefined);
  return (translation?.words ?? english)(speech(language));
}
