import type { MeasureUnit, UnitPricing } from './contract.ts';
import { measured } from './format.ts';
import type { MeasureWords } from './messages/measures.ts';

type Words = MeasureWords & { language: string };

/** `€12.50 / kg`, `€2.22 / 100 g`, `€0.50 / piece`. */
export const unitPrice = (
  { amount, base, unit }: UnitPricing,
  words: Words,
  money: (amount: number) => string,
): string => `${money(amount)} / ${baseOf(base, unit, words)}`;

function baseOf(base: number, unit: MeasureUnit, words: Words): string {
  if (unit === 'ct' || unit === 'item') return words.pieces(base);
  if (unit === 'sheet') return words.sheets(base);
  return measured(base, unit, words.language, words.measures);
}
