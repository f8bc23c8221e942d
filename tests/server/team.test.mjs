// A team: who acts for a member, by which right; invitations by link, in e-mails and without.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browser, secretIn } from './browser.mjs';
import { ok, refused } from './client.mjs';
import { threeSellers } from './goods.mjs';
import { openShop } from './shop.mjs';
import { sink } from './sink.mjs';

const password = 'correct horse battery';
const rights = ['read', 'orders', 'manage', 'owner'];

let number = 0;
const address = (name) => `${name}-${++number}@example.org`;

async function helper(shop) {
  const signUp = async (email = address('person'), more = {}) => {
    const page = browser(shop.url);
    const account = ok(await page.post('/v1/accounts', { email, password, name: 'Ada', ...more }));
    return { page, email, account };
  };
  const member = async () => {
    const { page, email, account } = await signUp();
    const seller = { ...threeSellers.birch.settings, name: 'Juniper' };
    const { owner } = ok(await page.post('/v1/account/sellers', seller));
    return { page, email, account, owner };
  };
  return { signUp, member };
}

describe('a team', { timeout: 180_000 }, () => {
  let shop;
  let signUp;
  let member;
  before(async () => {
    shop = await openShop({ serve: ['--sign-up', 'open'] });
    ({ signUp, member } = await helper(shop));
  });
  after(() => shop?.stop());

  const invite = async ({ page, owner }, email, right) =>
    ok(await page.post('/v1/team/invitations', { email, right }, { member: owner }));
  const tokenOf = ({ url }) => {
    assert.ok(url.startsWith(`${shop.url}/console/#/invitation/`), url);
    return secretIn(url, 'invitation');
  };
  /** Somebody who has come into the team. */
  const joined = async (boss, right) => {
    const other = await signUp();
    const token = tokenOf(await invite(boss, other.email, right));
    const now = ok(await other.page.post('/v1/account/invitations', { token }));
    assert.equal(now.right, right);
    return other;
  };

  test('begins with who began, as its owner', async () => {
    const boss = await member();
    const { members, invitations } = ok(await boss.page.get('/v1/team', { member: boss.owner }));
    assert.deepEqual(invitations, []);
    assert.equal(members.length, 1);
    const { since, ...rest } = members[0];
    assert.ok(Date.parse(since) > Date.now() - 60_000);
    assert.deepEqual(rest, {
      id: boss.account.id,
      email: boss.email,
      name: 'Ada',
      right: 'owner',
    });
  });

  test('grows by an invitation that tells what it is about, and opens once', async () => {
    const boss = await member();
    const other = await signUp();
    const made = await invite(boss, other.email, 'orders');
    const token = tokenOf(made);
    assert.deepEqual(ok(await browser(shop.url).post('/v1/invitations/look', { token })), {
      email: other.email,
      scope: 'seller',
      name: 'Juniper',
      right: 'orders',
      invited_by: 'Ada',
      known: true,
    });
    const listed = ok(await boss.page.get('/v1/team', { member: boss.owner })).invitations;
    assert.equal(listed.length, 1);
    assert.equal(listed[0].url, undefined);
    const accept = () => other.page.post('/v1/account/invitations', { token });
    const now = ok(await accept());
    assert.equal(now.owner, boss.owner);
    assert.equal(now.right, 'orders');
    refused(await accept(), 404, 'not_found', 'token');
    ok(await other.page.get('/v1/seller/orders', { member: boss.owner }));
    const team = ok(await boss.page.get('/v1/team', { member: boss.owner }));
    assert.deepEqual(
      team.members.map(({ right }) => right),
      ['owner', 'orders'],
    );
    assert.deepEqual(team.invitations, []);
  });

  test('lets nobody in by another’s invitation, one that was taken back, replaced or made up', async () => {
    const boss = await member();
    const other = await signUp();
    const thief = await signUp();
    const first = tokenOf(await invite(boss, other.email, 'read'));
    const second = tokenOf(await invite(boss, other.email, 'manage'));
    const accept = (who, token) => who.page.post('/v1/account/invitations', { token });
    refused(await accept(other, first), 404, 'not_found', 'token');
    refused(await accept(thief, second), 401, 'unauthorized', 'token');
    refused(await accept(other, `vt_${'x'.repeat(43)}`), 404, 'not_found', 'token');
    const [{ id }] = ok(await boss.page.get('/v1/team', { member: boss.owner })).invitations;
    const stranger = await member();
    const revoke = `/v1/team/invitations/${id}/revoke`;
    refused(
      await stranger.page.post(revoke, {}, { member: stranger.owner }),
      404,
      'not_found',
      'id',
    );
    ok(await boss.page.post(revoke, {}, { member: boss.owner }));
    refused(await accept(other, second), 404, 'not_found', 'token');
    assert.deepEqual(ok(await other.page.get('/v1/account')).members, []);
  });

  test('invites an address, with a right that there is, so many at once', async () => {
    const boss = await member();
    const post = (body) => boss.page.post('/v1/team/invitations', body, { member: boss.owner });
    refused(await post({ email: 'nobody', right: 'read' }), 422, 'invalid_format', 'email');
    refused(await post({ email: address('x'), right: 'king' }), 422, 'out_of_range', 'right');
    refused(await post({ email: boss.email, right: 'read' }), 409, 'invalid_transition', 'email');
    for (let i = 0; i < 20; ++i) ok(await post({ email: address('many'), right: 'read' }));
    refused(await post({ email: address('many'), right: 'read' }), 413, 'too_large', 'email');
  });

  test('keeps an owner: the last one neither leaves nor loses the right', async () => {
    const boss = await member();
    const other = await joined(boss, 'manage');
    const as = { member: boss.owner };
    const own = `/v1/team/members/${boss.account.id}`;
    const last = [409, 'invalid_transition', 'right'];
    refused(await boss.page.post(own, { right: 'manage' }, as), ...last);
    refused(await boss.page.post(`${own}/remove`, {}, as), ...last);
    refused(await boss.page.post('/v1/team/leave', {}, as), ...last);
    ok(await boss.page.post(`/v1/team/members/${other.account.id}`, { right: 'owner' }, as));
    ok(await boss.page.post('/v1/team/leave', {}, as));
    refused(await boss.page.get('/v1/team', as), 401, 'unauthorized', 'vitrine-member');
    refused(await other.page.post('/v1/team/leave', {}, as), ...last);
  });

  test('loses who is removed, at once; who has the least right may leave by themselves', async () => {
    const boss = await member();
    const as = { member: boss.owner };
    const [one, two] = [await joined(boss, 'manage'), await joined(boss, 'read')];
    ok(await boss.page.post(`/v1/team/members/${one.account.id}/remove`, {}, as));
    refused(await one.page.get('/v1/seller/orders', as), 401, 'unauthorized', 'vitrine-member');
    ok(await two.page.post('/v1/team/leave', {}, as));
    assert.deepEqual(ok(await two.page.get('/v1/account')).members, []);
    const missing = await boss.page.post(`/v1/team/members/${two.account.id}/remove`, {}, as);
    refused(missing, 404, 'not_found', 'id');
  });

  test('each right does what it says, and no more', async () => {
    const boss = await member();
    const as = { member: boss.owner };
    const team = Object.fromEntries(
      await Promise.all(rights.map(async (right) => [right, await joined(boss, right)])),
    );
    const wish = () => ({ email: address('more'), right: 'read' });
    const asked = {
      read: [(page) => page.get('/v1/seller/orders', as), (page) => page.get('/v1/team', as)],
      orders: [(page) => page.post('/v1/seller/deliveries/replay', {}, as)],
      manage: [(page) => page.post('/v1/seller/offers', { offers: [] }, as)],
      owner: [
        (page) => page.post('/v1/keys', {}, as),
        (page) => page.post('/v1/team/invitations', wish(), as),
        (page) => page.post(`/v1/team/members/${team.read.account.id}`, { right: 'read' }, as),
      ],
    };
    for (const [has, { page }] of Object.entries(team))
      for (const [wants, calls] of Object.entries(asked))
        for (const call of calls) {
          const answer = await call(page);
          if (rights.indexOf(has) < rights.indexOf(wants))
            refused(answer, 401, 'unauthorized', 'right');
          else assert.notEqual(answer.status, 401, `${has} for ${wants}: ${answer.text}`);
        }
  });

  test('of the operator is invited by its owners only', async () => {
    shop.write('password.txt', `${password}\n`);
    const add = async (email, right) => {
      const who = ['--email', email, '--name', 'Ops', '--password-file', 'password.txt'];
      await shop.vitrine('account', 'add', ...who, '--member', 'operator', '--right', right);
      const page = browser(shop.url);
      ok(await page.post('/v1/sign_in', { email, password }));
      return page;
    };
    const boss = await add(address('ops'), 'owner');
    const hand = await add(address('ops'), 'manage');
    const as = { member: 'operator' };
    const wish = { email: address('ops'), right: 'orders' };
    const post = (page) => page.post('/v1/team/invitations', wish, as);
    refused(await post(hand), 401, 'unauthorized', 'right');
    refused(await post((await member()).page), 401, 'unauthorized', 'vitrine-member');
    const { url } = ok(await post(boss));
    const { page } = await signUp(wish.email);
    const token = secretIn(url, 'invitation');
    assert.equal(ok(await page.post('/v1/account/invitations', { token })).scope, 'operator');
    ok(await page.get('/v1/operator/tasks', as));
    refused(
      await page.post('/v1/operator/fees', { from: '2030-01-01' }, as),
      401,
      'unauthorized',
      'right',
    );
  });

  test('keeps secrets as hashes only', async () => {
    const boss = await member();
    const token = tokenOf(await invite(boss, address('hashed'), 'read'));
    for (const name of readdirSync(shop.data).filter((each) => each.includes('sqlite')))
      assert.ok(!readFileSync(join(shop.data, name)).includes(token), name);
    assert.ok(!shop.lines.join('\n').includes(token));
  });
});

