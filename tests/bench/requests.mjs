// What is requested of Vitrine until the shop's grid stands in the demo blog, over the wire.
//   node tests/bench/requests.mjs
import { pathToFileURL } from 'node:url';
import { cards, openTown, visit } from '../browser/shop.mjs';

/** Everything asked of the server's origin but the pictures of products, and what comes within `after` ms more. */
export async function untilTheGridStands({ demo, browser }, { after = 0 } = {}) {
  const { context, page } = await visit(browser);
  const asked = [];
  page.on('request', (request) => asked.push(request));
  await page.goto(demo.urls.blog, { waitUntil: 'commit' });
  await cards(page).first().waitFor();
  if (after) await page.waitForTimeout(after);
  const ours = asked.filter(
    (request) =>
      request.url().startsWith(demo.urls.server) && !request.url().includes('/v1/media/'),
  );
  const requests = await Promise.all(
    ours.map(async (request) => {
      const { pathname } = new URL(request.url());
      const response = await request.response();
      const { responseHeadersSize, responseBodySize } = await request.sizes();
      return {
        method: request.method(),
        path: pathname,
        encoding: (await response.headerValue('content-encoding')) ?? '',
        bytes: responseHeadersSize + responseBodySize,
        isFile: request.method() === 'GET' && /\.(js|wasm|json|bin)$/.test(pathname),
      };
    }),
  );
  await context.close();
  return requests;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const town = await openTown();
  try {
    const requests = await untilTheGridStands(town);
    for (const { method, path, encoding, bytes } of requests)
      console.log(
        `${method} ${path.padEnd(66)} ${encoding.padEnd(5)} ${String(bytes).padStart(7)}`,
      );
    const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
    const calls = requests.filter(({ isFile }) => !isFile).length;
    console.log(`${requests.length} requests, ${calls} of them API calls, ${bytes} bytes`);
  } finally {
    await town.close();
  }
}
