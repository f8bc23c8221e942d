/** What became of the prices that a presenter set: in words, and how many are others by now. */
import type { RetailBounds, RetailFit, RetailOffer, RetailProduct } from '../../contract.ts';
import { money } from '../../format.ts';
import type { PresenterWords } from '../../messages/presenter.ts';

/** Wishes that the seller's bounds have moved. */
export const isMoved = (fit: RetailFit): boolean =>
  fit === 'raised' || fit === 'lowered' || fit === 'no_room';

/** `€5.95 to €12.00`. */
export function boundsText(
  { lowest, highest }: RetailBounds,
  words: PresenterWords,
  currency: string,
  language: string,
): string {
  const show = (amount: number) => money(amount, currency, language);
  return highest === undefined
    ? words.prices.atLeast(show(lowest))
    : words.prices.range(show(lowest), show(highest));
}

/** A price on one seller's offer; none: nobody sells the product wholesale today. */
export interface PriceRow {
  product: RetailProduct;
  offer: RetailOffer | undefined;
}

export const rowsOf = (products: readonly RetailProduct[]): PriceRow[] =>
  products
    .filter(({ word }) => word.product.id !== '')
    .flatMap((product): PriceRow[] =>
      product.offers.length > 0
        ? product.offers.map((offer) => ({ product, offer }))
        : [{ product, offer: undefined }],
    );

/** How many prices are others than the presenter wished. */
export const movedOf = (products: readonly RetailProduct[]): number =>
  rowsOf(products).filter(
    ({ product, offer }) => product.in_force && (!offer || isMoved(offer.retail.fit)),
  ).length;
