/** A TypeScript module of the web side, bundled in memory, so that these tests need no build before them. */
import { build } from 'esbuild';

export async function bundled(file) {
  const entry = new URL(`../../web/${file}`, import.meta.url).pathname;
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
}
