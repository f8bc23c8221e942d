/** How goods are taken back, in German. */
import type { ReturnWords } from '../returns.ts';

export const returned: ReturnWords = {
  returned: (days, countries, isFree) =>
    `${days} ab Erhalt; die Rücksendung ${isFree ? 'ist kostenlos' : 'zahlen Sie'} (${countries}).`,
  neverReturned: (countries) =>
    `Keine Rücknahme über Ihre gesetzlichen Rechte hinaus (${countries}).`,
  returnTermsPage: 'Alle Rückgabebedingungen',
};
