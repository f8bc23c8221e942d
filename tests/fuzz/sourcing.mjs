// Sourcing under fire, for long: node tests/fuzz/sourcing.mjs [cases, 100000 unless told] [seed]
// Random carts against complete enumeration, odd shapes and odd numbers (the properties of build/dev/unit_tests, many times over),
// then hostile lines through the command line and the widget. `npm test` runs the same for a hundred cases each.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { survives } from '../sourcing/hostile.mjs';

const [cases = 100_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
console.log(`${cases} cases of each property, seed ${seed}`);

const tests = fileURLToPath(new URL('../../build/dev/unit_tests', import.meta.url));
const { status, error } = spawnSync(
  tests,
  ['-#', '[#sourcing_test],[#sourcing_shapes_test],[#sourcing_hostile_test]'],
  {
    stdio: 'inherit',
    env: { ...process.env, RC_PARAMS: `max_success=${cases} seed=${seed}` },
  },
);
if (error) console.log(`${error.message}: build it with npm test -- --only unit`);
if (status !== 0) process.exit(1);

for (let done = 0; done < cases; done += 5_000) {
  const count = Math.min(5_000, cases - done);
  const refused = await survives({ count, seed: seed + done });
  console.log(`${done + count} spoiled and as many garbled lines: ${refused} refused here`);
}
