// What search engines are told of a product.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { structuredData, jsonLd } = await bundled('structured-data.ts');

const manifest = {
  site_id: 'site_1',
  currency: 'EUR',
  catalog_url: 'https://shop.example/v1/catalogs/abc',
  checkout_url: 'https://shop.example/checkout/site_1',
  sellers: [
    { id: 'sel_1', name: 'Krume & Keim', prices_include_tax: true },
    { id: 'sel_2', name: 'Eisenkontor', prices_include_tax: true },
  ],
};
const offer = (id, seller_id, price, more = {}) => ({ id, seller_id, price, sku: id, ...more });
const product = {
  id: 'pro_1',
  title: 'Horn meal',
  description: '',
  brand: 'Krume',
  category: 'Soil',
  images: ['/v1/media/a.1280.webp', 'javascript:alert(1)'],
  variants: [
    {
      id: 'var_1',
      options: [],
      image: '',
      gtin: '4006381333931',
      offers: [
        offer('off_1', 'sel_1', 990, {
          stock: 4,
          unit_measure: { measure: 2500, unit: 'kg', base: 1, base_unit: 'kg' },
        }),
        offer('off_2', 'sel_2', 1050, { stock: 0 }),
      ],
    },
  ],
  rating: { mean: 437, count: 12 },
};

test('a product has an offer of each seller', () => {
  assert.deepEqual(structuredData(product, { manifest }), {
    '@context': 'https://schema.org',
    '@type': 'Product',
    productID: 'pro_1',
    name: 'Horn meal',
    category: 'Soil',
    brand: { '@type': 'Brand', name: 'Krume' },
    image: ['https://shop.example/v1/media/a.1280.webp'],
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: 4.37,
      ratingCount: 12,
      bestRating: 5,
      worstRating: 1,
    },
    gtin: '4006381333931',
    offers: [
      {
        '@type': 'Offer',
        sku: 'off_1',
        url: 'https://shop.example/sites/site_1/buy/off_1:1',
        price: '9.90',
        priceCurrency: 'EUR',
        availability: 'https://schema.org/InStock',
        seller: { '@type': 'Organization', name: 'Krume & Keim' },
        priceSpecification: {
          '@type': 'UnitPriceSpecification',
          price: '9.90',
          priceCurrency: 'EUR',
          referenceQuantity: {
            '@type': 'QuantitativeValue',
            value: 2.5,
            unitCode: 'KGM',
            valueReference: { '@type': 'QuantitativeValue', value: 1, unitCode: 'KGM' },
          },
        },
      },
      {
        '@type': 'Offer',
        sku: 'off_2',
        url: 'https://shop.example/sites/site_1/buy/off_2:1',
        price: '10.50',
        priceCurrency: 'EUR',
        availability: 'https://schema.org/OutOfStock',
        seller: { '@type': 'Organization', name: 'Eisenkontor' },
      },
    ],
  });
});

test('several variants are a group of products', () => {
  const sized = (value, price) => ({
    id: `var_${value}`,
    options: [{ name: 'Size', value }],
    image: '',
    gtin: '',
    offers: [offer(`off_${value}`, 'sel_1', price)],
  });
  const variants = [sized('20l', 590), sized('40l', 990)];
  const group = structuredData({ ...product, rating: undefined, variants }, { manifest });
  assert.equal(group['@type'], 'ProductGroup');
  assert.equal(group.productGroupID, 'pro_1');
  assert.deepEqual(group.variesBy, ['Size']);
  assert.equal('offers' in group || 'aggregateRating' in group, false);
  assert.deepEqual(
    group.hasVariant.map(({ name, offers }) => [name, offers[0].price]),
    [
      ['Horn meal, 20l', '5.90'],
      ['Horn meal, 40l', '9.90'],
    ],
  );
});

test('prices have the decimals of their currency', () => {
  const price = (currency) =>
    structuredData(product, { manifest: { ...manifest, currency } }).offers[0].price;
  assert.equal(price('JPY'), '990');
  assert.equal(price('KWD'), '0.990');
});

test('no text of a seller ends the script around it', () => {
  const title = '</script><script>alert(1)</script><!--';
  const text = jsonLd(structuredData({ ...product, title }, { manifest }));
  assert.doesNotMatch(text, /</);
  assert.equal(JSON.parse(text).name, title);
});

test('a service has its giver, its area and the price of an hour', () => {
  const zones = [{ countries: ['DE'], rate: {} }, { countries: ['FR'] }];
  const profile = { id: 'help', methods: [{ kind: 'visit', zones }] };
  const sellers = [{ id: 'sel_1', name: 'Mira', shipping_profiles: [profile] }];
  const unit_measure = { measure: 1000, unit: 'h', base: 1, base_unit: 'h' };
  const help = offer('off_3', 'sel_1', 3900, {
    kind: 'service',
    shipping_profile_id: 'help',
    unit_measure,
  });
  const variants = [{ id: 'var_3', options: [], image: '', gtin: '', offers: [help] }];
  const data = structuredData(
    { ...product, id: 'pro_3', title: 'Help', brand: '', rating: undefined, variants },
    { manifest, sellers },
  );
  assert.equal(data['@type'], 'Service');
  assert.equal(data.identifier, 'pro_3');
  assert.deepEqual(data.provider, { '@type': 'Organization', name: 'Mira' });
  assert.deepEqual(data.areaServed, ['DE']);
  assert.equal(data.offers[0].price, '39.00');
  assert.equal(data.offers[0].priceSpecification.referenceQuantity.unitCode, 'HUR');
});

test('how a seller takes goods back is told where it says so in figures', () => {
  const policyOf = (return_policy) => {
    const sellers = [{ ...manifest.sellers[0], return_policy }, manifest.sellers[1]];
    const [one, other] = structuredData(product, { manifest, sellers }).offers;
    assert.equal(other.hasMerchantReturnPolicy, undefined);
    return one.hasMerchantReturnPolicy;
  };
  assert.equal(policyOf(undefined), undefined);
  const policy = {
    countries: ['DE', 'AT'],
    days: 30,
    paid_by: 'seller',
    url: 'https://a.example/r',
  };
  assert.deepEqual(policyOf(policy), {
    '@type': 'MerchantReturnPolicy',
    applicableCountry: ['DE', 'AT'],
    returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
    merchantReturnDays: 30,
    returnFees: 'https://schema.org/FreeReturn',
    merchantReturnLink: 'https://a.example/r',
  });
  assert.equal(
    policyOf({ countries: ['DE'], days: 14 }).returnFees,
    'https://schema.org/ReturnFeesCustomerResponsibility',
  );
  assert.deepEqual(policyOf({ countries: ['DE'], days: 0, paid_by: 'seller', url: '' }), {
    '@type': 'MerchantReturnPolicy',
    applicableCountry: ['DE'],
    returnPolicyCategory: 'https://schema.org/MerchantReturnNotPermitted',
  });
});
