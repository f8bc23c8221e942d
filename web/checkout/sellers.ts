/** Each seller's part of the order: its lines, its parcels with their delivery, who it is, what it costs. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FulfillmentGroup, LineItem, SellerQuote } from '../contract.ts';
import { country, money } from '../format.ts';
import { lineRow, sellerDetails, taxNotes, totalsTable, transit } from '../receipt.ts';
import { allServices } from '../services.ts';
import { appointment } from './appointment.ts';
import type { Fault } from './draft.ts';
import { type Page, faultText } from './fields.ts';

export function sellersSection(page: Page): TemplateResult {
  const sellers = page.state.session?.quote.sellers ?? [];
  const { words } = page.reading;
  return html`<section aria-labelledby="sellers">
    <h2 id="sellers">${words.sellers(sellers.length)}</h2>
    ${goneLines(page)} ${sellers.map((seller) => sellerCard(page, seller))}
  </section>`;
}

function sellerCard(page: Page, seller: SellerQuote): TemplateResult {
  const { groups, totals, taxes, seller_id, seller_name } = seller;
  // A delivery that is still to be chosen costs nothing yet, which is not the same as free.
  const settled = groups.every(({ selected_option_id }) => selected_option_id);
  const rows = totals.filter(({ type, amount }) => type !== 'fulfillment' || settled || amount > 0);
  return html`<article class="card" aria-labelledby="seller-${seller_id}">
    <h3 id="seller-${seller_id}"><bdi>${seller_name}</bdi></h3>
    ${groups.map((group) => parcel(page, seller, group))} ${note(page, seller)}
    ${details(page, seller_id)}
    ${totalsTable(
      rows,
      page.reading,
      false,
      groups.every((group) => isService(page, group)),
    )}
    ${taxNotes(taxes, page.reading)}
  </article>`;
}

function parcel(page: Page, seller: SellerQuote, group: FulfillmentGroup): TemplateResult {
  const { words } = page.reading;
  const lines = linesOf(page, group);
  const service = isService(page, group);
  const goods = seller.groups.filter((each) => !isService(page, each));
  const called = service ? words.service : words.parcel(goods.indexOf(group) + 1, goods.length);
  return html`<div class="parcel">
    ${service || seller.groups.length > 1 ? html`<h4 class="quiet">${called}</h4>` : nothing}
    <ul class="lines">
      ${lines.map((line) => lineRow(line, page.reading, lineFault(page, line)))}
    </ul>
    ${service ? lines.map((line) => appointment(page, group, line)) : nothing}
    ${
      group.options.length > 0
        ? deliveryChoice(page, seller, group)
        : lines.some(({ quantity }) => quantity > 0)
          ? notDelivered(page, seller, group)
          : nothing
    }
  </div>`;
}

function deliveryChoice(page: Page, seller: SellerQuote, group: FulfillmentGroup): TemplateResult {
  const { checkout, state, reading } = page;
  const wanted = state.draft.choices[group.id];
  const chosen = group.options.some(({ id }) => id === wanted) ? wanted : group.selected_option_id;
  return html`<fieldset class="choices">
    <legend class="hidden">
      ${reading.words[isService(page, group) ? 'serviceOf' : 'deliveryOf'](seller.seller_name)}
    </legend>
    ${
      group.options.every(({ kind }) => kind === 'pickup')
        ? html`<p
            class="only ${chosen ? 'quiet' : 'error'}"
            id="offer-${group.offer_ids[0]}"
            tabindex="-1"
          >
            ${reading.words.pickupOnly(seller.seller_name, place(page))}
          </p>`
        : nothing
    }
    ${repeat(
      group.options,
      // Another postcode may bring options: whoever is on one stays on it.
      ({ id }) => id,
      (option) =>
        html`<label class="choice">
          <input
            type="radio"
            name="delivery-${group.id}"
            value=${option.id}
            .checked=${live(option.id === chosen)}
            @change=${() => checkout.choose(group.id, option.id)}
          />
          <span class="choice-text">
            <span class="choice-title"><bdi>${option.title}</bdi></span>
            <span class="quiet">${transit(option, reading)}</span>
            ${
              option.kind === 'pickup' && option.pickup_address
                ? html`<span class="quiet">${reading.words.pickupAt(option.pickup_address)}</span>`
                : nothing
            }
          </span>
          <span class="choice-price figure">
            ${
              option.amount === 0
                ? reading.words.free
                : money(option.amount, reading.currency, reading.language)
            }
          </span>
        </label>`,
    )}
  </fieldset>`;
}

function notDelivered(page: Page, seller: SellerQuote, group: FulfillmentGroup): TemplateResult {
  const { checkout, reading } = page;
  const { words } = reading;
  return html`<div class="problem" id="offer-${group.offer_ids[0]}" tabindex="-1">
    <p class="error">
      ${words[isService(page, group) ? 'outOfArea' : 'noDelivery'](seller.seller_name, place(page))}
    </p>
    <p>${words.noDeliveryHelp}</p>
    <button
      type="button"
      class="secondary"
      @click=${() =>
        checkout.setQuantities(Object.fromEntries(group.offer_ids.map((id) => [id, 0])))}
    >
      ${words.removeThese(group.offer_ids.length)}
    </button>
  </div>`;
}

const toldAtParcel: readonly string[] = ['not_deliverable', 'pickup_only', 'outside_service_area'];

/** What is wrong with one line, and the way out. What is wrong with a delivery is told once, at the parcel. */
function lineFault(page: Page, line: LineItem): TemplateResult | typeof nothing {
  const fault = page.faults.find(
    ({ offer_id, path }) => offer_id === line.offer_id && !path.startsWith('appointments'),
  );
  if (!fault || toldAtParcel.includes(fault.code)) return nothing;
  const { checkout, reading } = page;
  const { words } = reading;
  const limit = fault.limit !== undefined && fault.limit > 0 ? fault.limit : undefined;
  const text =
    fault.code !== 'out_of_stock' || fault.limit === undefined
      ? faultText(fault, reading)
      : limit
        ? words.onlyLeft(limit)
        : words.soldOut;
  return html`<div class="problem" id="offer-${line.offer_id}" tabindex="-1">
    <p class="error">${text}</p>
    <button
      type="button"
      class="secondary"
      aria-label=${limit ? nothing : words.removeNamed(line.title)}
      @click=${() => checkout.setQuantities({ [line.offer_id]: limit ?? 0 })}
    >
      ${limit ? words.take(limit) : words.remove}
    </button>
  </div>`;
}

