// Passkeys: registered and signed in with by an authenticator in the test's hands, and everything it may do wrong.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { authenticator } from './authenticator.mjs';
import { browser } from './browser.mjs';
import { ok, refused } from './client.mjs';
import { openShop } from './shop.mjs';

const password = 'correct horse battery';

describe('a passkey', { timeout: 120_000 }, () => {
  let shop;
  let number = 0;
  before(async () => {
    shop = await openShop({ serve: ['--sign-up', 'open'], host: 'localhost', sellers: {} });
  });
  after(() => shop?.stop());

  const signedUp = async () => {
    const page = browser(shop.url);
    const email = `passkey-${++number}@example.org`;
    const account = ok(await page.post('/v1/accounts', { email, password, name: 'Ada' }));
    return { page, email, account };
  };
  const here = (more) => ({ origin: shop.url, ...more });
  const start = (page) => page.post('/v1/account/passkeys/challenge', { password });
  const add = async (page, device, more, name = 'Laptop') => {
    const { challenge } = ok(await start(page));
    return page.post('/v1/account/passkeys', { name, ...device.create(challenge, here(more)) });
  };
  const enter = async (page, device, more) => {
    const { challenge } = ok(await page.post('/v1/passkeys/challenge'));
    return page.post('/v1/passkeys/sign_in', device.get(challenge, here(more)));
  };

  for (const kind of ['es256', 'eddsa', 'rs256'])
    test(`of ${kind} is added, signs in, is listed and removed`, async () => {
      const { page, account } = await signedUp();
      const device = authenticator(kind);
      const { passkeys } = ok(await add(page, device));
      assert.equal(passkeys.length, 1);
      assert.match(passkeys[0].id, /^psk_/);
      assert.equal(passkeys[0].name, 'Laptop');
      assert.equal(passkeys[0].used_at, undefined);
      const elsewhere = browser(shop.url);
      assert.equal(ok(await enter(elsewhere, device)).id, account.id);
      assert.equal(ok(await elsewhere.get('/v1/account')).id, account.id);
      const [used] = ok(await page.get('/v1/account/passkeys')).passkeys;
      assert.ok(used.used_at);
      ok(await page.post(`/v1/account/passkeys/${used.id}/remove`));
      refused(await enter(browser(shop.url), device), 401, 'unauthorized', 'credential_id');
    });

  test('may attest itself, if its signature holds; other attestations are not taken', async () => {
    const { page } = await signedUp();
    ok(await add(page, authenticator(), { format: 'packed' }));
    const spoiled = { format: 'packed', spoiled: true };
    for (const more of [spoiled, { format: 'tpm' }, { format: 'fido-u2f' }])
      refused(await add(page, authenticator(), more), 401, 'unauthorized', 'attestation_object');
  });

  test('is one of several, and each once', async () => {
    const { page } = await signedUp();
    const first = authenticator();
    ok(await add(page, first));
    ok(await add(page, authenticator(), {}, 'Phone'));
    refused(await add(page, first), 409, 'invalid_transition', 'attestation_object');
    const { exclude, user_id } = ok(await start(page));
    assert.equal(exclude.length, 2);
    assert.ok(exclude.includes(first.id));
    assert.match(Buffer.from(user_id, 'base64url').toString(), /^acc_/);
    const names = ok(await page.get('/v1/account/passkeys')).passkeys.map(({ name }) => name);
    assert.deepEqual(names, ['Laptop', 'Phone']);
  });

  test('wants the password to be added, and a name', async () => {
    const { page } = await signedUp();
    const wrong = { password: 'another password' };
    refused(
      await page.post('/v1/account/passkeys/challenge', wrong),
      401,
      'unauthorized',
      'password',
    );
    refused(await add(page, authenticator(), {}, ' '), 422, 'missing_field', 'name');
    refused(await add(page, authenticator(), {}, 'x'.repeat(101)), 422, 'out_of_range', 'name');
  });

  const wrong = {
    'another page': { origin: 'https://evil.example' },
    'a page in a page of others': { crossOrigin: true },
    'another ceremony': { type: 'webauthn.other' },
  };
  const untrue = {
    'another site': { rp_id: 'evil.example' },
    'who is not verified': { flags: 0x01 },
    'who is not there': { flags: 0x04 },
  };

  test('of another page, another site or somebody unverified is refused', async () => {
    const { page } = await signedUp();
    for (const [what, more] of Object.entries(wrong)) {
      const answer = await add(page, authenticator(), more);
      refused(answer, 401, 'unauthorized', 'client_data');
      assert.ok(what);
    }
    for (const more of Object.values(untrue))
      refused(await add(page, authenticator(), more), 401, 'unauthorized', 'attestation_object');
    assert.deepEqual(ok(await page.get('/v1/account/passkeys')).passkeys, []);

    const device = authenticator();
    ok(await add(page, device));
    for (const more of Object.values(wrong))
      refused(await enter(browser(shop.url), device, more), 401, 'unauthorized', 'client_data');
    for (const more of Object.values(untrue))
      refused(await enter(browser(shop.url), device, more), 401, 'unauthorized', 'signature');
    const other = authenticator();
    other.id = device.id;
    refused(await enter(browser(shop.url), other), 401, 'unauthorized', 'signature');
  });

  test('answers a challenge once, of its own kind, and of the same account', async () => {
    const { page } = await signedUp();
    const { page: other } = await signedUp();
    const device = authenticator();
    const { challenge } = ok(await start(page));
    const body = { name: 'Laptop', ...device.create(challenge, here()) };
    refused(await other.post('/v1/account/passkeys', body), 401, 'unauthorized', 'client_data');
    ok(await page.post('/v1/account/passkeys', body));
    refused(await page.post('/v1/account/passkeys', body), 404, 'not_found', 'client_data');

    const entering = browser(shop.url);
    const given = ok(await entering.post('/v1/passkeys/challenge')).challenge;
    const answer = device.get(given, here());
    ok(await entering.post('/v1/passkeys/sign_in', answer));
    refused(await entering.post('/v1/passkeys/sign_in', answer), 404, 'not_found', 'client_data');
    const registering = ok(await start(page)).challenge;
    const crossed = device.get(registering, here());
    refused(await entering.post('/v1/passkeys/sign_in', crossed), 404, 'not_found', 'client_data');
    const own = device.get(Buffer.from('made up').toString('base64url'), here());
    refused(await entering.post('/v1/passkeys/sign_in', own), 404, 'not_found', 'client_data');
  });

  test('whose counter does not grow is a copy, and refused', async () => {
    const { page } = await signedUp();
    const device = authenticator();
    device.count = 5;
    ok(await add(page, device));
    refused(await enter(browser(shop.url), device), 401, 'unauthorized', 'signature');
    device.count = 7;
    ok(await enter(browser(shop.url), device));
    device.count = 6;
    refused(await enter(browser(shop.url), device), 401, 'unauthorized', 'signature');
    assert.ok(shop.lines.some((line) => line.includes('passkey_refused')));
    device.count = 0;
    refused(await enter(browser(shop.url), device), 401, 'unauthorized', 'signature');
  });

  test('that is no passkey is refused, whatever it is', async () => {
    const { page } = await signedUp();
    const device = authenticator();
    ok(await add(page, device));
    const deep = Buffer.alloc(4000, 0x81).toString('base64url');
    for (const broken of ['', '!', 'AAAA', deep, 'A'.repeat(20_000)]) {
      const { challenge } = ok(await start(page));
      const good = authenticator().create(challenge, here());
      for (const key of ['attestation_object', 'client_data']) {
        const answer = await page.post('/v1/account/passkeys', {
          name: 'Broken',
          ...good,
          [key]: broken,
        });
        refused(answer, 401, 'unauthorized', key);
      }
      for (const key of ['authenticator_data', 'signature']) {
        const entering = browser(shop.url);
        const given = ok(await entering.post('/v1/passkeys/challenge')).challenge;
        const body = { ...device.get(given, here()), [key]: broken };
        refused(
          await entering.post('/v1/passkeys/sign_in', body),
          401,
          'unauthorized',
          'signature',
        );
      }
    }
  });

  test('is somebody’s own: others do not see or remove it', async () => {
    const { page } = await signedUp();
    const { page: other } = await signedUp();
    const { passkeys } = ok(await add(page, authenticator()));
    const path = `/v1/account/passkeys/${passkeys[0].id}/remove`;
    refused(await other.post(path), 404, 'not_found', 'id');
    assert.equal(ok(await page.get('/v1/account/passkeys')).passkeys.length, 1);
    assert.deepEqual(ok(await other.get('/v1/account/passkeys')).passkeys, []);
  });
});

describe('passkeys where browsers take none', { timeout: 60_000 }, () => {
  test('are not offered, nor challenged', async (context) => {
    const shop = await openShop({ serve: ['--sign-up', 'open'], sellers: {} });
    context.after(() => shop.stop());
    const page = browser(shop.url);
    assert.equal(ok(await page.get('/v1/accounts')).passkeys, false);
    refused(await page.post('/v1/passkeys/challenge'), 404, 'not_found', 'path');
  });
});
