/** The wholesale prices of a seller's terms: a row for each product, with what presenters may ask for it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ApiFailure } from '../../api.ts';
import type { SellerOffer, TermsRule, Wholesale } from '../../contract.ts';
import { minor, money, typed } from '../../format.ts';
import { textField } from '../fields.ts';
import type { Place } from '../place.ts';
import { boundOf } from '../rates.ts';
import { call } from '../requests.ts';
import { words as all } from './words.ts';

const words = all.terms.wholesale;
const typingPause = 200;

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
  private found: SellerOffer[] = [];
  private pause: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(
    private readonly place: Place,
    private readonly currency: string,
  ) {}

  /** Takes over the rules that are published. */
  async show(rules: readonly TermsRule[]): Promise<void> {
    this.rows = rules.filter(isWholesale).map((rule) => ({
      product_id: rule.product_id ?? '',
      title: rule.product_id ?? '',
      rule,
    }));
    // Names, as far as the first offers have them; the others go by their ids.
    if (this.rows.length === 0) return;
    const known = await call('GET /v1/seller/offers', { member: this.place.member.owner });
    if (!known.ok) return;
    for (const row of this.rows)
      row.title =
        known.value.offers.find(({ product_id }) => product_id === row.product_id)?.title ??
        row.title;
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
      <div class="field">
        <label for="wholesale-search">${words.add}</label>
        <input
          id="wholesale-search"
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
                    <button type="button" class="small" @click=${() => this.add(offer)}>
                      + <bdi>${offer.title}</bdi> ·
                      ${money(offer.price, offer.currency, this.place.language)}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
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
    this.found = [];
    this.place.announce(words.added(title));
    this.place.redraw();
    requestAnimationFrame(() => document.getElementById(`price-${product_id}`)?.focus());
  }

  private remove(product_id: string): void {
    this.rows = this.rows.filter((row) => row.product_id !== product_id);
    this.place.redraw();
    document.getElementById('wholesale-search')?.focus();
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
    const taken = new Set(this.rows.map(({ product_id }) => product_id));
    const offers = answer?.ok ? answer.value.offers : [];
    this.found = offers
      .filter(({ product_id }, at) => {
        if (taken.has(product_id)) return false;
        return offers.findIndex((each) => each.product_id === product_id) === at;
      })
      .slice(0, 8);
    this.place.redraw();
  }
}
