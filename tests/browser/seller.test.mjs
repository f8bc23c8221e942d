// The console of a seller in a browser: from making an account to a parcel that the customer sees is on its way.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { ok, shopper } from '../server/client.mjs';
import { receiver } from '../server/receiver.mjs';
import { clean } from './axe.mjs';
import { customer, eventually, openTown, shot, visit } from './shop.mjs';

const password = 'a sentence to remember';
const rows = (price) =>
  [
    'id,title,price,availability,inventory_quantity,shipping_weight',
    'NEST,Nesting box canary-nest,24.50 EUR,in_stock,12,900 g',
    `PERCH,Perch canary-perch,${price},in_stock,30,200 g`,
  ].join('\n');

describe('the console of a seller', { timeout: 300_000 }, () => {
  let town, endpoint, page, context, problems, base, order, link;
  before(async () => {
    endpoint = await receiver();
    town = await openTown();
    ({ context, page, problems } = await visit(town.browser));
  });
  after(async () => {
    await context?.close();
    await town?.close();
    await endpoint?.close();
  });
  const heading = (name, at = page) => at.getByRole('heading', { name, level: 1 }).waitFor();
  const go = async (name) => {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await heading(name);
  };

  test('a newcomer becomes a seller, and sees what there is to do next', async () => {
    await page.goto(`${town.demo.urls.console}#/sign-up`);
    await page.getByLabel('Your name').fill('Sam Seller');
    await page.getByLabel('E-mail').fill('sam@example.org');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create an account' }).click();
    await heading('Welcome, Sam Seller');
    await page.getByRole('link', { name: 'Sell my products' }).click();
    await page.getByLabel('Name of your business').fill('Bird Works');
    await page.getByLabel('E-mail for customers').fill('hello@birds.example');
    await page.getByLabel('Country', { exact: true }).selectOption('DE');
    await page.getByLabel('Delivery of a parcel in your country').fill('4.90');
    await page.getByRole('button', { name: 'Create' }).click();
    await heading('Orders');
    base = page.url().split('#')[0] + '#/' + /#\/(sel_\w+)/.exec(page.url())[1];
    await page.getByText('There are no orders yet.').waitFor();
    await page.getByText('1 of 6 done').waitFor();
    await clean(page);
    await shot(page, 'seller-first');
    const step = page.locator('.steps li', { hasText: 'Say who you are' });
    await step.getByRole('link').click();
    await heading('Business');
    assert.equal(await page.locator('.steps').count(), 0);
  });

  const feed = (price) => ({
    name: 'birds.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows(price)),
  });

  test('a file with a wrong row is told of by line, column, value and what is expected', async () => {
    await go('Products');
    await page.getByText('There are no products yet.').waitFor();
    await page.getByText('Import products').click();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('Choose a file.').waitFor();
    await page.getByLabel('File', { exact: true }).setInputFiles(feed('3 EURO'));
    await page.getByRole('button', { name: 'See what would change' }).click();
    const wrong = page.getByRole('row', { name: /3 EURO/ });
    await wrong.waitFor();
    assert.match(await wrong.innerText(), /^3\s+3 price\s+3 EURO\s+\S+/);
    await page.getByText('Nothing is imported yet.', { exact: false }).first().waitFor();
    await clean(page);
    await shot(page, 'seller-import');
    await page.getByLabel('File', { exact: true }).setInputFiles(feed('3.20 EUR'));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('The products are imported.', { exact: true }).first().waitFor();
    await page.getByRole('row', { name: /Nesting box/ }).waitFor();
  });

  test('of a long file is told how much of it has left', async () => {
    const devtools = await page.context().newCDPSession(page);
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 };
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', slow);
    const short = feed('3.20 EUR');
    const filler = `\n${'#'.repeat(1_000_000)}`; // refused, which a look at it does not mind
    const buffer = Buffer.concat([short.buffer, Buffer.from(filler)]);
    await page.getByLabel('File', { exact: true }).setInputFiles({ ...short, buffer });
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByText(/The file is being sent … [1-9]\d?%/).waitFor();
    await shot(page, 'seller-upload');
    await devtools.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
    await page.getByText('Nothing is imported yet.', { exact: false }).first().waitFor();
    await devtools.detach();
  });

  test('a price is changed in its place, corrected when it is none, and taken back', async () => {
    const price = page.getByLabel(/^Price, Nesting box/);
    await price.fill('much');
    await price.press('Tab');
    await page.getByText('Enter a price, like 4.90.').waitFor();
    await price.fill('26');
    await price.press('Tab');
    await page.getByText('Nesting box canary-nest is changed.').first().waitFor();
    assert.equal(await price.inputValue(), '26.00');
    await page.getByRole('button', { name: 'Undo' }).click();
    await eventually(async () => (await price.inputValue()) === '24.50');
    const stock = page.getByLabel(/^Stock, Perch/);
    await stock.fill('29');
    await stock.press('Tab');
    await page.getByText('Perch canary-perch is changed.').first().waitFor();
    await page.reload();
    await page.getByLabel(/^Price, Nesting box/).waitFor();
    assert.equal(await page.getByLabel(/^Price, Nesting box/).inputValue(), '24.50');
    assert.equal(await page.getByLabel(/^Stock, Perch/).inputValue(), '29');
    await page.getByRole('searchbox').fill('perch');
    await eventually(async () => (await page.getByLabel(/^Price, Nesting box/).count()) === 0);
    await clean(page);
  });

  test('delivery rules are tried on a basket before they are saved', async () => {
    await go('Delivery');
    const basket = page.getByRole('region', { name: 'Test basket' });
    await basket.getByText('€4.90').waitFor();
    await page.getByLabel('Free from (EUR)').fill('40');
    await page.getByLabel('Free from (EUR)').press('Tab');
    await basket.getByText('€20.00 more for free delivery').waitFor();
    await basket.getByLabel('Units').fill('2');
    await basket.getByLabel('Units').press('Tab');
    await basket.getByText('free', { exact: true }).waitFor();
    await basket.getByLabel('Country', { exact: true }).selectOption('FR');
    await basket.getByText('Nothing of this is delivered there.').waitFor();
    await page.getByText('Not saved yet').waitFor();
    const fee = page.getByLabel('Fee (EUR)').first();
    await fee.fill('cheap');
    await fee.press('Tab');
    await page.getByText('This is not understood.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await eventually(() => fee.evaluate((field) => field === document.activeElement));
    await fee.fill('5.90');
    await clean(page);
    await shot(page, 'seller-delivery');
    await page.getByRole('button', { name: 'Save' }).click();
    await eventually(async () => (await page.getByText('Not saved yet').count()) === 0);
    await page.reload();
    await heading('Delivery');
    assert.equal(await page.getByLabel('Fee (EUR)').first().inputValue(), '5.90');
  });

  test('an endpoint is tried with a test order; the secret is shown once', async () => {
    await go('Endpoint');
    await page.getByRole('textbox', { name: 'URL' }).fill('birds');
    await page.getByRole('button', { name: 'Save' }).click();
    await eventually(() =>
      page
        .getByRole('textbox', { name: 'URL' })
        .evaluate((field) => field.getAttribute('aria-invalid') === 'true'),
    );
    await page.getByRole('textbox', { name: 'URL' }).fill(endpoint.url);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Send a test order' }).click();
    await page.getByText(/^The program took it: 204/).waitFor();
    assert.equal(endpoint.deliveries[0].event.type, 'order.test');
    await page.getByRole('button', { name: 'Make a new secret' }).click();
    assert.match(await page.getByRole('textbox', { name: 'Secret' }).inputValue(), /^whsec_/);
    await clean(page);
    await page.reload();
    await heading('Endpoint');
    await page.getByRole('button', { name: 'Make a new secret' }).waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Secret' }).count(), 0);
    await page.getByText('No messages yet.', { exact: false }).waitFor();
    await page.getByRole('textbox', { name: 'URL' }).fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await eventually(
      async () => (await page.getByRole('button', { name: 'Send a test order' }).count()) === 0,
    );
  });

  /** Somebody buys a nesting box through the shop's own API. */
  async function buy() {
    const { urls, site_id } = town.demo;
    const shop = shopper(urls.server);
    const search = await eventually(async () => {
      const answer = await fetch(`${urls.server}/v1/sites/${site_id}/commands/catalog.products`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ offset: 0, limit: 200 }),
      });
      const { products } = await answer.json();
      return products.find(({ title }) => title.startsWith('Nesting box'));
    });
    const answer = await fetch(`${urls.server}/v1/sites/${site_id}/commands/catalog.product`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ product_id: search.id }),
    });
    const [offer] = (await answer.json()).variants[0].offers;
    const session = ok(
      await shop.create({ site_id, line_items: [{ offer_id: offer.id, quantity: 2 }] }),
    );
    const { name, email, phone, ...rest } = customer;
    const state = ok(
      await shop.update(session, {
        buyer: { name, email, phone },
        address: { ...rest, name, country: 'DE' },
        payment_method: 'invoice',
      }),
    );
    const total = state.quote.totals.find(({ type }) => type === 'total').amount;
    assert.equal(total, 4900); // two boxes, free from 40.00
    return ok(await shop.complete(session, total)).order.url;
  }

  test('the page says that the operator looks first, until that has happened', async () => {
    const notice = page.getByText('as soon as the operator has looked at your shop');
    await notice.waitFor();
    const seller_id = /sel_\w+/.exec(base)[0];
    await town.demo.vitrine('seller approve', '--seller', seller_id, '--yes');
    await page.reload();
    await heading('Endpoint');
    assert.equal(await notice.count(), 0);
  });

  test('what a customer buys is accepted and shipped, and the customer sees it', async () => {
    link = await buy();
    await go('Orders');
    const row = page.getByRole('row', { name: new RegExp(customer.name) });
    await row.waitFor();
    await clean(page);
    await row.getByRole('link').click();
    await heading(/^Order /);
    order = page.url();
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('Accepted', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Ship' }).click();
    await page.getByLabel('Carrier').fill('Swallow Post');
    await page.getByLabel('Tracking number').fill('SW-2026');
    await clean(page);
    await page.getByLabel('Tracking number').press('Enter');
    await page.getByText('Shipped', { exact: true }).waitFor();
    await clean(page);
    await shot(page, 'seller-order');
    const buyer = await visit(town.browser);
    await buyer.page.goto(link);
    await buyer.page.getByText('Swallow Post').waitFor();
    await buyer.context.close();
  });

  test('messages to a program are listed with what became of them, and sent again', async () => {
    await go('Endpoint');
    await page.getByRole('textbox', { name: 'URL' }).fill(endpoint.url);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The URL is saved.').first().waitFor();
    endpoint.deliveries.length = 0;
    await buy();
    await endpoint.wait(1);
    await eventually(async () => {
      await page.reload();
      await page.locator('#content .waiting').waitFor({ state: 'detached' });
      return (await page.getByRole('row', { name: /New order.*Delivered/ }).count()) === 1;
    });
    const row = page.getByRole('row', { name: /New order.*Delivered/ });
    await clean(page);
    await shot(page, 'seller-deliveries', { fullPage: true });
    await row.getByRole('button', { name: /^Send again/ }).click();
    await endpoint.wait(2);
    const [first, second] = endpoint.deliveries;
    assert.equal(second.headers['webhook-id'], first.headers['webhook-id']);
    assert.deepEqual(second.event, first.event);
    const states = page.getByRole('group', { name: 'State' });
    await states.getByRole('button', { name: 'Given up' }).click();
    await page.getByText('There are no messages like that.').waitFor();
    await states.getByRole('button', { name: 'All' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const text = readFileSync(await (await saved).path(), 'utf8');
    assert.match(text, /New order,ord_\w+,.*,"Delivered · /);
    await row.getByRole('link').click();
    await heading(/^Order /);
    await page.goto(order);
    await heading(/^Order /);
  });

  test('a part is refunded, and not more than was paid', async () => {
    await page.getByRole('button', { name: 'Refund' }).click();
    await page.getByLabel('Amount').fill('1000');
    await page.getByLabel('Reason').fill('A scratch.');
    const form = page.locator('.step');
    await form.getByRole('button', { name: 'Refund' }).click();
    await eventually(() => page.locator('.step .error, .step .problem').count());
    await page.getByLabel('Amount').fill('5');
    await form.getByRole('button', { name: 'Refund' }).click();
    await eventually(async () => (await page.locator('.step').count()) === 0);
  });

  test('the packing slip is printed without the page around it', async () => {
    await page.evaluate(() => (window.print = () => {}));
    await page.getByRole('button', { name: 'Print the packing slip' }).click();
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.paper.slip').isVisible());
    assert.ok(await page.locator('.paper.slip').getByText(customer.line1).isVisible());
    for (const part of ['.bar', '.pages', '.paper.label', '#content > .actions'])
      assert.equal(await page.locator(part).first().isVisible(), false, part);
    await page.emulateMedia({ media: 'screen' });
  });

  for (const [name, options] of Object.entries({
    'on a narrow screen': { viewport: { width: 360, height: 740 } },
    'in the dark': { colorScheme: 'dark' },
    'in Arabic': { locale: 'ar-EG' },
  }))
    test(`its pages hold ${name}`, async () => {
      const state = await context.storageState();
      const other = await visit(town.browser, { ...options, storageState: state });
      for (const address of [
        ...['orders', 'products', 'delivery', 'endpoint', 'terms', 'earnings'].map(
          (each) => `${base}/${each}`,
        ),
        order,
      ]) {
        await other.page.goto('about:blank');
        await other.page.goto(address);
        await other.page.locator('#content h1').waitFor();
        await other.page.locator('#content .waiting').waitFor({ state: 'detached' });
        const wider = await other.page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        assert.ok(wider <= 0, `${address} ${wider}`);
        await clean(other.page);
        await shot(other.page, `seller-${name.split(' ').at(-1)}-${address.split('/')[6]}`);
      }
      assert.deepEqual(other.problems, []);
      await other.context.close();
    });

  test('nothing was wrong on the way', () => {
    // What is refused is told by the browser too.
    const ours = problems.filter((each) => !/status of 4(01|09|22)/.test(each));
    assert.deepEqual(ours, []);
  });
});
