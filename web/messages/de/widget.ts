/** The widget's words in German. */
import type { Speech } from '../speech.ts';
import type { WidgetWords } from '../widget.ts';
import { measures } from './measures.ts';
import { returned } from './returns.ts';

export function widget(speech: Speech): WidgetWords {
  const { number, counted } = speech;
  const items = (count: number): string => counted(count, { other: '# Artikel' });
  const sellers = (count: number): string => counted(count, { other: '# Händler' });

  return {
    direction: 'ltr',
    loading: 'Der Shop wird geladen',
    openShop: 'Shop anzeigen',
    sellers: (count) =>
      count === 1 ? 'Ein Händler, ein Warenkorb' : `${sellers(count)}, ein Warenkorb`,
    search: 'Im Shop suchen',
    filters: 'Filter',
    cart: 'Warenkorb',
    cartButton: (count) => (count === 0 ? 'Warenkorb, leer' : `Warenkorb, ${items(count)}`),
    from: 'ab',
    add: 'Hinzufügen',
    choose: 'Auswählen',
    soldOut: 'Ausverkauft',
    away: 'Nimmt gerade keine Bestellungen an',
    backOn: (day) => `Zurück am ${day}`,
    addNamed: (title) => `${title} in den Warenkorb legen`,
    chooseNamed: (title) => `${title}: Ausführung wählen`,
    inCart: (count) => `${number(count)} im Warenkorb`,
    soldBy: (name) => `Verkauf durch ${name}`,
    service: 'Dienstleistung',
    offeredBy: (name) => `Angeboten von ${name}`,
    moreSellers: sellers,
    more: 'Mehr anzeigen',
    shown: (count, total) => `${number(count)} von ${number(total)}`,
    noProducts: 'Hier gibt es noch nichts.',
    others: 'Alles Weitere',
    withTax: 'Preise inkl. MwSt., zzgl. Versand.',
    withoutTax: 'Preise zzgl. MwSt. und Versand.',
    someTax: 'Preise zzgl. Versand; bei manchen Händlern kommt die MwSt. hinzu.',
    offline:
      'Keine Verbindung. Stöbern und den Warenkorb füllen geht weiter; zum Bestellen braucht es eine Verbindung.',
    retry: 'Erneut versuchen',
    close: 'Schließen',
    partFailed: 'Das konnte nicht geladen werden. Bitte Verbindung prüfen und erneut versuchen.',
    loadFailed: (code) => {
      switch (code) {
        case 'unknown_site':
        case 'not_found':
          return 'Diesen Shop gibt es nicht oder nicht mehr.';
        case 'forbidden_origin':
          return 'Dieser Shop darf auf dieser Seite nicht erscheinen. Wer ihn betreibt, kann ihre Adresse zulassen.';
        case 'currency_mismatch':
          return 'Dieser Shop verkauft in einer anderen Währung, als diese Seite zeigt.';
        case 'corrupt_catalog':
          return 'Der Katalog des Shops ist beschädigt angekommen.';
        default:
          return 'Der Shop ist nicht erreichbar.';
      }
    },
    added: (title, total) => `${title} hinzugefügt. ${items(total)} im Warenkorb.`,
    repricedCart: 'Im Warenkorb hat sich ein Preis geändert.',
    removed: (title, total) => `${title} entfernt. ${items(total)} im Warenkorb.`,

    pictures: 'Bilder',
    picture: (place) => `Bild ${number(place)}`,
    unavailable: 'nicht erhältlich',
    offersTitle: 'Händler wählen',
    quantity: 'Menge',
    fewer: 'Eins weniger',
    another: 'Eins mehr',
    addToCart: 'In den Warenkorb',
    addedShort: 'Hinzugefügt',
    viewCart: 'Warenkorb ansehen',
    left: (count) => `Nur noch ${number(count)} da`,
    inStock: 'Auf Lager',
    deliveryTo: (country) => `Lieferung (${country})`,
    collect: 'Abholen',
    notDelivered: (country) => `Keine Lieferung nach: ${country}`,
    leadTime: (days) => `${days} Vorlauf`,
    outsideArea: (country) => `An Ihrem Ort nicht angeboten (${country})`,
    offeredIn: (area) => `Angeboten in: ${area}`,
    offeredEverywhere: 'Überall angeboten',
    free: 'Kostenlos',
    moreForFree: (amount, seller) => `Noch ${amount} bei ${seller} bis zur kostenlosen Lieferung`,
    limitReached: (limit) => `Der Händler hat ${number(limit)}, die im Warenkorb mitgezählt.`,
    aboutSeller: (name) => `Über ${name}`,
    returns: 'Rückgabe',
    rated: (mean, count) =>
      `${mean} von 5 Sternen, ${counted(count, { one: '# Bewertung', other: '# Bewertungen' })}`,
    recommendedBy: (name) => `Empfohlen von ${name}`,
    reviews: 'Bewertungen von Käufern',
    givenStars: (count) => counted(count, { one: '# von 5 Sternen', other: '# von 5 Sternen' }),
    verifiedBuyer: 'Verifizierter Kauf',
    boughtFrom: (seller) => `Gekauft bei ${seller}`,
    answerOf: (seller) => `Antwort von ${seller}`,
    moreReviews: 'Mehr Bewertungen anzeigen',
    earnsOf: (name, amount, seller) =>
      `${name} verdient ${amount} an einem Stück, das ${seller} verkauft.`,
    howReviewsCount: 'Wie zählt das?',
    whyReviews:
      'Bewerten können nur Kunden, denen es geschickt wurde; jeder zählt einmal, neuere Bewertungen zählen mehr. Texte liest der Betreiber, bevor sie erscheinen. Sterne machen ein Viertel des Platzes im Regal aus, Empfehlungen ein Zehntel. Niemand kann für einen Platz bezahlen.',
    sellerRated: (mean, count) =>
      `${mean} von 5 Sternen von ${counted(count, { one: '# Kunden', other: '# Kunden' })}`,
    sentInTime: (percent) => `${percent} in den letzten 90 Tagen pünktlich versandt`,
    notAccepted: (percent) => `${percent} der Bestellungen nicht angenommen`,
    alsoNeeded: 'Das braucht es dazu',
    goesWith: 'Das passt dazu',
    whySaid: 'So sagt es, wer dieses Produkt beschreibt und verkauft.',
    boughtTogether: 'Oft zusammen gekauft',
    helpWithIt: 'Hilfe dazu',
    whyHelp:
      'Wer diese Dienstleistungen anbietet, hat angegeben, dass sie zu diesem Produkt oder seiner Kategorie gehören. Dieser Shop zeigt die Anbieter wie seine anderen Händler. Niemand kann für einen Platz bezahlen.',
    whyHere: 'Warum steht das hier?',
    whyTogether:
      'In allen Shops zusammen haben es mindestens drei Kunden mit diesem Produkt gekauft, öfter als durch Zufall. Neuere Käufe zählen mehr, jeder Kunde zählt einmal und kein Shop mehr als 32 Kunden. Niemand kann für einen Platz bezahlen.',
    shownTogether: 'Oft zusammen gezeigt',
    whyShown:
      'Mindestens drei, in deren Shops schon gekauft wurde, zeigen beides in einer Anleitung oder Rubrik oder empfehlen beides, und öfter als durch Zufall. Jeder zählt einmal; wer die Ware verkauft, zählt nicht. Niemand kann für einen Platz bezahlen.',

    fits: (amount, seller) => `+${amount}, passt in die Sendung von ${seller}`,
    newParcel: (amount) => `+${amount} neue Sendung`,
    visitCost: (amount) => `+${amount} Anfahrt`,
    saving: (amount, seller) => `spart ${amount} Versand bei ${seller}`,
    assumed: (country) =>
      `Versand berechnet für: ${country}. Der Ort lässt sich im Warenkorb ändern.`,

    ...measures(speech),
    ...returned,

    emptyTitle: 'Der Warenkorb ist leer',
    emptyText: 'Waren aller Händler kommen hier in denselben Warenkorb.',
    keepLooking: 'Weiter stöbern',
    each: (price) => `${price} pro Stück`,
    remove: 'Entfernen',
    removeNamed: (title) => `${title} entfernen`,
    removedShort: (title) => `${title} wurde entfernt.`,
    undo: 'Rückgängig',
    repriced: (title, before, price) =>
      `Der Preis von ${title} hat sich von ${before} auf ${price} geändert.`,
    quantityOf: (title) => `Menge: ${title}`,
    parcel: (place, of) => (of === 1 ? 'Lieferung' : `Sendung ${number(place)} von ${number(of)}`),
    delivery: 'Lieferung',
    deliveryBy: (seller) => `Lieferung durch ${seller}`,
    stockLimit: (limit) => (limit === 0 ? 'Ausverkauft.' : `Nur noch ${number(limit)} erhältlich.`),
    takeLimit: (limit) => `${number(limit)} nehmen`,
    gone: 'Ein Artikel wird nicht mehr verkauft.',
    undeliverable: (seller, country) =>
      `${seller} liefert dies nicht (${country}). Bitte unten den Ort ändern oder den Artikel entfernen.`,
    outOfArea: (seller, country) =>
      `${seller} bietet dies an Ihrem Ort nicht an (${country}). Bitte unten den Ort ändern oder den Artikel entfernen.`,
    pickupOnly: (seller, country) =>
      `${seller} liefert dies nicht (${country}). Abholen ist möglich.`,
    choosePickup: 'Ort der Abholung wählen',
    optionChanged:
      'Die gewählte Lieferung gibt es hier nicht; stattdessen gilt die günstigste andere.',
    subtotal: 'Zwischensumme',
    items_discount: 'Rabatt',
    fulfillment: 'Lieferung',
    tax: 'Steuer',
    fee: 'Gebühr',
    total: 'Gesamt',
    includedTax: (rate) => `Enthält ${rate} MwSt.`,
    addedTax: (rate) => `${rate} MwSt.`,
    deliverTo: 'Lieferort',
    country: 'Land',
    postcode: 'Postleitzahl',
    estimateHint: 'Nur für die Berechnung. Es bleibt auf dieser Seite.',
    checkout: 'Zur Kasse',
    fixFirst: 'Bitte zuerst die markierten Artikel ansehen.',
    quoteFailed: 'Die Preise konnten nicht berechnet werden.',
    cartNote: 'Eine Bestellung. Jeder Händler schickt seinen Teil.',

    share: 'Teilen',
    shareLink: 'Link, um dies zu kaufen',
    shareProduct: 'Link zu diesem Produkt',
    copy: 'Link kopieren',
    copied: 'Kopiert.',
    copyByHand: 'Der Link ist markiert. Er lässt sich mit der Tastatur oder dem Menü kopieren.',
    shareWith: 'Teilen mit …',
    qrCode: 'QR-Code des Links',
    tooMuchToShare: 'Für einen Link ist es zu viel.',

    waysTitle: 'Händler und Lieferung',
    ways: {
      cost: 'am günstigsten',
      parcels: 'wenigste Sendungen',
      fastest: 'am schnellsten',
      pickup: 'alles abholen',
    },
    parcels: (count) => counted(count, { one: '# Sendung', other: '# Sendungen' }),
    saves: (amount) => `spart ${amount}`,
    costsMore: (amount) => `${amount} mehr`,
    onlyWay: (sellers) =>
      sellers > 1
        ? `Keine andere Wahl unter ${counted(sellers, { one: '# Händler', other: '# Händlern' })} ist günstiger, schneller oder kommt in weniger Sendungen.`
        : 'Kein anderer Händler hat hier diese Waren.',
    sellersChanged: 'Einiges kommt jetzt von anderen Händlern.',
    nobody: 'Niemand liefert all das dorthin.',
    notAll: (titles) => `Davon ist nicht genug da: ${titles}.`,
    takePartial: (total) => `Nehmen, was es gibt, für ${total}`,
    whyTitle: 'Warum diese Händler?',
    whyText: (sellers) =>
      `${counted(sellers, { one: '# Händler hat', other: '# Händler haben' })} etwas davon. Verglichen wurden Preise und Lieferung aller Kombinationen:`,
    eachCheapest: 'Jedes, wo es am günstigsten ist',
    oneSeller: 'Alles von einem Händler',
    nobodyHasAll: 'niemand hat alles',
    best: 'Beste Kombination',
    proved: 'Bewiesen: Keine Kombination ist günstiger.',
    within: (amount) => `Keine Kombination kann um mehr als ${amount} günstiger sein.`,
    keepSeller: 'Händler behalten',
    sellerKept: 'Händler bleibt',

    checkoutTitle: 'Kasse',
    checkoutUnreached:
      'Die Kasse ist nicht erreichbar. Der Warenkorb bleibt erhalten. Bitte Verbindung prüfen und erneut versuchen.',
  };
}
