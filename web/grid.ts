/**
 * The part of the core that shows the first page: a small module without Emscripten's glue. Any other command loads the
 * whole core, once, and is answered by that.
 */
import type { ChangedOffer, Commands } from './contract.ts';
import type { LocalCore, Opened } from './core.ts';
import { failed, type Result } from './result.ts';
import { compileFrom } from './wasm.ts';

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  room(size: number): number;
  open_catalogue(): number;
  catalog_products(offset: number, limit: number): number;
  catalog_sellers(): number;
  text(): number;
}

export async function loadGrid(loadWhole: () => Promise<LocalCore>): Promise<LocalCore> {
  const module = await compileFrom(new URL('grid.wasm', import.meta.url).href);
  // The module asks for nothing but to say its last words, which the page cannot hear.
  const nothing = () => 0;
  const { exports } = await WebAssembly.instantiate(module, {
    env: { emscripten_notify_memory_growth: nothing },
    wasi_snapshot_preview1: { proc_exit: nothing, fd_write: nothing },
  });
  const grid = exports as unknown as Exports;
  grid._initialize();
  return new GridCore(grid, loadWhole);
}

class GridCore implements LocalCore {
  #grid: Exports;
  #loadWhole: () => Promise<LocalCore>;
  #catalogue = new Uint8Array();
  #whole: Promise<LocalCore> | undefined;
  #changes = new Map<string, ChangedOffer>();

  constructor(grid: Exports, loadWhole: () => Promise<LocalCore>) {
    this.#grid = grid;
    this.#loadWhole = loadWhole;
  }

  async openCatalogue(bytes: ArrayBuffer | Uint8Array): Promise<Opened> {
    const given = new Uint8Array(bytes);
    const place = this.#grid.room(given.length);
    new Uint8Array(this.#grid.memory.buffer).set(given, place);
    const answer = this.#answer(this.#grid.open_catalogue()) as Result<null>;
    if (answer.ok) this.#catalogue = given;
    return answer;
  }

  /** The whole core alone can change its catalogue, and answers everything from then on. */
  async change(offers: readonly ChangedOffer[]): Promise<void> {
    for (const offer of offers) this.#changes.set(offer.offer_id, offer);
    this.#whole ??= this.#open();
    await this.#whole.then(
      (core) => core.change(offers),
      () => (this.#whole = undefined),
    );
  }

  async call<K extends keyof Commands>(
    command: K,
    request: Commands[K]['request'],
  ): Promise<Result<Commands[K]['response']>> {
    if (this.#changes.size > 0) return this.#ask(command, request);
    if (command === 'catalog.products') {
      const { offset = 0, limit = 24 } = request as Commands['catalog.products']['request'];
      return this.#answer(this.#grid.catalog_products(offset, limit)) as never;
    }
    if (command === 'catalog.sellers') return this.#answer(this.#grid.catalog_sellers()) as never;
    return this.#ask(command, request);
  }

  async #ask<K extends keyof Commands>(
    command: K,
    request: Commands[K]['request'],
  ): Promise<Result<Commands[K]['response']>> {
    this.#whole ??= this.#open();
    try {
      return await (await this.#whole).call(command, request);
    } catch {
      this.#whole = undefined; // the next call tries again: networks come back
      return failed('unavailable');
    }
  }

  async #open(): Promise<LocalCore> {
    const core = await this.#loadWhole();
    await core.openCatalogue(this.#catalogue);
    await core.change([...this.#changes.values()]);
    return core;
  }

  #answer(length: number): unknown {
    const bytes = new Uint8Array(this.#grid.memory.buffer, this.#grid.text(), length);
    return JSON.parse(new TextDecoder().decode(bytes));
  }
}
