/** What a unit price is told by, where Intl has no name for it, in French. */
import type { MeasureWords } from '../measures.ts';
import type { Speech } from '../speech.ts';

export const measures = ({ counted }: Pick<Speech, 'counted'>): MeasureWords => ({
  measures: { mg: 'mg', cl: 'cl', cbm: 'm³', sqm: 'm²', sqft: 'pi²', pt: 'pte', qt: 'qt' },
  pieces: (count) => counted(count, { one: 'pièce', other: '# pièces' }),
  sheets: (count) => counted(count, { one: 'feuille', other: '# feuilles' }),
});
