/** The goods of a grid that stands alone: the site's own shelf, or what its attributes ask for. */
import type { ProductCard, SearchFilters, SearchRequest } from '../contract.ts';
import type { GuideWish, Wish } from '../events.ts';
import type { SharedStore } from '../shared-store.ts';
import type { State } from '../state.ts';
import type { View } from '../elements/kit.ts';

const pageSize = 24;

export class Shelf {
  #part: View;
  #store: SharedStore;
  #show: () => void;
  #asked = '';
  #cards: ProductCard[] | undefined;
  #total = 0;

  constructor(part: View, store: SharedStore, show: () => void) {
    [this.#part, this.#store, this.#show] = [part, store, show];
  }

  shown(state: State): State {
    if (!this.#isOwn) return state;
    const request = this.#request();
    const asked = JSON.stringify([request, state.changes]);
    if (asked !== this.#asked) {
      this.#asked = asked;
      void this.#fetch(request, asked, []);
    }
    // Cards that stand there stay until the others have come.
    return { ...state, cards: this.#cards ?? [], total: this.#cards ? this.#total : -1 };
  }

  hear(wish: Wish | GuideWish): boolean {
    if (wish.type !== 'more' || !this.#isOwn) return false;
    void this.#fetch(this.#request(), this.#asked, this.#cards ?? []);
    return true;
  }

  get #isOwn(): boolean {
    return ['query', 'filters', 'limit'].some((name) => this.#part.hasAttribute(name));
  }

  #request(): SearchRequest {
    const read = (name: string): string => this.#part.getAttribute(name) ?? '';
    const limit = Number(read('limit'));
    return {
      ...(read('query') ? { query: read('query') } : {}),
      ...(read('filters') ? { filters: filtersOf(read('filters')) } : {}),
      limit: Number.isSafeInteger(limit) && limit > 0 ? limit : pageSize,
    };
  }

  async #fetch(request: SearchRequest, asked: string, before: ProductCard[]): Promise<void> {
    const { limit = pageSize } = request;
    const core = await this.#store.store.open();
    const page = { offset: before.length, limit };
    const search = request.query !== undefined || request.filters !== undefined;
    const answer = search
      ? await core?.call('catalog.search', { ...request, ...page })
      : await core?.call('catalog.products', page);
    if (asked !== this.#asked || !answer) return;
    if (!answer.ok) return this.#store.tell('vitrine:error', answer.error, this.#part);
    const found =
      'hits' in answer.value
        ? answer.value.hits.map(({ product }) => product)
        : answer.value.products;
    this.#cards = [...before, ...found];
    // A limit is all that the page wants to show.
    this.#total = this.#part.hasAttribute('limit') ? this.#cards.length : answer.value.total;
    this.#show();
  }
}

/** `categories=Beds|Soil; price_max=5000; available`: several values of one filter are parted by `|`. */
export function filtersOf(text: string): SearchFilters {
  const filters: SearchFilters = {};
  for (const part of text.split(';')) {
    const [name = '', value = ''] = part.split('=').map((word) => word.trim());
    const values = value
      .split('|')
      .map((word) => word.trim())
      .filter(Boolean);
    switch (name) {
      case 'seller_ids':
      case 'brands':
      case 'categories':
        filters[name] = values;
        break;
      case 'price_min':
      case 'price_max':
        filters[name] = Number(value);
        break;
      case 'available':
      case 'pickup':
        filters[name] = value !== 'false';
    }
  }
  return filters;
}
