/** A product as search engines read it: schema.org's vocabulary in JSON-LD. */
import type {
  MeasureUnit,
  Offer,
  Product,
  ReturnPolicy,
  ShippingProfile,
  SiteManifest,
  StarRating,
  UnitMeasure,
  Variant,
} from './contract.ts';
import { typed } from './format.ts';
import { permalink } from './permalink.ts';
import { countriesOf } from './services.ts';

/** The shop that sells it; `sellers` where more than the manifest's are known. */
export interface DescribingShop {
  manifest: Pick<SiteManifest, 'catalog_url' | 'checkout_url' | 'currency' | 'site_id' | 'sellers'>;
  sellers?: readonly {
    id?: string;
    name: string;
    shipping_profiles?: readonly ShippingProfile[];
    return_policy?: ReturnPolicy;
  }[];
}

export type JsonLd = Readonly<Record<string, unknown>>;

/** https://unece.org/trade/uncefact/cl-recommendations, recommendation 20. */
const unitCodes: Readonly<Record<MeasureUnit, string>> = {
  ...{ mg: 'MGM', g: 'GRM', kg: 'KGM', oz: 'ONZ', lb: 'LBR', ml: 'MLT', cl: 'CLT', l: 'LTR' },
  ...{ cbm: 'MTQ', floz: 'OZA', pt: 'PTL', qt: 'QTL', gal: 'GLL', cm: 'CMT', m: 'MTR' },
  ...{ in: 'INH', ft: 'FOT', yd: 'YRD', sqm: 'MTK', sqft: 'FTK', ct: 'C62', sheet: 'ST' },
  ...{ item: 'C62', h: 'HUR' },
};

/**
 * A `Product` with an `Offer` of each seller, or a `ProductGroup` of several variants; a `Service` with its giver.
 *
 * Prices are decimals of the site's currency. What nobody has said is left out; so are return terms that a seller has
 * only in words of its own, where a `MerchantReturnPolicy` asks for one of a few categories.
 */
export function structuredData(product: Product, shop: DescribingShop): JsonLd {
  const { id, title, description, brand, category, images, variants, rating } = product;
  const several = variants.length > 1;
  const [only] = variants;
  if (only?.offers.some(({ kind }) => kind === 'service')) return service(product, shop);
  return {
    '@context': 'https://schema.org',
    '@type': several ? 'ProductGroup' : 'Product',
    [several ? 'productGroupID' : 'productID']: id,
    name: title,
    ...said({ description, category }),
    ...(brand ? { brand: { '@type': 'Brand', name: brand } } : {}),
    ...listed('image', pictures(images, shop)),
    ...(rating ? { aggregateRating: rated(rating) } : {}),
    ...(several
      ? {
          variesBy: [
            ...new Set(variants.flatMap(({ options }) => options.map(({ name }) => name))),
          ],
          hasVariant: variants.map((variant) => ofVariant(variant, title, shop)),
        }
      : only
        ? sold(only, shop)
        : {}),
  };
}

function service(product: Product, shop: DescribingShop): JsonLd {
  const { id, title, description, category, images, variants, rating } = product;
  const offers = variants.flatMap(({ offers }) => offers);
  const { sellers = shop.manifest.sellers } = shop;
  const giver = sellers.find((seller) => offers.some(({ seller_id }) => seller_id === seller.id));
  const profiles = giver && 'shipping_profiles' in giver ? giver.shipping_profiles : [];
  const areas = (profiles ?? [])
    .filter((profile) => offers.some((offer) => offer.shipping_profile_id === profile.id))
    .flatMap(countriesOf);
  return {
    '@context': 'https://schema.org',
    '@type': 'Service',
    identifier: id,
    name: title,
    ...said({ description, category }),
    ...listed('image', pictures(images, shop)),
    ...(rating ? { aggregateRating: rated(rating) } : {}),
    ...(giver ? { provider: { '@type': 'Organization', name: giver.name } } : {}),
    ...listed('areaServed', [...new Set(areas)]),
    ...listed(
      'offers',
      offers.map((offer) => ofOffer(offer, shop)),
    ),
  };
}

