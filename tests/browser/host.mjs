// A host page's own web server: an allowed origin whose pages the tests write themselves.
import { createServer } from 'node:http';
import { eventually } from './shop.mjs';

/** Serves pages with these `bodies` by path. `tag` is Vitrine's script; `put(path, body)` adds a page. */
export async function openHost({ demo }) {
  const { urls, site_id, vitrine } = demo;
  const pages = new Map();
  const server = createServer(({ url }, response) => {
    const page = pages.get(new URL(url, 'http://host').pathname);
    response.writeHead(page ? 200 : 404, { 'content-type': page?.type ?? 'text/plain' });
    response.end(page?.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${server.address().port}`;
  await vitrine('site origin', '--site', site_id, '--origin', urls.blog, '--origin', origin);
  const manifest = `${urls.server}/v1/sites/${site_id}/manifest.json`;
  await eventually(async () => (await fetch(manifest, { headers: { origin } })).ok);
  return {
    origin,
    site: site_id,
    tag: `<script type="module" async src="${urls.server}/v1/vitrine.js"></script>`,
    put(path, body, { head = '', type = 'text/html' } = {}) {
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
        <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head>
        <body>${body}</body></html>`;
      pages.set(path, { type, body: type === 'text/html' ? html : body });
      return origin + path;
    },
    close: () => server.close(),
  };
}

/** Ids and prices of the site's goods, by title. */
export async function goodsOf({ demo }) {
  const { urls, site_id } = demo;
  const answer = await fetch(`${urls.server}/v1/sites/${site_id}/commands/catalog.products`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: urls.blog },
    body: JSON.stringify({ offset: 0, limit: 200 }),
  });
  const { products } = await answer.json();
  return Object.fromEntries(products.map((card) => [card.title, card]));
}
