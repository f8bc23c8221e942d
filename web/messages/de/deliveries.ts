/** The words about messages to sellers' endpoints in German. */
import type { DeliveryWords } from '../deliveries.ts';
import type { Speech } from '../speech.ts';

export const words = ({ counted }: Speech): DeliveryWords => ({
  title: 'Nachrichten an Ihr Programm',
  titleOfAll: 'Nachrichten an die Programme der Verkäufer',
  text: 'Jede meldet eine Bestellung. Was zugestellt oder zurückgenommen wurde, bleibt 30 Tage in der Liste.',
  event: 'Ereignis',
  events: {
    'order.created': 'Neue Bestellung',
    'order.rejected': 'Nicht rechtzeitig beantwortet',
    'order.cancelled': 'Storniert',
    'order.appointments_accepted': 'Anderer Tag angenommen',
  },
  order: 'Bestellung',
  seller: 'Verkäufer',
  queued: 'Seit',
  state: 'Stand',
  states: {
    waiting: 'Wartet',
    delivered: 'Zugestellt',
    parked: 'Aufgegeben',
    withdrawn: 'Zurückgenommen',
  },
  nextAt: (time) => `nächster Versuch ${time}`,
  attempts: 'Versuche',
  outcome: 'Letzte Antwort',
  untried: 'Noch nicht versucht',
  all: 'Alle',
  none: 'Noch keine Nachrichten. Jede Bestellung bringt eine, sobald ein Programm sie annehmen kann.',
  noneOfAll: 'Es gab noch keine Nachrichten.',
  noneLikeThat: 'Solche Nachrichten gibt es nicht.',
  older: 'Ältere Nachrichten zeigen',
  replay: 'Noch einmal senden',
  replayOf: (order) => `Noch einmal senden: ${order}`,
  replayAll: 'Alle aufgegebenen noch einmal senden',
  replayed: (count) =>
    counted(count, {
      one: '# Nachricht wird noch einmal gesendet.',
      other: '# Nachrichten werden noch einmal gesendet.',
    }),
  ended:
    'Die Bestellung ist beendet, oder die Nachricht ist schon unterwegs. Sie wird nicht noch einmal gesendet.',
});
