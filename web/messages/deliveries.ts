/** The words about messages to sellers' endpoints in English: what became of them. */
import type { DeliveryState } from '../contract.ts';
import type { Speech } from './speech.ts';
import { spoken, type Translations } from './spoken.ts';

export type DeliveryWords = ReturnType<typeof english>;

export const english = ({ counted }: Speech) => ({
  title: 'Messages to your program',
  titleOfAll: 'Messages to sellers’ programs',
  text: 'Each tells of an order. What was delivered or taken back stays in the list for 30 days.',
  event: 'Event',
  events: {
    'order.created': 'New order',
    'order.rejected': 'Not answered in time',
    'order.cancelled': 'Cancelled',
    'order.appointments_accepted': 'Other day accepted',
  } as Partial<Record<string, string>>,
  order: 'Order',
  seller: 'Seller',
  queued: 'Since',
  state: 'State',
  states: {
    waiting: 'Waiting',
    delivered: 'Delivered',
    parked: 'Given up',
    withdrawn: 'Taken back',
  } satisfies Record<DeliveryState, string>,
  nextAt: (time: string): string => `next attempt ${time}`,
  attempts: 'Attempts',
  outcome: 'Last answer',
  untried: 'Not tried yet',
  all: 'All',
  none: 'No messages yet. Each order brings one here as soon as there is a program to take it.',
  noneOfAll: 'There were no messages yet.',
  noneLikeThat: 'There are no messages like that.',
  older: 'Show older messages',
  replay: 'Send again',
  replayOf: (order: string): string => `Send again: ${order}`,
  replayAll: 'Send all again that were given up',
  replayed: (count: number): string =>
    counted(count, { one: '# message is sent again.', other: '# messages are sent again.' }),
  ended: 'The order has ended, or the message is on its way already. It is not sent again.',
});

const translations: Translations<DeliveryWords> = {
  ar: () => import('./ar/deliveries.ts'),
  de: () => import('./de/deliveries.ts'),
  es: () => import('./es/deliveries.ts'),
  fr: () => import('./fr/deliveries.ts'),
};

export const speakDeliveries = (language: string): Promise<DeliveryWords> =>
  spoken(language, english, translations);
