/** How a seller takes goods back, in words. */
import type { ReturnPolicy } from './contract.ts';
import { country, days, list } from './format.ts';
import type { ReturnWords } from './messages/returns.ts';

export function inWords(policy: ReturnPolicy, words: ReturnWords, language: string): string {
  const names = policy.countries.map((code) => country(code, language));
  const where = list(names, language);
  if (policy.days === 0) return words.neverReturned(where);
  return words.returned(
    days(policy.days, policy.days, language),
    where,
    policy.paid_by === 'seller',
  );
}
