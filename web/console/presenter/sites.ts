/** The presenter's sites: a list where there are several, a form for a further one, and each with its page. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { Site } from '../../contract.ts';
import { country } from '../../format.ts';
import { type PresenterWords, speakPresenter } from '../../messages/presenter.ts';
import { go, linkTo } from '../address.ts';
import type { Place, View } from '../place.ts';
import { call } from '../requests.ts';
import { permitted } from '../rights.ts';
import { SiteForm } from '../site-form.ts';
import { SitePage } from './site.ts';

export async function open(place: Place): Promise<View> {
  return new Sites(place, await speakPresenter(place.language));
}

class Sites implements View {
  private sites: Site[] | undefined;
  private failure: ApiFailure | undefined;
  private page: SitePage | undefined;
  private readonly form: SiteForm;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
  ) {
    const { member } = place;
    this.form = new SiteForm({
      ...place,
      route: 'POST /v1/presenter/sites',
      send: (body) => call('POST /v1/presenter/sites', { member: member.owner, body }),
      done: ({ id = '' }) => go(member.owner, 'sites', id),
    });
    void this.load();
  }

  draw(): TemplateResult {
    const { words, place } = this;
    const { owner } = place.member;
    if (this.failure)
      return html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`;
    if (!this.sites) return html`<p class="waiting" role="status">${place.words.loading}</p>`;
    if (place.rest[0] === 'new')
      return html`<div class="narrow">
        <p><a href=${linkTo(owner, 'sites')}>${place.words.back}</a></p>
        <h1 tabindex="-1">${words.newSite}</h1>
        ${this.form.draw(place.words.create)}
      </div>`;
    if (this.page) return this.page.draw();
    return html`<header class="page-head">
        <h1 tabindex="-1">${place.words.pages.sites}</h1>
        ${permitted(
          place.member,
          'POST /v1/presenter/sites',
          () =>
            html`<a class="secondary" href=${linkTo(owner, 'sites', 'new')}>${words.newSite}</a>`,
        )}
      </header>
      <ul class="members">
        ${this.sites.map(
          (site) =>
            html`<li>
              <a class="card way" href=${linkTo(owner, 'sites', site.id ?? '')}>
                <strong><bdi>${site.name}</bdi></strong>
                <span class="quiet"
                  >${country(site.country, place.language)} · ${site.currency}</span
                >
                <span class="quiet" dir="ltr">${site.allowed_origins?.join(' ')}</span>
              </a>
            </li>`,
        )}
      </ul>`;
  }

  close(): void {
    this.page?.close();
  }

  private async load(): Promise<void> {
    const { place } = this;
    const answer = await call('GET /v1/presenter/sites', { member: place.member.owner });
    if (answer.ok) {
      this.sites = answer.value.sites;
      const [only] = this.sites;
      const wanted = place.rest[0];
      const site =
        wanted === undefined && this.sites.length === 1
          ? only
          : this.sites.find(({ id }) => id === wanted);
      if (site) this.page = new SitePage(place, this.words, site, this.sites.length === 1);
    } else {
      this.failure = answer.error;
    }
    place.redraw();
  }
}
