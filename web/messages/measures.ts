/** What a unit price is told by, where Intl has no name for it, in English. */
import type { Speech } from './speech.ts';

export type MeasureWords = ReturnType<typeof english>;

export const english = ({ counted }: Pick<Speech, 'counted'>) => ({
  measures: { mg: 'mg', cl: 'cl', cbm: 'm³', sqm: 'm²', sqft: 'ft²', pt: 'pt', qt: 'qt' },
  pieces: (count: number): string => counted(count, { one: 'piece', other: '# pieces' }),
  sheets: (count: number): string => counted(count, { one: 'sheet', other: '# sheets' }),
});
