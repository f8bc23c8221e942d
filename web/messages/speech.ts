import { quantity } from '../format.ts';

/** How a language counts and writes numbers: what its words are made with. */
export interface Speech {
  /** BCP 47, with the region where the reader has one: `de-AT`. */
  language: string;
  number(count: number): string;
  /** The form that the count asks for; `#` in it stands for the count. */
  counted(count: number, forms: Forms): string;
}

/** The plural categories of Unicode CLDR. A language needs those that its rules have. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export function speech(language: string): Speech {
  const rules = new Intl.PluralRules(language);
  const number = (count: number): string => quantity(count, language);
  return {
    language,
    number,
    counted: (count, forms) =>
      (forms[rules.select(count)] ?? forms.other).replace('#', number(count)),
  };
}

/**
 * The first of the wanted languages that there are words in, with its region for numbers and dates: `de-AT` is spoken
 * as German. English, when there is none.
 */
export function spokenOf(wanted: readonly (string | null | undefined)[]): string {
  for (const tag of wanted) {
    const known = /^(ar|de|en|es|fr)(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(?![a-z\d])/i.exec(tag ?? '');
    if (known) return known[0];
  }
  return 'en';
}

/** `ar` of `ar-EG`. */
export const primaryOf = (language: string): string => language.slice(0, 2).toLowerCase();
