import type { TemplateResult } from 'lit';
import type { CartLine } from '../contract.ts';
import { permalink, productLink } from '../permalink.ts';
import type { VitrineShare } from '../tags.ts';
import { css, html, nothing, View } from './kit.ts';

/**
 * A link that opens the same things elsewhere: to copy, to hand on, and as a QR code. Alone in a page it is about the
 * page's cart, or about the product or the offer that it names.
 *
 * @slot - what stands here until it does
 */
export class Share extends View implements VitrineShare {
  static override properties = {
    product: { reflect: true },
    offer: { reflect: true },
    quantity: { type: Number, reflect: true },
    _open: { state: true },
    _said: { state: true },
    _code: { state: true },
  };
  static override styles = [
    View.styles,
    css`
      .panel {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.6em 1em;
        margin-block: 0.8em;
        text-align: start;
      }
      label,
      .acts {
        grid-column: 1;
      }
      input {
        inline-size: 100%;
        min-block-size: 2.5em;
        padding: 0.3em 0.7em;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: none;
        color: inherit;
        font: inherit;
        font-size: 0.9em;
        text-overflow: ellipsis;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5em;
        align-self: start;
      }
      .code {
        grid-column: 2;
        grid-row: 1 / span 3;
        inline-size: 10em;
      }
      .code:empty {
        display: none;
      }
      .qr {
        display: block;
        inline-size: 100%;
        block-size: auto;
        border-radius: var(--_radius);
        stroke: none;
        forced-color-adjust: none;
      }
      .said {
        min-block-size: 1.4em;
      }
      @media (max-width: 24em) {
        .panel {
          grid-template-columns: minmax(0, 1fr);
        }
        .code {
          grid-column: 1;
          grid-row: auto;
          justify-self: center;
        }
      }
      @media print {
        button,
        label,
        .said {
          display: none;
        }
      }
    `,
  ].flat();

  /** Instead of the cart: the id of the product whose page is shared. */
  declare product: string | null;
  /** Instead of the cart: the offer's id. */
  declare offer: string | null;
  /** Of that offer; 1 by default. */
  declare quantity: number;
  declare private _open: boolean;
  declare private _said: string;
  declare private _code: typeof import('./qr.ts').qrCode | undefined;

  #link: string | undefined;

  override willUpdate(): void {
    const { manifest } = this.state;
    const link =
      manifest &&
      (this.product ? productLink(manifest, this.product) : permalink(manifest, this.#lines()));
    // What was said is about the link of then.
    if (link !== this.#link) this._said = '';
    this.#link = link;
  }

  override render(): TemplateResult {
    const { manifest } = this.state;
    if (!manifest || (!this.product && this.#lines().length === 0)) return html`<slot></slot>`;
    return html`<button
        class="link small"
        part="share-button"
        aria-expanded=${this._open === true}
        @click=${() => this.#toggle()}
      >
        ${this.words.share}
      </button>
      ${this._open ? this.#panel(this.#link) : nothing}`;
  }

  #lines(): readonly CartLine[] {
    if (this.offer) return [{ offer_id: this.offer, quantity: this.quantity || 1 }];
    return this.state.cart.line_items;
  }

  #panel(link: string | undefined): TemplateResult {
    const { words } = this;
    if (!link) return html`<p class="muted small">${words.tooMuchToShare}</p>`;
    // A word for `share` that not every browser knows.
    const hands = 'share' in navigator;
    return html`<div class="panel" part="share">
      <label>
        <span class="muted small">${this.product ? words.shareProduct : words.shareLink}</span>
        <input readonly dir="ltr" .value=${link} @focus=${select} />
      </label>
      <div class="acts">
        <button class="button" part="button" @click=${() => this.#copy(link)}>${words.copy}</button>
        ${
          hands
            ? html`<button class="button" part="button" @click=${() => this.#hand(link)}>
                ${words.shareWith}
              </button>`
            : nothing
        }
      </div>
      <p class="said muted small" role="status">${this._said}</p>
      <div class="code">${this._code?.(link, words.qrCode) ?? nothing}</div>
    </div>`;
  }

  #toggle(): void {
    this._open = !this._open;
    this._said = '';
    if (!this._code)
      import('./qr.ts').then(
        ({ qrCode }) => (this._code = qrCode),
        () => {}, // the link is there without it
      );
  }

  async #copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this._said = this.words.copied;
    } catch {
      // Pages without a secure context, or that may not: the link is marked for the customer to copy.
      this.renderRoot.querySelector('input')?.focus();
      this._said = this.words.copyByHand;
    }
  }

  async #hand(url: string): Promise<void> {
    const title = this.state.manifest?.name ?? '';
    await navigator.share({ title, url }).catch(() => {}); // the customer thought better of it
  }
}

const select = ({ target }: Event): void => (target as HTMLInputElement).select();
