/** What an invitation's link leads to: whose it is, what one may do, and the button that accepts it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { Account, InvitationOffer } from '../../contract.ts';
import type { ConsoleWords } from '../../messages/console.ts';
import { callOnce } from '../requests.ts';

/** In words. */
export function offered(offer: InvitationOffer, words: ConsoleWords): TemplateResult {
  const { people } = words;
  return html`<div class="notice">
    <p>
      <strong
        >${
          offer.invited_by
            ? people.invitedBy(offer.invited_by, offer.name)
            : people.invitedTo(offer.name)
        }</strong
      >
    </p>
    <p>
      ${words.scopes[offer.scope]} · ${people.rights[offer.right]}:
      ${people.rightTexts[offer.right]}
    </p>
  </div>`;
}

interface Setting {
  words: ConsoleWords;
  redraw: () => void;
  explain: (failure: ApiFailure) => string;
  joined: (owner: string) => void;
}

export class InvitationPage {
  offer: InvitationOffer | undefined;
  private token = '';
  private failure: ApiFailure | undefined;

  constructor(private readonly setting: Setting) {}

  /** Reads what the link is about. */
  async look(token: string): Promise<InvitationOffer | undefined> {
    if (token === this.token && this.offer) return this.offer;
    this.token = token;
    this.offer = this.failure = undefined;
    const answer = await callOnce('POST /v1/invitations/look', { body: { token } });
    if (answer.ok) this.offer = answer.value;
    else this.failure = answer.error;
    this.setting.redraw();
    return this.offer;
  }

  /** Why the link leads nowhere. */
  problem(): string | undefined {
    return this.failure && this.setting.explain(this.failure);
  }

  private readonly accept = async (): Promise<void> => {
    const body = { token: this.token };
    const answer = await callOnce('POST /v1/account/invitations', { body });
    if (answer.ok) return this.setting.joined(answer.value.owner);
    this.failure = answer.error;
    this.setting.redraw();
  };

  /** For who is signed in. */
  draw({ email }: Account): TemplateResult {
    const { words } = this.setting;
    const { people } = words;
    const { offer } = this;
    const problem = this.problem();
    return html`<div class="narrow">
      <h1 tabindex="-1">${people.invitation}</h1>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
      ${
        offer
          ? html`${offered(offer, words)}
            ${
              offer.email === email
                ? html`<p class="actions">
                    <button type="button" class="primary" @click=${this.accept}>
                      ${people.accept}
                    </button>
                  </p>`
                : html`<p class="problem">${people.forOther(offer.email)}</p>`
            }`
          : problem
            ? nothing
            : html`<p class="waiting" role="status">${words.loading}</p>`
      }
    </div>`;
  }
}
