// The style of the code is a test: clang-format 14 (Google, 100 columns) and Prettier have nothing to change.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function sources(folders, pattern) {
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  return present.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && pattern.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .filter((path) => !path.includes('/node_modules/')),
  );
}

/** Releases lay out some code differently, so only 14 is asked. */
function clangFormat() {
  for (const program of ['clang-format-14', 'clang-format']) {
    const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
    if (status === 0 && /version 14\./.test(stdout)) return program;
  }
  return undefined;
}

const formatter = clangFormat();
const missing = formatter ? false : 'clang-format 14 is not installed';

test('C++ is formatted as .clang-format says', { skip: missing }, () => {
  const files = sources(['include', 'src', 'server', 'widget', 'tests'], /\.[ch]pp$/);
  assert.ok(files.length > 20);
  execFileSync(formatter, ['--dry-run', '-Werror', ...files], { cwd: root, stdio: 'pipe' });
});

test('TypeScript, JavaScript and CSS are formatted as Prettier says', () => {
  const files = sources(['web', 'scripts', 'tests', 'examples'], /\.(ts|mjs|css)$/).filter(
    (path) => !path.endsWith('web/contract.ts'), // generated; its test is that it is fresh
  );
  assert.ok(files.length > 20);
  const prettier = join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [prettier, '--check', ...files], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
});
