// The threat model's promises have tests: docs/security.md and docs/asvs.md name a file and a
// sentence in every row.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const [document, least] of [
  ['security.md', 60],
  ['asvs.md', 30],
])
  test(`every row of ${document} names a test that exists`, () => {
    const rows = readFileSync(join(root, 'docs', document), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| (threat|item) /.test(line));
    assert.ok(rows.length >= least, `${rows.length}`);
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
