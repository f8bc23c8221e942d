// The pages that `peers.mjs` compares, and one server for all hosts that they ask: the blog's, the shops' and the CDN's.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root, run } from '../../scripts/command.mjs';
import { certificates } from '../server/certificates.mjs';
import { madeShop } from './catalogue.mjs';
import {
  codes,
  commerceLayer,
  count,
  json,
  picture,
  selected,
  shopify,
  title,
} from './peer-shops.mjs';

/** As npm has them, whole: their own dependencies are bundled in what pages load. */
const packages = {
  '@shopify/buy-button-js@3.0.6':
    'sha512-igPl+xyVHVTZ0xRhTOuZC6h2kHgRE/gnPNkGR3bb9kRz/cx4Pc4mYIpmQOMzmsdv7aJ9uH5w/hVRquV71eGTww==',
  '@commercelayer/drop-in.js@2.27.0':
    'sha512-y0gWSeMMHOStsxRYCCgfO6d5VwRXdwlYcTaHgzrrkwZRH9D0x9/Vc7DLc+2XlDhwBsy/xrZgCftvgEau5IR9mg==',
};

const site = 'site_bench';
const page = (body, head = '') => `<!doctype html><html lang="en"><meta charset="utf-8">
  <title>A page</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  <style>body { margin: 0 auto; max-width: 64rem; font: 1rem/1.5 sans-serif } img { max-width: 100% }
    .goods { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1rem }</style>${head}
  <h1>A page</h1><p>${'Some words of the page itself. '.repeat(20)}</p>${body}
  <p>${'What comes after the shop. '.repeat(20)}</p></html>`;

/** `stands` waits for the shelf and answers the frame that it is in; `added` waits until the cart has what `add` adds. */
export const peers = {
  // Waits as the others do: what looks for elements is a script in the page too, of more work than a small shop.
  empty: {
    body: () => '',
    stands: async (page) => {
      await page.locator('h1').waitFor();
      return page.mainFrame();
    },
  },
  Vitrine: {
    head: () => '<script type="module" async src="https://shop.example/v1/vitrine.js"></script>',
    body: () =>
      `<vitrine-store site="${site}" style="display: block; min-block-size: 100vh"></vitrine-store>`,
    stands: async (page) => {
      await page
        .locator('vitrine-grid [part=card-price]')
        .nth(count - 1)
        .waitFor();
      return page.mainFrame();
    },
    add: 'vitrine-grid .buy button',
    added: (page) => page.getByRole('button', { name: /^Cart, 1 item/ }).waitFor(),
  },
  Shopify: {
    body: () => `<div id="goods"></div>
      <script>addEventListener('load', () => {
        const client = ShopifyBuy.buildClient({ domain: 'goods.myshopify.com', storefrontAccessToken: 'token' });
        const node = document.getElementById('goods');
        ShopifyBuy.UI.init(client).createComponent('collection', { id: '1', node });
      });</script>`,
    head: () => '<script async src="https://cdn.example/shopify/dist/buybutton.min.js"></script>',
    stands: async (page) => {
      const goods = page.frameLocator('#goods iframe');
      await goods
        .locator('.shopify-buy__product .shopify-buy__btn')
        .nth(count - 1)
        .waitFor();
      return page
        .frames()
        .find((frame) => frame !== page.mainFrame() && frame.name().includes('productSet'));
    },
    add: '.shopify-buy__product .shopify-buy__btn',
    added: (page) =>
      page
        .frameLocator('.shopify-buy-frame--cart iframe')
        .locator('.shopify-buy__cart-item')
        .waitFor(),
  },
  // Its elements are prices and buttons: the page brings pictures and titles itself.
  'Commerce Layer': {
    head: () => `<script>commercelayerConfig = { clientId: 'client', scope: 'market:id:bench' }</script>
      <script type="module" async src="https://cdn.example/commercelayer/dist/drop-in/drop-in.esm.js"></script>
      <link rel="stylesheet" href="https://cdn.example/commercelayer/dist/drop-in/drop-in.css">`,
    body: () =>
      `<cl-cart-link>Cart <cl-cart-count></cl-cart-count></cl-cart-link><div class="goods">${codes
        .map(
          (
            code,
            place,
          ) => `<div><img src="${picture(place)}" alt="" width="480" height="480" loading="lazy">
            <h3>${title(place)}</h3><cl-price code="${code}"><cl-price-amount></cl-price-amount></cl-price>
            <cl-add-to-cart code="${code}">Add to cart</cl-add-to-cart></div>`,
        )
        .join('')}</div>`,
    stands: async (page) => {
      await page.waitForFunction(
        (count) =>
          [...document.querySelectorAll('cl-price-amount')].filter((price) =>
            /\d/.test(price.shadowRoot.textContent),
          ).length === count &&
          document.querySelectorAll('cl-add-to-cart[role]:not([aria-disabled])').length === count,
        count,
      );
      return page.mainFrame();
    },
    add: 'cl-add-to-cart',
    added: (page) => page.locator('cl-cart-count', { hasText: '1' }).waitFor(),
  },
};

