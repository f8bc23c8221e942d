/** A field that finds a seller's products, and a button for each that is found. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SellerOffer } from '../../contract.ts';
import { money } from '../../format.ts';
import type { Place } from '../place.ts';
import { call } from '../requests.ts';

const typingPause = 200;
const mostFound = 8;

export class OfferSearch {
  private found: SellerOffer[] = [];
  private pause: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  /** `taken`: the products that are not offered any more; `add`: what is done with a chosen one. */
  constructor(
    private readonly place: Place,
    private readonly id: string,
    private readonly label: string,
    private readonly taken: () => ReadonlySet<string>,
    private readonly add: (offer: SellerOffer) => void,
  ) {}

  draw(): TemplateResult {
    return html`<div class="field">
        <label for=${this.id}>${this.label}</label>
        <input
          id=${this.id}
          type="search"
          dir="auto"
          autocomplete="off"
          maxlength="200"
          @input=${(event: Event) => this.look((event.currentTarget as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
        />
      </div>
      ${
        this.found.length === 0
          ? nothing
          : html`<ul class="choices">
              ${this.found.map(
                (offer) =>
                  html`<li>
                    <button type="button" class="small" @click=${() => this.choose(offer)}>
                      + <bdi>${offer.title}</bdi> ·
                      ${money(offer.price, offer.currency, this.place.language)}
                    </button>
                  </li>`,
              )}
            </ul>`
      }`;
  }

  focus(): void {
    document.getElementById(this.id)?.focus();
  }

  private choose(offer: SellerOffer): void {
    this.found = [];
    this.add(offer);
  }

  private look(text: string): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.seek(text.trim()), typingPause);
  }

  private async seek(search: string): Promise<void> {
    const turn = ++this.asked;
    const answer = search
      ? await call('GET /v1/seller/offers', { member: this.place.member.owner, query: { search } })
      : undefined;
    if (turn !== this.asked) return;
    const taken = this.taken();
    const offers = answer?.ok ? answer.value.offers : [];
    this.found = offers
      .filter(({ product_id }, at) => {
        if (taken.has(product_id)) return false;
        return offers.findIndex((each) => each.product_id === product_id) === at;
      })
      .slice(0, mostFound);
    this.place.redraw();
  }
}

/** The titles of products by their ids, as far as the first offers have them; the others go by their ids. */
export async function titlesOf(place: Place): Promise<(product_id: string) => string> {
  const known = await call('GET /v1/seller/offers', { member: place.member.owner });
  const offers = known.ok ? known.value.offers : [];
  return (id) => offers.find(({ product_id }) => product_id === id)?.title ?? id;
}
