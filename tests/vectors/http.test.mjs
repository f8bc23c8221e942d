// The golden vectors over HTTP: the answers must be the texts that the native and the WASM run give.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePorts } from '../../scripts/ports.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'tests', 'vectors');
const built = (name) => join(root, 'build', 'dev', name);

const files = readdirSync(folder).filter((file) => /\.json$/.test(file) && file !== 'catalog.json');
const vectors = files.flatMap((file) =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')).map((vector) => ({ file, ...vector })),
);

describe('golden vectors over HTTP', () => {
  const data = mkdtempSync(join(tmpdir(), 'vitrine-vectors-'));
  let base, server;

  before(async () => {
    assert.ok(existsSync(built('vector_store')), 'build the target vector_store first');
    await promisify(execFile)(built('vector_store'), [data]);
    const { server: port } = await freePorts();
    base = `http://127.0.0.1:${port}`;
    server = spawn(
      built('vitrine'),
      ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, '--rate-limits', '0'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    for (let tries = 0; tries < 100; ++tries) {
      if (await fetch(`${base}/healthz`).catch(() => undefined)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail('the server does not start');
  });
  after(() => {
    server?.kill();
    rmSync(data, { recursive: true, force: true });
  });

  for (const { file, name, command, request, response } of vectors) {
    test(`${file}: ${name}`, async () => {
      const answer = await fetch(`${base}/v1/sites/site_vectors/commands/${command}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      const text = await answer.text();
      if (response.ok) {
        assert.equal(text, JSON.stringify(response.value));
        assert.equal(answer.status, 200);
      } else {
        const { code, path } = JSON.parse(text).error;
        assert.deepEqual({ code, path }, response.error);
        assert.ok(answer.status >= 400);
      }
    });
  }
});
