/** The form of a service: what its giver does, for how much, where, and with what it is offered. It is sent as a feed's row. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answer } from '../../api.ts';
import type { ImportReport, Seller, SellerService } from '../../contract.ts';
import { minor, typed } from '../../format.ts';
import { isForServices } from '../../services.ts';
import { upload } from '../../upload.ts';
import { type Choice, choiceField, textField } from '../fields.ts';
import { Form } from '../form.ts';
import type { Place } from '../place.ts';
import { call } from '../requests.ts';
import { may } from '../rights.ts';
import { words as all } from './words.ts';

const words = all.services;

/** How a feed says what a price is for; empty: for all of it. */
const units: Readonly<Record<string, string>> = {
  '1 h': words.units.h,
  '1 item': words.units.item,
  '1 sqm': words.units.sqm,
  '1 m': words.units.m,
  '': words.units.none,
};

export class ServiceForm {
  private open = false;
  private seller: Seller | undefined;
  /** What is being changed; nothing: a new one. */
  private known: SellerService | undefined;
  private expected = '';
  private form: Form<ImportReport>;

  constructor(
    private readonly place: Place,
    private readonly done: () => void,
  ) {
    this.form = this.fresh();
  }

  private fresh(): Form<ImportReport> {
    const { place } = this;
    return new Form<ImportReport>({
      send: (values) => this.send(values),
      done: (_, { title = '' }) => {
        place.announce(words.saved(title));
        this.leave();
        this.done();
      },
      explain: (failure) => this.expected || place.explain(failure),
      redraw: place.redraw,
    });
  }

  private leave(): void {
    this.known = undefined;
    this.open = false;
    this.form = this.fresh();
    this.place.redraw();
  }

  /** Opens the form with a service that is offered already. */
  async change(sku: string): Promise<void> {
    const { member, announce, explain, redraw } = this.place;
    const answer = await call('GET /v1/seller/services/{sku}', {
      member: member.owner,
      params: { sku },
    });
    if (!answer.ok) return announce(explain(answer.error));
    this.form = this.fresh();
    this.known = answer.value;
    this.open = true;
    redraw();
    document.querySelector<HTMLElement>('.service [name="title"]')?.focus();
  }

  /** Delivery may have been changed meanwhile. */
  private async read(): Promise<void> {
    const answer = await call('GET /v1/seller/profile', { member: this.place.member.owner });
    if (answer.ok) this.seller = answer.value;
    this.place.redraw();
  }

  private async send(values: Record<string, string>): Promise<Answer<ImportReport>> {
    const { known, place, seller } = this;
    const member = place.member.owner;
    const { id = known?.offer.sku ?? '', price = '', attached_to = '', ...texts } = values;
    if (!texts['image_link']?.trim()) delete texts['image_link'];
    this.expected = '';
    const amount = minor(price, seller?.currency ?? '');
    if (amount === undefined) return this.refuse('price', all.products.notPrice);
    if (!known && (await this.isTaken(id.trim()))) return this.refuse('id', words.taken);
    const row = {
      ...texts,
      ...kept(known),
      id,
      kind: 'service',
      price: `${typed(amount, seller!.currency)} ${seller!.currency}`,
      attached_to: attached_to.split('\n').filter((line) => line.trim()),
    };
    const answer = await upload('POST /v1/seller/imports', {
      member,
      file: new Blob([JSON.stringify(row)]),
      query: { format: 'json_lines' },
    });
    const [error] = answer.ok ? answer.value.errors : [];
    return error ? this.refuse(error.field, error.expected) : answer;
  }

  /** Whether the seller has an offer of that SKU: an import would change it. */
  private async isTaken(sku: string): Promise<boolean> {
    const answer = await call('GET /v1/seller/offers', {
      member: this.place.member.owner,
      query: { search: sku },
    });
    return answer.ok && answer.value.offers.some((offer) => offer.sku === sku);
  }

