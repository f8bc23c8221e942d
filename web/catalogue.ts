/** An open catalogue, asked directly: for programs that search between two key strokes. */
import type { Exports } from 'vitrine:glue';
import type { Product, SearchAnswer, SearchRequest } from './contract.ts';
import { exchange } from './exchange.ts';
import { check, checkRequest, checkText } from './found.ts';
import { Names, readFound, rowOf, type FacetName, type Found } from './found.ts';

export type { FacetName, Found } from './found.ts';

export interface Catalogue {
  /** Throws a `RangeError` that names what is wrong with the request. */
  search(request: SearchRequest): SearchAnswer;
  /**
   * The ids of the first products for a text, the most relevant first; at most 256. One call into
   * WebAssembly, without JSON; nothing for more than 12 words.
   */
  searchIds(query: string, limit?: number): string[];
  /**
   * What `search` finds, as ids and the chosen facets alone: for the hot path, one call into
   * WebAssembly without JSON. Throws a `RangeError` that names what is wrong with the request.
   */
  find(request: SearchRequest, facets?: readonly FacetName[]): Found;
  product(id: string): Product | undefined;
}

const textSpace = 64; // words of the workspace that filters leave to the text

/** The catalogue that is open in an instance of the core. */
export class OpenCatalogue implements Catalogue {
  readonly ok = true;
  #exports: Exports;
  #workspace: Uint32Array;
  #bytes: Uint8Array;
  #ids: string[] = [];
  #names: Names;
  #sellers: Names;
  #id = (place: number) => (this.#ids[place] ??= this.#exports.productId(place));
  #encoder = new TextEncoder();

  constructor(exports: Exports) {
    this.#exports = exports;
    this.#workspace = exports.workspace();
    this.#bytes = new Uint8Array(this.#workspace.buffer);
    this.#names = new Names(exports, false);
    this.#sellers = new Names(exports, true);
  }

  search(request: SearchRequest): SearchAnswer {
    const answer = exchange<SearchAnswer>(this.#exports, 'catalog.search', request);
    if (answer.ok) return answer.value;
    throw new RangeError(`${answer.error.code}: ${answer.error.path}`);
  }

  searchIds(query: string, limit = 24): string[] {
    const size = this.#write(checkText(query, 'query'), 0);
    // Beyond 32 bits WebAssembly would count from 0 again.
    const count = this.#exports._search_places(size, Math.min(Math.max(0, limit), 256));
    const places = this.#room().slice(0, count); // asking for ids can grow memory
    const answer = new Array<string>(count);
    for (let i = 0; i < count; ++i) answer[i] = this.#id(places[i]!);
    return answer;
  }

  find(request: SearchRequest, facets: readonly FacetName[] = []): Found {
    checkRequest(request);
    const { query = '', filters } = request;
    const most = Number.MAX_SAFE_INTEGER;
    const least = check(filters?.price_min ?? 0, most, 'filters.price_min');
    const greatest = check(filters?.price_max ?? most, most, 'filters.price_max');
    const row = rowOf(request, facets, this.#names, this.#sellers);
    const workspace = this.#room();
    if (row.length + textSpace > workspace.length) throw new RangeError('too_large: filters');
    row[0] = this.#write(checkText(query, 'query'), 4 * row.length);
    workspace.set(row);
    const at = this.#exports._search_found(least, greatest);
    if (at === 0) throw new RangeError('too_large: query');
    const words = new Uint32Array(this.#room().buffer, at);
    // Asking for names can grow memory, which would empty a view.
    return readFound(words.slice(1, words[0]), facets, this.#names, this.#sellers, this.#id);
  }

  product(id: string): Product | undefined {
    const answer = exchange<Product>(this.#exports, 'catalog.product', { product_id: id });
    return answer.ok ? answer.value : undefined;
  }

  /** The workspace; growing memory leaves the old view empty. */
  #room(): Uint32Array {
    if (this.#workspace.length === 0) {
      this.#workspace = this.#exports.workspace();
      this.#bytes = new Uint8Array(this.#workspace.buffer);
    }
    return this.#workspace;
  }

  /**
   * Puts a text into the workspace from a byte on and answers its bytes; a longer one than fits is
   * cut off.
   */
  #write(text: string, from: number): number {
    const workspace = this.#room();
    const start = workspace.byteOffset + from;
    const room = workspace.byteLength - from;
    const size = Math.min(text.length, room);
    for (let i = 0; i < size; ++i) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x80)
        return this.#encoder.encodeInto(text, this.#bytes.subarray(start, start + room)).written;
      this.#bytes[start + i] = unit;
    }
    return size;
  }
}
