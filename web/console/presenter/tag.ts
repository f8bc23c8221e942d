/** The tag to copy, and beside it what pages with it show: a page of this server that has the tag. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Site } from '../../contract.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import type { Place } from '../place.ts';

export class Tag {
  private copied = false;
  private version = 0;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private readonly site: Site,
  ) {}

  /** The preview is loaded anew, once the server has published the change. */
  renew(): void {
    setTimeout(() => {
      ++this.version;
      this.place.redraw();
    }, 1500);
  }

  draw(): TemplateResult {
    const { words, site } = this;
    const query = new URLSearchParams({ site: site.id ?? '', version: String(this.version) });
    return html`<div class="tag">
        <pre dir="ltr" tabindex="0" aria-label=${words.tagTitle}><code>${this.text()}</code></pre>
        <p class="actions">
          <button type="button" class="primary" @click=${() => void this.copy()}>
            ${this.copied ? words.copied : words.copy}
          </button>
        </p>
      </div>
      <h3>${words.preview}</h3>
      <iframe class="preview" title=${words.preview} src="/preview/?${query.toString()}"></iframe>`;
  }

  private text(): string {
    return [
      `<script type="module" async src="${location.origin}/v1/vitrine.js"></script>`,
      `<vitrine-store site="${this.site.id}" style="display: block; min-block-size: 100vh"></vitrine-store>`,
    ].join('\n');
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.text());
    this.copied = true;
    this.place.announce(this.words.copied);
    this.place.redraw();
  }
}
