/** A seller's terms in words, for a site's presenter. */
import type { Terms, TermsHistory, TermsRule } from '../../contract.ts';
import { money, percent } from '../../format.ts';
import type { PresenterWords } from '../../messages/presenter.ts';

/** Those that today's orders are placed under. */
export const inForce = ({ versions }: TermsHistory): Terms | undefined =>
  versions.find(({ in_force }) => in_force)?.terms;

/** What the presenter earns, the rule for everything else first. */
export function termsText(
  terms: Terms | undefined,
  words: PresenterWords,
  currency: string,
  language: string,
): string[] {
  const rules = terms?.rules ?? [];
  const general = rules.filter(({ product_id, category }) => !product_id && !category);
  const ofCategories = rules.filter(({ category }) => category);
  const ofProducts = rules.filter(({ product_id }) => product_id);
  const texts = general.map((rule) => words.forAll(earned(rule, words, currency, language)));
  if (texts.length === 0)
    texts.push(
      ofCategories.length + ofProducts.length > 0 ? words.forOthersNothing : words.nothing,
    );
  for (const rule of ofCategories)
    texts.push(words.forCategory(rule.category ?? '', earned(rule, words, currency, language)));
  if (ofProducts.length > 0) texts.push(words.forProducts(ofProducts.length));
  return texts;
}

function earned(
  { commission_bp = 0, per_unit = 0, wholesale }: TermsRule,
  words: PresenterWords,
  currency: string,
  language: string,
): string {
  if (wholesale) return words.beyond(money(wholesale.price, currency, language));
  const share = commission_bp > 0 ? percent(commission_bp * 100, language) : '';
  const fixed = per_unit > 0 ? words.perUnit(money(per_unit, currency, language)) : '';
  return [share, fixed].filter(Boolean).join(' + ') || words.nothing;
}
