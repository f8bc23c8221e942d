/** A guide that stands in a page: its article, how much of what the customer wants, and the kit for that. */
import type { CartLine, Guide, Kit } from '../contract.ts';
import type { GuideWish, Wish } from '../events.ts';
import { failed, type Result } from '../result.ts';
import type { SharedStore } from '../shared-store.ts';
import type { State } from '../state.ts';
import type { View } from '../elements/kit.ts';
import type { GuideElement } from '../elements/guide.ts';

export class GuideSource {
  #part: GuideElement;
  #store: SharedStore;
  #named = '';
  #asked = '';
  #guide: Guide | undefined;
  #wanted: number[] = [];

  constructor(part: View, store: SharedStore) {
    this.#part = part as GuideElement;
    this.#store = store;
  }

  shown(state: State): State {
    const name = this.#part.getAttribute('guide') ?? '';
    if (name !== this.#named) {
      this.#named = name;
      void this.#open(name);
    }
    if (this.#guide) void this.#cover(this.#guide, state);
    return state;
  }

  hear(wish: Wish | GuideWish): boolean {
    if (wish.type === 'need') {
      const { need, amount } = wish;
      this.#wanted = this.#wanted.map((before, place) => (place === need ? amount : before));
      this.#part.shown = { ...this.#part.shown, wanted: this.#wanted, bought: false };
      if (this.#guide) void this.#cover(this.#guide, this.#store.store.state);
    } else if (wish.type === 'take-kit') {
      void this.#take();
    } else return false;
    return true;
  }

  async #open(name: string): Promise<void> {
    this.#guide = undefined;
    this.#part.shown = undefined;
    const answer = await this.#fetch(name).catch(() => failed('unavailable'));
    if (name !== this.#named) return;
    if (!answer.ok) {
      this.#store.tell('vitrine:error', answer.error, this.#part);
      this.#part.shown = { failed: true };
      return;
    }
    const guide = (this.#guide = answer.value);
    this.#wanted = guide.needs.map(({ amount, optional }) => (optional ? 0 : amount));
    this.#part.shown = { guide, wanted: this.#wanted };
    await this.#cover(guide, this.#store.store.state);
  }

  async #fetch(name: string): Promise<Result<Guide>> {
    const { server, site } = this.#store.name;
    const path = ['v1', 'sites', site, 'guides', name].map(encodeURIComponent).join('/');
    const answer = await fetch(`${server}/${path}`);
    if (!answer.ok) return failed(answer.status === 404 ? 'not_found' : 'unavailable');
    return { ok: true, value: (await answer.json()) as Guide };
  }

  /** Works the kit out anew when amounts, place, prices or stocks have changed. */
  async #cover(guide: Guide, { manifest, destination, changes }: State): Promise<void> {
    const asked = JSON.stringify([guide.name, this.#wanted, destination, changes]);
    if (!manifest || asked === this.#asked || guide.needs.length === 0) return;
    this.#asked = asked;
    this.#part.shown = { ...this.#part.shown, busy: true };
    const { store } = this.#store;
    const core = await store.open();
    const answer = await core?.call('guide.kit', {
      currency: manifest.currency,
      destination,
      needs: guide.needs.map((need, place) => ({ ...need, amount: this.#wanted[place] ?? 0 })),
      policy: manifest.sourcing,
    });
    const priced = answer?.ok ? await store.price(linesOf(answer.value)) : undefined;
    if (asked !== this.#asked) return;
    this.#part.shown = {
      ...this.#part.shown,
      busy: false,
      kit: answer?.ok ? answer.value : undefined,
      quote: priced?.ok ? priced.value.quote : undefined,
    };
  }

  async #take(): Promise<void> {
    const { kit } = this.#part.shown ?? {};
    if (!kit || kit.line_items.length === 0) return;
    const from = this.#part;
    const answer = await this.#store.store.update(linesOf(kit), { relative: true, from });
    if (!answer.ok) return;
    this.#part.shown = { ...this.#part.shown, bought: true };
    await this.#store.hear({ type: 'open-cart' }, from);
  }
}

/** One line for each offer, also of one that serves several needs. */
function linesOf({ line_items }: Kit): CartLine[] {
  const lines = new Map<string, number>();
  for (const { offer_id, quantity } of line_items)
    lines.set(offer_id, (lines.get(offer_id) ?? 0) + quantity);
  return [...lines].map(([offer_id, quantity]) => ({ offer_id, quantity }));
}
