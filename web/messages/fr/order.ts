/** The words of `<vitrine-order>` in French. */
import type { OrderWords } from '../order.ts';

export const order = (): OrderWords => ({
  title: 'Votre commande',
  number: (id) => `Commande n° ${id}`,
  placedAt: (time) => `Passée le ${time}`,
  statuses: {
    placed: 'Passée',
    acknowledged: 'Confirmée',
    shipped: 'Expédiée',
    rejected: 'Refusée',
    cancelled: 'Annulée',
  },
  ready: 'Prête à retirer',
  carriedOut: 'Réalisée',
  news: (seller, status) => `${seller}: ${status}`,
  times: (quantity, title) => `${quantity} × ${title}`,
  nothingToPay: 'Rien à payer',
  openPage: 'Ouvrir la page de la commande',
  unknown: 'Nous ne connaissons pas cette commande.',
});
