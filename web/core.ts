/** Loads the WASM core and gives it types. Runs in browsers and in Node ≥ 20. */
import start, { type Exports } from 'vitrine:glue';
import { OpenCatalogue, type Catalogue } from './catalogue.ts';
import type { Commands, ChangedOffer } from './contract.ts';
import { change, exchange, open } from './exchange.ts';
import { failed, type Fault, type Result } from './result.ts';
import {
  Sourcing,
  type SourcingAnswer,
  type SourcingInstance,
  type SourcingOptions,
  type SourcingRefusal,
} from './sourcing.ts';
import { compileFrom } from './wasm.ts';

export type { Catalogue, FacetName, Found } from './catalogue.ts';
export type * from './contract.ts';
export type { Fault, Result } from './result.ts';
export type * from './sourcing.ts';

/** Answers commands; by WASM here, by HTTP in `core-http.ts`. */
export interface Core {
  call<K extends keyof Commands>(
    command: K,
    request: Commands[K]['request'],
  ): Promise<Result<Commands[K]['response']>>;
}

export interface LocalCore extends Core {
  /** Opens a catalogue snapshot. A refused one leaves the one that was open. */
  openCatalogue(bytes: ArrayBuffer | Uint8Array): Promise<Opened>;
  /** Gives offers other prices and stocks; those that the catalogue does not have are passed over. */
  change(offers: readonly ChangedOffer[]): Promise<void>;
}

export type Opened = { ok: true } | { ok: false; error: Fault };

/** The core in WebAssembly; what it opened can also be asked directly. */
export interface WasmCore extends LocalCore {
  openCatalogue(
    bytes: ArrayBuffer | Uint8Array,
  ): Promise<({ ok: true } & Catalogue) | { ok: false; error: Fault }>;
  /** The cheapest split of a cart over its sellers, with its proof. The first call loads the search. */
  source(
    instance: SourcingInstance,
    options?: SourcingOptions,
  ): Promise<SourcingAnswer | SourcingRefusal>;
}

export interface LoadOptions {
  /** Where core.wasm is, or its bytes; by default it lies beside this file. */
  wasm?: URL | string | BufferSource;
  /** The same for sourcing.wasm, which loads with the first `source`. */
  sourcing?: URL | string | BufferSource;
}

const loading = new Map<string | BufferSource, Promise<WebAssembly.Module>>();

/** Each call makes a core of its own; the module behind them is fetched and compiled once. */
export async function loadCore({ wasm, sourcing }: LoadOptions = {}): Promise<WasmCore> {
  const source = wasm ?? new URL('core.wasm', import.meta.url);
  const search = sourcing ?? new URL('sourcing.wasm', import.meta.url);
  const key = source instanceof URL ? source.href : source;
  let module = loading.get(key);
  if (!module) {
    module = typeof key === 'string' ? compileFrom(key) : WebAssembly.compile(key);
    loading.set(key, module);
    // The next call tries again: networks come back.
    module.catch(() => loading.delete(key));
  }
  return new LoadedCore(await module, search).ready();
}

class LoadedCore implements WasmCore {
  #module: WebAssembly.Module;
  #exports: Promise<Exports> | undefined;
  #catalogue: Uint8Array | undefined;
  #changes = new Map<string, ChangedOffer>();

  #search: URL | string | BufferSource;
  #sourcing: Promise<Sourcing> | undefined;

  constructor(module: WebAssembly.Module, search: URL | string | BufferSource) {
    this.#module = module;
    this.#search = search;
  }

  async ready(): Promise<this> {
    await this.#instance();
    return this;
  }

  async openCatalogue(
    bytes: ArrayBuffer | Uint8Array,
  ): Promise<OpenCatalogue | { ok: false; error: Fault }> {
    const given = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
    const answer = await this.#attempt((exports) => {
      const opened = open(exports, given);
      return opened.ok ? { ok: true, value: new OpenCatalogue(exports) } : opened;
    });
    if (!answer.ok) return answer;
    this.#catalogue = given;
    this.#changes.clear();
    return answer.value;
  }

  async change(offers: readonly ChangedOffer[]): Promise<void> {
    for (const offer of offers) this.#changes.set(offer.offer_id, offer);
    await this.#attempt((exports) => ({ ok: true, value: change(exports, offers) }));
  }

  async call<K extends keyof Commands>(
    command: K,
    request: Commands[K]['request'],
  ): Promise<Result<Commands[K]['response']>> {
    return this.#attempt((exports) => exchange<Commands[K]['response']>(exports, command, request));
  }

  async source(
    instance: SourcingInstance,
    options: SourcingOptions = {},
  ): Promise<SourcingAnswer | SourcingRefusal> {
    const from = this.#search instanceof URL ? this.#search.href : this.#search;
    this.#sourcing ??= Sourcing.load(from);
    try {
      return (await this.#sourcing).solve(instance, options);
    } catch (error) {
      this.#sourcing = undefined; // a trap, or no network: the next call starts anew
      throw error;
    }
  }

  /** A trap leaves memory in an unknown state: that instance is dropped, the next call gets a new one. */
  async #attempt<T>(run: (exports: Exports) => Result<T>): Promise<Result<T>> {
    try {
      return run(await this.#instance());
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      this.#exports = undefined;
      return failed('internal');
    }
  }

  #instance(): Promise<Exports> {
    return (this.#exports ??= instantiate(this.#module).then((exports) => {
      if (this.#catalogue) open(exports, this.#catalogue);
      change(exports, this.#changes.values());
      return exports;
    }));
  }
}

function instantiate(module: WebAssembly.Module): Promise<Exports> {
  return new Promise((resolve, reject) => {
    start({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(module, imports).then(done, reject);
        return {}; // says that the instance comes later
      },
    }).then(resolve, reject);
  });
}
