// The first sale: an article on one origin, three sellers, one order, and what each of them gets.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import {
  addButton,
  cartButton,
  cartCosts,
  cartHolds,
  cents,
  costs,
  customer,
  enter,
  eventually,
  fillCart,
  fillIn,
  goods,
  openCart,
  openCheckout,
  openTown,
  shot,
  visit,
} from './shop.mjs';

const note = 'The gate code is 4711.';

describe('a sale of three sellers in a blog', { timeout: 300_000 }, () => {
  let town, page, problems, context, drawer, checkout, confirmation, order, orderLink;
  const taps = [];

  before(async () => {
    town = await openTown();
    for (const seller of town.demo.sellers) {
      const tap = await listenIn(seller);
      taps.push(tap);
      await town.demo.vitrine('seller endpoint', '--seller', seller.id, '--url', tap.url);
    }
    ({ context, page, problems } = await visit(town.browser));
    await page.addInitScript(overhear);
  });
  after(async () => {
    for (const tap of taps) tap.close();
    await town?.close();
  });

  test('the article shows the goods', async () => {
    await enter(page, town.demo.urls.blog);
    await page.locator('vitrine-store').evaluate((shop) => shop.scrollIntoView());
    await page.getByText('4 sellers, one cart').waitFor();
    await page.waitForLoadState('networkidle');
    await shot(page, 'article-desktop');
  });

  test('goods of all sellers go into one cart', async () => {
    await fillCart(page);
    assert.equal(await cartButton(page).locator('.badge').innerText(), '3');
  });

  test('the cart shows each seller’s part, and its sums add up to the cent', async () => {
    drawer = await openCart(page);
    await cartCosts(drawer, '€135.00');
    await shot(page, 'cart-desktop');
    const parts = await drawer.locator('section.seller').all();
    assert.equal(parts.length, 3);
    let [goodsSum, parcels] = [0, 0];
    for (const part of parts) {
      const lines = await part.locator('.line > .amount').allInnerTexts();
      const parcel = cents(await part.locator('.delivery > .amount').innerText());
      const own = lines.map(cents).reduce((sum, amount) => sum + amount, 0);
      assert.equal(own + parcel, cents(await part.locator('.part-total dd').first().innerText()));
      goodsSum += own;
      parcels += parcel;
    }
    const sums = await sumsOf(drawer.locator('.sum'));
    assert.equal(sums.Subtotal, goodsSum);
    assert.equal(sums.Delivery, parcels);
    assert.equal(sums.Total, goodsSum + parcels);
  });

  test('the checkout opens in a frame of the server’s origin', async () => {
    checkout = await openCheckout(drawer, page);
    const frame = page.locator('vitrine-checkout iframe');
    assert.equal(new URL(await frame.getAttribute('src')).origin, town.demo.urls.server);
    assert.notEqual(new URL(page.url()).origin, town.demo.urls.server);
    await shot(page, 'checkout-desktop');
  });

  test('an order without a name says what is missing and where', async () => {
    await checkout.getByRole('button', { name: 'Order with obligation to pay' }).click();
    await checkout.getByText('Enter your name.').first().waitFor();
    assert.equal(await checkout.locator('.confirmation').count(), 0);
    await shot(page, 'checkout-faults');
  });

  test('another delivery of one seller changes the total by the difference', async () => {
    await fillIn(checkout);
    await checkout.getByRole('radio', { name: /^Bicycle courier/ }).waitFor(); // by the postcode
    await checkout.getByRole('radio', { name: /^Express/ }).check();
    await costs(checkout, '€143.00'); // 4.90 → 12.90
    await checkout.getByRole('radio', { name: /^Invoice/ }).check();
    await checkout.getByText('Note to Holzhof Wiesent').click();
    await checkout.getByRole('textbox', { name: 'Note to Holzhof Wiesent' }).fill(note);
    await checkout.getByText('All changes saved').waitFor();
    await shot(page, 'checkout-filled');
  });

  test('the order is placed, confirmed, and the cart in the page is empty', async () => {
    await checkout.getByRole('button', { name: 'Order with obligation to pay' }).click();
    confirmation = checkout.locator('.confirmation');
    await confirmation.getByText('Thank you. Your order is placed.').waitFor();
    assert.equal(await confirmation.locator('article').count(), 3);
    await shot(page, 'confirmation');
    orderLink = confirmation.getByRole('link', { name: /^Open your order page/ });
    orderLink = { link: orderLink, url: await orderLink.getAttribute('href') };
    assert.equal(new URL(orderLink.url).origin, town.demo.urls.server);
    assert.equal(await cartButton(page).getAttribute('aria-label'), 'Cart, empty');
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  });

  test('each seller has exactly its own part, once, with a signature that holds', async () => {
    for (const { slug, id, data_dir, name } of town.demo.sellers) {
      const file = join(data_dir, 'orders.jsonl');
      await eventually(() => existsSync(file) && readFileSync(file, 'utf8').includes('\n'), {
        tell: () => `${name} has no order\n${town.log.join('\n')}`,
      });
      const kept = readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse);
      assert.equal(kept.length, 1, name);
      assert.equal(kept[0].order.seller_id, id);
      assert.equal(kept[0].order.buyer.email, customer.email);
      assert.equal(kept[0].order.line_items.length, 1);

      const deliveries = taps.find((tap) => tap.slug === slug).deliveries;
      assert.equal(deliveries.length, 1);
      assert.deepEqual(deliveries[0].event.data, kept[0].order);
      assert.equal(deliveries[0].event.type, 'order.created');
      assert.equal(deliveries[0].status, 204);
    }
    const [timber, tools] = ['holzhof-wiesent', 'eisenkontor'].map(
      (slug) => taps.find((tap) => tap.slug === slug).deliveries[0].event.data,
    );
    assert.equal(timber.line_items[0].title, goods.trellis);
    assert.equal(tools.fulfillments[0].amount, 1290);
    assert.deepEqual([timber.note, tools.note], [note, '']);
    assert.doesNotMatch(JSON.stringify(timber), /Pull saw|soil/);
  });

  test('the host page holds nothing of the customer, and of the order the key to its state', async () => {
    const token = new URL(orderLink.url).pathname.split('/').at(-1);
    assert.match(token, /^.{20,}$/);
    const held = await page.evaluate(everythingHeld);
    // That the search finds what is there: the goods and the messages of the frame are.
    assert.match(held, /Pull saw/);
    assert.match(held, /vitrine:checkout:complete/);
    const { name, email, phone, line1, line2, city } = customer;
    const secrets = [...name.split(' '), note, email, phone, line1, line2, city, token];
    for (const secret of secrets)
      assert.ok(!held.includes(secret), `${secret} in …${around(held, secret)}…`);
    const key = /\bog_[0-9a-z]{26}\.[\w-]{43}/.exec(held)[0];
    assert.doesNotMatch(held.replaceAll(key, ''), /\b(ord|og|cs)_[0-9a-z]{10}/);
    const state = await fetch(`${town.demo.urls.server}/v1/order_states/${key}`);
    const told = await state.text();
    assert.match(told, /Pull saw/);
    for (const secret of secrets) assert.ok(!told.includes(secret), secret);
  });

  test('the order page shows every part as placed', async () => {
    [order] = await Promise.all([context.waitForEvent('page'), orderLink.link.click()]);
    await order.getByRole('heading', { name: 'Your order' }).waitFor();
    assert.equal(await order.locator('article').count(), 3);
    assert.deepEqual(await stepsNow(order), Array(3).fill('Placed, current step'));
    assert.equal(await order.locator('.step.now time').count(), 3);
    for (const word of [
      note,
      'post@krume-keim.example',
      'Am Feldrain 12',
      /Seeds and dry goods unopened/,
    ])
      await order.getByText(word).first().waitFor();
    await order.getByText(customer.line1).waitFor();
    await shot(order, 'order-placed', { fullPage: true });
  });

  test('when a seller ships, the open page says so by itself', async () => {
    await order.evaluate(() => (window.sameDocument = true));
    const seller = town.demo.sellers.find(({ slug }) => slug === 'eisenkontor');
    const { id } = taps.find(({ slug }) => slug === seller.slug).deliveries[0].event.data;
    const step = async (name, body) => {
      const response = await fetch(`${town.demo.urls.server}/v1/seller/orders/${id}/${name}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${seller.api_key}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      });
      assert.equal(response.status, 200, await response.text());
    };
    await step('acknowledge', {});
    await step('ship', { carrier: 'DHL', tracking_number: 'JJD0099887766' });
    const part = order.locator('article', { hasText: seller.name });
    await part.getByText('JJD0099887766').waitFor();
    assert.deepEqual(await stepsNow(part), ['Shipped, current step']);
    assert.equal(await order.evaluate(() => window.sameDocument), true);
    assert.match(await order.locator('#announcer').textContent(), /has shipped your order/);
    await shot(order, 'order-shipped', { fullPage: true });
  });

  test('closing the dialog gives the page back, ready for the next purchase', async () => {
    await page.bringToFront();
    await confirmation.getByRole('button', { name: 'Continue reading' }).click();
    await page.locator('vitrine-checkout dialog').waitFor({ state: 'hidden' });
    await addButton(page, goods.saw).click();
    await cartHolds(page, 1);
    const again = await openCheckout(await openCart(page), page);
    await costs(again, '€37.80');
    assert.deepEqual(problems, [], town.log.join('\n'));
  });
});

/** Stands before a seller's endpoint: verifies each delivery as it came over the wire, then passes it on. */
async function listenIn({ slug, endpoint, webhook_secret }) {
  const deliveries = [];
  const webhook = new Webhook(webhook_secret);
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const delivery = { event: webhook.verify(body, request.headers) };
    const { 'content-type': type, ...others } = request.headers;
    const signed = Object.entries(others).filter(([name]) => name.startsWith('webhook-'));
    const headers = { 'content-type': type, ...Object.fromEntries(signed) };
    delivery.status = (await fetch(endpoint, { method: 'POST', headers, body })).status;
    deliveries.push(delivery);
    response.writeHead(delivery.status).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/orders`;
  return { slug, url, deliveries, close: () => server.close() };
}

/** Runs in the page before its own scripts: keeps every message and every event that carries something. */
function overhear() {
  if (window !== top) return;
  window.overheard = [];
  addEventListener('message', ({ origin, data }) => window.overheard.push({ origin, data }), true);
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event instanceof CustomEvent)
      window.overheard.push({ type: event.type, detail: event.detail });
    return dispatch.call(this, event);
  };
}

/** Runs in the page: all that a script of the page could read, as one text. */
function everythingHeld() {
  const texts = [];
  const look = (node) => {
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.COMMENT_NODE)
      texts.push(node.data);
    for (const { value } of node.attributes ?? []) texts.push(value);
    if ('value' in node) texts.push(String(node.value));
    if (node.shadowRoot) look(node.shadowRoot);
    for (const child of node.childNodes) look(child);
  };
  look(document);
  const state = document.querySelector('vitrine-store')._state;
  const stored = [localStorage, sessionStorage].map((storage) => Object.entries(storage));
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
  const rest = [window.overheard, stored, state, fetched, document.cookie, location.href, name];
  return [...texts, ...rest.map((part) => JSON.stringify(part))].join('\n');
}

const around = (text, secret) => text.slice(Math.max(0, text.indexOf(secret) - 60)).slice(0, 140);

const stepsNow = async (place) =>
  (await place.locator('[aria-current=step] .step-name').allTextContents()).map((text) =>
    text.trim(),
  );

/** A money table by its words. */
async function sumsOf(table) {
  const rows = await table.locator('dl > div').all();
  const pairs = rows.map(async (row) => {
    const [word, amount] = [row.locator('dt'), row.locator('dd')];
    return [await word.innerText(), cents(await amount.innerText())];
  });
  return Object.fromEntries(await Promise.all(pairs));
}
