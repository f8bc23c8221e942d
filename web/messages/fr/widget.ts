/** The widget's words in French. */
import type { Speech } from '../speech.ts';
import type { WidgetWords } from '../widget.ts';
import { measures } from './measures.ts';
import { returned } from './returns.ts';

export function widget(speech: Speech): WidgetWords {
  const { number, counted } = speech;
  const items = (count: number): string =>
    counted(count, { one: '# article', other: '# articles' });
  const sellers = (count: number): string =>
    counted(count, { one: '# vendeur', other: '# vendeurs' });

  return {
    direction: 'ltr',
    loading: 'Chargement de la boutique',
    openShop: 'Afficher la boutique',
    sellers: (count) =>
      count === 1 ? 'Un vendeur, un panier' : `${sellers(count)}, un seul panier`,
    search: 'Rechercher dans la boutique',
    filters: 'Filtres',
    cart: 'Panier',
    cartButton: (count) => (count === 0 ? 'Panier, vide' : `Panier, ${items(count)}`),
    from: 'à partir de',
    add: 'Ajouter',
    choose: 'Choisir',
    soldOut: 'Épuisé',
    away: 'Pas de commandes pour le moment',
    backOn: (day) => `De retour le ${day}`,
    addNamed: (title) => `Ajouter ${title} au panier`,
    chooseNamed: (title) => `Choisir ${title}`,
    inCart: (count) => `${number(count)} au panier`,
    soldBy: (name) => `Vendu par ${name}`,
    service: 'Prestation',
    offeredBy: (name) => `Proposé par ${name}`,
    moreSellers: sellers,
    more: 'Afficher plus',
    shown: (count, total) => `${number(count)} sur ${number(total)}`,
    noProducts: 'Il n’y a encore rien en rayon.',
    others: 'Tout le reste',
    withTax: 'Prix TTC, livraison en sus.',
    withoutTax: 'Prix hors TVA et hors livraison.',
    someTax: 'Livraison en sus ; chez certains vendeurs, la TVA s’ajoute.',
    offline:
      'Vous êtes hors ligne. Vous pouvez continuer à regarder et à remplir le panier ; pour commander, il faut une connexion.',
    retry: 'Réessayer',
    close: 'Fermer',
    partFailed: 'Le chargement a échoué. Vérifiez votre connexion et réessayez.',
    loadFailed: (code) => {
      switch (code) {
        case 'unknown_site':
        case 'not_found':
          return 'Cette boutique n’existe pas, ou n’existe plus.';
        case 'forbidden_origin':
          return 'Cette boutique ne peut pas s’afficher sur cette page. Son propriétaire peut autoriser l’adresse de la page.';
        case 'currency_mismatch':
          return 'Cette boutique vend dans une autre devise que celle de cette page.';
        case 'corrupt_catalog':
          return 'Le catalogue de la boutique est arrivé endommagé.';
        default:
          return 'La boutique est injoignable.';
      }
    },
    added: (title, total) => `${title} ajouté. ${items(total)} au panier.`,
    repricedCart: 'Un prix de votre panier a changé.',
    removed: (title, total) => `${title} retiré. ${items(total)} au panier.`,

    pictures: 'Photos',
    picture: (place) => `Photo ${number(place)}`,
    unavailable: 'indisponible',
    offersTitle: 'Choisir un vendeur',
    quantity: 'Quantité',
    fewer: 'Un de moins',
    another: 'Un de plus',
    addToCart: 'Ajouter au panier',
    addedShort: 'Ajouté',
    viewCart: 'Voir le panier',
    left: (count) => `Plus que ${number(count)} en stock`,
    inStock: 'En stock',
    deliveryTo: (country) => `Livraison (${country})`,
    collect: 'Retrait',
    notDelivered: (country) => `Non livré : ${country}`,
    leadTime: (days) => `délai : ${days}`,
    outsideArea: (country) => `Non proposé chez vous : ${country}`,
    offeredIn: (area) => `Proposé ici : ${area}`,
    offeredEverywhere: 'Proposé partout',
    free: 'Gratuit',
    moreForFree: (amount, seller) => `Encore ${amount} chez ${seller} pour la livraison gratuite`,
    limitReached: (limit) => `Le vendeur en a ${number(limit)}, y compris dans votre panier.`,
    aboutSeller: (name) => `À propos de ${name}`,
    returns: 'Retours',
    rated: (mean, count) =>
      `${mean} étoiles sur 5, ${counted(count, { one: '# avis', other: '# avis' })}`,
    recommendedBy: (name) => `Recommandé par ${name}`,
    reviews: 'Avis d’acheteurs',
    givenStars: (count) => counted(count, { one: '# étoile sur 5', other: '# étoiles sur 5' }),
    verifiedBuyer: 'Achat vérifié',
    boughtFrom: (seller) => `Acheté chez ${seller}`,
    answerOf: (seller) => `Réponse de ${seller}`,
    moreReviews: 'Afficher plus d’avis',
    earnsOf: (name, amount, seller) =>
      `${name} gagne ${amount} sur un article vendu par ${seller}.`,
    howReviewsCount: 'Comment cela compte-t-il ?',
    whyReviews:
      'Seuls les clients à qui l’article a été envoyé peuvent donner leur avis ; chacun compte une fois et les avis récents comptent davantage. L’exploitant lit les textes avant qu’ils ne paraissent. Les étoiles font un quart de la place d’un produit, les recommandations un dixième. Personne ne peut payer pour une place.',
    sellerRated: (mean, count) =>
      `${mean} étoiles sur 5 de ${counted(count, { one: '# client', other: '# clients' })}`,
    sentInTime: (percent) => `${percent} expédiés à temps ces 90 derniers jours`,
    notAccepted: (percent) => `${percent} des commandes non acceptées`,
    alsoNeeded: 'Il faut aussi',
    goesWith: 'Va bien avec',
    whySaid: 'C’est ce que dit le vendeur qui décrit ce produit.',
    boughtTogether: 'Souvent achetés ensemble',
    helpWithIt: 'Se faire aider',
    whyHelp:
      'Ceux qui proposent ces prestations indiquent qu’elles vont avec ce produit ou sa catégorie. Cette boutique les montre comme ses autres vendeurs. Personne ne peut payer pour une place.',
    whyHere: 'Pourquoi est-ce affiché ici ?',
    whyTogether:
      'Toutes boutiques confondues, au moins trois clients l’ont acheté avec ce produit, plus souvent que par hasard. Les achats récents comptent davantage, chaque client compte une fois et aucune boutique ne compte pour plus de 32 clients. Personne ne peut payer pour une place.',
    shownTogether: 'Souvent présentés ensemble',
    whyShown:
      'Au moins trois personnes dont la boutique a déjà vendu montrent les deux dans un même guide ou une même rubrique, ou recommandent les deux, plus souvent que par hasard. Chacune compte une fois ; qui vend ces articles ne compte pas. Personne ne peut payer pour une place.',

    fits: (amount, seller) => `+${amount}, dans le colis de ${seller}`,
    newParcel: (amount) => `+${amount}, nouveau colis`,
    visitCost: (amount) => `+${amount} de déplacement`,
    saving: (amount, seller) => `${amount} de livraison en moins chez ${seller}`,
    assumed: (country) => `Livraison calculée pour : ${country}. Le lieu se change dans le panier.`,

    ...measures(speech),
    ...returned,

    emptyTitle: 'Votre panier est vide',
    emptyText: 'Les articles de tous les vendeurs vont dans un même panier.',
    keepLooking: 'Continuer à regarder',
    each: (price) => `${price} pièce`,
    remove: 'Retirer',
    removeNamed: (title) => `Retirer ${title}`,
    removedShort: (title) => `${title} a été retiré.`,
    undo: 'Annuler',
    repriced: (title, before, price) => `Le prix de ${title} est passé de ${before} à ${price}.`,
    quantityOf: (title) => `Quantité de ${title}`,
    parcel: (place, of) => (of === 1 ? 'Livraison' : `Colis ${number(place)} sur ${number(of)}`),
    delivery: 'Livraison',
    deliveryBy: (seller) => `Livraison par ${seller}`,
    stockLimit: (limit) => (limit === 0 ? 'Épuisé.' : `Il n’en reste que ${number(limit)}.`),
    takeLimit: (limit) => `En prendre ${number(limit)}`,
    gone: 'Un article n’est plus vendu.',
    undeliverable: (seller, country) =>
      `${seller} ne livre pas cet article (${country}). Changez le lieu ci-dessous ou retirez-le.`,
    outOfArea: (seller, country) =>
      `${seller} ne propose pas cette prestation chez vous (${country}). Changez le lieu ci-dessous ou retirez-la.`,
    pickupOnly: (seller, country) =>
      `${seller} ne livre pas cet article (${country}). Vous pouvez le retirer sur place.`,
    choosePickup: 'Choisir le lieu de retrait',
    optionChanged:
      'La livraison choisie n’est pas proposée ici ; la meilleure autre a été retenue.',
    subtotal: 'Sous-total',
    items_discount: 'Remise',
    fulfillment: 'Livraison',
    tax: 'Taxe',
    fee: 'Frais',
    total: 'Total',
    includedTax: (rate) => `Dont TVA ${rate}`,
    addedTax: (rate) => `TVA ${rate}`,
    deliverTo: 'Lieu de livraison',
    country: 'Pays',
    postcode: 'Code postal',
    estimateHint: 'Pour l’estimation seulement. Cela ne quitte pas cette page.',
    checkout: 'Commander',
    fixFirst: 'Voyez d’abord les articles signalés.',
    quoteFailed: 'Les prix n’ont pas pu être calculés.',
    cartNote: 'Une seule commande. Chaque vendeur envoie sa part.',

    share: 'Partager',
    shareLink: 'Lien pour acheter ceci',
    shareProduct: 'Lien vers ce produit',
    copy: 'Copier le lien',
    copied: 'Copié.',
    copyByHand: 'Le lien est sélectionné. Copiez-le au clavier ou par son menu.',
    shareWith: 'Partager avec …',
    qrCode: 'Code QR du lien',
    tooMuchToShare: 'Il y en a trop pour un lien.',

    waysTitle: 'Vendeurs et livraison',
    ways: {
      cost: 'le moins cher',
      parcels: 'le moins de colis',
      fastest: 'le plus rapide',
      pickup: 'tout retirer sur place',
    },
    parcels: (count) => counted(count, { one: '# colis', other: '# colis' }),
    saves: (amount) => `économise ${amount}`,
    costsMore: (amount) => `${amount} de plus`,
    onlyWay: (sellers) =>
      sellers > 1
        ? `Aucun autre choix parmi ${counted(sellers, { one: '# vendeur', other: '# vendeurs' })} n’est moins cher, plus rapide ou en moins de colis.`
        : 'Aucun autre vendeur n’a ces articles ici.',
    sellersChanged: 'Certains articles viennent maintenant d’autres vendeurs.',
    nobody: 'Personne ne livre tout cela à cet endroit.',
    notAll: (titles) => `Il n’en reste pas assez : ${titles}.`,
    takePartial: (total) => `Prendre ce qui est disponible pour ${total}`,
    whyTitle: 'Pourquoi ces vendeurs ?',
    whyText: (sellers) =>
      `${counted(sellers, { one: '# vendeur a', other: '# vendeurs ont' })} une partie de ces articles. Les prix et la livraison de toutes les combinaisons ont été comparés :`,
    eachCheapest: 'Chaque article là où il est le moins cher',
    oneSeller: 'Tout chez un seul vendeur',
    nobodyHasAll: 'personne n’a tout',
    best: 'Meilleure combinaison',
    proved: 'Prouvé : aucune combinaison n’est moins chère.',
    within: (amount) => `Aucune combinaison ne peut coûter plus de ${amount} de moins.`,
    keepSeller: 'Garder le vendeur',
    sellerKept: 'Vendeur gardé',

    checkoutTitle: 'Commande',
    checkoutUnreached:
      'La page de commande est injoignable. Votre panier est conservé. Vérifiez votre connexion et réessayez.',
  };
}
