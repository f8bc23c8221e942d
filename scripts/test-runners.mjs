// Runs the test programs, shows what they print, and answers what they counted: {passed, failed, skipped},
// with `faults`: what failed, in the program's words.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from './command.mjs';
import { say } from './terminal.mjs';

/** Counts test cases, as in Catch2's last line, in the words of its releases 2 and 3. */
export async function runCatch2(binary, patience) {
  if (!existsSync(binary)) return { passed: 0, failed: 0, skipped: 0, faults: [], shaky: [] };
  const { code, output } = await show(binary, [], patience, {
    UBSAN_OPTIONS: 'print_stacktrace=1',
    // The same random cases in every run: a failure is about the change at hand.
    RC_PARAMS: process.env.RC_PARAMS ?? 'seed=20261122',
  });
  const tail = output.slice(-2000);
  const all = /All tests passed \(.* in (\d+) test cases?\)/.exec(tail);
  const line = /test cases: +(\d+)(.*)/.exec(tail);
  const count = (what) => Number(new RegExp(`(\\d+) ${what}`).exec(line?.[2] ?? '')?.[1] ?? 0);
  const counts = {
    passed: all ? Number(all[1]) : count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    faults: catchFaults(output),
    shaky: [],
  };
  // A sanitizer's report or a crash ends the program before it has counted.
  if (code !== 0 && counts.failed === 0) {
    counts.failed = 1;
    counts.faults.push(tail);
  }
  return counts;
}

/** Each test case and section that failed, with its first fault. */
function catchFaults(output) {
  const rule = '-'.repeat(79);
  const parts = output.split(`\n${rule}\n`);
  return parts.flatMap((name, at) => {
    const told = parts[at + 1] ?? '';
    return / FAILED:$/m.test(told) && !name.includes(' FAILED:\n')
      ? [
          `${name.trim()}\n${told
            .slice(told.search(/^.* FAILED:$/m))
            .slice(0, 1500)
            .trim()}`,
        ]
      : [];
  });
}

/** Each test of a TAP report that failed by itself, not by a test within it. */
function tapFaults(text) {
  const faults = text.split(/^(?= *not ok )/m).slice(1);
  return faults
    .filter((fault) => !/failureType: '(subtestsFailed|cancelledByParent)'/.test(fault))
    .map((fault) =>
      fault
        .split(/^ *(?:ok |# Subtest)/m)[0]
        .slice(0, 1500)
        .trim(),
    );
}

/**
 * Runs node:test files, each in a process of its own and several at a time: most of them wait for servers and pages
 * rather than work. What a file prints is shown when it ends, or at once when it is alone. One that fails beside others
 * is run once more, alone: that counts, and `shaky` names those that pass then.
 */
export async function runNodeTests(files, patience, results, env) {
  const sum = { passed: 0, failed: 0, skipped: 0, faults: [], shaky: [] };
  const waiting = [...files];
  const failed = [];
  const run = (file, live) => runNodeFile(file, patience, results, env, live);
  const next = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const outcome = await run(file, files.length === 1);
      if (outcome.failed > 0 && files.length > 1) failed.push(file);
      else add(sum, outcome);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
  for (const file of failed) {
    say(`\nOnce more, alone: ${file}`);
    const outcome = await run(file, true);
    if (outcome.failed === 0) sum.shaky.push(file);
    add(sum, outcome);
  }
  return sum;
}

async function runNodeFile(file, patience, results, env, live) {
  const tap = join(results, `${file.replaceAll('/', '-')}${env ? '-env' : ''}.tap`);
  const reporters = [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${tap}`],
  ];
  const args = ['--test', ...reporters, file];
  const { code, output } = await show(process.execPath, args, patience, env, live);
  if (!live) process.stdout.write(output);
  const text = existsSync(tap) ? readFileSync(tap, 'utf8') : '';
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return {
    passed: count('pass'),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: count('skipped') + count('todo'),
    faults: tapFaults(text),
  };
}

function add(sum, { faults, ...counts }) {
  for (const [key, count] of Object.entries(counts)) sum[key] += count;
  sum.faults.push(...faults);
}

/** Ends each program that runs, with all that it started: servers and browsers are stopped by it. */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const end of running) end('SIGTERM');
    process.exit(130);
  });
}

/** Runs a program, with its output on the screen if `live`. After `patience` ms it and its children are ended. */
function show(command, args, patience, env, live = true) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a process group of its own, so that a hanging test ends with all it started
    });
    const end = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // it has ended
      }
    };
    running.add(end);
    const take = (text) => {
      output += text;
      if (live) process.stdout.write(text);
    };
    const timer = setTimeout(() => {
      take(`\nNot done after ${Math.round(patience / 60_000)} minutes: ended.\n`);
      end('SIGTERM');
      setTimeout(() => end('SIGKILL'), 5000).unref();
    }, patience);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
    child.on('error', (error) => take(`${error.message}\n`));
    child.on('close', (code) => {
      clearTimeout(timer);
      running.delete(end);
      resolve({ code: code ?? 1, output });
    });
  });
}
