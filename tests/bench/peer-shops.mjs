// What the servers of the other shops answer in `peers.mjs`: 12 products, a token, a cart that takes one thing.
export const count = 12;
export const codes = Array.from({ length: count }, (_, place) => `CODE${place}`);
export const title = (place) => `Thing ${place % 4} of seller ${Math.floor(place / 4)}`;
const price = (place) => 5.9 + (place % 4);
export const picture = (place) => `https://shop.example/v1/media/${place}.1280.webp`;

const money = (amount) => ({ amount: String(amount), currencyCode: 'EUR' });
const connection = (nodes) => ({
  pageInfo: { hasNextPage: false, hasPreviousPage: false },
  edges: nodes.map((node, place) => ({ cursor: String(place), node })),
});
const image = (place) => {
  const url = picture(place);
  return { id: `i${place}`, url, src: url, altText: null, width: 480, height: 480 };
};

/** A Storefront API that knows one collection and one cart. */
export function shopify({ query, variables }) {
  const variant = (place) => ({
    __typename: 'ProductVariant',
    id: `gid://shopify/ProductVariant/${place}`,
    title: 'Default Title',
    ...{ price: money(price(place)), priceV2: money(price(place)) },
    ...{ weight: 1, available: true, availableForSale: true, sku: codes[place] },
    ...{ compareAtPrice: null, compareAtPriceV2: null, image: image(place) },
    selectedOptions: [{ name: 'Title', value: 'Default Title' }],
    ...{ unitPrice: null, unitPriceMeasurement: null },
  });
  const product = (place) => ({
    __typename: 'Product',
    id: `gid://shopify/Product/${place}`,
    ...{ availableForSale: true, createdAt: '2026-01-01', updatedAt: '2026-01-01' },
    ...{ descriptionHtml: '', description: '', handle: codes[place], productType: '' },
    ...{ title: title(place), vendor: `Brand ${place}`, publishedAt: '2026-01-01' },
    ...{ onlineStoreUrl: null, options: [{ id: 'o', name: 'Title', values: ['Default Title'] }] },
    images: connection([image(place)]),
    variants: connection([variant(place)]),
  });
  const all = connection(query.includes(' after:') ? [] : codes.map((_, place) => product(place)));
  if (query.includes('cartCreate') || query.includes('cartLinesAdd') || query.includes('cart(')) {
    const id = 'gid://shopify/Cart/1';
    const wished = variables?.lines ?? variables?.input?.lines ?? [];
    const place = Number(/\d+$/.exec(wished[0]?.merchandiseId ?? '0')[0]);
    const line = {
      __typename: 'CartLine',
      id: 'gid://shopify/CartLine/1',
      ...{ quantity: 1, attributes: [], discountAllocations: [], sellingPlanAllocation: null },
      merchandise: { ...variant(place), product: product(place) },
      cost: Object.fromEntries(
        ['totalAmount', 'subtotalAmount', 'amountPerQuantity'].map((name) => [
          name,
          money(price(place)),
        ]),
      ),
    };
    line.cost.compareAtAmountPerQuantity = null;
    const cart = {
      __typename: 'Cart',
      id,
      ...{ createdAt: '2026-01-01', updatedAt: '2026-01-01', note: null, attributes: [] },
      ...{ checkoutUrl: 'https://goods.myshopify.com/cart', totalQuantity: wished.length },
      ...{
        discountCodes: [],
        discountAllocations: [],
        deliveryGroups: connection([]),
        appliedGiftCards: [],
      },
      lines: connection(wished.length ? [line] : []),
      buyerIdentity: {
        countryCode: 'DE',
        preferences: null,
        email: null,
        phone: null,
        customer: null,
        deliveryAddressPreferences: [],
      },
      cost: {
        ...{
          totalAmountEstimated: false,
          subtotalAmountEstimated: false,
          checkoutChargeAmount: money(0),
        },
        ...{ totalAmount: money(price(place)), subtotalAmount: money(price(place)) },
        ...{
          totalTaxAmount: null,
          totalDutyAmount: null,
          totalTaxAmountEstimated: false,
          totalDutyAmountEstimated: false,
        },
      },
    };
    if (query.includes('cartCreate')) return { cartCreate: { cart, userErrors: [], warnings: [] } };
    if (query.includes('cartLinesAdd'))
      return { cartLinesAdd: { cart, userErrors: [], warnings: [] } };
    return { cart };
  }
  if (query.includes('paymentSettings') || query.includes('shop'))
    if (!query.includes('node'))
      return {
        shop: {
          name: 'Goods',
          paymentSettings: {},
          description: '',
          moneyFormat: '€{{amount}}',
          primaryDomain: {
            host: 'goods.myshopify.com',
            sslEnabled: true,
            url: 'https://goods.myshopify.com',
          },
        },
      };
  const node = {
    __typename: 'Collection',
    id: 'gid://shopify/Collection/1',
    ...{ handle: 'goods', description: '', descriptionHtml: '', updatedAt: '2026-01-01' },
    ...{ title: 'Goods', image: null, products: all },
  };
  return { node };
}

