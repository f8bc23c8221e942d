// Facility location instances of the literature through the binary, each against its published optimum:
//   node tests/sourcing/ufl.mjs [folder of NAME.gz and index.json] [seconds for each] [group …]
// `ufl/` holds the small ones of OR-Library; UflLib's format and its other groups (M*, Euclid, Gap, Bilde-Krarup,
// Galvão-Raggi, Uniform, Koerkel-Ghosh …) fit too. Prints a line for each group.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

const run = promisify(execFile);
const binary = fileURLToPath(new URL('../../build/vitrine', import.meta.url));
export const folder = fileURLToPath(new URL('ufl/', import.meta.url));

/** The instances that index.json lists: {name, group, m, n, best, status}. */
export const listed = (from = folder) => JSON.parse(readFileSync(join(from, 'index.json'), 'utf8'));

/** Solves one: {cost, bound, proof, micros, assignment}, and `real`, what its assignment costs by the file. */
export async function solve(name, from = folder, seconds = 60) {
  const text = gunzipSync(readFileSync(join(from, `${name}.gz`))).toString();
  const scratch = mkdtempSync(join(tmpdir(), 'ufl-'));
  try {
    const file = join(scratch, name);
    writeFileSync(file, text);
    const args = ['source-ufl', file, '--time-ms', String(seconds * 1000)];
    const { stdout } = await run(binary, args, { maxBuffer: 1 << 26 });
    const answer = JSON.parse(stdout);
    return { ...answer, real: priced(text, answer.assignment) };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function priced(text, assignment) {
  const [facilities, cities, ...numbers] = text.trim().split(/\s+/).map(Number);
  const cost = (facility, city) => numbers[facility * (cities + 1) + city];
  let sum = 0;
  for (const facility of new Set(assignment)) sum += cost(facility, 0);
  for (const [city, facility] of assignment.entries()) sum += cost(facility, city + 1);
  return facilities > 0 ? sum : NaN;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from = folder, seconds = '60', ...groups] = process.argv.slice(2);
  const all = listed(from);
  for (const group of groups.length > 0 ? groups : new Set(all.map((one) => one.group))) {
    const members = all.filter((one) => one.group === group);
    let [proved, equal, better, slowest] = [0, 0, 0, 0];
    for (const { name, best } of members) {
      const { real, proof, bound, micros } = await solve(name, from, Number(seconds));
      const close = 1e-6 * (best ?? real);
      if (bound > Math.min(best ?? real, real) + close)
        console.log(`${name}: the bound ${bound} lies`);
      if (proof === 'optimal') {
        proved += 1;
        slowest = Math.max(slowest, micros / 1e6);
      }
      if (best === null) continue;
      if (Math.abs(real - best) <= close) equal += 1;
      if (real < best - close) better += 1;
    }
    console.log(
      `${group}: ${members.length} instances, ${proved} proved (at most ${slowest.toFixed(1)} s), ` +
        `${equal} equal the published cost${better > 0 ? `, ${better} below it` : ''}`,
    );
  }
}
