/** One site: whose goods it shows, the tag to copy with a preview of it, and its settings. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Site } from '../../contract.ts';
import { country } from '../../format.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import { linkTo } from '../address.ts';
import type { Place, View } from '../place.ts';
import { Sellers } from './sellers.ts';
import { Settings } from './settings.ts';
import { Tag } from './tag.ts';

export class SitePage implements View {
  private readonly sellers: Sellers;
  private readonly tag: Tag;
  private readonly settings: Settings;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private site: Site,
    private readonly single: boolean,
  ) {
    this.tag = new Tag(place, words, site);
    this.sellers = new Sellers(place, words, site, () => this.tag.renew());
    this.settings = new Settings(place, words, site, (changed) => {
      this.site = changed;
      this.tag.renew();
    });
  }

  draw(): TemplateResult {
    const { place, words, site } = this;
    const { owner } = place.member;
    return html`<header class="page-head">
        <div>
          ${
            this.single
              ? nothing
              : html`<p><a href=${linkTo(owner, 'sites')}>${place.words.pages.sites}</a></p>`
          }
          <h1 tabindex="-1"><bdi>${site.name}</bdi></h1>
          <p class="quiet">
            ${country(site.country, place.language)} · ${site.currency} ·
            <span class="number" dir="ltr">${site.id}</span>
          </p>
        </div>
        ${
          this.single
            ? html`<a class="small" href=${linkTo(owner, 'sites', 'new')}>${words.newSite}</a>`
            : nothing
        }
      </header>
      <section class="step" aria-labelledby="sellers">
        <h2 id="sellers">${words.sellersTitle}</h2>
        <p class="quiet">${words.sellersText}</p>
        ${this.sellers.draw()}
      </section>
      <section class="step" aria-labelledby="tag">
        <h2 id="tag">${words.tagTitle}</h2>
        <p class="quiet">${words.tagText}</p>
        ${this.tag.draw()}
      </section>
      <section class="step" aria-labelledby="settings">
        <h2 id="settings">${words.settingsTitle}</h2>
        ${this.settings.draw()}
      </section>`;
  }
}
