/** Lines of HTML to copy. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PresenterWords } from '../../messages/presenter.ts';
import type { Place } from '../place.ts';

export class Snippet {
  private copied = '';
  private failed = false;

  /** `within`: fetches what may stand between the tags of the last line. */
  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private readonly lines: readonly string[],
    private readonly within?: () => Promise<string>,
  ) {}

  draw(): TemplateResult {
    const { words, within, copied } = this;
    return html`<div class="tag">
      <pre
        dir="ltr"
        tabindex="0"
        aria-label=${words.tagTitle}
      ><code>${this.lines.join('\n')}</code></pre>
      <p class="actions">
        <button type="button" class="primary" @click=${() => void this.copy('tag')}>
          ${copied === 'tag' ? words.copied : words.copy}
        </button>
        ${
          within
            ? html`<button
                type="button"
                class="secondary"
                @click=${() => void this.copy('within', within)}
              >
                ${copied === 'within' ? words.copied : words.copyWithin}
              </button>`
            : nothing
        }
      </p>
      ${within ? html`<p class="quiet">${words.copyWithinText}</p>` : nothing}
      ${
        this.failed
          ? html`<p class="problem" role="alert">
              ${this.place.explain({ code: 'unavailable', path: '' })}
            </p>`
          : nothing
      }
    </div>`;
  }

  private async copy(what: string, within?: () => Promise<string>): Promise<void> {
    const [last = '', ...before] = [...this.lines].reverse();
    const [opening, closing] = last.split('></');
    const text = async (): Promise<Blob> => {
      const tag = within ? `${opening}>\n${await within()}</${closing}` : last;
      return new Blob([[...before.reverse(), tag].join('\n')], { type: 'text/plain' });
    };
    try {
      // With a promise: browsers let a page write only for a moment after the press.
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text() })]);
      this.copied = what;
      this.failed = false;
      this.place.announce(this.words.copied);
    } catch {
      this.failed = true;
    }
    this.place.redraw();
  }
}
