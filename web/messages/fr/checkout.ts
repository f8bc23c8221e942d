/** The words of the checkout page and the order page in French. */
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

  checkout: 'Commande',
  back: 'Retour',
  loading: 'Préparation de votre commande …',
  tryAgain: 'Réessayer',
  unavailableTitle: 'Cette page de commande ne peut pas s’ouvrir',
  damagedTitle: 'Ce lien est abîmé',
  damagedEntry: (place) => `L’élément ${number(place)} est illisible.`,
  damagedQuantity: (place) => `L’élément ${number(place)} a une quantité impossible à commander.`,
  damagedTwice: (place) => `L’élément ${number(place)} y figure deux fois.`,
  damagedLong: 'Il contient plus qu’un panier ne peut contenir.',
  damagedHelp: 'Demandez un nouveau lien là où vous l’avez trouvé, ou choisissez dans la boutique.',
  noShop: 'La boutique de ce lien n’existe pas ou plus.',
  toShop: (shop) => `Aller sur ${shop}`,
  emptyTitle: 'Votre panier est vide',
  emptyText: 'Choisissez d’abord quelque chose, puis revenez ici.',
  withoutIt: 'Continuer sans lui',

  gist: (products, sellers, total) => `${products}, ${sellers} · ${total}`,
  products: (count) => counted(count, { one: '# produit', other: '# produits' }),
  fromSellers: (count) => counted(count, { one: '# vendeur', other: '# vendeurs' }),

  contact: 'Coordonnées',
  contactHint: 'Seuls les vendeurs qui exécutent votre commande les reçoivent.',
  optional: 'facultatif',
  delivery: 'Adresse de livraison',
  whereabouts: 'Où vous êtes',
  collectedOnly:
    'Vous retirez tout vous-même, aucune adresse n’est donc nécessaire. Le pays détermine ce qui peut être livré.',
  nothingSent:
    'Rien ne vous est apporté, aucune adresse n’est donc nécessaire. Le pays détermine ce qui est proposé.',
  fields: {
    'buyer.name': { label: 'Nom complet', missing: 'Saisissez votre nom.' },
    'buyer.email': {
      label: 'Adresse e-mail',
      hint: 'Pour les questions sur votre commande.',
      missing: 'Saisissez votre adresse e-mail.',
      invalid: 'Saisissez une adresse e-mail comme nom@example.com.',
    },
    'buyer.phone': { label: 'Téléphone', hint: 'Aide le transporteur à vous trouver.' },
    'address.name': { label: 'Destinataire', missing: 'Indiquez qui reçoit les colis.' },
    'address.line1': {
      label: 'Numéro et rue',
      missing: 'Saisissez le numéro et la rue.',
    },
    'address.line2': { label: 'Appartement, étage, société' },
    'address.postcode': { label: 'Code postal', missing: 'Saisissez le code postal.' },
    'address.city': { label: 'Ville', missing: 'Saisissez la ville.' },
    'address.country': {
      label: 'Pays',
      missing: 'Choisissez un pays.',
      invalid: 'Choisissez un pays de la liste.',
    },
  },

  sellers: (count) => (count === 1 ? 'Votre commande' : 'Votre commande, par vendeur'),
  parcel: (place, count) => `Colis ${number(place)} sur ${number(count)}`,
  deliveryOf: (seller) => `Livraison de ${seller}`,
  noDelivery: (seller, country) => `${seller} ne livre pas cet article (${country}).`,
  service: 'Prestation',
  serviceOf: (seller) => `Comment ${seller} vient chez vous`,
  outOfArea: (seller, country) =>
    `${seller} ne propose pas cette prestation chez vous (${country}).`,
  pickupOnly: (seller, country) =>
    `${seller} ne livre pas cet article (${country}). Vous pouvez choisir de le retirer sur place.`,
  noDeliveryHelp: 'Choisissez un autre pays ou code postal, ou retirez ces produits.',
  removeThese: (count) => (count === 1 ? 'Retirer ce produit' : 'Retirer ces produits'),
  remove: 'Retirer',
  removeNamed: (product) => `Retirer ${product}`,
  soldOut: 'Épuisé.',
  onlyLeft: (count) => `Il n’en reste que ${number(count)}.`,
  take: (count) => `En commander ${number(count)}`,
  gone: 'Un produit de votre panier n’est plus vendu.',
  today: 'aujourd’hui',
  within: (days) => `sous ${days}`,
  leadTime: (days) => `délai : ${days}`,
  free: 'Gratuit',
  pickupAt: (address) => `Retrait : ${address}`,
  noteTo: (seller) => `Message à ${seller}`,
  noteHint:
    'Par exemple un code d’entrée, un endroit où laisser le colis, une question. Seul ce vendeur le lit.',
  ownNote: 'Votre message',
  sellerDetails: 'Le vendeur et les retours',
  returns: 'Retours',
  times: (quantity, price) => `${quantity} × ${price}`,

  payment: 'Paiement',
  choosePayment: 'Choisissez comment vous voulez payer.',
  payments: {
    invoice: {
      label: 'Facture',
      text: 'Chaque vendeur vous envoie une facture. Vous payez après réception.',
    },
    pay_on_delivery: {
      label: 'Paiement à la livraison ou au retrait',
      text: 'Vous payez chaque vendeur à la réception ou au retrait.',
    },
  },

  summary: 'Récapitulatif',
  totals: {
    subtotal: 'Articles',
    items_discount: 'Remise',
    fulfillment: 'Livraison',
    tax: 'Taxe',
    fee: 'Frais',
    total: 'Total',
  },
  totalsOfServices: { subtotal: 'Prestations', fulfillment: 'Déplacement' },
  includedTax: (rate, amount) => `dont ${amount} de TVA à ${rate}`,
  addedTax: (rate, amount) => `plus ${amount} de TVA à ${rate}`,
  cheaperWay: (amount) =>
    `D’autres vendeurs ou colis économiseraient ${amount} : le panier montre comment.`,
  cheapestProved: 'Prouvé : aucun autre choix de vendeurs et de colis n’est moins cher.',
  contracts: (count) =>
    count === 1
      ? 'Vous achetez au vendeur nommé ci-dessus et le payez.'
      : 'Vous achetez à chacun des vendeurs nommés ci-dessus et payez chacun séparément. Chaque vendeur reçoit sa propre commande.',
  placeOrder: 'Commande avec obligation de paiement',
  placing: 'Envoi de votre commande …',
  saving: 'Enregistrement …',
  saved: 'Tout est enregistré',
  notSaved: 'Pas encore enregistré',
  newTotal: (total) => `Total maintenant ${total}`,
  totalChanged: (before, now) =>
    `Le total est passé de ${before} à ${now}. Vérifiez-le, puis commandez de nouveau.`,
  renewed:
    'Votre commande en cours avait expiré ; nous l’avons reprise avec votre saisie. Vérifiez-la, puis commandez de nouveau.',
  outcomeUnknown:
    'La boutique était injoignable ; nous ne savons donc pas encore si votre commande est passée. Réessayez : elle ne sera pas passée deux fois.',
  faultsTitle: (count) =>
    count === 1
      ? 'Un point demande votre attention'
      : `${number(count)} points demandent votre attention`,

  thanks: 'Merci. Votre commande est passée.',
  thanksText: (count) =>
    count === 1
      ? 'Le vendeur a votre commande et s’occupe de la suite.'
      : 'Chaque vendeur a sa part de votre commande et s’occupe de la suite.',
  orderNumber: 'Numéro de commande',
  openOrder: 'Ouvrir la page de la commande',
  keepLink: 'Gardez ce lien : il vous ramène à la commande et montre ce que fait chaque vendeur.',
  opensNewTab: '(s’ouvre dans un nouvel onglet)',
  continueReading: 'Continuer la lecture',

  order: 'Votre commande',
  orderLoading: 'Chargement de votre commande …',
  placedAt: (time) => `Passée le ${time}`,
  boughtAt: (site) => `Achetée sur ${site}`,
  print: 'Imprimer',
  unknownTitle: 'Nous ne connaissons pas cette commande',
  unknownText:
    'Le lien est peut-être incomplet. Copiez le lien entier là où vous l’avez gardé, ou rouvrez-le de là.',
  live: 'Cette page se met à jour d’elle-même.',
  offline: 'Pas de connexion pour l’instant. Cette page continue d’essayer.',
  deliverTo: 'Adresse de livraison',
  visitAt: 'Lieu de la prestation',
  ordered: 'Ce que vous avez commandé',
  personalDataErased: (time) => `Le nom, l’adresse et les coordonnées ont été effacés le ${time}.`,
  declinedIncluded: 'Ce qui a été refusé ou annulé n’est pas compté ici. Vous ne le payez pas.',
  howToPay: 'Paiement',
  pay: {
    invoice:
      'Chaque vendeur vous envoie sa propre facture. Payez chacune au vendeur qui y est nommé.',
    pay_on_delivery: 'Préparez ces montants pour la réception ou le retrait.',
  },
  nothingToPay: 'Rien à payer',
  progress: (seller) => `Avancement chez ${seller}`,
  steps: {
    placed: 'Passée',
    acknowledged: 'Confirmée',
    shipped: 'Expédiée',
    rejected: 'Refusée',
    cancelled: 'Annulée',
  },
  stepsService: {
    placed: 'Passée',
    acknowledged: 'Confirmée',
    shipped: 'Réalisée',
    rejected: 'Refusée',
    cancelled: 'Annulée',
  },
  stepsPickup: {
    placed: 'Passée',
    acknowledged: 'Confirmée',
    shipped: 'Prête à retirer',
    rejected: 'Refusée',
    cancelled: 'Annulée',
  },
  stepDone: 'fait',
  stepNow: 'étape actuelle',
  stepOpen: 'à venir',
  replacementTitle: 'D’autres ont ces articles',
  replacementText: (sellers, total) => `Chez ${sellers} pour ${total}, livraison comprise.`,
  costsTheSame: 'Le prix est le même.',
  costsLess: (amount) => `C’est ${amount} de moins qu’avant.`,
  costsMore: (amount) => `C’est ${amount} de plus qu’avant.`,
  replacementAccept: (total) => `Y commander avec obligation de paiement pour ${total}`,
  replacementDecline: 'Non merci',
  replacedBy: (sellers) => `Commandé maintenant chez ${sellers}.`,
  standsFor: (seller) => `À la place de ce que ${seller} n’a pas pu accepter.`,
  sameAsOrdered: 'Vous payez autant que commandé.',
  lessThanOrdered: (amount) => `Vous payez ${amount} de moins que commandé.`,
  moreThanOrdered: (amount) => `Vous payez ${amount} de plus que commandé.`,
  replacementLegend: 'Si un vendeur ne peut pas livrer',
  replacementModes: {
    ask: 'Me demander sur la page de la commande',
    not_dearer: 'Commander chez un autre vendeur si ce n’est pas plus cher',
    up_to: 'Commander chez un autre vendeur si le tout ne coûte au plus que ce montant de plus :',
  },
  replacementUpTo: (currency) => `Montant en ${currency}`,
  cancelOrder: 'Annuler cette commande',
  cancelAll: 'Tout annuler',
  cancelAllQuestion: 'Annuler tout ce que vous avez commandé ?',
  cancelEffect: 'Vous n’en payez rien et le vendeur est prévenu aussitôt. C’est définitif.',
  cancelKeep: 'Garder la commande',
  cancelConfirm: 'Annuler la commande',
  cancelledPart: 'Vous avez annulé cette part de votre commande.',
  cancelTooLate:
    'Un vendeur a pris votre commande en charge entre-temps : rien n’a été annulé. Adressez-vous au vendeur.',
  cancelQuestion: (seller) => `Annuler ce que vous avez commandé chez ${seller} ?`,
  declined: (seller) => `${seller} n’a pas pu accepter cette part de votre commande.`,
  reason: 'Raison',
  nothingOwed: 'Vous ne la payez pas.',
  carrier: 'Transporteur',
  tracking: 'Numéro de suivi',
  readyToCollect: (seller) => `Votre commande est prête à retirer chez ${seller}.`,
  carriedOut: (seller) => `${seller} a réalisé votre prestation.`,
  changed: {
    placed: (seller) => `${seller} a votre commande.`,
    acknowledged: (seller) => `${seller} a confirmé votre commande.`,
    shipped: (seller) => `${seller} a expédié votre commande.`,
    rejected: (seller) => `${seller} n’a pas pu accepter votre commande.`,
    cancelled: (seller) => `Votre commande chez ${seller} est annulée.`,
  },
  reviewOf: (title) => `Combien d’étoiles pour ${title} ?`,
  reviewSeller: (seller) => `${seller} : la commande était-elle juste et à l’heure ?`,
  yourReview: 'Votre avis',
  starsOf: (count) => (count === 1 ? '1 étoile sur 5' : `${number(count)} étoiles sur 5`),
  chooseStars: 'Veuillez choisir le nombre d’étoiles.',
  reviewText: 'Avec vos mots',
  displayName: 'Nom à afficher',
  reviewHint:
    'Les étoiles comptent tout de suite. L’exploitant de la boutique lit les textes avant que tous puissent les lire. Ne nommez personne. Vous pouvez tout modifier ou retirer ici.',
  saveReview: 'Enregistrer l’avis',
  withdrawReview: 'Le retirer',
  reviewSaved: 'Merci. Votre avis est enregistré.',
  reviewWithdrawn: 'Votre avis a été retiré.',
  reviewStates: {
    none: 'Vos étoiles comptent.',
    waiting: 'Vos étoiles comptent. Votre texte attend d’être lu par l’exploitant.',
    published: 'Tous peuvent le lire.',
    declined: 'Votre texte n’est pas affiché.',
  },
  sellersAnswer: 'Réponse du vendeur',
  whoEarns: 'Qui gagne quoi',
  earnsSellers: 'Les vendeurs, livraison et taxes comprises',
  earnsPresenter: (site) => `${site}, pour l’avoir présenté`,
  earnsOperator: 'L’exploitant de cette boutique',
  earnsNote: 'Le tout fait ce que vous payez. Les parts sont payées par les vendeurs.',
});
