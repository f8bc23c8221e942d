/** The page `business`: who the seller is, when it takes no orders, its taxes and its discounts. */
import { html, type TemplateResult } from 'lit/html.js';
import { countryChoices } from '../../countries.ts';
import type { Discount, Seller, TaxRate } from '../../contract.ts';
import { minor } from '../../format.ts';
import { choiceField } from '../fields.ts';
import type { Open, Place, View } from '../place.ts';
import { basisPoints } from '../rates.ts';
import { wholeOf } from './entries.ts';
import { HolidayForm } from './holiday.ts';
import { ProfileDraft } from './profile-draft.ts';
import { amountText } from './profiles.ts';
import { returnsForm } from './returns.ts';
import { addRow, removeRow } from './rows.ts';
import { words as all } from './words.ts';

const words = all.business;

class Business implements View {
  private readonly draft: ProfileDraft;
  private readonly holiday: HolidayForm;

  constructor(private readonly place: Place) {
    this.draft = new ProfileDraft(place, { saved: words.saved });
    this.holiday = new HolidayForm(place);
  }

  close(): void {
    this.draft.close();
  }

  draw(): TemplateResult {
    return html`<h1 tabindex="-1">${words.title}</h1>
      ${this.holiday.draw()}
      ${this.draft.draw(
        (seller) =>
          html`${this.identity(seller)} ${returnsForm(this.draft, seller, this.place)}
          ${this.taxes(seller)} ${this.discounts(seller)}`,
      )}`;
  }

  private identity(seller: Seller): TemplateResult {
    const { language } = this.place;
    return html`<fieldset class="card stack">
      <legend>${words.identity}</legend>
      <p class="quiet">${words.identityHint}</p>
      ${this.text('name', words.name, seller.name, (text) => (seller.name = text))}
      ${this.text('address', words.address, seller.address, (text) => (seller.address = text), 4)}
      <div class="beside">
        ${this.text('email', words.email, seller.email, (text) => (seller.email = text))}
        ${choiceField('country', {
          label: this.place.words.country,
          value: seller.country,
          choices: countryChoices([], seller.country, language).map(({ code, name }) => ({
            value: code,
            text: name,
          })),
          change: (code) => {
            seller.country = code;
            this.draft.changed();
          },
        })}
      </div>
      ${this.text(
        'return_terms',
        words.returnTerms,
        seller.return_terms,
        (text) => (seller.return_terms = text),
        6,
      )}
    </fieldset>`;
  }

  private text(
    path: string,
    label: string,
    value: string | undefined,
    set: (text: string) => void,
    lines = 1,
  ): TemplateResult {
    return this.draft.entries.draw(path, {
      label,
      value: value ?? '',
      lines,
      take: (text) => {
        set(text.trim());
        return true;
      },
    });
  }

  private taxes(seller: Seller): TemplateResult {
    const rates = (seller.tax_rates ??= []);
    return html`<fieldset class="card stack">
      <legend>${words.taxes}</legend>
      <label class="tick">
        <input
          type="checkbox"
          .checked=${seller.prices_include_tax !== false}
          @change=${(event: Event) => {
            seller.prices_include_tax = (event.currentTarget as HTMLInputElement).checked;
            this.draft.changed();
          }}
        />
        ${words.pricesIncludeTax}
      </label>
      ${rates.map((rate, index) => this.tax(rates, rate, `tax_rates[${index}]`))}
      ${addRow(words.addTax, () => {
        rates.push({ country: seller.country, category: 'standard', rate_ppm: 0 });
        this.draft.reshaped();
      })}
    </fieldset>`;
  }

  private tax(rates: TaxRate[], rate: TaxRate, path: string): TemplateResult {
    const { entries, reshaped } = this.draft;
    return html`<div class="beside tier">
      ${entries.draw(`${path}.country`, {
        label: words.taxCountry,
        value: rate.country,
        take: (text) => {
          rate.country = text.trim().toUpperCase();
          return /^[A-Z]{2}$/.test(rate.country);
        },
      })}
      ${entries.draw(`${path}.category`, {
        label: words.taxCategory,
        value: rate.category,
        take: (text) => {
          rate.category = text.trim();
          return rate.category !== '';
        },
      })}
      ${entries.draw(`${path}.rate_ppm`, {
        label: words.taxRate,
        value: String(rate.rate_ppm / 10_000),
        inputmode: 'decimal',
        take: (text) => {
          const share = basisPoints(text);
          if (share === undefined) return false;
          rate.rate_ppm = share * 100;
          return true;
        },
      })}
      ${removeRow(`${words.taxRate} ${rate.country} ${rate.category}`, () => {
        rates.splice(rates.indexOf(rate), 1);
        reshaped();
      })}
    </div>`;
  }

  private discounts(seller: Seller): TemplateResult {
    const discounts = (seller.discounts ??= []);
    const { currency } = seller;
    return html`<fieldset class="card stack">
      <legend>${words.discounts}</legend>
      <p class="quiet">${words.discountsHint}</p>
      ${discounts.map((each, index) =>
        this.discount(discounts, each, `discounts[${index}]`, currency),
      )}
      ${addRow(words.addDiscount, () => {
        const last = discounts.at(-1);
        const step = minor('50', currency) ?? 50;
        discounts.push({ from: (last?.from ?? 0) + step, percent: last?.percent ?? 5 });
        this.draft.reshaped();
      })}
    </fieldset>`;
  }

  private discount(
    discounts: Discount[],
    discount: Discount,
    path: string,
    currency: string,
  ): TemplateResult {
    const { entries, reshaped } = this.draft;
    return html`<div class="beside tier">
      ${entries.draw(`${path}.from`, {
        label: `${words.discountFrom} (${currency})`,
        value: amountText(discount.from, currency),
        inputmode: 'decimal',
        take: (text) => {
          const from = minor(text, currency);
          if (from === undefined) return false;
          discount.from = from;
          return true;
        },
      })}
      ${entries.draw(`${path}.percent`, {
        label: words.discountPercent,
        value: String(discount.percent),
        inputmode: 'numeric',
        take: (text) => {
          const share = wholeOf(text);
          if (share === undefined) return false;
          discount.percent = share;
          return true;
        },
      })}
      ${removeRow(`${words.discounts} ${discounts.indexOf(discount) + 1}`, () => {
        discounts.splice(discounts.indexOf(discount), 1);
        reshaped();
      })}
    </div>`;
  }
}

export const open: Open = (place) => new Business(place);
