/** The console's pages: a row each. The fragment `#/sel_…/orders` opens the page `orders` of sellers. */
import type { AccountMember, OperatorTasks } from '../contract.ts';
import type { ConsoleWords } from '../messages/console.ts';
import type { Open } from './place.ts';

export interface Page {
  scope: AccountMember['scope'];
  /** In the fragment. */
  name: string;
  title: (words: ConsoleWords) => string;
  /** How much waits for the operator there. */
  waiting?: (tasks: OperatorTasks) => number;
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
    name: 'business',
    title: ({ pages }) => pages.business,
    load: () => import('./seller/business.ts'),
  },
  {
    scope: 'seller',
    name: 'earnings',
    title: ({ pages }) => pages.earnings,
    load: () => import('./presenter/earnings.ts'),
  },
  {
    scope: 'operator',
    name: 'moderation',
    title: ({ pages }) => pages.moderation,
    waiting: ({ sellers, reviews }) => sellers + reviews,
    load: () => import('./operator/moderation.ts'),
  },
  {
    scope: 'operator',
    name: 'members',
    title: ({ pages }) => pages.members,
    load: () => import('./operator/members.ts'),
  },
  {
    scope: 'operator',
    name: 'health',
    title: ({ pages }) => pages.health,
    waiting: ({ parked_deliveries, parked_mails }) => parked_deliveries + parked_mails,
    load: () => import('./operator/health.ts'),
  },
  {
    scope: 'operator',
    name: 'prices',
    title: ({ pages }) => pages.prices,
    load: () => import('./operator/prices.ts'),
  },
  {
    scope: 'operator',
    name: 'fee',
    title: ({ pages }) => pages.fee,
    load: () => import('./operator/fees.ts'),
  },
  {
    scope: 'operator',
    name: 'keys',
    title: ({ pages }) => pages.keys,
    load: () => import('./operator/keys.ts'),
  },
  ...(['presenter', 'seller', 'operator'] as const).map((scope): Page => ({
    scope,
    name: 'team',
    title: ({ pages }) => pages.team,
    load: () => import('./team.ts'),
  })),
];

/** Those of a member, the first first. */
export const pagesOf = (member: AccountMember | undefined): readonly Page[] =>
  pages.filter(({ scope }) => scope === member?.scope);
