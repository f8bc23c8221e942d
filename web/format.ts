/** Values as people of a language read them. Intl does the work; amounts stay integers until they are text. */

import { moneyByHand, numberByHand, unitByHand } from './handwritten.ts';

// Intl knows how many decimals a currency is *shown* with, which differs between browsers (HUF, IQD, COP …) and from
// ISO 4217's exponent, which is what minor units mean here and in the core. Every currency not named has 2.
const exponents: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
]);

/** `1234` cents → `€12.34`. */
export function money(amount: number, currency: string, language: string): string {
  const digits = exponents[currency] ?? 2;
  const number = decimal(amount, digits);
  return (
    moneyByHand(`${number}`, currency, language) ??
    numberFormat(language, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(number)
  );
}

/** `1234` cents → the number 12.34, for programs of others. */
export const major = (amount: number, currency: string): number =>
  Number(decimal(amount, exponents[currency] ?? 2));

/** `490` minor units → `4.90`, as people type it. */
export const typed = (amount: number, currency: string): string =>
  String(decimal(amount, exponents[currency] ?? 2));

/** `4.90` or `4,90` as people type it → 490 minor units; nothing for what is no such amount. */
export function minor(text: string, currency: string): number | undefined {
  const digits = exponents[currency] ?? 2;
  const [, whole = '', part = ''] = /^\s*(\d{1,12})(?:[.,](\d+))?\s*$/.exec(text) ?? [];
  if (!whole || part.length > digits) return undefined;
  return Number(whole + part.padEnd(digits, '0'));
}

/** Between two parts of a line of ours. */
export const comma = (language: string): string => (language === 'ar' ? '، ' : ', ');

export function quantity(count: number, language: string): string {
  return (
    numberByHand(`${count}`, language) ??
    numberFormat(language, { maximumFractionDigits: 0 }).format(count)
  );
}

/** Grams below a kilogram, kilograms with at most two decimals from there on. */
export function weight(grams: number, language: string): string {
  const heavy = grams >= 1000;
  return numberFormat(language, {
    style: 'unit',
    unit: heavy ? 'kilogram' : 'gram',
    unitDisplay: 'short',
    maximumFractionDigits: 2,
  }).format(decimal(grams, heavy ? 3 : 0));
}

/** `1.5 MB` of 1500000. */
export function bytes(count: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  return numberFormat(language, {
    style: 'unit',
    unit: units[step] as string,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(count / 1000 ** step);
}

// The units that Intl has names for, see ECMA-402, `IsSanctionedSingleUnitIdentifier`.
const namedUnits: Readonly<Record<string, string>> = {
  ...{ g: 'gram', kg: 'kilogram', oz: 'ounce', lb: 'pound', ml: 'milliliter', l: 'liter' },
  ...{ floz: 'fluid-ounce', gal: 'gallon', cm: 'centimeter', m: 'meter', in: 'inch' },
  ...{ ft: 'foot', yd: 'yard', h: 'hour' },
};

/** `100 ml`; of one only the unit: `kg`. `names`: of the units that Intl has none for. */
export function measured(
  count: number,
  unit: string,
  language: string,
  names: Readonly<Record<string, string>>,
): string {
  const known = namedUnits[unit];
  const name = unitByHand(unit, language) ?? (known ? undefined : (names[unit] ?? unit));
  if (name) return count === 1 ? name : `${quantity(count, language)}\u00a0${name}`;
  const format = numberFormat(language, { style: 'unit', unit: known, unitDisplay: 'short' });
  if (count !== 1) return format.format(count);
  const parts = format.formatToParts(count);
  return parts.find(({ type }) => type === 'unit')?.value.trim() ?? unit;
}

/** `2–3 days`, and one number where both ends are the same. */
export function days(min: number, max: number, language: string): string {
  const format = numberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  if (min >= max) return format.format(max);
  // Not in every browser that runs the rest of this page.
  const range = (format as { formatRange?: (from: number, to: number) => string }).formatRange;
  return range ? range.call(format, min, max) : `${quantity(min, language)}–${format.format(max)}`;
}

/** `190000` parts per million → `19%`. */
export function percent(ppm: number, language: string): string {
  return numberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(
    decimal(ppm, 6),
  );
}

/** `437` hundredths → `4.4`. */
export function stars(hundredths: number, language: string): string {
  const mean = decimal(Math.round(hundredths / 10), 1);
  return (
    numberByHand(`${mean}`, language) ??
    numberFormat(language, { minimumFractionDigits: 1 }).format(mean)
  );
}

/** The day of an RFC 3339 time, in the reader's time zone. */
export function day(time: string, language: string): string {
  return formatted(time, language, { dateStyle: 'long' });
}

/** A day of the calendar, `2026-12-24`, wherever the reader is. */
export const calendarDay = (date: string, language: string): string =>
  formatted(`${date}T00:00:00Z`, language, { dateStyle: 'long', timeZone: 'UTC' });

export function list(items: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

export function country(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** An RFC 3339 time as a date with hours and minutes, in the reader's time zone. */
export function moment(time: string, language: string): string {
  return formatted(time, language, { dateStyle: 'long', timeStyle: 'short' });
}

/** The same where there is little room: without the year. */
export function shortMoment(time: string, language: string): string {
  const [day, hour] = [
    { day: 'numeric', month: 'short' },
    { hour: 'numeric', minute: '2-digit' },
  ];
  return formatted(time, language, { ...day, ...hour } as Intl.DateTimeFormatOptions);
}

function formatted(time: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return new Intl.DateTimeFormat(language, options).format(date);
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, options);
  formats.set(key, made);
  return made;
}

// Text keeps every digit: Intl reads a decimal string exactly, where dividing would round. Typed as number because
// the library types of ES2022 do not know that yet.
function decimal(integer: number, digits: number): number {
  const text = BigInt(integer).toString();
  const negative = text.startsWith('-');
  const padded = text.slice(negative ? 1 : 0).padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const fraction = padded.slice(padded.length - digits);
  return `${negative ? '-' : ''}${whole}${digits > 0 ? `.${fraction}` : ''}` as unknown as number;
}
