// Pages of other people, each on an origin of its own, with the shop in them.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { eventually } from './shop.mjs';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** Answers `{ serve, close }` for the site of a demo. */
export function hostsOf(town) {
  const { urls, site_id, vitrine } = town.demo;
  const servers = [];
  const origins = [urls.blog];
  const element = `<vitrine-store site="${site_id}"></vitrine-store>`;
  const script = `<script type="module" async src="${urls.server}/v1/vitrine.js"></script>`;
  const plain = `<!doctype html><html lang="en"><title>A page</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
    ${script}<main><h1>A page</h1><p>The text of the page itself.</p>${element}</main>`;

  /**
   * Serves a page and answers its origin. `html` may name `%SCRIPT%`, `%SHOP%`, `%SERVER%` and files of `node_modules` as
   * `/modules/…`; without it the page has the two tags and nothing else. `allowed` puts the origin on the site's
   * list; 127.0.0.1 as its name makes it another site than all others.
   */
  async function serve({ html = plain, headers = {}, allowed = true, name = 'localhost' } = {}) {
    const host = createServer(({ url }, response) => {
      const [, file] = /^\/modules\/([\w@./-]+\.(?:css|js))$/.exec(url) ?? [];
      if (file) {
        const type = file.endsWith('.css') ? 'text/css' : 'text/javascript';
        return response.writeHead(200, { 'content-type': type }).end(readFileSync(modules + file));
      }
      const own = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value.replaceAll('%', urls.server)]),
      );
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...own });
      const tags = { '%SCRIPT%': script, '%SHOP%': element, '%SERVER%': urls.server };
      response.end(html.replace(/%[A-Z]+%/g, (name) => tags[name] ?? name));
    });
    await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
    servers.push(host);
    const origin = `http://${name}:${host.address().port}`;
    if (allowed) {
      origins.push(origin);
      const list = origins.flatMap((each) => ['--origin', each]);
      await vitrine('site origin', '--site', site_id, ...list);
      const manifest = `${urls.server}/v1/sites/${site_id}/manifest.json`;
      await eventually(async () => (await fetch(manifest, { headers: { origin } })).ok);
    }
    return origin;
  }

  return { serve, close: () => servers.forEach((server) => server.close()) };
}
