// Where Emscripten is and which environment it needs: Debian's package or any emsdk release.
import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root, which } from './command.mjs';
import { Fault } from './terminal.mjs';

const debianModules = '/usr/share/nodejs'; // Debian's acorn, which Emscripten requires, lives there

/** `key` changes with the compiler, `env` is what em++ and emcmake are run with. */
export function emscripten() {
  const compiler = which('em++');
  if (!compiler)
    throw new Fault('Emscripten (em++) is not on the PATH: run `npm run setup` first.');
  const path = realpathSync(compiler);
  const env = {};
  if (existsSync(debianModules)) {
    env.NODE_PATH = [process.env.NODE_PATH, debianModules].filter(Boolean).join(delimiter);
  }
  if (!process.env.EM_CACHE && !canCache(dirname(path))) {
    env.EM_CACHE = join(root, 'build', 'em-cache');
  }
  return { key: `${path} ${statSync(path).mtimeMs}`, env };
}

/** Emscripten builds system libraries into its cache, unless they all came with it (Debian's cache is frozen). */
function canCache(folder) {
  const config = join(folder, '.emscripten');
  if (existsSync(config) && /^FROZEN_CACHE *= *True/m.test(readFileSync(config, 'utf8')))
    return true;
  const cache = join(folder, 'cache');
  try {
    accessSync(existsSync(cache) ? cache : folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
