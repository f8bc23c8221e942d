/** The words of the checkout page and the order page in Spanish. */
import type { PageWords } from '../checkout.ts';
import type { Speech } from '../speech.ts';

export const checkout = ({ number, counted }: Speech): PageWords => ({
  direction: 'ltr',

  checkout: 'Pedido',
  back: 'Volver',
  loading: 'Preparando su pedido …',
  tryAgain: 'Reintentar',
  unavailableTitle: 'No se puede abrir la página del pedido',
  damagedTitle: 'Este enlace está dañado',
  damagedEntry: (place) => `No se puede leer el elemento ${number(place)}.`,
  damagedQuantity: (place) =>
    `El elemento ${number(place)} tiene una cantidad que no se puede pedir.`,
  damagedTwice: (place) => `El elemento ${number(place)} aparece dos veces.`,
  damagedLong: 'Contiene más de lo que cabe en un carrito.',
  damagedHelp: 'Pida un enlace nuevo donde lo encontró o elija en la tienda.',
  noShop: 'La tienda de este enlace no existe o ya no existe.',
  toShop: (shop) => `Ir a ${shop}`,
  emptyTitle: 'Su carrito está vacío',
  emptyText: 'Elija algo primero y vuelva aquí.',
  withoutIt: 'Continuar sin él',

  gist: (products, sellers, total) => `${products}, ${sellers} · ${total}`,
  products: (count) => counted(count, { one: '# producto', other: '# productos' }),
  fromSellers: (count) => counted(count, { one: '# vendedor', other: '# vendedores' }),

  contact: 'Contacto',
  contactHint: 'Solo lo reciben los vendedores que cumplen su pedido.',
  optional: 'opcional',
  delivery: 'Dirección de entrega',
  whereabouts: 'Dónde está usted',
  collectedOnly:
    'Lo recoge todo usted, así que no hace falta una dirección. El país decide qué puede enviarse.',
  fields: {
    'buyer.name': { label: 'Nombre y apellidos', missing: 'Introduzca su nombre.' },
    'buyer.email': {
      label: 'Correo electrónico',
      hint: 'Para preguntas sobre su pedido.',
      missing: 'Introduzca su correo electrónico.',
      invalid: 'Introduzca un correo electrónico como nombre@example.com.',
    },
    'buyer.phone': { label: 'Teléfono', hint: 'Ayuda al transportista a encontrarle.' },
    'address.name': { label: 'Destinatario', missing: 'Introduzca quién recibe los paquetes.' },
    'address.line1': {
      label: 'Calle y número',
      missing: 'Introduzca la calle y el número.',
    },
    'address.line2': { label: 'Piso, puerta, empresa' },
    'address.postcode': { label: 'Código postal', missing: 'Introduzca el código postal.' },
    'address.city': { label: 'Ciudad', missing: 'Introduzca la ciudad.' },
    'address.country': {
      label: 'País',
      missing: 'Elija un país.',
      invalid: 'Elija un país de la lista.',
    },
  },

  sellers: (count) => (count === 1 ? 'Su pedido' : 'Su pedido, por vendedor'),
  parcel: (place, count) => `Paquete ${number(place)} de ${number(count)}`,
  deliveryOf: (seller) => `Envío de ${seller}`,
  noDelivery: (seller, country) => `${seller} no envía esto a ${country}.`,
  pickupOnly: (seller, country) => `${seller} no envía esto a ${country}. Puede elegir recogerlo.`,
  noDeliveryHelp: 'Elija otro país o código postal, o quite estos productos.',
  removeThese: (count) => (count === 1 ? 'Quitar este producto' : 'Quitar estos productos'),
  remove: 'Quitar',
  removeNamed: (product) => `Quitar ${product}`,
  soldOut: 'Agotado.',
  onlyLeft: (count) => counted(count, { one: 'Solo queda #.', other: 'Solo quedan #.' }),
  take: (count) => `Pedir ${number(count)}`,
  gone: 'Un producto de su carrito ya no se vende.',
  today: 'hoy',
  within: (days) => `en ${days}`,
  free: 'Gratis',
  pickupAt: (address) => `Recoger en ${address}`,
  sellerDetails: 'El vendedor y las devoluciones',
  returns: 'Devoluciones',
  times: (quantity, price) => `${quantity} × ${price}`,

  payment: 'Pago',
  choosePayment: 'Elija cómo quiere pagar.',
  payments: {
    invoice: {
      label: 'Factura',
      text: 'Cada vendedor le envía una factura. Paga después de recibir la mercancía.',
    },
    pay_on_delivery: {
      label: 'Pago a la entrega o al recoger',
      text: 'Paga a cada vendedor al recibir o recoger la mercancía.',
    },
  },

  summary: 'Resumen',
  totals: {
    subtotal: 'Mercancía',
    items_discount: 'Descuento',
    fulfillment: 'Envío',
    tax: 'Impuesto',
    fee: 'Recargos',
    total: 'Total',
  },
  includedTax: (rate, amount) => `incluye ${amount} de IVA al ${rate}`,
  addedTax: (rate, amount) => `más ${amount} de IVA al ${rate}`,
  cheaperWay: (amount) =>
    `Otros vendedores o paquetes ahorrarían ${amount}: el carrito muestra cómo.`,
  cheapestProved: 'Demostrado: ninguna otra elección de vendedores y paquetes es más barata.',
  contracts: (count) =>
    count === 1
      ? 'Compra al vendedor nombrado arriba y le paga a él.'
      : 'Compra a cada vendedor nombrado arriba y paga a cada uno por separado. Cada vendedor recibe su propio pedido.',
  placeOrder: 'Pedido con obligación de pago',
  placing: 'Enviando su pedido …',
  saving: 'Guardando …',
  saved: 'Todo está guardado',
  notSaved: 'Aún sin guardar',
  newTotal: (total) => `Total ahora ${total}`,
  totalChanged: (before, now) =>
    `El total ha cambiado de ${before} a ${now}. Compruébelo y haga el pedido de nuevo.`,
  renewed:
    'Su pedido en curso había caducado, así que lo hemos empezado de nuevo con lo que introdujo. Compruébelo y haga el pedido de nuevo.',
  outcomeUnknown:
    'No hemos podido contactar con la tienda, así que aún no sabemos si su pedido se ha hecho. Inténtelo de nuevo: no se hará dos veces.',
  faultsTitle: (count) =>
    count === 1 ? 'Hay algo que revisar' : `Hay ${number(count)} cosas que revisar`,

  thanks: 'Gracias. Su pedido está hecho.',
  thanksText: (count) =>
    count === 1
      ? 'El vendedor tiene su pedido y se ocupa de lo demás.'
      : 'Cada vendedor tiene su parte del pedido y se ocupa de lo demás.',
  orderNumber: 'Número de pedido',
  openOrder: 'Abrir la página del pedido',
  keepLink: 'Guarde este enlace: le devuelve al pedido y muestra lo que hace cada vendedor.',
  opensNewTab: '(se abre en una pestaña nueva)',
  continueReading: 'Seguir leyendo',

  order: 'Su pedido',
  orderLoading: 'Cargando su pedido …',
  placedAt: (time) => `Hecho el ${time}`,
  boughtAt: (site) => `Comprado en ${site}`,
  print: 'Imprimir',
  unknownTitle: 'No conocemos este pedido',
  unknownText:
    'Puede que el enlace esté incompleto. Copie el enlace entero de donde lo guardó, o ábralo de nuevo desde allí.',
  live: 'Esta página se actualiza sola.',
  offline: 'Ahora mismo no hay conexión. Esta página sigue intentándolo.',
  deliverTo: 'Dirección de entrega',
  ordered: 'Lo que ha pedido',
  personalDataErased: (time) =>
    `El nombre, la dirección y los datos de contacto se borraron el ${time}.`,
  declinedIncluded: 'La parte rechazada no se cuenta aquí. No la paga.',
  howToPay: 'Pago',
  pay: {
    invoice:
      'Cada vendedor le envía su propia factura. Pague cada una al vendedor que figura en ella.',
    pay_on_delivery: 'Tenga preparados estos importes al recibir o recoger la mercancía.',
  },
  nothingToPay: 'Nada que pagar',
  progress: (seller) => `Estado en ${seller}`,
  steps: {
    placed: 'Hecho',
    acknowledged: 'Confirmado',
    shipped: 'Enviado',
    rejected: 'Rechazado',
  },
  stepsPickup: {
    placed: 'Hecho',
    acknowledged: 'Confirmado',
    shipped: 'Listo para recoger',
    rejected: 'Rechazado',
  },
  stepDone: 'terminado',
  stepNow: 'paso actual',
  stepOpen: 'pendiente',
  replacementTitle: 'Otros tienen estas cosas',
  replacementText: (sellers, total) => `De ${sellers} por ${total}, envío incluido.`,
  costsTheSame: 'Cuesta lo mismo.',
  costsLess: (amount) => `Son ${amount} menos que antes.`,
  costsMore: (amount) => `Son ${amount} más que antes.`,
  replacementAccept: (total) => `Pedirlo allí con obligación de pago por ${total}`,
  replacementDecline: 'No, gracias',
  replacedBy: (sellers) => `Pedido ahora a ${sellers}.`,
  standsFor: (seller) => `En lugar de lo que ${seller} no pudo aceptar.`,
  sameAsOrdered: 'Paga lo mismo que pidió.',
  lessThanOrdered: (amount) => `Paga ${amount} menos de lo que pidió.`,
  moreThanOrdered: (amount) => `Paga ${amount} más de lo que pidió.`,
  replacementLegend: 'Si un vendedor no puede entregar',
  replacementModes: {
    ask: 'Preguntarme en la página del pedido',
    not_dearer: 'Pedirlo a otro vendedor si no es más caro',
    up_to: 'Pedirlo a otro vendedor si todo junto cuesta como máximo esto de más:',
  },
  replacementUpTo: (currency) => `Importe en ${currency}`,
  declined: (seller) => `${seller} no pudo aceptar esta parte de su pedido.`,
  reason: 'Motivo',
  nothingOwed: 'No la paga.',
  carrier: 'Transportista',
  tracking: 'Número de seguimiento',
  readyToCollect: (seller) => `Su pedido está listo para recoger en ${seller}.`,
  changed: {
    placed: (seller) => `${seller} tiene su pedido.`,
    acknowledged: (seller) => `${seller} ha confirmado su pedido.`,
    shipped: (seller) => `${seller} ha enviado su pedido.`,
    rejected: (seller) => `${seller} no pudo aceptar su pedido.`,
  },
  whoEarns: 'Quién gana qué',
  earnsSellers: 'Los vendedores, con el envío y los impuestos',
  earnsPresenter: (site) => `${site}, por presentarlo`,
  earnsOperator: 'Quien gestiona esta tienda',
  earnsNote: 'Suma lo que usted paga. Las partes las pagan los vendedores.',
});
