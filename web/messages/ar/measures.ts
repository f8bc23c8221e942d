/** What a unit price is told by, where Intl has no name for it, in Arabic. */
import type { MeasureWords } from '../measures.ts';
import type { Speech } from '../speech.ts';

export const measures = ({ counted }: Pick<Speech, 'counted'>): MeasureWords => ({
  measures: {
    ...{ mg: 'ملغم', cl: 'سنتيلتر', cbm: 'م³', sqm: 'م²', sqft: 'قدم²', pt: 'باينت' },
    qt: 'كوارت',
  },
  pieces: (count) =>
    counted(count, {
      one: 'قطعة',
      two: 'قطعتان',
      few: '# قطع',
      many: '# قطعة',
      other: '# قطعة',
    }),
  sheets: (count) =>
    counted(count, {
      one: 'ورقة',
      two: 'ورقتان',
      few: '# ورقات',
      many: '# ورقة',
      other: '# ورقة',
    }),
});
