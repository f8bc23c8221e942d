/** Where in the console one is: the fragment, `#/pre_…/sites/site_…`. */
export interface Address {
  /** `sel_…`, `pre_…` or `operator`; empty: none chosen yet. Else a page of the shell: `sign-up`, `new`, `account`. */
  first: string;
  page: string;
  rest: readonly string[];
}

export function addressOf(hash: string): Address {
  const [first = '', page = '', ...rest] = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return '';
      }
    });
  return { first, page, rest };
}

export const linkTo = (...parts: readonly string[]): string =>
  `#/${parts.map(encodeURIComponent).join('/')}`;

export function go(...parts: readonly string[]): void {
  location.hash = linkTo(...parts);
}
