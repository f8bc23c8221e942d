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
};
