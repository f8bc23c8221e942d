/** What the link in an e-mail leads to that ends such e-mails: nobody has to be signed in. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ConsoleWords } from '../../messages/console.ts';
import { linkTo } from '../address.ts';
import { callOnce } from '../requests.ts';

interface Setting {
  words: ConsoleWords;
  redraw: () => void;
  announce: (text: string) => void;
}

export class Unsubscribe {
  private state: 'asks' | 'done' | 'failed' = 'asks';

  constructor(private readonly setting: Setting) {}

  /** Another link than before. */
  ask(): void {
    this.state = 'asks';
  }

  private async stop(token: string): Promise<void> {
    const { words, redraw, announce } = this.setting;
    const answer = await callOnce('POST /unsubscribe/{token}', { params: { token } });
    this.state = answer.ok ? 'done' : 'failed';
    if (answer.ok) announce(words.people.stopped);
    redraw();
    document.querySelector<HTMLElement>('h1')?.focus();
  }

  draw(token: string): TemplateResult {
    const { people, overview } = this.setting.words;
    const { state } = this;
    return html`<div class="narrow stack">
      <h1 tabindex="-1">${people.emails}</h1>
      ${
        state === 'done'
          ? html`<p class="notice">${people.stopped}</p>
              <p><a href=${linkTo()}>${overview}</a></p>`
          : html`<p>${people.stopText}</p>
              ${
                state === 'failed'
                  ? html`<p class="problem" role="alert">${people.stopFailed}</p>`
                  : html`<p class="actions">
                      <button type="button" class="primary" @click=${() => void this.stop(token)}>
                        ${people.stop}
                      </button>
                    </p>`
              }`
      }
    </div>`;
  }
}
