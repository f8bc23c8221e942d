/** The account's own page: another password. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../api.ts';
import type { Account } from '../contract.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { textField } from './fields.ts';
import { Form } from './form.ts';
import { callOnce } from './requests.ts';

interface Setting {
  words: ConsoleWords;
  redraw: () => void;
  explain: (failure: ApiFailure) => string;
  announce: (text: string) => void;
}

export class AccountPage {
  private readonly form: Form<Account>;
  private changed = false;

  constructor(private readonly setting: Setting) {
    const { words, redraw, explain, announce } = setting;
    this.form = new Form({
      send: ({ password = '', new_password = '' }) => {
        this.changed = false;
        return callOnce('POST /v1/account/password', { body: { password, new_password } });
      },
      done: () => {
        this.changed = true;
        announce(words.passwordChanged);
        redraw();
      },
      explain,
      redraw,
    });
  }

  draw({ email }: Account): TemplateResult {
    const { words } = this.setting;
    const { form } = this;
    return html`<div class="narrow">
      <h1 tabindex="-1">${words.account}</h1>
      <p class="quiet">${email}</p>
      <h2>${words.changePassword}</h2>
      ${
        this.changed
          ? html`<p class="notice">${words.passwordChanged}</p>`
          : form.draw(
              () =>
                html`<input type="hidden" autocomplete="username" .value=${email} /> ${textField(
                    'password',
                    {
                      label: words.currentPassword,
                      type: 'password',
                      autocomplete: 'current-password',
                      maxlength: 1024,
                      fault: form.fault('password'),
                    },
                  )}
                  ${textField('new_password', {
                    label: words.newPassword,
                    type: 'password',
                    autocomplete: 'new-password',
                    maxlength: 1024,
                    hint: words.passwordHint,
                    fault: form.fault('new_password'),
                  })}`,
              words.changePassword,
            )
      }
    </div>`;
  }
}
