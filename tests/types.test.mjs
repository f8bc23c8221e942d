// The package's declarations, as TypeScript programs of others meet them: valid ones compile, invalid ones do not.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { manifest, markdown, reference } from '../scripts/elements.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function compiled(name) {
  const program = ts.createProgram([join(root, `tests/types/${name}.ts`)], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    paths: {
      vitrine: [join(root, 'dist/vitrine.d.ts')],
      'vitrine/structured-data': [join(root, 'dist/structured-data.d.ts')],
    },
  });
  const faults = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  const foreign = program
    .getSourceFiles()
    .map(({ fileName }) => fileName)
    .filter((file) => file.includes('node_modules') && !file.includes('typescript/lib'));
  return { faults, foreign };
}

test('a page’s program compiles against the declarations, without anybody else’s', () => {
  assert.deepEqual(compiled('valid'), { faults: [], foreign: [] });
});

test('what is wrong does not compile', () => assert.deepEqual(compiled('invalid').faults, []));

test('the reference is fresh', async () => {
  assert.equal(
    readFileSync(join(root, reference), 'utf8'),
    await markdown(),
    'run scripts/elements.mjs',
  );
});

test('the manifest names every element and documents every attribute', () => {
  const [{ declarations }] = manifest().modules;
  assert.ok(declarations.length >= 9);
  for (const { tagName, description, attributes } of declarations) {
    assert.ok(description, tagName);
    for (const attribute of attributes)
      assert.ok(attribute.description, `${tagName} ${attribute.name}`);
  }
  const packed = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
  assert.deepEqual(packed, JSON.parse(JSON.stringify(manifest())));
});
