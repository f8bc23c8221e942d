/** What Emscripten leaves beside core.wasm; `scripts/web.mjs` says where that is. */
declare module 'vitrine:glue' {
  export interface Exports {
    room(size: number): Uint8Array;
    open(): Uint8Array;
    call(command: string): Uint8Array;
    change(offer_id: string, price: number, stock: number): void;
    workspace(): Uint32Array;
    productId(place: number): string;
    numberOf(seller: boolean, text: string): number;
    textOf(seller: boolean, number: number): string;
    _search_places(bytes: number, limit: number): number;
    _search_found(priceMin: number, priceMax: number): number;
  }
  interface Options {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): object;
  }
  export default function start(options: Options): Promise<Exports>;
}
