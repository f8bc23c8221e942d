/** The terms of the offer that a price or a buy button is about. */
import type { ProductCard } from '../contract.ts';
import type { SharedStore } from '../shared-store.ts';
import type { State } from '../state.ts';
import { isAvailable, rankedOffers } from '../variants.ts';
import type { View } from '../elements/kit.ts';
import type { OfferPart, Terms } from '../elements/offer-part.ts';

export class OfferSource {
  #part: OfferPart;
  #store: SharedStore;
  #asked = '';

  constructor(part: View, store: SharedStore) {
    this.#part = part as OfferPart;
    this.#store = store;
  }

  shown(state: State): State {
    const [offer, product] = ['offer', 'product'].map((name) => this.#part.getAttribute(name));
    const asked = [offer, product, state.changes].join();
    if (asked !== this.#asked) {
      this.#asked = asked;
      void this.#fetch(state, asked, offer ?? '', product ?? '');
    }
    return state;
  }

  async #fetch({ cards }: State, asked: string, offer: string, product: string): Promise<void> {
    // What stands on the shelf is known without the whole core.
    const card = cards.find(({ id, offer_id }) => (offer ? offer_id === offer : id === product));
    const terms = card
      ? onShelf(card, offer !== '')
      : offer
        ? await this.#ofOffer(offer)
        : await this.#ofProduct(product);
    if (asked === this.#asked) this.#part.terms = terms;
  }

  async #ofOffer(offer_id: string): Promise<Terms | null | undefined> {
    const priced = await this.#store.store.price([{ offer_id, quantity: 1 }]);
    if (!priced.ok) return undefined;
    const [item] = priced.value.quote.line_items;
    if (!item) return null;
    const { title, unit_price: price, stock, unit_pricing } = item;
    return { offer_id, title, price, varies: false, available: stock !== 0, unit_pricing };
  }

  async #ofProduct(product_id: string): Promise<Terms | null | undefined> {
    const core = await this.#store.store.open();
    const answer = await core?.call('catalog.product', { product_id });
    if (!answer?.ok) return answer?.error.code === 'unavailable' ? undefined : null;
    const { title, variants } = answer.value;
    const all = variants.flatMap(({ offers }) => offers);
    const [offer] = rankedOffers({ ...variants[0]!, offers: all });
    if (!offer) return null;
    const varies = all.some(({ price }) => price !== offer.price);
    const available = variants.some(isAvailable);
    const { id: offer_id, price: lowest, unit_pricing } = offer;
    return { offer_id, title, price: lowest, varies, available, unit_pricing };
  }
}

const onShelf = (
  { offer_id, title, price, price_varies, available, unit_pricing }: ProductCard,
  alone: boolean,
): Terms => ({
  offer_id,
  title,
  price,
  varies: price_varies && !alone,
  available,
  unit_pricing,
});
