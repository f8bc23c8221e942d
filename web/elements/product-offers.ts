import type { TemplateResult } from 'lit';
import type { Offer, Variant } from '../contract.ts';
import { calendarDay } from '../format.ts';
import { areaOf } from '../services.ts';
import { rankedOffers, soldOut } from '../variants.ts';
import { deliveryHint } from './delivery-hint.ts';
import { html, nothing, quantityOf, tick, type View } from './kit.ts';
import { aboutSeller } from './product-seller.ts';
import { stepper } from './stepper.ts';

/** What is being taken of a variant: whose, how many, and whether it has just gone into the cart. */
export interface Taking {
  offer_id: string;
  quantity: number;
  isAdded: boolean;
  take: (offer: Offer, quantity: number) => void;
  add: (offer: Offer) => void;
}

/** The offers of a variant, with what takes one of them. */
export function offers(view: View, variant: Variant, taking: Taking): TemplateResult {
  const { words } = view;
  const offers = rankedOffers(variant);
  const offer = offers.find(({ id }) => id === taking.offer_id) ?? offers[0];
  if (!offer) return html`<p class="muted">${words.soldOut}</p>`;
  const [held, none] = [quantityOf(view.state, offer.id), soldOut(offer)];
  const room = offer.stock === undefined ? undefined : Math.max(0, offer.stock - held);
  return html`
    ${offers.length > 1 ? sellersOf(view, offers, offer, taking) : onlySeller(view, offer)}
    ${none ? nothing : deliveryHint(view.state, words, (amount) => view.money(amount))}
    ${offer.kind === 'service' ? area(view, offer) : nothing}
    <div class="buy">
      <strong class="due" aria-hidden="true">${view.money(offer.price)}</strong>
      ${stepper({
        words,
        label: words.quantityOf(view.state.product?.title ?? ''),
        value: taking.quantity,
        limit: room,
        set: (quantity) => taking.take(offer, quantity),
      })}
      <button
        class="button primary"
        part="button primary-button"
        ?disabled=${none || room === 0}
        @click=${() => taking.add(offer)}
      >
        ${none ? whyNone(view, offer) : words.addToCart}
      </button>
    </div>
    <p class="limit muted small" role="status">
      ${offer.stock && taking.quantity >= room! ? words.limitReached(offer.stock) : nothing}
    </p>
    <div class="done">
      ${
        taking.isAdded
          ? html`${tick} ${words.addedShort}
              <button class="link" @click=${() => view.wish({ type: 'open-cart' })}>
                ${words.viewCart}
              </button>`
          : held
            ? html`<span class="muted small">${words.inCart(held)}</span>`
            : nothing
      }
    </div>
    <vitrine-share
      .state=${view.state}
      .words=${words}
      language=${words.language}
      .product=${view.state.product?.id}
      exportparts="button,share,share-button,qr-code"
    ></vitrine-share>
    ${aboutSeller(view, offer)}
  `;
}

/** Where its giver offers a service. */
function area(
  view: View,
  { seller_id, shipping_profile_id }: Offer,
): TemplateResult | typeof nothing {
  const seller = view.state.sellers.find(({ id }) => id === seller_id);
  const profile = seller?.shipping_profiles?.find(({ id }) => id === shipping_profile_id);
  if (!profile) return nothing;
  const area = areaOf(profile, view.words.language);
  return html`<p class="muted small">
    ${area ? view.words.offeredIn(area) : view.words.offeredEverywhere}
  </p>`;
}

function onlySeller(view: View, offer: Offer): TemplateResult {
  return html`<div class="offer only">
    <span>
      ${view.words[offer.kind === 'service' ? 'offeredBy' : 'soldBy'](view.sellerName(offer.seller_id))}
      <span class="muted small">${stockOf(view, offer)}</span>
    </span>
    <span class="amount"><strong>${view.money(offer.price)}</strong>${view.unitPrice(offer)}</span>
  </div>`;
}

function sellersOf(
  view: View,
  offers: Offer[],
  chosen: Offer,
  { quantity, take }: Taking,
): TemplateResult {
  return html`<fieldset>
    <legend>${view.words.offersTitle}</legend>
    <div class="offers">
      ${offers.map(
        (offer) =>
          html`<label class="offer">
            <input
              type="radio"
              name="offer"
              .checked=${offer === chosen}
              ?disabled=${soldOut(offer)}
              @change=${() => take(offer, quantity)}
            />
            <span>
              ${view.sellerName(offer.seller_id)}
              <span class="muted small">${stockOf(view, offer)}</span>
            </span>
            <span class="amount"
              ><strong>${view.money(offer.price)}</strong>${view.unitPrice(offer)}</span
            >
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** Why there is none of it: it is sold out, or its seller is away. */
function whyNone(view: View, { seller_id }: Offer): string {
  const { words, state } = view;
  const card = state.manifest?.sellers.find(({ id }) => id === seller_id);
  if (card?.back_on === undefined) return words.soldOut;
  return card.back_on ? words.backOn(calendarDay(card.back_on, words.language)) : words.away;
}

function stockOf(view: View, offer: Offer): string {
  const { stock } = offer;
  if (stock === 0) return whyNone(view, offer);
  if (stock !== undefined && stock <= 5) return view.words.left(stock);
  return offer.kind === 'service' ? view.words.service : view.words.inStock;
}
