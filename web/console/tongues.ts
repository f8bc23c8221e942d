/** Names of languages and the country that a browser's language tells. */

/** `Deutsch` of `de`: as those say who speak it. */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** `AT` of `de-AT`, and where a language is mostly spoken when it names no country. */
export function regionOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().region ?? 'DE';
  } catch {
    return 'DE';
  }
}
