/** When services are wished to be given. */
import type { Appointment, DayPart } from './contract.ts';
import { calendarDay } from './format.ts';
import type { AppointmentWords } from './messages/appointments.ts';

export const dayParts: readonly DayPart[] = ['any', 'morning', 'afternoon', 'evening'];

/** "30 November 2026 · Morning". */
export function inWords(
  { day, part = 'any' }: Pick<Appointment, 'day' | 'part'>,
  words: Pick<AppointmentWords, 'dayParts'>,
  language: string,
): string {
  const date = calendarDay(day, language);
  return part === 'any' ? date : `${date} · ${words.dayParts[part]}`;
}

const dayLength = 24 * 60 * 60 * 1000;
const mostDays = 90;

/** The first and the last day that can be wished, as the server has them: in UTC, after so many working days. */
export function bounds(workingDays: number, now = Date.now()): { first: string; last: string } {
  const last = now + mostDays * dayLength;
  let day = now;
  for (let left = workingDays; left > 0 && day <= last;) {
    day += dayLength;
    if (![0, 6].includes(new Date(day).getUTCDay())) --left;
  }
  return { first: dateOf(day), last: dateOf(last) };
}

const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
