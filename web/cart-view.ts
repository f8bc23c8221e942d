/** The cart as a customer reads it: sellers, their parcels, the lines in each, and each message where it belongs. */
import type {
  CartLine,
  FulfillmentGroup,
  LineItem,
  Message,
  SellerQuote,
  TotalType,
  Total,
} from './contract.ts';
import { placeOf, type Priced, type State } from './state.ts';

export interface LineView {
  offer_id: string;
  /** What is wanted now; the prices may still be those of the last quote. */
  quantity: number;
  item: LineItem;
  message?: Message | undefined;
}

export interface ParcelView {
  group: FulfillmentGroup;
  lines: LineView[];
  message?: Message | undefined;
}

export interface SellerView {
  seller: SellerQuote;
  parcels: ParcelView[];
}

export interface CartView {
  sellers: SellerView[];
  /** Lines whose offer is gone from the catalogue. */
  gone: CartLine[];
}

export function cartView({ cart, priced }: Pick<State, 'cart' | 'priced'>): CartView {
  if (!priced) return { sellers: [], gone: [] };
  const wanted = new Map(cart.line_items.map((line) => [line.offer_id, line.quantity]));
  const items = new Map(priced.quote.line_items.map((item) => [item.offer_id, item]));
  const lineOf = (offer_id: string): LineView[] => {
    const [quantity, item] = [wanted.get(offer_id), items.get(offer_id)];
    if (!quantity || !item) return [];
    return [{ offer_id, quantity, item, message: lineMessage(priced, offer_id) }];
  };
  const sellers = priced.quote.sellers.map((seller) => ({
    seller,
    parcels: seller.groups
      .map((group) => ({
        group,
        lines: group.offer_ids.flatMap(lineOf),
        message: parcelMessage(priced, group),
      }))
      .filter(({ lines }) => lines.length > 0),
  }));
  const unknown = new Set(
    priced.quote.messages
      .filter(({ code }) => code === 'unknown_offer')
      .map(({ path }) => priced.line_items[placeOf(path)]?.offer_id),
  );
  return {
    sellers: sellers.filter(({ parcels }) => parcels.length > 0),
    gone: cart.line_items.filter(({ offer_id }) => unknown.has(offer_id)),
  };
}

/** The faults that no address can mend: with one of these there is no sense in going to the checkout. */
export const blocking = ({ priced }: Pick<State, 'priced'>): Message[] =>
  priced?.quote.messages.filter(
    ({ type, severity }) => type === 'error' && severity === 'recoverable',
  ) ?? [];

export const amountOf = (totals: readonly Total[], type: TotalType): number | undefined =>
  totals.find((row) => row.type === type)?.amount;

const lineMessage = ({ quote, line_items }: Priced, offer_id: string): Message | undefined =>
  quote.messages.find(
    ({ code, path }) => code === 'out_of_stock' && line_items[placeOf(path)]?.offer_id === offer_id,
  );

function parcelMessage(
  { quote, line_items, selected_options }: Priced,
  group: FulfillmentGroup,
): Message | undefined {
  return quote.messages.find(({ code, path }) => {
    const place = placeOf(path);
    if (code === 'not_deliverable' || code === 'pickup_only' || code === 'outside_service_area')
      return group.offer_ids.includes(line_items[place]?.offer_id ?? '');
    return code === 'unknown_option' && selected_options[place]?.group_id === group.id;
  });
}
