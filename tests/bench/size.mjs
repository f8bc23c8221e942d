// What the tag costs on first load (JS + WASM + CSS, which is in the JS), as `npm run build` left it in build/web.
//   node tests/bench/size.mjs
// With --search: what the search takes of core.wasm. The module is linked once as it is and once with
// no_search.cpp in the place of the search's sources; needs build/wasm.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../../scripts/command.mjs';
import { budget, report } from '../../scripts/web.mjs';

const wasm = join(root, 'build/wasm');
const run = (line) =>
  execFileSync('sh', ['-c', line], {
    cwd: wasm,
    env: { ...process.env, NODE_PATH: '/usr/share/nodejs' }, // where Debian has Emscripten's acorn
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** The line that ninja makes something with. */
function lineOf(target, pattern) {
  const lines = execFileSync('ninja', ['-t', 'commands', target], { cwd: wasm, encoding: 'utf8' });
  return lines.split('\n').find((line) => pattern.test(line));
}

function brotliOf(file) {
  const bytes = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(bytes, { params }).length;
}

function searchShare() {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-size-'));
  try {
    const bare = join(folder, 'no_search.o');
    run(
      lineOf('CMakeFiles/core.dir/widget/bindings.cpp.o', /bindings\.cpp/)
        .replace(/ -MD -MT \S+ -MF \S+/, '')
        .replace(/ -o \S+/, ` -o ${bare}`)
        .replace(/ -c \S+/, ` -c ${join(root, 'tests/bench/no_search.cpp')}`),
    );
    const link = lineOf('core', / -o core\.mjs /);
    const sizes = ['', ` ${bare}`].map((instead, place) => {
      const file = join(folder, `core${place}`);
      run(link.replace(' -o core.mjs ', `${instead} -o ${file}.mjs `));
      return brotliOf(`${file}.wasm`);
    });
    const [all, without] = sizes;
    console.log(
      `core.wasm ${all} bytes in Brotli, without the search ${without}: it takes ${all - without}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv.includes('--search')) {
  searchShare();
} else {
  const brotli = report();
  console.log(`${(brotli / 1024).toFixed(1)} KB of ${budget / 1024} KB`);
  process.exitCode = brotli > budget ? 1 : 0;
}
