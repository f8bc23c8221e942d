/**
 * The elements as a page's scripts see them. The classes implement these, so that nobody needs Lit for the types;
 * `docs/elements.md` and the manifest `custom-elements.json` are made of them (`scripts/elements.mjs`).
 */
export type Theme = 'light' | 'dark' | 'auto';
export type Load = 'eager' | 'visible' | 'interaction';

/** What every element can be told. */
export interface VitrineElement extends HTMLElement {
  /** The site whose goods these are. Without it the element's `data-vitrine-site` ancestor or the page's only site. */
  site: string | null;
  /** Origin of the Vitrine server, where it is not the one that the tag came from. */
  server: string | null;
  /** Where to deliver (ISO 3166-1 alpha-2) at first; by default the country of `language` (`de-AT`), else the site's. */
  country: string | null;
  /**
   * The currency that the page expects (ISO 4217). A site has one, and nothing converts: one that sells in another is not
   * shown, and told as `currency_mismatch`.
   */
  currency: string | null;
  /** Of words, prices and dates (BCP 47); the site's language by default. */
  language: string | null;
  /** `auto`, the default, follows the page around. */
  theme: Theme | null;
  /** Texts that the page says in its own words, by name; as an attribute, JSON. */
  texts: Readonly<Record<string, string | Readonly<Record<string, string>>>> | null | undefined;
}

/**
 * The whole shop: search, shelf, product view, cart and checkout.
 *
 * @slot - What stands here until the shop does, and where it cannot be loaded; a `<template>` of the page's own cards
 * @csspart root - All of it
 * @csspart header - Name of the shop and cart button
 * @csspart heading - The shop's name; the title of what opens over the page
 * @csspart cart-button - Opens the cart
 * @csspart badge - The count of what is in the cart
 * @csspart error - What says that something could not be loaded
 */
export interface VitrineStore extends VitrineElement {
  /** When the shop is fetched: at once, when it comes into view, or when somebody comes near it. */
  load: Load | null;
  /** The cart opens with everything that is added. */
  openOnAdd: boolean;
}

/**
 * A shelf: a card for each product. Without attributes of its own it shows the site's shelf and what is searched there.
 *
 * @slot - What stands here until the goods do; a `<template>` of the page's own cards
 * @csspart section-title - The title of a section, where the presenter made some
 * @csspart grid - The list of cards
 * @csspart card - One product
 * @csspart card-featured - The same, where the presenter has it stand out
 * @csspart card-image - Its picture
 * @csspart card-title - Its title
 * @csspart card-seller - Who sells it
 * @csspart card-price - What it costs
 * @csspart unit-price - What a kilogram, a litre or the like of it costs
 * @csspart card-rating - What buyers and the site's owner say of it
 * @csspart card-delivery - What it adds to the cart's delivery
 * @csspart button - Its buttons
 */
export interface VitrineGrid extends VitrineElement {
  /** Shows what a search for this finds. */
  query: string | null;
  /** Like `categories=Beds|Soil; price_max=5000; available`; also `brands`, `seller_ids`, `price_min`, `pickup`. */
  filters: string | null;
  /** The most to be shown. */
  limit: number | null;
}

/**
 * The search field. What it finds stands in the page's `<vitrine-grid>`, or in a `<vitrine-results>` around that.
 *
 * @csspart search-input - The field
 * @csspart button - Opens the filters
 */
export interface VitrineSearch extends VitrineElement {}

/**
 * What was found, how it is sorted and filtered; holds the shelf.
 *
 * @slot - The shelf, a `<vitrine-grid>`
 */
export interface VitrineResults extends VitrineElement {}

/**
 * One product, with its variants, sellers and delivery.
 *
 * @slot - What stands here until the product does; a `<template>` for it in the page's own markup
 * @csspart section - The product
 * @csspart title - Its name
 * @csspart unit-price - What a kilogram, a litre or the like of it costs
 * @csspart primary-button - Adds to the cart
 * @csspart endorsement - Why the site's owner recommends it
 * @csspart reviews - What buyers say of it
 */
