/** An order that a page shows: asked for again and again while it is looked at. */
import type { Answer } from '../api.ts';
import type { OrderState } from '../contract.ts';
import type { OrderElement } from '../elements/order.ts';
import { watch } from '../watch.ts';
import { failed, type Result } from '../result.ts';
import type { SharedStore } from '../shared-store.ts';
import type { State } from '../state.ts';
import type { View } from '../elements/kit.ts';

export class OrderSource {
  #part: OrderElement;
  #store: SharedStore;
  #named = '';

  constructor(part: View, store: SharedStore) {
    this.#part = part as OrderElement;
    this.#store = store;
  }

  shown(state: State): State {
    const named = this.#part.getAttribute('order') || state.order || '';
    if (named === this.#named) return state;
    this.#named = named;
    this.#part.shown = {};
    // Removed, or about another order: this round of questions ends.
    const current = (): boolean => named === this.#named && this.#part.isConnected;
    if (named !== '')
      watch(
        {
          read: () => this.#fetch(keyIn(named)),
          visible: () => current(),
          later: (act, milliseconds) => setTimeout(() => current() && act(), milliseconds),
        },
        (answer) => current() && this.#hear(named, answer),
      );
    return state;
  }

  #hear(named: string, answer: Answer<OrderState>): void {
    if (answer.ok) this.#part.shown = { order: answer.value, link: this.#linkIn(named) };
    else if (answer.error.code === 'not_found') this.#part.shown = { unknown: true };
  }

  async #fetch(key: string): Promise<Result<OrderState>> {
    const url = `${this.#store.name.server}/v1/order_states/${encodeURIComponent(key)}`;
    try {
      const answer = await fetch(url, { cache: 'no-store' });
      if (answer.ok) return { ok: true, value: (await answer.json()) as OrderState };
      return failed(answer.status === 404 ? 'not_found' : 'unavailable');
    } catch {
      return failed('unavailable');
    }
  }

  /** A state key leads to no page; a link of another server is none of ours. */
  #linkIn(named: string): string | undefined {
    const url = URL.canParse?.(named) ? new URL(named) : undefined;
    return url?.origin === new URL(this.#store.name.server).origin ? url.href : undefined;
  }
}

/** `https://shop.example/orders/abc#language=de` → `abc` */
const keyIn = (named: string): string => /([^/]*)$/.exec(named.replace(/[?#].*$/, ''))?.[1] ?? '';
