/** The words of the checkout page and the order page in German. */
import type { PageWords } from '../checkout.ts';
import type { Speech } from '../speech.ts';
import { appointments } from './appointments.ts';
import { measures } from './measures.ts';
import { returned } from './returns.ts';

export const checkout = ({ number, counted }: Speech): PageWords => ({
  direction: 'ltr',
  ...appointments,
  ...measures({ counted }),
  ...returned,

  checkout: 'Kasse',
  back: 'Zurück',
  loading: 'Die Kasse wird vorbereitet …',
  tryAgain: 'Erneut versuchen',
  unavailableTitle: 'Die Kasse lässt sich nicht öffnen',
  damagedTitle: 'Dieser Link ist beschädigt',
  damagedEntry: (place) => `Eintrag ${number(place)} darin ist nicht lesbar.`,
  damagedQuantity: (place) =>
    `Eintrag ${number(place)} darin hat eine Menge, die sich nicht bestellen lässt.`,
  damagedTwice: (place) => `Eintrag ${number(place)} darin steht doppelt da.`,
  damagedLong: 'Er nennt mehr, als in einen Warenkorb passt.',
  damagedHelp: 'Bitte dort nach einem neuen Link fragen, wo er herkommt, oder im Shop auswählen.',
  noShop: 'Den Shop zu diesem Link gibt es nicht oder nicht mehr.',
  toShop: (shop) => `Zu ${shop}`,
  emptyTitle: 'Der Warenkorb ist leer',
  emptyText: 'Bitte zuerst etwas auswählen und dann wiederkommen.',
  withoutIt: 'Ohne dieses Produkt fortfahren',

  gist: (products, sellers, total) => `${products}, ${sellers} · ${total}`,
  products: (count) => counted(count, { one: '# Produkt', other: '# Produkte' }),
  fromSellers: (count) => counted(count, { other: '# Händler' }),

  contact: 'Kontakt',
  contactHint: 'Das erhalten nur die Händler, die Ihre Bestellung ausführen.',
  optional: 'freiwillig',
  delivery: 'Lieferadresse',
  whereabouts: 'Ihr Land',
  collectedOnly:
    'Sie holen alles selbst ab, daher ist keine Adresse nötig. Vom Land hängt ab, was geliefert werden kann.',
  nothingSent:
    'Es wird Ihnen nichts gebracht, daher ist keine Adresse nötig. Vom Land hängt ab, was zu haben ist.',
  fields: {
    'buyer.name': { label: 'Vor- und Nachname', missing: 'Bitte Ihren Namen eingeben.' },
    'buyer.email': {
      label: 'E-Mail',
      hint: 'Für Fragen zu Ihrer Bestellung.',
      missing: 'Bitte Ihre E-Mail-Adresse eingeben.',
      invalid: 'Bitte eine E-Mail-Adresse wie name@example.com eingeben.',
    },
    'buyer.phone': { label: 'Telefon', hint: 'Hilft dem Zusteller, Sie zu finden.' },
    'address.name': { label: 'Empfänger', missing: 'Bitte eingeben, wer die Sendungen erhält.' },
    'address.line1': {
      label: 'Straße und Hausnummer',
      missing: 'Bitte Straße und Hausnummer eingeben.',
    },
    'address.line2': { label: 'Wohnung, Stockwerk, Firma' },
    'address.postcode': { label: 'Postleitzahl', missing: 'Bitte die Postleitzahl eingeben.' },
    'address.city': { label: 'Ort', missing: 'Bitte den Ort eingeben.' },
    'address.country': {
      label: 'Land',
      missing: 'Bitte ein Land wählen.',
      invalid: 'Bitte ein Land aus der Liste wählen.',
    },
  },

  sellers: (count) => (count === 1 ? 'Ihre Bestellung' : 'Ihre Bestellung nach Händlern'),
  parcel: (place, count) => `Sendung ${number(place)} von ${number(count)}`,
  deliveryOf: (seller) => `Lieferung durch ${seller}`,
  noDelivery: (seller, country) => `${seller} liefert dies nicht (${country}).`,
  service: 'Dienstleistung',
  serviceOf: (seller) => `Wie ${seller} zu Ihnen kommt`,
  outOfArea: (seller, country) => `${seller} bietet dies an Ihrem Ort nicht an (${country}).`,
  pickupOnly: (seller, country) =>
    `${seller} liefert dies nicht (${country}). Sie können die Abholung wählen.`,
  noDeliveryHelp:
    'Bitte ein anderes Land oder eine andere Postleitzahl wählen oder die Produkte entfernen.',
  removeThese: (count) => (count === 1 ? 'Dieses Produkt entfernen' : 'Diese Produkte entfernen'),
  remove: 'Entfernen',
  removeNamed: (product) => `${product} entfernen`,
  soldOut: 'Ausverkauft.',
  onlyLeft: (count) => `Nur noch ${number(count)} erhältlich.`,
  take: (count) => `Stattdessen ${number(count)} bestellen`,
  gone: 'Ein Produkt im Warenkorb wird nicht mehr verkauft.',
  today: 'heute',
  within: (days) => `bis zu ${days}`,
  leadTime: (days) => `${days} Vorlauf`,
  free: 'Kostenlos',
  pickupAt: (address) => `Abholung: ${address}`,
  noteTo: (seller) => `Nachricht an ${seller}`,
  noteHint: 'Etwa ein Ablageort, ein Türcode, eine Frage. Nur dieser Händler liest es.',
  ownNote: 'Ihre Nachricht',
  sellerDetails: 'Angaben zum Händler und zur Rückgabe',
  returns: 'Rückgabe',
  times: (quantity, price) => `${quantity} × ${price}`,

  payment: 'Zahlung',
  choosePayment: 'Bitte eine Zahlungsart wählen.',
  payments: {
    invoice: {
      label: 'Rechnung',
      text: 'Jeder Händler schickt Ihnen eine Rechnung. Sie zahlen nach Erhalt der Ware.',
    },
    pay_on_delivery: {
      label: 'Zahlung bei Lieferung oder Abholung',
      text: 'Sie zahlen jedem Händler bei der Lieferung oder Abholung.',
    },
  },

  summary: 'Übersicht',
  totals: {
    subtotal: 'Waren',
    items_discount: 'Rabatt',
    fulfillment: 'Lieferung',
    tax: 'Steuer',
    fee: 'Gebühren',
    total: 'Gesamtsumme',
  },
  totalsOfServices: { subtotal: 'Leistungen', fulfillment: 'Anfahrt' },
  includedTax: (rate, amount) => `enthält ${amount} MwSt. (${rate})`,
  addedTax: (rate, amount) => `zuzüglich ${amount} MwSt. (${rate})`,
  cheaperWay: (amount) =>
    `Andere Händler oder Sendungen würden ${amount} sparen: Der Warenkorb zeigt, wie.`,
  cheapestProved: 'Bewiesen: Keine andere Wahl von Händlern und Sendungen ist günstiger.',
  contracts: (count) =>
    count === 1
      ? 'Sie kaufen bei dem oben genannten Händler und zahlen an ihn.'
      : 'Sie kaufen bei jedem der oben genannten Händler und zahlen an jeden einzeln. Jeder Händler erhält eine eigene Bestellung.',
  placeOrder: 'Zahlungspflichtig bestellen',
  placing: 'Die Bestellung wird aufgegeben …',
  saving: 'Wird gespeichert …',
  saved: 'Alle Änderungen gespeichert',
  notSaved: 'Noch nicht gespeichert',
  newTotal: (total) => `Gesamtsumme jetzt ${total}`,
  totalChanged: (before, now) =>
    `Die Gesamtsumme hat sich von ${before} auf ${now} geändert. Bitte prüfen und dann erneut bestellen.`,
  renewed:
    'Der Bestellvorgang war abgelaufen und wurde mit Ihren Angaben neu begonnen. Bitte prüfen und dann erneut bestellen.',
  outcomeUnknown:
    'Der Shop war nicht erreichbar; ob Ihre Bestellung angekommen ist, wissen wir noch nicht. Bitte erneut versuchen: Sie wird nicht zweimal aufgegeben.',
  faultsTitle: (count) =>
    count === 1
      ? 'Eine Angabe fehlt noch oder stimmt nicht'
      : `${number(count)} Angaben fehlen noch oder stimmen nicht`,

  thanks: 'Vielen Dank. Ihre Bestellung ist eingegangen.',
  thanksText: (count) =>
    count === 1
      ? 'Der Händler hat Ihre Bestellung und kümmert sich um alles Weitere.'
      : 'Jeder Händler hat seinen Teil Ihrer Bestellung und kümmert sich um alles Weitere.',
  orderNumber: 'Bestellnummer',
  openOrder: 'Zur Bestellseite',
  keepLink:
    'Bitte diesen Link aufheben: Er führt zurück zur Bestellung und zeigt, was jeder Händler tut.',
  opensNewTab: '(öffnet sich in einem neuen Tab)',
  continueReading: 'Weiterlesen',

  order: 'Ihre Bestellung',
  orderLoading: 'Die Bestellung wird geladen …',
  placedAt: (time) => `Bestellt am ${time}`,
  boughtAt: (site) => `Gekauft bei ${site}`,
  print: 'Drucken',
  unknownTitle: 'Diese Bestellung kennen wir nicht',
  unknownText:
    'Vielleicht ist der Link unvollständig. Bitte den ganzen Link dort kopieren oder öffnen, wo Sie ihn aufgehoben haben.',
  live: 'Diese Seite aktualisiert sich von selbst.',
  offline: 'Zurzeit keine Verbindung. Diese Seite versucht es weiter.',
  deliverTo: 'Lieferadresse',
  visitAt: 'Ort der Ausführung',
  ordered: 'Ihr Einkauf',
  personalDataErased: (time) => `Name, Anschrift und Kontaktdaten wurden am ${time} gelöscht.`,
  declinedIncluded:
    'Was abgelehnt oder storniert wurde, ist hier nicht mitgezählt. Sie zahlen es nicht.',
  howToPay: 'Zahlung',
  pay: {
    invoice:
      'Jeder Händler schickt Ihnen eine eigene Rechnung. Bitte zahlen Sie jede an den Händler, der darauf steht.',
    pay_on_delivery: 'Bitte halten Sie diese Beträge bei Lieferung oder Abholung bereit.',
  },
  nothingToPay: 'Nichts zu zahlen',
  progress: (seller) => `Stand bei ${seller}`,
  steps: {
    placed: 'Bestellt',
    acknowledged: 'Bestätigt',
    shipped: 'Versandt',
    rejected: 'Abgelehnt',
    cancelled: 'Storniert',
  },
  stepsService: {
    placed: 'Bestellt',
    acknowledged: 'Bestätigt',
    shipped: 'Ausgeführt',
    rejected: 'Abgelehnt',
    cancelled: 'Storniert',
  },
  stepsPickup: {
    placed: 'Bestellt',
    acknowledged: 'Bestätigt',
    shipped: 'Abholbereit',
    rejected: 'Abgelehnt',
    cancelled: 'Storniert',
  },
  stepDone: 'erledigt',
  stepNow: 'aktueller Stand',
  stepOpen: 'steht noch aus',
  replacementTitle: 'Andere haben diese Waren',
  replacementText: (sellers, total) => `Von ${sellers} für ${total}, Lieferung eingeschlossen.`,
  costsTheSame: 'Das kostet genauso viel.',
  costsLess: (amount) => `Das ist ${amount} weniger als vorher.`,
  costsMore: (amount) => `Das ist ${amount} mehr als vorher.`,
  replacementAccept: (total) => `Dort für ${total} zahlungspflichtig bestellen`,
  replacementDecline: 'Nein, danke',
  replacedBy: (sellers) => `Jetzt bestellt bei: ${sellers}.`,
  standsFor: (seller) => `Anstelle dessen, was ${seller} nicht annehmen konnte.`,
  sameAsOrdered: 'Der Betrag bleibt wie bestellt.',
  lessThanOrdered: (amount) => `Das sind ${amount} weniger als bestellt.`,
  moreThanOrdered: (amount) => `Das sind ${amount} mehr als bestellt.`,
  reviewOf: (title) => `Wie viele Sterne für ${title}?`,
  reviewSeller: (seller) => `${seller}: War die Bestellung richtig und pünktlich?`,
  yourReview: 'Ihre Bewertung',
  starsOf: (count) => (count === 1 ? '1 Stern von 5' : `${number(count)} Sterne von 5`),
  chooseStars: 'Bitte wählen Sie, wie viele Sterne.',
  reviewText: 'In Ihren Worten',
  displayName: 'Name, der dabei steht',
  reviewHint:
    'Sterne zählen sofort. Worte liest der Betreiber des Shops, bevor alle sie lesen können. Bitte nennen Sie niemanden beim Namen. Sie können hier alles ändern oder zurücknehmen.',
  saveReview: 'Bewertung speichern',
  withdrawReview: 'Zurücknehmen',
  reviewSaved: 'Danke. Ihre Bewertung ist gespeichert.',
  reviewWithdrawn: 'Ihre Bewertung wurde zurückgenommen.',
  reviewStates: {
    none: 'Ihre Sterne zählen.',
    waiting: 'Ihre Sterne zählen. Ihre Worte liest der Betreiber noch.',
    published: 'Alle können sie lesen.',
    declined: 'Ihre Worte werden nicht gezeigt.',
  },
  sellersAnswer: 'Antwort des Händlers',
  whoEarns: 'Wer was verdient',
  earnsSellers: 'Die Verkäufer, mit Lieferung und Steuer',
  earnsPresenter: (site) => `${site}, für die Empfehlung`,
  earnsOperator: 'Wer diesen Shop betreibt',
  earnsNote: 'Zusammen ist es, was Sie zahlen. Die Anteile zahlen die Verkäufer.',
  replacementLegend: 'Wenn ein Händler nicht liefern kann',
  replacementModes: {
    ask: 'Auf der Bestellseite fragen',
    not_dearer: 'Bei einem anderen Händler bestellen, wenn es nicht teurer ist',
    up_to:
      'Bei einem anderen Händler bestellen, wenn alles zusammen höchstens so viel teurer wird:',
  },
  replacementUpTo: (currency) => `Betrag in ${currency}`,
  cancelOrder: 'Diese Bestellung stornieren',
  cancelAll: 'Alles stornieren',
  cancelAllQuestion: 'Alles stornieren, was Sie bestellt haben?',
  cancelEffect:
    'Sie zahlen nichts dafür, und der Verkäufer erfährt es sofort. Das lässt sich nicht rückgängig machen.',
  cancelKeep: 'Bestellung behalten',
  cancelConfirm: 'Bestellung stornieren',
  cancelledPart: 'Sie haben diesen Teil Ihrer Bestellung storniert.',
  cancelTooLate:
    'Ein Verkäufer hat Ihre Bestellung inzwischen angenommen. Darum wurde nichts storniert. Bitte wenden Sie sich an den Verkäufer.',
  cancelQuestion: (seller) => `Ihre Bestellung bei ${seller} stornieren?`,
  declined: (seller) => `${seller} konnte diesen Teil Ihrer Bestellung nicht annehmen.`,
  reason: 'Grund',
  nothingOwed: 'Sie zahlen ihn nicht.',
  carrier: 'Zusteller',
  tracking: 'Sendungsnummer',
  readyToCollect: (seller) => `Ihre Bestellung liegt bei ${seller} zur Abholung bereit.`,
  carriedOut: (seller) => `${seller} hat Ihren Auftrag ausgeführt.`,
  changed: {
    placed: (seller) => `${seller} hat Ihre Bestellung.`,
    acknowledged: (seller) => `${seller} hat Ihre Bestellung bestätigt.`,
    shipped: (seller) => `${seller} hat Ihre Bestellung versandt.`,
    rejected: (seller) => `${seller} konnte Ihre Bestellung nicht annehmen.`,
    cancelled: (seller) => `Ihre Bestellung bei ${seller} ist storniert.`,
  },
});
