/** One order of a seller: what is in it, where it goes, and the steps that the seller takes. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answer, ApiFailure } from '../../api.ts';
import type { Appointment, Refund, SellerOrder } from '../../contract.ts';
import { country, minor, moment, money } from '../../format.ts';
import { linkTo } from '../address.ts';
import { textField } from '../fields.ts';
import { dayFields, daysIn, isAsked, maybeConfirmed } from './day.ts';
import { Form } from '../form.ts';
import type { Place, View } from '../place.ts';
import { call } from '../requests.ts';
import { may } from '../rights.ts';
import { allServices } from '../../services.ts';
import { goodsOf, goodsTable, statusOf, totalOf, wishes } from './inbox.ts';
import { print } from './paper.ts';
import { words as all } from './words.ts';

const words = all.orders;

/** The form that is open. */
type Step = 'ship' | 'reject' | 'refund' | 'propose';

export class OneOrder implements View {
  private order: SellerOrder | undefined;
  private failure: ApiFailure | undefined;
  private step: Step | undefined;
  private busy = false;
  private readonly forms: Record<Step, Form<unknown>>;

  constructor(
    private readonly place: Place,
    private readonly id: string,
  ) {
    const { redraw, explain, announce } = place;
    const form = <T>(
      send: (values: Record<string, string>) => Promise<Answer<T>>,
      said: (value: T) => string,
    ): Form<unknown> =>
      new Form<T>({
        send,
        done: (value) => {
          announce(said(value));
          this.step = undefined;
          void this.read();
        },
        explain,
        redraw,
      }) as Form<unknown>;
    this.forms = {
      ship: form(
        ({ carrier = '', tracking_number = '' }) =>
          call('POST /v1/seller/orders/{id}/ship', {
            ...this.call,
            body: { carrier: carrier.trim(), tracking_number: tracking_number.trim() },
          }),
        () => (this.services ? words.carriedOut : words.shipped),
      ),
      reject: form(
        ({ reason = '' }) =>
          call('POST /v1/seller/orders/{id}/reject', { ...this.call, body: { reason } }),
        () => words.rejected,
      ),
      refund: form<Refund>(
        (values) => this.refund(values),
        ({ amount, currency }) => words.refunded(money(amount, currency, place.language)),
      ),
      propose: form<SellerOrder>(
        (values) => this.answerDays(daysIn(values, this.order)),
        (order) => (isAsked(order) ? words.dayProposed : words.dayConfirmed),
      ),
    };
    void this.read();
  }

  private get services(): boolean {
    return allServices(this.order?.line_items ?? []);
  }

  private get call() {
    return { member: this.place.member.owner, params: { id: this.id } };
  }

  private async read(): Promise<void> {
    this.hear(await call('GET /v1/seller/orders/{id}', this.call));
  }

