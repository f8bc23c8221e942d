/** The words of `<vitrine-order>` in Spanish. */
import type { OrderWords } from '../order.ts';

export const order = (): OrderWords => ({
  title: 'Su pedido',
  number: (id) => `Pedido n.º ${id}`,
  placedAt: (time) => `Hecho el ${time}`,
  statuses: {
    placed: 'Hecho',
    acknowledged: 'Confirmado',
    shipped: 'Enviado',
    rejected: 'Rechazado',
    cancelled: 'Cancelado',
  },
  ready: 'Listo para recoger',
  carriedOut: 'Realizado',
  news: (seller, status) => `${seller}: ${status}`,
  times: (quantity, title) => `${quantity} × ${title}`,
  nothingToPay: 'Nada que pagar',
  openPage: 'Abrir la página del pedido',
  unknown: 'No conocemos este pedido.',
});
