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
];
