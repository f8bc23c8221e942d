/** The sellers that a site may present: their terms, how they stand to the site, and the next step. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { AgreementStep, PresentableSeller, Site } from '../../contract.ts';
import { country, list } from '../../format.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import type { Place } from '../place.ts';
import { List } from '../list.ts';
import { call } from '../requests.ts';
import { may } from '../rights.ts';
import { inForce, termsText } from './terms.ts';

export class Sellers {
  private loaded = false;
  private failure: ApiFailure | undefined;
  private busy: string | undefined;
  private readonly list: List<PresentableSeller>;

  /** `changed`: the site shows other goods than before. */
  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private readonly site: Site,
    private readonly changed: () => void,
  ) {
    this.list = new List<PresentableSeller>({
      ...place,
      title: words.seller,
      empty: words.noSellers,
      file: 'sellers',
      columns: [
        {
          title: words.seller,
          text: ({ agreement }) => agreement.seller_name,
          show: ({ agreement }) => html`<strong><bdi>${agreement.seller_name}</bdi></strong>`,
        },
        {
          title: words.youEarn,
          text: (seller) => this.terms(seller).join('; '),
          show: (seller) =>
            html`<ul>
              ${this.terms(seller).map((text) => html`<li>${text}</li>`)}
            </ul>`,
        },
        {
          title: words.state,
          text: (seller) => this.state(seller),
          show: (seller) =>
            html`<span class="chip ${seller.agreement.presented ? 'on' : ''}"
              >${this.state(seller)}</span
            >`,
        },
        { title: words.step, action: true, text: () => '', show: (seller) => this.steps(seller) },
      ],
    });
    void this.load();
  }

  draw(): TemplateResult {
    const { place } = this;
    if (!this.loaded && this.failure)
      return html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`;
    if (!this.loaded) return html`<p class="quiet" role="status">${place.words.loading}</p>`;
    return html`${
      this.failure
        ? html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`
        : nothing
    }
    ${this.list.draw()}`;
  }

  private async load(): Promise<void> {
    const answer = await call('GET /v1/presenter/sellers', {
      member: this.place.member.owner,
      query: { site_id: this.site.id ?? '' },
    });
    if (answer.ok) {
      this.loaded = true;
      this.list.rows = answer.value.sellers;
    } else {
      this.failure = answer.error;
    }
    this.place.redraw();
  }

  private terms({ terms }: PresentableSeller): string[] {
    const { place, words, site } = this;
    const now = inForce(terms);
    const texts = termsText(now, words, site.currency, place.language);
    const territories = now?.territories ?? [];
    if (territories.length > 0)
      texts.push(
        words.only(
          list(
            territories.map((code) => country(code, place.language)),
            place.language,
          ),
        ),
      );
    return texts;
  }

  private state({ agreement, terms }: PresentableSeller): string {
    const { words } = this;
    if (agreement.presented) return words.states.shown;
    if (agreement.status !== 'none' && agreement.status !== 'active')
      return words.states[agreement.status];
    if (agreement.status === 'none' && inForce(terms)?.presenting === 'by_invitation')
      return words.byInvitation;
    return words.states.hidden;
  }

  /** What the presenter can do next; the server has the last word. */
  private steps({ agreement, terms }: PresentableSeller): TemplateResult | typeof nothing {
    const { words, place } = this;
    if (!may(place.member, 'POST /v1/presenter/sites/{site_id}/agreements/{seller_id}'))
      return nothing;
    const presenting = inForce(terms)?.presenting ?? 'open';
    const { status, presented, seller_id, seller_name } = agreement;
    const button = (step: AgreementStep, text: string): TemplateResult =>
      html`<button
        type="button"
        class="small"
        aria-label="${text}: ${seller_name}"
        aria-disabled=${this.busy === seller_id ? 'true' : nothing}
        @click=${() => void this.take(seller_id, step)}
      >
        ${text}
      </button>`;
    if (presented) return button('end', words.steps.end);
    if (status === 'invited')
      return html`<span class="actions"
        >${button('accept', words.steps.accept)} ${button('decline', words.steps.decline)}</span
      >`;
    if ((status === 'none' || status === 'ended') && presenting !== 'by_invitation')
      return button('apply', presenting === 'open' ? words.steps.show : words.steps.apply);
    return nothing;
  }

  private async take(seller_id: string, step: AgreementStep): Promise<void> {
    if (this.busy) return;
    this.busy = seller_id;
    this.place.redraw();
    const answer = await call('POST /v1/presenter/sites/{site_id}/agreements/{seller_id}', {
      member: this.place.member.owner,
      params: { site_id: this.site.id ?? '', seller_id },
      body: { step },
    });
    this.busy = undefined;
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      this.list.rows = this.list.rows.map((row) =>
        row.agreement.seller_id === seller_id ? { ...row, agreement: answer.value } : row,
      );
      const row = this.list.rows.find(({ agreement }) => agreement.seller_id === seller_id);
      if (row) this.place.announce(`${row.agreement.seller_name}: ${this.state(row)}`);
      this.changed();
    }
    this.place.redraw();
  }
}
