/** A modal dialog: Escape, the backdrop and the labelled button close it; the browser gives the focus back. */
import type { PropertyValues, TemplateResult } from 'lit';
import type { State } from '../state.ts';
import { cross, css, html, View } from './kit.ts';

export const dialogStyles = css`
  dialog {
    padding: 0;
    border: 0;
    margin: auto;
    color: var(--_ink);
    background: var(--_surface);
    max-inline-size: none;
    max-block-size: none;
    overflow: hidden;
    overscroll-behavior: contain;
    box-shadow: var(--vitrine-shadow, 0 24px 80px rgb(0 0 0 / 0.22));
  }
  dialog::backdrop {
    background: var(--_backdrop);
    animation: appear 0.25s;
  }
  .sheet {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    max-block-size: inherit;
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    padding-block: 0.6em;
    padding-inline: 1.5em 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  .bar h2 {
    font-size: 1.1em;
  }
  .round {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 2.75em;
    block-size: 2.75em;
    border-radius: 50%;
    transition: background-color 0.15s;
  }
  .round:hover {
    background: var(--_tile);
  }
  .scroll {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .in-page .scroll {
    overflow: visible;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 0.6em;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    inline-size: 0.4em;
    block-size: 0.4em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    translate: 0 -0.1em;
  }
  [open] > summary::after {
    rotate: 225deg;
    translate: 0 0.1em;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 1em;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }
  }
`;

let openDialogs = 0;
let before = { overflow: '', scrollbarGutter: '' };

/** The page behind must not scroll away, nor jump aside for its scrollbar; the last dialog gives back what was. */
function holdPage(change: 1 | -1): void {
  const page = document.documentElement;
  const { overflow, scrollbarGutter } = page.style;
  const bar = innerWidth > page.clientWidth;
  if (openDialogs === 0) before = { overflow, scrollbarGutter };
  openDialogs += change;
  const held = { overflow: 'hidden', ...(bar ? { scrollbarGutter: 'stable' } : {}) };
  Object.assign(page.style, openDialogs > 0 ? held : before);
}

export abstract class DialogView extends View {
  protected abstract get open(): boolean;
  protected abstract get heading(): string;
  protected abstract dismiss(): void;
  protected abstract body(): TemplateResult;
  /** Stands in the page instead of opening over it. */
  protected get inPage(): boolean {
    return false;
  }
  #held = false;
  #before: State['added'];

  protected get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** What was added before it opened has been told. */
  protected override status(): TemplateResult {
    return this.state.added === this.#before && !this.state.removed
      ? html`<p class="aloud" role="status"></p>`
      : super.status();
  }

  override render(): TemplateResult {
    if (!this.open || !this.hasUpdated) this.#before = this.state.added;
    if (this.inPage)
      return html`<section class="in-page" part="section" aria-label=${this.heading}>
        ${this.open ? html`${this.body()} ${this.status()}` : html`<slot></slot>`}
      </section>`;
    return html`<dialog
      part="dialog"
      aria-labelledby="title"
      @close=${() => this.open && this.dismiss()}
      @click=${(event: Event) => event.target === event.currentTarget && this.dismiss()}
    >
      ${
        this.open
          ? html`<div class="sheet">
              <div class="bar">
                <h2 id="title" part="heading">${this.heading}</h2>
                <button class="round" aria-label=${this.words.close} @click=${() => this.dismiss()}>
                  ${cross}
                </button>
              </div>
              ${this.body()} ${this.status()}
            </div>`
          : ''
      }
    </dialog>`;
  }

  override updated(_changed: PropertyValues): void {
    const { dialog } = this;
    if (this.open && !dialog?.open) dialog?.showModal();
    else if (!this.open && dialog?.open) dialog.close();
    this.#hold(this.open && !this.inPage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hold(false);
  }

  #hold(held: boolean): void {
    if (held !== this.#held) holdPage(held ? 1 : -1);
    this.#held = held;
  }
}
