// Runs other programs. Their output goes to a log file and is shown only where it helps: when they fail.
import { spawn } from 'node:child_process';
import { accessSync, constants, createWriteStream, mkdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from './terminal.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Whether Node was started with the module of this `import.meta.url`. */
export const isMain = (url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

export const logs = join(root, 'build', 'logs');

/**
 * Runs a program to its end and answers {code, output, stdout}; `output` has both streams. `log` names the log file,
 * `onLine` sees each line as it comes, `check: false` answers whatever the code.
 */
export function run(
  command,
  args,
  { cwd = root, env, log, onLine, check = true, stdin = 'ignore' } = {},
) {
  mkdirSync(logs, { recursive: true });
  const file = log && createWriteStream(join(logs, `${log}.log`));
  return new Promise((resolve, reject) => {
    let output = '';
    let stdout = '';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [stdin, 'pipe', 'pipe'],
    });
    const lines = splitLines(onLine ?? (() => {}));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (stream === child.stdout) stdout += text;
        file?.write(text);
        lines(text);
      });
    }
    child.on('error', (error) => reject(new Fault(`${command} cannot be run: ${error.message}`)));
    child.on('close', (code, signal) => {
      file?.end();
      if (code === 0 || !check) return resolve({ code: code ?? signal, output, stdout });
      const place = log ? `\nThe whole log: ${join('build', 'logs', `${log}.log`)}` : '';
      const ending = signal ? `was ended by ${signal}` : `failed (${code})`;
      reject(new Fault(`${excerpt(output)}\n${command} ${args.join(' ')} ${ending}.${place}`));
    });
  });
}

/** Turns chunks of text into calls with one line each. */
export function splitLines(take) {
  let rest = '';
  return (text) => {
    const parts = (rest + text).split(/\r?\n|\r/);
    rest = parts.pop();
    parts.forEach((line) => take(line));
  };
}

/** The full path of a program on the PATH, or undefined. */
export function which(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

/** What a reader needs of a failed command's output: from Ninja's first failure on, else the end. */
function excerpt(output, count = 60) {
  const lines = output.trimEnd().split('\n');
  const failure = lines.findIndex((line) => line.startsWith('FAILED:'));
  return (failure < 0 ? lines.slice(-count) : lines.slice(failure, failure + count)).join('\n');
}
