/** How goods are taken back, in French. */
import type { ReturnWords } from '../returns.ts';

export const returned: ReturnWords = {
  returned: (days, countries, isFree) =>
    `${days} à compter de la réception ; le retour est ${isFree ? 'gratuit' : 'à vos frais'} (${countries}).`,
  neverReturned: (countries) => `Pas de retour au-delà de vos droits légaux (${countries}).`,
  returnTermsPage: 'Toutes les conditions de retour',
};