export interface VitrineProduct extends VitrineElement {
  /** The product's id, `pro_…`. */
  product: string | null;
  /** The level of its name among the page's headings, 1 to 5, where it stands in the page: 3 by default. */
  headingLevel: number | null;
}

/**
 * The cart, sellers' parcels and all. It opens at the page's side, or stands in the page.
 *
 * @slot - What stands here until an inline cart does
 * @csspart dialog - The cart at the side
 * @csspart section - The inline cart
 * @csspart line - One thing in it
 * @csspart unit-price - What a kilogram, a litre or the like of it costs
 * @csspart totals - What it all costs
 * @csspart primary-button - Goes to the checkout
 */
export interface VitrineCart extends VitrineElement {
  /** Stands in the page instead of opening at its side. */
  inline: boolean;
}

/**
 * Opens the cart and counts what is in it.
 *
 * @slot - What stands here until the button does
 * @csspart cart-button - The button
 * @csspart badge - The count
 */
export interface VitrineCartButton extends VitrineElement {}

/**
 * What an offer costs, or a product by its cheapest one.
 *
 * @slot - What stands here until the price does
 * @csspart price - The price
 * @csspart unit-price - What a kilogram, a litre or the like of it costs
 */
export interface VitrinePrice extends VitrineElement {
  /** The offer's id, `off_…`. */
  offer: string | null;
  /** A product's id instead: its cheapest offer that can be had. */
  product: string | null;
}

/**
 * A guide: an article with what it takes, and a kit of it that goes into the cart with one press.
 *
 * @slot - What stands here until the guide does, like a link to the article elsewhere
 * @csspart guide - All of it
 * @csspart kit - What it takes, with the sum
 * @csspart primary-button - Puts the kit into the cart
 */
export interface VitrineGuide extends VitrineElement {
  /** The guide's name at the site, like `terrace`. */
  guide: string | null;
}

/**
 * Puts an offer into the cart.
 *
 * @slot - What stands here until the button does, like a link `…/buy/off_…:1`
 * @csspart button - The button
 */
export interface VitrineBuyButton extends VitrinePrice {
  /** How many with one press; 1 by default. */
  quantity: number;
  /** Instead of "Add to cart". */
  label: string | null;
  /** The cart opens with what this button adds. */
  openOnAdd: boolean;
}

/**
 * A link that opens the page's cart, or one offer, at the checkout wherever it is followed, or a product's page: to copy,
 * to hand on, and as a QR code.
 *
 * @slot - What stands here until it does
 * @csspart share-button - Shows the link
 * @csspart share - The link, what can be done with it, and its code
 * @csspart qr-code - The QR code
 * @csspart button - Its buttons
 */
export interface VitrineShare extends VitrineElement {
  /** Instead of the cart: the id of the product whose page is shared. */
  product: string | null;
  /** Instead of the cart: the offer's id. */
  offer: string | null;
  /** Of that offer; 1 by default. */
  quantity: number;
}

/**
 * How an order stands: what each seller does with its part, what is in it and what it costs. Nothing of the customer: that
 * is on the order page alone. It keeps itself up to date.
 *
 * @slot - What stands here until the order is known, and while there is none
 * @csspart order - All of it
 * @csspart seller - One seller's part
 * @csspart status - What the seller does with it
 * @csspart totals - What it all costs
 * @csspart link - Opens the order page
 */
export interface VitrineOrder extends VitrineElement {
  /** An order page's link, or the order's state key; without it the order placed last on this page. */
  order: string | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-store': VitrineStore;
    'vitrine-grid': VitrineGrid;
    'vitrine-search': VitrineSearch;
    'vitrine-results': VitrineResults;
    'vitrine-product': VitrineProduct;
    'vitrine-cart': VitrineCart;
    'vitrine-cart-button': VitrineCartButton;
    'vitrine-buy-button': VitrineBuyButton;
    'vitrine-price': VitrinePrice;
    'vitrine-share': VitrineShare;
    'vitrine-guide': VitrineGuide;
    'vitrine-order': VitrineOrder;
  }
}
