/** Searches a shop: what is found stands on its shelf. Loads when somebody comes near the search. */
import type { SearchRequest } from './contract.ts';
import type { Wish } from './events.ts';
import type { Inside } from './inside.ts';
import { orThrow } from './result.ts';
import { looser } from './search-request.ts';
import { pageSize, type Search } from './state.ts';

export type SearchWish = Extract<
  Wish,
  { type: 'suggest' | 'search' | 'more' | 'leave-search' | 'open-filters' }
>;

const suggestions = 5;
/** Looser requests that are told of, and those that are tried for them: each may be a call over the network. */
const [told, tried] = [3, 12];

export class Searching {
  #shop: Inside;
  #searches = 0;
  #typed: string | undefined;
  #suggesting = false;

  constructor(shop: Inside) {
    this.#shop = shop;
  }

  async ask(wish: SearchWish, from?: object): Promise<void> {
    switch (wish.type) {
      case 'suggest':
        return this.#suggest(wish.query);
      case 'search':
        return this.#search(wish.request, from);
      case 'more':
        return this.#more();
      case 'leave-search':
        return this.#leave();
      case 'open-filters':
        this.#shop.set({ panel: 'filters' });
        return this.#shop.state().search ? undefined : this.#search({});
      default:
        wish satisfies never;
    }
  }

  /** Puts what is found on the shelf. Only the newest search counts. */
  async #search(request: SearchRequest, from?: object): Promise<void> {
    const turn = ++this.#searches;
    this.#set({ request, busy: true, fault: undefined });
    const asked = this.#shop.call('catalog.search', { ...request, limit: pageSize });
    this.#shop.emit('vitrine:search:update', { request, promise: orThrow(asked) }, from);
    const answer = await asked;
    const nothing = answer.ok && answer.value.total === 0;
    const ways = nothing ? await this.#looser(request) : [];
    if (turn !== this.#searches) return;
    if (!answer.ok) {
      this.#set({ busy: false, fault: answer.error });
      return this.#shop.emit('vitrine:error', answer.error);
    }
    const { total, hits } = answer.value;
    this.#shop.set({ cards: hits.map(({ product }) => product), total });
    this.#set({ answer: answer.value, looser: ways, busy: false });
  }

  async #more(): Promise<void> {
    const { cards, search } = this.#shop.state();
    const page = { limit: pageSize, offset: cards.length };
    const answer = await this.#shop.call('catalog.search', { ...search?.request, ...page });
    // A second press, or another search, came before the answer.
    if (this.#shop.state().cards !== cards) return;
    if (!answer.ok) return this.#shop.emit('vitrine:error', answer.error);
    const found = answer.value.hits.map(({ product }) => product);
    this.#shop.set({ cards: [...cards, ...found] });
  }

  /** Back to the site's own shelf. */
  async #leave(): Promise<void> {
    const turn = ++this.#searches;
    const page = await this.#shop.call('catalog.products', {
      offset: 0,
      limit: pageSize,
    });
    if (turn !== this.#searches) return;
    if (!page.ok) return this.#shop.emit('vitrine:error', page.error);
    this.#shop.set({ cards: page.value.products, total: page.value.total });
  }

  /** One question at a time: where answers take long, texts that were typed meanwhile are passed over. */
  async #suggest(query: string): Promise<void> {
    this.#typed = query;
    if (this.#suggesting) return;
    this.#suggesting = true;
    try {
      while (this.#typed !== undefined) {
        const query: string = this.#typed;
        this.#typed = undefined;
        const answer = query.trim()
          ? await this.#shop.call('catalog.search', { query, limit: suggestions })
          : undefined;
        const suggested = answer?.ok ? { query, answer: answer.value } : undefined;
        this.#shop.set({ suggested });
      }
    } finally {
      this.#suggesting = false;
    }
  }

  async #looser(request: SearchRequest): Promise<Search['looser']> {
    const found: Search['looser'] = [];
    for (const less of looser(request).slice(0, tried)) {
      const answer = await this.#shop.call('catalog.search', { ...less, limit: 0 });
      if (answer.ok && answer.value.total > 0)
        found.push({ request: less, total: answer.value.total });
      if (found.length === told) break;
    }
    return found;
  }

  #set(change: Partial<Search>): void {
    const { search } = this.#shop.state();
    const before = search ?? { request: {}, looser: [], busy: false };
    this.#shop.set({ search: { ...before, ...change } });
  }
}
