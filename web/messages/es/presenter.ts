/** The presenter's pages in Spanish. */
import type { PresenterWords } from '../presenter.ts';
import type { Speech } from '../speech.ts';

export const words = ({ counted }: Speech): PresenterWords => ({
  newSite: 'Otro sitio',
  sellersTitle: '1. Elegir vendedores',
  sellersText:
    'Su sitio muestra los productos de estos vendedores. Usted gana una parte de cada venta.',
  noSellers: 'Todavía no hay vendedores.',
  seller: 'Vendedor',
  youEarn: 'Usted gana',
  state: 'En su sitio',
  step: 'Cambiar',
  nothing: 'nada',
  forAll: (share) => share,
  forOthersNothing: 'Nada, salvo por:',
  forCategory: (category, share) => `${category}: ${share}`,
  forProducts: (count) =>
    counted(count, {
      one: '# producto tiene condiciones propias',
      other: '# productos tienen condiciones propias',
    }),
  perUnit: (amount) => `${amount} por unidad`,
  beyond: (amount) => `lo que el precio aporte por encima de ${amount}`,
  only: (countries) => `Solo para sitios de: ${countries}`,
  byInvitation: 'Por invitación',
  states: {
    shown: 'Se muestra',
    hidden: 'No se muestra',
    applied: 'Solicitado, falta el vendedor',
    invited: 'Le invita',
    ended: 'No se muestra',
    blocked: 'Rechazado por el vendedor',
  },
  steps: {
    show: 'Mostrar',
    apply: 'Solicitar',
    accept: 'Aceptar',
    decline: 'Rechazar',
    end: 'Quitar',
  },

  tagTitle: '2. Copiar la etiqueta',
  tagText: 'Péguela en su página donde deba estar la tienda.',
  copy: 'Copiar la etiqueta',
  copied: 'Copiada',
  preview: 'Vista previa',

  settingsTitle: 'Ajustes',
  disclose: 'Los clientes ven quién gana qué',
  save: 'Guardar',
  saved: 'Guardado',

  ordersTitle: 'Pedidos',
  noOrders: 'Todavía no hay pedidos. Aparecen aquí en cuanto alguien compra en sus páginas.',
  order: 'Pedido',
  time: 'Fecha',
  products: 'Productos',
  status: 'Estado',
  goods: 'Mercancía',
  share: 'Su parte',
  statuses: {
    placed: 'Recibido',
    acknowledged: 'Aceptado',
    shipped: 'Enviado',
    rejected: 'Rechazado',
  },

  earningsTitle: 'Ingresos',
  month: 'Mes',
  nothingEarned: 'No ocurrió nada en este mes.',
  opening: 'Al principio',
  closing: 'Al final',
  earned: 'Ganado este mes',
  kind: 'Operación',
  amount: 'Importe',
  balance: 'Saldo',
  note: 'Nota',
  kinds: {
    sale: 'Venta',
    collection: 'Cobro',
    rejection: 'Pedido rechazado',
    refund: 'Reembolso',
    payout: 'Pago',
    adjustment: 'Ajuste',
  },
});
