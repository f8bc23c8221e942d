/** The page `endpoint`: where orders go by themselves, how that is doing, and the secret that they are signed with. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { connect, type Answer, type ApiFailure } from '../../api.ts';
import type { DeliveryStatus, EndpointTrial, RotatedSecret } from '../../contract.ts';
import { linkTo } from '../address.ts';
import { Deliveries, explained, replayAll, replayed } from '../deliveries.ts';
import { textField } from '../fields.ts';
import { Form } from '../form.ts';
import type { Open, Place, View } from '../place.ts';
import { call } from '../requests.ts';
import { may, permitted } from '../rights.ts';
import { words as all } from './words.ts';

const words = all.endpoint;

// An endpoint has 20 seconds; a second try would be a second message.
const callPatiently = connect({ credentials: 'same-origin', attempts: 1, timeout: 30_000 });

class EndpointPage implements View {
  private status: DeliveryStatus | undefined;
  private failure: ApiFailure | undefined;
  private trial: EndpointTrial | undefined;
  private secret: RotatedSecret | undefined;
  private busy = false;
  private readonly form: Form<DeliveryStatus>;
  private readonly log: Deliveries;

  constructor(private readonly place: Place) {
    const { member, redraw, explain, announce } = place;
    this.form = new Form<DeliveryStatus>({
      member,
      route: 'POST /v1/seller/endpoint',
      send: ({ url = '' }) =>
        call('POST /v1/seller/endpoint', { member: member.owner, body: { url: url.trim() } }),
      done: (status) => {
        announce(words.saved);
        this.trial = undefined;
        this.hear({ ok: true, value: status });
      },
      explain,
      redraw,
    });
    this.log = new Deliveries(place, {
      read: (query) => call('GET /v1/seller/deliveries', { member: member.owner, query }),
      link: (order_id) => linkTo(member.owner, 'orders', order_id),
      replay: may(member, 'POST /v1/seller/deliveries/replay')
        ? (delivery_id) => void this.replay({ delivery_id })
        : undefined,
    });
    void this.read();
  }

  private async read(): Promise<void> {
    this.hear(await call('GET /v1/seller/endpoint', { member: this.place.member.owner }));
  }

  private hear(answer: Answer<DeliveryStatus>): void {
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) this.status = answer.value;
    this.place.redraw();
  }

  private readonly try = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    this.trial = undefined;
    this.place.redraw();
    const answer = await callPatiently('POST /v1/seller/endpoint/trial', {
      member: this.place.member.owner,
    });
    this.busy = false;
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) this.trial = answer.value;
    this.place.redraw();
  };

  private async replay(body: { delivery_id?: string }): Promise<void> {
    const { member, announce } = this.place;
    const answer = await call('POST /v1/seller/deliveries/replay', { member: member.owner, body });
    if (answer.ok) announce(replayed(answer.value.replayed));
    await Promise.all([this.read(), this.log.read()]);
    if (answer.ok) return;
    this.failure = answer.error;
    this.place.redraw();
  }

  private readonly rotate = async (): Promise<void> => {
    const answer = await call('POST /v1/seller/webhook_secret', {
      member: this.place.member.owner,
    });
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) this.secret = answer.value;
    this.place.redraw();
    document.getElementById('secret')?.focus();
  };

  private readonly copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(this.secret?.webhook_secret ?? '').catch(() => undefined);
    this.place.announce(words.copied);
  };

  draw(): TemplateResult {
    const { place, status, form } = this;
    return html`<h1 tabindex="-1">${words.title}</h1>
      <p class="quiet">${words.intro}</p>
      ${
        this.failure
          ? html`<p class="problem" role="alert">${explained(this.failure, place)}</p>`
          : nothing
      }
      ${
        status
          ? html`<section class="card stack" aria-label=${words.title}>
                ${form.draw(
                  () =>
                    html`${textField('url', {
                      label: words.url,
                      type: 'url',
                      hint: words.urlHint,
                      placeholder: 'https://shop.example/orders',
                      value: status.url,
                      maxlength: 2048,
                      required: false,
                      fault: form.fault('url'),
                    })}
                    ${status.endpoint === 'gone' ? html`<p class="problem">${words.gone}</p>` : nothing}`,
                  words.save,
                  status.url
                    ? html`<button
                        type="button"
                        class="secondary"
                        aria-disabled=${this.busy ? 'true' : 'false'}
                        @click=${this.try}
                      >
                        ${words.try}
                      </button>`
                    : nothing,
                )}
                <div role="status">${this.outcome()}</div>
              </section>
              ${this.log.draw(this.beside(status))} ${this.signing()}`
          : this.failure
            ? nothing
            : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }`;
  }

  private outcome(): TemplateResult | typeof nothing {
    const { trial } = this;
    if (this.busy) return html`<p class="quiet">${words.trying}</p>`;
    if (!trial) return nothing;
    const { taken, status, problem, milliseconds } = trial;
    if (taken) return html`<p class="notice">${words.taken(status, milliseconds)}</p>`;
    return html`<p class="problem">
      ${status ? words.refused(status, milliseconds) : words.silent(problem)}
    </p>`;
  }

  private beside({ waiting, parked }: DeliveryStatus): TemplateResult {
    return html`${waiting > 0 ? html`<span class="quiet">${words.waiting(waiting)}</span>` : nothing}
    ${
      parked > 1 && may(this.place.member, 'POST /v1/seller/deliveries/replay')
        ? html`<button type="button" class="small" @click=${() => void this.replay({})}>
            ${replayAll}
          </button>`
        : nothing
    }`;
  }

  private signing(): TemplateResult {
    const { secret } = this;
    return html`<section class="card stack" aria-labelledby="signing">
      <h2 id="signing">${words.secret}</h2>
      <p class="quiet">${words.secretText}</p>
      ${
        secret
          ? html`<p class="notice">${words.rotated}</p>
              <p class="secret-row">
                <input
                  id="secret"
                  dir="ltr"
                  readonly
                  aria-label=${words.secret}
                  .value=${secret.webhook_secret}
                />
                <button type="button" class="small" @click=${this.copy}>${words.copy}</button>
              </p>`
          : permitted(
              this.place.member,
              'POST /v1/seller/webhook_secret',
              () =>
                html`<p>
                  <button type="button" class="small" @click=${this.rotate}>${words.rotate}</button>
                </p>`,
            )
      }
    </section>`;
  }
}

export const open: Open = (place) => new EndpointPage(place);
