// Checks the types of the web side, and writes the .d.ts files of the npm package.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * Writes `dist/<name>.d.ts` for each entry `web/<module>.ts`, and the files that they lean on to dist/types/. All of web/
 * is checked, so that a page or a language that lacks something fails the build.
 */
export function declarations(root, dist, entries) {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { ...config, include: ['web'] },
    ts.sys,
    root,
  );
  const modules = Object.values(entries).map((module) => join(root, `web/${module}.ts`));
  const program = ts.createProgram([...modules, join(root, 'web/glue.d.ts')], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(root, 'web'),
    outDir: join(dist, 'types'),
  });
  const whole = ts.createProgram(fileNames, options);
  const faults = [...ts.getPreEmitDiagnostics(whole), ...program.emit().diagnostics];
  if (faults.length > 0) {
    const host = {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => '\n',
    };
    throw new Error(ts.formatDiagnostics(faults, host));
  }
  mkdirSync(dist, { recursive: true });
  for (const [name, module] of Object.entries(entries)) {
    // TypeScript finds `.d.ts` behind the `.js` of an import.
    writeFileSync(join(dist, `${name}.d.ts`), `export * from './types/${module}.js';\n`);
  }
}
