/** How goods are taken back, in Spanish. */
import type { ReturnWords } from '../returns.ts';

export const returned: ReturnWords = {
  returned: (days, countries, isFree) =>
    `${days} desde la recepción; ${isFree ? 'la devolución es gratuita' : 'los gastos de devolución corren por su cuenta'} (${countries}).`,
  neverReturned: (countries) => `Sin devoluciones más allá de sus derechos legales (${countries}).`,
  returnTermsPage: 'Todas las condiciones de devolución',
};
