/** The page `members`: all sellers, sites and accounts of the server, each a list. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answer, ApiFailure } from '../../api.ts';
import type { Account, ListedSeller, Site } from '../../contract.ts';
import { country, day, list, quantity } from '../../format.ts';
import { linkTo } from '../address.ts';
import type { Column } from '../csv.ts';
import { List } from '../list.ts';
import type { Open, Place, View } from '../place.ts';
import { call, everything } from '../requests.ts';
import { words as all } from './words.ts';

const words = all.members;

const kinds = ['sellers', 'sites', 'accounts'] as const;
type Kind = (typeof kinds)[number];

class Members implements View {
  private readonly kind: Kind;
  private failure: ApiFailure | undefined;
  private rows: { draw: () => TemplateResult } | undefined;

  constructor(private readonly place: Place) {
    this.kind = kinds.find((kind) => kind === place.rest[0]) ?? 'sellers';
    void this.read();
  }

  private async read(): Promise<void> {
    const { place } = this;
    const member = place.member.owner;
    if (this.kind === 'sellers')
      this.hear(
        await everything((query) => call('GET /v1/operator/sellers', { member, query })),
        (pages) =>
          this.list(
            words.noSellers,
            this.ofSellers(),
            pages.flatMap((page) => page.sellers),
          ),
      );
    else if (this.kind === 'sites')
      this.hear(
        await everything((query) => call('GET /v1/operator/sites', { member, query })),
        (pages) =>
          this.list(
            words.noSites,
            this.ofSites(),
            pages.flatMap((page) => page.sites),
          ),
      );
    else
      this.hear(
        await everything((query) => call('GET /v1/operator/accounts', { member, query })),
        (pages) =>
          this.list(
            words.noAccounts,
            this.ofAccounts(),
            pages.flatMap((page) => page.accounts),
          ),
      );
    place.redraw();
  }

  private hear<T>(answer: Answer<T[]>, show: (pages: T[]) => { draw: () => TemplateResult }): void {
    if (answer.ok) this.rows = show(answer.value);
    else this.failure = answer.error;
  }

  private list<T>(empty: string, columns: readonly Column<T>[], rows: readonly T[]): List<T> {
    return new List<T>(
      { ...this.place, title: words[this.kind], columns, empty, file: this.kind },
      rows,
    );
  }

  private ofSellers(): Column<ListedSeller>[] {
    const { language, member } = this.place;
    return [
      {
        title: words.seller,
        text: ({ name }) => name,
        show: ({ id, name }) =>
          html`<a href=${linkTo(member.owner, 'moderation', id)}><bdi>${name}</bdi></a>`,
      },
      {
        title: words.standing,
        text: ({ standing }) => words.standings[standing],
        show: ({ standing }) =>
          html`<span class="status standing-${standing}">${words.standings[standing]}</span>`,
      },
      { title: words.country, text: (seller) => country(seller.country, language) },
      { title: words.currency, text: ({ currency }) => currency },
      { title: words.email, text: ({ email }) => email },
      { title: words.offers, text: ({ offers }) => quantity(offers, language), figures: true },
      { title: words.joined, text: ({ joined_at }) => day(joined_at, language) },
      number(),
    ];
  }

  private ofSites(): Column<Site>[] {
    const { language } = this.place;
    return [
      { title: words.site, text: ({ name }) => name },
      { title: words.country, text: (site) => country(site.country, language) },
      { title: words.currency, text: ({ currency }) => currency },
      { title: words.pages, text: ({ allowed_origins = [] }) => allowed_origins.join(' ') },
      { title: words.presenter, text: ({ presenter_id = '' }) => presenter_id },
      number(),
    ];
  }

  private ofAccounts(): Column<Account>[] {
    const { language } = this.place;
    return [
      { title: words.person, text: ({ name }) => name },
      { title: words.email, text: ({ email }) => email },
      {
        title: words.actsFor,
        text: ({ members }) =>
          list(
            members.map(({ name }) => name),
            language,
          ),
      },
      number(),
    ];
  }

  draw(): TemplateResult {
    const { place, kind, failure, rows } = this;
    return html`<h1 tabindex="-1">${words.title}</h1>
      <nav class="choices" aria-label=${words.title}>
        ${kinds.map(
          (each) =>
            html`<a
              class="small"
              href=${linkTo(place.member.owner, 'members', each)}
              aria-current=${each === kind ? 'true' : nothing}
              >${words[each]}</a
            >`,
        )}
      </nav>
      ${failure ? html`<p class="problem" role="alert">${place.explain(failure)}</p>` : nothing}
      ${
        rows?.draw() ??
        (failure ? nothing : html`<p class="waiting" role="status">${place.words.loading}</p>`)
      }`;
  }
}

/** What programs and the command line call it. */
const number = <T extends { id?: string }>(): Column<T> => ({
  title: 'Id',
  text: ({ id = '' }) => id,
  show: ({ id = '' }) => html`<span class="number" dir="ltr">${id}</span>`,
});

export const open: Open = (place) => new Members(place);
