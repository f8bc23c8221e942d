/** What became of the messages to sellers' endpoints: for a seller its own, for the operator all. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answer, ApiFailure } from '../api.ts';
import type { DeliveryLog, DeliveryRecord, DeliveryState } from '../contract.ts';
import { moment, quantity, shortMoment } from '../format.ts';
import { speakDeliveries } from '../messages/deliveries.ts';
import { choices } from './choices.ts';
import type { Column } from './csv.ts';
import { List } from './list.ts';
import type { Place } from './place.ts';

const words = await speakDeliveries(document.documentElement.lang);
const states: readonly DeliveryState[] = ['waiting', 'delivered', 'parked', 'withdrawn'];

interface Setting {
  read: (query: Record<string, string>) => Promise<Answer<DeliveryLog>>;
  /** Where an order stands; none: the reader sees no orders. */
  link?: (order_id: string) => string;
  /** Sends one again; none: the reader may not. */
  replay?: ((delivery_id: string) => void) | undefined;
  /** Whether to say whose each is. */
  ofAll?: boolean;
}

export class Deliveries {
  private state: DeliveryState | '' = '';
  private next: string | undefined;
  private ready = false;
  private failure: ApiFailure | undefined;
  private readonly list: List<DeliveryRecord>;

  constructor(
    private readonly place: Place,
    private readonly setting: Setting,
  ) {
    this.list = new List<DeliveryRecord>({
      ...place,
      title: setting.ofAll ? words.titleOfAll : words.title,
      empty: setting.ofAll ? words.noneOfAll : words.none,
      file: 'deliveries',
      columns: this.columns(),
    });
    void this.read();
  }

  private columns(): Column<DeliveryRecord>[] {
    const { language } = this.place;
    const { link, ofAll, replay } = this.setting;
    return [
      { title: words.event, text: ({ type }) => words.events[type] ?? type },
      {
        title: words.order,
        text: ({ order_id }) => order_id,
        show: ({ order_id }) =>
          link
            ? html`<a class="number" href=${link(order_id)}>${order_id.slice(-8)}</a>`
            : html`<span class="number">${order_id.slice(-8)}</span>`,
      },
      ...(ofAll
        ? [{ title: words.seller, text: ({ seller_name }: DeliveryRecord) => seller_name }]
        : []),
      {
        title: words.queued,
        text: ({ queued_at }) => moment(queued_at, language),
        show: ({ queued_at }) => html`<span>${shortMoment(queued_at, language)}</span>`,
      },
      {
        title: words.state,
        text: (delivery) => this.stateOf(delivery),
        show: (delivery) =>
          html`<span class="status delivery-${delivery.state}"
              >${words.states[delivery.state]}</span
            >
            ${
              delivery.state === 'waiting'
                ? html`<span class="quiet">${this.time(delivery)}</span>`
                : nothing
            }`,
      },
      {
        title: words.attempts,
        text: ({ attempts }) => quantity(attempts, language),
        figures: true,
      },
      { title: words.outcome, text: answerOf },
      ...(replay
        ? [
            {
              title: words.replay,
              action: true,
              text: () => '',
              show: (delivery: DeliveryRecord) => this.replayOf(delivery, replay),
            },
          ]
        : []),
    ];
  }

  private time({ state, at }: DeliveryRecord): string {
    const time = shortMoment(at, this.place.language);
    return state === 'waiting' ? words.nextAt(time) : time;
  }

  private stateOf(delivery: DeliveryRecord): string {
    return `${words.states[delivery.state]} · ${this.time(delivery)}`;
  }

  private replayOf(
    { delivery_id, order_id, state }: DeliveryRecord,
    replay: (delivery_id: string) => void,
  ): TemplateResult | typeof nothing {
    if (state !== 'parked' && state !== 'delivered') return nothing;
    return html`<button
      type="button"
      class="small"
      aria-label=${words.replayOf(order_id.slice(-8))}
      @click=${() => replay(delivery_id)}
    >
      ${words.replay}
    </button>`;
  }

  /** From the newest on, or what comes after those that are shown. */
  async read(after?: string): Promise<void> {
    const wanted = this.state;
    const answer = await this.setting.read({
      ...(wanted ? { state: wanted } : {}),
      ...(after ? { after } : {}),
    });
    if (this.state !== wanted) return;
    this.failure = answer.ok ? undefined : answer.error;
    this.ready = true;
    if (answer.ok) {
      this.list.rows = [...(after ? this.list.rows : []), ...answer.value.deliveries];
      this.next = answer.value.next;
    }
    this.place.redraw();
  }

  private choose(state: DeliveryState | ''): void {
    this.state = state;
    this.ready = false;
    void this.read();
    this.place.redraw();
  }

  /** `beside`: what stands beside the heading. */
  draw(beside: unknown = nothing): TemplateResult {
    const { failure, place, setting } = this;
    return html`<div class="log stack">
      <div class="title-row">
        <h2>${setting.ofAll ? words.titleOfAll : words.title}</h2>
        ${beside}
      </div>
      <p class="quiet">${words.text}</p>
      ${choices<DeliveryState | ''>(
        words.state,
        ['', ...states],
        this.state,
        (one) => (one ? words.states[one] : words.all),
        (one) => this.choose(one),
      )}
      ${failure ? html`<p class="problem" role="alert">${explained(failure, place)}</p>` : nothing}
      ${this.ready ? this.rows() : html`<p class="waiting" role="status">${place.words.loading}</p>`}
    </div>`;
  }

  private rows(): TemplateResult | typeof nothing {
    if (this.list.rows.length === 0 && this.failure) return nothing;
    if (this.list.rows.length === 0 && this.state)
      return html`<div class="empty">${words.noneLikeThat}</div>`;
    return html`${this.list.draw()}
    ${
      this.next
        ? html`<p>
            <button type="button" class="small" @click=${() => void this.read(this.next)}>
              ${words.older}
            </button>
          </p>`
        : nothing
    }`;
  }
}

/** What the endpoint said, in as few words as there are for it. */
function answerOf({ state, outcome }: DeliveryRecord): string {
  if (state === 'delivered') return '2xx';
  if (state === 'withdrawn') return '–';
  return outcome || words.untried;
}

/** Why a message is not sent again, in the words of messages. */
export const explained = (failure: ApiFailure, place: Place): string =>
  failure.code === 'invalid_transition' ? words.ended : place.explain(failure);

export const replayed = words.replayed;
export const replayAll = words.replayAll;
