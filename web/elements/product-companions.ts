import type { TemplateResult } from 'lit';
import type { ProductCard } from '../contract.ts';
import { productLink } from '../permalink.ts';
import { areaOf, isForServices } from '../services.ts';
import { together } from './companions.ts';
import { unitPrice, type View } from './kit.ts';

/** What goes with it, as a shop shows it. */
export function companionsOf(view: View): TemplateResult {
  const { words } = view;
  const { manifest, product } = view.state;
  const page = manifest && product && productLink(manifest, product.id);
  return together({
    words,
    ...(view.state.companions ?? { products: [], presented: [] }),
    related: view.state.related ?? { required: [], others: [] },
    price: (card) => {
      const price = `${card.price_varies ? `${words.from} ` : ''}${view.money(card.price)}`;
      const { kind, unit_pricing } = card;
      if (kind !== 'service' || !unit_pricing) return price;
      return unitPrice(unit_pricing, words, (amount) => view.money(amount));
    },
    giver: (card) => giver(view, card),
    add: (offer_id) => view.wish({ type: 'add', offer_id, quantity: 1 }),
    picture: (image) => view.sizesOf(image).split(' ')[0] || view.picture(image),
    view: (product_id) => view.wish({ type: 'view-product', product_id }),
    // A page that is about one product has its name, address and description: another one has its own.
    ...(page === location.origin + location.pathname
      ? { link: (product_id) => productLink(manifest!, product_id) }
      : {}),
  });
}

/** Who gives a service, and where, if that is the same for all that they give. */
function giver(view: View, { seller_ids: [id = ''] }: ProductCard): string {
  const { words } = view;
  const profiles = view.state.sellers
    .find((seller) => seller.id === id)
    ?.shipping_profiles?.filter(({ methods }) => methods.some(({ kind }) => isForServices(kind)));
  const area = profiles?.length === 1 ? areaOf(profiles[0]!, words.language) : '';
  const by = words.offeredBy(view.sellerName(id));
  return area ? `${by} · ${words.offeredIn(area)}` : by;
}
