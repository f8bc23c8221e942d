/** What parts show that is theirs alone: a shelf of their own, one product, the terms of one offer. */
import type { GuideWish, Wish } from '../events.ts';
import type { SharedStore, Overlay } from '../shared-store.ts';
import type { State } from '../state.ts';
import type { View } from '../elements/kit.ts';
import { GuideSource } from './guide-source.ts';
import { OrderSource } from './order-source.ts';
import { OfferSource } from './offer-source.ts';
import { ProductSource } from './product-source.ts';
import { Shelf } from './shelf.ts';

export interface Source {
  /** What can open in the part. */
  readonly overlays?: readonly Overlay[];
  /** The state as the part shows it; called with every change. */
  shown(state: State): State;
  /** Whether the part's wish was this source's to grant. */
  hear?(wish: Wish | GuideWish): boolean;
}

export function sourceOf(part: View, store: SharedStore, show: () => void): Source | undefined {
  switch (part.localName) {
    case 'vitrine-grid':
      return new Shelf(part, store, show);
    case 'vitrine-product':
      return new ProductSource(part, store, show);
    case 'vitrine-guide':
      return new GuideSource(part, store);
    case 'vitrine-order':
      return new OrderSource(part, store);
    case 'vitrine-price':
    case 'vitrine-buy-button':
      return new OfferSource(part, store);
    case 'vitrine-cart':
      return { overlays: part.hasAttribute('inline') ? [] : ['cart'], shown: (state) => state };
    case 'vitrine-results':
      return { overlays: ['filters'], shown: (state) => state };
    default:
      return undefined;
  }
}
