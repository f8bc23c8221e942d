/** A new password for who has forgotten theirs: by a link in an e-mail. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { Account, Nothing } from '../../contract.ts';
import type { ConsoleWords } from '../../messages/console.ts';
import { go, linkTo } from '../address.ts';
import { textField } from '../fields.ts';
import { Form } from '../form.ts';
import { callOnce } from '../requests.ts';

interface Setting {
  words: ConsoleWords;
  redraw: () => void;
  explain: (failure: ApiFailure) => string;
  enter: (account: Account) => void;
}

export class ForgottenPassword {
  private readonly asking: Form<Nothing>;
  private readonly setting: Form<Account>;
  private token = '';
  private sent = false;

  constructor(private readonly around: Setting) {
    const { redraw, explain, enter } = around;
    this.asking = new Form({
      send: ({ email = '' }) => callOnce('POST /v1/password/forgotten', { body: { email } }),
      done: () => {
        this.sent = true;
        redraw();
      },
      explain,
      redraw,
    });
    this.setting = new Form({
      send: ({ new_password = '' }) =>
        callOnce('POST /v1/password/reset', { body: { token: this.token, new_password } }),
      done: (account) => {
        go();
        enter(account);
      },
      explain,
      redraw,
    });
  }

  ask(): TemplateResult {
    const { words } = this.around;
    const { people } = words;
    const form = this.asking;
    return html`<h1 tabindex="-1">${people.newPasswordTitle}</h1>
      ${
        this.sent
          ? html`<p class="notice" role="status">${people.linkSent}</p>`
          : html`<p class="quiet">${people.forgottenText}</p>
              ${form.draw(
                () =>
                  textField('email', {
                    label: words.email,
                    type: 'email',
                    autocomplete: 'username',
                    fault: form.fault('email'),
                  }),
                people.sendLink,
              )}`
      }
      <p class="quiet"><a href=${linkTo()}>${words.signIn}</a></p>`;
  }

  /** By the secret that the link has. */
  set(token: string): TemplateResult {
    const { words } = this.around;
    const { people } = words;
    const form = this.setting;
    this.token = token;
    return html`<h1 tabindex="-1">${people.newPasswordTitle}</h1>
      ${form.draw(
        () =>
          textField('new_password', {
            label: words.newPassword,
            type: 'password',
            autocomplete: 'new-password',
            maxlength: 1024,
            hint: words.passwordHint,
            fault: form.fault('new_password'),
          }),
        people.setPassword,
      )}
      <p class="quiet"><a href=${linkTo('forgotten')}>${people.forgotten}</a></p>`;
  }
}
