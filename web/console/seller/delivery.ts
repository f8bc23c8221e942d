/** The page `delivery`: the rules that parcels are priced by, and a basket that shows what they come to. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Open, Place, View } from '../place.ts';
import { Basket } from './basket.ts';
import { ProfileDraft } from './profile-draft.ts';
import { profilesForm } from './profiles.ts';
import { words as all } from './words.ts';

const words = all.delivery;

class Delivery implements View {
  private readonly draft: ProfileDraft;
  private readonly basket: Basket;

  constructor(private readonly place: Place) {
    this.basket = new Basket(place, words.wrong);
    this.draft = new ProfileDraft(place, {
      saved: words.saved,
      changed: ({ seller, entries }) => {
        if (seller && entries.understood) this.basket.price(seller);
      },
    });
  }

  close(): void {
    this.draft.close();
    this.basket.close();
  }

  draw(): TemplateResult {
    const { entries, reshaped } = this.draft;
    return html`<h1 tabindex="-1">${words.title}</h1>
      <p class="quiet">${words.intro}</p>
      ${this.draft.draw(
        (seller) => html`${profilesForm(seller, entries, this.place.language, reshaped)}`,
        (seller) => this.basket.draw(seller),
      )}`;
  }
}

export const open: Open = (place) => new Delivery(place);
