/** A site's first page: whose goods it shows, the tag to copy beside a preview, and its settings. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Site } from '../../contract.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import type { Place } from '../place.ts';
import { Preview } from './preview.ts';
import { Sellers } from './sellers.ts';
import { Settings } from './settings.ts';
import { Snippet } from './snippet.ts';

export class SiteFirst {
  private readonly sellers: Sellers;
  private readonly tag: Snippet;
  private readonly frame: Snippet;
  private readonly preview: Preview;
  private readonly settings: Settings;

  constructor(
    place: Place,
    private readonly words: PresenterWords,
    site: Site,
    changed: (site: Site) => void,
  ) {
    const lines = [
      `<script type="module" async src="${location.origin}/v1/vitrine.js"></script>`,
      `<vitrine-store site="${site.id}" style="display: block; min-block-size: 100vh"></vitrine-store>`,
    ];
    this.tag = new Snippet(place, words, lines, () => shelfOf(site));
    this.frame = new Snippet(place, words, [
      `<iframe src="${location.origin}/sites/${site.id}/shop" title="Shop" loading="lazy"`,
      `  allow="clipboard-write; web-share" style="inline-size: 100%; block-size: 56rem; border: 0"></iframe>`,
    ]);
    this.preview = new Preview(place, words, site);
    this.sellers = new Sellers(place, words, site, () => this.preview.renew());
    this.settings = new Settings(place, words, site, (other) => {
      changed(other);
      this.preview.renew();
    });
  }

  draw(): TemplateResult {
    const { words } = this;
    return html`<section class="step" aria-labelledby="sellers">
        <h2 id="sellers">${words.sellersTitle}</h2>
        <p class="quiet">${words.sellersText}</p>
        ${this.sellers.draw()}
      </section>
      <section class="step" aria-labelledby="tag">
        <h2 id="tag">${words.tagTitle}</h2>
        <p class="quiet">${words.tagText}</p>
        ${this.tag.draw()}
        <details>
          <summary>${words.frameTitle}</summary>
          <p class="quiet">${words.frameText}</p>
          ${this.frame.draw()}
        </details>
        ${this.preview.draw()}
      </section>
      <section class="step" aria-labelledby="settings">
        <h2 id="settings">${words.settingsTitle}</h2>
        ${this.settings.draw()}
      </section>`;
  }
}

/** A site's products as links. A site that was just made is published a moment later. */
async function shelfOf({ id }: Site): Promise<string> {
  for (let attempt = 0; attempt < 10; ++attempt) {
    const answer = await fetch(`/v1/sites/${id}/fallback.html`);
    if (answer.ok) return answer.text();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  throw new Error('unavailable');
}
