/** An open catalogue, asked directly: for programs that search between two key strokes. */
import type { Exports } from 'vitrine:glue';
import type { Product, SearchAnswer, SearchRequest } from './contract.ts';
import { exchange } from './exchange.ts';

export interface Catalogue {
  /** Throws a `RangeError` that names what is wrong with the request. */
  search(request: SearchRequest): SearchAnswer;
  /**
   * The ids of the first products for a text, the most relevant first; at most 256. One call into WebAssembly, without
   * JSON; nothing for more than 12 words.
   */
  searchIds(query: string, limit?: number): string[];
  product(id: string): Product | undefined;
}

/** The catalogue that is open in an instance of the core. */
export class OpenCatalogue implements Catalogue {
  readonly ok = true;
  #exports: Exports;
  #workspace: Uint32Array;
  #bytes: Uint8Array;
  #ids: string[] = [];
  #encoder = new TextEncoder();

  constructor(exports: Exports) {
    this.#exports = exports;
    this.#workspace = exports.workspace();
    this.#bytes = new Uint8Array(this.#workspace.buffer);
  }

  search(request: SearchRequest): SearchAnswer {
    const answer = exchange<SearchAnswer>(this.#exports, 'catalog.search', request);
    if (answer.ok) return answer.value;
    throw new RangeError(`${answer.error.code}: ${answer.error.path}`);
  }

  searchIds(query: string, limit = 24): string[] {
    const size = this.#write(query);
    const count = this.#exports._search_places(size, Math.max(0, limit));
    const places = this.#room();
    const ids = this.#ids;
    const answer = new Array<string>(count);
    for (let i = 0; i < count; ++i) {
      const place = places[i]!;
      answer[i] = ids[place] ??= this.#exports.productId(place);
    }
    return answer;
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

  /** Puts a text into the workspace and answers its bytes; a longer one than fits is cut off. */
  #write(text: string): number {
    const { byteOffset, byteLength } = this.#room();
    const size = Math.min(text.length, byteLength);
    for (let i = 0; i < size; ++i) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x80) {
        const room = this.#bytes.subarray(byteOffset, byteOffset + byteLength);
        return this.#encoder.encodeInto(text, room).written;
      }
      this.#bytes[byteOffset + i] = unit;
    }
    return size;
  }
}
