// `npm run format`: clang-format 14 for C++, Prettier for TypeScript, JavaScript and CSS. `-- --check` only looks.
import { isMain, run, which } from './command.mjs';
import { Fault, main, say } from './terminal.mjs';

// Other releases of clang-format lay some code out differently, so only this one is asked.
const clangFormat = 'clang-format-14';

/** Formats, or with `check` names, the files that are not as the style wants them. Answers {wrong, skipped}. */
export async function format({ check = false } = {}) {
  const files = await sourceFiles();
  const cpp = files.filter((file) => /\.(cpp|hpp)$/.test(file));
  const web = files.filter((file) => /\.(ts|mjs|css)$/.test(file) && file !== 'web/contract.ts');
  const skipped = which(clangFormat) ? [] : [clangFormat];
  const wrong = [
    ...(skipped.length > 0 ? [] : await formatCpp(cpp, check)),
    ...(await formatWeb(web, check)),
  ];
  return { wrong, skipped };
}

/** The files that Git tracks or would track. */
async function sourceFiles() {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const { output: all } = await run('git', args);
  const { output: deleted } = await run('git', ['ls-files', '--deleted']);
  const gone = new Set(deleted.split('\n'));
  return all.split('\n').filter((file) => file !== '' && !gone.has(file));
}

async function formatCpp(files, check) {
  if (files.length === 0) return [];
  if (!check) {
    await run(clangFormat, ['-i', ...files]);
    return [];
  }
  const { output } = await run(clangFormat, ['--dry-run', ...files], { check: false });
  return [...new Set([...output.matchAll(/^(\S+?):\d+:\d+: warning/gm)].map(([, file]) => file))];
}

async function formatWeb(files, check) {
  if (files.length === 0) return [];
  const prettier = 'node_modules/prettier/bin/prettier.cjs';
  const args = [prettier, check ? '--list-different' : '--write', '--log-level=warn', ...files];
  const { code, output } = await run(process.execPath, args, { check: false });
  const lines = output.split('\n').filter(Boolean);
  if (code !== 0 && !check) throw new Fault(output);
  return check ? lines : [];
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const { wrong, skipped } = await format({ check: process.argv.includes('--check') });
    for (const name of skipped) say(`${name} is not installed: the C++ files were left alone.`);
    for (const file of wrong) say(file);
    if (wrong.length > 0) say(`\n${wrong.length} files differ from the style: npm run format`);
    return wrong.length > 0 ? 1 : 0;
  });
}
