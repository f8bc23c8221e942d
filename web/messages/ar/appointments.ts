/** When a service is wished to be given, in Arabic. */
import type { AppointmentWords } from '../appointments.ts';
import { isolated } from './isolated.ts';

export const appointments: AppointmentWords = {
  appointment: 'اليوم المرغوب',
  appointmentAsk: 'متى يناسبك؟',
  appointmentDay: 'اليوم',
  appointmentPart: 'وقت اليوم',
  dayParts: {
    any: 'أي وقت',
    morning: 'صباحًا',
    afternoon: 'بعد الظهر',
    evening: 'مساءً',
  },
  appointmentHint: (first, last) =>
    isolated`إن شئت، من ${first} إلى ${last}. يتواصل البائع معك إذا لم يناسب ذلك.`,
  appointmentRefused: (first, last) => isolated`اختر يومًا من ${first} إلى ${last}.`,
  appointmentProposed: 'اليوم المقترح',
  appointmentAgreed: 'اليوم المتفق عليه',
  appointmentProposal: (seller) => isolated`يقترح ${seller} يومًا آخر`,
  appointmentProposalText: 'اقبله أو ألغِ الطلب. لا يُتفق على شيء حتى تقبل.',
  appointmentAccept: 'قبول اليوم المقترح',
  appointmentTooLate: 'لم يعد بالإمكان قبول هذا اليوم.',
};
