// `vitrine backup` and `vitrine restore`: SQLite's store while the server runs.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { run } from '../../scripts/command.mjs';
import { ok } from './client.mjs';
import { receiver, until } from './receiver.mjs';
import { binary, openShop } from './shop.mjs';

const skip = process.env.VITRINE_TEST_STORE ? 'PostgreSQL has its own' : false;

describe('backup and restore', { timeout: 300_000, skip }, () => {
  let shop;
  let endpoint;
  before(async () => {
    endpoint = await receiver({ mode: 'refuse' });
    shop = await openShop({ endpoints: { clover: endpoint.url } });
  });
  after(async () => {
    await shop?.stop();
    await endpoint?.close();
  });

  test('a restored server has what was bought, and sends it with the same webhook-id', async () => {
    const { order } = await shop.buy({ 'CLO-PLANT': 1 });
    await until(
      () => endpoint.deliveries.length > 0,
      10_000,
      () => 'the first attempt',
    );
    const [{ headers, event }] = endpoint.deliveries;
    // Orders are placed while it copies.
    const [made] = await Promise.all([
      shop.command('backup', 'kept.sqlite'),
      shop.buy({ 'CLO-SEED': 1 }),
    ]);
    assert.equal(made.code, 0, made.output);
    await shop.buy({ 'CLO-PLANT': 1 }); // after the backup: gone with what is lost

    await shop.kill();
    const moved = `${shop.data}.lost`;
    renameSync(shop.data, moved);
    const { output } = await shop.command('restore', 'kept.sqlite');
    assert.match(output, /copy the secret\.key of the old data folder to .*secret\.key/);
    copyFileSync(join(moved, 'secret.key'), join(shop.data, 'secret.key'));
    endpoint.mode = 'take';
    await shop.start();

    assert.equal(ok(await shop.customer.order(order.url)).id, order.order_group_id);
    const again = await until(
      () => endpoint.taken().find((each) => each.event.data.id === event.data.id),
      20_000,
      () => 'the order, once more',
    );
    assert.equal(again.headers['webhook-id'], headers['webhook-id']);
    assert.equal(await shop.stock('CLO-PLANT'), 699);
    await shop.buy({ 'CLO-PLANT': 1 });
  });

  test('neither overwrites what is there', async () => {
    writeFileSync(join(shop.folder, 'taken'), 'a letter');
    const backup = await shop.command('backup', 'taken');
    assert.equal(backup.code, 1);
    assert.match(backup.output, /taken: there is such a file already/);
    assert.equal(readFileSync(join(shop.folder, 'taken'), 'utf8'), 'a letter');
    const restore = await shop.command('restore', 'kept.sqlite');
    assert.equal(restore.code, 1);
    assert.match(restore.output, /there is a database already/);
  });

  test('what is damaged or no backup is refused, and leaves nothing behind', async () => {
    const into = join(shop.folder, 'other');
    const whole = readFileSync(join(shop.folder, 'kept.sqlite'));
    const torn = Buffer.from(whole);
    torn.fill(0x5a, 4096 * 3, 4096 * 6);
    writeFileSync(join(shop.folder, 'torn'), torn);
    writeFileSync(join(shop.folder, 'half'), whole.subarray(0, whole.length >> 1));
    for (const file of ['taken', 'torn', 'half', 'missing']) {
      const { code, output } = await run(binary, ['restore', file, '--data', into], {
        cwd: shop.folder,
        check: false,
      });
      assert.equal(code, 1, `${file}: ${output}`);
      assert.ok(!existsSync(join(into, 'vitrine.sqlite')), file);
    }
  });
});
