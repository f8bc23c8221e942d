/** What a seller says of itself, while it is being changed: read, held, saved. Several pages change a part each. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { Seller } from '../../contract.ts';
import type { Place } from '../place.ts';
import { call } from '../requests.ts';
import { lockable, permitted } from '../rights.ts';
import { Entries } from './entries.ts';
import { words as all } from './words.ts';

const words = all.delivery;
const route = 'POST /v1/seller/profile';

export class ProfileDraft {
  seller: Seller | undefined;
  readonly entries: Entries;
  private saved = '';
  private failure: ApiFailure | undefined;
  private busy = false;

  constructor(
    private readonly place: Place,
    private readonly setting: {
      /** What is said when it is saved. */
      saved: string;
      changed?: (draft: ProfileDraft) => void;
    },
  ) {
    this.entries = new Entries(words.wrong, this.changed);
    addEventListener('beforeunload', this.warn);
    void this.read();
  }

  close(): void {
    removeEventListener('beforeunload', this.warn);
  }

  readonly changed = (): void => {
    this.setting.changed?.(this);
    this.place.redraw();
  };

  /** Fields have come or gone: what was typed belongs to others now. */
  readonly reshaped = (): void => {
    this.entries.forget();
    this.changed();
  };

  private get dirty(): boolean {
    return this.seller !== undefined && JSON.stringify(this.seller) !== this.saved;
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.dirty) event.preventDefault();
  };

  private async read(): Promise<void> {
    const answer = await call('GET /v1/seller/profile', { member: this.place.member.owner });
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) this.keep(answer.value);
    this.changed();
  }

  private keep(seller: Seller): void {
    this.seller = seller;
    this.saved = JSON.stringify(seller);
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { place, seller } = this;
    if (this.busy || !seller) return;
    if (this.entries.understood) {
      this.busy = true;
      place.redraw();
      const answer = await call('POST /v1/seller/profile', {
        member: place.member.owner,
        body: seller,
      });
      this.busy = false;
      if (answer.ok) {
        this.keep(answer.value);
        place.announce(this.setting.saved);
      }
      this.entries.tell(
        answer.ok ? undefined : { path: answer.error.path, text: place.explain(answer.error) },
      );
    }
    this.entries.leave();
    place.redraw();
    document.querySelector<HTMLElement>('.rules [aria-invalid="true"]')?.focus();
  };

  /** The form, or why there is none yet. */
  draw(
    fields: (seller: Seller) => TemplateResult,
    beside?: (seller: Seller) => TemplateResult,
  ): TemplateResult {
    const { place, seller, entries } = this;
    if (!seller)
      return this.failure
        ? html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`
        : html`<p class="waiting" role="status">${place.words.loading}</p>`;
    entries.begin();
    const drawn = fields(seller);
    const form = html`<form class="rules" novalidate @submit=${this.save}>
      ${lockable(place.member, route, drawn)} ${entries.rest()}
      ${permitted(place.member, route, () => this.saving())}
    </form>`;
    return beside ? html`<div class="workbench">${form} ${beside(seller)}</div>` : form;
  }

  private saving(): TemplateResult {
    return html`<p class="actions save">
      <button class="primary" aria-disabled=${this.busy ? 'true' : 'false'}>${words.save}</button>
      <span class="quiet" role="status">${this.dirty ? words.unsaved : ''}</span>
    </p>`;
  }
}