/** What a GraphQL query selects of an answer: its client refuses what it did not ask for. */
export function selected(query, answer) {
  const words = query.replace(/\([^)]*\)/g, '').match(/\.\.\.|[\w$]+|[{}:]/g);
  const fragments = {};
  let at = 0;
  const set = () => {
    const fields = [];
    ++at; // {
    while (words[at] !== '}') {
      if (words[at] === '...' && words[at + 1] === 'on') {
        at += 3;
        fields.push({ within: set() });
      } else if (words[at] === '...') {
        fields.push({ fragment: words[at + 1] });
        at += 2;
      } else {
        const alias = words[at++];
        const name = words[at] === ':' ? words[(at += 2) - 1] : alias;
        fields.push({ alias, name, inner: words[at] === '{' ? set() : undefined });
      }
    }
    ++at;
    return fields;
  };
  let asked;
  while (at < words.length) {
    const name = words[at] === 'fragment' ? words[at + 1] : undefined;
    while (words[at] !== '{') ++at;
    if (name) fragments[name] = set();
    else asked = set();
  }
  const pick = (value, fields) => {
    if (Array.isArray(value)) return value.map((each) => pick(each, fields));
    if (value === null || value === undefined || !fields) return value ?? null;
    return Object.assign(
      {},
      ...fields.map(({ alias, name, inner, fragment, within }) =>
        alias ? { [alias]: pick(value[name], inner) } : pick(value, within ?? fragments[fragment]),
      ),
    );
  };
  return pick(answer, asked);
}

export const json = (value) => ({ type: 'application/json', body: JSON.stringify(value) });

/** What the hosts of Commerce Layer answer: a token, prices, things, and an order with what was put into it. */
export function commerceLayer(host, { pathname, searchParams }, method) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  if (host.startsWith('auth.')) {
    const claims = {
      organization: { id: 'org', slug: 'goods', enterprise: false, region: 'eu-west-1' },
      application: { id: 'app', kind: 'sales_channel', public: true, client_id: 'client' },
      ...{ scope: 'market:id:bench', market: { id: ['bench'] }, test: true, rand: 0.5 },
      ...{ exp: 4e9, iss: 'https://auth.commercelayer.io' },
    };
    const access_token = `${part({ alg: 'RS512', typ: 'JWT' })}.${part(claims)}.${part('signed')}`;
    return json({
      access_token,
      token_type: 'Bearer',
      expires_in: 14400,
      scope: claims.scope,
      created_at: 1.7e9,
    });
  }
  const thing = (type, id, attributes, relationships = {}) => ({
    id,
    type,
    attributes,
    relationships,
  });
  const page = { meta: { record_count: count, page_count: 1 } };
  const sku = (place) =>
    thing('skus', `sku${place}`, {
      ...{ code: codes[place], name: title(place), image_url: picture(place) },
      inventory: { available: true, quantity: 9, levels: [] },
    });
  const asked = (name) =>
    codes.filter((code) => (searchParams.get(`filter[q][${name}]`) ?? code).includes(code));
  const [, , kind, id] = pathname.split('/');
  if (kind === 'prices')
    return json({
      ...page,
      data: asked('sku_code_in').map((code) => {
        const place = codes.indexOf(code);
        const cents = Math.round(price(place) * 100);
        const text = `€${price(place).toFixed(2)}`;
        return thing('prices', `price${place}`, {
          ...{ sku_code: code, currency_code: 'EUR', amount_cents: cents, formatted_amount: text },
          ...{ compare_at_amount_cents: cents, formatted_compare_at_amount: text },
        });
      }),
    });
  if (kind === 'skus' && id) return json({ data: sku(Number(/\d+/.exec(id)[0])) });
  if (kind === 'skus')
    return json({ ...page, data: asked('code_in').map((code) => sku(codes.indexOf(code))) });
  if (kind === 'organization') return json({ data: thing('organizations', 'org', { config: {} }) });
  const line = thing('line_items', 'line1', { sku_code: codes[0], item_type: 'skus', quantity: 1 });
  if (kind === 'line_items') return json({ data: line });
  const order = thing(
    'orders',
    'order1',
    { status: 'draft', editable: true, language_code: 'en', skus_count: 1 },
    { line_items: { data: [{ type: 'line_items', id: 'line1' }] } },
  );
  return json(method === 'POST' ? { data: order } : { data: order, included: [line] });
}
