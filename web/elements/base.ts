/** What all elements have in common: state and words come down, wishes go up. */
import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { wish, type Wish } from '../events.ts';
import { money } from '../format.ts';
import type { Words } from '../messages/widget.ts';
import { units, type State } from '../state.ts';
import { controls } from '../theme.ts';

/** For `load` and `error` of a picture: one that is missing leaves its place empty, without the browser's broken one. */
export function pictured({ type, target }: Event): void {
  (target as HTMLElement).style.visibility = type === 'error' ? 'hidden' : '';
}

export abstract class View extends LitElement {
  static override styles = [controls];
  static override properties: PropertyDeclarations = {
    state: { attribute: false },
    words: { attribute: false },
  };

  declare state: State;
  declare words: Words;

  wish(detail: Wish): void {
    wish(this, detail);
  }

  money(amount: number): string {
    return money(amount, this.state.manifest?.currency ?? 'EUR', this.words.language);
  }

  sellerName(id: string): string {
    return this.state.sellers.find((seller) => seller.id === id)?.name ?? '';
  }

  /** Catalogues may name pictures relative to themselves. */
  picture(path: string): string {
    const base = this.state.manifest?.catalog_url;
    return URL.canParse?.(path, base) === false ? '' : new URL(path, base).href;
  }

  /** For `srcset`: the sizes that the server has made (its `pictureWidths`), the smallest first; of links elsewhere none. */
  protected sizesOf(path: string): string {
    const stem = /^.+\/v1\/media\/\w+\.(?=1280\.webp$)/.exec(this.picture(path))?.[0];
    return stem ? [320, 640, 1280].map((width) => `${stem}${width}.webp ${width}w`).join() : '';
  }

  /** Tells changes of the cart to those who do not see them. */
  protected status(): TemplateResult {
    const { added, removed } = this.state;
    const text = removed
      ? this.words.removed(removed.title, units(this.state))
      : added
        ? this.words.added(added.title, units(this.state))
        : '';
    return html`<p class="aloud" role="status">${text}</p>`;
  }
}
