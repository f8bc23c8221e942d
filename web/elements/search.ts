import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { controls } from '../theme.ts';
import { View } from './base.ts';
import { lens, sliders } from './icons.ts';
import type { Suggestions } from './suggestions.ts';

/** The search field. It takes text from the start; what suggests comes with the first focus. */
export class SearchField extends View {
  /** Fetches what suggests; `define.ts` knows how. */
  static summon: () => Promise<typeof Suggestions> = () => Promise.reject();

  static override properties = { _suggestions: { state: true } };
  static override styles = [
    controls,
    css`
      :host,
      .root {
        position: relative;
        display: flex;
        gap: 0.75em;
      }
      :host {
        margin-block-end: 1.75em;
      }
      .root {
        flex: 1;
      }
      form {
        flex: 1;
        min-inline-size: 0;
        max-inline-size: 96em; /* nobody writes that much across a wall */
        display: grid;
        align-items: center;
      }
      /* What stands in the field lies over it. */
      form > :not(.popup) {
        grid-area: 1 / 1;
      }
      form > svg {
        margin-inline-start: 1em;
        color: var(--_muted);
        pointer-events: none;
      }
      input {
        min-inline-size: 0;
        block-size: 2.75em;
        padding-inline: 2.9em;
        border: 1px solid var(--_line);
        border-radius: var(--_round);
        background: none;
        appearance: none;
      }
      input::placeholder {
        color: var(--_muted);
        opacity: 1;
      }
      input:placeholder-shown {
        padding-inline-end: 1em;
        text-overflow: ellipsis;
      }
      .button {
        margin-inline-start: auto;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      input:focus {
        outline: 2px solid var(--_accent);
        outline-offset: -1px;
      }
    `,
  ];

  declare private _suggestions: Suggestions | undefined;

  get input(): HTMLInputElement {
    return this.renderRoot.querySelector('input')!;
  }

  /** The text follows the search, which can also change elsewhere. */
  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('state')?.search?.request.query ?? '';
    const query = this.state.search?.request.query ?? '';
    if (changed.has('state') && before !== query) this.input.value = query;
  }

  override render(): TemplateResult {
    const { words } = this;
    return html`<form role="search" @submit=${this.#submit} @focusin=${this.#summon}>
        ${lens}
        <input
          type="search"
          part="search-input"
          aria-label=${words.search}
          placeholder=${words.search}
          maxlength="200"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="search"
        />
        ${this._suggestions?.render() ?? nothing}
      </form>
      ${
        this.state.search || (this.alone && !document.querySelector('vitrine-results'))
          ? nothing
          : html`<button
              class="button"
              part="button"
              aria-haspopup="dialog"
              @click=${() => this.wish({ type: 'open-filters' })}
            >
              ${sliders} ${words.filters}
            </button>`
      }`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    this._suggestions?.close();
    const query = this.input.value.trim();
    if (query) this.wish({ type: 'search', request: { query } });
  }

  async #summon(): Promise<void> {
    // Without what suggests, the field still searches; the next focus tries again.
    const part = await SearchField.summon().catch(() => undefined);
    if (part) this._suggestions ??= new part(this);
  }
}
