// Requests per second for what pages fetch, the manifest and the catalogue file (Brotli), by 32 connections of wrk, in
// turns with the same bytes from the least that Boost.Beast needs and from nginx; one thread each. The release binary.
//   node tests/bench/files.mjs [SECONDS of each turn] [TURNS]      2 and 5 by default; needs wrk and nginx
process.env.VITRINE_BINARY ??= 'build/vitrine';
const { chmodSync, mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { ready, start } = await import('../../scripts/child.mjs');
const { root, run, which } = await import('../../scripts/command.mjs');
const { freePort, openShop } = await import('../server/shop.mjs');

const seconds = Number(process.argv[2] ?? 2);
const turns = Number(process.argv[3] ?? 5);
const nginx = which('nginx') ?? which('/usr/sbin/nginx');
if (!which('wrk') || !nginx) throw new Error('needs Debian’s packages wrk and nginx-light');

const config = (folder, port) => `
daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10;
  client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
  uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
  types { application/octet-stream bin; }
  server {
    listen 127.0.0.1:${port};
    location / { root ${folder}; add_header content-encoding br; }
  }
}`;

const folder = mkdtempSync(join(tmpdir(), 'vitrine-files-'));
chmodSync(folder, 0o755); // nginx reads as another user when it is started by root
const shop = await openShop();
const others = [];
try {
  const beast = join(folder, 'beast');
  const source = join(root, 'tests/bench/beast.cpp');
  const flags = ['-std=c++20', '-O2', '-DNDEBUG', '-Wno-mismatched-new-delete'];
  await run('g++', [...flags, '-o', beast, source]);
  const manifest = `${shop.url}/v1/sites/${shop.site_id}/manifest.json`;
  const { catalog_url } = await (await fetch(manifest)).json();
  for (const [name, url] of [
    ['manifest', manifest],
    ['catalogue', catalog_url],
  ]) {
    const file = join(folder, `${name}.bin`);
    await run('curl', ['-s', '-H', 'Accept-Encoding: br', '-o', file, url]);
    const ports = [await freePort(), await freePort()];
    writeFileSync(join(folder, 'nginx.conf'), config(folder, ports[1]));
    const started = [
      start(beast, [String(ports[0]), file, 'application/octet-stream', 'br']),
      start(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')]),
    ];
    others.push(...started);
    const served = {
      vitrine: url,
      'Boost.Beast alone': `http://127.0.0.1:${ports[0]}/`,
      nginx: `http://127.0.0.1:${ports[1]}/${name}.bin`,
    };
    await ready(served['Boost.Beast alone'], started[0]);
    await ready(served.nginx, started[1]);
    const rates = Object.fromEntries(Object.keys(served).map((who) => [who, []]));
    for (let turn = 0; turn < turns; ++turn) {
      for (const [who, at] of Object.entries(served)) rates[who].push(await load(at));
    }
    const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
    const ours = median(rates.vitrine);
    for (const [who, list] of Object.entries(rates)) {
      const rate = median(list);
      console.log(
        `${name}: ${who} ${Math.round(rate)}/s, ours is ${((100 * ours) / rate).toFixed(0)} % of it`,
      );
    }
    for (const child of started) await child.stop();
  }
} finally {
  for (const child of others) child.kill('SIGKILL');
  await shop.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function load(url) {
  const { stdout } = await run('wrk', [
    ...['-t', '1', '-c', '32', '-d', `${seconds}s`, '-H', 'Accept-Encoding: br', url],
  ]);
  if (/Non-2xx/.test(stdout)) throw new Error(`${url}: ${stdout}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]);
}
