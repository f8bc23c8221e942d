/**
 * A request for the WASM core as bytes: MessagePack, each kind in its widest form only. `widget/packed.hpp` reads it.
 * Data is what JSON.stringify would take: a key whose value is undefined is absent, and what is no data (functions,
 * symbols, big integers, anything nested too deep) is marked so that the core can refuse it by its path.
 */
const [nil, noData, no, yes, float64, str32, array32, map32] = [
  0xc0, 0xc1, 0xc2, 0xc3, 0xcb, 0xdb, 0xdd, 0xdf,
];
const maxDepth = 32;

let bytes = new Uint8Array(1024);
let view = new DataView(bytes.buffer);
let end = 0;
const encoder = new TextEncoder();

/** The bytes are valid until the next call. */
export function packed(value: unknown): Uint8Array {
  end = 0;
  write(value, 0);
  return bytes.subarray(0, end);
}

function write(value: unknown, depth: number): void {
  if (value === null || value === undefined) return mark(nil, 0);
  switch (typeof value) {
    case 'boolean':
      return mark(value ? yes : no, 0);
    case 'number':
      mark(float64, 8);
      return view.setFloat64(end - 8, value);
    case 'string':
      return text(value);
    case 'object':
      if (depth < maxDepth) return Array.isArray(value) ? list(value, depth) : map(value, depth);
  }
  mark(noData, 0);
}

function text(value: string): void {
  mark(str32, 4);
  const size = end - 4;
  reserve(3 * value.length); // the most that UTF-8 takes of one UTF-16 unit
  const { written } = encoder.encodeInto(value, bytes.subarray(end));
  view.setUint32(size, written);
  end += written;
}

function list(values: readonly unknown[], depth: number): void {
  mark(array32, 4);
  view.setUint32(end - 4, values.length);
  for (const value of values) write(value, depth + 1);
}

function map(value: object, depth: number): void {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  mark(map32, 4);
  view.setUint32(end - 4, entries.length);
  for (const [key, member] of entries) {
    text(key);
    write(member, depth + 1);
  }
}

/** The first byte, and room for what always follows it. */
function mark(kind: number, size: number): void {
  reserve(1 + size);
  bytes[end] = kind;
  end += 1 + size;
}

function reserve(size: number): void {
  if (end + size <= bytes.length) return;
  const larger = new Uint8Array(2 * (end + size));
  larger.set(bytes);
  bytes = larger;
  view = new DataView(bytes.buffer);
}
