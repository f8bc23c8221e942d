// A program that runs beside the script until it is stopped: the server, the blog, a seller's endpoint.
import { spawn } from 'node:child_process';
import { root, splitLines } from './command.mjs';

const alive = new Set();
process.on('exit', () => alive.forEach((child) => child.kill('SIGKILL')));
// A signal ends the script without its exit handlers, unless someone listens.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(130);
  });
}

/**
 * Starts a program. `onLine` gets its output line by line, `onExit(code, signal)` is called when it ends without
 * `stop()` or `kill()`.
 */
export function start(command, args, { env, onLine = () => {}, onExit = () => {} } = {}) {
  const process_ = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // Ctrl-C reaches only the script, which then stops them in order
  });
  alive.add(process_);
  let wanted = false;
  const ended = new Promise((resolve) => {
    process_.once('error', (error) => {
      onLine(error.message);
      finish(null, null);
    });
    process_.once('close', finish);
    function finish(code, signal) {
      alive.delete(process_);
      if (!wanted) onExit(code, signal);
      resolve();
    }
  });
  for (const stream of [process_.stdout, process_.stderr]) {
    stream.setEncoding('utf8').on('data', splitLines(onLine));
  }
  const kill = async (signal) => {
    wanted = true;
    process_.kill(signal);
    await ended;
  };
  return {
    pid: process_.pid,
    isRunning: () => alive.has(process_),
    kill,
    /** Asks it to end, and ends it when it does not within five seconds. */
    stop: async () => {
      const timer = setTimeout(() => process_.kill('SIGKILL'), 5000);
      await kill('SIGTERM');
      clearTimeout(timer);
    },
  };
}

/** Waits until a page answers 2xx, or anything. */
export async function ready(url, child, { status = 'ok' } = {}) {
  const giveUp = Date.now() + 20_000;
  while (child.isRunning() && Date.now() < giveUp) {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok || (response && status === 'any')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not become ready`);
}
