/** A basket that is only thought of, priced by the rules as they stand on the page, by the server's own quote. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { PreviewLine, Quote, Seller } from '../../contract.ts';
import { countryChoices } from '../../countries.ts';
import { days, minor, money } from '../../format.ts';
import { choiceField } from '../fields.ts';
import type { Place } from '../place.ts';
import { call } from '../requests.ts';
import { Entries, wholeOf } from './entries.ts';
import { amountText } from './profiles.ts';
import { words as all } from './words.ts';

const words = all.delivery;

export class Basket {
  private line: PreviewLine | undefined;
  private country = '';
  private postcode = '';
  private quote: Quote | undefined;
  private failure: ApiFailure | undefined;
  private seller: Seller | undefined;
  private asked = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly entries: Entries;

  constructor(
    private readonly place: Place,
    wrong: string,
  ) {
    this.entries = new Entries(wrong, this.changed);
  }

  close(): void {
    clearTimeout(this.waiting);
  }

  /** Asks for the quote, once there is a pause in what is typed. */
  price(seller: Seller): void {
    this.seller = seller;
    this.country ||= seller.country;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.ask(seller), 250);
  }

  private readonly changed = (): void => {
    if (this.seller) this.price(this.seller);
    this.place.redraw();
  };

  private lineFor(seller: Seller): PreviewLine {
    const ids = seller.shipping_profiles.map(({ id }) => id);
    this.line ??= {
      price: minor('20', seller.currency) ?? 20,
      weight: 500,
      quantity: 1,
      shipping_profile_id: ids[0] ?? '',
    };
    if (!ids.includes(this.line.shipping_profile_id)) this.line.shipping_profile_id = ids[0] ?? '';
    return this.line;
  }

  private async ask(seller: Seller): Promise<void> {
    const asked = ++this.asked;
    const answer = await call('POST /v1/seller/profile/preview', {
      member: this.place.member.owner,
      body: {
        profile: seller,
        line_items: [this.lineFor(seller)],
        destination: { country: this.country, postcode: this.postcode },
      },
    });
    if (asked !== this.asked) return;
    this.quote = answer.ok ? answer.value : undefined;
    this.failure = answer.ok ? undefined : answer.error;
    this.place.redraw();
  }

  draw(seller: Seller): TemplateResult {
    const { entries, place } = this;
    const line = this.lineFor(seller);
    const { currency } = seller;
    return html`<section class="card stack basket" aria-labelledby="basket">
      <h2 id="basket">${words.basket}</h2>
      <p class="quiet">${words.basketHint}</p>
      <div class="beside">
        ${entries.draw('basket.price', {
          label: `${words.price} (${currency})`,
          value: amountText(line.price, currency),
          inputmode: 'decimal',
          take: (text) => {
            const price = minor(text, currency);
            line.price = price ?? line.price;
            return price !== undefined;
          },
        })}
        ${this.whole('basket.quantity', words.quantity, line.quantity, (units) => (line.quantity = units))}
        ${this.whole('basket.weight', words.weight, line.weight, (grams) => (line.weight = grams))}
        ${
          seller.shipping_profiles.length > 1
            ? choiceField('basket.profile', {
                label: words.profile,
                value: line.shipping_profile_id,
                choices: seller.shipping_profiles.map(({ id, name }) => ({
                  value: id,
                  text: name,
                })),
                change: (id) => {
                  line.shipping_profile_id = id;
                  this.changed();
                },
              })
            : nothing
        }
        ${choiceField('basket.country', {
          label: words.country,
          value: this.country,
          choices: countryChoices([], this.country, place.language).map(({ code, name }) => ({
            value: code,
            text: name,
          })),
          change: (code) => {
            this.country = code;
            this.changed();
          },
        })}
        ${entries.draw('basket.postcode', {
          label: words.postcode,
          value: this.postcode,
          take: (text) => {
            this.postcode = text.trim();
            return true;
          },
        })}
      </div>
      <div class="quote" role="status">${this.answer()}</div>
    </section>`;
  }

  private whole(
    path: string,
    label: string,
    value: number,
    set: (value: number) => void,
  ): TemplateResult {
    return this.entries.draw(path, {
      label,
      value: String(value),
      inputmode: 'numeric',
      take: (text) => {
        const number = wholeOf(text);
        if (number !== undefined) set(number);
        return number !== undefined;
      },
    });
  }

  private answer(): TemplateResult | typeof nothing {
    const { quote, place } = this;
    if (this.failure) return html`<p class="error">${place.explain(this.failure)}</p>`;
    if (!quote) return nothing;
    const show = (amount: number) => money(amount, quote.currency, place.language);
    const options = quote.sellers.flatMap(({ groups }) => groups.flatMap((group) => group.options));
    if (options.length === 0) return html`<p class="error">${words.nobody}</p>`;
    return html`<ul class="options">
      ${options.map(
        ({ title, min_days, max_days, amount, missing_for_free }) =>
          html`<li>
            <span>
              <bdi>${title}</bdi>
              ${
                max_days > 0
                  ? html`<span class="quiet">${days(min_days, max_days, place.language)}</span>`
                  : nothing
              }
              ${
                missing_for_free === undefined
                  ? nothing
                  : html`<span class="quiet">${words.missing(show(missing_for_free))}</span>`
              }
            </span>
            <strong class="figure">${amount === 0 ? words.free : show(amount)}</strong>
          </li>`,
      )}
    </ul>`;
  }
}
