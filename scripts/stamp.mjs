// Remembers what a step was made from, so that the next run can tell whether anything changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.mjs';

/**
 * `is`: the step's inputs are what they were and its outputs are all there. `remember()` is called after the step.
 * Inputs and outputs are files or folders below the root.
 */
export function unchanged(name, { inputs, outputs }) {
  const file = join(root, 'build', `${name}.stamp`);
  const stamp = () => `${contentHash(inputs)}\n${listing(outputs)}`;
  return {
    is: existsSync(file) && readFileSync(file, 'utf8') === stamp(),
    remember: () => writeFileSync(file, stamp()),
  };
}

/** One hash over the names and contents of files. */
export function contentHash(places) {
  const hash = createHash('sha256');
  for (const path of filesIn(places))
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

const listing = (places) =>
  filesIn(places)
    .map((path) => `${path} ${statSync(join(root, path)).size}`)
    .join('\n');

function filesIn(places) {
  return places.flatMap((place) => {
    const path = join(root, place);
    if (!existsSync(path)) return [];
    if (!statSync(path).isDirectory()) return [place];
    return filesIn(
      readdirSync(path)
        .sort()
        .map((entry) => join(place, entry)),
    );
  });
}
