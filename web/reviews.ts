/** What is said of a product, read page by page. */
import type { ProductReviews } from './contract.ts';
import type { ShopSource } from './open-shop.ts';

/** The first page, or what was read with the next page behind it; nothing where it cannot be read. */
export async function readReviews(
  { server, site, fetch }: Pick<ShopSource, 'server' | 'site' | 'fetch'>,
  product_id: string,
  read?: ProductReviews,
): Promise<ProductReviews | undefined> {
  const path = ['v1', 'sites', site, 'products', product_id, 'reviews'];
  const after = read?.next ? `?after=${encodeURIComponent(read.next)}` : '';
  const answer = await fetch(`${server}/${path.map(encodeURIComponent).join('/')}${after}`);
  if (!answer.ok) return undefined;
  const page = (await answer.json()) as ProductReviews;
  if (!read) return page;
  const { next, ...others } = read;
  const reviews = [...others.reviews, ...page.reviews];
  return { ...others, reviews, ...(page.next ? { next: page.next } : {}) };
}
