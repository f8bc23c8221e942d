// How long customers wait for an answer of the checkout while a large feed is imported into the running shop, by the
// command line or over HTTP, how fast that is, and how much memory the server takes.
//   node tests/bench/checkout-wait.mjs [ROWS] [--upload]    100,000 by default; the release binary, on a shop of its own
// 4,260,000 rows are 1 GB.
process.env.VITRINE_BINARY ??= 'build/vitrine';
const { randomUUID } = await import('node:crypto');
const { openShop } = await import('../server/shop.mjs');
const { createReadStream, readFileSync, statSync, writeFileSync } = await import('node:fs');
const { request } = await import('node:http');
const { join } = await import('node:path');
const { pipeline } = await import('node:stream/promises');
const { text } = await import('node:stream/consumers');
const { sellerSettings, writeShopify } = await import('./shopify.mjs');

const args = process.argv.slice(2);
const rows = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 100_000);
const shop = await openShop();
const file = join(shop.folder, 'bench.csv');

/** Sends the feed as it is read. */
async function upload(seller) {
  const call = request(`${shop.url}/v1/seller/imports`, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${seller.api_key}`, 'content-type': 'text/csv' },
      'content-length': statSync(file).size,
    },
  });
  const answered = new Promise((resolve, reject) =>
    call.on('response', resolve).on('error', reject),
  );
  await pipeline(createReadStream(file), call);
  const answer = await answered;
  const body = await text(answer);
  if (answer.statusCode !== 200) throw new Error(`import: ${answer.statusCode} ${body}`);
}

const held = () =>
  Math.round(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${shop.pid()}/status`, 'utf8'))[1] / 1024);
const published = async () =>
  (await (await fetch(`${shop.url}/v1/sites/${shop.site_id}/manifest.json`)).json()).catalog_url;

try {
  writeFileSync(join(shop.folder, 'bench.json'), JSON.stringify(sellerSettings));
  const seller = JSON.parse(await shop.vitrine('seller', 'add', '--settings', 'bench.json'));
  await writeShopify(file, rows);
  let catalogue = await published();
  for (const what of ['the first time', 'again, unchanged']) {
    const waits = [];
    let importing = true;
    const customer = (async () => {
      while (importing) {
        const asked = performance.now();
        const { status } = await shop.send('POST', '/v1/checkout_sessions', {
          body: { site_id: shop.site_id, line_items: shop.line_items({ 'ALD-BOARD': 1 }) },
          headers: { 'idempotency-key': randomUUID() },
          timeout: 300_000,
        });
        if (status !== 200) throw new Error(`checkout: ${status}`);
        waits.push(performance.now() - asked);
      }
    })();
    const started = performance.now();
    if (args.includes('--upload')) await upload(seller);
    else await shop.vitrine('import', '--seller', seller.id, 'bench.csv');
    const seconds = (performance.now() - started) / 1000;
    importing = false;
    await customer;
    const longest = Math.round(Math.max(...waits));
    console.log(
      `${rows} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB, ${what}: ${seconds.toFixed(1)} s, ` +
        `${Math.round(rows / seconds)} rows/s; of ${waits.length} checkouts the longest waited ${longest} ms; ` +
        `the server took at most ${held()} MiB`,
    );
    if (what !== 'the first time') continue;
    while ((await published()) === catalogue) await new Promise((wait) => setTimeout(wait, 200));
    catalogue = await published();
    console.log(
      `its catalogue stood ${((performance.now() - started) / 1000 - seconds).toFixed(1)} s later; ` +
        `while it was written, the server took at most ${held()} MiB`,
    );
  }
} finally {
  await shop.stop();
}
