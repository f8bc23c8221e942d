/** The words about messages to sellers' endpoints in Spanish. */
import type { DeliveryWords } from '../deliveries.ts';
import type { Speech } from '../speech.ts';

export const words = ({ counted }: Speech): DeliveryWords => ({
  title: 'Mensajes a su programa',
  titleOfAll: 'Mensajes a los programas de los vendedores',
  text: 'Cada uno anuncia un pedido. Lo entregado o retirado queda 30 días en la lista.',
  event: 'Evento',
  events: {
    'order.created': 'Pedido nuevo',
    'order.rejected': 'Sin respuesta a tiempo',
    'order.cancelled': 'Cancelado',
    'order.appointments_accepted': 'Otro día aceptado',
  },
  order: 'Pedido',
  seller: 'Vendedor',
  queued: 'Desde',
  state: 'Estado',
  states: {
    waiting: 'En espera',
    delivered: 'Entregado',
    parked: 'Abandonado',
    withdrawn: 'Retirado',
  },
  nextAt: (time) => `próximo intento ${time}`,
  attempts: 'Intentos',
  outcome: 'Última respuesta',
  untried: 'Aún sin intentar',
  all: 'Todos',
  none: 'Aún no hay mensajes. Cada pedido trae uno en cuanto un programa puede recibirlo.',
  noneOfAll: 'Aún no ha habido mensajes.',
  noneLikeThat: 'No hay mensajes así.',
  older: 'Mostrar mensajes anteriores',
  replay: 'Enviar de nuevo',
  replayOf: (order) => `Enviar de nuevo: ${order}`,
  replayAll: 'Enviar de nuevo todos los abandonados',
  replayed: (count) =>
    counted(count, {
      one: '# mensaje se envía de nuevo.',
      other: '# mensajes se envían de nuevo.',
    }),
  ended: 'El pedido ha terminado, o el mensaje ya está en camino. No se envía de nuevo.',
});
