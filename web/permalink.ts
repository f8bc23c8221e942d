import type { CartLine, SiteManifest } from './contract.ts';

/** What servers and other programs take of an address without a second thought; ours refuses more than 4 KiB. */
const longest = 4000;

/** The address that opens these things at the site's checkout, wherever it is followed; nothing for too many. */
export function permalink(
  { checkout_url, site_id }: Pick<SiteManifest, 'checkout_url' | 'site_id'>,
  lines: readonly CartLine[],
): string | undefined {
  const server = checkout_url.slice(0, checkout_url.lastIndexOf('/checkout/'));
  const items = lines.map(({ offer_id, quantity }) => `${offer_id}:${quantity}`);
  const link = `${server}/sites/${site_id}/buy/${items.join(',')}`;
  return link.length > longest ? undefined : link;
}