  private refuse(path: string, expected: string): Answer<ImportReport> {
    this.expected = expected;
    return { ok: false, error: { code: 'invalid_format', path } };
  }

  draw(): TemplateResult | typeof nothing {
    const { known } = this;
    if (!may(this.place.member, 'POST /v1/seller/imports')) return nothing;
    return html`<details
      class="card stack service"
      .open=${this.open}
      @toggle=${(event: Event) => {
        this.open = (event.currentTarget as HTMLDetailsElement).open;
        if (this.open) void this.read();
        else if (this.known) this.leave();
      }}
    >
      <summary>${known ? words.change(known.offer.title) : words.title}</summary>
      ${this.seller ? this.fields(this.seller) : nothing}
    </details>`;
  }

  private fields(seller: Seller): TemplateResult {
    const profiles = seller.shipping_profiles
      .filter(({ methods }) => methods.some(({ kind }) => isForServices(kind)))
      .map(({ id, name }) => ({ value: id, text: name }));
    if (profiles.length === 0) return html`<p class="notice">${words.noProfile}</p>`;
    const { form, known } = this;
    const { offer } = known ?? {};
    return html`<p class="quiet">${words.hint}</p>
      ${form.draw(
        () =>
          html`${this.text('title', words.name, offer?.title)}
            ${known ? nothing : this.text('id', words.sku, '')}
            ${this.text('description', words.description, known?.description, { lines: 4, maxlength: 5000 })}
            <div class="beside">
              ${this.text(
                'price',
                `${words.price} (${seller.currency})`,
                offer ? typed(offer.price, offer.currency) : '',
                { inputmode: 'decimal' },
              )}
              ${choiceField('unit_pricing_measure', {
                label: words.unit,
                value: unitOf(known),
                choices: unitChoices(unitOf(known)),
                fault: form.fault('unit_pricing_measure'),
              })}
              ${choiceField('shipping_label', {
                label: words.profile,
                value: offer?.shipping_profile_id ?? profiles[0]!.value,
                choices: profiles,
                fault: form.fault('shipping_label'),
              })}
            </div>
            ${this.text('attached_to', words.attachedTo, known?.attached_to.join('\n'), {
              hint: words.attachedToHint,
              lines: 3,
              maxlength: 5000,
            })}
            <div class="beside">
              ${this.text('image_link', words.picture, pictureOf(known), {
                hint: words.pictureHint,
                type: 'url',
                maxlength: 2000,
              })}
              ${this.text('product_type', words.category, known?.category)}
              ${this.text('tax_category', words.tax, offer?.tax_category ?? 'standard')}
            </div>`,
        known ? words.save : words.offer,
        known
          ? html`<button type="button" class="secondary" @click=${() => this.leave()}>
              ${words.cancel}
            </button>`
          : nothing,
      )}`;
  }

  private text(
    name: string,
    label: string,
    value = '',
    more: Partial<Parameters<typeof textField>[1]> = {},
  ): TemplateResult {
    const required = name === 'title' || name === 'id' || name === 'price';
    return textField(name, { label, value, required, fault: this.form.fault(name), ...more });
  }
}

/** What the server has made of a file itself is a link to it. */
const pictureOf = (known: SellerService | undefined): string =>
  known?.offer.image ? new URL(known.offer.image, location.origin).href : '';

const unitOf = (known: SellerService | undefined): string => {
  if (!known) return '1 h';
  const { unit_measure } = known;
  return unit_measure ? `${unit_measure.measure / 1000} ${unit_measure.unit}` : '';
};

/** A feed may have said something else, which stays. */
const unitChoices = (chosen: string): Choice[] =>
  Object.entries({ ...units, [chosen]: units[chosen] ?? chosen }).map(([value, text]) => ({
    value,
    text,
  }));

/** What the form does not ask for. */
function kept(known: SellerService | undefined): Record<string, string | number> {
  if (!known) return {};
  const { stock } = known.offer;
  return stock === undefined ? {} : { inventory_quantity: stock };
}
