// How long customers wait for an answer of the checkout while a large feed is imported into the running shop.
//   node tests/bench/checkout-wait.mjs [ROWS]    100,000 by default; the release binary, on a shop of its own
process.env.VITRINE_BINARY ??= 'build/vitrine';
const { randomUUID } = await import('node:crypto');
const { openShop } = await import('../server/shop.mjs');
const { writeFileSync } = await import('node:fs');
const { join } = await import('node:path');
const { sellerSettings, writeShopify } = await import('./shopify.mjs');

const rows = Number(process.argv[2] ?? 100_000);
const shop = await openShop();
try {
  writeFileSync(join(shop.folder, 'bench.json'), JSON.stringify(sellerSettings));
  const seller = JSON.parse(await shop.vitrine('seller', 'add', '--settings', 'bench.json'));
  await writeShopify(join(shop.folder, 'bench.csv'), rows);
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
    await shop.vitrine('import', '--seller', seller.id, 'bench.csv');
    const seconds = (performance.now() - started) / 1000;
    importing = false;
    await customer;
    const longest = Math.round(Math.max(...waits));
    console.log(
      `${rows} rows, ${what}: ${seconds.toFixed(1)} s; of ${waits.length} checkouts the longest waited ${longest} ms`,
    );
  }
} finally {
  await shop.stop();
}