  private hear(answer: Answer<SellerOrder>): void {
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) this.order = answer.value;
    this.place.redraw();
  }

  private refund({ amount = '', reason = '' }: Record<string, string>): Promise<Answer<Refund>> {
    const part = amount.trim() ? minor(amount, this.order?.currency ?? '') : null;
    if (part === undefined)
      return Promise.resolve({ ok: false, error: { code: 'wrong_kind', path: 'amount' } });
    const body = { reason, ...(part === null ? {} : { amount: part }) };
    return call('POST /v1/seller/orders/{id}/refund', { ...this.call, body });
  }

  private readonly accept = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    const answer = await call('POST /v1/seller/orders/{id}/acknowledge', this.call);
    this.busy = false;
    if (answer.ok) this.place.announce(words.accepted);
    this.hear(answer);
  };

  private answerDays(appointments: Appointment[]): Promise<Answer<SellerOrder>> {
    return call('POST /v1/seller/orders/{id}/appointments', {
      ...this.call,
      body: { appointments },
    });
  }

  private readonly confirmDay = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    const answer = await this.answerDays([]);
    this.busy = false;
    if (answer.ok) this.place.announce(words.dayConfirmed);
    this.hear(answer);
  };

  private choose(step: Step): void {
    this.step = this.step === step ? undefined : step;
    this.place.redraw();
    document.querySelector<HTMLElement>('.step input')?.focus();
  }

  draw(): TemplateResult {
    const { place, order } = this;
    const back = html`<p>
      <a href=${linkTo(place.member.owner, 'orders')}>${place.words.back}</a>
    </p>`;
    const problem = this.failure
      ? html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`
      : nothing;
    if (!order)
      return html`${back}
        <h1 tabindex="-1">${words.order}</h1>
        ${this.failure ? problem : html`<p class="waiting" role="status">${place.words.loading}</p>`}`;
    return html`${back}
      <div class="title-row">
        <h1 tabindex="-1">${words.order} <span class="number">${order.id.slice(-8)}</span></h1>
        <span class="status ${order.status}">${statusOf(order)}</span>
      </div>
      <p class="quiet">
        ${moment(order.created_at, place.language)} · <span class="number">${order.id}</span>
      </p>
      ${problem} ${this.steps(order)}
      <div class="two">
        <section class="card stack" aria-label=${this.services ? words.visit : words.shipTo}>
          ${this.receiver(order)}
        </section>
        <section class="card stack" aria-label=${words.total}>${this.money(order)}</section>
      </div>
      <section class="table" aria-label=${words.goods}>
        ${goodsTable(order.line_items, place.language)}
      </section>
      <p class="actions">
        <button type="button" class="small" @click=${() => print('slip')}>
          ${this.services ? words.jobSheet : words.packingSlip}
        </button>
        ${
          order.address && !this.services
            ? html`<button type="button" class="small" @click=${() => print('label')}>
                ${words.label}
              </button>`
            : nothing
        }
      </p>
      ${this.papers(order)}`;
  }

  /** What can be done next, and the form of what was chosen. */
  private steps(order: SellerOrder): TemplateResult | typeof nothing {
    const { status } = order;
    const asked = isAsked(order);
    const confirms = maybeConfirmed(order);
    const waits = status === 'placed' || status === 'acknowledged';
    const button = (step: Step, look: string) =>
      html`<button
        type="button"
        class=${look}
        aria-expanded=${this.step === step ? 'true' : 'false'}
        @click=${() => this.choose(step)}
      >
        ${this.called(step)}
      </button>`;
    if (status === 'rejected' || status === 'cancelled') return nothing;
    if (!may(this.place.member, 'POST /v1/seller/orders/{id}/ship')) return nothing;
    return html`${asked ? html`<p class="quiet">${words.dayWaits}</p>` : nothing}
      <p class="actions">
        ${
          confirms
            ? html`<button type="button" class="primary" @click=${this.confirmDay}>
                ${words.confirmDay}
              </button>`
            : status === 'placed' && !asked
              ? html`<button type="button" class="primary" @click=${this.accept}>
                  ${words.accept}
                </button>`
              : nothing
        }
        ${
          status === 'placed' && order.appointments?.length && !order.appointment_answer
            ? button('propose', 'secondary')
            : nothing
        }
        ${waits ? html`${button('ship', 'secondary')} ${button('reject', 'secondary')}` : button('refund', 'secondary')}
      </p>
      ${this.step ? html`<div class="card stack step">${this.form(this.step)}</div>` : nothing}`;
  }

  private called(step: Step): string {
    if (step === 'propose') return words.proposeDay;
    return step === 'ship' && this.services ? words.carryOut : words[step];
  }

  private form(step: Step): TemplateResult {
    const form = this.forms[step];
    const reason = () =>
      textField('reason', {
        label: words.reason,
        hint: words.reasonHint,
        maxlength: 400,
        fault: form.fault('reason'),
      });
    if (step === 'reject') return form.draw(reason, words.reject);
    if (step === 'refund')
      return form.draw(
        () =>
          html`${textField('amount', {
            label: words.refundAmount,
            hint: words.refundHint,
            inputmode: 'decimal',
            required: false,
            fault: form.fault('amount'),
          })}
          ${reason()}`,
        words.refund,
      );
    if (step === 'propose')
      return form.draw(() => dayFields(this.order, form, this.place.language), words.proposeDay);
    if (this.services) return form.draw(() => html``, words.carryOut);
    return form.draw(
      () =>
        html`<div class="beside">
          ${textField('carrier', {
            label: words.carrier,
            required: false,
            fault: form.fault('carrier'),
          })}
          ${textField('tracking_number', {
            label: words.tracking,
            required: false,
            fault: form.fault('tracking_number'),
          })}
        </div>`,
      words.ship,
    );
  }

  private receiver(order: SellerOrder): TemplateResult {
    const { place } = this;
    const { buyer } = order;
    if (order.personal_data_erased_at) return html`<p>${words.erased}</p>`;
    const ways = order.fulfillments.map(({ title }) => html`<p><bdi>${title}</bdi></p>`);
    const [there, none] = this.services
      ? [words.visit, words.remote]
      : [words.shipTo, words.collects];
    return html`<h2>${order.address ? there : none}</h2>
      ${order.address ? this.address(order) : html`<p><bdi>${buyer.name}</bdi></p>`} ${ways}
      <p class="quiet">
        <a href="mailto:${buyer.email}">${buyer.email}</a>
        ${buyer.phone ? html`<br /><bdi>${buyer.phone}</bdi>` : nothing}
      </p>
      ${
        order.carrier || order.tracking_number
          ? html`<p>
              <bdi>${order.carrier}</bdi> <span class="number">${order.tracking_number}</span>
            </p>`
          : nothing
      }
      ${wishes(order, place.language)} ${note(order)}
      ${order.reason ? html`<p>${words.reason}: <bdi>${order.reason}</bdi></p>` : nothing}`;
  }

  private address({ address }: SellerOrder): TemplateResult | typeof nothing {
    if (!address) return nothing;
    const { name, line1, line2, postcode, city } = address;
    const rows = [name, line1, line2 ?? '', `${postcode ?? ''} ${city}`.trim()].filter(Boolean);
    return html`<address>
      ${rows.map((row) => html`<bdi>${row}</bdi><br />`)}${country(address.country, this.place.language)}
    </address>`;
  }

  private money(order: SellerOrder): TemplateResult {
    const show = (amount: number) => money(amount, order.currency, this.place.language);
    const row = (title: string, amount: number) =>
      html`<div>
        <dt>${title}</dt>
        <dd class="figure">${show(amount)}</dd>
      </div>`;
    return html`<h2 class="figure">${show(totalOf(order))}</h2>
      ${
        order.shares
          ? html`<dl class="sums">
              ${row(words.earn, order.shares.split.seller)}
              ${row(words.presenter, order.shares.split.presenter)}
              ${row(words.operator, order.shares.split.operator_fee)}
            </dl>`
          : nothing
      }`;
  }

  /** On paper only. */
  private papers(order: SellerOrder): TemplateResult {
    const { language, member } = this.place;
    return html`<section class="paper slip">
        <p><bdi>${member.name}</bdi></p>
        ${this.address(order)}
        <p class="number">${words.order} ${order.id} · ${moment(order.created_at, language)}</p>
        ${goodsTable(this.services ? order.line_items : goodsOf(order), language)}
        ${wishes(order, language)} ${note(order)}
      </section>
      <section class="paper label">
        <p class="quiet"><bdi>${member.name}</bdi></p>
        ${this.address(order)}
        <p class="number">${order.id}</p>
      </section>`;
  }
}

/** What the customer told the seller. */
function note({ note }: SellerOrder): TemplateResult | typeof nothing {
  if (!note) return nothing;
  return html`<p class="note"><strong>${words.note}</strong><br /><bdi>${note}</bdi></p>`;
}
