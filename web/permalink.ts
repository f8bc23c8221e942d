import type { CartLine, SiteManifest } from './contract.ts';

/** What servers and other programs take of an address without a second thought; ours refuses more than 4 KiB. */
const longest = 4000;

/** The page of a product on the server's own origin, which every reader can open. */
export const productLink = (
  { checkout_url, site_id }: Pick<SiteManifest, 'checkout_url' | 'site_id'>,
  product_id: string,
): string => `${serverOf(checkout_url)}/sites/${site_id}/products/${product_id}`;

const serverOf = (checkout_url: string): string =>
  checkout_url.slice(0, checkout_url.lastIndexOf('/checkout/'));

/** The address that opens these things at the site's checkout, wherever it is followed; nothing for too many. */
export function permalink(
  { checkout_url, site_id }: Pick<SiteManifest, 'checkout_url' | 'site_id'>,
  lines: readonly CartLine[],
): string | undefined {
  const items = lines.map(({ offer_id, quantity }) => `${offer_id}:${quantity}`);
  const link = `${serverOf(checkout_url)}/sites/${site_id}/buy/${items.join(',')}`;
  return link.length > longest ? undefined : link;
}
