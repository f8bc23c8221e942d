/** The console's pages: a row each. The fragment `#/sel_…/orders` opens the page `orders` of sellers. */
import type { AccountMember } from '../contract.ts';
import type { ConsoleWords } from '../messages/console.ts';
import type { Open } from './place.ts';

export interface Page {
  scope: AccountMember['scope'];
  /** In the fragment. */
  name: string;
  title: (words: ConsoleWords) => string;
  load: () => Promise<{ open: Open }>;
}

export const pages: readonly Page[] = [
  {
    scope: 'presenter',
    name: 'sites',
    title: ({ pages }) => pages.sites,
    load: () => import('./presenter/sites.ts'),
  },
  {
    scope: 'presenter',
    name: 'orders',
    title: ({ pages }) => pages.orders,
    load: () => import('./presenter/orders.ts'),
  },
  {
    scope: 'presenter',
    name: 'earnings',
    title: ({ pages }) => pages.earnings,
    load: () => import('./presenter/earnings.ts'),
  },
  {
    scope: 'seller',
    name: 'orders',
    title: ({ pages }) => pages.orders,
    load: () => import('./seller/orders.ts'),
  },
  {
    scope: 'seller',
    name: 'products',
    title: ({ pages }) => pages.products,
    load: () => import('./seller/products.ts'),
  },
  {
    scope: 'seller',
    name: 'delivery',
    title: ({ pages }) => pages.delivery,
    load: () => import('./seller/delivery.ts'),
  },
  {
    scope: 'seller',
    name: 'endpoint',
    title: ({ pages }) => pages.endpoint,
    load: () => import('./seller/endpoint.ts'),
  },
  {
    scope: 'seller',
    name: 'terms',
    title: ({ pages }) => pages.terms,
    load: () => import('./seller/terms.ts'),
  },
  {
    scope: 'seller',
    name: 'earnings',
    title: ({ pages }) => pages.earnings,
    load: () => import('./presenter/earnings.ts'),
  },
];
