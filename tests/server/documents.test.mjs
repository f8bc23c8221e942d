// Invoices and credit notes of a month in UBL 2.1: an independent reader goes through them, and the official schema
// where UBL_SCHEMAS names the folder with its `maindoc` and `common`.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root, run } from '../../scripts/command.mjs';
import { ok, refused, send } from './client.mjs';
import { openShop } from './shop.mjs';

const today = () => new Date().toISOString().slice(0, 10);
/** The first moment of the month so many months ago. */
const monthStart = (back) => {
  const now = new Date();
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1);
};
const monthBack = (back) => new Date(monthStart(back)).toISOString().slice(0, 7);
const terms = { from: today(), rules: [{ commission_bp: 1000 }] };
const hostile = 'Böse & "Söhne" <script>]]>\u0001\u202e\ufffe 🦔';

/** Moves what was booked into other months, by the condition of the rows: {condition: moment}. */
async function backdate(shop, moments) {
  await shop.kill();
  const script = `
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for where, moment in json.loads(sys.argv[2]).items():
    db.execute('UPDATE ledger_entries SET posted_at = ? WHERE ' + where, (moment,))
db.commit()
`;
  const file = join(shop.data, 'vitrine.sqlite');
  await run('python3', ['-c', script, file, JSON.stringify(moments)]);
  await shop.start();
}

/** As an independent reader reads it. */
async function readXml(shop, number, xml) {
  const file = join(shop.folder, `${number}.xml`);
  writeFileSync(file, xml);
  if (process.env.UBL_SCHEMAS) {
    const schema = xml.includes('<CreditNote') ? 'CreditNote' : 'Invoice';
    const path = join(process.env.UBL_SCHEMAS, 'maindoc', `UBL-${schema}-2.1.xsd`);
    await run('xmllint', ['--nonet', '--noout', '--schema', path, file]);
  }
  const { stdout } = await run('python3', [join(root, 'tests/server/ubl.py'), file]);
  return JSON.parse(stdout);
}

const presenterBilling = {
  name: hostile,
  street: 'Weg 1\n<b>',
  postcode: '10115',
  city: 'Berlin',
  country: 'DE',
  vat_id: 'DE123456789',
  tax: 'standard',
  rate_ppm: 190_000,
};

