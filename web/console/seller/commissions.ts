/** The commissions of a seller's terms that are not for all goods at all times: a row for each. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ApiFailure } from '../../api.ts';
import type { SellerOffer, TermsRule } from '../../contract.ts';
import { minor, typed } from '../../format.ts';
import { textField } from '../fields.ts';
import type { Place } from '../place.ts';
import { basisPoints } from '../rates.ts';
import { OfferSearch, titlesOf } from './offer-search.ts';
import { addRow } from './rows.ts';
import { words as all } from './words.ts';

const words = all.terms;

interface Row {
  key: number;
  /** A category is typed; all other goods have neither. */
  ofCategory: boolean;
  /** Of the product. */
  title?: string;
  rule: TermsRule;
}

type Fault = (name: string, path: string | RegExp) => string | undefined;

export class CommissionRows {
  private rows: Row[] = [];
  private last = 0;
  private readonly search: OfferSearch;

  constructor(
    private readonly place: Place,
    private readonly currency: string,
  ) {
    this.search = new OfferSearch(
      place,
      'commission-search',
      words.rules.addProduct,
      () => new Set(),
      ({ product_id, title }: SellerOffer) => this.add({ product_id }, title),
    );
  }

  /** Takes over the rules that are published. */
  async show(rules: readonly TermsRule[]): Promise<void> {
    this.rows = rules.map((rule) => ({
      key: ++this.last,
      rule,
      ofCategory: Boolean(rule.category),
      ...(rule.product_id ? { title: rule.product_id } : {}),
    }));
    if (!rules.some(({ product_id }) => product_id)) return;
    const title = await titlesOf(this.place);
    for (const row of this.rows) if (row.rule.product_id) row.title = title(row.rule.product_id);
    this.place.redraw();
  }

  /** The rules as they are typed, or what is wrong with them. */
  rules(values: Readonly<Record<string, string>>): TermsRule[] | ApiFailure {
    const rules: TermsRule[] = [];
    for (const { key, rule, ofCategory } of this.rows) {
      const value = (name: string): string => (values[`${name}-${key}`] ?? '').trim();
      const wrong = (name: string): ApiFailure => ({ code: 'wrong_kind', path: `${name}-${key}` });
      const commission_bp = basisPoints(value('share') || '0');
      if (commission_bp === undefined) return wrong('share');
      const per_unit = minor(value('unit') || '0', this.currency);
      if (per_unit === undefined) return wrong('unit');
      if (ofCategory && !value('category'))
        return { code: 'missing_field', path: `category-${key}` };
      rules.push({
        ...(rule.product_id ? { product_id: rule.product_id } : {}),
        ...(ofCategory ? { category: value('category') } : {}),
        ...(rule.of ? { of: rule.of } : {}),
        ...{ commission_bp, per_unit, from: value('from'), until: value('until') },
      });
    }
    return rules;
  }

  get count(): number {
    return this.rows.length;
  }

  /** `first`: where the rows' rules begin among those that are sent. */
  draw(fault: Fault, first: number): TemplateResult {
    const drawn = this.rows.map((row, index) => this.row(row, fault, first + index));
    return html`<fieldset class="stack commissions">
      <legend>${words.rules.title}</legend>
      <p class="quiet">${words.rules.text}</p>
      ${repeat(
        this.rows,
        ({ key }) => key,
        (_, index) => drawn[index],
      )}
      ${addRow(words.rules.addCategory, () => this.add({ category: '' }))} ${this.search.draw()}
    </fieldset>`;
  }

  private row({ key, title, rule, ofCategory }: Row, fault: Fault, index: number): TemplateResult {
    const { currency } = this;
    const field = (
      name: string,
      wire: string,
      label: string,
      value: string,
      more: { hint?: string; inputmode?: string; maxlength?: number; required?: boolean } = {},
    ): TemplateResult =>
      textField(`${name}-${key}`, {
        label,
        value,
        required: false,
        maxlength: 16,
        ...more,
        fault: fault(
          `${name}-${key}`,
          new RegExp(`^(${name}-${key}|rules\\[${index}\\]\\.${wire})$`),
        ),
      });
    const about = new RegExp(`^rules\\[${index}\\]$`);
    const clash = fault(`rule-${key}`, about);
    const name = title ?? (ofCategory ? rule.category || words.rules.category : words.rules.rest);
    return html`<fieldset class="inner">
      <legend><bdi>${name}</bdi></legend>
      ${clash ? html`<p class="error" role="alert">${clash}</p>` : nothing}
      ${
        ofCategory
          ? field('category', 'category', words.rules.category, rule.category ?? '', {
              maxlength: 500,
              required: true,
            })
          : nothing
      }
      <div class="beside">
        ${field('share', 'commission_bp', words.commission, percentOf(rule.commission_bp), {
          inputmode: 'decimal',
        })}
        ${field(
          'unit',
          'per_unit',
          `${words.perUnit} (${currency})`,
          rule.per_unit ? typed(rule.per_unit, currency) : '',
          { inputmode: 'decimal' },
        )}
        ${field('from', 'from', words.rules.first, rule.from ?? '', { hint: words.fromHint })}
        ${field('until', 'until', words.rules.last, rule.until ?? '', { hint: words.fromHint })}
      </div>
      <p class="removing">
        <button
          type="button"
          class="small"
          aria-label="${words.wholesale.remove}: ${name}"
          @click=${() => this.remove(key)}
        >
          ${words.wholesale.remove}
        </button>
      </p>
    </fieldset>`;
  }

  private add(rule: TermsRule, title?: string): void {
    const key = ++this.last;
    this.rows = [...this.rows, { key, rule, ofCategory: !title, ...(title ? { title } : {}) }];
    this.place.redraw();
    const first = rule.product_id ? 'share' : 'category';
    requestAnimationFrame(() => document.getElementById(`${first}-${key}`)?.focus());
  }

  private remove(key: number): void {
    this.rows = this.rows.filter((row) => row.key !== key);
    this.place.redraw();
    this.search.focus();
  }
}

const percentOf = (bp: number | undefined): string => (bp ? String(bp / 100) : '');
