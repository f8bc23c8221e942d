/** One seller's part of the cart: its parcels with their lines, delivery and totals. */
import type { TemplateResult } from 'lit';
import { amountOf, type LineView, type ParcelView, type SellerView } from '../cart-view.ts';
import type { FulfillmentGroup, ShippingOption, TaxLine } from '../contract.ts';
import type { Wish } from '../events.ts';
import type { Words } from '../messages/widget.ts';
import { allServices, isForServices } from '../services.ts';
import type { State } from '../state.ts';
import {
  comma,
  country,
  days,
  down,
  html,
  initial,
  nothing,
  percent,
  pictured,
  unitPrice,
} from './kit.ts';
import { stepper } from './stepper.ts';

export interface PartContext {
  state: State;
  words: Words;
  money: (amount: number) => string;
  picture: (path: string) => string;
  wish: (detail: Wish) => void;
}

export function sellerPart({ seller, parcels }: SellerView, context: PartContext): TemplateResult {
  const { words, money, state } = context;
  const goods = parcels.filter((parcel) => !isService(parcel));
  const called = (parcel: ParcelView): string =>
    isService(parcel) ? words.service : words.parcel(goods.indexOf(parcel) + 1, goods.length);
  return html`<section class="seller" aria-label=${seller.seller_name}>
    <h3><bdi>${seller.seller_name}</bdi></h3>
    ${parcels.map(
      (parcel) => html`
        ${
          parcels.length > 1 || isService(parcel)
            ? html`<p class="muted small count">${called(parcel)}</p>`
            : nothing
        }
        <ul role="list">
          ${parcel.lines.map((line) => lineRow(line, context))}
        </ul>
        ${delivery(parcel, seller.seller_name, context)}
      `,
    )}
    <dl class="part-total" aria-busy=${state.quoting}>
      <div>
        <dt>${words.total}</dt>
        <dd>${money(amountOf(seller.totals, 'total') ?? 0)}</dd>
      </div>
      ${taxRows(seller.taxes, words, money)}
    </dl>
  </section>`;
}

const isService = ({ lines }: ParcelView): boolean => allServices(lines.map(({ item }) => item));

export const taxRows = (
  taxes: readonly TaxLine[],
  words: Words,
  money: PartContext['money'],
): TemplateResult[] =>
  taxes
    .filter(({ amount }) => amount !== 0)
    .map(({ rate_ppm, amount, included }) => {
      const rate = percent(rate_ppm, words.language);
      return html`<div class="muted small">
        <dt>${included ? words.includedTax(rate) : words.addedTax(rate)}</dt>
        <dd>${money(amount)}</dd>
      </div>`;
    });

function lineRow({ offer_id, quantity, item, message }: LineView, context: PartContext) {
  const { words, money, picture, wish } = context;
  const set = (count: number): void => wish({ type: 'set', offer_id, quantity: count });
  return html`<li class="line" part="line">
    <div class=${item.image ? 'thumb' : 'thumb bare'} data-initial=${initial(item.title)}>
      ${item.image ? html`<img @load=${pictured} @error=${pictured} src=${picture(item.image)} alt="" width="96" height="96" />` : nothing}
    </div>
    <div class="what">
      <p class="title"><bdi>${item.title}</bdi></p>
      ${
        item.options.length > 0 || quantity > 1 || item.unit_pricing
          ? html`<p class="muted small">
              <bdi>${item.options.map(({ value }) => value).join(', ')}</bdi>
              ${quantity > 1 ? html`<span class="each">${words.each(money(item.unit_price))}</span>` : nothing}
              ${item.unit_pricing ? html`<span class="each" part="unit-price">${unitPrice(item.unit_pricing, words, money)}</span>` : nothing}
            </p>`
          : nothing
      }
    </div>
    <p class="amount">${money(item.subtotal)}</p>
    <div class="turn">
      ${stepper({
        words,
        label: words.quantityOf(item.title),
        value: quantity,
        limit: item.stock,
        set,
      })}
      <div class="links">
        ${item.kind === 'service' ? nothing : pinButton(offer_id, item.title, context)}
        <button
          class="link small muted"
          aria-label=${words.removeNamed(item.title)}
          @click=${() => set(0)}
        >
          ${words.remove}
        </button>
      </div>
    </div>
    ${
      message?.limit !== undefined
        ? stockProblem(message.limit, words, set)
        : item.stock !== undefined && quantity >= item.stock
          ? html`<p class="muted small wide">${words.limitReached(item.stock)}</p>`
          : nothing
    }
  </li>`;
}

