/** The CSV file of what the presenter's search has found, whole, though the page shows but its beginning. */
import type { FoundProduct } from '../../contract.ts';
import { major } from '../../format.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import { type Column, csv } from '../csv.ts';

export function productsFile(words: PresenterWords, products: readonly FoundProduct[]): string {
  const { market, prices } = words;
  const amount = (title: string, of: (product: FoundProduct) => number | undefined) => ({
    title,
    text: (product: FoundProduct) => {
      const value = of(product);
      return value === undefined ? '' : String(major(value, product.currency));
    },
  });
  const columns: Column<FoundProduct>[] = [
    { title: 'id', text: ({ id }) => id },
    { title: market.product, text: ({ title }) => title },
    { title: market.category, text: ({ category }) => category },
    { title: words.seller, text: ({ seller_name }) => seller_name },
    amount(market.price, ({ price }) => price),
    { title: words.currency, text: ({ currency }) => currency },
    amount(market.earns, ({ earns }) => earns),
    { title: '%', text: ({ earns_bp }) => String(earns_bp / 100) },
    amount(prices.listed, ({ retail }) => retail?.listed),
    amount(prices.wholesale, ({ retail }) => retail?.wholesale),
    amount(prices.lowest, ({ retail }) => retail?.bounds.lowest),
    amount(prices.highest, ({ retail }) => retail?.bounds.highest),
    { title: market.others, text: ({ other_sites }) => String(other_sites) },
    { title: words.state, text: ({ on_site }) => words.states[on_site ? 'shown' : 'hidden'] },
  ];
  return csv(columns, products);
}
