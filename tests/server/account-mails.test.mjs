// E-mails about accounts: a forgotten password, an address to confirm, changes, the operator's word, statements.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { run } from '../../scripts/command.mjs';
import { join } from 'node:path';
import { browser, secretIn } from './browser.mjs';
import { ok, refused, send } from './client.mjs';
import { buyer, threeSellers } from './goods.mjs';
import { until } from './receiver.mjs';
import { openShop } from './shop.mjs';
import { sink } from './sink.mjs';

const password = 'correct horse battery';
const next = 'a second long sentence';
const site = { name: 'My Garden', currency: 'EUR', country: 'DE', language: 'en' };
const seller = { ...threeSellers.birch.settings, name: 'Juniper', email: 'juniper@seller.example' };
const mails = (smtp) => [
  ...['--smtp-url', smtp.url, '--mail-from', 'shop@shop.example', '--allow-insecure-smtp'],
  ...['--retry-seconds', '0.2,0.2,0.2'],
];
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let number = 0;
const address = (name) => `${name}-${++number}@example.org`;

describe('an account with e-mails', { timeout: 180_000, concurrency: false }, () => {
  let shop;
  let smtp;
  before(async () => {
    smtp = await sink();
    shop = await openShop({ serve: ['--sign-up', 'open', ...mails(smtp)] });
  });
  after(async () => {
    await shop?.stop();
    await smtp?.close();
  });
  beforeEach(() => (smtp.judge = () => undefined));

  /** The secret of the newest link of a kind that an address got. */
  const secret = async (email, page, count = 1) => {
    const found = async () =>
      (await smtp.wait(email)).map(({ text }) => secretIn(text, page)).filter(Boolean);
    for (let tries = 0; tries < 100; ++tries) {
      const all = await found();
      if (all.length >= count) return all.at(-1);
      await pause(100);
    }
    throw new Error(`no ${page} link for ${email}`);
  };
  const signedUp = async (more = {}) => {
    const page = browser(shop.url);
    const email = address('person');
    const body = { email, password, name: 'Ada', ...more };
    return { page, email, account: ok(await page.post('/v1/accounts', body)) };
  };
  const confirmed = async (more) => {
    const made = await signedUp(more);
    const token = await secret(made.email, 'confirm');
    ok(await made.page.post('/v1/account/email/confirm', { token }));
    return made;
  };
  const enter = (email, words) => browser(shop.url).post('/v1/sign_in', { email, password: words });

  test('confirms its address before it begins to sell or present', async () => {
    const { page, email, account } = await signedUp({ language: 'fr-CH' });
    assert.equal(account.email_confirmed, false);
    const closed = [409, 'invalid_transition', 'email_confirmed'];
    refused(await page.post('/v1/account/sites', site), ...closed);
    refused(await page.post('/v1/account/sellers', seller), ...closed);
    refused(await page.post('/v1/account/passkeys/challenge', { password }), ...closed);
    const [mail] = await smtp.wait(email);
    assert.equal(mail.subject, 'Confirmez votre adresse e-mail');
    const token = secretIn(mail.text, 'confirm');
    assert.ok(mail.html.includes(token));
    const confirm = (who) => who.post('/v1/account/email/confirm', { token });
    refused(await confirm(browser(shop.url)), 401, 'unauthorized', 'authorization');
    refused(await confirm((await signedUp()).page), 401, 'unauthorized', 'token');
    assert.equal(ok(await confirm(page)).email_confirmed, true);
    refused(await confirm(page), 404, 'not_found', 'token');
    ok(await page.post('/v1/account/sites', site));
  });

  test('gets the link again when it asks; the one before opens nothing then', async () => {
    const { page, email } = await signedUp();
    const first = await secret(email, 'confirm');
    ok(await page.post('/v1/account/email/resend'));
    const second = await secret(email, 'confirm', 2);
    const confirm = (token) => page.post('/v1/account/email/confirm', { token });
    refused(await confirm(first), 404, 'not_found', 'token');
    ok(await confirm(second));
    const before = smtp.taken(email).length;
    ok(await page.post('/v1/account/email/resend'));
    await pause(300);
    assert.equal(smtp.taken(email).length, before);
  });

  test('gets a new password by a link that opens once and ends all sessions', async () => {
    const { page, email } = await confirmed();
    const other = browser(shop.url);
    ok(await other.post('/v1/password/forgotten', { email: email.toUpperCase() }));
    const token = await secret(email, 'reset');
    const reset = (body) => other.post('/v1/password/reset', body);
    refused(await reset({ token, new_password: 'short' }), 422, 'out_of_range', 'new_password');
    refused(await reset({ token: 'vt_x', new_password: next }), 404, 'not_found', 'token');
    assert.equal(ok(await reset({ token, new_password: next })).email, email);
    ok(await other.get('/v1/account'));
    refused(await page.get('/v1/account'), 401, 'unauthorized', 'authorization');
    refused(await enter(email, password), 401, 'unauthorized', 'password');
    ok(await enter(email, next));
    refused(await reset({ token, new_password: password }), 404, 'not_found', 'token');
    const told = async () => (await smtp.wait(email, 3)).map(({ subject }) => subject);
    assert.ok((await told()).includes('Your account was changed'));
  });

  test('says nothing of whether there is one: one answer, and no e-mail to strangers', async () => {
    const { email } = await confirmed();
    const ask = (to) => browser(shop.url).post('/v1/password/forgotten', { email: to });
    const nobody = address('nobody');
    const [known, unknown] = [await ask(email), await ask(nobody)];
    assert.equal(known.status, 200);
    assert.equal(unknown.status, 200);
    assert.equal(known.text, unknown.text);
    await secret(email, 'reset');
    assert.equal(smtp.taken(nobody).length, 0);
    refused(await ask('nobody'), 422, 'invalid_format', 'email');
  });

  test('has one link to a new password at a time, and none after another change of it', async () => {
    const { page, email } = await confirmed();
    const ask = () => browser(shop.url).post('/v1/password/forgotten', { email });
    ok(await ask());
    const first = await secret(email, 'reset');
    ok(await ask());
    const second = await secret(email, 'reset', 2);
    ok(await page.post('/v1/account/password', { password, new_password: next }));
    for (const token of [first, second])
      refused(
        await page.post('/v1/password/reset', { token, new_password: password }),
        404,
        'not_found',
        'token',
      );
  });

  test('made with somebody’s address is theirs once they set a password, without what was hidden in it', async () => {
    const { page, email } = await signedUp();
    const confirmation = await secret(email, 'confirm');
    const owner = browser(shop.url);
    ok(await owner.post('/v1/password/forgotten', { email }));
    const token = await secret(email, 'reset');
    const account = ok(await owner.post('/v1/password/reset', { token, new_password: next }));
    assert.equal(account.email_confirmed, true);
    refused(await page.get('/v1/account'), 401, 'unauthorized', 'authorization');
    const late = await owner.post('/v1/account/email/confirm', { token: confirmation });
    refused(late, 404, 'not_found', 'token');
  });

  test('changes its address by a link to the new one, and the old one is told', async () => {
    const { page, email } = await confirmed();
    const fresh = address('fresh');
    const change = (body) => page.post('/v1/account/email', body);
    refused(await change({ email: fresh, password: next }), 401, 'unauthorized', 'password');
    const taken = (await confirmed()).email;
    refused(await change({ email: taken, password }), 409, 'invalid_transition', 'email');
    ok(await browser(shop.url).post('/v1/password/forgotten', { email }));
    const reset = await secret(email, 'reset');
    assert.equal(ok(await change({ email: fresh, password })).email, email);
    const token = await secret(fresh, 'confirm');
    const now = ok(await page.post('/v1/account/email/confirm', { token }));
    assert.equal(now.email, fresh);
    assert.equal(now.email_confirmed, true);
    ok(await enter(fresh, password));
    refused(await enter(email, password), 401, 'unauthorized', 'password');
    const old = await page.post('/v1/password/reset', { token: reset, new_password: next });
    refused(old, 404, 'not_found', 'token');
    const all = await smtp.wait(email, 3);
    assert.ok(all.some(({ text }) => text.includes(fresh)));
  });

  test('hears the operator’s word on its shop, and a seller’s on its application', async () => {
    const boss = await confirmed({ language: 'es' });
    const { owner } = ok(await boss.page.post('/v1/account/sellers', seller));
    await shop.vitrine('seller', 'approve', '--seller', owner, '--no', '--reason', 'No <address>');
    const heard = async (email, subject) => {
      for (let tries = 0; tries < 100; ++tries) {
        const mail = (await smtp.wait(email)).find((each) => subject.test(each.subject));
        if (mail) return mail;
        await pause(100);
      }
      throw new Error(`no ${subject} for ${email}`);
    };
    const no = await heard(boss.email, /^Juniper no está aprobado$/);
    assert.ok(no.text.includes('No <address>') && no.html.includes('No &lt;address&gt;'));
    await shop.vitrine('seller', 'approve', '--seller', owner, '--yes');
    await heard(boss.email, /^Juniper está aprobado$/);
    assert.equal(smtp.taken(seller.email).length, 0);

    const terms = ok(await boss.page.get('/v1/seller/terms', { member: owner }));
    const from = terms.earliest;
    const wanted = { from, presenting: 'on_request' };
    ok(await boss.page.post('/v1/seller/terms', wanted, { member: owner }));
    const presenter = await confirmed({ language: 'de' });
    const made = ok(await presenter.page.post('/v1/account/sites', site));
    const as = { member: made.presenter_id };
    const apply = `/v1/presenter/sites/${made.id}/agreements/${owner}`;
    ok(await presenter.page.post(apply, { step: 'apply' }, as));
    const answer = (step) =>
      boss.page.post(`/v1/seller/agreements/${made.id}`, { step }, { member: owner });
    ok(await answer('decline'));
    const declined = await heard(presenter.email, /^Juniper hat Ihre Bewerbung abgelehnt$/);
    assert.ok(declined.text.includes('My Garden'));
    ok(await presenter.page.post(apply, { step: 'apply' }, as));
    ok(await answer('accept'));
    await heard(presenter.email, /^Juniper hat Ihre Bewerbung angenommen$/);
  });

  test('leaves no address and no link in the log, nor in what is listed of e-mails', async () => {
    smtp.judge = (stage) => (stage === 'RCPT' ? 550 : 0);
    const { email } = await signedUp();
    await pause(500);
    const logged = shop.lines.filter((line) => line.startsWith('{"')).join('\n');
    const listed = await shop.vitrine('mail', 'list', '--json');
    for (const text of [logged, listed])
      for (const canary of [email, 'vt_']) assert.ok(!text.includes(canary), canary);
    assert.match(listed, /email_link/);
  });
});

