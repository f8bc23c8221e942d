/** The words of the presenter's pages in English. Another language is one object of the same shape. */
import type { OrderStatus, TransferKind } from '../contract.ts';
import type { Speech } from './speech.ts';
import { spoken, type Translations } from './spoken.ts';

export type PresenterWords = ReturnType<typeof english>;

export const english = ({ counted }: Speech) => ({
  newSite: 'Another site',
  sellersTitle: '1. Pick sellers',
  sellersText: 'Your site shows the goods of these sellers. You earn a share of each sale.',
  noSellers: 'There are no sellers yet.',
  seller: 'Seller',
  youEarn: 'You earn',
  state: 'On your site',
  step: 'Change',
  nothing: 'nothing',
  forAll: (share: string): string => share,
  forOthersNothing: 'Nothing but for:',
  forCategory: (category: string, share: string): string => `${category}: ${share}`,
  forProducts: (count: number): string =>
    counted(count, {
      one: '# product has terms of its own',
      other: '# products have terms of their own',
    }),
  perUnit: (amount: string): string => `${amount} for each`,
  beyond: (amount: string): string => `what the price brings beyond ${amount}`,
  only: (countries: string): string => `Only for sites in ${countries}`,
  byInvitation: 'By invitation',
  states: {
    shown: 'Shown',
    hidden: 'Not shown',
    applied: 'Asked, waits for the seller',
    invited: 'Invites you',
    ended: 'Not shown',
    blocked: 'Declined by the seller',
  },
  steps: {
    show: 'Show',
    apply: 'Ask to show',
    accept: 'Accept',
    decline: 'Decline',
    end: 'Take off',
  },

  tagTitle: '2. Copy the tag',
  tagText: 'Paste it into your page where the shop is to stand.',
  copy: 'Copy the tag',
  copied: 'Copied',
  preview: 'Preview',

  settingsTitle: 'Settings',
  disclose: 'Customers see who earns what',
  save: 'Save',
  saved: 'Saved',

  ordersTitle: 'Orders',
  noOrders: 'No orders yet. They stand here as soon as somebody buys through your pages.',
  order: 'Order',
  time: 'Time',
  products: 'Products',
  status: 'Status',
  goods: 'Goods',
  share: 'Your share',
  statuses: {
    placed: 'Placed',
    acknowledged: 'Taken on',
    shipped: 'Sent',
    rejected: 'Declined',
    cancelled: 'Cancelled',
  } satisfies Record<OrderStatus, string>,

  earningsTitle: 'Earnings',
  month: 'Month',
  nothingEarned: 'Nothing happened in this month.',
  opening: 'At the beginning',
  closing: 'At the end',
  earned: 'Earned in this month',
  kind: 'What happened',
  amount: 'Amount',
  balance: 'Balance',
  note: 'Note',
  kinds: {
    sale: 'Sale',
    collection: 'Collection',
    rejection: 'Declined order',
    cancellation: 'Cancelled order',
    refund: 'Refund',
    payout: 'Payout',
    adjustment: 'Adjustment',
  } satisfies Record<TransferKind, string>,
});

const translations: Translations<PresenterWords> = {
  ar: () => import('./ar/presenter.ts'),
  de: () => import('./de/presenter.ts'),
  es: () => import('./es/presenter.ts'),
  fr: () => import('./fr/presenter.ts'),
};

export const speakPresenter = (language: string): Promise<PresenterWords> =>
  spoken(language, english, translations);
