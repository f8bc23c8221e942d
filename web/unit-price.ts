import type { MeasureUnit, UnitPricing } from './contract.ts';
import { measured } from './format.ts';
import type { MeasureWords } from './messages/measures.ts';

type Words = MeasureWords & { language: string };

/** `€12.50 / kg`, `€2.22 / 100 g`, `€0.50 / piece`. */
export const unitPrice = (
  pricing: UnitPricing,
  words: Words,
  money: (amount: number) => string,
): string => money(pricing.amount) + perBase(pricing, words);

/** ` / kg`, as it stands behind what a kilogram costs. */
export const perBase = ({ base, unit }: UnitPricing, words: Words): string =>
  ` / ${baseOf(base, unit, words)}`;

function baseOf(base: number, unit: MeasureUnit, words: Words): string {
  if (unit === 'ct' || unit === 'item') return words.pieces(base);
  if (unit === 'sheet') return words.sheets(base);
  return measured(base, unit, words.language, words.measures);
}
