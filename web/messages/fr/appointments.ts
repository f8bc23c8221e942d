/** When a service is wished to be given, in French. */
import type { AppointmentWords } from '../appointments.ts';

export const appointments: AppointmentWords = {
  appointment: 'Jour souhaité',
  appointmentAsk: 'Quand cela vous conviendrait-il ?',
  appointmentDay: 'Jour',
  appointmentPart: 'Moment de la journée',
  dayParts: {
    any: 'Peu importe',
    morning: 'Le matin',
    afternoon: 'L’après-midi',
    evening: 'Le soir',
  },
  appointmentHint: (first, last) =>
    `Si vous le souhaitez, du ${first} au ${last}. Le vendeur vous contacte si cela ne va pas.`,
  appointmentRefused: (first, last) => `Choisissez un jour du ${first} au ${last}.`,
  appointmentProposed: 'Jour proposé',
  appointmentAgreed: 'Jour convenu',
  appointmentProposal: (seller) => `${seller} propose un autre jour`,
  appointmentProposalText:
    'Acceptez-le ou annulez la commande. Rien n’est convenu tant que vous n’acceptez pas.',
  appointmentAccept: 'Accepter le jour proposé',
  appointmentTooLate: 'Ce jour ne peut plus être accepté.',
};