/** Somebody who is signed in and owns a seller. */
async function ownerOf(shop, seller, name) {
  shop.write('password.txt', `${password}\n`);
  const email = 'boss@example.org';
  const who = ['--email', email, '--name', name, '--password-file', 'password.txt'];
  await shop.vitrine('account', 'add', ...who, '--member', seller.id);
  const owner = browser(shop.url);
  ok(await owner.post('/v1/sign_in', { email, password }));
  return owner;
}

describe('an invitation', { timeout: 120_000 }, () => {
  test('opens a server that is closed to strangers, for its address alone', async (context) => {
    const shop = await openShop({});
    context.after(() => shop.stop());
    const { alder } = shop.sellers;
    const boss = await ownerOf(shop, alder, 'Boss');
    const wish = { email: 'New@Example.org', right: 'manage' };
    const made = ok(await boss.post('/v1/team/invitations', wish, { member: alder.id }));
    const invitation = secretIn(made.url, 'invitation');
    const page = browser(shop.url);
    const post = (more) =>
      page.post('/v1/accounts', { email: 'new@example.org', password, name: 'New', ...more });
    refused(await post({}), 401, 'unauthorized', 'sign_up');
    refused(await post({ email: 'x@example.org', invitation }), 401, 'unauthorized', 'email');
    refused(await post({ invitation: 'vt_none' }), 404, 'not_found', 'invitation');
    const account = ok(await post({ invitation }));
    assert.deepEqual(
      account.members.map(({ owner, right }) => [owner, right]),
      [[alder.id, 'manage']],
    );
    refused(await post({ email: 'new@example.org', invitation }), 404, 'not_found', 'invitation');
  });

  test('goes by e-mail where there are e-mails, in the language of who invites', async (context) => {
    const smtp = await sink();
    context.after(() => smtp.close());
    const mail = ['--smtp-url', smtp.url, '--mail-from', 'shop@shop.example'];
    const shop = await openShop({
      serve: ['--sign-up', 'open', ...mail, '--allow-insecure-smtp'],
    });
    context.after(() => shop.stop());
    const { alder } = shop.sellers;
    const boss = await ownerOf(shop, alder, 'Boss <b>');
    const wish = { email: 'neu@example.org', right: 'orders', language: 'de-CH' };
    const made = ok(await boss.post('/v1/team/invitations', wish, { member: alder.id }));
    assert.equal(made.url, undefined);
    const [{ subject, text, html, headers }] = await smtp.wait('neu@example.org');
    assert.match(subject, /^Einladung zu /);
    assert.equal(headers.get('content-language'), 'de');
    assert.match(text, /Boss <b> lädt Sie ein/);
    assert.match(html, /Boss &lt;b&gt;/);
    const invitation = secretIn(text, 'invitation');
    const page = browser(shop.url);
    const body = { email: 'neu@example.org', password, name: 'Neu', invitation };
    const account = ok(await page.post('/v1/accounts', body));
    assert.equal(account.email_confirmed, true);
    assert.equal(account.members[0].right, 'orders');
  });
});
