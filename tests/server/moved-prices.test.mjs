// Prices that sellers have moved: what the operator sees of all sites, and the e-mail to presenters, once a day.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { run } from '../../scripts/command.mjs';
import { browser } from './browser.mjs';
import { ok, refused, send } from './client.mjs';
import { openShop } from './shop.mjs';
import { sink } from './sink.mjs';

const today = () => new Date().toISOString().slice(0, 10);
const password = 'correct horse battery';
const mails = (smtp) => [
  ...['--smtp-url', smtp.url, '--mail-from', 'shop@shop.example', '--allow-insecure-smtp'],
];

/** A shop with a wholesale board, which the presenter sells for 24.00. */
async function wholesaleShop(options) {
  const shop = await openShop(options);
  const call = ({ api_key }, method, path, body) =>
    send(shop.url, method, path, {
      body,
      headers: { authorization: `Bearer ${api_key}`, 'idempotency-key': randomUUID() },
    });
  const { alder } = shop.sellers;
  const { offers } = ok(await call(alder, 'GET', '/v1/seller/offers'));
  const { product_id, title } = offers.find(({ sku }) => sku === 'ALD-BOARD');
  const publish = async (wholesale) =>
    ok(
      await call(alder, 'POST', '/v1/seller/terms', {
        from: today(),
        rules: [{ product_id, wholesale }],
      }),
    );
  await publish({ price: 1000 });
  const path = `/v1/presenter/sites/${shop.site_id}/retail_prices`;
  const price = { amount: 2400, currency: 'EUR' };
  ok(await call(shop.presenter, 'POST', path, { product_id, price }));
  return { shop, call, publish, title, product_id };
}

describe('prices of all sites', { timeout: 120_000 }, () => {
  test('are the operator’s to see, with bounds and what became of them', async (context) => {
    const { shop, call, publish, title, product_id } = await wholesaleShop();
    context.after(() => shop.stop());
    await publish({ price: 1000, retail_max: 2200 });
    const operator = JSON.parse(await shop.vitrine('key', 'issue', '--owner', 'operator'));
    const list = (query = '') => call(operator, 'GET', `/v1/operator/retail_prices${query}`);
    const { prices, next } = ok(await list());
    assert.equal(next, undefined);
    assert.equal(prices.length, 1);
    const [{ site_id, site_name, currency, product }] = prices;
    assert.deepEqual([site_id, site_name, currency], [shop.site_id, 'The Garden', 'EUR']);
    assert.equal(product.word.product.title, title);
    assert.deepEqual(
      product.offers.map(({ retail }) => [retail.price, retail.fit, retail.bounds.highest]),
      [[2200, 'lowered', 2200]],
    );
    assert.deepEqual(ok(await list(`?after=${shop.site_id}/${product_id}`)).prices, []);
    for (const member of [shop.presenter, shop.sellers.alder])
      refused(
        await call(member, 'GET', '/v1/operator/retail_prices'),
        401,
        'unauthorized',
        'authorization',
      );
  });
});

describe(
  'a moved price',
  { timeout: 120_000, skip: process.env.VITRINE_TEST_STORE ? 'SQLite' : false },
  () => {
    test('is told to who manages the presenter, at most once a day, until they want none', async (context) => {
      const smtp = await sink();
      context.after(() => smtp.close());
      const { shop, publish, title } = await wholesaleShop({ serve: mails(smtp) });
      context.after(() => shop.stop());
      shop.write('password.txt', `${password}\n`);
      const add = async (name, right) => {
        const email = `${name}@example.org`;
        const who = ['--email', email, '--name', name, '--password-file', 'password.txt'];
        const member = ['--member', shop.presenter.id, '--right', right];
        await shop.vitrine('account', 'add', ...who, ...member);
        return email;
      };
      const boss = await add('boss', 'owner');
      const helper = await add('helper', 'orders');
      const other = await add('other', 'manage');
      const page = browser(shop.url);
      ok(await page.post('/v1/sign_in', { email: other, password, language: 'de' }));
      const account = ok(await page.get('/v1/account'));
      assert.deepEqual(account.unwanted_mails, []);

      /** A question to the database, which the server has for itself. */
      const whileDown = async (script) => {
        await shop.kill();
        const begin = 'import sqlite3, sys\ndb = sqlite3.connect(sys.argv[1])\n';
        const file = join(shop.data, 'vitrine.sqlite');
        const { stdout } = await run('python3', ['-c', begin + script, file]);
        await shop.start();
        return stdout.trim();
      };
      /** The server meets a new day: what it has noted is of an earlier one. */
      const nextDay = () =>
        whileDown('db.execute("UPDATE moved_prices_told SET day = \'2020-01-01\'"); db.commit()');
      const looked = async () => {
        const count = `print(db.execute("SELECT count(*) FROM moved_prices_told WHERE day > '2020-01-01'").fetchone()[0])`;
        for (let tries = 0; tries < 20; ++tries) {
          await new Promise((resolve) => setTimeout(resolve, 200 * tries));
          if ((await whileDown(count)) === '1') return;
        }
        assert.fail('the prices were not looked at');
      };

      await publish({ price: 1000, retail_max: 2200 });
      await nextDay();
      const [told] = await smtp.wait(boss);
      assert.ok(told.text.includes(title), told.text);
      assert.ok(told.text.includes('€22.00') && told.text.includes('€24.00'), told.text);
      assert.ok(told.text.includes('lowered to the highest allowed'), told.text);
      assert.ok(told.text.includes(`/console/#/${shop.presenter.id}/sites`));
      const [inGerman] = await smtp.wait(other);
      assert.ok(inGerman.text.includes('auf den höchsten erlaubten gesenkt'), inGerman.text);
      assert.equal(smtp.taken(helper).length, 0);

      // The same price is no news on the next day.
      await nextDay();
      await looked();
      assert.equal(smtp.taken(boss).length, 1);

      // RFC 8058: a POST of the mail program, with nothing but the link.
      const headers = told.raw.replace(/\r\n[ \t]+/g, ' ');
      const link = /^List-Unsubscribe: <(.+)>\r$/m.exec(headers)[1];
      assert.match(headers, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
      assert.ok(told.text.includes(link));
      const { pathname } = new URL(link);
      const led = await send(shop.url, 'GET', pathname);
      assert.deepEqual([led.status, led.headers.location], [302, `/console/#${pathname}`]);
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const stop = (path) =>
        send(shop.url, 'POST', path, { body: 'List-Unsubscribe=One-Click', headers: form });
      assert.deepEqual(ok(await stop(pathname)), { topic: 'prices' });
      assert.deepEqual(ok(await stop(pathname)), { topic: 'prices' });
      refused(await stop(`${pathname.slice(0, -2)}AA`), 404, 'not_found', 'token');
      refused(await stop('/unsubscribe/x'), 404, 'not_found', 'token');

      await publish({ price: 1000, retail_max: 2100 });
      await nextDay();
      await smtp.wait(other, 2);
      assert.equal(smtp.taken(boss).length, 1);
      const choice = { topic: 'prices', wanted: false };
      assert.deepEqual(ok(await page.post('/v1/account/mails', choice)).unwanted_mails, ['prices']);
    });
  },
);