describe(
  'documents of a month',
  { timeout: 180_000, skip: process.env.VITRINE_TEST_STORE ? 'SQLite' : false },
  () => {
    let shop;
    const sold = {};
    before(async () => {
      shop = await openShop();
      const fee = { from: today(), fee_bp: 300, per_order: [{ amount: 10, currency: 'EUR' }] };
      await shop.vitrine('fee', '--publish', shop.write('fee.json', fee));
      const file = shop.write('terms.json', terms);
      for (const { id } of Object.values(shop.sellers))
        await shop.vitrine('seller', 'terms', '--seller', id, '--publish', file);
      // alder: sold two months ago and given back last month; birch: sold last month, one of two given back.
      sold.alder = await orderOf({ 'ALD-BOARD': 2 });
      sold.birch = await orderOf({ 'BIR-SAW': 2 });
      sold.half = await orderOf({ 'BIR-SAW': 1 });
      sold.late = await orderOf({ 'CLO-SEED': 1 });
      for (const [seller, id] of [
        ['alder', sold.alder],
        ['birch', sold.half],
      ])
        ok(
          await call(shop.sellers[seller], 'POST', `/v1/seller/orders/${id}/refund`, {
            reason: 'back',
            ...(seller === 'birch' ? { amount: 1000 } : {}),
          }),
        );
      await backdate(shop, {
        [`order_id IN ('${sold.birch}', '${sold.half}')`]: monthStart(1) + 1000,
        [`order_id = '${sold.alder}' AND kind = 'refund'`]: monthStart(1) + 1000,
        [`order_id = '${sold.alder}' AND kind = 'sale'`]: monthStart(2) + 1000,
      });
    });
    after(() => shop?.stop());

    const orderOf = async (wanted) => {
      const { order } = await shop.buy(wanted);
      return ok(await shop.customer.order(order.url)).orders[0].id;
    };
    const call = ({ api_key }, method, path, body) =>
      send(shop.url, method, path, {
        body,
        headers: { authorization: `Bearer ${api_key}`, 'idempotency-key': randomUUID() },
      });
    const billing = (member, body) => call(member, 'POST', '/v1/billing', body);
    const documents = async (member, month = monthBack(1)) =>
      ok(await call(member, 'GET', `/v1/documents/${month}`)).documents;
    const between = (list, supplier, customer) =>
      list.find(
        ({ supplier_id, customer_id }) => supplier_id === supplier && customer_id === customer,
      );
    const read = ({ number, xml }) => readXml(shop, number, xml);
    const euros = (text) => Math.round(Number(text) * 100);

    test('without word of its billing there is a sum and no document', async () => {
      assert.deepEqual(ok(await call(shop.presenter, 'GET', '/v1/billing')), {});
      const list = await documents(shop.presenter);
      assert.equal(list.length, 2);
      for (const { xml, net } of list) {
        assert.equal(xml, undefined);
        assert.notEqual(net, 0);
      }
    });

    test('billing that no invoice could bear is refused, and nothing is kept', async () => {
      const wrong = async (more, status, code, path) =>
        refused(
          await billing(shop.presenter, { ...presenterBilling, ...more }),
          status,
          code,
          path,
        );
      await wrong({ name: ' ' }, 422, 'missing_field', 'name');
      await wrong({ name: 'x'.repeat(201) }, 413, 'too_large', 'name');
      await wrong({ country: 'Germany' }, 422, 'invalid_format', 'country');
      await wrong({ vat_id: 'FR12345678901' }, 422, 'invalid_format', 'vat_id');
      await wrong({ vat_id: 'DE12 34' }, 422, 'invalid_format', 'vat_id');
      await wrong({ rate_ppm: 0 }, 422, 'out_of_range', 'rate_ppm');
      await wrong({ rate_ppm: 1_000_000 }, 422, 'out_of_range', 'rate_ppm');
      await wrong({ vat_id: '' }, 422, 'missing_field', 'tax_number');
      await wrong({ tax: 'exempt' }, 422, 'missing_field', 'exemption');
      await wrong({ tax: 'never' }, 422, 'out_of_range', 'tax');
      await wrong({ more: 1 }, 422, 'unknown_field', 'more');
      const empty = { name: '', country: '', tax: 'standard' };
      const { error } = (await billing(shop.presenter, empty)).json;
      assert.deepEqual(
        [error, ...error.further].map(({ code, path }) => `${path} ${code}`),
        [
          'name missing_field',
          'country invalid_format',
          'tax_number missing_field',
          'rate_ppm out_of_range',
        ],
      );
      assert.deepEqual(ok(await call(shop.presenter, 'GET', '/v1/billing')), {});
    });

    test('a seller writes the presenter’s invoice: lines, tax and totals add up', async () => {
      const kept = ok(await billing(shop.presenter, presenterBilling));
      assert.equal(kept.billing.vat_id, 'DE123456789');
      const { birch } = shop.sellers;
      const document = between(await documents(shop.presenter), shop.presenter.id, birch.id);
      assert.equal(document.kind, 'self_billed_invoice');
      const invoice = await read(document);
      assert.deepEqual(
        [invoice.root, invoice.type, invoice.number, invoice.currency],
        ['Invoice', '389', document.number, 'EUR'],
      );
      assert.equal(invoice.issued, new Date(monthStart(0)).toISOString().slice(0, 10));
      assert.deepEqual(
        invoice.period,
        [monthStart(1), monthStart(0) - 1].map((at) => new Date(at).toISOString().slice(0, 10)),
      );
      assert.deepEqual([invoice.category, invoice.percent], ['S', '19']);
      assert.deepEqual([invoice.net, invoice.tax, invoice.total].map(euros), [
        document.net,
        document.tax,
        document.total,
      ]);
      // What is left of both orders, as the books have it.
      const shares = await Promise.all(
        [sold.birch, sold.half].map(async (id) => {
          const text = await shop.vitrine('ledger', 'show', '--order', id);
          return text
            .trim()
            .split('\n')
            .flatMap((line) => JSON.parse(line).entries)
            .filter(({ account }) => account === shop.presenter.id)
            .reduce((sum, { amount }) => sum + amount, 0);
        }),
      );
      assert.deepEqual(
        invoice.lines.map(([name, value]) => [name, euros(value)]),
        [sold.birch, sold.half].map((id, index) => [`Commission for order ${id}`, shares[index]]),
      );
      assert.deepEqual(invoice.customer, {
        id: birch.id,
        name: 'Birch Iron',
        country: 'DE',
        tax: [],
      });
    });

    test('a hostile name stays text, without what no XML may hold', async () => {
      const [document] = await documents(shop.presenter);
      const { supplier } = await read(document);
      assert.equal(supplier.name, 'Böse & "Söhne" <script>]]>  🦔');
      assert.deepEqual(supplier.tax, [['VAT', 'DE123456789']]);
      assert.doesNotMatch(document.xml, /<script|<b>/);
    });

    test('where more went back than came there is a credit note', async () => {
      const { alder } = shop.sellers;
      const document = between(await documents(shop.presenter), shop.presenter.id, alder.id);
      assert.equal(document.kind, 'self_billed_credit_note');
      assert.ok(document.total < 0);
      const note = await read(document);
      assert.deepEqual([note.root, note.type], ['CreditNote', '261']);
      assert.equal(euros(note.total), -document.total);
      // Together with the invoice of the month before it comes to nothing.
      const [before] = await documents(shop.presenter, monthBack(2));
      assert.equal(before.kind, 'self_billed_invoice');
      assert.equal(before.total + document.total, 0);
      assert.notEqual(before.number, document.number);
    });

    test('both sides read the same, others nothing, and a month that runs has none', async () => {
      const { alder, birch, clover } = shop.sellers;
      const own = await documents(shop.presenter);
      for (const seller of [alder, birch]) {
        const theirs = await documents(seller);
        assert.deepEqual(
          between(theirs, shop.presenter.id, seller.id),
          between(own, shop.presenter.id, seller.id),
        );
        assert.ok(theirs.every(({ customer_id }) => customer_id === seller.id));
      }
      assert.deepEqual(await documents(clover), []);
      assert.deepEqual(await documents(shop.presenter, today().slice(0, 7)), []);
      assert.deepEqual(await documents(clover, today().slice(0, 7)), []);
      const path = '/v1/documents/2026-13';
      refused(await call(clover, 'GET', path), 422, 'invalid_format', 'month');
    });

    test('the operator’s fee is an invoice of its own, and the command line prints both', async () => {
      const { birch } = shop.sellers;
      const operator = {
        name: 'Market Ltd',
        country: 'IE',
        vat_id: 'IE1234567T',
        tax: 'standard',
        rate_ppm: 230_000,
      };
      const file = shop.write('operator.json', operator);
      await shop.vitrine('ledger', 'billing', '--party', 'operator', '--set', file);
      const document = between(await documents(birch), 'operator', birch.id);
      const invoice = await read(document);
      assert.deepEqual([invoice.type, invoice.category, invoice.percent], ['380', 'S', '23']);
      assert.ok(invoice.lines.every(([name]) => name.startsWith('Fee for order ord_')));
      // With a VAT number of its own in another country of the Union, the seller owes the tax.
      ok(
        await billing(birch, {
          name: 'Birch Iron GmbH',
          country: 'DE',
          vat_id: 'DE987654321',
          tax: 'exempt',
          exemption: 'none',
        }),
      );
      const reverse = await read(between(await documents(birch), 'operator', birch.id));
      assert.deepEqual([reverse.category, reverse.percent, reverse.tax], ['AE', '0', '0.00']);
      assert.equal(reverse.reason, 'Reverse charge');
      assert.deepEqual(reverse.customer.tax, [['VAT', 'DE987654321']]);
      const month = ['--month', monthBack(1)];
      const party = ['ledger', 'documents', '--party'];
      const listed = await shop.vitrine(...party, 'operator', ...month);
      assert.ok(listed.includes(document.number));
      const printed = await shop.vitrine(
        ...[...party, birch.id, ...month, '--number', document.number],
      );
      assert.equal(printed, between(await documents(birch), 'operator', birch.id).xml);
      const none = await shop.command(...party, birch.id, ...month, '--number', 'x');
      assert.match(none.output, /not_found at number/);
      const stranger = await shop.command('ledger', 'billing', '--party', 'sel_none');
      assert.match(stranger.output, /not_found at party/);
    });

    test('what is said later changes no month that is over', async () => {
      const before = await documents(shop.presenter);
      const exempt = { name: 'Other', country: 'DE', tax_number: '12/345', tax: 'exempt' };
      ok(await billing(shop.presenter, { ...exempt, exemption: 'small business' }));
      assert.deepEqual(await documents(shop.presenter), before);
    });
  },
);

