/** When a service is wished to be given, in English. */
import type { DayPart } from '../contract.ts';

export type AppointmentWords = typeof english;

export const english = {
  appointment: 'Wished day',
  appointmentAsk: 'When would suit you?',
  appointmentDay: 'Day',
  appointmentPart: 'Part of the day',
  dayParts: {
    any: 'Any time',
    morning: 'Morning',
    afternoon: 'Afternoon',
    evening: 'Evening',
  } satisfies Record<DayPart, string>,
  appointmentHint: (first: string, last: string): string =>
    `If you like, from ${first} to ${last}. The seller contacts you if that does not work.`,
  appointmentRefused: (first: string, last: string): string =>
    `Choose a day from ${first} to ${last}.`,
  appointmentProposed: 'Proposed day',
  appointmentAgreed: 'Agreed day',
  appointmentProposal: (seller: string): string => `${seller} proposes another day`,
  appointmentProposalText: 'Accept it, or cancel the order. Nothing is agreed until you accept.',
  appointmentAccept: 'Accept the proposed day',
  appointmentTooLate: 'This day can no longer be accepted.',
};
