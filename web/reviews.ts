/** What the server tells of a product: what is said of it, read page by page, and what its seller says goes with it. */
import type { ProductReviews, RelatedList } from './contract.ts';
import type { ShopSource } from './open-shop.ts';

type Source = Pick<ShopSource, 'server' | 'site' | 'fetch'>;

const addressOf = ({ server, site }: Source, product_id: string, what: string): string =>
  [
    server,
    'v1/sites',
    encodeURIComponent(site),
    'products',
    encodeURIComponent(product_id),
    what,
  ].join('/');

/** Nothing where it cannot be read. */
export async function readRelated(
  source: Source,
  product_id: string,
): Promise<RelatedList | undefined> {
  const answer = await source.fetch(addressOf(source, product_id, 'related'));
  return answer.ok ? ((await answer.json()) as RelatedList) : undefined;
}

/** The first page, or what was read with the next page behind it; nothing where it cannot be read. */
export async function readReviews(
  source: Source,
  product_id: string,
  read?: ProductReviews,
): Promise<ProductReviews | undefined> {
  const after = read?.next ? `?after=${encodeURIComponent(read.next)}` : '';
  const answer = await source.fetch(addressOf(source, product_id, 'reviews') + after);
  if (!answer.ok) return undefined;
  const page = (await answer.json()) as ProductReviews;
  if (!read) return page;
  const { next, ...others } = read;
  const reviews = [...others.reviews, ...page.reviews];
  return { ...others, reviews, ...(page.next ? { next: page.next } : {}) };
}
