// `npm run contract`: writes web/contract.ts and docs/openapi.json from the C++ field lists.
// The test that they are fresh compares the same texts with the committed files.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTargets } from './build.mjs';
import { isMain, root, run } from './command.mjs';
import { setup } from './setup.mjs';
import { main, say } from './terminal.mjs';

const documents = { typescript: 'web/contract.ts', openapi: 'docs/openapi.json' };

/** The generated texts by the file that each belongs in. `preset`: the build whose emitter is asked. */
export async function contract(preset = 'release') {
  const emit = join(root, 'build', preset, 'emit');
  const texts = Object.entries(documents).map(async ([kind, file]) => {
    const { stdout } = await run(emit, [kind]);
    return [file, stdout];
  });
  return Object.fromEntries(await Promise.all(texts));
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await setup();
    await buildTargets('release', ['emit'], 'contract generator');
    for (const [file, text] of Object.entries(await contract())) {
      writeFileSync(join(root, file), text);
      say(`wrote ${file}`);
    }
  });
}
