/** The page `fee`: what the operator takes, what it took before, and the next fee. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { FeeBase, FeeHistory, OperatorFee, PublishedFee } from '../../contract.ts';
import { moment, money, percent, typed } from '../../format.ts';
import { speakBilling } from '../../messages/billing.ts';
import { BillingForm } from '../billing.ts';
import { Documents } from '../documents.ts';
import { choiceField, textField } from '../fields.ts';
import { Form } from '../form.ts';
import { List } from '../list.ts';
import type { Open, Place, View } from '../place.ts';
import { amountsOf, basisPoints } from '../rates.ts';
import { call } from '../requests.ts';
import { recentMonths } from '../presenter/months.ts';
import { words as all } from './words.ts';

const words = all.fees;
const billing = await speakBilling(document.documentElement.lang);
const bases: readonly FeeBase[] = ['goods', 'commission'];

class FeePage implements View {
  private history: FeeHistory | undefined;
  private failure: ApiFailure | undefined;
  private readonly form: Form<FeeHistory>;
  private readonly versions: List<PublishedFee>;
  private readonly documents: Documents;
  private readonly billing: BillingForm;

  constructor(private readonly place: Place) {
    const { redraw, explain, announce, member, language } = place;
    this.form = new Form<FeeHistory>({
      member,
      route: 'POST /v1/operator/fees',
      send: ({ fee = '', of = 'goods', per_order = '', from = '' }) => {
        const fee_bp = basisPoints(fee);
        const amounts = amountsOf(per_order);
        if (fee_bp === undefined)
          return Promise.resolve({ ok: false, error: { code: 'wrong_kind', path: 'fee_bp' } });
        if (!amounts)
          return Promise.resolve({ ok: false, error: { code: 'wrong_kind', path: 'per_order' } });
        const body = { fee_bp, of: of as FeeBase, per_order: amounts, from: from.trim() };
        return call('POST /v1/operator/fees', { member: member.owner, body });
      },
      done: (history) => {
        announce(words.published);
        this.hear(history);
      },
      explain,
      redraw,
    });
    this.versions = new List<PublishedFee>({
      ...place,
      title: words.history,
      file: 'fees',
      empty: words.empty,
      columns: [
        { title: words.from, text: ({ fee }) => fee.from ?? '' },
        { title: words.state, text: (version) => this.state(version) },
        {
          title: words.fee,
          text: ({ fee }) => percent((fee.fee_bp ?? 0) * 100, language),
          figures: true,
        },
        { title: words.of, text: ({ fee }) => words.bases[fee.of ?? 'goods'] },
        { title: words.perOrder, text: ({ fee }) => this.amounts(fee) },
        {
          title: words.publishedAt,
          text: ({ published_at }) => moment(published_at, language),
        },
      ],
    });
    const [, last = ''] = recentMonths(new Date());
    this.documents = new Documents(place, billing, last);
    this.billing = new BillingForm(place, billing, () => void this.documents.read());
    void this.read();
  }

  private async read(): Promise<void> {
    const answer = await call('GET /v1/operator/fees', { member: this.place.member.owner });
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) this.hear(answer.value);
    this.place.redraw();
  }

  private hear(history: FeeHistory): void {
    this.history = history;
    this.versions.rows = [...history.versions].reverse();
    this.place.redraw();
  }

  private amounts({ per_order = [] }: OperatorFee): string {
    return per_order
      .map(({ amount, currency }) => money(amount, currency, this.place.language))
      .join('; ');
  }

  private state({ in_force, fee }: PublishedFee): string {
    if (in_force) return words.states.now;
    return (fee.from ?? '') > (this.history?.earliest ?? '')
      ? words.states.future
      : words.states.past;
  }

  draw(): TemplateResult {
    const { place, history, failure } = this;
    return html`<h1 tabindex="-1">${words.title}</h1>
      <p class="quiet">${words.intro}</p>
      ${failure ? html`<p class="problem" role="alert">${place.explain(failure)}</p>` : nothing}
      ${
        history
          ? html`<section class="card stack" aria-label=${words.title}>
                ${this.publishing(history)}
              </section>
              <h2>${words.history}</h2>
              ${this.versions.draw()} ${this.documents.draw()} ${this.billing.draw()}`
          : failure
            ? nothing
            : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }`;
  }

  private publishing({ versions, earliest }: FeeHistory): TemplateResult {
    const { form } = this;
    const newest = versions.at(-1)?.fee;
    const amounts = (newest?.per_order ?? []).map(
      ({ amount, currency }) => `${typed(amount, currency)} ${currency}`,
    );
    return form.draw(
      () =>
        html`<div class="beside">
          ${textField('fee', {
            label: words.fee,
            inputmode: 'decimal',
            value: String((newest?.fee_bp ?? 0) / 100),
            fault: form.fault('fee', 'fee_bp'),
          })}
          ${choiceField('of', {
            label: words.of,
            value: newest?.of ?? 'goods',
            choices: bases.map((base) => ({ value: base, text: words.bases[base] })),
            fault: form.fault('of'),
          })}
          ${textField('per_order', {
            label: words.perOrder,
            hint: words.perOrderHint,
            value: amounts.join('; '),
            required: false,
            fault: form.fault('per_order', /^per_order/),
          })}
          ${textField('from', {
            label: words.from,
            hint: words.fromHint,
            type: 'date',
            value: earliest,
            fault: form.fault('from'),
          })}
        </div>`,
      words.publish,
    );
  }
}

export const open: Open = (place) => new FeePage(place);
