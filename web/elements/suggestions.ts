/** What a text that is being typed may mean: a list under the search field, by the ARIA pattern of a combobox. */
import type { ReactiveController, TemplateResult } from 'lit';
import type { SearchAnswer, SearchHit } from '../contract.ts';
import type { Wish } from '../events.ts';
import { searchWordsOf, type SearchWords } from '../messages/search.ts';
import { categoryName, filtersOf, toggled } from '../search-request.ts';
import { adoptStyles, cross, html, lens, nothing } from './kit.ts';
import type { SearchField } from './search.ts';
import { suggestionStyles } from './suggestion-styles.ts';

interface Option {
  /** What is read aloud; of pieces of text, browsers lose the spaces between. */
  label: string;
  content: TemplateResult;
  wish: Wish;
}

/** Screen readers are told of the suggestions when the typing pauses. */
const pause = 600;

export class Suggestions implements ReactiveController {
  #field: SearchField;
  #open = false;
  #active = -1;
  #aloud = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(field: SearchField) {
    this.#field = field;
    adoptStyles(field.shadowRoot!, [...styles(field), suggestionStyles]);
    const { input } = field;
    input.addEventListener('input', () => this.#typed());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.form!.addEventListener('submit', () => {
      // The keyboard on a touch screen would stand before what is found.
      if (matchMedia('(pointer: coarse)').matches) input.blur();
    });
    input.form!.addEventListener('focusout', ({ relatedTarget }) => {
      if (!input.form!.contains(relatedTarget as Node | null)) this.close();
    });
    field.addController(this);
    if (input.value) this.#typed(); // it was quicker than this part
  }

  close(): void {
    this.#show(false);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** The field becomes a combobox where there is something to choose from. */
  hostUpdated(): void {
    const { input } = this.#field;
    const options = this.#options();
    const shown = this.#open && options.length > 0;
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': 'suggestions',
      'aria-expanded': String(shown),
      'aria-activedescendant': shown && this.#active >= 0 ? `option-${this.#active}` : '',
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    this.#field.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  render(): TemplateResult {
    const words = this.#words;
    const options = this.#options();
    const { suggested } = this.#field.state;
    const none = this.#open && options.length === 0 && suggested;
    return html`
      ${
        this.#field.input.value
          ? html`<button
              type="button"
              class="clear"
              aria-label=${words.clear}
              @click=${this.#clear}
            >
              ${cross}
            </button>`
          : nothing
      }
      <div class="popup" ?hidden=${!this.#open || !suggested} @pointerdown=${keepFocus}>
        <div
          role="listbox"
          id="suggestions"
          aria-label=${words.suggestions}
          ?hidden=${options.length === 0}
        >
          ${options.map(
            ({ label, content, wish }, place) =>
              html`<div
                role="option"
                id="option-${place}"
                class=${place === this.#active ? 'active' : ''}
                aria-label=${label}
                aria-selected=${place === this.#active}
                @click=${() => this.#choose(wish)}
              >
                ${content}
              </div>`,
          )}
        </div>
        ${none ? html`<p class="muted none">${words.nothingYet(suggested.query.trim())}</p>` : nothing}
      </div>
      <p class="aloud" role="status">${this.#aloud}</p>
    `;
  }

  get #words(): SearchWords {
    return searchWordsOf(this.#field.words);
  }

  #options(): Option[] {
    const { suggested } = this.#field.state;
    if (!this.#open || !suggested || suggested.answer.total === 0) return [];
    const { query, answer } = suggested;
    const words = this.#words;
    const text = query.trim();
    const scopes = scopesOf(answer).map(({ field, value }): Option => {
      const where =
        field === 'brands' ? words.ofBrand(value) : words.inCategory(categoryName(value));
      return {
        label: `${text}, ${where}`,
        content: html`${lens}<span class="title">${text} <bdi class="muted">${where}</bdi></span>`,
        wish: { type: 'search', request: toggled({ query: text }, { field, value }) },
      };
    });
    const all = words.showAll(answer.total);
    return [
      ...answer.hits.map((hit) => this.#product(hit)),
      ...scopes,
      {
        label: all,
        content: html`<span class="all">${all}</span>`,
        wish: { type: 'search', request: { query: text } },
      },
    ];
  }

  #product({ title, product }: SearchHit): Option {
    const field = this.#field;
    const from = product.price_varies ? field.words.from : '';
    const price = field.money(product.price);
    return {
      label: [product.title, [from, price].filter(Boolean).join(' ')].join(', '),
      content: html`<span class="thumb">
          ${
            product.image
              ? html`<img src=${field.picture(product.image)} alt="" width="96" height="96" />`
              : nothing
          }
        </span>
        <bdi class="title" lang=${field.state.manifest?.language ?? ''}
          >${title.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text))}</bdi
        >
        <span class="price"><span class="muted small">${from}</span> ${price}</span>`,
      wish: { type: 'view-product', product_id: product.id },
    };
  }

  #typed(): void {
    this.#show(true);
    this.#field.wish({ type: 'suggest', query: this.#field.input.value });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), pause);
  }

  #tell(): void {
    const { suggested } = this.#field.state;
    const count = this.#options().length;
    const words = this.#words;
    this.#aloud =
      !this.#open || !suggested
        ? ''
        : count
          ? words.suggested(count)
          : words.nothingYet(suggested.query.trim());
    this.#field.requestUpdate();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = this.#options();
    const steps: Record<string, () => void> = {
      ArrowDown: () => this.#go(event, this.#active + 1),
      ArrowUp: () => this.#go(event, this.#active < 0 ? options.length - 1 : this.#active - 1),
      Home: () => this.#mark(-1),
      End: () => this.#mark(-1),
      Escape: () => {
        if (!this.#open) return;
        event.preventDefault(); // the text goes with the next one
        this.close();
      },
      Enter: () => {
        const chosen = options[this.#active];
        if (!chosen) return;
        event.preventDefault();
        this.#choose(chosen.wish);
      },
    };
    steps[event.key]?.();
  }

  /** Past either end lies the text itself. */
  #go(event: KeyboardEvent, place: number): void {
    event.preventDefault();
    const { input } = this.#field;
    if (!this.#open) {
      if (event.key === 'ArrowDown' && input.value.trim()) this.#typed();
      return;
    }
    if (event.altKey) return event.key === 'ArrowUp' ? this.close() : undefined;
    this.#mark(place < this.#options().length ? place : -1);
  }

  #mark(place: number): void {
    this.#active = place;
    this.#field.requestUpdate();
  }

  #choose(wish: Wish): void {
    this.close();
    this.#field.wish(wish);
  }

  #clear = (): void => {
    const { input, state } = this.#field;
    input.value = '';
    this.#typed();
    input.focus();
    if (!state.search) return;
    const request = { ...state.search.request, query: '' };
    const filtered = filtersOf(request).length > 0;
    this.#field.wish(filtered ? { type: 'search', request } : { type: 'leave-search' });
  };

  #show(open: boolean): void {
    this.#open = open;
    if (!open) this.#aloud = '';
    this.#mark(-1);
  }
}

/** Where a search can be narrowed at once: categories and a brand that hold some of what is found, and not all. */
function scopesOf({
  total,
  facets,
}: SearchAnswer): { field: 'categories' | 'brands'; value: string }[] {
  const pick = (field: 'categories' | 'brands', most: number) =>
    facets[field]
      .filter(({ count }) => count < total)
      .slice(0, most)
      .map(({ value }) => ({ field, value }));
  return [...pick('categories', 2), ...pick('brands', 1)];
}

const styles = (field: SearchField) => (field.constructor as typeof SearchField).elementStyles;

/** The list is worked from the field: a press on it leaves the focus there. */
const keepFocus = (event: Event): void => event.preventDefault();
