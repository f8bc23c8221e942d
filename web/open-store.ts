/** A store on the browser's own network and storage. Elements get theirs here and touch neither. */
import { afterPaint } from './after-paint.ts';
import type { CartStorage } from './cart-storage.ts';
import { Store, type Surroundings } from './store.ts';

export type StoreSettings = Pick<Surroundings, 'site' | 'country' | 'emit'> & {
  /** Origin of the Vitrine server. */
  server: string;
};

/** Where this file came from. */
export const ownServer = new URL(import.meta.url).origin;

export function openStore({ server, ...settings }: StoreSettings): Store {
  return new Store({
    ...settings,
    server,
    fetch: (...request) => fetch(...request),
    afterPaint,
    loadCore: async () => (await import('./core.ts')).loadCore(),
    loadSearching: () => import('./searching.ts'),
    loadMarginal: () => import('./marginal.ts'),
    loadReviews: () => import('./reviews.ts'),
    storage: storage(),
    follow(...followed) {
      const start = async (): Promise<void> =>
        (await import('./changes.ts')).followChanges(...followed);
      // After all that the page itself loads; what changes before then is told when it starts.
      setTimeout(() => start().catch(() => {}), 2000);
    },
  });
}

/** Calls back when another tab changed what is stored; ends with the signal. */
export function onStorage(
  heard: (key: string | null, text: string | null) => void,
  signal: AbortSignal,
): void {
  addEventListener('storage', ({ key, newValue }) => heard(key, newValue), { signal });
}

/** Reading the property throws where a page may not keep anything. */
function storage(): CartStorage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
