// The long forms of the tests of durability, on both stores, and of leaders of PostgreSQL that die: hours.
//   node tests/long.mjs [rounds of kill -9 [losses of power]]
import { spawn } from 'node:child_process';
import { root } from '../scripts/command.mjs';
import { startPostgres } from '../scripts/postgres.mjs';

const kills = process.argv[2] ?? '1000';
const losses = process.argv[3] ?? '50000';
const files = ['concurrency', 'crash', 'crash-points', 'power-loss'].map(
  (name) => `tests/server/${name}.test.mjs`,
);
const once = (files, env) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--test', ...files], {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        VITRINE_CRASH_ROUNDS: kills,
        VITRINE_POWER_SEEDS: losses,
        VITRINE_ROUNDS: '200',
        ...env,
      },
    });
    child.on('error', reject).on('close', resolve);
  });

const cluster = await startPostgres();
const sqlite = await once(files, {});
const postgres = await once(files, { VITRINE_TEST_STORE: cluster.url });
await cluster.stop();
const leaders = await once(['tests/postgres/leader.test.mjs'], { VITRINE_LEADER_KILLS: '20' });
process.exitCode = sqlite || postgres || leaders ? 1 : 0;
