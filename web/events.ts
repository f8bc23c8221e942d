/** What elements ask of the store (up), and what the page may listen to (out). */
import type {
  Cart,
  CartLine,
  Message,
  Product,
  Quote,
  SearchAnswer,
  SearchRequest,
  SourcingChoice,
} from './contract.ts';
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
  | { type: 'more-reviews' }
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
  | { type: 'checkout-complete'; order: string };

/** What a guide that stands in the page asks for; `need` is a place in its needs, thousandths of their unit. */
export type GuideWish = { type: 'need'; need: number; amount: number } | { type: 'take-kit' };

export const wishEvent = 'vitrine:wish';

/** Sends a wish upwards; the shop or the part that stands in the page hears it. */
export function wish(from: EventTarget, detail: Wish | GuideWish): void {
  from.dispatchEvent(new CustomEvent(wishEvent, { detail, bubbles: true, composed: true }));
}

/** A cart after a change: its prices, and in `messages` what of the wish could not be granted. */
export interface CartAnswer {
  cart: Cart;
  /** Left out where the cart could not be priced (no network for a page without WebAssembly). */
  quote?: Quote;
  messages: Message[];
}

/**
 * The events, by name with their `detail`. All bubble and cross shadow roots. What takes time is told when it starts:
 * `promise` has its outcome, and rejects with a `VitrineError` only where a request failed.
 */
export interface StoreEvents {
  'vitrine:search:update': { request: SearchRequest; promise: Promise<SearchAnswer> };
  'vitrine:product:view': { product_id: string; promise: Promise<Product> };
  /** `lines` are the wanted quantities; 0 takes out. */
  'vitrine:cart:lines-update': { lines: CartLine[]; promise: Promise<CartAnswer> };
  'vitrine:quote:update': { promise: Promise<Quote> };
  'vitrine:checkout:start': { cart: Cart; quote?: Quote | undefined };
  /** Says nothing of the order: the page around is not told who bought what. */
  'vitrine:checkout:complete': null;
  'vitrine:error': Fault;
}

/** Tells the page; `from` is what asked. */
export type Emit = <K extends keyof StoreEvents>(
  name: K,
  detail: StoreEvents[K],
  from?: object,
) => void;

type Told = { [K in keyof StoreEvents]: CustomEvent<StoreEvents[K]> };

declare global {
  interface HTMLElementEventMap extends Told {
    'vitrine:wish': CustomEvent<Wish>;
  }
  interface DocumentEventMap extends Told {}
  interface WindowEventMap extends Told {}
}
