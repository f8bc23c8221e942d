// A throw-away PostgreSQL for tests, of the installed package: a cluster in a temporary folder, reached through a socket
// there, with the server's usual settings (fsync on). By hand, for one program:
//   node scripts/postgres.mjs node --test tests/server/stock.test.mjs
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './child.mjs';
import { isMain, run, which } from './command.mjs';
import { Fault, main } from './terminal.mjs';

/** The folder of the newest installed server's programs, which are not on the PATH. */
export function programs() {
  const all = '/usr/lib/postgresql';
  const versions = existsSync(all) ? readdirSync(all).sort((a, b) => b - a) : [];
  const folders = versions.map((version) => join(all, version, 'bin'));
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')));
  if (!found) throw new Fault('PostgreSQL is not installed: npm run setup -- --test');
  return found;
}

/**
 * PostgreSQL refuses to run as root: then it is the package's own user. Where the root folder is closed to other users,
 * as in some chroots, that user keeps one capability, to get through it.
 */
export const asUser = (command, args) => {
  if (process.getuid() !== 0) return [command, args];
  const closed = (statSync('/').mode & 0o001) === 0;
  const kept = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const caps = closed ? [...kept, '--securebits=+no_setuid_fixup'] : []; // the last for access(2)
  const user = ['--reuid=postgres', '--regid=postgres', '--clear-groups', ...caps];
  return [which('setpriv') ?? '/usr/bin/setpriv', [...user, '--', command, ...args]];
};

/** A new folder under the system's temporary one, of the user that PostgreSQL runs as. */
export async function ownFolder(prefix) {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  if (process.getuid() === 0) chownSync(folder, ...(await idsOf('postgres')));
  return folder;
}

async function idsOf(user) {
  const number = async (flag) => Number((await run('id', [flag, user])).stdout);
  return [await number('-u'), await number('-g')];
}

/** Answers {url, start(), kill(), stop()}; `url` is the cluster's, see `freshDatabase`. */
export async function startPostgres() {
  const bin = programs();
  const folder = await ownFolder('vitrine-pg-');
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'vitrine', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  await run(...asUser(join(bin, 'initdb'), [...init, '--locale=C.UTF-8']), { cwd: folder });
  const url = `postgres:///postgres?host=${folder}&user=vitrine`;
  const lines = [];
  let server;
  const cluster = {
    url,
    lines,
    async start() {
      const args = ['-D', data, '-k', folder, '-c', 'listen_addresses='];
      server = start(...asUser(join(bin, 'postgres'), args), {
        onLine: (line) => lines.push(line),
      });
      const giveUp = Date.now() + 20_000;
      for (;;) {
        const { code } = await run(join(bin, 'pg_isready'), ['-q', '-d', url], { check: false });
        if (code === 0) return;
        if (!server.isRunning() || Date.now() > giveUp) {
          throw new Fault(`PostgreSQL does not start:\n${lines.join('\n')}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    /** With its children, as when the machine's power goes. */
    kill: () => server.kill('SIGQUIT'),
    async stop() {
      await server.kill('SIGINT'); // fast: it ends its sessions
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await cluster.start();
  return cluster;
}

/** A new database on a cluster; answers its URL. */
export async function freshDatabase(url) {
  const name = `shop_${randomBytes(6).toString('hex')}`;
  await run('psql', ['-q', '-d', url, '-c', `CREATE DATABASE ${name}`]);
  return url.replace(':///postgres?', `:///${name}?`);
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const cluster = await startPostgres();
    const [command, ...args] = process.argv.slice(2);
    const env = { ...process.env, VITRINE_TEST_STORE: cluster.url };
    try {
      return await new Promise((resolve, reject) => {
        const child = spawn(command, args, { stdio: 'inherit', env });
        child.on('error', reject).on('close', (code) => resolve(code ?? 1));
      });
    } finally {
      await cluster.stop();
    }
  });
}
