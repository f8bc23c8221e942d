/** What one more of each thing on the shelf would add to the cart's delivery. Loads with the first thing in the cart. */
import type { Core } from './core.ts';
import type { Inside } from './inside.ts';
import { isForServices } from './services.ts';
import type { DeliveryNote, State } from './state.ts';
import { sourcingRequest } from './ways.ts';

/** Cards that are worked out in one go: a few milliseconds, then the page has its turn. */
const atOnce = 6;
/** Milliseconds of quiet before it begins: quick presses are one change. */
const quiet = 150;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Keeps the notes of the cards in step with the cart, the place and the shelf. */
export function followShelf(shelf: Inside): void {
  let seen: State | undefined;
  let turn = 0;
  const look = async (state: State): Promise<void> => {
    // The cart's own prices go first.
    if (state.quoting || (seen && sameFor(seen, state))) return;
    seen = state;
    const present = ++turn;
    if (state.cart.line_items.length === 0) {
      if (state.notes) shelf.set({ notes: undefined });
      return;
    }
    await pause(quiet);
    const notes = await notesOf(shelf, state, () => present === turn);
    if (present === turn) shelf.set({ notes });
  };
  shelf.subscribe((state) => void look(state));
  void look(shelf.state());
}

const sameFor = (before: State, now: State): boolean =>
  before.cart === now.cart &&
  before.priced === now.priced &&
  before.cards === now.cards &&
  before.destination === now.destination;

/** A note for each offer that a card would add; none for those that cannot be had. */
async function notesOf(
  core: Core,
  state: State,
  wanted: () => boolean,
): Promise<Map<string, DeliveryNote>> {
  const notes = new Map<string, DeliveryNote>();
  const cart = sourcingRequest(state);
  const offers = state.cards.flatMap((card) => (card.available ? card.offer_id : []));
  const services = new Set(
    state.cards.flatMap(({ kind, offer_id }) => (kind === 'service' ? offer_id : [])),
  );
  const missing = missingForFree(state);
  for (let at = 0; cart && wanted() && at < offers.length; at += atOnce) {
    const offer_ids = offers.slice(at, at + atOnce);
    // What stands in the cart stays with its sellers, and a card adds its own offer and no other.
    const held = cart.line_items.map(({ offer_id }) => offer_id);
    const request = { ...cart, pinned_offers: [...held, ...offer_ids] };
    const answer = await core.call('cart.marginal', { cart: request, offer_ids });
    if (!answer.ok) return notes;
    for (const { offer_id, seller_id, delivery, new_parcel } of answer.value.offers) {
      const says = delivery < 0 ? 'saving' : new_parcel ? 'newParcel' : 'fits';
      const counts = delivery === 0 && !new_parcel && !services.has(offer_id);
      const free = counts ? missing.get(seller_id) : undefined;
      const seller = state.sellers.find(({ id }) => id === seller_id)?.name ?? '';
      notes.set(offer_id, { says, amount: Math.abs(delivery), seller, missing: free });
    }
    await pause(0);
  }
  return notes;
}

/** How much more of a seller's goods makes the delivery free that the customer has chosen. */
function missingForFree({ priced }: State): Map<string, number> {
  const missing = new Map<string, number>();
  for (const { seller_id, groups } of priced?.quote.sellers ?? [])
    for (const { options, selected_option_id } of groups) {
      const option = options.find(({ id }) => id === selected_option_id);
      if (option?.missing_for_free !== undefined && !isForServices(option.kind))
        missing.set(seller_id, option.missing_for_free);
    }
  return missing;
}
