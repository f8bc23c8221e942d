/** The account's passkeys: a list, a new one, and the end of one. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { Account, PasskeyList, PasskeyState } from '../../contract.ts';
import { moment } from '../../format.ts';
import type { ConsoleWords } from '../../messages/console.ts';
import { textField } from '../fields.ts';
import { Form } from '../form.ts';
import { call, callOnce } from '../requests.ts';
import { hasPasskeys, make } from './webauthn.ts';

interface Setting {
  words: ConsoleWords;
  language: string;
  redraw: () => void;
  explain: (failure: ApiFailure) => string;
  announce: (text: string) => void;
}

export class Passkeys {
  private list: PasskeyState[] | undefined;
  private problem: string | undefined;
  private account: Account | undefined;
  private readonly form: Form<PasskeyList>;

  constructor(private readonly setting: Setting) {
    const { words, redraw, explain, announce } = setting;
    this.form = new Form<PasskeyList>({
      send: async ({ name = '', passkey_password: password = '' }) => {
        if (name.trim() === '')
          return { ok: false, error: { code: 'missing_field', path: 'name' } };
        const challenge = await callOnce('POST /v1/account/passkeys/challenge', {
          body: { password },
        });
        if (!challenge.ok) return challenge;
        const { email, name: displayName } = this.account as Account;
        const made = await make(challenge.value, { name: email, displayName });
        if (!made) return { ok: false, error: { code: 'unauthorized', path: 'client_data' } };
        return callOnce('POST /v1/account/passkeys', { body: { name: name.trim(), ...made } });
      },
      done: ({ passkeys }) => {
        this.list = passkeys;
        this.problem = undefined;
        announce(words.people.passkeyAdded);
        redraw();
      },
      explain,
      redraw,
      clears: true,
    });
  }

  /** Reads them anew. */
  async read(): Promise<void> {
    const [ways, answer] = await Promise.all([
      call('GET /v1/accounts', {}),
      call('GET /v1/account/passkeys', {}),
    ]);
    const usable = hasPasskeys() && ways.ok && ways.value.passkeys;
    this.list =
      answer.ok && (usable || answer.value.passkeys.length > 0) ? answer.value.passkeys : undefined;
    this.setting.redraw();
  }

  private async remove({ id }: PasskeyState): Promise<void> {
    const { words, explain, announce, redraw } = this.setting;
    const answer = await callOnce('POST /v1/account/passkeys/{id}/remove', { params: { id } });
    if (answer.ok) {
      this.list = answer.value.passkeys;
      announce(words.people.passkeyRemoved);
    }
    this.problem = answer.ok ? undefined : explain(answer.error);
    redraw();
  }

  draw(account: Account): TemplateResult | typeof nothing {
    const { words } = this.setting;
    const { people } = words;
    const { form, list } = this;
    this.account = account;
    if (!list) return nothing;
    return html`<section class="card stack" aria-labelledby="passkeys">
      <h2 id="passkeys">${people.passkeys}</h2>
      <p class="quiet">${people.passkeysText}</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${list.length === 0 ? html`<p>${people.noPasskeys}</p>` : this.table(list)}
      ${form.draw(
        () =>
          html`<div class="beside">
            ${textField('name', {
              label: people.passkeyName,
              hint: people.passkeyNameHint,
              maxlength: 60,
              value: form.values['name'] ?? '',
              fault: form.fault('name'),
            })}
            ${textField('passkey_password', {
              label: words.currentPassword,
              type: 'password',
              autocomplete: 'current-password',
              maxlength: 1024,
              fault: form.fault('passkey_password', 'password'),
            })}
          </div>`,
        people.addPasskey,
      )}
    </section>`;
  }

  private table(list: readonly PasskeyState[]): TemplateResult {
    const { words, language } = this.setting;
    const { people } = words;
    return html`<ul class="plain-list">
      ${list.map(
        (each) =>
          html`<li>
            <span
              ><strong><bdi>${each.name}</bdi></strong>
              <span class="quiet"
                >${people.created} ${moment(each.created_at, language)} · ${people.used}
                ${each.used_at ? moment(each.used_at, language) : people.never}</span
              ></span
            >
            <button
              type="button"
              class="small"
              aria-label=${people.removeOf(each.name)}
              @click=${() => void this.remove(each)}
            >
              ${people.remove}
            </button>
          </li>`,
      )}
    </ul>`;
  }
}
