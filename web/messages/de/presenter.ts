/** The presenter's pages in German. */
import type { PresenterWords } from '../presenter.ts';
import type { Speech } from '../speech.ts';

export const words = ({ counted }: Speech): PresenterWords => ({
  newSite: 'Weitere Website',
  sellersTitle: '1. Verkäufer wählen',
  sellersText:
    'Ihre Website zeigt die Waren dieser Verkäufer. Sie verdienen an jedem Verkauf einen Anteil.',
  noSellers: 'Es gibt noch keine Verkäufer.',
  seller: 'Verkäufer',
  youEarn: 'Sie verdienen',
  state: 'Auf Ihrer Website',
  step: 'Ändern',
  nothing: 'nichts',
  forAll: (share) => share,
  forOthersNothing: 'Nichts, außer für:',
  forCategory: (category, share) => `${category}: ${share}`,
  forProducts: (count) =>
    counted(count, {
      one: '# Artikel hat eigene Bedingungen',
      other: '# Artikel haben eigene Bedingungen',
    }),
  perUnit: (amount) => `${amount} je Stück`,
  beyond: (amount) => `was der Preis über ${amount} hinaus bringt`,
  only: (countries) => `Nur für Websites in ${countries}`,
  byInvitation: 'Auf Einladung',
  states: {
    shown: 'Wird gezeigt',
    hidden: 'Wird nicht gezeigt',
    applied: 'Angefragt, der Verkäufer ist dran',
    invited: 'Lädt Sie ein',
    ended: 'Wird nicht gezeigt',
    blocked: 'Vom Verkäufer abgelehnt',
  },
  steps: {
    show: 'Zeigen',
    apply: 'Anfragen',
    accept: 'Annehmen',
    decline: 'Ablehnen',
    end: 'Herausnehmen',
  },

  tagTitle: '2. Zeile kopieren',
  tagText: 'Fügen Sie sie in Ihre Seite ein, wo der Laden stehen soll.',
  copy: 'Zeile kopieren',
  copied: 'Kopiert',
  preview: 'Vorschau',

  settingsTitle: 'Einstellungen',
  disclose: 'Kunden sehen, wer was verdient',
  save: 'Speichern',
  saved: 'Gespeichert',

  ordersTitle: 'Bestellungen',
  noOrders: 'Noch keine Bestellungen. Sie stehen hier, sobald jemand über Ihre Seiten kauft.',
  order: 'Bestellung',
  time: 'Zeit',
  products: 'Artikel',
  status: 'Stand',
  goods: 'Waren',
  share: 'Ihr Anteil',
  statuses: {
    placed: 'Eingegangen',
    acknowledged: 'Angenommen',
    shipped: 'Verschickt',
    rejected: 'Abgelehnt',
  },

  earningsTitle: 'Einnahmen',
  month: 'Monat',
  nothingEarned: 'In diesem Monat ist nichts geschehen.',
  opening: 'Am Anfang',
  closing: 'Am Ende',
  earned: 'In diesem Monat verdient',
  kind: 'Vorgang',
  amount: 'Betrag',
  balance: 'Stand',
  note: 'Bemerkung',
  kinds: {
    sale: 'Verkauf',
    collection: 'Einzug',
    rejection: 'Abgelehnte Bestellung',
    refund: 'Erstattung',
    payout: 'Auszahlung',
    adjustment: 'Berichtigung',
  },
});
