/** What a unit price is told by, where Intl has no name for it, in German. */
import type { MeasureWords } from '../measures.ts';
import type { Speech } from '../speech.ts';

export const measures = ({ counted }: Pick<Speech, 'counted'>): MeasureWords => ({
  measures: { mg: 'mg', cl: 'cl', cbm: 'm³', sqm: 'm²', sqft: 'ft²', pt: 'pt', qt: 'qt' },
  pieces: (count) => counted(count, { one: 'Stück', other: '# Stück' }),
  sheets: (count) => counted(count, { one: 'Blatt', other: '# Blatt' }),
});
