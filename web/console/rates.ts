/** Percentages and amounts as people type them. */
import type { Money } from '../contract.ts';
import { minor } from '../format.ts';

/** `12.5` → 1250 hundredths of a percent. */
export function basisPoints(text: string): number | undefined {
  const [, whole = '', part = ''] = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(text) ?? [];
  return whole ? Number(whole + part.padEnd(2, '0')) : undefined;
}

/** `0.30 EUR; 0.35 CHF` as amounts; nothing where it is not understood. */
export function amountsOf(text: string): Money[] | undefined {
  const amounts: Money[] = [];
  for (const part of text.split(';').filter((each) => each.trim())) {
    const [, figure = '', currency = ''] = /^\s*([\d.,]+)\s*([A-Za-z]{3})\s*$/.exec(part) ?? [];
    const code = currency.toUpperCase();
    const amount = figure ? minor(figure, code) : undefined;
    if (amount === undefined) return undefined;
    amounts.push({ amount, currency: code });
  }
  return amounts;
}

/** A bound of a price: `8.50`, or `80 %` of another one; empty: none; nothing where it is neither. */
export function boundOf(
  text: string,
  currency: string,
): { amount?: number; bp?: number } | undefined {
  if (text.trim() === '') return {};
  const part = text.trim().endsWith('%') ? basisPoints(text) : minor(text, currency);
  if (part === undefined) return undefined;
  return text.trim().endsWith('%') ? { bp: part } : { amount: part };
}
