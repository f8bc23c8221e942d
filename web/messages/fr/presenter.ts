/** The presenter's pages in French. */
import type { PresenterWords } from '../presenter.ts';
import type { Speech } from '../speech.ts';

export const words = ({ counted }: Speech): PresenterWords => ({
  newSite: 'Un autre site',
  sellersTitle: '1. Choisir des vendeurs',
  sellersText:
    'Votre site montre les produits de ces vendeurs. Vous gagnez une part de chaque vente.',
  noSellers: 'Il n’y a pas encore de vendeurs.',
  seller: 'Vendeur',
  youEarn: 'Vous gagnez',
  state: 'Sur votre site',
  step: 'Modifier',
  nothing: 'rien',
  forAll: (share) => share,
  forOthersNothing: 'Rien, sauf pour :',
  forCategory: (category, share) => `${category} : ${share}`,
  forProducts: (count) =>
    counted(count, {
      one: '# produit a ses propres conditions',
      other: '# produits ont leurs propres conditions',
    }),
  perUnit: (amount) => `${amount} par pièce`,
  beyond: (amount) => `ce que le prix rapporte au-delà de ${amount}`,
  only: (countries) => `Seulement pour les sites de : ${countries}`,
  byInvitation: 'Sur invitation',
  states: {
    shown: 'Affiché',
    hidden: 'Non affiché',
    applied: 'Demandé, le vendeur doit répondre',
    invited: 'Vous invite',
    ended: 'Non affiché',
    blocked: 'Refusé par le vendeur',
  },
  steps: {
    show: 'Afficher',
    apply: 'Demander',
    accept: 'Accepter',
    decline: 'Refuser',
    end: 'Retirer',
  },

  tagTitle: '2. Copier la balise',
  tagText: 'Collez-la dans votre page, là où la boutique doit être.',
  copy: 'Copier la balise',
  copied: 'Copié',
  preview: 'Aperçu',

  settingsTitle: 'Réglages',
  disclose: 'Les clients voient qui gagne quoi',
  save: 'Enregistrer',
  saved: 'Enregistré',

  ordersTitle: 'Commandes',
  noOrders:
    'Pas encore de commandes. Elles apparaissent ici dès que quelqu’un achète par vos pages.',
  order: 'Commande',
  time: 'Date',
  products: 'Produits',
  status: 'État',
  goods: 'Marchandises',
  share: 'Votre part',
  statuses: {
    placed: 'Passée',
    acknowledged: 'Prise en charge',
    shipped: 'Expédiée',
    rejected: 'Refusée',
    cancelled: 'Annulée',
  },

  earningsTitle: 'Revenus',
  month: 'Mois',
  nothingEarned: 'Rien ne s’est passé ce mois-ci.',
  opening: 'Au début',
  closing: 'À la fin',
  earned: 'Gagné ce mois-ci',
  kind: 'Opération',
  amount: 'Montant',
  balance: 'Solde',
  note: 'Remarque',
  kinds: {
    sale: 'Vente',
    collection: 'Encaissement',
    rejection: 'Commande refusée',
    cancellation: 'Commande annulée',
    refund: 'Remboursement',
    payout: 'Versement',
    adjustment: 'Correction',
  },
});
