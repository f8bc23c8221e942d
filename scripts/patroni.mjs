// Three PostgreSQL servers on this machine that replace one another: Patroni and etcd of Debian's packages, in a temporary
// folder, in strict synchronous mode: what is committed is on two of them. For tests; by hand it runs until Ctrl-C:
//   node scripts/patroni.mjs
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ready, start } from './child.mjs';
import { isMain, which } from './command.mjs';
import { asUser, ownFolder, programs } from './postgres.mjs';
import { Fault, main, say } from './terminal.mjs';

const host = '127.0.0.1';
const password = 'only-on-loopback';

/** Whether what a cluster takes is installed. */
export const hasPatroni = () => Boolean(which('patroni') && which('etcd'));

/**
 * Answers {url, nodes, leader(), healthy(), switchover(), stop()}. Each of `nodes` has {name, kill(), killPostgres(), start()}; `kill` is
 * what a power failure does: Patroni and PostgreSQL with all their processes end at once, without a word.
 */
export async function startCluster() {
  if (!hasPatroni()) throw new Fault('Patroni or etcd is not installed: npm run setup -- --test');
  const folder = await ownFolder('vitrine-cluster-');
  const lines = [];
  const ports = await freePorts(8);
  const [etcdPort, peerPort] = ports;
  const etcd = start('etcd', etcdOptions(join(folder, 'etcd'), etcdPort, peerPort), {});
  const nodes = [2, 4, 6].map((at, number) =>
    node(`node${number + 1}`, { folder, etcdPort, port: ports[at], api: ports[at + 1], lines }),
  );
  const members = async () => {
    for (const { api, isRunning } of nodes) {
      if (!isRunning()) continue;
      const answer = await fetch(`http://${host}:${api}/cluster`, {
        signal: AbortSignal.timeout(2000),
      }).catch(() => null);
      if (answer?.ok) return (await answer.json()).members;
    }
    return [];
  };
  const isUp = ({ state }) => state === 'running' || state === 'streaming';
  const cluster = {
    url: `postgres:///postgres?host=${nodes.map(() => host)}&port=${nodes.map(({ port }) => port)}&user=vitrine`,
    nodes,
    lines,
    /** The node that takes writes, as Patroni says. */
    async leader() {
      for (const each of nodes) if (await each.isLeader()) return each;
      return undefined;
    },
    /** Waits until one leads, one confirms each commit, and the third follows. */
    async healthy(patience = 120_000) {
      const giveUp = Date.now() + patience;
      for (;;) {
        const all = await members();
        const roles = all.filter(isUp).map(({ role }) => role);
        if (roles.length === 3 && roles.includes('leader') && roles.includes('sync_standby')) {
          return;
        }
        if (Date.now() > giveUp) {
          throw new Fault(
            `The cluster is not whole: ${JSON.stringify(all)}\n${lines.slice(-60).join('\n')}`,
          );
        }
        await pause(200);
      }
    },
    /** Another node becomes leader, in order. */
    async switchover() {
      const { name, api } = await cluster.leader();
      const answer = await fetch(`http://${host}:${api}/switchover`, {
        method: 'POST',
        body: JSON.stringify({ leader: name }),
      });
      if (!answer.ok) throw new Fault(`no switchover: ${await answer.text()}`);
    },
    async stop() {
      for (const each of nodes) await each.kill();
      await etcd.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await ready(`http://${host}:${etcdPort}/health`, etcd);
    nodes[0].start();
    const giveUp = Date.now() + 60_000;
    while (!(await nodes[0].isLeader())) {
      if (Date.now() > giveUp) throw new Fault(`Patroni does not start:\n${lines.join('\n')}`);
      await pause(100);
    }
    nodes[1].start();
    nodes[2].start();
    await cluster.healthy();
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

function node(name, { folder, etcdPort, port, api, lines }) {
  const data = join(folder, name);
  const file = join(folder, `${name}.yml`);
  // JSON is YAML too.
  writeFileSync(file, JSON.stringify(settings({ name, folder, data, etcdPort, port, api })));
  let patroni;
  const self = {
    name,
    port,
    api,
    isRunning: () => patroni?.isRunning() ?? false,
    start() {
      const onLine = (line) => lines.push(`${name} ${line}`);
      patroni = start(...asUser(which('patroni'), [file]), { onLine });
    },
    async isLeader() {
      const answer = await fetch(`http://${host}:${api}/leader`, {
        signal: AbortSignal.timeout(2000),
      }).catch(() => null);
      return answer?.status === 200;
    },
    async kill() {
      let over = false;
      const ended = Promise.resolve(patroni?.kill('SIGKILL')).then(() => (over = true));
      // What it was just starting keeps its output open.
      do {
        await self.killPostgres();
        await Promise.race([ended, pause(50)]);
      } while (!over);
    },
    /** PostgreSQL alone; Patroni starts it again. */
    async killPostgres() {
      const all = postgresOf(data);
      end(all);
      await gone(all);
    },
  };
  return self;
}

const settings = ({ name, folder, data, etcdPort, port, api }) => ({
  scope: 'vitrine',
  name,
  restapi: { listen: `${host}:${api}`, connect_address: `${host}:${api}` },
  etcd3: { host: `${host}:${etcdPort}` },
  bootstrap: {
    dcs: {
      // The least that Patroni's documentation allows: a dead leader is replaced after 18 to 20 s.
      ttl: 20,
      loop_wait: 2,
      retry_timeout: 9, // ttl >= loop_wait + 2 * retry_timeout
      synchronous_mode: true,
      synchronous_mode_strict: true,
      postgresql: { use_pg_rewind: true },
    },
    initdb: [
      { encoding: 'UTF8' },
      { locale: 'C.UTF-8' },
      { auth: 'trust' },
      'data-checksums',
      'no-sync',
    ],
  },
  postgresql: {
    listen: `${host}:${port}`,
    connect_address: `${host}:${port}`,
    data_dir: data,
    bin_dir: programs(),
    pgpass: join(folder, `${name}.pgpass`),
    authentication: {
      superuser: { username: 'vitrine', password },
      replication: { username: 'replicator', password },
    },
    pg_hba: ['local', 'host'].flatMap((kind) => {
      const from = kind === 'host' ? ` ${host}/32` : '';
      return [`${kind} all all${from} trust`, `${kind} replication all${from} trust`];
    }),
    basebackup: [{ checkpoint: 'fast' }, 'no-sync'],
    remove_data_directory_on_rewind_failure: true,
    remove_data_directory_on_diverged_timelines: true,
    parameters: {
      unix_socket_directories: folder,
      shared_buffers: '32MB',
      // A new leader takes writes as soon as another follows it, which tries every 5 s by default.
      wal_retrieve_retry_interval: '500ms',
    },
  },
});

function etcdOptions(data, port, peerPort) {
  const url = `http://${host}:${port}`;
  const peer = `http://${host}:${peerPort}`;
  return Object.entries({
    'data-dir': data,
    'listen-client-urls': url,
    'advertise-client-urls': url,
    'listen-peer-urls': peer,
    'initial-advertise-peer-urls': peer,
    'initial-cluster': `default=${peer}`,
    'log-level': 'error',
  }).map(([name, value]) => `--${name}=${value}`);
}

/** The processes of the PostgreSQL that runs on a folder, its first one before the others. */
function postgresOf(data) {
  let first;
  try {
    first = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return []; // it does not run
  }
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const status = statusOf(pid);
    if (status) parents.set(Number(pid), status.parent);
  }
  if (!commandOf(first).includes('postgres')) return []; // a file left behind
  return [first, ...[...parents].filter(([, parent]) => parent === first).map(([pid]) => pid)];
}

function statusOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined; // it has ended
  }
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}

function end(pids) {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it has ended
    }
  }
}

async function gone(pids) {
  while (pids.some((pid) => !['Z', undefined].includes(statusOf(pid)?.state))) await pause(10);
}

/** Ports that nothing listens on, all at once so that they differ. */
async function freePorts(count) {
  const listeners = [];
  for (let i = 0; i < count; ++i) {
    const listener = createServer();
    await new Promise((done) => listener.listen(0, host, done));
    listeners.push(listener);
  }
  const ports = listeners.map((listener) => listener.address().port);
  for (const listener of listeners) await new Promise((done) => listener.close(done));
  return ports;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const cluster = await startCluster();
    say(`Three servers, one leads: ${cluster.url}\nCtrl-C ends them.`);
    await new Promise((done) => process.on('SIGINT', done).on('SIGTERM', done));
    await cluster.stop();
    return 0;
  });
}
