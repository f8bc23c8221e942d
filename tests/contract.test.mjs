// The committed contract is what the C++ field lists say.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const emit = ['release', 'dev']
  .map((preset) => join(root, 'build', preset, 'emit'))
  .find((path) => existsSync(path));

for (const [kind, file] of [
  ['typescript', 'web/contract.ts'],
  ['openapi', 'docs/openapi.json'],
]) {
  test(`${file} is fresh: npm run contract changes nothing`, () => {
    assert.ok(emit, 'build the target emit first');
    const text = execFileSync(emit, [kind], { encoding: 'utf8', maxBuffer: 1 << 24 });
    assert.equal(readFileSync(join(root, file), 'utf8'), text);
  });
}
