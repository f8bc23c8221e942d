// The same table through nginx: whatever it lets through, the two agree on where each request ends.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ready, start } from '../../../scripts/child.mjs';
import { which } from '../../../scripts/command.mjs';
import { freePort, openShop } from '../shop.mjs';
import { converse, statuses } from './client.mjs';
import { requests } from './requests.mjs';

const program = which('nginx') ?? which('/usr/sbin/nginx');
const skip = program ? false : 'nginx is not installed';

const config = (folder, port, behind) => `
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  log_format upstream '$upstream_status';
  access_log ${folder}/access.log upstream;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  underscores_in_headers on;
  large_client_header_buffers 8 64k;
  upstream shop { server 127.0.0.1:${behind}; keepalive 1; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://shop;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_request_buffering off; # bodies go on as they come, chunks and all
      proxy_next_upstream off;
      proxy_ignore_client_abort on; # we end our side when all is sent
    }
  }
}`;

describe('requests through nginx', { timeout: 300_000, skip }, () => {
  let shop;
  let nginx;
  let port;
  let folder;
  before(async () => {
    shop = await openShop();
    folder = mkdtempSync(join(tmpdir(), 'vitrine-nginx-'));
    mkdirSync(join(folder, 'logs'));
    port = await freePort();
    writeFileSync(join(folder, 'nginx.conf'), config(folder, port, new URL(shop.url).port));
    nginx = start(program, ['-p', folder, '-c', join(folder, 'nginx.conf')]);
    await ready(`http://127.0.0.1:${port}/healthz`, nginx);
  });
  after(async () => {
    await nginx?.stop();
    await shop?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** How many requests the server has answered, this one not counted. */
  const answered = async () => {
    const { text } = await shop.send('GET', '/metrics');
    const counts = [...text.matchAll(/vitrine_requests_total\{[^}]*\} (\d+)/g)];
    return counts.reduce((sum, [, count]) => sum + Number(count), 0);
  };
  /** How many answers nginx got from the server, once it has written them all down. */
  const passedOn = async () => {
    nginx && process.kill(nginx.pid, 'SIGUSR1'); // reopens its log, and so has written it
    await new Promise((resolve) => setTimeout(resolve, 200));
    const lines = readFileSync(join(folder, 'access.log'), 'utf8').split('\n');
    return lines.filter((line) => /\d/.test(line)).length;
  };

  test('the server answers exactly the requests that nginx has sent', async () => {
    const before = { answered: await answered(), passedOn: await passedOn() };
    const astray = [];
    let refused = 0;
    for (const [name, bytes] of requests) {
      // nginx may cut off whom it refuses before all is said.
      const got = statuses(await converse(port, [Buffer.from(bytes, 'latin1')]).catch(() => ''));
      if (got[0] >= 400) ++refused;
      const honest = await converse(port, [
        Buffer.from('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'),
      ]);
      if (!/^HTTP\/1\.1 200 .*\{"status":"ok"\}$/s.test(honest)) astray.push(`after ${name}`);
    }
    assert.deepEqual(astray, []);
    assert.ok(refused > 100, `${refused} refused`);
    const after = { answered: await answered(), passedOn: await passedOn() };
    // The count itself was asked for once without nginx.
    assert.equal(after.answered - before.answered - 1, after.passedOn - before.passedOn);
  });
});
