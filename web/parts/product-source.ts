/** The product of a view that stands in the page, with what delivering it would cost. */
import type { CompanionList, Product, ProductReviews, RelatedList } from '../contract.ts';
import type { GuideWish, Wish } from '../events.ts';
import type { SharedStore } from '../shared-store.ts';
import type { Priced, State } from '../state.ts';
import type { View } from '../elements/kit.ts';

export class ProductSource {
  #part: View;
  #store: SharedStore;
  #show: () => void;
  #asked = '';
  #product: Product | undefined;
  #companions: CompanionList | undefined;
  #related: RelatedList | undefined;
  #reviews: ProductReviews | undefined;
  /** Whose they are. */
  #reviewed = '';
  #estimate: Priced | undefined;
  #estimates = 0;

  constructor(part: View, store: SharedStore, show: () => void) {
    [this.#part, this.#store, this.#show] = [part, store, show];
  }

  shown(state: State): State {
    const product_id = this.#part.getAttribute('product') ?? '';
    const asked = `${product_id} ${state.changes}`;
    if (asked !== this.#asked) {
      this.#asked = asked;
      void this.#fetch(product_id, asked);
    }
    const [product, companions, estimate] = [this.#product, this.#companions, this.#estimate];
    const [related, reviews] = [this.#related, this.#reviews];
    return { ...state, product, companions, related, estimate, reviews };
  }

  hear(wish: Wish | GuideWish): boolean {
    if (wish.type === 'view-product') {
      this.#part.setAttribute('product', wish.product_id);
      this.#show();
    }
    if (wish.type === 'estimate') void this.#price(wish.offer_id, wish.quantity);
    if (wish.type === 'more-reviews') void this.#read();
    return ['estimate', 'close-product', 'view-product', 'more-reviews'].includes(wish.type);
  }

  async #fetch(product_id: string, asked: string): Promise<void> {
    const core = await this.#store.store.open();
    const answer = await core?.call('catalog.product', { product_id });
    if (!answer || asked !== this.#asked) return;
    if (!answer.ok) this.#store.tell('vitrine:error', answer.error, this.#part);
    this.#product = answer.ok ? answer.value : undefined;
    this.#companions = undefined;
    if (this.#reviewed !== product_id) this.#reviews = this.#related = undefined;
    this.#show();
    if (answer.ok && this.#reviewed !== product_id) void this.#read();
    const together = await core?.call('catalog.companions', { product_id });
    if (!together?.ok || asked !== this.#asked) return;
    this.#companions = together.value;
    this.#show();
  }

  async #read(): Promise<void> {
    const [product_id, read] = [this.#product?.id ?? '', this.#reviews];
    if (this.#reviewed !== product_id) void this.#relate(product_id);
    this.#reviewed = product_id;
    const reviews = await this.#store.store.reviews(product_id, read);
    if (!reviews || product_id !== this.#product?.id || read !== this.#reviews) return;
    this.#reviews = reviews;
    this.#show();
  }

  async #relate(product_id: string): Promise<void> {
    const related = await this.#store.store.related(product_id);
    if (product_id !== this.#product?.id) return;
    this.#related = related;
    this.#show();
  }

  async #price(offer_id: string, quantity: number): Promise<void> {
    const turn = ++this.#estimates;
    const priced = await this.#store.store.price([{ offer_id, quantity }]);
    if (turn !== this.#estimates) return;
    this.#estimate = priced.ok ? priced.value : undefined;
    this.#show();
  }
}
