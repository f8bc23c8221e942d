import type { PropertyValues, TemplateResult } from 'lit';
import { amountOf, blocking, cartView, type CartView } from '../cart-view.ts';
import { countryChoices } from '../countries.ts';
import type { TotalType } from '../contract.ts';
import type { State } from '../state.ts';
import { cartStyles } from './cart-styles.ts';
import { DialogView, dialogStyles } from './dialog.ts';
import { bag, html, nothing, siteOf, units, View } from './kit.ts';
import { sellerPart, taxRows, type PartContext } from './seller-part.ts';
import { stepperStyles } from './stepper.ts';
import { waysPart } from './ways.ts';
import type { VitrineCart } from '../tags.ts';

const rows: readonly TotalType[] = ['subtotal', 'items_discount', 'fulfillment', 'tax', 'fee'];

/**
 * The cart: each seller's part with its parcels, then what all of it costs. It opens at the side, or stands in the page.
 *
 * @slot - what stands here until an inline cart does
 */
export class CartDrawer extends DialogView implements VitrineCart {
  static override styles = [View.styles, dialogStyles, stepperStyles, cartStyles].flat();
  static override properties = {
    inline: { type: Boolean, reflect: true },
    _warned: { state: true },
  };

  /** Stands in the page instead of opening at its side. */
  declare inline: boolean;
  declare private _warned: boolean;

  override connectedCallback(): void {
    super.connectedCallback();
    View.bring('vitrine-share').catch(() => {});
  }

  protected override get open(): boolean {
    return this.inPage || this.state.panel === 'cart';
  }

  protected override get inPage(): boolean {
    return this.alone && this.inline;
  }

  protected override get heading(): string {
    return this.words.cart;
  }

  protected override dismiss(): void {
    this._warned = false;
    this.wish({ type: 'close-cart' });
  }

