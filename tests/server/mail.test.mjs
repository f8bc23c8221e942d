// E-mails about orders: who gets which, in what language, and what happens when they are not taken.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { certificates } from './certificates.mjs';
import { amount, ok, refused } from './client.mjs';
import { address, buyer } from './goods.mjs';
import { until } from './receiver.mjs';
import { openShop } from './shop.mjs';
import { sink } from './sink.mjs';

const from = 'orders@shop.example';
const clear = (smtp) => ['--smtp-url', smtp.url, '--mail-from', from, '--allow-insecure-smtp'];
const wanted = { 'ALD-BOARD': 2, 'BIR-SCREW': 1, 'CLO-PLANT': 1 };
const fresh = () => ({ ...buyer, email: `${randomUUID()}@customer.example` });

describe('an e-mail', { timeout: 300_000 }, () => {
  let smtp;
  let shop;
  before(async () => {
    smtp = await sink();
    shop = await openShop({ serve: [...clear(smtp), '--retry-seconds', '0.2,0.2,0.2'] });
  });
  after(async () => {
    await shop?.stop();
    await smtp?.close();
  });
  beforeEach(() => (smtp.judge = () => undefined));

  const listed = async () => JSON.parse(await shop.vitrine('mail', 'list', '--json'));
  const buy = async (goods = wanted, more = {}) => {
    const own = fresh();
    const { order } = await shop.buy(goods, { buyer: own, ...more });
    return { order, email: own.email };
  };

  test('confirms an order to its customer: parts, amounts, delivery, sellers, the link', async () => {
    const { order, email } = await buy();
    const [mail] = await smtp.wait(email);
    assert.equal(mail.subject, 'Your order at The Garden');
    assert.equal(mail.from.value[0].name, 'The Garden');
    assert.equal(mail.from.value[0].address, from);
    assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
    assert.equal(mail.headers.get('content-language'), 'en');
    assert.equal(mail.headers.get('content-type').value, 'multipart/alternative');
    assert.equal(mail.headers.has('list-unsubscribe'), false);
    const group = ok(await shop.customer.order(order.url));
    const euros = (cents) => `€${(cents / 100).toFixed(2)}`;
    for (const text of [mail.text, mail.html]) {
      assert.ok(text.includes(order.url));
      assert.ok(text.includes(order.order_group_id));
      assert.ok(text.includes(euros(amount(group.totals, 'total'))));
      for (const part of group.orders) {
        assert.ok(text.includes(part.seller_name) && text.includes(part.id));
        assert.ok(text.includes(part.line_items[0].title));
        assert.ok(text.includes(euros(amount(part.totals, 'total'))));
      }
      for (const trader of ['yard@alder.example', 'Sägeweg 1', 'post@clover.example'])
        assert.ok(text.includes(trader), trader);
      assert.ok(text.includes(address.line1));
    }
  });

  test('tells each seller of its own part, and nothing of the others', async () => {
    const own = fresh();
    const before = smtp.taken('yard@alder.example').length;
    await shop.buy(wanted, { buyer: own });
    const mail = (await smtp.wait('yard@alder.example', before + 1)).at(-1);
    assert.match(mail.subject, /^New order ord_\w+ at The Garden$/);
    for (const text of [mail.text, mail.html]) {
      for (const mine of ['canary-alder', 'ALD-BOARD', address.line1, own.email])
        assert.ok(text.includes(mine), mine);
      for (const foreign of ['canary-birch', 'canary-clover', 'Birch Iron', '/orders/'])
        assert.ok(!text.includes(foreign), foreign);
    }
  });

  test('tells the customer what was shipped, and how', async () => {
    const { order, email } = await buy({ 'BIR-SCREW': 1 });
    const [part] = ok(await shop.customer.order(order.url)).orders;
    const shipment = { carrier: 'Post', tracking_number: 'CANARY-77' };
    const ship = () => shop.seller('birch', 'POST', `/${part.id}/ship`, shipment);
    ok(await ship());
    ok(await ship()); // the same step again is none
    const mails = await smtp.wait(email, 2);
    const mail = mails.find(({ subject }) => subject.includes('shipped'));
    assert.equal(mail.subject, 'Birch Iron has shipped your order.');
    assert.match(mail.text, /Carrier: Post\nTracking number: CANARY-77/);
    await pause(300);
    assert.equal(smtp.taken(email).length, 2);
  });

  test('tells the customer what was rejected, why, and what is left to pay', async () => {
    const { order, email } = await buy({ 'BIR-SCREW': 1, 'CLO-PLANT': 1 });
    const group = ok(await shop.customer.order(order.url));
    const part = group.orders.find(({ seller_name }) => seller_name === 'Birch Iron');
    ok(await shop.seller('birch', 'POST', `/${part.id}/reject`, { reason: 'Rusted <b>away</b>' }));
    const mails = await smtp.wait(email, 2);
    const mail = mails.find(({ subject }) => subject.includes('could not'));
    const left = amount(ok(await shop.customer.order(order.url)).totals, 'total');
    assert.ok(mail.text.includes(`Total: €${(left / 100).toFixed(2)}`));
    assert.match(mail.text, /You pay €\d+\.\d\d less than you ordered\./);
    assert.match(mail.text, /Reason: Rusted <b>away<\/b>/);
    assert.match(mail.html, /Rusted &lt;b&gt;away&lt;\/b&gt;/);
  });

  test('speaks the language of the purchase; sellers are told in the site’s', async () => {
    const own = fresh();
    const before = smtp.taken('counter@birch.example').length;
    const session = await shop.session({ 'BIR-SCREW': 1 }, { language: 'de-AT' });
    const filled = { buyer: own, address, payment_method: 'invoice' };
    const state = ok(await shop.customer.update(session, filled));
    const bought = await shop.customer.complete(session, amount(state.quote.totals, 'total'));
    const group = ok(await shop.customer.order(ok(bought).order.url));
    assert.equal(group.language, 'de-AT');
    const [mail] = await smtp.wait(own.email);
    assert.equal(mail.subject, 'Ihre Bestellung bei The Garden');
    assert.match(mail.text, /Gesamtsumme: €\s\d+,\d\d/);
    const seller = (await smtp.wait('counter@birch.example', before + 1)).at(-1);
    assert.match(seller.subject, /^New order/);
    const odd = await shop.customer.create({
      site_id: shop.site_id,
      line_items: shop.line_items({ 'BIR-SCREW': 1 }),
      language: 'de\r\nBcc: x@y.example',
    });
    refused(odd, 422, 'invalid_format', 'language');
  });

  test('is none where the order was not placed', async () => {
    const own = fresh();
    const session = await shop.ready({ 'BIR-SCREW': 1 }, { buyer: own });
    refused(await shop.customer.complete(session, 1), 409, 'total_changed', 'total');
    const { email } = await buy({ 'BIR-SCREW': 1 });
    await smtp.wait(email);
    assert.equal(smtp.taken(own.email).length, 0);
  });

  test('that is refused for good is parked at once, and goes out when the operator says so', async () => {
    smtp.judge = (stage, to) => (stage === 'RCPT' && to.endsWith('@customer.example') ? 550 : 0);
    const { order, email } = await buy({ 'BIR-SCREW': 1 });
    const mine = async () =>
      (await listed()).find(({ order_group_id, kind }) => {
        return order_group_id === order.order_group_id && kind === 'order_confirmed';
      });
    const parked = await until(
      async () => ((await mine())?.parked ? mine() : null),
      10_000,
      () => 'the parked e-mail',
    );
    assert.equal(parked.attempts, 1);
    assert.equal(parked.outcome, 'answered 550');
    smtp.judge = () => undefined;
    assert.match(await shop.vitrine('mail', 'retry', '--id', parked.id), /^1 due again/);
    const [mail] = await smtp.wait(email);
    assert.equal(mail.messageId, `<${parked.id}@shop.example>`);
    assert.equal(await mine(), undefined);
  });

  test('that is deferred is tried again, as the same, and parked in the end', async () => {
    let deferrals = 2;
    smtp.judge = (stage, to) =>
      stage === 'DATA' && to.endsWith('@customer.example') && deferrals-- > 0 ? 451 : 0;
    const { email } = await buy({ 'BIR-SCREW': 1 });
    await smtp.wait(email);
    const tries = smtp.attempts.filter(({ to }) => to[0] === email);
    assert.equal(tries.length, 3);
    const id = ({ raw }) => /^Message-ID: (.*)$/im.exec(raw)[1];
    const date = ({ raw }) => /^Date: (.*)$/im.exec(raw)[1];
    assert.equal(new Set(tries.map(id)).size, 1);
    assert.equal(new Set(tries.map(date)).size, 1);
    smtp.judge = (_stage, to) => (to.endsWith('@customer.example') ? 450 : 0);
    const { order } = await buy({ 'BIR-SCREW': 1 });
    const parked = await until(
      async () =>
        (await listed()).find(
          (mail) => mail.order_group_id === order.order_group_id && mail.parked,
        ),
      10_000,
      () => 'the parked e-mail',
    );
    assert.equal(parked.attempts, 4);
  });

  test('is made of nothing that a customer or a seller types into a header', async () => {
    const own = { ...buyer, email: 'bcc:someone@customer.example' };
    const { order } = await shop.buy({ 'BIR-SCREW': 1 }, { buyer: own });
    const parked = await until(
      async () =>
        (await listed()).find(
          (mail) => mail.order_group_id === order.order_group_id && mail.parked,
        ),
      10_000,
      () => 'the parked e-mail',
    );
    assert.equal(parked.outcome, "the receiver's address is none");
  });

  test('leaves nothing of itself behind once it is taken, nor anybody in the log', async () => {
    const { order, email } = await buy({ 'BIR-SCREW': 1 });
    await smtp.wait(email);
    smtp.judge = (stage, to) => (stage === 'RCPT' && to.endsWith('@customer.example') ? 554 : 0);
    const second = await buy({ 'BIR-SCREW': 1 });
    await until(
      async () =>
        (await listed()).some(
          ({ order_group_id, parked }) => parked && order_group_id === second.order.order_group_id,
        ),
      10_000,
      () => 'the parked e-mail',
    );
    const logged = shop.lines.filter((line) => line.startsWith('{"')).join('\n');
    assert.match(logged, /"event":"mail"/);
    assert.match(logged, /"event":"mail_parked"/);
    const said = JSON.stringify(await listed());
    const secrets = [email, second.email, buyer.name, address.line1, order.url.split('/').at(-1)];
    for (const canary of [...secrets, 'counter@birch.example', 'not wanted here']) {
      assert.ok(!logged.includes(canary), canary);
      assert.ok(!said.includes(canary), canary);
    }
  });
});

