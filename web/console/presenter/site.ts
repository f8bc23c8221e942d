/** One site: its first page, and those for its products, their order, its look and its guides. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Site } from '../../contract.ts';
import { country } from '../../format.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import { linkTo } from '../address.ts';
import type { Place, View } from '../place.ts';
import { may } from '../rights.ts';

type PageName = keyof PresenterWords['sitePages'];
type Make = (
  place: Place,
  words: PresenterWords,
  site: Site,
  changed: (site: Site) => void,
) => Promise<View>;

/** By their names in the fragment, `#/pre_…/sites/site_…/products`; the first has none. */
const pages: Record<PageName, Make> = {
  first: async (...given) => new (await import('./site-first.ts')).SiteFirst(...given),
  products: async (place, words, site) =>
    new (await import('./products.ts')).Products(place, words, site),
  prices: async (place, words, site) =>
    new (await import('./prices.ts')).Prices(place, words, site),
  arrange: async (place, words, site) =>
    new (await import('./arrange.ts')).Arrange(place, words, site),
  look: async (place, words, site) => new (await import('./look.ts')).Look(place, words, site),
  guides: async (place, words, site) =>
    new (await import('./guides.ts')).Guides(place, words, site),
};

export class SitePage implements View {
  private readonly here: PageName;
  private page: View | undefined;
  private closed = false;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private site: Site,
    private readonly single: boolean,
  ) {
    const name = place.rest[1] ?? '';
    this.here = Object.hasOwn(pages, name) ? (name as PageName) : 'first';
    const changed = (other: Site): void => void (this.site = other);
    void pages[this.here](place, words, site, changed).then((page) => {
      if (this.closed) return page.close?.();
      this.page = page;
      place.redraw();
    });
  }

  close(): void {
    this.closed = true;
    this.page?.close?.();
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
          this.single && may(place.member, 'POST /v1/presenter/sites')
            ? html`<a class="small" href=${linkTo(owner, 'sites', 'new')}>${words.newSite}</a>`
            : nothing
        }
      </header>
      <nav class="site-pages" aria-label=${words.sitePagesLabel}>
        <ul>
          ${(Object.keys(pages) as PageName[]).map((name) => this.link(name))}
        </ul>
      </nav>
      ${this.here === 'first' ? nothing : html`<h2>${words.sitePages[this.here]}</h2>`}
      ${this.page?.draw() ?? html`<p class="waiting" role="status">${place.words.loading}</p>`}`;
  }

  private link(name: PageName): TemplateResult {
    const { place, words, site } = this;
    const parts = [place.member.owner, 'sites', site.id ?? '', ...(name === 'first' ? [] : [name])];
    return html`<li>
      <a href=${linkTo(...parts)} aria-current=${name === this.here ? 'page' : nothing}
        >${words.sitePages[name]}</a
      >
    </li>`;
  }
}
