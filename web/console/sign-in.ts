/** How one comes in: signing in, and making an account where the operator lets strangers. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../api.ts';
import type { Account } from '../contract.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { linkTo } from './address.ts';
import { textField } from './fields.ts';
import { Form } from './form.ts';
import { callOnce } from './requests.ts';

interface Setting {
  words: ConsoleWords;
  redraw: () => void;
  explain: (failure: ApiFailure) => string;
  enter: (account: Account) => void;
}

export class SignIn {
  private readonly known: Form<Account>;
  private readonly fresh: Form<Account>;
  private open = false;

  constructor(private readonly setting: Setting) {
    const { redraw, explain, enter } = setting;
    this.known = new Form({
      send: ({ email = '', password = '' }) =>
        callOnce('POST /v1/sign_in', { body: { email, password } }),
      done: enter,
      explain,
      redraw,
    });
    this.fresh = new Form({
      send: ({ email = '', password = '', name = '' }) =>
        callOnce('POST /v1/accounts', { body: { email, password, name } }),
      done: enter,
      explain,
      redraw,
    });
  }

  /** Whether strangers may make accounts. */
  async ask(): Promise<void> {
    const answer = await callOnce('GET /v1/accounts', {});
    this.open = answer.ok && answer.value.open;
    this.setting.redraw();
  }

  draw(fresh: boolean): TemplateResult {
    const { words } = this.setting;
    return html`<main class="entrance">
      <div class="pitch">
        <p class="brand">Vitrine</p>
        <p class="lead">${words.lead}</p>
      </div>
      <div class="entry">${fresh && this.open ? this.signUp() : this.signIn()}</div>
    </main>`;
  }

  private signIn(): TemplateResult {
    const { words } = this.setting;
    const form = this.known;
    return html`<h1 tabindex="-1">${words.signIn}</h1>
      ${form.draw(
        () =>
          html`${textField('email', {
            label: words.email,
            type: 'email',
            autocomplete: 'username',
            fault: form.fault('email'),
          })}
          ${textField('password', {
            label: words.password,
            type: 'password',
            autocomplete: 'current-password',
            maxlength: 1024,
            fault: form.fault('password'),
          })}`,
        words.signIn,
      )}
      <p class="quiet">
        ${
          this.open
            ? html`${words.newHere} <a href=${linkTo('sign-up')}>${words.signUp}</a>`
            : words.askOperator
        }
      </p>`;
  }

  private signUp(): TemplateResult {
    const { words } = this.setting;
    const form = this.fresh;
    return html`<h1 tabindex="-1">${words.signUp}</h1>
      ${form.draw(
        () =>
          html`${textField('name', {
            label: words.yourName,
            autocomplete: 'name',
            fault: form.fault('name'),
          })}
          ${textField('email', {
            label: words.email,
            type: 'email',
            autocomplete: 'username',
            fault: form.fault('email'),
          })}
          ${textField('password', {
            label: words.password,
            type: 'password',
            autocomplete: 'new-password',
            maxlength: 1024,
            hint: words.passwordHint,
            fault: form.fault('password'),
          })}`,
        words.signUp,
      )}
      <p class="quiet">${words.knownHere} <a href=${linkTo()}>${words.signIn}</a></p>`;
  }
}
