/** The words of `<vitrine-order>` in German. */
import type { OrderWords } from '../order.ts';

export const order = (): OrderWords => ({
  title: 'Ihre Bestellung',
  number: (id) => `Bestellnummer ${id}`,
  placedAt: (time) => `Aufgegeben am ${time}`,
  statuses: {
    placed: 'Aufgegeben',
    acknowledged: 'Bestätigt',
    shipped: 'Versandt',
    rejected: 'Abgelehnt',
    cancelled: 'Storniert',
  },
  ready: 'Abholbereit',
  carriedOut: 'Ausgeführt',
  news: (seller, status) => `${seller}: ${status}`,
  times: (quantity, title) => `${quantity} × ${title}`,
  nothingToPay: 'Nichts zu zahlen',
  openPage: 'Bestellseite öffnen',
  unknown: 'Diese Bestellung kennen wir nicht.',
});
