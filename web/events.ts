/** What elements ask of the store (up), and what the page may listen to (out). */
import type { CartLine, Quote, SearchRequest, SourcingChoice } from './contract.ts';
import type { Fault } from './result.ts';

/** Everything a customer can ask for. Quantities are absolute. */
export type Wish =
  | { type: 'retry' }
  | { type: 'more' }
  | { type: 'suggest'; query: string }
  | { type: 'search'; request: SearchRequest }
  | { type: 'leave-search' }
  | { type: 'open-filters' }
  | { type: 'close-filters' }
  | { type: 'view-product'; product_id: string }
  | { type: 'close-product' }
  | { type: 'add'; offer_id: string; quantity: number }
  | { type: 'set'; offer_id: string; quantity: number }
  | { type: 'undo' }
  | { type: 'estimate'; offer_id: string; quantity: number }
  | { type: 'deliver-to'; country: string; postcode: string }
  | { type: 'select-option'; group_id: string; option_id: string }
  | { type: 'take'; choice: SourcingChoice }
  | { type: 'untake' }
  | { type: 'pin'; offer_id: string; pinned: boolean }
  | { type: 'open-cart' }
  | { type: 'close-cart' }
  | { type: 'checkout' }
  | { type: 'close-checkout' }
  | { type: 'checkout-complete' };

export const wishEvent = 'vitrine:wish';

/** Sends a wish upwards; `<vitrine-store>` hears it. */
export function wish(from: EventTarget, detail: Wish): void {
  from.dispatchEvent(new CustomEvent(wishEvent, { detail, bubbles: true, composed: true }));
}

/** The events of `<vitrine-store>`, by name with their `detail`. All bubble and cross shadow roots. */
export interface StoreEvents {
  'vitrine:search:update': { query: string; total: number };
  'vitrine:product:view': { product_id: string };
  'vitrine:cart:lines-update': { line_items: CartLine[] };
  'vitrine:quote:update': { quote: Quote };
  /** Says nothing of the order: the page around is not told who bought what. */
  'vitrine:checkout:complete': null;
  'vitrine:error': Fault;
}

declare global {
  interface HTMLElementEventMap {
    'vitrine:wish': CustomEvent<Wish>;
    'vitrine:search:update': CustomEvent<StoreEvents['vitrine:search:update']>;
    'vitrine:product:view': CustomEvent<StoreEvents['vitrine:product:view']>;
    'vitrine:cart:lines-update': CustomEvent<StoreEvents['vitrine:cart:lines-update']>;
    'vitrine:quote:update': CustomEvent<StoreEvents['vitrine:quote:update']>;
    'vitrine:checkout:complete': CustomEvent<StoreEvents['vitrine:checkout:complete']>;
    'vitrine:error': CustomEvent<StoreEvents['vitrine:error']>;
  }
}
