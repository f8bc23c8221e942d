/** All products that a site could show: sought, filtered, with what they earn, and picked. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answer, ApiFailure } from '../../api.ts';
import type { AgreementStep, FoundProduct, FoundProducts, Site } from '../../contract.ts';
import { money, percent, quantity } from '../../format.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import { save } from '../file.ts';
import type { Place } from '../place.ts';
import { call } from '../requests.ts';
import { may } from '../rights.ts';
import { Arranging, type Arranged, hidden, isPlaced, placed, shown, taken } from './arranging.ts';
import { csvType } from '../csv.ts';
import { anything, filtersForm, type ProductWish } from './product-filters.ts';
import { productsFile } from './products-file.ts';
import { RetailCell } from './retail-cell.ts';

const typingPause = 250;
const arrangementRoute = 'POST /v1/presenter/sites/{site_id}/arrangement';
/** A request looks at 1,000 products; where none of them is wanted, so many further ones follow by themselves. */
const furtherTries = 10;
/** Products of one request where all are wanted, for a file. */
const wholePage = 200;

export class Products {
  private readonly arranging: Arranging;
  private readonly retail: RetailCell;
  private readonly wish: ProductWish = { ...anything };
  private answer: FoundProducts | undefined;
  private products: FoundProduct[] = [];
  private failure: ApiFailure | undefined;
  private asked = 0;
  private busy = false;
  private saving = false;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private readonly site: Site,
  ) {
    this.arranging = new Arranging(place, site.id ?? '');
    this.retail = new RetailCell(place, words, site.id ?? '', (product) => this.refresh(product));
    void this.search();
  }

  close(): void {
    clearTimeout(this.pause);
  }

  draw(): TemplateResult {
    const { place, arranging, answer } = this;
    const failure = this.failure ?? arranging.failure;
    const problem = failure
      ? html`<p class="problem" role="alert">${place.explain(failure)}</p>`
      : nothing;
    const { now } = arranging;
    if (!now || !answer)
      return html`${problem}${failure ? nothing : html`<p class="quiet" role="status">${place.words.loading}</p>`}`;
    return html`${problem} ${this.assortment(now)}
    ${filtersForm(answer, {
      wish: this.wish,
      words: this.words,
      language: place.language,
      type: (query) => this.type(query),
      search: () => void this.search(),
    })}
    ${this.found(now, answer)}`;
  }

  /** Whole sellers, or products one by one. */
  private assortment({ chosen_only }: Arranged): TemplateResult {
    const words = this.words.market;
    const choice = (chosen: boolean, text: string): TemplateResult =>
      html`<label class="tick"
        ><input
          type="radio"
          name="assortment"
          .checked=${chosen_only === chosen}
          @change=${() => {
            this.arranging.change((all) => ({ ...all, chosen_only: chosen }), words.saved);
          }}
        />${text}</label
      >`;
    return html`<fieldset class="assortment" ?disabled=${!may(this.place.member, arrangementRoute)}>
      <legend>${words.assortment}</legend>
      ${choice(false, words.whole)} ${choice(true, words.chosen)}
    </fieldset>`;
  }

  private found(now: Arranged, { total, next }: FoundProducts): TemplateResult {
    const words = this.words.market;
    const { language } = this.place;
    const narrowed = this.wish.commission_min !== '0' || this.wish.others_present !== '';
    return html`<div class="list-head">
        <p class="quiet" role="status">
          ${narrowed ? words.shownOf(this.products.length, total) : this.place.words.found(total)}
        </p>
        ${
          this.products.length === 0
            ? nothing
            : html`<button
                type="button"
                class="small"
                aria-disabled=${this.saving ? 'true' : nothing}
                @click=${() => void this.file()}
              >
                ${this.place.words.csv}
              </button>`
        }
      </div>
      ${
        this.products.length === 0 && next === undefined
          ? html`<div class="empty">${words.nothing}</div>`
          : html`<div class="table" role="region" aria-label=${words.title} tabindex="0">
              <table aria-busy=${this.busy}>
                <thead>
                  <tr>
                    <th scope="col">${words.product}</th>
                    <th scope="col">${this.words.seller}</th>
                    <th scope="col" class="figures">${words.price}</th>
                    <th scope="col" class="figures">${words.earns}</th>
                    <th scope="col" class="figures">${words.others}</th>
                    <th scope="col">${this.words.step}</th>
                  </tr>
                </thead>
                <tbody>
                  ${this.products.map((product) => this.row(now, product, language))}
                </tbody>
              </table>
            </div>`
      }
      ${
        next === undefined
          ? nothing
          : html`<p class="paging">
              <button type="button" class="small" @click=${() => void this.search(next)}>
                ${words.more}
              </button>
            </p>`
      }`;
  }

  private row(now: Arranged, product: FoundProduct, language: string): TemplateResult {
    const words = this.words.market;
    const { currency, earns, earns_bp, other_sites } = product;
    return html`<tr>
      <td data-title=${words.product}>
        <span class="product-cell">
          ${product.image ? html`<img src=${product.image} alt="" loading="lazy" />` : html`<span></span>`}
          <span
            ><strong><bdi>${product.title}</bdi></strong
            ><span class="quiet"
              ><bdi>${product.category}</bdi>${
                product.available ? nothing : html` · ${words.soldOut}`
              }</span
            ></span
          >
        </span>
      </td>
      <td data-title=${this.words.seller}><bdi>${product.seller_name}</bdi></td>
      <td class="figures" data-title=${words.price}>${this.retail.draw(product)}</td>
      <td class="figures" data-title=${words.earns}>
        ${
          earns > 0
            ? html`<span
                ><strong>${money(earns, currency, language)}</strong
                ><span class="quiet">
                  ${percent(Math.round(earns_bp / 100) * 10_000, language)}</span
                ></span
              >`
            : html`<span class="quiet">${this.words.nothing}</span>`
        }
      </td>
      <td class="figures" data-title=${words.others}>${quantity(other_sites, language)}</td>
      <td data-title=${this.words.step}>
        <span class="actions">${this.steps(now, product)}</span>
      </td>
    </tr>`;
  }

  /** What can be done with a product; before it, what its seller has to be asked. */
  private steps(now: Arranged, product: FoundProduct): TemplateResult | typeof nothing {
    if (!may(this.place.member, arrangementRoute)) return nothing;
    const words = this.words.market;
    const { id, title, presented, status, presenting } = product;
    const button = (text: string, press: () => void, strong = false): TemplateResult =>
      html`<button
        type="button"
        class=${strong ? 'small strong' : 'small'}
        aria-label="${text}: ${title}"
        @click=${press}
      >
        ${text}
      </button>`;
    if (!presented) {
      if (status === 'applied') return html`<span class="chip">${this.words.states.applied}</span>`;
      if (status === 'invited')
        return button(words.accept, () => void this.take(product, 'accept'));
      const text = presenting === 'open' ? words.showSeller : words.askSeller;
      return button(text, () => void this.take(product, 'apply'));
    }
    const change = (wish: (all: Arranged) => Arranged, told: string) => (): void =>
      this.arranging.change(wish, told);
    const inSection = isPlaced(now, id);
    const place = inSection
      ? button(
          now.chosen_only ? words.remove : words.back,
          change((all) => taken(all, id), words.removed(title)),
        )
      : button(
          now.chosen_only ? words.add : words.first,
          change((all) => placed(all, id), words.added(title)),
          now.chosen_only,
        );
    if (now.chosen_only || inSection) return place;
    return now.hidden.includes(id)
      ? button(
          words.show,
          change((all) => shown(all, id), words.shown(title)),
        )
      : html`${place}
        ${button(
          words.hide,
          change((all) => hidden(all, id), words.hidden(title)),
        )}`;
  }

  private async take({ seller_id, seller_name }: FoundProduct, step: AgreementStep): Promise<void> {
    const answer = await call('POST /v1/presenter/sites/{site_id}/agreements/{seller_id}', {
      member: this.place.member.owner,
      params: { site_id: this.site.id ?? '', seller_id },
      body: { step },
    });
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      const { status, presented } = answer.value;
      this.products = this.products.map((each) =>
        each.seller_id === seller_id ? { ...each, status, presented } : each,
      );
      const { states } = this.words;
      this.place.announce(
        `${seller_name}: ${presented ? states.shown : status === 'applied' ? states.applied : states.hidden}`,
      );
    }
    this.place.redraw();
  }

  private ask(wish: Record<string, string>): Promise<Answer<FoundProducts>> {
    return call('GET /v1/presenter/sites/{site_id}/products', {
      member: this.place.member.owner,
      params: { site_id: this.site.id ?? '' },
      query: Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== '')),
    });
  }

  /** Asks anew for one product. */
  private async refresh({ id, title, seller_id }: FoundProduct): Promise<void> {
    const answer = await this.ask({ query: title, seller_id });
    const found = answer.ok && answer.value.products.find((each) => each.id === id);
    if (!found) return this.search();
    this.products = this.products.map((each) => (each.id === id ? found : each));
    this.place.redraw();
  }

  /** All that is found, not only what the page shows of it. */
  private async file(): Promise<void> {
    if (this.saving) return;
    this.saving = true;
    const products: FoundProduct[] = [];
    for (let offset: number | undefined = 0; offset !== undefined;) {
      const answer = await this.ask({
        ...this.wish,
        offset: String(offset),
        limit: String(wholePage),
      });
      this.failure = answer.ok ? undefined : answer.error;
      if (!answer.ok) break;
      products.push(...answer.value.products);
      offset = answer.value.next;
    }
    this.saving = false;
    if (!this.failure) save('products.csv', csvType, productsFile(this.words, products));
    this.place.redraw();
  }

  private type(query: string): void {
    this.wish.query = query.trim();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.search(), typingPause);
  }

  /** From `offset` on what is found joins what stands there. Only the newest search counts. */
  private async search(offset?: number, tries = furtherTries): Promise<void> {
    const turn = ++this.asked;
    this.busy = true;
    const answer = await this.ask({
      ...this.wish,
      offset: offset === undefined ? '' : String(offset),
    });
    if (turn !== this.asked) return;
    this.busy = false;
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      const { products } = answer.value;
      this.products = offset === undefined ? products : [...this.products, ...products];
      this.answer = answer.value;
      const { next } = answer.value;
      if (next !== undefined && products.length === 0 && tries > 0)
        return this.search(next, tries - 1);
    }
    this.place.redraw();
  }
}
