/** The catalogue of the golden vectors as snapshot bytes, or the file that VITRINE_SNAPSHOT names. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const program = new URL('../../build/dev/vector_catalog', import.meta.url).pathname;

export function snapshot() {
  const given = process.env.VITRINE_SNAPSHOT;
  return new Uint8Array(given ? readFileSync(given) : execFileSync(program, { maxBuffer: 1e9 }));
}
