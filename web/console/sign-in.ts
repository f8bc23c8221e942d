/** How one comes in: signing in, making an account where one may, and a new password for a forgotten one. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../api.ts';
import type { Account, InvitationOffer, SignUp } from '../contract.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { go, linkTo } from './address.ts';
import { textField } from './fields.ts';
import { Form } from './form.ts';
import { ForgottenPassword } from './people/forgotten.ts';
import { offered } from './people/invitation.ts';
import { hasPasskeys, sign } from './people/webauthn.ts';
import { callOnce } from './requests.ts';

interface Setting {
  words: ConsoleWords;
  language: string;
  redraw: () => void;
  explain: (failure: ApiFailure) => string;
  enter: (account: Account) => void;
}

/** What an invitation's link has led to. */
export interface Invited {
  token: string;
  offer: InvitationOffer;
}

export class SignIn {
  /** Who comes by an invitation may make an account where strangers may not. */
  invited: Invited | undefined;
  /** Why an invitation leads nowhere. */
  refusal: string | undefined;
  private readonly known: Form<Account>;
  private readonly fresh: Form<Account>;
  private readonly forgotten: ForgottenPassword;
  private ways: SignUp = { open: false, e_mails: false, passkeys: false };
  private problem: string | undefined;

  constructor(private readonly setting: Setting) {
    const { redraw, explain, enter, language } = setting;
    this.known = new Form({
      send: ({ email = '', password = '' }) =>
        callOnce('POST /v1/sign_in', { body: { email, password, language } }),
      done: enter,
      explain,
      redraw,
    });
    this.fresh = new Form({
      send: ({ email = this.invited?.offer.email ?? '', password = '', name = '' }) => {
        const body = { email, password, name, language };
        const invitation = this.invited?.token;
        return callOnce('POST /v1/accounts', { body: invitation ? { ...body, invitation } : body });
      },
      done: enter,
      explain,
      redraw,
    });
    this.forgotten = new ForgottenPassword(setting);
  }

  /** How one may come in here. */
  async ask(): Promise<void> {
    const answer = await callOnce('GET /v1/accounts', {});
    if (answer.ok) this.ways = answer.value;
    this.setting.redraw();
  }

  draw(page: string, token: string): TemplateResult {
    const { words } = this.setting;
    return html`<main class="entrance">
      <div class="pitch">
        <p class="brand">Vitrine</p>
        <p class="lead">${words.lead}</p>
      </div>
      <div class="entry">${this.entry(page, token)}</div>
    </main>`;
  }

  private entry(page: string, token: string): TemplateResult {
    if (page === 'forgotten') return this.forgotten.ask();
    if (page === 'reset') return this.forgotten.set(token);
    const { invited } = this;
    if (invited && !invited.offer.known) return this.signUp();
    return page === 'sign-up' && this.ways.open ? this.signUp() : this.signIn(page);
  }

  private signIn(page: string): TemplateResult {
    const { words } = this.setting;
    const { invited, known: form } = this;
    const reason = page === 'confirm' ? words.people.confirmFirst : undefined;
    return html`${invited ? offered(invited.offer, words) : nothing}
      ${this.refusal ? html`<p class="problem" role="alert">${this.refusal}</p>` : nothing}
      <h1 tabindex="-1">${words.signIn}</h1>
      ${invited ? html`<p>${words.people.signInFirst}</p>` : nothing}
      ${reason ? html`<p>${reason}</p>` : nothing}
      ${form.draw(
        () =>
          html`${textField('email', {
            label: words.email,
            type: 'email',
            autocomplete: 'username',
            value: invited?.offer.email ?? '',
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
        this.ways.e_mails
          ? html`<a href=${linkTo('forgotten')}>${words.people.forgotten}</a>`
          : nothing,
      )}
      ${
        this.ways.passkeys && hasPasskeys()
          ? html`<p>
              <button type="button" class="small wide" @click=${this.byPasskey}>
                ${words.people.signInByPasskey}
              </button>
            </p>`
          : nothing
      }
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <p class="quiet">
        ${
          this.ways.open
            ? html`${words.newHere} <a href=${linkTo('sign-up')}>${words.signUp}</a>`
            : words.askOperator
        }
      </p>`;
  }

  private readonly byPasskey = async (): Promise<void> => {
    const { words, explain, enter, redraw } = this.setting;
    this.problem = undefined;
    const challenge = await callOnce('POST /v1/passkeys/challenge', {});
    const body = challenge.ok ? await sign(challenge.value) : undefined;
    const answer = body ? await callOnce('POST /v1/passkeys/sign_in', { body }) : challenge;
    if (body && answer.ok) return enter(answer.value as Account);
    this.problem = answer.ok ? words.people.passkeyFailed : explain(answer.error);
    redraw();
  };

  private signUp(): TemplateResult {
    const { words } = this.setting;
    const { invited, fresh: form } = this;
    return html`${invited ? offered(invited.offer, words) : nothing}
      <h1 tabindex="-1">${words.signUp}</h1>
      ${invited ? html`<p>${words.people.signUpFirst}</p>` : nothing}
      ${form.draw(
        () =>
          html`${textField('name', {
            label: words.yourName,
            autocomplete: 'name',
            fault: form.fault('name'),
          })}
          ${
            invited
              ? html`<input type="hidden" name="email" .value=${invited.offer.email} />
                  <p class="quiet" dir="ltr">${invited.offer.email}</p>`
              : textField('email', {
                  label: words.email,
                  type: 'email',
                  autocomplete: 'username',
                  fault: form.fault('email'),
                })
          }
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
      <p class="quiet">
        ${words.knownHere}
        <a href=${linkTo()} @click=${this.asKnown}>${words.signIn}</a>
      </p>`;
  }

  /** Who is invited goes on without that. */
  private readonly asKnown = (event: Event): void => {
    if (!this.invited) return;
    event.preventDefault();
    this.invited = undefined;
    go();
  };
}