/** As the text of a `<script type="application/ld+json">`, also where a page is kept as HTML. */
export const jsonLd = (data: JsonLd): string => JSON.stringify(data).replace(/</g, '\\u003c');

function ofVariant(variant: Variant, title: string, shop: DescribingShop): JsonLd {
  const { id, image, options } = variant;
  return {
    '@type': 'Product',
    productID: id,
    name: [title, ...options.map(({ value }) => value)].join(', '),
    additionalProperty: options.map(({ name, value }) => ({
      '@type': 'PropertyValue',
      name,
      value,
    })),
    ...listed('image', pictures(image ? [image] : [], shop)),
    ...sold(variant, shop),
  };
}

const sold = ({ gtin, offers }: Variant, shop: DescribingShop): JsonLd => ({
  ...said({ gtin }),
  ...listed(
    'offers',
    offers.map((offer) => ofOffer(offer, shop)),
  ),
});

function ofOffer(offer: Offer, { manifest, sellers = manifest.sellers }: DescribingShop): JsonLd {
  const { id, seller_id, sku, price, stock, unit_measure } = offer;
  const { currency } = manifest;
  const amount = { price: typed(price, currency), priceCurrency: currency };
  const seller = sellers.find((each) => each.id === seller_id);
  const policy = seller && 'return_policy' in seller ? seller.return_policy : undefined;
  return {
    '@type': 'Offer',
    ...said({ sku, url: permalink(manifest, [{ offer_id: id, quantity: 1 }]) ?? '' }),
    ...amount,
    availability: `https://schema.org/${stock === 0 ? 'OutOfStock' : 'InStock'}`,
    ...(seller ? { seller: { '@type': 'Organization', name: seller.name } } : {}),
    ...(unit_measure ? { priceSpecification: perUnit(amount, unit_measure) } : {}),
    ...(policy ? { hasMerchantReturnPolicy: ofReturns(policy) } : {}),
  };
}

const ofReturns = ({ countries, days, paid_by, url }: ReturnPolicy): JsonLd => ({
  '@type': 'MerchantReturnPolicy',
  applicableCountry: countries,
  returnPolicyCategory: `https://schema.org/${days > 0 ? 'MerchantReturnFiniteReturnWindow' : 'MerchantReturnNotPermitted'}`,
  ...(days > 0
    ? {
        merchantReturnDays: days,
        returnFees: `https://schema.org/${paid_by === 'seller' ? 'FreeReturn' : 'ReturnFeesCustomerResponsibility'}`,
      }
    : {}),
  ...said({ merchantReturnLink: url ?? '' }),
});

/** So much of it has the offer's price; `valueReference` is what prices are compared by. */
const perUnit = (amount: JsonLd, { measure, unit, base, base_unit }: UnitMeasure): JsonLd => ({
  '@type': 'UnitPriceSpecification',
  ...amount,
  referenceQuantity: {
    '@type': 'QuantitativeValue',
    value: measure / 1000,
    unitCode: unitCodes[unit],
    valueReference: { '@type': 'QuantitativeValue', value: base, unitCode: unitCodes[base_unit] },
  },
});

const rated = ({ mean, count }: StarRating): JsonLd => ({
  '@type': 'AggregateRating',
  ratingValue: mean / 100,
  ratingCount: count,
  bestRating: 5,
  worstRating: 1,
});

function pictures(images: readonly string[], { manifest }: DescribingShop): string[] {
  const base = manifest.catalog_url;
  const links = images.map((image) =>
    URL.canParse?.(image, base) === false ? '' : new URL(image, base).href,
  );
  return links.filter((link) => /^https?:/.test(link));
}

/** What is not empty. */
const said = (texts: Readonly<Record<string, string>>): JsonLd =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

const listed = (name: string, list: readonly unknown[]): JsonLd =>
  list.length > 0 ? { [name]: list } : {};
