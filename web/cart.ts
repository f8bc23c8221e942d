/** The customer's cart: every change of it, where it is kept, and what the page is told. */
import { cartKey, read, written, type CartStorage } from './cart-storage.ts';
import type { Cart, CartLine, SourcingChoice } from './contract.ts';
import type { CartAnswer } from './events.ts';
import type { Inside } from './inside.ts';
import type { Pricing } from './pricing.ts';
import { orThrow, type Result } from './result.ts';
import { empty, heldIn, titleOf, withLines, type State } from './state.ts';

type Way = Pick<State, 'cart' | 'choices' | 'objective'>;

export class CustomersCart {
  #store: Inside;
  #pricing: Pricing;
  #storage: CartStorage | undefined;
  #key: string;
  #changes: Promise<unknown> = Promise.resolve();

  constructor(
    store: Inside,
    pricing: Pricing,
    { server, site, storage }: { server: string; site: string; storage?: CartStorage | undefined },
  ) {
    this.#store = store;
    this.#pricing = pricing;
    this.#storage = storage;
    this.#key = cartKey(server, site);
    store.set({ cart: this.#stored() });
  }

  /**
   * Gives lines these quantities, or so many more, all or none. Changes wait for each other, so that quick presses all
   * count; prices follow.
   */
  async update(
    wanted: readonly CartLine[],
    { relative = false, from }: { relative?: boolean; from?: object | undefined } = {},
  ): Promise<Result<CartAnswer>> {
    const started = this.#changes.then(() => {
      const cart = this.#stored();
      const lines = wanted.map(({ offer_id, quantity }) => {
        const present = relative ? heldIn(cart, offer_id) : 0;
        return { offer_id, quantity: Math.max(0, present + quantity) };
      });
      const change = Promise.resolve().then(() => this.#put(cart, lines)); // once it is told
      const answer = change.then((changed) => (changed.ok ? this.#priced(changed.value) : changed));
      this.#tell(lines, answer, from);
      return { change, answer };
    });
    this.#changes = started.then(({ change }) => change).catch(() => {});
    return (await started).answer;
  }

  /** Puts back what was taken out last. */
  async undo(from?: object): Promise<void> {
    const { removed } = this.#store.state();
    if (removed) await this.update([removed.line], { from });
  }

  /** Another way to get the same things. */
  take(choice: SourcingChoice): Promise<void> {
    const { cart, choices, objective } = this.#store.state();
    const options = choice.selected_options.map((o) => [o.group_id, o.option_id]);
    this.#store.set({ taken: { cart, choices, objective }, removed: undefined });
    return this.#go({
      cart: { line_items: choice.line_items },
      choices: Object.fromEntries(options) as State['choices'],
      objective: choice.objective,
    });
  }

  /** Back to the cart before another way was taken. */
  async untake(): Promise<void> {
    const { taken } = this.#store.state();
    this.#store.set({ taken: undefined });
    if (taken) await this.#go(taken);
  }

  /** What was in it is bought; `order` opens the order's state. */
  bought(order: string, from?: object): Promise<void> {
    this.#keep(empty.cart);
    const { choices, pinned, objective, repriced } = empty;
    this.#store.set({ removed: undefined, choices, pinned, objective, repriced, order });
    this.#store.emit('vitrine:checkout:complete', null, from);
    return this.#replace(empty.cart);
  }

  /** Another tab changed the stored cart (a `storage` event). */
  async storageChanged(key: string | null, text: string | null): Promise<void> {
    if (key !== null && key !== this.#key) return;
    this.#store.set({ removed: undefined });
    await this.#replace(read(text));
  }

  async #put(cart: Cart, lines: CartLine[]): Promise<Result<Cart>> {
    const { state, set, call, report } = this.#store;
    set({ cart: withLines(cart, lines) }); // shown at once: the core may still be on its way
    const answer = await call('cart.update', { cart, line_items: lines });
    if (!answer.ok) {
      set({ cart });
      report(answer.error);
      return answer;
    }
    const [line] = lines;
    if (line && lines.length === 1) {
      const present = heldIn(cart, line.offer_id);
      const title = titleOf(state(), line.offer_id);
      const more = line.quantity - present;
      set({
        removed:
          line.quantity === 0 && present > 0
            ? { line: { ...line, quantity: present }, title }
            : undefined,
        added: more > 0 ? { title, quantity: more } : undefined,
      });
    }
    set({ taken: undefined });
    this.#keep(answer.value);
    return answer;
  }

  /** What a change has led to. A cart that could not be priced has changed all the same. */
  async #priced(cart: Cart): Promise<Result<CartAnswer>> {
    const quote = await this.#pricing.quote();
    const priced = quote.ok
      ? { quote: quote.value, messages: quote.value.messages }
      : { messages: [] };
    return { ok: true, value: { cart, ...priced } };
  }

  #go({ cart, ...way }: Way): Promise<void> {
    this.#store.set(way);
    this.#keep(cart);
    return this.#replace(cart);
  }

  /** Another cart is kept already: shows, tells and prices it. */
  async #replace(cart: Cart): Promise<void> {
    this.#store.set({ cart });
    const answer = this.#priced(cart);
    this.#tell(cart.line_items, answer);
    await answer;
  }

  #tell(lines: CartLine[], answer: Promise<Result<CartAnswer>>, from?: object): void {
    this.#store.emit('vitrine:cart:lines-update', { lines, promise: orThrow(answer) }, from);
  }

  /** Storage, not memory, is what tabs share; so each change starts from there. */
  #stored(): Cart {
    try {
      if (this.#storage) return read(this.#storage.getItem(this.#key));
    } catch {
      this.#storage = undefined;
    }
    return this.#store.state().cart;
  }

  #keep(cart: Cart): void {
    this.#store.set({ cart });
    try {
      if (cart.line_items.length > 0) this.#storage?.setItem(this.#key, written(cart));
      else this.#storage?.removeItem(this.#key);
    } catch {
      this.#storage = undefined; // full or forbidden: the cart lives as long as the page
    }
  }
}
