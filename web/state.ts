/** What the elements show. A new object with every change, never changed in place. */
import type {
  Cart,
  CartLine,
  CompanionList,
  Destination,
  Product,
  ProductCard,
  ProductReviews,
  Quote,
  RelatedList,
  SearchAnswer,
  SearchRequest,
  SelectedOption,
  Seller,
  SellerCard,
  SiteManifest,
  SourcingObjective,
} from './contract.ts';
import type { Fault } from './result.ts';
import type { Ways } from './ways.ts';

/** The answer of one pricing, with the request whose places its messages name. */
export interface Priced {
  line_items: CartLine[];
  selected_options: SelectedOption[];
  quote: Quote;
}

/** A search whose findings stand on the shelf; the cards and their total are its. */
export interface Search {
  request: SearchRequest;
  /** The last answer; an older one stays while the next is on its way. */
  answer?: SearchAnswer | undefined;
  /** Where nothing is found: what would be, if less were asked. */
  looser: { request: SearchRequest; total: number }[];
  busy: boolean;
  fault?: Fault | undefined;
}

/** What is found for a text that is still being typed. */
export interface Suggested {
  query: string;
  answer: SearchAnswer;
}

/** A price in the cart that changed while the page was open. */
export interface Repriced {
  offer_id: string;
  title: string;
  before: number;
  price: number;
}

/** What adding a card's offer does to the cart's delivery, in the words of `says`. */
export interface DeliveryNote {
  says: 'fits' | 'newParcel' | 'saving';
  /** Minor units. */
  amount: number;
  seller: string;
  /** Minor units until the seller delivers for nothing. */
  missing?: number | undefined;
}

export type Panel = 'cart' | 'checkout' | 'filters';

/** Products on the shelf at first, as many as the manifest brings; and with each press of "more". */
export const pageSize = 24;

/** All of a seller from the first view of a product on, until then what cards say. */
export type KnownSeller = Pick<Seller, Exclude<keyof SellerCard, 'back_on'>> & Partial<Seller>;

export interface State {
  phase: 'loading' | 'ready' | 'failed';
  fault?: Fault | undefined;
  /** The last wish came to nothing, as what it needs could not be fetched. */
  unanswered?: boolean;
  manifest?: SiteManifest | undefined;
  sellers: KnownSeller[];
  cards: ProductCard[];
  total: number;
  search?: Search | undefined;
  suggested?: Suggested | undefined;
  /** The product whose view is open. */
  product?: Product | undefined;
  /** What goes with it. */
  companions?: CompanionList | undefined;
  /** What its seller says goes with it. */
  related?: RelatedList | undefined;
  /** What is said of it, as far as it was read. */
  reviews?: ProductReviews | undefined;
  panel?: Panel | undefined;
  cart: Cart;
  /** The last pricing; an older one stays while the next is on its way. */
  priced?: Priced | undefined;
  quoting: boolean;
  destination: Destination;
  /** By offer, for the cards on the shelf; nothing while the cart is empty. */
  notes?: ReadonlyMap<string, DeliveryNote> | undefined;
  /** The customer's delivery choices, option by parcel. */
  choices: Record<string, string>;
  /** Offers whose lines stay with their seller. */
  pinned: string[];
  /** What the customer asked of the sellers last. */
  objective: SourcingObjective;
  /** The ways to get what is in the cart; sought while the cart is open. */
  ways?: Ways | undefined;
  /** The cart before another way was taken. */
  taken?: Pick<State, 'cart' | 'choices' | 'objective'> | undefined;
  /** The pricing of one offer alone, for the product view. */
  estimate?: Priced | undefined;
  /** What was just taken out and can be put back. */
  removed?: { line: CartLine; title: string } | undefined;
  /** What was just put in, to be told aloud. */
  added?: { title: string; quantity: number } | undefined;
  /** Opens the state of what was bought last on this page. */
  order?: string | undefined;
  /** How often prices or stocks of the open catalogue have changed. */
  changes: number;
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
  pinned: [],
  objective: 'cost',
  changes: 0,
  repriced: [],
};

/** How many units the cart holds. */
export function units({ cart }: State): number {
  let count = 0; // old libraries have put another `reduce` in its place
  for (const { quantity } of cart.line_items) count += quantity;
  return count;
}

export const quantityOf = ({ cart }: State, offer_id: string): number => heldIn(cart, offer_id);

export const heldIn = ({ line_items }: Cart, offer_id: string): number =>
  line_items.find((line) => line.offer_id === offer_id)?.quantity ?? 0;

/** A cart whose lines have these quantities, as the core will have it unless it declines. */
export function withLines({ line_items }: Cart, wanted: readonly CartLine[]): Cart {
  const lines = [...line_items, ...wanted];
  const quantities = new Map(lines.map(({ offer_id, quantity }) => [offer_id, quantity]));
  const left = [...quantities].filter(([, quantity]) => quantity > 0);
  return { line_items: left.map(([offer_id, quantity]) => ({ offer_id, quantity })) };
}

/** What an offer is called: in the cart, on the shelf, or in the product's view. */
export const titleOf = ({ cards, priced, product }: State, offer_id: string): string =>
  (
    priced?.quote.line_items.find((line) => line.offer_id === offer_id) ??
    cards.find((card) => card.offer_id === offer_id) ??
    product
  )?.title ?? '';

/** A delivery choice that is not offered any more was told once; it is not asked for again. */
export function stillOffered(
  choices: State['choices'],
  { quote, selected_options }: Priced,
): State['choices'] {
  const refused = quote.messages.flatMap(({ code, path }) =>
    code === 'unknown_option' ? (selected_options[placeOf(path)]?.group_id ?? []) : [],
  );
  return Object.fromEntries(Object.entries(choices).filter(([group]) => !refused.includes(group)));
}

/** `line_items[2].quantity` → 2. */
export const placeOf = (path: string): number => Number(/\[(\d+)\]/.exec(path)?.[1] ?? -1);
