// A made-up Shopify product CSV, and the seller whose it is: what the measures of imports read.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const header = [
  ...['Handle', 'Title', 'Body (HTML)', 'Vendor', 'Type', 'Tags', 'Published', 'Option1 Name'],
  ...['Option1 Value', 'Option2 Name', 'Option2 Value', 'Option3 Name', 'Option3 Value'],
  ...['Variant SKU', 'Variant Grams', 'Variant Inventory Tracker', 'Variant Inventory Qty'],
  ...['Variant Inventory Policy', 'Variant Fulfillment Service', 'Variant Price'],
  ...['Variant Compare At Price', 'Variant Requires Shipping', 'Variant Taxable'],
  ...['Variant Barcode', 'Image Src', 'Image Position', 'Image Alt Text', 'Gift Card'],
  ...['Variant Image', 'Variant Weight Unit', 'Cost per item', 'Status'],
];
const body =
  '<p>Made to last, from wood that grew <strong>near the workshop</strong>.</p><ul><li>Oiled, not painted</li>' +
  '<li>Packed without plastic</li></ul><p>Wipe it with a damp cloth &amp; let it dry.</p>';

/** Products of four rows: three variants, and a picture more. */
function row(index) {
  const product = Math.floor(index / 4);
  const place = index % 4;
  const cells = Object.fromEntries(header.map((name) => [name, '']));
  Object.assign(cells, {
    Handle: `thing-${product}`,
    'Image Src': `https://cdn.example/${index}.jpg`,
  });
  if (place === 0)
    Object.assign(cells, {
      ...{ Title: `Thing number ${product}`, 'Body (HTML)': body, Vendor: `Maker ${product % 50}` },
      ...{ Type: 'Things', Tags: 'oak, oiled', Published: 'true', Status: 'active' },
      ...{ 'Option1 Name': 'Size', 'Gift Card': 'false' },
    });
  if (place < 3)
    Object.assign(cells, {
      ...{ 'Option1 Value': ['S', 'M', 'L'][place], 'Variant SKU': `SKU-${index}` },
      ...{ 'Variant Grams': `${200 + place}`, 'Variant Inventory Tracker': 'shopify' },
      ...{ 'Variant Inventory Qty': `${index % 90}`, 'Variant Inventory Policy': 'deny' },
      ...{ 'Variant Price': `${5 + (index % 60)}.90`, 'Variant Barcode': gtin(index) },
      ...{ 'Variant Requires Shipping': 'true', 'Variant Taxable': 'true' },
    });
  const quoted = header.map((name) => `"${String(cells[name]).replaceAll('"', '""')}"`);
  return `${quoted.join(',')}\r\n`;
}

function gtin(index) {
  const digits = `400${String(index).padStart(9, '0')}`;
  const sum = [...digits].reduce(
    (all, digit, place) => all + Number(digit) * (place % 2 ? 3 : 1),
    0,
  );
  return digits + ((10 - (sum % 10)) % 10);
}

/** Writes so many rows. */
export async function writeShopify(file, count) {
  const out = createWriteStream(file);
  out.write(`${header.join(',')}\r\n`);
  for (let index = 0; index < count; ++index) if (!out.write(row(index))) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

/** What `vitrine seller add` takes. */
export const sellerSettings = {
  ...{ name: 'Bench', country: 'DE', currency: 'EUR' },
  shipping_profiles: [
    {
      ...{ id: 'parcel', name: 'Parcel' },
      methods: [
        {
          ...{ id: 'parcel', title: 'Parcel', kind: 'shipping', min_days: 1, max_days: 3 },
          zones: [{ countries: ['DE'], rate: { base: 490 } }],
        },
      ],
    },
  ],
};