describe('without e-mails', { timeout: 60_000 }, () => {
  test('nothing is asked of an address, and it is changed at once', async (context) => {
    const shop = await openShop({ serve: ['--sign-up', 'open'] });
    context.after(() => shop.stop());
    const page = browser(shop.url);
    assert.equal(ok(await page.get('/v1/accounts')).e_mails, false);
    const email = address('person');
    const account = ok(await page.post('/v1/accounts', { email, password, name: 'Ada' }));
    assert.equal(account.email_confirmed, true);
    ok(await page.post('/v1/account/sites', site));
    refused(await page.post('/v1/password/forgotten', { email }), 404, 'not_found', 'path');
    const fresh = address('fresh');
    assert.equal(ok(await page.post('/v1/account/email', { email: fresh, password })).email, fresh);
    ok(await browser(shop.url).post('/v1/sign_in', { email: fresh, password }));
  });
});

describe('e-mails that anybody can have sent', { timeout: 60_000 }, () => {
  test('are few to one address', async (context) => {
    const smtp = await sink();
    context.after(() => smtp.close());
    const shop = await openShop({ options: [], serve: ['--sign-up', 'open', ...mails(smtp)] });
    context.after(() => shop.stop());
    const ask = (email) => browser(shop.url).post('/v1/password/forgotten', { email });
    const email = address('flooded');
    for (let i = 0; i < 5; ++i) ok(await ask(email));
    const over = await ask(email);
    refused(over, 429, 'rate_limited', 'email');
    assert.ok(Number(over.headers['retry-after']) > 60);
    ok(await ask(address('another')));
  });
});

