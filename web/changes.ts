/** Hears from the server what changes of a site's prices and stocks, as long as the page is seen. Loads late. */
import type { CatalogChanges } from './contract.ts';
import { showChanges, type OpenPage } from './open-page.ts';

export interface ChangesSource {
  url: string;
  /** What the page knows: the `catalog_version` of its manifest. */
  version: number;
  /** Too much was missed to be told: the catalogue is to be fetched anew. */
  missed: () => Promise<void>;
}

const firstPause = 30_000;
const longestPause = 15 * 60_000;
const spread = 5000; // so that not all pages come back in the same moment

/** Ends with the signal. A page whose policy or network forbids it goes on without. */
export function followChanges(
  { url, version, missed }: ChangesSource,
  page: OpenPage,
  signal: AbortSignal,
): void {
  let last = version;
  let pause = firstPause;
  let turn = Promise.resolve(); // one after the other
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const later = (run: () => void, wait: number): void => {
    close();
    timer = setTimeout(run, wait + Math.random() * spread);
  };
  const open = (): void => {
    if (source || document.hidden) return;
    source = new EventSource(`${url}?after=${last}`);
    source.onopen = () => (pause = firstPause);
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      last = Number(lastEventId);
      const { offers } = JSON.parse(data) as CatalogChanges;
      turn = turn.then(() => showChanges(page, offers)).catch(() => {});
    };
    source.addEventListener('reload', () => later(() => void missed(), 0));
    // A lost line mends itself; a refusal (too many pages, a policy) is final, so that we ask again later.
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      later(open, pause);
      pause = Math.min(pause * 2, longestPause);
    };
  };
  // Browsers allow few connections to a server: pages in the background leave them to the one that is seen.
  const look = (): void => {
    close();
    open();
  };
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', close);
  if (!signal.aborted) open();
}
