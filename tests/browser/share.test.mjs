// A cart handed on: its link, copied or as a QR code, opens the same cart elsewhere; a damaged one says what is wrong.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import jsQR from 'jsqr';
import { clean } from './axe.mjs';
import { goodsOf, openHost } from './host.mjs';
import {
  addButton,
  cartHolds,
  enter,
  eventually,
  goods,
  openCart,
  openTown,
  shot,
  visit,
} from './shop.mjs';

let town, host, things;
before(async () => {
  town = await openTown();
  host = await openHost(town);
  things = await goodsOf(town);
});
after(async () => {
  host?.close();
  await town?.close();
});

const linkOf = (items) => `${town.demo.urls.server}/sites/${host.site}/buy/${items}`;
const itemsOf = (...lines) =>
  lines.map(([title, count]) => `${things[title].offer_id}:${count}`).join(',');

/** What a camera reads in an element of the page. */
async function readCode(page, code) {
  const png = (await code.screenshot()).toString('base64');
  const { data, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = picture;
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    return { data: [...canvas.getImageData(0, 0, width, height).data], width, height };
  }, png);
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

test('the cart’s link is copied by one press, and its QR code says the same', async () => {
  const { page, context, problems } = await visit(town.browser, { deviceScaleFactor: 2 });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await enter(page, town.demo.urls.blog);
  await addButton(page, goods.saw).click();
  await cartHolds(page, 1);
  const drawer = await openCart(page);
  await drawer.getByRole('button', { name: 'One more' }).click();
  await cartHolds(page, 2);

  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const share = drawer.getByRole('button', { name: 'Share', exact: true });
  await share.focus();
  await page.keyboard.press('Enter');
  const link = linkOf(itemsOf([goods.saw, 2]));
  assert.equal(await drawer.getByLabel('Link to buy this').inputValue(), link);
  const code = drawer.getByRole('img', { name: 'QR code of the link' });
  await code.waitFor();
  assert.equal(asked.filter((url) => /\/qr-|shared-/.test(url)).length, 1, String(asked));
  await drawer.getByRole('button', { name: 'Copy link' }).click();
  await drawer.getByText('Copied.').waitFor();
  // Prices and ways of delivery may still come meanwhile.
  await drawer.locator('vitrine-share').evaluate(async (element) => {
    element.state = { ...element.state };
    await element.updateComplete;
  });
  assert.ok(await drawer.getByText('Copied.').isVisible());
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  await code.scrollIntoViewIfNeeded();
  await shot(page, 'share');
  assert.equal(await readCode(page, code), link);
  await clean(page, 'vitrine-cart');

  await page.goto(link);
  await page.getByText(goods.saw).first().waitFor();
  assert.deepEqual(problems, []);
});

test('where nothing can be copied the link is marked for it', async () => {
  const { page } = await visit(town.browser);
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined }),
  );
  const url = host.put(
    '/share',
    `${host.tag}<vitrine-share site="${host.site}" offer="${things[goods.saw].offer_id}" quantity="3"></vitrine-share>`,
  );
  await page.goto(url);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('The link is selected').waitFor();
  const marked = await page.evaluate(() => {
    const field = document.querySelector('vitrine-share').shadowRoot.activeElement;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  assert.equal(marked, linkOf(itemsOf([goods.saw, 3])));
  assert.equal(
    await readCode(page, page.getByRole('img', { name: 'QR code of the link' })),
    marked,
  );
});

test('it stands in a narrow, dark page and from right to left', async () => {
  const { page } = await visit(town.browser, {
    viewport: { width: 360, height: 800 },
    colorScheme: 'dark',
    deviceScaleFactor: 2,
  });
  const url = host.put(
    '/ar',
    `<style>body{background:#111;color:#eee}</style>${host.tag}<vitrine-share language="ar" site="${host.site}" offer="${things[goods.saw].offer_id}"></vitrine-share>`,
    { head: '<meta name="color-scheme" content="dark">' },
  );
  await page.goto(url);
  await page.getByRole('button', { name: 'مشاركة', exact: true }).click();
  const code = page.getByRole('img', { name: 'رمز QR للرابط' });
  await code.waitFor();
  await shot(page, 'share-dark-rtl');
  assert.equal(await readCode(page, code), linkOf(itemsOf([goods.saw, 1])));
  await eventually(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

test('a product’s view shares the product’s page', async () => {
  const { page } = await visit(town.browser);
  await enter(page, town.demo.urls.blog);
  await page.getByRole('button', { name: goods.saw, exact: true }).click();
  const view = page.locator('vitrine-product dialog[open]');
  await view.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await view.getByLabel('Link to this product').inputValue();
  assert.match(link, new RegExp(`^${town.demo.urls.server}/sites/${host.site}/products/pro_\\w+$`));
  const code = view.getByRole('img', { name: 'QR code of the link' });
  await code.scrollIntoViewIfNeeded();
  assert.equal(await readCode(page, code), link);
  await shot(page, 'share-product');

  await page.goto(link);
  await page.locator('[aria-level="1"]', { hasText: goods.saw }).waitFor();
});

test('a damaged link says what is wrong and leads on to the shop', async () => {
  const { page, problems } = await visit(town.browser);
  const one = itemsOf([goods.saw, 1]);
  for (const [items, text] of [
    [`${one},off_x:0`, 'Entry 2 of it has a quantity that nobody can order.'],
    [`${one},of`, 'Entry 2 of it cannot be read.'],
    [`${one},${one}`, 'Entry 2 of it stands there twice.'],
    [
      Array.from({ length: 220 }, (_, i) => `off_${i}:1`).join(','),
      'It names more than a cart can hold.',
    ],
  ]) {
    await page.goto(linkOf(items));
    await page.getByRole('heading', { name: 'This link is damaged' }).waitFor();
    await page.getByText(text).waitFor();
    const on = page.getByRole('link', { name: /^Go to / });
    assert.equal(new URL(await on.getAttribute('href')).origin, town.demo.urls.blog);
  }
  await shot(page, 'damaged-link');
  await clean(page);
  assert.deepEqual(problems, []);

  const answer = await page.goto(`${town.demo.urls.server}/sites/site_none/buy/${one}`);
  assert.equal(answer.status(), 404);
  await page.getByText('The shop of this link does not exist').waitFor();
  await clean(page);
});
