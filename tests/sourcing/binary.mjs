// The command line's answers to carts.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const binary = fileURLToPath(new URL('../../build/vitrine', import.meta.url));

/** Gives it a line of text for each cart; its exit code and the answers. */
export function source(lines, ...args) {
  return new Promise((resolve, reject) => {
    const child = execFile(
      binary,
      ['source', ...args],
      { maxBuffer: 1 << 28 },
      (error, out, err) =>
        error && error.code !== 1
          ? reject(new Error(`${err} (${error.signal ?? error.code})`))
          : resolve({ code: error?.code ?? 0, answers: out.trim().split('\n').map(JSON.parse) }),
    );
    child.stdin.end(lines.join('\n'));
  });
}
