/** The page `delivery`: the rules that parcels are priced by, and a basket that shows what they come to. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { Seller } from '../../contract.ts';
import type { Open, Place, View } from '../place.ts';
import { call } from '../requests.ts';
import { Basket } from './basket.ts';
import { Entries } from './entries.ts';
import { profilesForm } from './profiles.ts';
import { words as all } from './words.ts';

const words = all.delivery;

class Delivery implements View {
  private seller: Seller | undefined;
  private saved = '';
  private failure: ApiFailure | undefined;
  private busy = false;
  private readonly entries: Entries;
  private readonly basket: Basket;

  constructor(private readonly place: Place) {
    this.entries = new Entries(words.wrong, this.changed);
    this.basket = new Basket(place, words.wrong);
    addEventListener('beforeunload', this.warn);
    void this.read();
  }

  close(): void {
    removeEventListener('beforeunload', this.warn);
    this.basket.close();
  }

  private get dirty(): boolean {
    return this.seller !== undefined && JSON.stringify(this.seller) !== this.saved;
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.dirty) event.preventDefault();
  };

  private readonly changed = (): void => {
    if (this.seller && this.entries.understood) this.basket.price(this.seller);
    this.place.redraw();
  };

  private async read(): Promise<void> {
    const answer = await call('GET /v1/seller/profile', { member: this.place.member.owner });
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) this.keep(answer.value);
    this.changed();
  }

  private keep(seller: Seller): void {
    this.seller = seller;
    this.saved = JSON.stringify(seller);
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { place, seller } = this;
    if (this.busy || !seller) return;
    if (this.entries.understood) {
      this.busy = true;
      place.redraw();
      const answer = await call('POST /v1/seller/profile', {
        member: place.member.owner,
        body: seller,
      });
      this.busy = false;
      if (answer.ok) {
        this.keep(answer.value);
        place.announce(words.saved);
      }
      this.entries.tell(
        answer.ok ? undefined : { path: answer.error.path, text: place.explain(answer.error) },
      );
    }
    this.entries.leave();
    place.redraw();
    document.querySelector<HTMLElement>('.rules [aria-invalid="true"]')?.focus();
  };

  draw(): TemplateResult {
    const { place, seller, entries } = this;
    const head = html`<h1 tabindex="-1">${words.title}</h1>
      <p class="quiet">${words.intro}</p>`;
    if (!seller)
      return html`${head}
      ${
        this.failure
          ? html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`
          : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }`;
    entries.begin();
    const fields = profilesForm(seller, entries, place.language, () => {
      entries.forget();
      this.changed();
    });
    return html`${head}
      <div class="workbench">
        <form class="rules" novalidate @submit=${this.save}>
          ${fields} ${entries.rest()}
          <p class="actions save">
            <button class="primary" aria-disabled=${this.busy ? 'true' : 'false'}>
              ${words.save}
            </button>
            <span class="quiet" role="status">${this.dirty ? words.unsaved : ''}</span>
          </p>
        </form>
        ${this.basket.draw(seller)}
      </div>`;
  }
}

export const open: Open = (place) => new Delivery(place);
