/** What things cost: the cart, and offers on their own. The newest question counts. */
import type { CartLine, Destination, Quote, SelectedOption } from './contract.ts';
import type { Inside } from './inside.ts';
import type { followShelf } from './marginal.ts';
import { failed, orThrow, type Result } from './result.ts';
import { stillOffered, type Priced } from './state.ts';
import { findWays, optionsOf } from './ways.ts';

export type LoadMarginal = () => Promise<{ followShelf: typeof followShelf }>;

export class Pricing {
  #store: Inside;
  #loadMarginal: LoadMarginal | undefined;
  #quotes = 0;
  #estimates = 0;
  #noting: Promise<void> | undefined;

  constructor(store: Inside, loadMarginal: LoadMarginal | undefined) {
    this.#store = store;
    this.#loadMarginal = loadMarginal;
  }

  /** Prices the cart. */
  async quote(): Promise<Result<Quote>> {
    const { state, set, emit } = this.#store;
    const turn = ++this.#quotes;
    const { cart, choices } = state();
    set({ quoting: true });
    const asked = this.price(cart.line_items, optionsOf(choices));
    const quote = asked.then((priced) =>
      priced.ok ? { ok: true as const, value: priced.value.quote } : priced,
    );
    emit('vitrine:quote:update', { promise: orThrow(quote) });
    const priced = await asked;
    if (turn !== this.#quotes) return quote;
    if (!priced.ok) {
      set({ quoting: false, fault: priced.error });
      emit('vitrine:error', priced.error);
      return quote;
    }
    set({
      quoting: false,
      fault: undefined,
      priced: priced.value,
      choices: stillOffered(state().choices, priced.value),
    });
    this.#note();
    await this.findWays();
    return quote;
  }

  /** What these lines cost where the customer is; the cart stays as it is. */
  async price(
    line_items: CartLine[],
    selected_options: SelectedOption[] = [],
    elsewhere?: Destination,
  ): Promise<Result<Priced>> {
    await this.#store.open();
    const { manifest, destination: here } = this.#store.state();
    if (!manifest) return failed('unavailable');
    const { currency } = manifest;
    const destination = elsewhere ?? here;
    const request = { currency, destination, line_items, selected_options };
    const answer = await this.#store.call('quote', request);
    return answer.ok
      ? { ok: true, value: { line_items, selected_options, quote: answer.value } }
      : answer;
  }

  /** For the product view. */
  async estimate({ offer_id, quantity }: CartLine): Promise<void> {
    const turn = ++this.#estimates;
    const priced = await this.price([{ offer_id, quantity }]);
    if (turn === this.#estimates && this.#store.state().product)
      this.#store.set({ estimate: priced.ok ? priced.value : undefined });
  }

  /** The customer's choice of delivery for a parcel. */
  async selectOption(group_id: string, option_id: string): Promise<void> {
    const { state, set } = this.#store;
    set({ choices: { ...state().choices, [group_id]: option_id } });
    await this.quote();
  }

  /** Whether an offer's line stays with its seller. */
  pin(offer_id: string, pinned: boolean): Promise<void> {
    const { state, set } = this.#store;
    const others = state().pinned.filter((id) => id !== offer_id);
    set({ pinned: pinned ? [...others, offer_id] : others });
    return this.findWays();
  }

  /** Only what can be seen is sought; what was found for another cart is not shown. */
  async findWays(): Promise<void> {
    const { state, set } = this.#store;
    if (state().panel !== 'cart') return;
    const turn = this.#quotes;
    const ways = await findWays(this.#store, state());
    if (turn === this.#quotes && ways !== state().ways) set({ ways });
  }

  /** Says on cards what adding costs, from the first thing in the cart on; after a failure the next pricing tries again. */
  #note(): void {
    if (this.#store.state().cart.line_items.length === 0 || this.#noting) return;
    this.#noting = this.#loadMarginal?.().then(
      ({ followShelf }) => followShelf(this.#store),
      () => (this.#noting = undefined),
    );
  }
}
