// A data folder as an older version left it, served by this one.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ready, start } from '../../scripts/child.mjs';
import { binary, freePort } from './shop.mjs';

const read = (name) => readFileSync(new URL(name, import.meta.url));

/** Serves a copy of the store of version 24 (SQLite) until the test ends. `change`: of its file, before. */
export async function oldStore(t, change = async () => {}) {
  const known = JSON.parse(read('store-version-24.json'));
  const data = mkdtempSync(join(tmpdir(), 'vitrine-old-'));
  const file = join(data, 'vitrine.sqlite');
  writeFileSync(file, gunzipSync(read('store-version-24.sqlite.gz')));
  writeFileSync(join(data, 'secret.key'), `${known.key}\n`);
  await change(file);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = start(binary, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`], {
    onLine() {},
  });
  t.after(async () => {
    await server.stop();
    rmSync(data, { recursive: true });
  });
  await ready(`${url}/healthz`, server);
  return { ...known, data, url };
}
