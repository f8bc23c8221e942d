/** What the page's own markup can name: the fields of a product, its variants, offers and pictures. */
import type { Offer, Product, ProductCard, StarRating, Variant } from '../contract.ts';
import { stars } from '../format.ts';
import { permalink } from '../permalink.ts';
import {
  chosenVariant,
  isAvailable,
  leads,
  optionGroups,
  rankedOffers,
  soldOut,
} from '../variants.ts';
import type { Context, Link, Value } from './cloning.ts';
import type { Choosing } from './own-markup.ts';
import { quantity, quantityOf, unitPrice, type View } from './kit.ts';

type Values = Record<string, Value>;

/** A card of the shelf, or a product with all of its variants. */
export const contextOf = (
  goods: ProductCard | Product,
  part: View,
  choosing?: Choosing,
): Context => ('variants' in goods ? ofProduct(goods, part, choosing) : ofCard(goods, part));

function ofCard(card: ProductCard, part: View): Context {
  const { words, state } = part;
  const { offer_id, seller_ids } = card;
  const [first = ''] = seller_ids;
  const note = state.notes?.get(offer_id);
  const values: Values = {
    ...named(card, part),
    image: picture(card.image, part),
    price: priced(card.price, card.price_varies, part),
    unit_price: perUnit(card, part),
    seller: seller_ids.length > 1 ? words.moreSellers(seller_ids.length) : part.sellerName(first),
    available: card.available,
    choices: card.variant_count > 1,
    delivery: note ? words[note.says](part.money(note.amount), note.seller) : '',
    ...held(offer_id, part),
  };
  return { values, lists: {}, product_id: card.id, offer_id, whole: true };
}

function ofProduct(product: Product, part: View, choosing?: Choosing): Context {
  const { id: product_id, variants, images } = product;
  const offers = variants.flatMap((variant) => variant.offers);
  const values = {
    ...named(product, part),
    description: product.description,
    choices: variants.length > 1,
  };
  const lists = {
    images: images.map((image) =>
      context({ ...values, image: picture(image, part) }, product_id, ''),
    ),
    variants: variants.map((variant) => ofVariant(variant, values, product, part)),
    ...(choosing ? ofChoice(product, values, choosing, part) : {}),
  };
  const best = rankedOffers({ ...variants[0]!, offers });
  const whole = ofOffers(
    best,
    { ...values, image: picture(images[0] ?? '', part) },
    product_id,
    part,
  );
  return { ...whole, lists: { ...lists, ...whole.lists }, whole: true };
}

/** What can be chosen, where there is a choice, and the variant that is. */
function ofChoice(
  product: Product,
  outer: Values,
  { choice, choose }: Choosing,
  part: View,
): Context['lists'] {
  const groups = optionGroups(product, choice).filter(({ values }) => values.length > 1);
  const chosen = chosenVariant(product, choice);
  return {
    options: groups.map(({ name, values }) => {
      const option = { ...outer, name, value: choice[name] ?? '' };
      const each = values.map(({ value, available }) => {
        const chosen = choice[name] === value;
        return {
          ...context({ ...option, value, available, chosen }, product.id, ''),
          choosing: {
            choose: () => choose(name, value),
            group: `${product.id} ${name}`,
            open: chosen || available || leads(product, choice, name, value),
          },
        };
      });
      return {
        ...context(option, product.id, ''),
        choosing: { choose: (value: string) => choose(name, value), group: '', open: true },
        lists: { values: each },
      };
    }),
    chosen: chosen ? [ofVariant(chosen, outer, product, part)] : [],
  };
}

function ofVariant(variant: Variant, outer: Values, product: Product, part: View): Context {
  const options = variant.options.map(({ value }) => value).join(', ');
  const image = picture(variant.image || (product.images[0] ?? ''), part);
  const values = { ...outer, options, image, available: isAvailable(variant) };
  return ofOffers(rankedOffers(variant), values, product.id, part);
}

/** Something that several sellers may sell, by the best of their offers. */
function ofOffers(offers: Offer[], outer: Values, product_id: string, part: View): Context {
  const [best] = offers;
  const sellers = new Set(offers.map(({ seller_id }) => seller_id)).size;
  const varies = offers.some(({ price }) => price !== best?.price);
  const values = {
    ...outer,
    ...ofOffer(best, part),
    ...(best ? { price: priced(best.price, varies, part) } : {}),
    ...(sellers > 1 ? { seller: part.words.moreSellers(sellers) } : {}),
  };
  const each = offers.map((offer) =>
    context({ ...outer, ...ofOffer(offer, part) }, product_id, offer.id),
  );
  return { ...context(values, product_id, best?.id ?? ''), lists: { offers: each } };
}

const context = (values: Values, product_id: string, offer_id: string): Context => ({
  values,
  lists: {},
  product_id,
  offer_id,
  whole: false,
});

function ofOffer(offer: Offer | undefined, part: View): Values {
  const { words } = part;
  const stock = offer?.stock;
  const few = stock !== undefined && stock > 0 && stock <= 5;
  return {
    price: offer ? part.money(offer.price) : '',
    unit_price: offer ? perUnit(offer, part) : '',
    seller: offer ? part.sellerName(offer.seller_id) : '',
    available: offer !== undefined && !soldOut(offer),
    stock: !offer || stock === 0 ? words.soldOut : few ? words.left(stock) : words.inStock,
    ...held(offer?.id ?? '', part),
  };
}

const named = (
  { id, title, brand, category, rating }: ProductCard | Product,
  { words: { language } }: View,
): Values => ({ id, title, brand, category, ...rated(rating, language) });

const rated = (rating: StarRating | undefined, language: string): Values => ({
  rating: rating ? stars(rating.mean, language) : '',
  rating_count: rating ? quantity(rating.count, language) : '',
});

/** What the customer has of it, and the address that sells it where no script runs. */
function held(offer_id: string, { state, words }: View): Values {
  const count = quantityOf(state, offer_id);
  const { manifest } = state;
  const href = manifest && offer_id ? permalink(manifest, [{ offer_id, quantity: 1 }]) : '';
  return { in_cart: count ? words.inCart(count) : '', link: { href: href ?? '' } };
}

const priced = (amount: number, varies: boolean, part: View): string =>
  `${varies ? `${part.words.from} ` : ''}${part.money(amount)}`;

const perUnit = ({ unit_pricing }: ProductCard | Offer, part: View): string =>
  unit_pricing ? unitPrice(unit_pricing, part.words, (amount) => part.money(amount)) : '';

/** Sellers name pictures: only what a browser would fetch as one is handed on. */
function picture(path: string, part: View): Link {
  const href = path && part.picture(path);
  return /^https?:/.test(href) ? { href, sizes: part.sizesOf(path) } : { href: '' };
}
