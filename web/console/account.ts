/** The account's own page: its address, passkeys, e-mails, and another password. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../api.ts';
import type { Account, AccountMember, MailTopic } from '../contract.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { textField } from './fields.ts';
import { Form } from './form.ts';
import { Passkeys } from './people/passkeys.ts';
import { callOnce } from './requests.ts';

interface Setting {
  words: ConsoleWords;
  language: string;
  redraw: () => void;
  explain: (failure: ApiFailure) => string;
  announce: (text: string) => void;
  /** The account is another than before. */
  changed: (account: Account) => void;
}

export class AccountPage {
  private readonly form: Form<Account>;
  private readonly address: Form<Account>;
  private readonly passkeys: Passkeys;
  private changed = false;
  /** What is said where the address was. */
  private told: string | undefined;

  constructor(private readonly setting: Setting) {
    const { words, redraw, explain, announce, changed } = setting;
    this.passkeys = new Passkeys(setting);
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
    this.address = new Form({
      send: ({ email = '', email_password: password = '' }) =>
        callOnce('POST /v1/account/email', { body: { email, password } }),
      done: (account, { email = '' }) => {
        const at_once = account.email === email.trim().toLowerCase();
        this.told = at_once ? words.people.emailChanged : words.people.emailSent(email);
        announce(this.told);
        changed(account);
      },
      explain,
      redraw,
      clears: true,
    });
  }

  /** Reads what the page shows. */
  async read(): Promise<void> {
    this.told = undefined;
    this.changed = false;
    await this.passkeys.read();
  }

  draw(account: Account): TemplateResult {
    const { words } = this.setting;
    return html`<div class="narrow stack">
      <h1 tabindex="-1">${words.account}</h1>
      ${this.addressCard(account)} ${this.passkeys.draw(account)} ${this.mailsCard(account)}
      ${this.passwordCard(account)}
    </div>`;
  }

  private addressCard({ email }: Account): TemplateResult {
    const { words } = this.setting;
    const { people } = words;
    const { address: form } = this;
    return html`<section class="card stack" aria-labelledby="address">
      <h2 id="address">${words.email}</h2>
      <p><bdi>${email}</bdi></p>
      ${this.told ? html`<p class="notice">${this.told}</p>` : nothing}
      <details>
        <summary>${people.changeEmail}</summary>
        ${form.draw(
          () =>
            html`${textField('email', {
              label: people.newEmail,
              type: 'email',
              autocomplete: 'email',
              fault: form.fault('email'),
            })}
            ${textField('email_password', {
              label: words.currentPassword,
              type: 'password',
              autocomplete: 'current-password',
              maxlength: 1024,
              fault: form.fault('email_password', 'password'),
            })}`,
          people.changeEmail,
        )}
      </details>
    </section>`;
  }

  private mailsCard({ unwanted_mails, members }: Account): TemplateResult | typeof nothing {
    const { words } = this.setting;
    const { people } = words;
    const acts = (...scopes: AccountMember['scope'][]): boolean =>
      members.some(({ scope }) => scopes.includes(scope));
    if (!acts('presenter', 'seller')) return nothing;
    const topics: MailTopic[] = acts('presenter') ? ['statements', 'prices'] : ['statements'];
    return html`<section class="card stack" aria-labelledby="mails">
      <h2 id="mails">${people.emails}</h2>
      ${topics.map(
        (topic) =>
          html`<p>
            <label class="tick"
              ><input
                type="checkbox"
                .checked=${!unwanted_mails.includes(topic)}
                @change=${(event: Event) => void this.want(topic, event)}
              />
              ${people.wantMails[topic]}</label
            >
          </p>`,
      )}
    </section>`;
  }

  private async want(topic: MailTopic, event: Event): Promise<void> {
    const { words, announce, changed, explain } = this.setting;
    const wanted = (event.currentTarget as HTMLInputElement).checked;
    const answer = await callOnce('POST /v1/account/mails', { body: { topic, wanted } });
    announce(answer.ok ? words.people.saved : explain(answer.error));
    if (answer.ok) changed(answer.value);
  }

  private passwordCard({ email }: Account): TemplateResult {
    const { words } = this.setting;
    const { form } = this;
    return html`<section class="card stack" aria-labelledby="password-card">
      <h2 id="password-card">${words.changePassword}</h2>
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
    </section>`;
  }
}