/** Where other sellers could take over, a line can be kept where it is. */
function pinButton(offer_id: string, title: string, { state, words, wish }: PartContext) {
  const pinned = state.pinned.includes(offer_id);
  if (!pinned && (state.ways?.found.choices.length ?? 0) < 1) return nothing;
  if (!pinned && (state.ways?.found.sellers_considered ?? 0) < 2) return nothing;
  return html`<button
    class="link small muted"
    aria-pressed=${pinned}
    aria-label=${`${pinned ? words.sellerKept : words.keepSeller}: ${title}`}
    @click=${() => wish({ type: 'pin', offer_id, pinned: !pinned })}
  >
    ${pinned ? words.sellerKept : words.keepSeller}
  </button>`;
}

const stockProblem = (limit: number, words: Words, set: (count: number) => void) =>
  html`<p class="problem small wide" data-problem tabindex="-1">
    ${words.stockLimit(limit)}
    <button class="link" @click=${() => set(limit)}>
      ${limit === 0 ? words.remove : words.takeLimit(limit)}
    </button>
  </p>`;

function delivery(parcel: ParcelView, seller: string, context: PartContext) {
  const { group, message } = parcel;
  const { words, money, state } = context;
  const chosen = group.options.find(({ id }) => id === group.selected_option_id);
  const place = country(state.destination.country, words.language);
  if (!chosen && message?.code === 'pickup_only')
    return html`<div class="delivery">
      <p class="problem small wide">${words.pickupOnly(seller, place)}</p>
      ${chooser(group, undefined, seller, context)}
    </div>`;
  if (!chosen)
    return message
      ? html`<p class="delivery problem small">
          ${isService(parcel) ? words.outOfArea(seller, place) : words.undeliverable(seller, place)}
        </p>`
      : nothing; // all of it is sold out
  const alone = group.options.length === 1 && chosen.kind !== 'pickup';
  return html`<div class="delivery">
    ${alone ? html`<p>${described(chosen, words)}</p>` : chooser(group, chosen, seller, context)}
    <p class="amount">${group.amount === 0 ? words.free : money(group.amount)}</p>
    ${
      message?.code === 'unknown_option'
        ? html`<p class="problem small wide">${words.optionChanged}</p>`
        : nothing
    }
    ${
      chosen.pickup_address
        ? html`<p class="muted small wide">${chosen.pickup_address}</p>`
        : nothing
    }
    ${
      chosen.missing_for_free === undefined || isForServices(chosen.kind)
        ? nothing
        : html`<p class="small wide free">
            ${words.moreForFree(money(chosen.missing_for_free), seller)}
          </p>`
    }
  </div>`;
}

function chooser(
  group: FulfillmentGroup,
  chosen: ShippingOption | undefined,
  seller: string,
  { words, money, wish }: PartContext,
) {
  const select = (event: Event): void =>
    wish({
      type: 'select-option',
      group_id: group.id,
      option_id: (event.target as HTMLSelectElement).value,
    });
  return html`<div class="pick">
    <span aria-hidden="true">${chosen ? described(chosen, words) : words.choosePickup}</span>
    ${down}
    <select aria-label=${words.deliveryBy(seller)} @change=${select}>
      ${chosen ? nothing : html`<option value="" selected disabled>${words.choosePickup}</option>`}
      ${group.options.map(
        (option) =>
          html`<option value=${option.id} .selected=${option === chosen}>
            ${described(option, words)} · ${option.amount === 0 ? words.free : money(option.amount)}
          </option>`,
      )}
    </select>
  </div>`;
}

function described({ title, kind, min_days, max_days }: ShippingOption, words: Words): string {
  if (max_days === 0) return title;
  const time = days(min_days, max_days, words.language);
  return title + comma(words.language) + (isForServices(kind) ? words.leadTime(time) : time);
}
