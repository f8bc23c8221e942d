/** What a unit price is told by, where Intl has no name for it, in Spanish. */
import type { MeasureWords } from '../measures.ts';
import type { Speech } from '../speech.ts';

export const measures = ({ counted }: Pick<Speech, 'counted'>): MeasureWords => ({
  measures: { mg: 'mg', cl: 'cl', cbm: 'm³', sqm: 'm²', sqft: 'ft²', pt: 'pt', qt: 'qt' },
  pieces: (count) => counted(count, { one: 'unidad', other: '# unidades' }),
  sheets: (count) => counted(count, { one: 'hoja', other: '# hojas' }),
});