  /** Who removed a line by keyboard had the focus on it: it moves to the way back, and from there to the top. */
  override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before = changed.get('state') as State | undefined;
    if (!this.open || !before || before.removed === this.state.removed) return;
    const next = this.state.removed ? '.note .link' : '.round';
    this.renderRoot.querySelector<HTMLElement>(next)?.focus();
  }

  protected override body(): TemplateResult {
    const { state, words } = this;
    if (units(state) === 0)
      return html`<div class="empty">
        ${bag}
        <h3>${words.emptyTitle}</h3>
        <p class="muted">${words.emptyText}</p>
        ${this.#undo()}
        ${
          this.inPage
            ? nothing
            : html`<button class="button" part="button" @click=${() => this.dismiss()}>
                ${words.keepLooking}
              </button>`
        }
        ${this.#bought()}
      </div>`;
    const view = cartView(state);
    const context: PartContext = {
      state,
      words,
      money: (amount) => this.money(amount),
      picture: (path) => this.sizesOf(path).split(' ')[0] || this.picture(path),
      wish: (detail) => this.wish(detail),
    };
    return html`<div class="scroll">
        ${this.#repriced()} ${this.#undo()} ${state.fault ? this.#failure() : nothing}
        ${this.#gone(view)} ${view.sellers.map((seller) => sellerPart(seller, context))}
        ${waysPart(context)} ${this.#place()}
        <vitrine-share
          class="sharing"
          .state=${state}
          .words=${words}
          language=${words.language}
          exportparts="button,share,share-button,qr-code"
        ></vitrine-share>
      </div>
      ${this.#sum()}`;
  }

  /** How the order stands that was placed last, where the page does not show it itself. */
  #bought(): TemplateResult | typeof nothing {
    const { host } = this.getRootNode() as ShadowRoot;
    const name = siteOf(this.alone ? this : host);
    if (!this.state.order || !name || document.querySelector('vitrine-order')) return nothing;
    View.bring('vitrine-order').catch(() => {});
    return html`<vitrine-order
      site=${name.site}
      server=${name.server}
      language=${this.words.language}
    ></vitrine-order>`;
  }

  #undo(): TemplateResult | typeof nothing {
    const { removed } = this.state;
    if (!removed) return nothing;
    return html`<p class="note">
      <span>${this.words.removedShort(removed.title)}</span>
      <button class="link" @click=${() => this.wish({ type: 'undo' })}>${this.words.undo}</button>
    </p>`;
  }

  /** Always there, as only what changes inside of it is told aloud. */
  #repriced(): TemplateResult {
    const told = this.state.repriced.map(
      ({ title, before, price }) =>
        html`<p class="note">
          <span>${this.words.repriced(title, this.money(before), this.money(price))}</span>
        </p>`,
    );
    return html`<div role="status">${told}</div>`;
  }

  #failure(): TemplateResult {
    return html`<p class="note problem" role="alert" data-problem tabindex="-1">
      <span>${this.words.quoteFailed}</span>
      <button class="link" @click=${() => this.wish({ type: 'retry' })}>${this.words.retry}</button>
    </p>`;
  }

  #gone({ gone }: CartView): TemplateResult[] {
    return gone.map(
      ({ offer_id }) =>
        html`<p class="note problem" data-problem tabindex="-1">
          <span>${this.words.gone}</span>
          <button class="link" @click=${() => this.wish({ type: 'set', offer_id, quantity: 0 })}>
            ${this.words.remove}
          </button>
        </p>`,
    );
  }

  #place(): TemplateResult {
    const { state, words } = this;
    const { country: present, postcode = '' } = state.destination;
    const served = state.priced?.quote.countries ?? [present];
    const choices = countryChoices(served, present, words.language);
    const changed = (): void => {
      const field = <T extends Element>(name: string) => this.renderRoot.querySelector<T>(name)!;
      this.wish({
        type: 'deliver-to',
        country: field<HTMLSelectElement>('#country').value,
        postcode: field<HTMLInputElement>('#postcode').value.trim(),
      });
    };
    return html`<div class="place" role="group" aria-labelledby="place">
      <h3 id="place">${words.deliverTo}</h3>
      <label>
        <span class="muted small">${words.country}</span>
        <select id="country" autocomplete="off" @change=${changed}>
          ${choices.map(
            ({ code, name }) =>
              html`<option value=${code} .selected=${code === present}>${name}</option>`,
          )}
        </select>
      </label>
      <label>
        <span class="muted small">${words.postcode}</span>
        <input
          id="postcode"
          autocomplete="off"
          maxlength="12"
          .value=${postcode}
          @change=${changed}
        />
      </label>
      <p class="muted small">${words.estimateHint}</p>
    </div>`;
  }

  #sum(): TemplateResult {
    const { state, words } = this;
    const totals = state.priced?.quote.totals ?? [];
    const total = amountOf(totals, 'total');
    return html`<div class="sum" part="totals" aria-busy=${state.quoting}>
      <dl>
        ${rows.map((type) => {
          const amount = amountOf(totals, type);
          return amount === undefined
            ? nothing
            : html`<div>
                <dt>${words[type as 'subtotal']}</dt>
                <dd>${this.money(amount)}</dd>
              </div>`;
        })}
        <div class="grand">
          <dt>${words.total}</dt>
          <dd>${total === undefined ? '…' : this.money(total)}</dd>
        </div>
        ${taxRows(
          (state.priced?.quote.taxes ?? []).filter(({ included }) => included),
          words,
          (amount) => this.money(amount),
        )}
      </dl>
      ${
        this._warned && blocking(state).length > 0
          ? html`<p class="problem small" role="alert">${words.fixFirst}</p>`
          : nothing
      }
      <button class="button primary" part="button primary-button" @click=${() => this.#checkout()}>
        ${words.checkout}
      </button>
      <p class="muted small centred">${words.cartNote}</p>
    </div>`;
  }

  /** A button that is merely disabled would not say why. */
  #checkout(): void {
    const { fault, priced } = this.state;
    this._warned = blocking(this.state).length > 0;
    if (!this._warned && !fault && priced) return this.wish({ type: 'checkout' });
    this.renderRoot.querySelector<HTMLElement>('[data-problem]')?.focus();
  }
}
