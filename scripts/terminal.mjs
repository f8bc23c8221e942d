// What the scripts print: one line per step with its time, a live line below on a terminal, colours only there.
import { paint } from './colour.mjs';

const live = process.stdout.isTTY === true && process.env.TERM !== 'dumb' && !process.env.CI;
const heartbeatMs = 30_000;
const running = new Map();

export const say = (text = '') => {
  erase();
  process.stdout.write(`${text}\n`);
  draw();
};

/** Runs `work(update)` as a step; `update(text)` tells how far it is. Answers what the work answers. */
export async function step(name, work) {
  const started = Date.now();
  const update = (text) => {
    running.set(name, text);
    erase();
    draw();
  };
  update('');
  // Without a live line, a long step still says now and then that it is alive.
  const heartbeat = setInterval(() => {
    if (!live) say(`  ${name} … ${running.get(name)}`.trimEnd());
  }, heartbeatMs);
  let failed = true;
  try {
    const result = await work(update);
    failed = false;
    return result;
  } finally {
    clearInterval(heartbeat);
    erase();
    running.delete(name);
    const mark = failed ? paint('red', '✗') : paint('green', '✓');
    say(`${mark} ${name.padEnd(34)} ${seconds(Date.now() - started)}`);
  }
}

export const seconds = (ms) => `${(ms / 1000).toFixed(1).padStart(6)} s`;

/** A fault that the reader can act on: printed without a stack. */
export class Fault extends Error {}

/** Runs a script's main function when Node was started with that script, and ends with its exit code. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    say(`\n${paint('red', error instanceof Fault ? error.message : error.stack)}`);
    process.exitCode = 1;
  }
}

function draw() {
  if (!live || running.size === 0) return;
  const parts = [...running].map(([name, text]) => `${name} ${text}`.trim());
  process.stdout.write(
    paint('dim', parts.join(' · ').slice(0, (process.stdout.columns || 80) - 1)),
  );
}

function erase() {
  if (live && running.size > 0) process.stdout.write('\r\x1b[2K');
}
