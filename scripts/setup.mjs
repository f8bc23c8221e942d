// `npm run setup`: installs what the build (and with `--test` the tests) need and this machine lacks.
// It runs before any npm package is there, so it imports nothing but Node's own modules.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { isMain, root, run, which } from './command.mjs';
import { packagesFor } from './packages.mjs';
import { Fault, main, say, step } from './terminal.mjs';

export async function setup({ test = false } = {}) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Fault(`Vitrine needs Node 20 or newer; this is ${process.version}.`);
  }
  if (process.env.VITRINE_SETUP !== 'skip') await installPackages(packagesFor({ test }));
  await installModules();
}

async function installPackages(wanted) {
  if (!which('dpkg-query') || !which('apt-get')) {
    throw new Fault(
      [
        'The set-up knows Debian 12, Debian 13 and Ubuntu 24.04. Here, please install these yourself:',
        ...wanted.map(({ names, reason }) => `  ${names[0].padEnd(22)} ${reason}`),
        'and then run the command again with VITRINE_SETUP=skip.',
      ].join('\n'),
    );
  }
  const lacking = wanted.filter(isLacking(await installedPackages(wanted)));
  if (lacking.length === 0) return;

  if ((await chooseNames(lacking)).some(({ name, optional }) => !name && !optional)) {
    await apt('package lists', ['update']);
  }
  const chosen = await chooseNames(lacking);
  const unknown = chosen.filter(({ name, optional }) => !name && !optional);
  if (unknown.length > 0) {
    const browserHint = unknown.some(({ browser }) => browser)
      ? '\nUbuntu has Chromium only as a snap. Install Google Chrome from https://www.google.com/chrome, or run ' +
        '`snap install chromium`, or set CHROMIUM to the path of a browser.'
      : '';
    const names = unknown.map((item) => item.names.join(' or ')).join(', ');
    throw new Fault(`This release has no package ${names}.${browserHint}`);
  }
  const found = chosen.filter(({ name }) => name);
  if (found.length === 0) return;
  say('Vitrine needs these packages, which are not installed yet:');
  for (const { name, reason } of found) say(`  ${name.padEnd(22)} ${reason}`);
  const names = found.map(({ name }) => name);
  const size = await downloadSize(names);
  if (size) say(size);
  const install = ['install', '--yes', '--no-install-recommends', ...names];
  try {
    await apt('installing packages', install);
  } catch (error) {
    // Package lists that have aged name files which the mirror no longer has.
    if (!/404 +Not Found|Failed to fetch|Unable to locate/.test(error.message)) throw error;
    await apt('package lists', ['update']);
    await apt('installing packages, again', install);
  }
}

/** The packages that are installed, and those whose installation was broken off. */
async function installedPackages(wanted) {
  const names = wanted.flatMap((item) => item.names);
  const format = ['--show', '--showformat', '${Package} ${db:Status-Abbrev}\n'];
  const { output } = await run('dpkg-query', [...format, ...names], { check: false });
  const states = output.split('\n').map((line) => line.trim().split(' '));
  const inState = (pattern) =>
    new Set(states.filter(([, state]) => pattern.test(state)).map(([name]) => name));
  return { installed: inState(/^ii/), broken: inState(/^i[^in]/) };
}

function isLacking({ installed, broken }) {
  return ({ names, program, browser }) => {
    if (names.some((name) => installed.has(name))) return false;
    if (names.some((name) => broken.has(name))) return true;
    return browser ? !findBrowser() : !(program && which(program));
  };
}

/** Gives each package the first of its names that this release can install, if any. */
async function chooseNames(packages) {
  const names = packages.flatMap((item) => item.names);
  const { output } = await run('apt-cache', ['policy', ...names], { env: { LC_ALL: 'C' } });
  const known = new Set();
  for (const part of output.split(/\n(?=\S)/)) {
    const candidate = /Candidate: (\S+)/.exec(part)?.[1] ?? '(none)';
    // Ubuntu's Chromium package only installs the snap.
    if (candidate !== '(none)' && !/snap/.test(candidate)) known.add(part.split(':')[0]);
  }
  return packages.map((item) => ({ ...item, name: item.names.find((name) => known.has(name)) }));
}

async function downloadSize(names) {
  const args = ['install', '--assume-no', '--no-install-recommends', ...names];
  const { output } = await run('apt-get', args, { check: false, env: { LC_ALL: 'C' } });
  const needed = /Need to get ([^\n]+?) of archives/.exec(output)?.[1];
  const used = /After this operation, ([^\n]+?) of additional/.exec(output)?.[1];
  return needed && used && `To download: ${needed.split('/')[0]}; on disk: ${used}.`;
}

async function apt(name, args) {
  const env = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const [command, prefix] = asRoot(env, args);
  let all = 0;
  let done = 0;
  await step(name, (update) =>
    run(command, [...prefix, '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env,
      log: 'apt',
      stdin: 'inherit', // sudo may ask for the password
      onLine: (line) => {
        all ||= Number(/(\d+) newly installed/.exec(line)?.[1] ?? 0);
        if (line.startsWith('Get:')) update('downloading');
        if (line.startsWith('Setting up ')) update(`${++done}/${all}`);
        if (line.startsWith('Unpacking ')) update('unpacking');
      },
    }),
  );
}

function asRoot(env, args) {
  if (process.getuid?.() === 0) return ['apt-get', []];
  const command = `apt-get ${args.filter((arg) => arg !== '--yes').join(' ')}`;
  if (!which('sudo')) {
    throw new Fault(
      `Installing needs root, and there is no sudo here. As root, run:\n  ${command}`,
    );
  }
  if (!process.stdin.isTTY)
    say(`If sudo asks for a password and cannot get one, run:\n  sudo ${command}`);
  const settings = Object.entries(env).map(([key, value]) => `${key}=${value}`);
  const quiet = process.stdin.isTTY ? [] : ['--non-interactive'];
  return ['sudo', [...quiet, 'env', ...settings, 'apt-get']];
}

async function installModules() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  const count = Object.keys(JSON.parse(readFileSync(lock, 'utf8')).packages).length - 1;
  // The npm that runs this script, else the one on the PATH.
  const npm = process.env.npm_execpath;
  const [command, prefix] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  await step('npm packages', (update) => {
    update(`up to ${count}`);
    return run(command, [...prefix, ...args], { log: 'npm' });
  });
}

if (isMain(import.meta.url)) {
  await main(() => setup({ test: process.argv.includes('--test') }));
}
