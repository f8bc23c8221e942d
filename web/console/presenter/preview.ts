/** What pages with the site's tag show: a page of this server that has the tag. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Site } from '../../contract.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import type { Place } from '../place.ts';

/** After which the server has published a change. */
const published = 1500;

export class Preview {
  private version = 0;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private readonly site: Site,
    private readonly loaded?: (frame: HTMLIFrameElement) => void,
  ) {}

  /** It is loaded anew, once the server has published the change. */
  renew(): void {
    setTimeout(() => {
      ++this.version;
      this.place.redraw();
    }, published);
  }

  draw(): TemplateResult {
    const { words, site } = this;
    const query = new URLSearchParams({ site: site.id ?? '', version: String(this.version) });
    return html`<h3>${words.preview}</h3>
      <iframe
        class="preview"
        title=${words.preview}
        src="/preview/?${query.toString()}"
        @load=${(event: Event) => this.loaded?.(event.currentTarget as HTMLIFrameElement)}
      ></iframe>`;
  }
}
