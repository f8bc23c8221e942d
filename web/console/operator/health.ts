/** The page `health`: how the store, e-mail and the sellers' endpoints are doing, as it changes. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answer, ApiFailure } from '../../api.ts';
import type { Health, MailQueue, Replayed, SellerQueue } from '../../contract.ts';
import { bytes, moment, quantity } from '../../format.ts';
import { Deliveries } from '../deliveries.ts';
import { List } from '../list.ts';
import type { Open, Place, View } from '../place.ts';
import { call } from '../requests.ts';
import { may } from '../rights.ts';
import { words as all } from './words.ts';

const words = all.health;
const pause = 10_000;

class HealthPage implements View {
  private health: Health | undefined;
  private failure: ApiFailure | undefined;
  private busy = false;
  private readonly queues: List<SellerQueue>;
  private readonly log: Deliveries;
  private readonly clock: ReturnType<typeof setInterval>;

  constructor(private readonly place: Place) {
    const { language } = place;
    this.queues = new List<SellerQueue>({
      ...place,
      title: words.queues,
      file: 'queues',
      empty: words.empty,
      columns: [
        { title: words.seller, text: ({ seller_name }) => seller_name },
        { title: words.waiting, text: ({ waiting }) => quantity(waiting, language), figures: true },
        { title: words.parked, text: ({ parked }) => quantity(parked, language), figures: true },
        { title: words.oldest, text: ({ oldest_at }) => this.time(oldest_at) },
        {
          title: words.circuit,
          text: ({ endpoint, circuit }) =>
            endpoint === 'active' ? words.circuits[circuit] : words[endpoint],
        },
        { title: words.outcome, text: ({ outcome }) => outcome },
        {
          title: words.replay,
          text: () => '',
          action: true,
          show: (queue) => (queue.parked > 0 ? this.replayOf(queue) : nothing),
        },
      ],
    });
    this.log = new Deliveries(place, {
      read: (query) => call('GET /v1/operator/deliveries', { member: place.member.owner, query }),
      ofAll: true,
    });
    this.clock = setInterval(() => document.hidden || void this.read(), pause);
    void this.read();
  }

  close(): void {
    clearInterval(this.clock);
  }

  private time(at: string | undefined): string {
    return at ? moment(at, this.place.language) : '';
  }

  private async read(): Promise<void> {
    const answer = await call('GET /v1/operator/health', { member: this.place.member.owner });
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      this.health = answer.value;
      this.queues.rows = answer.value.queues;
    }
    this.place.redraw();
  }

  private async replay(send: () => Promise<Answer<Replayed>>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const answer = await send();
    this.busy = false;
    if (answer.ok) this.place.announce(words.replayed(answer.value.replayed));
    this.place.recount();
    await Promise.all([this.read(), this.log.read()]);
    if (!answer.ok) this.failure = answer.error;
    this.place.redraw();
  }

  private replayOf({ seller_id, seller_name }: SellerQueue): TemplateResult | typeof nothing {
    const member = this.place.member.owner;
    if (!may(this.place.member, 'POST /v1/operator/sellers/{seller_id}/replay')) return nothing;
    const send = () =>
      call('POST /v1/operator/sellers/{seller_id}/replay', { member, params: { seller_id } });
    return html`<button
      type="button"
      class="small"
      aria-label=${words.replayOf(seller_name)}
      @click=${() => void this.replay(send)}
    >
      ${words.replay}
    </button>`;
  }

  draw(): TemplateResult {
    const { place, health, failure } = this;
    return html`<h1 tabindex="-1">${words.title}</h1>
      ${failure ? html`<p class="problem" role="alert">${place.explain(failure)}</p>` : nothing}
      ${
        health
          ? html`${this.figures(health)}
              <h2>${words.queues}</h2>
              ${this.queues.draw()} ${this.log.draw()}
              <h2>${words.mail}</h2>
              ${this.mail(health.mail)}`
          : failure
            ? nothing
            : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }`;
  }

  private figures({ store, connections, streams }: Health): TemplateResult {
    const { language } = this.place;
    const kind = store.kind === 'sqlite' ? 'SQLite' : 'PostgreSQL';
    const figure = (title: string, text: string) =>
      html`<div class="card figure-card">
        <dt>${title}</dt>
        <dd>${text}</dd>
      </div>`;
    return html`<dl class="figure-cards">
      ${figure(`${words.database} (${kind})`, bytes(store.size, language))}
      ${figure(words.disk, bytes(store.disk_free, language))}
      ${figure(words.connections, quantity(connections, language))}
      ${figure(words.streams, quantity(streams, language))}
    </dl>`;
  }

  private mail(mail: MailQueue): TemplateResult {
    const { language, member } = this.place;
    if (mail.waiting + mail.parked === 0)
      return html`<p class="empty">${mail.configured ? words.mailDone : words.noMail}</p>`;
    return html`<section class="card stack" aria-label=${words.mail}>
      ${mail.configured ? nothing : html`<p class="problem">${words.noMail}</p>`}
      <dl class="facts">
        <dt>${words.waiting}</dt>
        <dd>${quantity(mail.waiting, language)}</dd>
        <dt>${words.parked}</dt>
        <dd>${quantity(mail.parked, language)}</dd>
        <dt>${words.oldest}</dt>
        <dd>${this.time(mail.oldest_at)}</dd>
        <dt>${words.server}</dt>
        <dd>${words.circuits[mail.circuit]}</dd>
        <dt>${words.outcome}</dt>
        <dd dir="auto">${mail.outcome}</dd>
      </dl>
      ${
        mail.parked > 0 && may(member, 'POST /v1/operator/mails/replay')
          ? html`<p class="actions">
              <button
                type="button"
                class="secondary"
                aria-label=${words.replayOf(words.mail)}
                @click=${() =>
                  void this.replay(() =>
                    call('POST /v1/operator/mails/replay', { member: member.owner }),
                  )}
              >
                ${words.replay}
              </button>
            </p>`
          : nothing
      }
    </section>`;
  }
}

export const open: Open = (place) => new HealthPage(place);
