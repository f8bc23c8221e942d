/** What survives a reload of the page: kept for this tab and this origin only, one entry per fragment. */
import type { Draft } from './draft.ts';

export interface Entry {
  id: string;
  secret: string;
  draft: Draft;
  /** The customer has seen the confirmation, so opening the same cart again is a new purchase. */
  seen?: boolean;
}

export interface Memory {
  read(): Entry | undefined;
  write(entry: Entry | undefined): void;
}

/** Browsers that block storage in frames of other origins throw; a checkout works without it. */
export function tabMemory(site: string, fragment: string): Memory {
  const key = `vitrine:checkout:${site}:${fragment}`;
  return {
    read() {
      try {
        const entry = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Entry | null;
        return entry ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(entry) {
      try {
        if (entry) sessionStorage.setItem(key, JSON.stringify(entry));
        else sessionStorage.removeItem(key);
      } catch {
        // The session then lives as long as the page.
      }
    },
  };
}