/** Offers that the quote no longer knows have no seller to stand at. */
function goneLines({ checkout, state, reading, faults }: Page): TemplateResult[] {
  const known = new Set(state.session?.quote.line_items.map(({ offer_id }) => offer_id));
  return faults
    .filter((fault): fault is Fault & { offer_id: string } =>
      Boolean(fault.offer_id && !known.has(fault.offer_id)),
    )
    .map(
      ({ offer_id }) =>
        html`<div class="problem" id="offer-${offer_id}" tabindex="-1">
          <p class="error">${reading.words.gone}</p>
          <button
            type="button"
            class="secondary"
            @click=${() => checkout.setQuantities({ [offer_id]: 0 })}
          >
            ${reading.words.withoutIt}
          </button>
        </div>`,
    );
}

/** What the seller is told with the order. */
function note(page: Page, { seller_id, seller_name }: SellerQuote): TemplateResult {
  const { checkout, state, reading } = page;
  const { words } = reading;
  const text = state.draft.notes?.[seller_id] ?? '';
  const kept = state.session?.notes?.some((each) => each.seller_id === seller_id);
  return html`<details ?open=${kept}>
    <summary>${words.noteTo(seller_name)}</summary>
    <textarea
      class="note"
      rows="3"
      maxlength="500"
      aria-label=${words.noteTo(seller_name)}
      aria-describedby="note-hint-${seller_id}"
      .value=${live(text)}
      @input=${(event: Event) =>
        checkout.note(seller_id, (event.currentTarget as HTMLTextAreaElement).value)}
      @blur=${() => checkout.leaveNote()}
    ></textarea>
    <p class="quiet" id="note-hint-${seller_id}">${words.noteHint}</p>
  </details>`;
}

function details(page: Page, seller_id: string): TemplateResult | typeof nothing {
  const seller = page.state.session?.sellers.find(({ id }) => id === seller_id);
  if (!seller) return nothing;
  return html`<details>
    <summary>${page.reading.words.sellerDetails}</summary>
    ${sellerDetails(seller, page.reading)}
  </details>`;
}

function place({ state, reading }: Page): string {
  return country(state.session?.quote.destination.country ?? '', reading.language);
}

const isService = (page: Page, group: FulfillmentGroup): boolean =>
  allServices(linesOf(page, group));

function linesOf(page: Page, group: FulfillmentGroup): LineItem[] {
  const lines = page.state.session?.quote.line_items ?? [];
  return lines.filter(({ offer_id }) => group.offer_ids.includes(offer_id));
}
