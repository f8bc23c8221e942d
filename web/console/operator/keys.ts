/** The page `keys`: which keys open the API, a new one, and the end of one. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { KeyState, NewKey } from '../../contract.ts';
import { moment } from '../../format.ts';
import { type Choice, choiceField } from '../fields.ts';
import { Form } from '../form.ts';
import { List } from '../list.ts';
import type { Open, Place, View } from '../place.ts';
import { call, everything } from '../requests.ts';
import { may, permitted } from '../rights.ts';
import { words as all } from './words.ts';

const words = all.keys;
const overlaps = [24, 0, 1, 7 * 24];

class Keys implements View {
  private readonly names = new Map<string, string>();
  private failure: ApiFailure | undefined;
  private ready = false;
  private made: NewKey | undefined;
  private readonly form: Form<NewKey>;
  private readonly keys: List<KeyState>;

  constructor(private readonly place: Place) {
    const { member, redraw, explain, language } = place;
    this.names.set('operator', place.words.scopes.operator);
    this.form = new Form<NewKey>({
      member,
      route: 'POST /v1/keys',
      send: ({ owner = '', overlap = '24' }) =>
        call('POST /v1/keys', {
          member: member.owner,
          body: { owner, overlap_hours: Number(overlap) },
        }),
      done: (made) => {
        this.made = made;
        void this.read().then(() => document.getElementById('secret')?.focus());
      },
      explain,
      redraw,
    });
    this.keys = new List<KeyState>({
      ...place,
      title: words.title,
      file: 'keys',
      empty: words.empty,
      columns: [
        { title: words.owner, text: ({ owner }) => this.names.get(owner) ?? owner },
        { title: words.created, text: ({ created_at }) => moment(created_at, language) },
        { title: words.ends, text: (key) => this.end(key) },
        {
          title: words.key,
          text: ({ id }) => id,
          show: ({ id }) => html`<span class="number" dir="ltr">${id}</span>`,
        },
        {
          title: words.revoke,
          text: () => '',
          action: true,
          show: (key) =>
            hasEnded(key) || !may(member, 'POST /v1/keys/{id}/revoke')
              ? nothing
              : html`<button
                  type="button"
                  class="small"
                  aria-label=${words.revokeOf(key.id)}
                  @click=${() => void this.revoke(key)}
                >
                  ${words.revoke}
                </button>`,
        },
      ],
    });
    void this.read();
  }

  private async read(): Promise<void> {
    const member = this.place.member.owner;
    const [keys, sellers, sites] = await Promise.all([
      call('GET /v1/keys', { member }),
      everything((query) => call('GET /v1/operator/sellers', { member, query })),
      everything((query) => call('GET /v1/operator/sites', { member, query })),
    ]);
    if (sellers.ok)
      for (const { id, name } of sellers.value.flatMap((page) => page.sellers))
        this.names.set(id, name);
    if (sites.ok)
      for (const { presenter_id = '', name } of sites.value.flatMap((page) => page.sites))
        if (!this.names.has(presenter_id)) this.names.set(presenter_id, name);
    if (keys.ok) this.keys.rows = [...keys.value.keys].reverse();
    const failed = [keys, sellers, sites].find((each) => !each.ok);
    this.failure = failed && !failed.ok ? failed.error : undefined;
    this.ready = true;
    this.place.redraw();
  }

  private end(key: KeyState): string {
    if (key.ends_at === undefined) return words.never;
    return hasEnded(key) ? words.ended : moment(key.ends_at, this.place.language);
  }

  private async revoke({ id }: KeyState): Promise<void> {
    const { member, announce } = this.place;
    const answer = await call('POST /v1/keys/{id}/revoke', {
      member: member.owner,
      params: { id },
    });
    if (answer.ok) announce(words.revoked);
    if (this.made?.key.id === id) this.made = undefined;
    await this.read();
    if (!answer.ok) this.failure = answer.error;
    this.place.redraw();
  }

  private readonly copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(this.made?.api_key ?? '').catch(() => undefined);
    this.place.announce(words.copied);
  };

  draw(): TemplateResult {
    const { place, failure, made } = this;
    return html`<h1 tabindex="-1">${words.title}</h1>
      <p class="quiet">${words.intro}</p>
      ${failure ? html`<p class="problem" role="alert">${place.explain(failure)}</p>` : nothing}
      ${
        this.ready
          ? html`${permitted(
              place.member,
              'POST /v1/keys',
              () =>
                html`<section class="card stack" aria-labelledby="new-key">
                  <h2 id="new-key">${words.create}</h2>
                  ${this.creating()} ${made ? this.telling(made) : nothing}
                </section>`,
            )}
            ${this.keys.draw()}`
          : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }`;
  }

  private creating(): TemplateResult {
    const { form } = this;
    const owners: Choice[] = [...this.names].map(([value, text]) => ({ value, text }));
    return form.draw(
      () =>
        html`<div class="beside">
          ${choiceField('owner', {
            label: words.owner,
            value: form.values['owner'] ?? 'operator',
            choices: owners,
            fault: form.fault('owner'),
          })}
          ${choiceField('overlap', {
            label: words.overlap,
            value: form.values['overlap'] ?? String(overlaps[0]),
            choices: overlaps.map((hours) => ({
              value: String(hours),
              text: hours === 0 ? words.notAtAll : words.hours(hours),
            })),
            fault: form.fault('overlap', 'overlap_hours'),
          })}
        </div>`,
      words.create,
    );
  }

  private telling({ api_key, key }: NewKey): TemplateResult {
    return html`<div class="stack">
      <p class="notice">${words.made}</p>
      <p class="secret-row">
        <input
          id="secret"
          dir="ltr"
          readonly
          aria-label="${words.key} ${this.names.get(key.owner) ?? key.owner}"
          .value=${api_key}
        />
        <button type="button" class="small" @click=${this.copy}>${words.copy}</button>
      </p>
    </div>`;
  }
}

const hasEnded = ({ ends_at }: KeyState): boolean =>
  ends_at !== undefined && Date.parse(ends_at) <= Date.now();

export const open: Open = (place) => new Keys(place);
