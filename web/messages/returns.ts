/** How goods are taken back, in English. */
export type ReturnWords = typeof english;

export const english = {
  returned: (days: string, countries: string, isFree: boolean): string =>
    `${days} from receipt; ${isFree ? 'sending it back is free' : 'you pay for sending it back'} (${countries}).`,
  neverReturned: (countries: string): string =>
    `No returns beyond your legal rights (${countries}).`,
  returnTermsPage: 'All return terms',
};
