/** The core of a shop, fetched with the catalogue when the first command is asked: a shelf alone needs neither. */
import { completedCore } from './completed-core.ts';
import type { CatalogText, ChangedOffer, Commands } from './contract.ts';
import { httpCore, wasmForbidden } from './core-http.ts';
import type { Core, LocalCore } from './core.ts';
import { failed, type Fault, type Result } from './result.ts';

export interface CoreSource {
  fetch: typeof globalThis.fetch;
  loadCore: () => Promise<LocalCore>;
  /** What the first command waits for before anything is fetched for it. */
  afterPaint?: (() => Promise<void>) | undefined;
  /** Where the server answers commands itself. */
  commands: string;
  catalog_url: string;
  /** What the catalogue has of the descriptions. */
  has: CatalogText;
}

/** What answers, and what brings its catalogue up to date. */
type Open = Core & Pick<LocalCore, 'change'>;

export class LateCore implements Open {
  #source: CoreSource;
  #open: Promise<Result<Open>> | undefined;
  #changes = new Map<string, ChangedOffer>();

  constructor(source: CoreSource) {
    this.#source = source;
  }

  async call<K extends keyof Commands>(
    command: K,
    request: Commands[K]['request'],
  ): Promise<Result<Commands[K]['response']>> {
    const core = await this.#opened();
    return core.ok ? core.value.call(command, request) : core;
  }

  /** What could not be fetched now hears of the change later. */
  async change(offers: readonly ChangedOffer[]): Promise<void> {
    for (const offer of offers) this.#changes.set(offer.offer_id, offer);
    const core = await this.#opened();
    if (core.ok) await core.value.change(offers);
  }

  async #opened(): Promise<Result<Open>> {
    this.#open ??= this.#load().catch(() => failed('unavailable'));
    const opened = await this.#open;
    if (!opened.ok) this.#open = undefined; // the next call tries again: networks come back
    return opened;
  }

  async #load(): Promise<Result<Open>> {
    const { fetch, loadCore, commands, catalog_url, has } = this.#source;
    await this.#source.afterPaint?.();
    const arriving = fetch(catalog_url);
    arriving.catch(() => {}); // awaited below; until then it is not unhandled
    const server = httpCore(commands, fetch);
    const core = await loadCore().catch((error: unknown): undefined => {
      if (!wasmForbidden(error)) throw error;
    });
    // The server's own catalogue is up to date already.
    if (!core) return { ok: true, value: { ...server, change: async () => {} } };
    const catalogue = await arriving;
    if (!catalogue.ok) return failed('unavailable');
    const opened: { ok: true } | { ok: false; error: Fault } = await core.openCatalogue(
      await catalogue.arrayBuffer(),
    );
    if (!opened.ok) return opened;
    await core.change([...this.#changes.values()]);
    const whole = completedCore(core, server, has);
    return {
      ok: true,
      value: {
        call: (command, request) => whole.call(command, request),
        change: (offers) => core.change(offers),
      },
    };
  }
}
