/** What customers read for each error code, in Spanish. */
import type { ErrorTexts } from '../errors.ts';

const ours = 'Algo ha fallado por nuestra parte. Inténtelo de nuevo en un momento.';
const outdated = 'Esta página no está actualizada. Recárguela e inténtelo de nuevo.';

export const errors: ErrorTexts = {
  malformed_json: outdated,
  wrong_kind: outdated,
  missing_field: 'Rellene este campo.',
  unknown_field: outdated,
  duplicate_field: outdated,
  out_of_range: (limit) =>
    limit ? `Elija ${limit} como máximo.` : 'Este número está fuera de lo posible.',
  invalid_format: 'Compruebe esto; hay algo que no es correcto.',
  too_large: 'Es demasiado largo. Acórtelo.',
  unknown_command: outdated,
  unknown_site: 'Esta tienda no está disponible.',
  unknown_product: 'Este producto ya no se vende.',
  unknown_offer: 'Este producto ya no se vende.',
  unknown_option: 'Este envío ya no se ofrece. Hemos elegido otro.',
  duplicate_offer: 'Un producto está dos veces en el carrito.',
  out_of_stock: (limit) => (limit ? `Unidades que quedan: ${limit}.` : 'No quedan suficientes.'),
  currency_mismatch: 'Este producto se vende en otra moneda y no puede pedirse aquí.',
  not_deliverable: 'Este vendedor no envía estos productos a su dirección.',
  pickup_only: 'Este vendedor no envía estos productos allí. Elija recogerlos.',
  corrupt_catalog: ours,
  session_incomplete: 'Todavía falta algo. Compruebe lo que ha introducido.',
  session_expired: 'Su pedido en curso ha caducado. Empiece de nuevo.',
  session_closed: 'Este pedido ya está terminado.',
  total_changed: 'El total ha cambiado. Compruébelo y haga el pedido de nuevo.',
  invalid_transition: 'Este pedido ha avanzado entretanto. Recargue la página.',
  idempotency_key_missing: outdated,
  idempotency_in_flight: 'Aún estamos con su último paso. Espere un momento.',
  idempotency_mismatch: outdated,
  forbidden_origin: 'Esta tienda no puede usarse desde aquí.',
  unauthorized: 'Este pedido no puede continuar aquí. Empiece de nuevo.',
  not_found: 'No lo hemos encontrado.',
  method_not_allowed: outdated,
  unsupported_media_type: outdated,
  rate_limited: 'Ha sido mucho de una vez. Inténtelo de nuevo en un momento.',
  unavailable: 'La tienda está muy ocupada. Inténtelo de nuevo en un momento.',
  internal: ours,
  unreachable: 'No podemos contactar con la tienda. Compruebe la conexión e inténtelo de nuevo.',
};
