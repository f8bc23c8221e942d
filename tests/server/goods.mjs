// Three sellers with unlike rules. Every title, SKU and price is distinctive, so that one found where it does not
// belong is seen.

const zone = (countries, rate) => ({ countries, rate });
const shipping = (id, zones, more = {}) => ({ id, title: id, kind: 'shipping', zones, ...more });
const pickup = (id, pickup_address) => ({
  id,
  title: id,
  kind: 'pickup',
  pickup_address,
  zones: [zone(['DE', 'AT'], { base: 0 })],
});

/** Prices include 19 %; boards go by freight to DE and AT only, or are picked up there. */
const alder = {
  name: 'Alder Timber',
  country: 'DE',
  currency: 'EUR',
  email: 'yard@alder.example',
  address: 'Sägeweg 1, 35576 Wetzlar',
  tax_rates: [
    { country: 'DE', category: 'standard', rate_ppm: 190_000 },
    { country: 'AT', category: 'standard', rate_ppm: 200_000 },
  ],
  shipping_profiles: [
    {
      id: 'freight',
      name: 'Freight',
      methods: [
        shipping('lorry', [zone(['DE'], { base: 4900 }), zone(['AT'], { base: 6900 })]),
        pickup('yard', 'Sägeweg 1, 35576 Wetzlar'),
      ],
    },
  ],
};

/** Prices include 19 %; 4.90 and 0.50 for each unit, express, a counter; nothing abroad. */
const birch = {
  name: 'Birch Iron',
  country: 'DE',
  currency: 'EUR',
  email: 'counter@birch.example',
  tax_rates: [{ country: 'DE', category: 'standard', rate_ppm: 190_000 }],
  shipping_profiles: [
    {
      id: 'parcel',
      name: 'Parcel',
      methods: [
        shipping('parcel', [zone(['DE'], { base: 490, per_item: 50 })]),
        shipping('express', [zone(['DE'], { base: 1290 })]),
        pickup('counter', 'Amboss 7, 34117 Kassel'),
      ],
    },
  ],
};

/** Prices without tax, 7 % on top; letters to three countries; no stock limit on seed. */
const clover = {
  name: 'Clover Seeds',
  country: 'DE',
  currency: 'EUR',
  prices_include_tax: false,
  email: 'post@clover.example',
  tax_rates: [{ country: 'DE', category: 'reduced', rate_ppm: 70_000 }],
  shipping_profiles: [
    {
      id: 'letter',
      name: 'Letter',
      methods: [shipping('letter', [zone(['DE', 'AT', 'FR'], { base: 190 })])],
    },
  ],
};

const row = (id, title, price, more = {}) => ({
  id,
  title,
  price: `${price} EUR`,
  availability: 'in_stock',
  shipping_weight: '500 g',
  tax_category: 'standard',
  ...more,
});

export const alderGoods = [
  row('ALD-BOARD', 'Larch board canary-alder', '18.90', { inventory_quantity: 500 }),
  row('ALD-LAST', 'Oak offcut canary-alder', '71.30', { inventory_quantity: 1 }),
  row('ALD-OUT', 'Elm plank canary-alder', '43.70', { availability: 'out_of_stock' }),
];
const birchGoods = [
  row('BIR-SCREW', 'Torx screws canary-birch', '10.90', { inventory_quantity: 900 }),
  row('BIR-SAW', 'Pull saw canary-birch', '34.50', { inventory_quantity: 40 }),
];
const cloverGoods = [
  row('CLO-SEED', 'Radish seed canary-clover', '2.95', { tax_category: 'reduced' }),
  row('CLO-PLANT', 'Tomato plant canary-clover', '4.10', {
    tax_category: 'reduced',
    inventory_quantity: 700,
  }),
];

export const threeSellers = {
  alder: { settings: alder, goods: alderGoods },
  birch: { settings: birch, goods: birchGoods },
  clover: { settings: clover, goods: cloverGoods },
};

/** A seller of another currency, whose offers the site cannot sell. */
export const foreignSeller = {
  settings: { ...clover, name: 'Dahlia Sthlm', country: 'SE', currency: 'SEK' },
  goods: [{ ...row('DAH-BULB', 'Dahlia bulb', '0'), price: '49.00 SEK' }],
};

export const buyer = { name: 'Zoë Ångström', email: 'zoe@customer.example', phone: '+49 170 1' };
export const address = {
  name: 'Zoë Ångström',
  line1: 'Lindenallee 12',
  postcode: '10115',
  city: 'Berlin',
  country: 'DE',
};
