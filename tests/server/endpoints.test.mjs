// Sellers' endpoints are strangers' URLs: what the server does and does not do with one, seen by real receivers.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { certificates } from './certificates.mjs';
import { receiver, until } from './receiver.mjs';
import { openShop } from './shop.mjs';

/** A server that writes bytes at whoever connects; counts them. */
async function raw(onConnection) {
  const self = { connections: 0 };
  const server = createServer((socket) => {
    ++self.connections;
    socket.on('error', () => {});
    onConnection(socket);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  self.url = `http://127.0.0.1:${server.address().port}/orders`;
  self.close = () => server.close();
  return self;
}

describe('endpoints', { timeout: 300_000 }, () => {
  let shop;
  let tls;
  const open = [];
  before(async () => {
    tls = certificates('localhost', 'other.example');
    const options = ['--rate-limits', '0', '--retry-seconds', '3600', '--circuit-seconds', '0.05'];
    shop = await openShop({ options, env: { SSL_CERT_FILE: tls.ca } });
  });
  after(async () => {
    await shop?.stop();
    for (const each of open) await each.close();
    if (tls) rmSync(tls.folder, { recursive: true, force: true });
  });

  /** Sends an order to a URL and answers what the log says of it. */
  async function outcome(url, patience = 15_000, of = shop) {
    await of.vitrine('seller', 'endpoint', '--seller', of.sellers.alder.id, '--url', url);
    const before = of.lines.length;
    await of.buy({ 'ALD-BOARD': 1 });
    const find = () => of.lines.slice(before).find((line) => line.includes('"event":"delivery"'));
    const line = await until(find, patience, () => `the delivery to ${url}`);
    // What failed is not tried again while the next test looks at its own.
    await of.vitrine('seller', 'endpoint', '--seller', of.sellers.alder.id, '--url', '');
    return JSON.parse(line).outcome;
  }
  const listening = async (options) => {
    const made = await receiver(options);
    open.push(made);
    return made;
  };
  const bytes = async (onConnection) => {
    const made = await raw(onConnection);
    open.push(made);
    return made;
  };

  test('TLS is for the URL’s name, and so is Host', async () => {
    const endpoint = await listening({ tls: tls.localhost });
    assert.equal(await outcome(endpoint.url), 'delivered');
    const [{ servername, headers, method }] = endpoint.deliveries;
    assert.equal(servername, 'localhost');
    assert.equal(headers.host, `localhost:${endpoint.port}`);
    assert.equal(method, 'POST');
    assert.equal(headers['accept-encoding'], 'identity');
  });

  test('a certificate for another name is refused', async () => {
    const endpoint = await listening({ tls: tls['other.example'] });
    assert.match(await outcome(endpoint.url), /verif/);
    assert.equal(endpoint.deliveries.length, 0);
  });

  test('a certificate that nobody trusts is refused', async () => {
    const strange = certificates('localhost');
    const endpoint = await listening({ tls: strange.localhost });
    assert.match(await outcome(endpoint.url), /verif/);
    assert.equal(endpoint.deliveries.length, 0);
    rmSync(strange.folder, { recursive: true, force: true });
  });

  test('a redirect is a failure and is not followed', async () => {
    const target = await listening();
    for (const status of [301, 302, 307, 308]) {
      const mode = (response) => response.writeHead(status, { location: target.url }).end();
      const endpoint = await listening({ mode });
      assert.equal(await outcome(endpoint.url), `answered ${status}`);
    }
    assert.equal(target.deliveries.length, 0);
  });

  test('an answer’s body is not read, however long or compressed it is', async () => {
    let written = 0;
    const piece = Buffer.alloc(65_536);
    const endpoint = await listening({
      mode: (response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' });
        const more = () => {
          while (!response.destroyed && written < 100_000_000) {
            written += piece.length;
            if (!response.write(piece)) return response.once('drain', more);
          }
        };
        response.on('error', () => {});
        more();
      },
    });
    assert.equal(await outcome(endpoint.url), 'delivered');
    assert.ok(written < 50_000_000);
  });

  test('answers without end are broken off: 64 KiB of interim heads, 16 KiB of one head', async () => {
    const interim = await bytes((socket) => {
      const more = () => {
        while (!socket.destroyed && socket.write('HTTP/1.1 102 Processing\r\nX: y\r\n\r\n'));
        socket.once('drain', more);
      };
      more();
    });
    assert.equal(await outcome(interim.url), 'the answer is too long');
    const long = await bytes((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${`X: ${'y'.repeat(990)}\r\n`.repeat(40)}`);
    });
    assert.match(await outcome(long.url), /limit/);
  });

  test('an interim answer is not the answer', async () => {
    const endpoint = await bytes((socket) => {
      socket.end('HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n');
    });
    assert.equal(await outcome(endpoint.url), 'delivered');
  });

  test('what is not HTTP, and a connection that just ends, are failures', async () => {
    const noise = await bytes((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n\r\n'));
    assert.match(await outcome(noise.url), /version|bad/);
    const end = await bytes((socket) => socket.end());
    assert.notEqual(await outcome(end.url), 'delivered');
  });

  test('an endpoint that drips its answer has 20 seconds in all', async () => {
    const endpoint = await bytes((socket) => {
      const head = [...'HTTP/1.1 200 OK\r\nX: a long, long, long time\r\n\r\n'];
      const timer = setInterval(() => socket.destroyed || socket.write(head.shift() ?? ''), 1000);
      socket.on('close', () => clearInterval(timer));
    });
    const started = Date.now();
    assert.match(await outcome(endpoint.url, 40_000), /time/);
    const seconds = (Date.now() - started) / 1000;
    assert.ok(seconds > 18 && seconds < 30, `${seconds} s`);
  });

  test('without the operator’s flag nothing inside is reached, by name, address or plain http', async () => {
    const guarded = await openShop({
      insecure: false,
      options: ['--rate-limits', '0', '--retry-seconds', '3600', '--circuit-seconds', '0.05'],
      env: { SSL_CERT_FILE: tls.ca },
    });
    try {
      const endpoint = await listening({ tls: tls.localhost });
      const { port } = endpoint;
      for (const host of ['localhost', '127.0.0.1', '[::1]', '127.1', '2130706433', '0.0.0.0']) {
        assert.equal(
          await outcome(`https://${host}:${port}/orders`, 15_000, guarded),
          'the address is not public',
          host,
        );
      }
      const plain = await listening();
      assert.equal(await outcome(plain.url, 15_000, guarded), 'the endpoint is not https');
      assert.equal(endpoint.deliveries.length + plain.deliveries.length, 0);
    } finally {
      await guarded.stop();
    }
  });
});
