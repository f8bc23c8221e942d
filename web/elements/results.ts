import type { PropertyValues, TemplateResult } from 'lit';
import type { SearchRequest, SearchSort } from '../contract.ts';
import { searchWordsOf, type SearchWords } from '../messages/search.ts';
import { filtersOf, toggled, withFilters } from '../search-request.ts';
import type { Search } from '../state.ts';
import { DialogView, dialogStyles } from './dialog.ts';
import { facets, filterName, type FacetContext } from './facets.ts';
import { cross, down, html, nothing, sliders, View } from './kit.ts';
import { nothingFound } from './nothing-found.ts';
import { resultStyles } from './result-styles.ts';

const sorts: readonly SearchSort[] = ['relevance', 'price_ascending', 'price_descending'];

/** From here on the filters stand beside what is found; in less room they open as a sheet. */
const wide = 680;

/**
 * What was found: how much, sorted how, filtered by what. Without a search it only holds the shelf.
 *
 * @slot - the shelf
 */
export class Results extends DialogView {
  static override styles = [View.styles, dialogStyles, resultStyles].flat();
  static override properties = { _wide: { state: true } };

  declare private _wide: boolean;
  #size = new ResizeObserver(() => (this._wide = this.offsetWidth >= wide));

  override connectedCallback(): void {
    // Measured while the shelf still stands: between the shadow root and its slot the page would be without it, and end
    // where it begins.
    this._wide = this.offsetWidth >= wide;
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  protected override get open(): boolean {
    return this.state.panel === 'filters' && !this._wide && this.state.search !== undefined;
  }

  protected override get heading(): string {
    return this.words.filters;
  }

  protected override dismiss(): void {
    this.wish({ type: 'close-filters' });
  }

  /** Who asked for the filters where they stand in the open is brought to them; a press that took its button away, to the top. */
  override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this._wide && this.state.panel === 'filters' && this.state.search?.answer) {
      this.dismiss();
      this.renderRoot.querySelector<HTMLElement>('aside input')?.focus();
    }
  }

  override render(): TemplateResult {
    const { search } = this.state;
    const none = search?.answer?.total === 0 || search?.fault !== undefined;
    const aside =
      search && this._wide && !none
        ? html`<aside aria-label=${this.words.filters}>${this.#facets(search)}</aside>`
        : nothing;
    return html`
      <p class="aloud" role="status">${search ? this.#told(search) : nothing}</p>
      ${search && !none ? this.#head(search) : nothing}
      <div class=${aside === nothing ? '' : 'sides'}>
        ${aside}
        <div id="shelf" tabindex="-1" aria-busy=${search?.busy ?? false}>
          ${search ? this.#chosen(search) : nothing}
          ${none ? nothingFound(search!, this.#context(search!)) : nothing}
          <slot ?hidden=${none}></slot>
        </div>
      </div>
      ${super.render()}
    `;
  }

  protected override body(): TemplateResult {
    const search = this.state.search!;
    const { total } = this.state;
    const words = this.#words;
    return html`<div class="scroll">${this.#facets(search)}</div>
      <div class="sheet-foot">
        ${
          filtersOf(search.request).length > 0
            ? html`<button
                class="button"
                part="button"
                @click=${() => this.#search(withFilters(search.request, []))}
              >
                ${words.clearFilters}
              </button>`
            : nothing
        }
        <button class="button primary" part="button primary-button" @click=${() => this.dismiss()}>
          ${words.show(total)}
        </button>
        <p class="aloud" role="status">${words.found(total, '')}</p>
      </div>`;
  }

  #head({ request, answer, fault }: Search): TemplateResult {
    const words = this.#words;
    const { query = '', sort = 'relevance' } = request;
    const chosen = filtersOf(request).length;
    const sorted = (event: Event): void =>
      this.#search({ ...request, sort: (event.target as HTMLSelectElement).value as SearchSort });
    const closest = answer?.edited ? closestWords(answer.hits) : '';
    return html`<div class="head">
      <div>
        <h3 tabindex="-1" id="found">
          <bdi>${answer && !fault ? words.found(answer.total, query) : words.busy}</bdi>
        </h3>
        <button class="link small" @click=${() => this.#leave()}>${words.everything}</button>
        ${closest ? html`<p class="muted small">${words.closest(closest)}</p>` : nothing}
      </div>
      <div class=${this._wide ? 'tools' : 'tools narrow'}>
        ${
          this._wide
            ? nothing
            : html`<button
                class="button"
                part="button"
                aria-haspopup="dialog"
                @click=${() => this.wish({ type: 'open-filters' })}
              >
                ${sliders} ${this.words.filters}
                ${chosen ? html`<span class="badge">${chosen}</span>` : nothing}
              </button>`
        }
        <label class="sort">
          <span class=${this._wide ? 'muted small' : 'aloud'}>${words.sort}</span>
          <select @change=${sorted}>
            ${sorts.map(
              (each) =>
                html`<option value=${each} .selected=${each === sort}>
                  ${each === 'relevance' && !query ? words.shopOrder : words[each]}
                </option>`,
            )}
          </select>
          ${down}
        </label>
      </div>
    </div>`;
  }

  #chosen(search: Search): TemplateResult | typeof nothing {
    const { request } = search;
    const chosen = filtersOf(request);
    if (chosen.length === 0) return nothing;
    const words = this.#words;
    const context = this.#context(search);
    return html`<ul class="chips" role="list" aria-label=${words.chosen}>
      ${chosen.map((filter) => {
        const name = filterName(filter, context);
        return html`<li>
          <button
            class="chip"
            aria-label=${words.remove(name)}
            @click=${() => this.#drop(toggled(request, filter))}
          >
            <bdi>${name}</bdi> ${cross}
          </button>
        </li>`;
      })}
      <li>
        <button class="link small" @click=${() => this.#drop(withFilters(request, []))}>
          ${words.clearFilters}
        </button>
      </li>
    </ul>`;
  }

  #facets(search: Search): TemplateResult | typeof nothing {
    return facets(search, this.#context(search));
  }

  #context({ request }: Search): FacetContext {
    return {
      words: this.#words,
      language: this.words.language,
      money: (amount) => this.money(amount),
      sellerName: (id) => this.sellerName(id),
      toggle: (filter) => this.#search(toggled(request, filter)),
      search: (other) => this.#drop(other),
      leave: () => this.#leave(),
    };
  }

  #told({ answer, busy, fault, request }: Search): string {
    if (busy || fault || !answer) return '';
    const { query = '' } = request;
    return answer.total > 0 ? this.#words.found(answer.total, query) : this.#words.nothing(query);
  }

  get #words(): SearchWords {
    return searchWordsOf(this.words);
  }

  #search(request: SearchRequest): void {
    this.wish({ type: 'search', request });
  }

  /** The button that asks for this goes with it: the focus moves to what it led to. */
  #drop(request: SearchRequest): void {
    this.renderRoot.querySelector<HTMLElement>('#found')?.focus();
    this.#search(request);
  }

  #leave(): void {
    this.renderRoot.querySelector<HTMLElement>('#shelf')?.focus({ preventScroll: true });
    this.wish({ type: 'leave-search' });
  }
}

/** The words of the found titles that were taken for those asked. */
function closestWords(hits: { title: { text: string; match: boolean }[] }[]): string {
  const found = hits.flatMap(({ title }) =>
    title.filter(({ match }) => match).map(({ text }) => text.toLowerCase()),
  );
  return [...new Set(found)].slice(0, 3).join(', ');
}
