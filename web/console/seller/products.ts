/** The page `products`: what the seller offers, with price and stock changed in their places; and the import. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ApiFailure } from '../../api.ts';
import type { SellerOffer } from '../../contract.ts';
import { major, minor, money, quantity, typed } from '../../format.ts';
import { type Column, csv, csvType } from '../csv.ts';
import { save } from '../file.ts';
import type { Open, Place, View } from '../place.ts';
import { call, everything } from '../requests.ts';
import { may } from '../rights.ts';
import { Import } from './import.ts';
import { ServiceForm } from './service.ts';
import { words as all } from './words.ts';

const words = all.products;

type Part = 'price' | 'stock';

/** What can be taken back. */
interface Done {
  offer: SellerOffer;
  part: Part;
  before: number | undefined;
}

class Products implements View {
  private offers: SellerOffer[] | undefined;
  private next: string | undefined;
  private search = '';
  private failure: ApiFailure | undefined;
  private done: Done | undefined;
  /** What is wrong with a field, by `price SKU`. */
  private readonly faults = new Map<string, string>();
  private readonly import: Import;
  private saving = false;
  private readonly service: ServiceForm;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly place: Place) {
    this.import = new Import(place, () => void this.read());
    this.service = new ServiceForm(place, () => void this.read());
    void this.read();
  }

  close(): void {
    clearTimeout(this.waiting);
  }

  private async read(after?: string): Promise<void> {
    const { search } = this;
    const answer = await call('GET /v1/seller/offers', {
      member: this.place.member.owner,
      query: { search, ...(after ? { after } : {}) },
    });
    if (search !== this.search) return;
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      this.offers = [...(after ? (this.offers ?? []) : []), ...answer.value.offers];
      this.next = answer.value.next;
    }
    this.place.redraw();
  }

  /** All that the search finds, not only what the page shows of it. */
  private async file(): Promise<void> {
    if (this.saving) return;
    this.saving = true;
    const { search, place } = this;
    const answer = await everything((after) =>
      call('GET /v1/seller/offers', { member: place.member.owner, query: { search, ...after } }),
    );
    this.saving = false;
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      const offers = answer.value.flatMap((page) => page.offers);
      save('products.csv', csvType, csv(columns, offers));
    }
    place.redraw();
  }

  private look(search: string): void {
    this.search = search;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.read(), 200);
  }

  private enter(offer: SellerOffer, part: Part, field: HTMLInputElement): void {
    const text = field.value.trim();
    const value = part === 'price' ? minor(text, offer.currency) : minor(text, 'JPY');
    const at = `${part} ${offer.sku}`;
    this.faults.delete(at);
    if (text === textOf(offer, part)) {
      this.place.redraw();
    } else if (value === undefined) {
      this.faults.set(at, part === 'price' ? words.notPrice : words.notStock);
      this.place.redraw();
    } else {
      void this.change(offer, part, value);
    }
  }

  /** Shows the new value at once, and the old one again if the server does not take it. */
  private async change(offer: SellerOffer, part: Part, value: number): Promise<void> {
    const { announce, explain, redraw, member } = this.place;
    const before = offer[part];
    offer[part] = value;
    this.done = undefined;
    redraw();
    const answer = await call('POST /v1/seller/offers/{sku}', {
      member: member.owner,
      params: { sku: offer.sku },
      body: { [part]: value },
    });
    if (answer.ok) {
      this.done = { offer, part, before };
      announce(words.saved(offer.title));
    } else {
      if (before === undefined) delete offer[part];
      else offer[part] = before;
      const why = explain(answer.error);
      this.faults.set(`${part} ${offer.sku}`, why);
      announce(words.notSaved(offer.title, why));
    }
    redraw();
  }

  private readonly undo = (): void => {
    const done = this.done;
    if (done?.before !== undefined) void this.change(done.offer, done.part, done.before);
  };

  draw(): TemplateResult {
    return html`<h1 tabindex="-1">${words.title}</h1>
      ${this.import.draw()} ${this.service.draw()}
      ${
        this.failure
          ? html`<p class="problem" role="alert">${this.place.explain(this.failure)}</p>`
          : nothing
      }
      ${this.list()}`;
  }

  private list(): TemplateResult | typeof nothing {
    const { offers, place } = this;
    if (!offers)
      return this.failure
        ? nothing
        : html`<p class="waiting" role="status">${place.words.loading}</p>`;
    if (offers.length === 0 && !this.search) return html`<div class="empty">${words.empty}</div>`;
    return html`<div class="list">
      <div class="list-head">
        <input
          type="search"
          aria-label=${place.words.search}
          placeholder=${place.words.search}
          @input=${(event: Event) => this.look((event.currentTarget as HTMLInputElement).value)}
        />
        <p class="quiet" role="status">
          ${offers.length === 0 ? words.none : ''}
          ${
            this.done
              ? html`${words.saved(this.done.offer.title)}
                ${
                  this.done.before === undefined
                    ? nothing
                    : html`<button type="button" class="small" @click=${this.undo}>
                        ${words.undo}
                      </button>`
                }`
              : nothing
          }
        </p>
        ${
          offers.length === 0
            ? nothing
            : html`<button
                type="button"
                class="small"
                aria-disabled=${this.saving ? 'true' : nothing}
                @click=${() => void this.file()}
              >
                ${place.words.csv}
              </button>`
        }
      </div>
      ${offers.length > 0 ? this.table(offers) : nothing}
      ${
        this.next
          ? html`<p>
              <button type="button" class="small" @click=${() => void this.read(this.next)}>
                ${words.more}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }

  private table(offers: readonly SellerOffer[]): TemplateResult {
    return html`<div class="table" role="region" aria-label=${words.title} tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.product}</th>
            <th scope="col">${words.price}</th>
            <th scope="col">${words.stock}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            offers,
            ({ id }) => id,
            (offer) =>
              html`<tr>
                <td data-title=${words.product}>
                  <span>
                    <bdi>${nameOf(offer)}</bdi>
                    <span class="quiet number">${offer.sku}</span>
                    ${
                      offer.kind === 'service' && may(this.place.member, 'POST /v1/seller/imports')
                        ? html`<button
                            type="button"
                            class="small"
                            aria-label=${all.services.editOf(offer.title)}
                            @click=${() => void this.service.change(offer.sku)}
                          >
                            ${all.services.edit}
                          </button>`
                        : nothing
                    }
                  </span>
                </td>
                <td data-title=${words.price}>${this.field(offer, 'price')}</td>
                <td data-title=${words.stock}>${this.field(offer, 'stock')}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private field(offer: SellerOffer, part: Part): TemplateResult {
    const fault = this.faults.get(`${part} ${offer.sku}`);
    const id = `${part}-${offer.id}`;
    const { language } = this.place;
    const shown =
      part === 'price'
        ? money(offer.price, offer.currency, language)
        : offer.stock === undefined
          ? words.unlimited
          : quantity(offer.stock, language);
    return html`<span class="in-place">
      <input
        id=${id}
        dir="ltr"
        ?disabled=${!may(this.place.member, 'POST /v1/seller/offers/{sku}')}
        inputmode=${part === 'price' ? 'decimal' : 'numeric'}
        autocomplete="off"
        maxlength="16"
        aria-label="${words[part]}, ${offer.title} ${offer.sku}: ${shown}"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${id}-fault` : nothing}
        placeholder=${part === 'stock' ? words.unlimited : nothing}
        .value=${live(fault ? (this.typed(id) ?? '') : textOf(offer, part))}
        @change=${(event: Event) => this.enter(offer, part, event.currentTarget as HTMLInputElement)}
      />
      ${part === 'price' ? html`<span class="quiet">${offer.currency}</span>` : nothing}
      ${fault ? html`<span class="error" id="${id}-fault">${fault}</span>` : nothing}
    </span>`;
  }

  /** What stands in a field that is wrong stays there to be corrected. */
  private typed(id: string): string | undefined {
    return (document.getElementById(id) as HTMLInputElement | null)?.value;
  }
}

/** With what makes the variant. */
function nameOf({ title, options }: SellerOffer): string {
  return [title, ...options.map(({ value }) => value)].join(', ');
}

const columns: readonly Column<SellerOffer>[] = [
  { title: 'SKU', text: ({ sku }) => sku },
  { title: words.product, text: nameOf },
  { title: words.price, text: ({ price, currency }) => `${major(price, currency)} ${currency}` },
  { title: words.stock, text: ({ stock }) => (stock === undefined ? '' : String(stock)) },
];

/** As people type it. */
function textOf(offer: SellerOffer, part: Part): string {
  if (part === 'stock') return offer.stock === undefined ? '' : String(offer.stock);
  return typed(offer.price, offer.currency);
}

export const open: Open = (place) => new Products(place);
