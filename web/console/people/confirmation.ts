/** An address that is confirmed by the link in its e-mail, and what one is told until then. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { Account } from '../../contract.ts';
import type { ConsoleWords } from '../../messages/console.ts';
import { linkTo } from '../address.ts';
import { callOnce } from '../requests.ts';

interface Setting {
  words: ConsoleWords;
  redraw: () => void;
  explain: (failure: ApiFailure) => string;
  announce: (text: string) => void;
  changed: (account: Account) => void;
}

export class Confirmation {
  private token = '';
  private said: string | undefined;
  private failure: ApiFailure | undefined;
  private resent = false;

  constructor(private readonly setting: Setting) {}

  /** By the secret that the link has; once. */
  async confirm(token: string): Promise<void> {
    if (token === this.token) return;
    this.token = token;
    this.said = this.failure = undefined;
    const { words, changed, announce } = this.setting;
    const answer = await callOnce('POST /v1/account/email/confirm', { body: { token } });
    if (answer.ok) {
      this.said = words.people.confirmed;
      announce(this.said);
      return changed(answer.value);
    }
    this.failure = answer.error;
    this.setting.redraw();
  }

  private readonly resend = async (): Promise<void> => {
    const { announce, words, redraw } = this.setting;
    const answer = await callOnce('POST /v1/account/email/resend', {});
    this.resent = answer.ok;
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) announce(words.people.resent);
    redraw();
  };

  draw(): TemplateResult {
    const { words, explain } = this.setting;
    const { said, failure } = this;
    return html`<div class="narrow">
      <h1 tabindex="-1">${words.people.confirmTitle}</h1>
      ${
        said
          ? html`<p class="notice">${said}</p>
              <p><a href=${linkTo()}>${words.overview}</a></p>`
          : failure
            ? html`<p class="problem" role="alert">${explain(failure)}</p>`
            : html`<p class="waiting" role="status">${words.loading}</p>`
      }
    </div>`;
  }

  /** What stands on each page until then. */
  reminder({ email }: Account): TemplateResult {
    const { words, explain } = this.setting;
    const { people } = words;
    return html`<div class="notice">
      <p>${people.toConfirm(email)}</p>
      ${
        this.resent
          ? html`<p>${people.resent}</p>`
          : html`<p>
              <button type="button" class="small" @click=${this.resend}>${people.resend}</button>
            </p>`
      }
      ${this.failure ? html`<p class="error" role="alert">${explain(this.failure)}</p>` : ''}
    </div>`;
  }
}
