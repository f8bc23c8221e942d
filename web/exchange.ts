/** What passes between the page and an instance of the core: bytes into its room, JSON out of it. */
import type { Exports } from 'vitrine:glue';
import type { ChangedOffer } from './contract.ts';
import { packed } from './packed.ts';
import type { Result } from './result.ts';

/** Runs a command. */
export function exchange<T>(exports: Exports, command: string, request: unknown): Result<T> {
  put(exports, packed(request));
  return read(exports.call(command)) as Result<T>;
}

/** Opens a catalogue snapshot; a refused one leaves the one that was open. */
export function open(exports: Exports, bytes: Uint8Array): Result<null> {
  put(exports, bytes);
  return read(exports.open()) as Result<null>;
}

/** Gives offers of the open catalogue other prices and stocks. */
export function change(exports: Exports, offers: Iterable<ChangedOffer>): void {
  for (const { offer_id, price, stock = -1 } of offers) exports.change(offer_id, price, stock);
}

function put(exports: Exports, bytes: Uint8Array): void {
  exports.room(bytes.length).set(bytes);
}

const decoder = new TextDecoder();

function read(answer: Uint8Array): unknown {
  return JSON.parse(decoder.decode(answer));
}
