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
  appointmentProposed: 'Vorgeschlagener Tag',
  appointmentAgreed: 'Vereinbarter Tag',
  appointmentProposal: (seller) => `${seller} schlägt einen anderen Tag vor`,
  appointmentProposalText:
    'Nehmen Sie ihn an oder stornieren Sie. Vereinbart ist er erst, wenn Sie ihn annehmen.',
  appointmentAccept: 'Vorgeschlagenen Tag annehmen',
  appointmentTooLate: 'Dieser Tag kann nicht mehr angenommen werden.',
};
