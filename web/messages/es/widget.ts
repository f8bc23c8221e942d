/** The widget's words in Spanish. */
import type { Speech } from '../speech.ts';
import type { WidgetWords } from '../widget.ts';
import { measures } from './measures.ts';
import { returned } from './returns.ts';

export function widget(speech: Speech): WidgetWords {
  const { number, counted } = speech;
  const items = (count: number): string =>
    counted(count, { one: '# artículo', other: '# artículos' });
  const sellers = (count: number): string =>
    counted(count, { one: '# vendedor', other: '# vendedores' });

  return {
    direction: 'ltr',
    loading: 'Cargando la tienda',
    openShop: 'Mostrar la tienda',
    sellers: (count) =>
      count === 1 ? 'Un vendedor, un carrito' : `${sellers(count)}, un solo carrito`,
    search: 'Buscar en la tienda',
    filters: 'Filtros',
    cart: 'Carrito',
    cartButton: (count) => (count === 0 ? 'Carrito, vacío' : `Carrito, ${items(count)}`),
    from: 'desde',
    add: 'Añadir',
    choose: 'Elegir',
    soldOut: 'Agotado',
    away: 'No acepta pedidos por ahora',
    backOn: (day) => `De vuelta el ${day}`,
    addNamed: (title) => `Añadir ${title} al carrito`,
    chooseNamed: (title) => `Elegir ${title}`,
    inCart: (count) => `${number(count)} en el carrito`,
    soldBy: (name) => `Vendido por ${name}`,
    service: 'Servicio',
    offeredBy: (name) => `Ofrecido por ${name}`,
    moreSellers: sellers,
    more: 'Mostrar más',
    shown: (count, total) => `${number(count)} de ${number(total)}`,
    noProducts: 'Todavía no hay nada en los estantes.',
    others: 'Todo lo demás',
    withTax: 'Precios con IVA. El envío se añade.',
    withoutTax: 'Se añaden el IVA y el envío.',
    someTax: 'Se añade el envío y, con algunos vendedores, el IVA.',
    offline:
      'Sin conexión. Puede seguir mirando y llenando el carrito; para pedir hace falta una conexión.',
    retry: 'Reintentar',
    close: 'Cerrar',
    partFailed: 'No se ha podido cargar. Compruebe la conexión e inténtelo de nuevo.',
    loadFailed: (code) => {
      switch (code) {
        case 'unknown_site':
        case 'not_found':
          return 'Esta tienda no existe, o ya no existe.';
        case 'forbidden_origin':
          return 'Esta tienda no puede mostrarse en esta página. Su propietario puede permitir la dirección de la página.';
        case 'currency_mismatch':
          return 'Esta tienda vende en una moneda distinta de la de esta página.';
        case 'corrupt_catalog':
          return 'El catálogo de la tienda ha llegado dañado.';
        default:
          return 'No se ha podido contactar con la tienda.';
      }
    },
    added: (title, total) => `Añadido: ${title}. ${items(total)} en el carrito.`,
    repricedCart: 'Ha cambiado un precio de su carrito.',
    removed: (title, total) => `Quitado: ${title}. ${items(total)} en el carrito.`,

    pictures: 'Imágenes',
    picture: (place) => `Imagen ${number(place)}`,
    unavailable: 'no disponible',
    offersTitle: 'Elegir un vendedor',
    quantity: 'Cantidad',
    fewer: 'Uno menos',
    another: 'Uno más',
    addToCart: 'Añadir al carrito',
    addedShort: 'Añadido',
    viewCart: 'Ver el carrito',
    left: (count) => counted(count, { one: 'Solo queda #', other: 'Solo quedan #' }),
    inStock: 'En existencias',
    deliveryTo: (country) => `Envío a ${country}`,
    collect: 'Recoger',
    notDelivered: (country) => `No se envía a ${country}`,
    leadTime: (days) => `con ${days} de antelación`,
    outsideArea: (country) => `No se ofrece en su zona de ${country}`,
    offeredIn: (area) => `Se ofrece en ${area}`,
    offeredEverywhere: 'Se ofrece en todas partes',
    free: 'Gratis',
    moreForFree: (amount, seller) => `${amount} más de ${seller} para el envío gratis`,
    limitReached: (limit) => `El vendedor tiene ${number(limit)}, contando los de su carrito.`,
    aboutSeller: (name) => `Acerca de ${name}`,
    returns: 'Devoluciones',
    rated: (mean, count) =>
      `${mean} de 5 estrellas, ${counted(count, { one: '# valoración', other: '# valoraciones' })}`,
    recommendedBy: (name) => `Recomendado por ${name}`,
    reviews: 'Opiniones de compradores',
    givenStars: (count) => counted(count, { one: '# de 5 estrellas', other: '# de 5 estrellas' }),
    verifiedBuyer: 'Compra verificada',
    boughtFrom: (seller) => `Comprado a ${seller}`,
    answerOf: (seller) => `Respuesta de ${seller}`,
    moreReviews: 'Mostrar más opiniones',
    earnsOf: (name, amount, seller) =>
      `${name} gana ${amount} por cada unidad que vende ${seller}.`,
    howReviewsCount: '¿Cómo cuenta esto?',
    whyReviews:
      'Solo pueden opinar los clientes a quienes se les envió; cada uno cuenta una vez y las opiniones recientes cuentan más. El operador lee los textos antes de que se muestren. Las estrellas son una cuarta parte del lugar de un producto; las recomendaciones, una décima. Nadie puede pagar por un lugar.',
    sellerRated: (mean, count) =>
      `${mean} de 5 estrellas de ${counted(count, { one: '# cliente', other: '# clientes' })}`,
    sentInTime: (percent) => `${percent} enviado a tiempo en los últimos 90 días`,
    notAccepted: (percent) => `${percent} de los pedidos no aceptados`,
    alsoNeeded: 'También hace falta',
    goesWith: 'Va bien con esto',
    whySaid: 'Lo dice el vendedor cuyas palabras describen este producto.',
    boughtTogether: 'Comprados juntos a menudo',
    helpWithIt: 'Ayuda para esto',
    whyHelp:
      'Quien ofrece estos servicios indica que son para este producto o su categoría. Esta tienda los muestra como a sus demás vendedores. Nadie puede pagar por un lugar.',
    whyHere: '¿Por qué aparece aquí?',
    whyTogether:
      'En el conjunto de las tiendas, al menos tres clientes lo compraron con este producto, más a menudo que por azar. Las compras recientes cuentan más, cada cliente cuenta una vez y ninguna tienda cuenta por más de 32 clientes. Nadie puede pagar por un lugar.',
    shownTogether: 'A menudo se muestran juntos',
    whyShown:
      'Al menos tres personas en cuyas tiendas ya se ha comprado muestran ambos en una misma guía o sección, o recomiendan ambos, y más veces que por azar. Cada una cuenta una vez; quien vende los artículos no cuenta. Nadie puede pagar por un lugar.',

    fits: (amount, seller) => `+${amount}, cabe en el paquete de ${seller}`,
    newParcel: (amount) => `+${amount}, paquete nuevo`,
    visitCost: (amount) => `+${amount} de desplazamiento`,
    saving: (amount, seller) => `ahorra ${amount} de envío de ${seller}`,
    assumed: (country) =>
      `Envío calculado para ${country}. El lugar puede cambiarse en el carrito.`,

    ...measures(speech),
    ...returned,

    emptyTitle: 'Su carrito está vacío',
    emptyText: 'Las cosas de todos los vendedores van al mismo carrito.',
    keepLooking: 'Seguir mirando',
    each: (price) => `${price} por unidad`,
    remove: 'Quitar',
    removeNamed: (title) => `Quitar ${title}`,
    removedShort: (title) => `Se ha quitado ${title}.`,
    undo: 'Deshacer',
    repriced: (title, before, price) =>
      `El precio de ${title} ha cambiado de ${before} a ${price}.`,
    quantityOf: (title) => `Cantidad de ${title}`,
    parcel: (place, of) => (of === 1 ? 'Envío' : `Paquete ${number(place)} de ${number(of)}`),
    delivery: 'Envío',
    deliveryBy: (seller) => `Envío de ${seller}`,
    stockLimit: (limit) =>
      limit === 0 ? 'Agotado.' : counted(limit, { one: 'Solo queda #.', other: 'Solo quedan #.' }),
    takeLimit: (limit) => `Llevar ${number(limit)}`,
    gone: 'Un artículo ya no se vende.',
    undeliverable: (seller, country) =>
      `${seller} no envía esto a ${country}. Cambie el lugar más abajo o quítelo.`,
    outOfArea: (seller, country) =>
      `${seller} no ofrece esto en su zona de ${country}. Cambie el lugar más abajo o quítelo.`,
    pickupOnly: (seller, country) => `${seller} no envía esto a ${country}. Puede recogerlo.`,
    choosePickup: 'Elegir dónde recoger',
    optionChanged: 'El envío elegido no se ofrece aquí; se ha tomado el mejor de los demás.',
    subtotal: 'Subtotal',
    items_discount: 'Descuento',
    fulfillment: 'Envío',
    tax: 'Impuesto',
    fee: 'Recargo',
    total: 'Total',
    includedTax: (rate) => `Incluye ${rate} de IVA`,
    addedTax: (rate) => `${rate} de IVA`,
    deliverTo: 'Lugar de entrega',
    country: 'País',
    postcode: 'Código postal',
    estimateHint: 'Solo para el cálculo. No sale de esta página.',
    checkout: 'Tramitar el pedido',
    fixFirst: 'Mire primero los artículos señalados.',
    quoteFailed: 'No se han podido calcular los precios.',
    cartNote: 'Un pedido. Cada vendedor envía su parte.',

    share: 'Compartir',
    shareLink: 'Enlace para comprar esto',
    shareProduct: 'Enlace a este producto',
    copy: 'Copiar enlace',
    copied: 'Copiado.',
    copyByHand: 'El enlace está seleccionado. Cópielo con el teclado o con su menú.',
    shareWith: 'Compartir con …',
    qrCode: 'Código QR del enlace',
    tooMuchToShare: 'Es demasiado para un enlace.',

    waysTitle: 'Vendedores y envío',
    ways: {
      cost: 'lo más barato',
      parcels: 'menos paquetes',
      fastest: 'lo más rápido',
      pickup: 'recogerlo todo',
    },
    parcels: (count) => counted(count, { one: '# paquete', other: '# paquetes' }),
    saves: (amount) => `ahorra ${amount}`,
    costsMore: (amount) => `${amount} más`,
    onlyWay: (sellers) =>
      sellers > 1
        ? `Ninguna otra elección entre ${counted(sellers, { one: '# vendedor', other: '# vendedores' })} es más barata, más rápida o con menos paquetes.`
        : 'Ningún otro vendedor de aquí tiene estas cosas.',
    sellersChanged: 'Algunas cosas vienen ahora de otros vendedores.',
    nobody: 'Nadie envía todo esto a ese lugar.',
    notAll: (titles) => `No queda suficiente de esto: ${titles}.`,
    takePartial: (total) => `Llevar lo que haya por ${total}`,
    whyTitle: '¿Por qué estos vendedores?',
    whyText: (sellers) =>
      `${counted(sellers, { one: '# vendedor tiene', other: '# vendedores tienen' })} algunas de estas cosas. Se han comparado los precios y el envío de todas las combinaciones:`,
    eachCheapest: 'Cada cosa donde es más barata',
    oneSeller: 'Todo de un vendedor',
    nobodyHasAll: 'nadie lo tiene todo',
    best: 'La mejor combinación',
    proved: 'Demostrado: ninguna combinación es más barata.',
    within: (amount) => `Ninguna combinación puede ser más de ${amount} más barata.`,
    keepSeller: 'Mantener el vendedor',
    sellerKept: 'Vendedor mantenido',

    checkoutTitle: 'Pedido',
    checkoutUnreached:
      'No se ha podido abrir la página del pedido. Su carrito se conserva. Compruebe la conexión e inténtelo de nuevo.',
  };
}
