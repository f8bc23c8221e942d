// Runs the test programs, shows what they print, and answers what they counted: {passed, failed, skipped},
// with `faults`: what failed, in the program's words.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.mjs';
import { say } from './terminal.mjs';

/** Counts test cases, as in Catch2's last line, in the words of its releases 2 and 3. */
export async function runCatch2(binary, patience) {
  if (!existsSync(binary)) return { passed: 0, failed: 0, skipped: 0, faults: [] };
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

/** Runs node:test files: all in one go, or one by one. */
export async function runNodeTests(files, patience, results, { serial = false, env } = {}) {
  const sum = { passed: 0, failed: 0, skipped: 0, faults: [] };
  const groups = serial ? files.map((file) => [file]) : files.length > 0 ? [files] : [];
  for (const [at, group] of groups.entries()) {
    const tap = join(
      results,
      `${group.length === 1 ? group[0].replaceAll('/', '-') : 'node'}-${at}${env ? '-env' : ''}.tap`,
    );
    const reporters = [
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=tap', `--test-reporter-destination=${tap}`],
    ];
    const { code } = await show(
      process.execPath,
      ['--test', ...reporters, ...group],
      patience,
      env,
    );
    const text = existsSync(tap) ? readFileSync(tap, 'utf8') : '';
    const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
    const failed = count('fail') + count('cancelled');
    sum.passed += count('pass');
    sum.failed += code !== 0 && failed === 0 ? 1 : failed;
    sum.skipped += count('skipped') + count('todo');
    sum.faults.push(...tapFaults(text));
  }
  return sum;
}

/** Runs a program with its output on the screen. After `patience` ms it and its children are ended. */
function show(command, args, patience, env) {
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
    const interrupted = () => {
      end('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    const timer = setTimeout(() => {
      say(`\nNot done after ${Math.round(patience / 60_000)} minutes: ended.`);
      end('SIGTERM'); // its servers and browsers are stopped by it
      setTimeout(() => end('SIGKILL'), 5000).unref();
    }, patience);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        process.stdout.write(text);
      });
    }
    child.on('error', (error) => say(error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve({ code: code ?? 1, output });
    });
  });
}
