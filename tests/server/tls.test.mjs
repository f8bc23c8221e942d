// TLS in the server itself, seen by Node's clients.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { connect as connectPlain } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { connect } from 'node:tls';
import { start } from '../../scripts/child.mjs';
import { run } from '../../scripts/command.mjs';
import { certificates } from './certificates.mjs';
import { until } from './receiver.mjs';
import { binary, freePort, sanitizerReport } from './shop.mjs';

describe('TLS', { timeout: 120_000, concurrency: false }, () => {
  const made = certificates('localhost', 'other.example');
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-tls-server-'));
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  const lines = [];
  let server;
  let port;

  const install = (name) => {
    copyFileSync(join(made.folder, `${name}.pem`), files.cert);
    copyFileSync(join(made.folder, `${name}.key`), files.key);
  };
  /** A connection that the certificate authority vouches for: its socket, once it is greeted. */
  const open = (more = {}) =>
    new Promise((resolve, reject) => {
      const socket = connect(
        { host: '127.0.0.1', port, servername: 'localhost', ca: readFileSync(made.ca), ...more },
        () => resolve(socket),
      );
      socket.once('error', reject);
    });
  const get = (options, body) =>
    new Promise((resolve, reject) => {
      const all = { host: '127.0.0.1', port, servername: 'localhost', ca: readFileSync(made.ca) };
      const call = request({ ...all, ...options }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const { statusCode: status, headers } = response;
          resolve({ status, headers, text: Buffer.concat(chunks).toString() });
        });
      });
      call.once('error', reject).end(body);
    });
  const subject = async (servername) => {
    const socket = await open({ servername });
    const { CN } = socket.getPeerCertificate().subject;
    socket.destroy();
    return CN;
  };

  before(async () => {
    install('localhost');
    port = await freePort();
    const args = ['serve', '--data', join(folder, 'data'), '--listen', `127.0.0.1:${port}`];
    server = start(binary, [...args, '--tls-certificate', files.cert, '--tls-key', files.key], {
      onLine: (line) => lines.push(line),
    });
    const answers = () =>
      get({ path: '/healthz' }).then(
        ({ status }) => status === 200,
        () => false,
      );
    await until(answers, 20_000, () => `the server: ${lines.join('\n')}`);
  });
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(made.folder, { recursive: true, force: true });
    assert.deepEqual(
      lines.filter((line) => sanitizerReport.test(line)),
      [],
    );
  });

  for (const version of ['TLSv1.2', 'TLSv1.3']) {
    test(`speaks ${version}, with forward secrecy`, async () => {
      const socket = await open({ minVersion: version, maxVersion: version });
      assert.equal(socket.getProtocol(), version);
      assert.match(socket.getCipher().standardName, /GCM|POLY1305/);
      assert.equal(socket.getEphemeralKeyInfo().type, 'ECDH');
      socket.destroy();
    });
  }

  for (const version of ['TLSv1', 'TLSv1.1']) {
    test(`refuses ${version}`, async () => {
      const ciphers = 'ALL@SECLEVEL=0';
      await assert.rejects(
        open({ minVersion: version, maxVersion: version, ciphers }),
        /protocol version|PROTOCOL_VERSION|ECONNRESET/,
      );
    });
  }

  test('refuses ciphers without forward secrecy, and protocols that are not HTTP/1.1', async () => {
    const weak = { maxVersion: 'TLSv1.2', ciphers: 'AES128-GCM-SHA256' };
    await assert.rejects(open(weak), /handshake failure|HANDSHAKE_FAILURE|ECONNRESET/);
    await assert.rejects(
      open({ ALPNProtocols: ['h2'] }),
      /no application protocol|APPLICATION_PROTOCOL|ECONNRESET/,
    );
    const socket = await open({ ALPNProtocols: ['h2', 'http/1.1'] });
    assert.equal(socket.alpnProtocol, 'http/1.1');
    socket.destroy();
  });

  test('answers requests, long ones too, and tells browsers to stay with https', async () => {
    const { status, headers } = await get({ path: '/healthz' });
    assert.equal(status, 200);
    assert.equal(headers['strict-transport-security'], 'max-age=31536000');
    const long = JSON.stringify({ site_id: 'x'.repeat(200_000) });
    const answer = await get(
      {
        method: 'POST',
        path: '/v1/checkout_sessions',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'a' },
      },
      long,
    );
    assert.notEqual(answer.status, 200);
    assert.ok(JSON.parse(answer.text).error.code);
    const { status: refusal } = await get({ path: '/', headers: { 'x-long': 'x'.repeat(17_000) } });
    assert.equal(refusal, 431);
  });

  test('plain HTTP on the port is broken off without an answer', async () => {
    const answer = await new Promise((resolve) => {
      let text = '';
      const socket = connectPlain(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\n\r\n'));
      socket.setEncoding('latin1').on('data', (chunk) => (text += chunk));
      socket.on('error', () => {}).on('close', () => resolve(text));
    });
    assert.doesNotMatch(answer, /HTTP/);
  });

  test('on SIGHUP new connections get the new certificate, and old ones live on', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    assert.equal((await get({ path: '/healthz', agent })).status, 200);
    const idle = () =>
      until(
        () => Object.values(agent.freeSockets)[0]?.[0],
        5000,
        () => 'the connection to be idle',
      );
    const old = await idle();
    assert.equal(await subject('localhost'), 'localhost');
    install('other.example');
    process.kill(server.pid, 'SIGHUP');
    await until(
      () => lines.some((line) => line.includes('"certificate_loaded"')),
      5000,
      () => 'the new certificate',
    );
    assert.equal(await subject('other.example'), 'other.example');
    await assert.rejects(
      open({ servername: 'localhost' }),
      /ERR_TLS_CERT_ALTNAME_INVALID|altnames/,
    );
    assert.equal((await get({ path: '/healthz', agent })).status, 200);
    assert.equal(await idle(), old); // it is the same connection
    agent.destroy();
  });

  test('files that are none leave the certificate as it is, and a server does not start on them', async () => {
    writeFileSync(files.key, readFileSync(join(made.folder, 'localhost.key')));
    process.kill(server.pid, 'SIGHUP');
    await until(
      () => lines.some((line) => line.includes('"certificate_kept"')),
      5000,
      () => 'the refusal',
    );
    assert.equal(await subject('other.example'), 'other.example');
    const serve = ['serve', '--data', join(folder, 'second'), '--listen', '127.0.0.1:0'];
    for (const [cert, key, words] of [
      [files.cert, files.key, /not the private key/],
      [join(folder, 'none'), files.key, /no certificate in PEM/],
    ]) {
      const options = ['--tls-certificate', cert, '--tls-key', key];
      const { code, output } = await run(binary, [...serve, ...options], { check: false });
      assert.equal(code, 1);
      assert.match(output, words);
    }
    const alone = await run(binary, [...serve, '--tls-key', files.key], { check: false });
    assert.equal(alone.code, 2);
  });

  test('who does not greet is given up after 10 s', async () => {
    const started = Date.now();
    await new Promise((resolve) => {
      const socket = connectPlain(port, '127.0.0.1', () => socket.write('\x16\x03\x01'));
      socket.on('error', () => {}).on('close', resolve);
    });
    const seconds = (Date.now() - started) / 1000;
    assert.ok(seconds > 9 && seconds < 14, `${seconds} s`);
  });
});
