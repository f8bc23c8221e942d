/** Lines of HTML to copy. */
import { html, type TemplateResult } from 'lit/html.js';
import type { PresenterWords } from '../../messages/presenter.ts';
import type { Place } from '../place.ts';

export class Snippet {
  private copied = false;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private readonly lines: readonly string[],
  ) {}

  draw(): TemplateResult {
    const { words } = this;
    return html`<div class="tag">
      <pre
        dir="ltr"
        tabindex="0"
        aria-label=${words.tagTitle}
      ><code>${this.lines.join('\n')}</code></pre>
      <p class="actions">
        <button type="button" class="primary" @click=${() => void this.copy()}>
          ${this.copied ? words.copied : words.copy}
        </button>
      </p>
    </div>`;
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.lines.join('\n'));
    this.copied = true;
    this.place.announce(this.words.copied);
    this.place.redraw();
  }
}
