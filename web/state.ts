/** What the elements show. A new object with every change, never changed in place. */
import type {
  Cart,
  CartLine,
  Destination,
  Product,
  ProductCard,
  Quote,
  SelectedOption,
  Seller,
  SiteManifest,
} from './contract.ts';
import type { Fault } from './result.ts';

/** The answer of one pricing, with the request whose places its messages name. */
export interface Priced {
  line_items: CartLine[];
  selected_options: SelectedOption[];
  quote: Quote;
}

/** A price in the cart that changed while the page was open. */
export interface Repriced {
  offer_id: string;
  title: string;
  before: number;
  price: number;
}

export type Panel = 'cart' | 'checkout';

export interface State {
  phase: 'loading' | 'ready' | 'failed';
  fault?: Fault | undefined;
  manifest?: SiteManifest | undefined;
  sellers: Seller[];
  cards: ProductCard[];
  total: number;
  /** The product whose view is open. */
  product?: Product | undefined;
  panel?: Panel | undefined;
  cart: Cart;
  /** The last pricing; an older one stays while the next is on its way. */
  priced?: Priced | undefined;
  quoting: boolean;
  destination: Destination;
  /** The customer's delivery choices, option by parcel. */
  choices: Record<string, string>;
  /** The pricing of one offer alone, for the product view. */
  estimate?: Priced | undefined;
  /** What was just taken out and can be put back. */
  removed?: { line: CartLine; title: string } | undefined;
  /** What was just put in, to be told aloud. */
  added?: { title: string; quantity: number } | undefined;
  /** What the cart has to tell of. */
  repriced: Repriced[];
}

export const empty: State = {
  phase: 'loading',
  sellers: [],
  cards: [],
  total: 0,
  cart: { line_items: [] },
  quoting: false,
  destination: { country: '' },
  choices: {},
  repriced: [],
};

/** How many units the cart holds. */
export const units = ({ cart }: State): number =>
  cart.line_items.reduce((count, line) => count + line.quantity, 0);

export const quantityOf = ({ cart }: State, offer_id: string): number =>
  cart.line_items.find((line) => line.offer_id === offer_id)?.quantity ?? 0;

/** `line_items[2].quantity` → 2. */
export const placeOf = (path: string): number => Number(/\[(\d+)\]/.exec(path)?.[1] ?? -1);
