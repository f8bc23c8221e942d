import type { PropertyValues, TemplateResult } from 'lit';
import { checkoutLink } from '../checkout-link.ts';
import { DialogView, dialogStyles } from './dialog.ts';
import { css, html, View } from './kit.ts';

type CheckoutMessage =
  | { type: 'vitrine:checkout:complete'; order?: unknown }
  | { type: 'vitrine:checkout:close' }
  | { type: 'vitrine:checkout:height'; height: number };

/** The server's own page in a frame: what is typed there, no script of the host page can read. */
export class CheckoutFrame extends DialogView {
  static override styles = [
    View.styles,
    dialogStyles,
    css`
      dialog {
        inline-size: min(60em, 100vw - 2em);
        block-size: min(var(--_height, 52em), 100dvh - 2em);
        border-radius: calc(var(--_radius) * 2);
        transition: block-size 0.2s;
      }
      dialog[open] {
        animation: rise 0.3s cubic-bezier(0.2, 0.7, 0.2, 1);
      }
      iframe {
        flex: 1;
        inline-size: 100%;
        min-block-size: 0;
        border: 0;
        color-scheme: normal;
      }
      .unreached {
        flex: 1;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 1.25em;
        padding: 2em;
        text-align: center;
        text-wrap: balance;
      }
      @media (max-width: 720px) {
        dialog {
          inline-size: 100vw;
          block-size: 100dvh;
          margin: 0;
          border-radius: 0;
        }
      }
    `,
  ].flat();

  static override properties = { _unreached: { state: true } };

  declare private _unreached: boolean;
  #link = '';
  #heard = false;
  #leave: AbortController | undefined;

  protected override get open(): boolean {
    return this.state.panel === 'checkout';
  }

  protected override get heading(): string {
    return this.words.checkoutTitle;
  }

  protected override dismiss(): void {
    this.wish({ type: 'close-checkout' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    addEventListener('message', (event) => this.#listen(event), { signal: this.#leave.signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.abort();
  }

  override willUpdate(_changed: PropertyValues): void {
    // The link is taken once per opening: a cart that empties on completion must not reload the confirmation.
    if (!this.open) {
      this.#link = '';
      this.#again();
    } else this.#link ||= checkoutLink(this.state, this.words.language, location);
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this._unreached) this.renderRoot.querySelector<HTMLElement>('.unreached button')?.focus();
  }

  protected override body(): TemplateResult {
    if (this._unreached)
      return html`<div class="unreached" role="alert">
        <p>${this.words.checkoutUnreached}</p>
        <button class="button" part="button" @click=${() => this.#again()}>
          ${this.words.retry}
        </button>
      </div>`;
    return html`<iframe
      @load=${() => this.#loaded()}
      src=${this.#link}
      title=${this.words.checkoutTitle}
      allow="payment"
      referrerpolicy="origin"
    ></iframe>`;
  }

  /** The browser's own error page loads like any other, but it does not speak. */
  #loaded(): void {
    setTimeout(() => (this._unreached = this.open && !this.#heard), 1500);
  }

  #again(): void {
    this.#heard = false;
    this._unreached = false;
  }

  #listen({ origin, source, data }: MessageEvent<CheckoutMessage | undefined>): void {
    const frame = this.renderRoot.querySelector('iframe');
    if (!frame || source !== frame.contentWindow || origin !== new URL(frame.src).origin) return;
    this.#heard = true;
    switch (data?.type) {
      case 'vitrine:checkout:complete':
        return this.wish({
          type: 'checkout-complete',
          order: typeof data.order === 'string' ? data.order : '',
        });
      case 'vitrine:checkout:close':
        return this.dismiss();
      case 'vitrine:checkout:height':
        // The bar above the frame needs its own place.
        if (Number.isFinite(data.height) && data.height > 0)
          this.dialog?.style.setProperty('--_height', `calc(${Math.ceil(data.height)}px + 4.1em)`);
    }
  }
}
