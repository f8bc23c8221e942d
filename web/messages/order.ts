/** The words of `<vitrine-order>`, in English; they come with it. Other languages bring theirs, of the same shape. */
import type { OrderStatus } from '../contract.ts';
import { speech, type Speech } from './speech.ts';
import type { Words } from './widget.ts';

export type OrderWords = ReturnType<typeof english>;

const known = new Map<string, OrderWords>();

export function orderWordsOf({ language, ordering }: Words): OrderWords {
  const words = ordering ?? known.get(language) ?? english(speech(language));
  if (!ordering) known.set(language, words);
  return words;
}

export function english(_: Speech) {
  return {
    title: 'Your order',
    number: (id: string): string => `Order number ${id}`,
    placedAt: (time: string): string => `Placed on ${time}`,
    statuses: {
      placed: 'Placed',
      acknowledged: 'Confirmed',
      shipped: 'Shipped',
      rejected: 'Declined',
      cancelled: 'Cancelled',
    } satisfies Record<OrderStatus, string> as Record<OrderStatus, string>,
    ready: 'Ready to collect',
    carriedOut: 'Carried out',
    news: (seller: string, status: string): string => `${seller}: ${status}`,
    times: (quantity: string, title: string): string => `${quantity} × ${title}`,
    nothingToPay: 'Nothing to pay',
    openPage: 'Open the order page',
    unknown: 'We do not know this order.',
  };
}
