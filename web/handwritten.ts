/**
 * How the languages that read most write what shelves are full of: prices, counts, metric units. The first number that a
 * page has Intl write takes longer than the rest of a shelf (Chromium looks through every locale that it has), so these
 * are put together here, and Intl writes what is left. A test compares the two.
 */

export const isHandwritten = (language: string): boolean =>
  /^(en(-US|-GB)?|de(-DE)?|fr(-FR)?|es(-ES)?)$/.test(language);

const isAmerican = (language: string): boolean => /^en(-US)?$/.test(language);

/** `-1234.50` as its readers write it; nothing where Intl is to, here and below. */
export function numberByHand(decimal: string, language: string): string | undefined {
  if (!isHandwritten(language)) return undefined;
  const [whole = '', fraction] = decimal.split('.');
  const [group, point] = /^en/.test(language) ? ',.' : /^fr/.test(language) ? '\u202f,' : '.,';
  const isShort = /^es/.test(language) && !/\d{5}/.test(whole);
  const grouped = isShort ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group!);
  return fraction ? grouped + point + fraction : grouped;
}

export function moneyByHand(
  decimal: string,
  currency: string,
  language: string,
): string | undefined {
  const number = numberByHand(decimal, language);
  const isEnglish = /^en/.test(language);
  const sign = { EUR: '€', GBP: isEnglish && '£', USD: isAmerican(language) && '$' }[currency];
  if (!number || !sign) return undefined;
  return isEnglish ? number.replace(/^-?/, `$&${sign}`) : `${number}\u00a0${sign}`;
}

/** The short name of a metric unit. */
export const unitByHand = (unit: string, language: string): string | undefined =>
  isHandwritten(language) && /^(k?g|m?l)$/.test(unit)
    ? isAmerican(language)
      ? unit.replace('l', 'L')
      : unit
    : undefined;