describe(
  'a statement',
  { timeout: 120_000, skip: process.env.VITRINE_TEST_STORE ? 'SQLite' : false },
  () => {
    /** Moves all that was booked into the month that is over. */
    const backdate = async (shop) => {
      const now = new Date();
      const moment = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1) - 86_400_000;
      const script = `
import glob, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute('UPDATE ledger_entries SET posted_at = ?', (int(sys.argv[2]),))
db.commit()
`;
      await run('python3', ['-c', script, join(shop.data, 'vitrine.sqlite'), String(moment)]);
      return new Date(moment).toISOString().slice(0, 7);
    };

    test('that is ready is told once, to who manages a member whose account moved and wants it', async (context) => {
      const smtp = await sink();
      context.after(() => smtp.close());
      const shop = await openShop({ serve: mails(smtp) });
      context.after(() => shop.stop());
      shop.write('password.txt', `${password}\n`);
      const add = async (name, member, right) => {
        const email = address(name);
        const who = ['--email', email, '--name', name, '--password-file', 'password.txt'];
        await shop.vitrine('account', 'add', ...who, '--member', member, '--right', right);
        return email;
      };
      const { alder, birch } = shop.sellers;
      const presenter = await add('presenter', shop.presenter.id, 'owner');
      const owner = await add('owner', alder.id, 'owner');
      const packer = await add('packer', alder.id, 'orders');
      const silent = await add('silent', alder.id, 'manage');
      const idle = await add('idle', birch.id, 'owner');
      const page = browser(shop.url);
      ok(await page.post('/v1/sign_in', { email: silent, password, language: 'de' }));
      const wish = ok(await page.post('/v1/account/mails', { topic: 'statements', wanted: false }));
      assert.deepEqual(wish.unwanted_mails, ['statements']);
      const rules = [{ commission_bp: 1000 }];
      const terms = shop.write('terms.json', {
        from: new Date().toISOString().slice(0, 10),
        rules,
      });
      await shop.vitrine('seller', 'terms', '--seller', alder.id, '--publish', terms);
      await shop.buy({ 'ALD-BOARD': 1, 'CLO-PLANT': 1 });
      await shop.kill();
      const month = await backdate(shop);
      await shop.start();
      const [mail] = await smtp.wait(owner);
      const name = new Intl.DateTimeFormat('en', {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      });
      const words = name.format(new Date(`${month}-02`));
      assert.ok(
        mail.subject.startsWith('Statement of ') && mail.subject.endsWith(words),
        mail.subject,
      );
      assert.ok(mail.text.includes(`/console/#/${alder.id}/earnings`));
      // Who gets it may end it by one press; what belongs to an order has no such link.
      assert.match(mail.raw, /^List-Unsubscribe: <http:/m);
      assert.match(mail.raw, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
      const ordered = smtp.attempts.filter(({ to }) => to[0] === buyer.email);
      assert.equal(ordered.length, 1);
      assert.doesNotMatch(ordered[0].raw, /^List-Unsubscribe/m);
      // What dies before an e-mail is known to be accepted sends it again.
      const accepted = async () => {
        const { text } = await send(shop.url, 'GET', '/metrics');
        return Number(/^vitrine_mails_total\{outcome="accepted"\} (\d+)/m.exec(text)[1]);
      };
      await until(
        async () => (await accepted()) >= smtp.taken().length,
        10_000,
        () => 'every e-mail to be known as accepted',
      );
      await shop.kill();
      await shop.start();
      await pause(1000);
      assert.equal(smtp.taken(owner).length, 1);
      for (const nobody of [packer, silent, idle])
        assert.equal(smtp.taken(nobody).length, 0, nobody);
      // Nobody acts for clover: it is told where its customers write to.
      const clover = async () =>
        (await smtp.wait('post@clover.example')).filter(({ subject }) =>
          /^Statement/.test(subject),
        );
      assert.equal((await clover()).length, 1);
      const [share] = await smtp.wait(presenter);
      assert.ok(share.text.includes(`/console/#/${shop.presenter.id}/earnings`));
    });
  },
);
