// Keys of the API: their form, rotation and revocation; and secrets, which lie sealed in the database.
import assert from 'node:assert/strict';
import { createPublicKey, randomUUID, verify } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Webhook } from 'standardwebhooks';
import { ready, start } from '../../scripts/child.mjs';
import { run } from '../../scripts/command.mjs';
import { ok, refused, send } from './client.mjs';
import { receiver } from './receiver.mjs';
import { binary, freePort, openShop } from './shop.mjs';

const board = { 'ALD-BOARD': 1 };

describe('keys', { timeout: 300_000 }, () => {
  let shop;
  let endpoint;
  let operator;
  before(async () => {
    endpoint = await receiver();
    shop = await openShop({ endpoints: { alder: endpoint.url } });
    operator = JSON.parse(await shop.vitrine('key', 'issue', '--owner', 'operator'));
  });
  after(async () => {
    await shop?.stop();
    await endpoint?.close();
  });

  const call = (key, method, path, body) =>
    send(shop.url, method, path, {
      body,
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': randomUUID() },
    });
  const opens = async (key) => (await call(key, 'GET', '/v1/seller/orders')).status === 200;

  test('a key has 256 bits and a checksum, and a slip in it is no key', async () => {
    const { api_key } = shop.sellers.alder;
    assert.match(api_key, /^vk_[\w-]{43}[\w-]{6}$/);
    assert.match(shop.presenter.api_key, /^pk_[\w-]{49}$/);
    assert.match(operator.api_key, /^ok_[\w-]{49}$/);
    const slip = api_key.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    for (const key of [slip, api_key.slice(0, -1), `${api_key}A`, api_key.slice(0, -6)])
      refused(await call(key, 'GET', '/v1/seller/orders'), 401, 'unauthorized', 'authorization');
  });

  test('after a rotation both keys open for the overlap, then the new one alone', async () => {
    const old = shop.sellers.alder.api_key;
    const { api_key, key } = ok(await call(old, 'POST', '/v1/keys', { overlap_hours: 1 }));
    assert.ok((await opens(old)) && (await opens(api_key)));
    const { keys } = ok(await call(api_key, 'GET', '/v1/keys'));
    assert.equal(keys.length, 2);
    const left = Date.parse(keys[0].ends_at) - Date.now();
    assert.ok(left > 3_500_000 && left <= 3_600_000, `${left} ms`);
    assert.equal(keys[1].id, key.id);
    assert.equal(keys[1].ends_at, undefined);
    const next = ok(await call(api_key, 'POST', '/v1/keys', { overlap_hours: 0 }));
    assert.deepEqual([await opens(old), await opens(api_key)], [false, false]);
    assert.ok(await opens(next.api_key));
    shop.sellers.alder.api_key = next.api_key;
  });

  test('a revoked key opens nothing from then on, kept answers neither', async () => {
    const mine = shop.sellers.birch.api_key;
    const headers = { authorization: `Bearer ${mine}`, 'idempotency-key': 'once' };
    const ask = () => send(shop.url, 'POST', '/v1/seller/webhook_secret', { headers });
    const first = ok(await ask());
    assert.deepEqual(ok(await ask()), first);
    const { keys } = ok(await call(mine, 'GET', '/v1/keys'));
    ok(await call(mine, 'POST', `/v1/keys/${keys[0].id}/revoke`));
    assert.ok(!(await opens(mine)));
    refused(await ask(), 401, 'unauthorized', 'authorization');
    const fresh = ok(
      await call(operator.api_key, 'POST', '/v1/keys', { owner: shop.sellers.birch.id }),
    );
    assert.ok(await opens(fresh.api_key));
    await shop.vitrine('key', 'revoke', fresh.key.id);
    assert.ok(!(await opens(fresh.api_key)));
    shop.sellers.birch.api_key = JSON.parse(
      await shop.vitrine('key', 'issue', '--owner', shop.sellers.birch.id),
    ).api_key;
  });

  test('members manage their own keys only, the operator all', async () => {
    const { keys } = ok(await call(operator.api_key, 'GET', '/v1/keys'));
    const owners = new Set(keys.map(({ owner }) => owner));
    assert.ok(owners.has('operator') && owners.has(shop.presenter.id));
    const foreign = keys.find(({ owner }) => owner === shop.sellers.clover.id);
    const mine = shop.sellers.alder.api_key;
    refused(await call(mine, 'POST', `/v1/keys/${foreign.id}/revoke`), 404, 'not_found', 'id');
    for (const owner of [foreign.owner, 'operator', 'sel_none'])
      refused(await call(mine, 'POST', '/v1/keys', { owner }), 404, 'not_found', 'owner');
    refused(await call(mine, 'GET', `/v1/keys?owner=${foreign.owner}`), 404, 'not_found', 'owner');
    assert.ok(await opens(shop.sellers.clover.api_key));
    const listed = JSON.parse(await shop.vitrine('key', 'list', '--owner', 'operator', '--json'));
    assert.deepEqual(
      listed.map(({ id, scope }) => [id, scope]),
      [[operator.id, 'operator']],
    );
  });

  test('Ed25519 signatures are the seller’s choice, and the old secret signs beside them', async () => {
    const seller = shop.sellers.alder;
    const { webhook_public_key } = ok(await call(seller.api_key, 'POST', '/v1/seller/webhook_key'));
    assert.match(webhook_public_key, /^whpk_/);
    const count = endpoint.taken().length;
    await shop.buy(board);
    const { raw, headers } = (await endpoint.wait(count + 1)).at(-1);
    const [v1a, v1] = headers['webhook-signature'].split(' ');
    const raw_key = Buffer.from(webhook_public_key.slice(5), 'base64');
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw_key]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${raw}`;
    const signature = Buffer.from(v1a.replace(/^v1a,/, ''), 'base64');
    assert.ok(verify(null, Buffer.from(text), key, signature));
    assert.ok(!verify(null, Buffer.from(`${text} `), key, signature));
    new Webhook(seller.webhook_secret).verify(raw, { ...headers, 'webhook-signature': v1 });
    // The command line does the same, and leads back to a secret.
    const told = JSON.parse(
      await shop.vitrine('seller', 'secret', '--seller', seller.id, '--ed25519'),
    );
    assert.match(told.webhook_public_key, /^whpk_/);
    const back = JSON.parse(await shop.vitrine('seller', 'secret', '--seller', seller.id));
    assert.match(back.webhook_secret, /^whsec_/);
    await shop.buy(board);
    const last = (await endpoint.wait(count + 2)).at(-1).headers['webhook-signature'];
    assert.match(last, /^v1,\S+ v1a,\S+$/);
  });

  test('no secret lies in the data folder as it is, and the key file is its owner’s', async (t) => {
    if (shop.store) return t.skip('the database is not in the folder');
    const { secret } = await shop.ready(board);
    const { webhook_secret } = ok(
      await call(shop.sellers.alder.api_key, 'POST', '/v1/seller/webhook_secret'),
    );
    await shop.kill(); // no tidying up
    const stored = readdirSync(shop.data)
      .filter((name) => name.startsWith('vitrine.sqlite'))
      .map((name) => readFileSync(join(shop.data, name)).toString('latin1'))
      .join('');
    assert.ok(stored.includes('sealed:'));
    const secrets = [secret, webhook_secret, operator.api_key, shop.sellers.alder.api_key];
    for (const each of [...secrets, webhook_secret.slice(6), 'whsec_', 'whsk_'])
      assert.ok(!stored.includes(each), each);
    const file = join(shop.data, 'secret.key');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(!stored.includes(readFileSync(file, 'utf8').trim()));
    await shop.start();
  });

  test('without its key a store does not open, and says what to do; renew gives new secrets', async (t) => {
    if (shop.store) return t.skip('other servers would go on with the old key');
    await shop.kill();
    const file = join(shop.data, 'secret.key');
    renameSync(file, `${file}.away`);
    const refusal = async () => {
      const { code, output } = await shop.command('seller', 'list');
      assert.equal(code, 1);
      assert.match(output, /secret\.key.*copy that file here.*vitrine secret-key renew/);
    };
    await refusal();
    writeFileSync(file, `${Buffer.alloc(32, 7).toString('base64')}\n`);
    await refusal();
    renameSync(`${file}.away`, file);
    await shop.start();
    await shop.kill();
    rmSync(file);
    const renewed = JSON.parse(await shop.vitrine('secret-key', 'renew'));
    const { webhook_secret } = renewed.find(({ seller_id }) => seller_id === shop.sellers.alder.id);
    await shop.start();
    const count = endpoint.taken().length;
    await shop.buy(board);
    const { raw, headers } = (await endpoint.wait(count + 1)).at(-1);
    new Webhook(webhook_secret).verify(raw, headers);
  });
});

test(
  'a store from before has its secrets sealed, and its keys go on',
  { timeout: 60_000 },
  async (t) => {
    if (process.env.VITRINE_TEST_STORE) return t.skip('a file of SQLite');
    const folder = mkdtempSync(join(tmpdir(), 'vitrine-old-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const data = join(folder, 'data');
    mkdirSync(data);
    const old = readFileSync(new URL('store-version-8.sqlite.gz', import.meta.url));
    const file = join(data, 'vitrine.sqlite');
    writeFileSync(file, gunzipSync(old));
    // More than are sealed at once.
    const answers = `import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
rows = (('POST /v1/checkout_sessions', str(i), 'hash', f'{{"secret":"kept in plain {i}"}}', 2**42) for i in range(2500))
db.executemany('INSERT INTO idempotency VALUES (?, ?, ?, ?, ?)', rows)
db.commit()`;
    await run('python3', ['-c', answers, file]);
    const listed = await run(binary, ['seller', 'list', '--json', '--data', data], {
      check: false,
    });
    assert.equal(listed.code, 0, listed.output);
    const stored = readFileSync(file).toString('latin1');
    assert.ok(stored.includes('sealed:'));
    assert.ok(!stored.includes('whsec_'));
    assert.ok(!stored.includes('kept in plain'));
    assert.ok(gunzipSync(old).toString('latin1').includes('whsec_')); // it was there
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const args = ['serve', '--data', data, '--listen', `127.0.0.1:${port}`];
    const server = start(binary, args, { onLine() {} });
    await ready(`${url}/healthz`, server);
    const with_key = (path, key) =>
      send(url, 'GET', path, { headers: { authorization: `Bearer ${key}` } });
    const seller = 'vk_z-zUzRYgpCWZZLtRt89HJ73GFBF1pE_H-sX87Vngw5A';
    const presenter = 'pk_B44cdvOPnP0rxaFb9pqV0eVQBIYq-OlEZrO5oDwzNuo';
    ok(await with_key('/v1/seller/orders', seller));
    ok(await with_key('/v1/presenter/orders', presenter));
    await server.stop();
  },
);
