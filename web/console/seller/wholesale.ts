/** The wholesale prices of a seller's terms: a row for each product, with what presenters may ask for it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ApiFailure } from '../../api.ts';
import type { SellerOffer, TermsRule, Wholesale } from '../../contract.ts';
import { minor, typed } from '../../format.ts';
import { textField } from '../fields.ts';
import type { Place } from '../place.ts';
import { boundOf } from '../rates.ts';
import { OfferSearch, titlesOf } from './offer-search.ts';
import { words as all } from './words.ts';

const words = all.terms.wholesale;

/** A rule that the rows show: for one product, without an end. */
export const isWholesale = ({ product_id, wholesale, from, until }: TermsRule): boolean =>
  Boolean(product_id && wholesale && !from && !until);

interface Row {
  product_id: string;
  title: string;
  rule: TermsRule;
}

const boundText = (amount: number | undefined, bp: number | undefined, currency: string): string =>
  bp ? `${bp / 100}%` : amount ? typed(amount, currency) : '';

type Fault = (name: string, path: string | RegExp) => string | undefined;

export class WholesaleRows {
  private rows: Row[] = [];
  private readonly search: OfferSearch;

  constructor(
    private readonly place: Place,
    private readonly currency: string,
  ) {
    this.search = new OfferSearch(
      place,
      'wholesale-search',
      words.add,
      () => new Set(this.rows.map(({ product_id }) => product_id)),
      (offer) => this.add(offer),
    );
  }

  /** Takes over the rules that are published. */
  async show(rules: readonly TermsRule[]): Promise<void> {
    this.rows = rules.filter(isWholesale).map((rule) => ({
      product_id: rule.product_id ?? '',
      title: rule.product_id ?? '',
      rule,
    }));
    if (this.rows.length === 0) return;
    const title = await titlesOf(this.place);
    for (const row of this.rows) row.title = title(row.product_id);
    this.place.redraw();
  }

  /** The rules as they are typed, or what is wrong with them. */
  rules(values: Readonly<Record<string, string>>): TermsRule[] | ApiFailure {
    const rules: TermsRule[] = [];
    for (const { product_id, rule } of this.rows) {
      const value = (name: string): string => values[`${name}-${product_id}`] ?? '';
      const wrong = (name: string): ApiFailure => ({
        code: 'wrong_kind',
        path: `${name}-${product_id}.base`,
      });
      const price = minor(value('price'), this.currency);
      if (price === undefined) return wrong('price');
      const lowest = boundOf(value('lowest'), this.currency);
      if (!lowest) return wrong('lowest');
      const highest = boundOf(value('highest'), this.currency);
      if (!highest) return wrong('highest');
      const wholesale: Wholesale = {
        price,
        ...(lowest.amount === undefined ? {} : { retail_min: lowest.amount }),
        ...(lowest.bp === undefined ? {} : { retail_min_bp: lowest.bp }),
        ...(highest.amount === undefined ? {} : { retail_max: highest.amount }),
        ...(highest.bp === undefined ? {} : { retail_max_bp: highest.bp }),
        ...(rule.wholesale?.retail_of ? { retail_of: rule.wholesale.retail_of } : {}),
      };
      rules.push({ product_id, wholesale });
    }
    return rules;
  }

  /** `first`: where the rows' rules begin among those that are sent. */
  draw(fault: Fault, first: number): TemplateResult {
    const drawn = this.rows.map((row, index) =>
      this.row(row, fault, `rules\\[${first + index}\\]`),
    );
    return html`<fieldset class="stack wholesale">
      <legend>${words.title}</legend>
      <p class="quiet">${words.text}</p>
      ${repeat(
        this.rows,
        ({ product_id }) => product_id,
        (_, index) => drawn[index],
      )}
      ${this.search.draw()}
    </fieldset>`;
  }

  private row({ product_id, title, rule }: Row, fault: Fault, path: string): TemplateResult {
    const { currency } = this;
    const wholesale = rule.wholesale ?? { price: 0 };
    const field = (name: string, label: string, value: string, ...paths: string[]) =>
      textField(`${name}-${product_id}`, {
        label: `${label} (${currency})`,
        inputmode: 'decimal',
        maxlength: 16,
        required: name === 'price',
        value,
        fault: fault(
          `${name}-${product_id}`,
          new RegExp(
            `^(${name}-${product_id}\\.base|${paths.map((each) => path + each).join('|')})$`,
          ),
        ),
      });
    return html`<fieldset class="inner">
      <legend><bdi>${title}</bdi></legend>
      <div class="beside">
        ${field(
          'price',
          words.price,
          rule.wholesale ? typed(wholesale.price, currency) : '',
          '\\.wholesale',
          '\\.wholesale\\.price',
        )}
        ${field(
          'lowest',
          words.lowest,
          boundText(wholesale.retail_min, wholesale.retail_min_bp, currency),
          '\\.wholesale\\.retail_min',
          '\\.wholesale\\.retail_min_bp',
        )}
        ${field(
          'highest',
          words.highest,
          boundText(wholesale.retail_max, wholesale.retail_max_bp, currency),
          '\\.wholesale\\.retail_max',
          '\\.wholesale\\.retail_max_bp',
        )}
      </div>
      <p class="removing">
        <button
          type="button"
          class="small"
          aria-label=${words.removeOf(title)}
          @click=${() => this.remove(product_id)}
        >
          ${words.remove}
        </button>
      </p>
    </fieldset>`;
  }

  private add({ product_id, title }: SellerOffer): void {
    if (!this.rows.some((row) => row.product_id === product_id))
      this.rows = [...this.rows, { product_id, title, rule: { product_id } }];
    this.place.announce(words.added(title));
    this.place.redraw();
    requestAnimationFrame(() => document.getElementById(`price-${product_id}`)?.focus());
  }

  private remove(product_id: string): void {
    this.rows = this.rows.filter((row) => row.product_id !== product_id);
    this.place.redraw();
    this.search.focus();
  }
}
