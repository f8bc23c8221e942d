// How fast a Shopify product CSV is imported, and in how much memory: the release binary on an empty data folder.
//   node tests/bench/import.mjs [ROWS]    200,000 by default; memory is looked at for a tenth of them, too
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../../scripts/command.mjs';
import { sellerSettings, writeShopify } from './shopify.mjs';

const rows = Number(process.argv[2] ?? 200_000);
const binary = join(root, 'build', 'vitrine');
const folder = mkdtempSync(join(tmpdir(), 'vitrine-import-'));

/** Seconds, and the most memory that the process held, in MiB. */
async function timed(args) {
  const started = performance.now();
  const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let most = 0;
  const look = setInterval(() => {
    try {
      const [, held] =
        /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      most = Math.max(most, Number(held ?? 0));
    } catch {
      // it has just ended
    }
  }, 10);
  const [code] = await once(child, 'exit');
  clearInterval(look);
  if (code !== 0) throw new Error(`vitrine ${args.join(' ')}: ${code}`);
  return { seconds: (performance.now() - started) / 1000, mib: Math.round(most / 1024) };
}

try {
  const settings = join(folder, 'seller.json');
  writeFileSync(settings, JSON.stringify(sellerSettings));
  for (const count of [rows / 10, rows]) {
    const data = ['--data', join(folder, `data-${count}`)];
    const file = join(folder, `${count}.csv`);
    await writeShopify(file, count);
    const { stdout } = await run(binary, ['seller', 'add', '--settings', settings, ...data]);
    const seller = ['--seller', JSON.parse(stdout).id];
    for (const what of ['the first time', 'again, unchanged']) {
      const { seconds, mib } = await timed(['import', ...data, ...seller, file]);
      console.log(
        `${count} rows, ${what}: ${seconds.toFixed(2)} s, ${Math.round(count / seconds)} rows/s, at most ${mib} MiB`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
