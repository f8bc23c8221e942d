/** A product on the shelf. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ProductCard } from '../contract.ts';
import { quantityOf } from '../state.ts';
import type { View } from './base.ts';
import { initial, pictured } from './pictured.ts';

/** What those who bought it and the site's owner say of it, in short. */
function praise(shelf: View, { id, rating }: ProductCard): TemplateResult | typeof nothing {
  const { recommended } = shelf.state.manifest ?? {};
  const isRecommended = recommended?.product_ids.includes(id);
  if (!rating && !isRecommended) return nothing;
  return html`${rating ? html`<p class="small" part="card-rating">${shelf.rating(rating)}</p>` : nothing}
  ${
    isRecommended
      ? html`<p class="small" part="card-rating">
          ${shelf.words.recommendedBy(recommended!.presenter_name)}
        </p>`
      : nothing
  }`;
}

/** What adding it does to the delivery of the cart. */
function note(shelf: View, { offer_id, kind }: ProductCard): TemplateResult | typeof nothing {
  const told = shelf.state.notes?.get(offer_id);
  if (!told) return nothing;
  const { amount, seller, missing } = told;
  const says = kind === 'service' && told.says !== 'saving' ? 'visitCost' : told.says;
  const gains = says === 'fits' || says === 'saving';
  return html`<p class="${gains ? 'gain' : 'muted'} small" part="card-delivery">
    ${shelf.words[says](shelf.money(amount), seller)}${
      missing === undefined
        ? nothing
        : html`<span class="muted">${shelf.words.moreForFree(shelf.money(missing), seller)}</span>`
    }
  </p>`;
}

/** `inSection`: below a heading of the shelf. */
export function cardOf(
  shelf: View,
  card: ProductCard,
  isFeatured: boolean,
  inSection: boolean,
): TemplateResult {
  const view = (): void => shelf.wish({ type: 'view-product', product_id: card.id });
  const [first = '', ...others] = card.seller_ids;
  const kind = `${card.available ? '' : 'gone'} ${isFeatured ? 'featured' : ''}`;
  return html`<li class=${kind} part=${isFeatured ? 'card card-featured' : 'card'}>
    <div
      class=${card.image ? 'frame' : 'frame bare'}
      data-initial=${initial(card.title)}
      part="card-image"
    >
      ${
        card.image
          ? html`<img
              srcset=${shelf.sizesOf(card.image)}
              src=${shelf.picture(card.image)}
              sizes=${isFeatured ? '(max-width: 40em) 100vw, 32em' : '(max-width: 40em) 50vw, 16em'}
              @load=${pictured}
              @error=${pictured}
              alt=""
              width="480"
              height="480"
              loading="lazy"
              decoding="async"
            />`
          : nothing
      }
    </div>
    <h3
      part="card-title"
      aria-level=${inSection ? 4 : nothing}
      lang=${shelf.state.manifest?.language ?? ''}
    >
      <button @click=${view}><bdi>${card.title}</bdi></button>
    </h3>
    <p class="muted small" part="card-seller">
      ${card.kind === 'service' ? `${shelf.words.service} · ` : nothing}<bdi
        >${
          others.length > 0
            ? shelf.words.moreSellers(card.seller_ids.length)
            : shelf.sellerName(first)
        }</bdi
      >
    </p>
    ${praise(shelf, card)} ${note(shelf, card)}
    <div class="buy">
      <p class="price" part="card-price">
        ${card.price_varies ? html`<span class="muted small">${shelf.words.from}</span> ` : nothing}${shelf.money(card.price)}${shelf.unitPrice(card)}
      </p>
      ${action(shelf, card, view)}
    </div>
  </li>`;
}

function action(shelf: View, card: ProductCard, view: () => void): TemplateResult {
  const { words } = shelf;
  if (!card.available) return html`<span class="muted small">${words.soldOut}</span>`;
  if (card.variant_count > 1)
    return html`<button
      class="button"
      part="button"
      aria-label=${words.chooseNamed(card.title)}
      @click=${view}
    >
      ${words.choose}
    </button>`;
  const held = quantityOf(shelf.state, card.offer_id);
  return html`<button
    class=${held ? 'button held' : 'button'}
    part="button"
    aria-label=${held ? `${words.inCart(held)}. ${words.addNamed(card.title)}` : words.addNamed(card.title)}
    @click=${() => shelf.wish({ type: 'add', offer_id: card.offer_id, quantity: 1 })}
  >
    ${held ? words.inCart(held) : words.add}
  </button>`;
}