describe('the way to the SMTP server', { timeout: 300_000, concurrency: false }, () => {
  const tls = certificates('localhost', 'other.example');
  let shop;
  before(async () => {
    const retries = ['--retry-seconds', '0.2,0.2,0.2', '--circuit-seconds', '0.2'];
    shop = await openShop({ serve: retries, env: { SSL_CERT_FILE: tls.ca } });
  });
  after(() => shop?.stop());

  /** The shop's server anew, with a sink of its own for the test. */
  const restart = async (context, sinkOptions, options) => {
    const smtp = await sink(sinkOptions);
    context.after(() => smtp.close());
    await shop.kill();
    await shop.start({ options: ['--smtp-url', smtp.url, '--mail-from', from, ...options] });
    return smtp;
  };
  const buy = async () => {
    const own = fresh();
    const { order } = await shop.buy({ 'BIR-SCREW': 1 }, { buyer: own });
    return { email: own.email, order };
  };
  const listed = async () => JSON.parse(await shop.vitrine('mail', 'list', '--json'));

  test('is none without a URL: nothing is queued', async () => {
    await buy();
    assert.deepEqual(await listed(), []);
  });

  test('is STARTTLS with a checked certificate, and signs in from a file', async (context) => {
    const file = join(tls.folder, 'credentials');
    writeFileSync(file, 'vitrine\nCANARY password\n');
    const users = { vitrine: 'CANARY password' };
    const signedIn = { tls: tls.localhost, users };
    const smtp = await restart(context, signedIn, ['--smtp-credentials', file]);
    const { email } = await buy();
    await smtp.wait(email);
    assert.ok(smtp.attempts.every(({ secure, user }) => secure && user === 'vitrine'));
    assert.ok(!shop.lines.some((line) => line.includes('CANARY')));
  });

  test('is TLS from the start with smtps', async (context) => {
    const smtp = await restart(context, { tls: tls.localhost, secure: true }, []);
    const { email } = await buy();
    await smtp.wait(email);
    assert.ok(smtp.attempts.every(({ secure }) => secure));
  });

  test('is none where the server offers no TLS, or another’s certificate', async (context) => {
    for (const options of [{}, { tls: tls['other.example'] }]) {
      const smtp = await restart(context, options, []);
      const { order } = await buy();
      const parked = await until(
        async () =>
          (await listed()).find(
            (mail) => mail.parked && mail.order_group_id === order.order_group_id,
          ),
        20_000,
        () => 'the parked e-mail',
      );
      assert.equal(parked.attempts, 4);
      assert.equal(smtp.attempts.length, 0);
      assert.match(parked.outcome, /SSL/);
    }
  });

  test('is given up for a while when the server hangs, and orders do not wait for it', async (context) => {
    const options = ['--allow-insecure-smtp', '--smtp-seconds', '1'];
    const smtp = await restart(context, {}, options);
    smtp.judge = (stage) => (stage === 'DATA' ? 'hang' : undefined);
    const began = Date.now();
    const { email } = await buy();
    const tries = () => smtp.attempts.filter(({ to }) => to[0] === email);
    await until(
      () => tries().length >= 2,
      10_000,
      () => 'the second attempt',
    );
    assert.ok(Date.now() - began >= 1000);
    smtp.judge = () => undefined;
    await smtp.wait(email);
    const ids = tries().map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)[1]);
    assert.equal(new Set(ids).size, 1);
  });

  test('ends with the server, in the middle of an attempt', async (context) => {
    const smtp = await restart(context, {}, ['--allow-insecure-smtp']);
    smtp.judge = () => 'hang';
    await buy();
    await pause(500);
    process.kill(shop.pid(), 'SIGTERM');
    await until(
      () => !shop.isRunning(),
      10_000,
      () => 'the end of the server',
    );
  });

  test('is refused when it is no URL of SMTP alone, and without a sender', async () => {
    const refusedWith = async (pattern, ...args) => {
      const { code, output } = await shop.command('serve', ...args);
      assert.equal(code, 2, output);
      assert.match(output, pattern);
    };
    const sender = ['--mail-from', from];
    await refusedWith(/--smtp-url/, '--smtp-url', 'smtp://u:p@mail.example', ...sender);
    await refusedWith(/--smtp-url/, '--smtp-url', 'http://mail.example', ...sender);
    await refusedWith(/--mail-from/, '--smtp-url', 'smtp://mail.example');
    await refusedWith(/--mail-from/, '--smtp-url', 'smtp://m.example', '--mail-from', 'a b@c');
  });
});
