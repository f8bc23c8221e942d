// The seller endpoints that people copy, run as they are, with deliveries signed by the standardwebhooks package.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';

const examples = {
  'the Node example': [process.execPath, 'examples/sellers/node/server.mjs'],
  'the Python example': ['python3', 'examples/sellers/python/server.py'],
};
const root = fileURLToPath(new URL('..', import.meta.url));
const secret = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`;
const otherSecret = `whsec_${Buffer.from('another one of thirty-two bytes.').toString('base64')}`;

const orderEvent = (id, extra = {}) =>
  JSON.stringify({
    type: 'order.created',
    timestamp: '2025-03-01T10:00:00Z',
    data: {
      id,
      buyer: { name: 'Zoë Ångström 🌱', email: 'zoe@example.com', phone: '' },
      line_items: [{ quantity: 2, title: 'Larch board' }],
      ...extra,
    },
  });

for (const [name, [command, script]] of Object.entries(examples)) {
  describe(name, { timeout: 60_000 }, () => {
    let folder, port, child;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'seller-'));
      port = await freePort();
      await start();
    });
    after(async () => {
      await stop('SIGTERM');
      rmSync(folder, { recursive: true });
    });

    const start = () =>
      new Promise((resolve, reject) => {
        const env = { PORT: String(port), WEBHOOK_SECRET: secret, DATA_DIR: folder };
        child = spawn(command, [script], {
          cwd: root,
          env: { ...process.env, ...env },
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        child.once('error', reject).once('exit', (code) => reject(new Error(`ended: ${code}`)));
        child.stdout.once('data', resolve);
      });
    const stop = (signal) =>
      new Promise((resolve) => {
        child.removeAllListeners('exit').once('exit', resolve);
        child.kill(signal);
      });

    const deliver = async (
      body,
      { id, at = new Date(), key = secret, headers = {}, sent = body },
    ) => {
      const signature = new Webhook(key).sign(id, at, body);
      const signed = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': signature,
        ...(typeof headers === 'function' ? headers(signature) : headers),
      };
      const url = `http://127.0.0.1:${port}/orders`;
      const response = await fetch(url, { method: 'POST', headers: signed, body: sent });
      return response.status;
    };
    const orders = () =>
      existsSync(join(folder, 'orders.jsonl'))
        ? readFileSync(join(folder, 'orders.jsonl'), 'utf8')
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line).order)
        : [];
    const refuses = async (status, body, delivery) => {
      const earlier = orders().length;
      assert.equal(await deliver(body, delivery), status);
      assert.equal(orders().length, earlier);
    };
    const minutesAgo = (minutes) => new Date(Date.now() - minutes * 60_000);

    test('a signed order is kept, letter for letter', async () => {
      const body = orderEvent('ord_kept');
      assert.equal(await deliver(body, { id: 'msg_1' }), 204);
      assert.deepEqual(orders(), [JSON.parse(body).data]);
    });

    test('a second delivery of it is answered the same and kept once', async () => {
      assert.equal(await deliver(orderEvent('ord_kept'), { id: 'msg_1', at: minutesAgo(1) }), 204);
      assert.equal(orders().length, 1);
    });

    test('deliveries of one order at the same time are kept once', async () => {
      const body = orderEvent('ord_parallel');
      const deliveries = Array.from({ length: 8 }, () => deliver(body, { id: 'msg_parallel' }));
      assert.deepEqual(new Set(await Promise.all(deliveries)), new Set([204]));
      assert.equal(orders().filter(({ id }) => id === 'ord_parallel').length, 1);
    });

    test('after kill -9 it still knows what it has, and drops a line that was cut off', async () => {
      const earlier = orders();
      await stop('SIGKILL');
      appendFileSync(join(folder, 'orders.jsonl'), '{"webhook_id":"msg_torn","order":{"id":"or');
      await start();
      assert.equal(await deliver(orderEvent('ord_kept'), { id: 'msg_1' }), 204);
      assert.deepEqual(orders(), earlier);
      assert.equal(await deliver(orderEvent('ord_torn'), { id: 'msg_torn' }), 204);
      assert.equal(orders().at(-1).id, 'ord_torn');
    });

    test('one of several signatures is enough, as when a secret is changed', async () => {
      const body = orderEvent('ord_rotated');
      const headers = (signature) => ({
        'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')} v2,abc ${signature}`,
      });
      assert.equal(await deliver(body, { id: 'msg_rotated', headers }), 204);
      assert.equal(orders().at(-1).id, 'ord_rotated');
    });

    test('an event of another type is accepted and changes nothing', async () => {
      await refuses(204, JSON.stringify({ type: 'order.other', data: {} }), { id: 'msg_other' });
    });

    test('a changed body is refused', async () => {
      const sent = orderEvent('ord_x', { total: 1 });
      await refuses(401, orderEvent('ord_x', { total: 100 }), { id: 'msg_x', sent });
    });

    test('another id with a good signature is refused', async () => {
      await refuses(401, orderEvent('ord_x'), { id: 'msg_x', headers: { 'webhook-id': 'msg_y' } });
    });

    test('another secret is refused', async () => {
      await refuses(401, orderEvent('ord_x'), { id: 'msg_x', key: otherSecret });
    });

    test('a delivery from too long ago or too far ahead is refused', async () => {
      await refuses(401, orderEvent('ord_x'), { id: 'msg_x', at: minutesAgo(6) });
      await refuses(401, orderEvent('ord_x'), { id: 'msg_x', at: minutesAgo(-6) });
    });

    test('missing and malformed signatures are refused', async () => {
      for (const signature of ['', 'v1', 'v1,', 'v1,AAAA', 'v2,AAAA', ', ,']) {
        const headers = { 'webhook-signature': signature };
        await refuses(401, orderEvent('ord_x'), { id: 'msg_x', headers });
      }
    });

    test('a body of more than 1 MiB is refused', async () => {
      const body = orderEvent('ord_big', { note: 'x'.repeat(1024 * 1024) });
      await refuses(413, body, { id: 'msg_big' });
    });

    test('it has less than 60 lines', () => {
      assert.ok(readFileSync(join(root, script), 'utf8').split('\n').length <= 60);
    });
  });
}

const freePort = () =>
  new Promise((resolve) => {
    const listener = createServer().listen(0, '127.0.0.1', () => {
      const { port } = listener.address();
      listener.close(() => resolve(port));
    });
  });