describe('a presenter without tax', { timeout: 120_000 }, () => {
  test('names why, and no number of a tax that it has nothing to do with', async (context) => {
    if (process.env.VITRINE_TEST_STORE) return context.skip('SQLite');
    const shop = await openShop();
    context.after(() => shop.stop());
    const { birch } = shop.sellers;
    const file = shop.write('terms.json', terms);
    await shop.vitrine('seller', 'terms', '--seller', birch.id, '--publish', file);
    const outside = {
      name: 'Club',
      country: 'CH',
      vat_id: 'CHE123456789',
      tax: 'outside',
      exemption: 'Not a business',
    };
    const set = shop.write('billing.json', outside);
    await shop.vitrine('ledger', 'billing', '--party', shop.presenter.id, '--set', set);
    await shop.buy({ 'BIR-SAW': 1 });
    await backdate(shop, { 1: monthStart(1) + 1000 });
    const party = ['--party', shop.presenter.id, '--month', monthBack(1)];
    const [number] = (await shop.vitrine('ledger', 'documents', ...party)).split('  ');
    const xml = await shop.vitrine('ledger', 'documents', ...party, '--number', number);
    const invoice = await readXml(shop, number, xml);
    assert.deepEqual(
      [invoice.category, invoice.percent, invoice.reason, invoice.supplier.tax],
      ['O', null, 'Not a business', []],
    );
  });
});
