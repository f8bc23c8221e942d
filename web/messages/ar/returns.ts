/** How goods are taken back, in Arabic. */
import type { ReturnWords } from '../returns.ts';
import { isolated } from './isolated.ts';

export const returned: ReturnWords = {
  returned: (days, countries, isFree) =>
    isFree
      ? isolated`${days} من تاريخ الاستلام، والإرجاع مجاني (${countries}).`
      : isolated`${days} من تاريخ الاستلام، وتكلفة الإرجاع عليك (${countries}).`,
  neverReturned: (countries) => isolated`لا إرجاع إلا ما يكفله لك القانون (${countries}).`,
  returnTermsPage: 'كل شروط الإرجاع',
};
