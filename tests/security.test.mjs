// The threat model's promises have tests: docs/security.md names a file and a sentence in every row.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rows = readFileSync(join(root, 'docs', 'security.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| threat '));

test('every row of the threat model names a test that exists', () => {
  assert.ok(rows.length > 30);
  for (const row of rows) {
    const [, file, name] = /\| `(tests\/\S+)` (.+) \|$/.exec(row) ?? assert.fail(row);
    assert.ok(existsSync(join(root, file)), file);
    const text = readFileSync(join(root, file), 'utf8');
    // The name as a whole, where a test begins; the table's three splits make theirs from a template.
    const begins = ['test(', 'TEST_CASE('].some((call) =>
      text
        .split(call)
        .slice(1)
        .some((rest) => /^\s*['"`]/.test(rest) && rest.trimStart().slice(1).startsWith(name)),
    );
    assert.ok(begins, `${file}: ${name}`);
  }
});
