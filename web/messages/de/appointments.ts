/** When a service is wished to be given, in German. */
import type { AppointmentWords } from '../appointments.ts';

export const appointments: AppointmentWords = {
  appointment: 'Gewünschter Tag',
  appointmentAsk: 'Wann passt es Ihnen?',
  appointmentDay: 'Tag',
  appointmentPart: 'Tageszeit',
  dayParts: {
    any: 'Egal wann',
    morning: 'Vormittags',
    afternoon: 'Nachmittags',
    evening: 'Abends',
  },
  appointmentHint: (first, last) =>
    `Wenn Sie möchten, vom ${first} bis zum ${last}. Der Verkäufer meldet sich, wenn das nicht geht.`,
  appointmentRefused: (first, last) => `Wählen Sie einen Tag vom ${first} bis zum ${last}.`,
};
