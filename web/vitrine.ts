/** `vitrine`, what a page's own scripts can use. What it does loads with the first call. */
import type { Actions } from './parts/actions.ts';
import { whenReady } from './shared-store.ts';

export interface Vitrine {
  readonly actions: Actions;
  /** Resolves once the first shop of the page is open. */
  readonly ready: Promise<void>;
  /** Sends what happens in the shops as GA4 e-commerce events to `gtag`, or to `push`. Answers how to stop. */
  bridgeGa4(push?: (event: string, parameters: object) => void): Promise<() => void>;
}

const names = ['search', 'getCart', 'updateCart', 'quote', 'openCart', 'checkout'] as const;

const actions = Object.fromEntries(
  names.map((name) => [
    name,
    async (...given: never[]) =>
      ((await import('./parts/actions.ts')).actions[name] as (...given: never[]) => unknown)(
        ...given,
      ),
  ]),
) as unknown as Actions;

export const vitrine: Vitrine = {
  actions,
  ready: whenReady,
  bridgeGa4: async (push) => (await import('./parts/ga4.ts')).bridgeGa4(push),
};

declare global {
  var vitrine: Vitrine;
}
