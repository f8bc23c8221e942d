/** When a service is wished to be given, in Spanish. */
import type { AppointmentWords } from '../appointments.ts';

export const appointments: AppointmentWords = {
  appointment: 'Día deseado',
  appointmentAsk: '¿Cuándo le vendría bien?',
  appointmentDay: 'Día',
  appointmentPart: 'Momento del día',
  dayParts: {
    any: 'A cualquier hora',
    morning: 'Por la mañana',
    afternoon: 'Por la tarde',
    evening: 'Por la noche',
  },
  appointmentHint: (first, last) =>
    `Si lo desea, del ${first} al ${last}. El vendedor le avisa si no es posible.`,
  appointmentRefused: (first, last) => `Elija un día del ${first} al ${last}.`,
  appointmentProposed: 'Día propuesto',
  appointmentAgreed: 'Día acordado',
  appointmentProposal: (seller) => `${seller} propone otro día`,
  appointmentProposalText:
    'Acéptelo o cancele el pedido. Nada queda acordado hasta que usted acepte.',
  appointmentAccept: 'Aceptar el día propuesto',
  appointmentTooLate: 'Este día ya no se puede aceptar.',
};