/** Brings the packages from npm, once, and answers the folders that they lie in. */
async function fetched() {
  const folder = join(root, 'build', 'peers');
  mkdirSync(folder, { recursive: true });
  const folders = {};
  for (const [name, integrity] of Object.entries(packages)) {
    const place = join(folder, integrity.replace(/\W/g, '').slice(0, 24));
    if (!existsSync(place)) {
      const { stdout } = await run('npm', ['pack', name, '--silent', '--pack-destination', folder]);
      const file = join(folder, stdout.trim().split('\n').at(-1));
      const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
      if (found !== integrity) throw new Error(`${name} is not what it was: ${found}`);
      mkdirSync(place);
      await run('tar', ['xzf', file, '-C', place]);
    }
    folders[/^@(\w+)/.exec(name)[1]] = join(place, 'package');
  }
  return folders;
}

const types = { '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

/** Serves all of it on one port. */
export async function openPeers() {
  const folders = await fetched();
  const { manifest, catalogue } = await madeShop({ sellers: 3, products: 4 });
  const image = readFileSync(join(root, 'examples/demo/sellers/images/spade.webp'));
  Object.assign(manifest, {
    site_id: site,
    catalog_url: 'https://shop.example/v1/catalogs/bench.bin',
    checkout_url: 'https://shop.example/checkout/',
    shop_url: 'https://shop.example',
  });
  manifest.shelf.products.forEach((card, place) => (card.image = picture(place)));
  const compressed = new Map();
  const file = (path) => {
    const type = types[extname(path)];
    if (!existsSync(path)) return undefined;
    if (!compressed.has(path)) compressed.set(path, brotliCompressSync(readFileSync(path)));
    return { type, body: compressed.get(path), encoding: 'br' };
  };
  const pages = new Map(
    Object.entries(peers).map(([name, { head, body }]) => [`/${name}`, page(body(), head?.())]),
  );

  function answer(host, url, method, body) {
    const { pathname } = url;
    if (host === 'blog.example')
      return { type: 'text/html', body: pages.get(decodeURIComponent(pathname)) };
    if (pathname.startsWith('/v1/media/')) return { type: 'image/webp', body: image };
    if (host === 'shop.example') {
      if (pathname === `/v1/sites/${site}/manifest.json`) return json(manifest);
      if (pathname.endsWith('.bin')) return { type: 'application/octet-stream', body: catalogue };
      return file(join(root, 'build/web', pathname));
    }
    if (host === 'cdn.example') {
      const [, owner, ...path] = pathname.split('/');
      return file(join(folders[owner], ...path));
    }
    if (host.endsWith('.myshopify.com') && pathname.includes('graphql')) {
      const request = JSON.parse(body);
      return json({ data: selected(request.query, shopify(request)) });
    }
    if (host.endsWith('.commercelayer.io')) return commerceLayer(host, url, method);
  }

  const { blog } = certificates('blog');
  const server = createSecureServer({ ...blog, allowHTTP1: true }, async (request, response) => {
    const host = request.authority ?? request.headers.host;
    const origin = request.headers.origin ?? '*';
    const allowed = {
      'access-control-allow-origin': origin,
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
      'access-control-allow-methods': '*',
      'access-control-allow-credentials': 'true',
    };
    let text = '';
    for await (const chunk of request) text += chunk;
    const url = new URL(request.url, `https://${host}`);
    const found =
      request.method === 'OPTIONS' ? { body: '' } : answer(host, url, request.method, text);
    if (!found?.body && request.method !== 'OPTIONS') return response.writeHead(404, allowed).end();
    const { type = 'text/plain', encoding } = found;
    const small = !encoding && !type.startsWith('image/');
    const sent = small ? brotliCompressSync(found.body) : found.body;
    response.writeHead(200, {
      ...allowed,
      'content-type': type,
      ...(small || encoding ? { 'content-encoding': encoding ?? 'br' } : {}),
    });
    response.end(sent);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { port: server.address().port, close: () => server.close() };
}
