// Services in a browser: help with a product, ordered beside goods, carried out; and how one offers it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ok, send } from '../server/client.mjs';
import { clean } from './axe.mjs';
import {
  addButton,
  cartHolds,
  cents,
  enter,
  fillIn,
  goods,
  openCart,
  openCheckout,
  openTown,
  shot,
  showAll,
  visit,
} from './shop.mjs';

const help = 'Help with building your bed';
const kit = 'Raised bed kit, larch';

describe('a service', { timeout: 300_000 }, () => {
  let town, page, context, problems, drawer, checkout, order, wished;
  before(async () => {
    town = await openTown();
    ({ context, page, problems } = await visit(town.browser));
  });
  after(async () => {
    await context?.close();
    await town?.close();
  });

  test('stands beside the product that it is for, with its giver and the price of an hour', async () => {
    await enter(page, town.demo.urls.blog);
    await showAll(page);
    await page.getByRole('button', { name: `Choose ${kit}` }).click();
    const view = page.locator('vitrine-product dialog[open]');
    const section = view.getByRole('region', { name: 'Help with it' });
    await section.waitFor();
    const entry = section.getByRole('button', { name: `${help} Offered` });
    assert.match(
      await entry.innerText(),
      /Offered by Garden Help by Mira · Offered in Germany\s+€39\.00 \/ hr/,
    );
    await clean(page, 'vitrine-product');
    await section.scrollIntoViewIfNeeded();
    await shot(page, 'service-beside');
    await section.getByRole('button', { name: `Add ${help} to the cart` }).click();
    await cartHolds(page, 1);
    await entry.click();
    await view.getByRole('heading', { name: help }).last().waitFor();
    await view.getByText('Offered in Germany', { exact: false }).waitFor();
    await view.getByText('We come to your garden', { exact: false }).waitFor();
    assert.match(await view.locator('.hint').innerText(), /€25\.00, 3–10 days ahead/);
    await clean(page, 'vitrine-product');
    await shot(page, 'service-view');
    const [data] = await page
      .locator('script[type="application/ld+json"]')
      .evaluateAll((scripts) => scripts.map((script) => script.textContent));
    assert.equal(data, undefined, 'what opens over a page is not what the page is about');
    await view.getByRole('button', { name: 'Add to cart' }).click();
    await view.getByText('Added', { exact: false }).first().waitFor();
    await view.getByRole('button', { name: 'Close' }).click();
    await cartHolds(page, 2);
  });

  test('is no parcel on the cards and in the cart', async () => {
    const card = page.locator('vitrine-grid li').filter({ hasText: help });
    assert.match(await card.innerText(), /Service · Garden Help by Mira/);
    await card.getByText('travel', { exact: false }).waitFor();
    assert.doesNotMatch(await card.innerText(), /parcel/);
    assert.deepEqual((await card.innerText()).match(/€39.*/g), ['€39.00 / hr'], 'no price twice');
    await addButton(page, goods.saw).click();
    await cartHolds(page, 3);
    drawer = await openCart(page);
    const part = drawer.getByRole('region', { name: 'Garden Help by Mira' });
    assert.match(await part.innerText(), /Service[^]*We come to your garden, 3–10 days ahead/);
    assert.equal(cents(await part.locator('.part-total dd').first().innerText()), 2 * 3900 + 2500);
    await shot(page, 'service-cart');
  });

  test('is refused where nobody gives it, and only there', async () => {
    const postcode = drawer.getByLabel('Postcode');
    await postcode.fill('25980');
    await postcode.press('Enter');
    await drawer
      .getByText('does not offer this at your place in Germany', { exact: false })
      .waitFor();
    await clean(page, 'vitrine-cart');
    await shot(page, 'service-outside');
    await postcode.fill('14482');
    await postcode.press('Enter');
    await drawer.getByText('We come to your garden', { exact: false }).waitFor();
  });

  test('is wished for a day within its giver’s time', async () => {
    checkout = await openCheckout(drawer, page);
    await fillIn(checkout);
    const wish = checkout.getByRole('group', { name: /^When would suit you\?/ });
    const day = wish.getByLabel('Day', { exact: true });
    const [first, last] = [await day.getAttribute('min'), await day.getAttribute('max')];
    const ahead = (date) => (Date.parse(date) - Date.now()) / 86_400_000;
    assert.ok(ahead(first) > 1 && ahead(first) < 6, first);
    assert.ok(ahead(last) > 88 && ahead(last) <= 90, last);
    assert.equal(await wish.getByLabel('Part of the day').isEnabled(), false);
    await day.fill(new Date().toISOString().slice(0, 10));
    await wish.getByText(/Choose a day from/).waitFor();
    assert.equal(await day.getAttribute('aria-invalid'), 'true');
    await clean(page, 'vitrine-checkout');
    wished = new Date(Date.parse(first) + 14 * 86_400_000).toISOString().slice(0, 10);
    await day.fill(wished);
    await wish.getByText(/If you like, from/).waitFor();
    await wish.getByLabel('Part of the day').selectOption({ label: 'Morning' });
    await checkout.getByText('All changes saved').waitFor();
    await shot(page, 'service-wish');
  });

  test('is ordered with goods, in one checkout', async () => {
    const part = checkout.locator('article', { hasText: 'Garden Help by Mira' });
    assert.match(await part.innerText(), /Services[^]*Travel/);
    await part.getByText('3–10 days ahead').waitFor();
    await checkout.getByRole('radio', { name: /^Invoice/ }).check();
    await checkout.getByText('All changes saved').waitFor();
    await shot(page, 'service-checkout');
    await checkout.getByRole('button', { name: 'Order with obligation to pay' }).click();
    const link = checkout.getByRole('link', { name: /^Open your order page/ });
    order = await link.getAttribute('href');
    await checkout.getByText(/· Morning/).waitFor();
  });

  test('is asked for on another day by its giver, which the customer accepts', async () => {
    const customer = await context.newPage();
    await customer.goto(order);
    const part = customer.locator('article', { hasText: 'Garden Help by Mira' });
    await part.getByText(/Wished day:[^]*· Morning/).waitFor();
    const { account, helper, urls } = town.demo;
    const giver = await context.newPage();
    await giver.goto(`${urls.console}#/${helper.id}/orders`);
    await giver.getByLabel('E-mail').fill(account.email);
    await giver.getByLabel('Password').fill(account.password);
    await giver.getByRole('button', { name: 'Sign in', exact: true }).click();
    await giver
      .getByRole('row', { name: /· Morning\)/ })
      .getByRole('link')
      .click();
    await giver.getByRole('button', { name: 'Confirm the wished day' }).waitFor();
    await giver.getByRole('button', { name: 'Propose another day' }).click();
    const form = giver.locator('.step form');
    const day = form.getByLabel('Day', { exact: true });
    assert.equal(await day.inputValue(), wished);
    const propose = form.getByRole('button', { name: 'Propose another day' });
    await day.fill('2020-01-01');
    await propose.click();
    await form.getByText(/^Choose a day from/).waitFor();
    const other = new Date(Date.parse(wished) + 86_400_000).toISOString().slice(0, 10);
    await day.fill(other);
    await clean(giver);
    await shot(giver, 'service-propose', { fullPage: true });
    await propose.click();
    await giver.getByText('You proposed another day.', { exact: false }).waitFor();
    assert.equal(await giver.getByRole('button', { name: 'Accept', exact: true }).count(), 0);
    await clean(giver);
    await shot(giver, 'service-proposed', { fullPage: true });

    const box = part.getByRole('group', { name: 'Garden Help by Mira proposes another day' });
    await box.waitFor();
    await box.getByText(/Proposed day:[^]*· Morning/).waitFor();
    await part.getByRole('button', { name: 'Cancel this order' }).waitFor();
    await clean(customer);
    await shot(customer, 'service-other-day', { fullPage: true });
    await customer.setViewportSize({ width: 360, height: 740 });
    await customer.emulateMedia({ colorScheme: 'dark' });
    const wide = await customer.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false);
    await shot(customer, 'service-other-day-small', { fullPage: true });
    await box.getByRole('button', { name: 'Accept the proposed day' }).click();
    await part.getByText(/Agreed day:[^]*· Morning/).waitFor();
    await box.waitFor({ state: 'detached' });
    await customer.close();
    await giver.reload();
    await giver.locator('.card .wishes').getByText('Agreed day').waitFor();
    await giver.getByRole('button', { name: 'Mark as carried out' }).waitFor();
    await giver.getByRole('button', { name: /^Sign out/ }).click();
    await giver.close();
  });

  test('is an order of its giver’s own, and is carried out, not shipped', async () => {
    const call = (method, path) =>
      send(town.demo.urls.server, method, `/v1/seller/orders${path}`, {
        body: method === 'POST' ? {} : undefined,
        headers: { authorization: `Bearer ${town.demo.helper.api_key}` },
      });
    const [own] = ok(await call('GET', '')).orders;
    assert.deepEqual(
      own.line_items.map(({ kind, quantity }) => [kind, quantity]),
      [['service', 2]],
    );
    const [{ offer_id }] = own.line_items;
    assert.deepEqual(own.appointments, [{ offer_id, day: wished, part: 'morning' }]);
    const customer = await context.newPage();
    await customer.goto(order);
    const part = customer.locator('article', { hasText: 'Garden Help by Mira' });
    await part.getByText(/Agreed day:[^]*· Morning/).waitFor();
    await part.getByText('Carried out').waitFor();
    assert.doesNotMatch(await part.innerText(), /Shipped/);
    ok(await call('POST', `/${own.id}/ship`));
    await part.locator('[aria-current=step]', { hasText: 'Carried out' }).waitFor();
    await clean(customer);
    await shot(customer, 'service-order', { fullPage: true });
    await customer.close();
    // That a day was refused is told by the browser too.
    assert.deepEqual(
      problems.filter((each) => !each.includes('status of 422')),
      [],
    );
  });

  test('tells its giver at the console, and on paper, which day was wished', async () => {
    const { account, helper, urls } = town.demo;
    const giver = await context.newPage();
    await giver.goto(`${urls.console}#/${helper.id}/orders`);
    await giver.getByLabel('E-mail').fill(account.email);
    await giver.getByLabel('Password').fill(account.password);
    await giver.getByRole('button', { name: 'Sign in', exact: true }).click();
    const row = giver.getByRole('row', { name: /· Morning\)/ });
    await row.getByRole('link').click();
    const wish = giver.locator('.card .wishes');
    await wish.getByText('· Morning', { exact: false }).waitFor();
    await clean(giver);
    await shot(giver, 'service-seller-order', { fullPage: true });
    await giver.evaluate(() => (window.print = () => {}));
    await giver.getByRole('button', { name: 'Job sheet' }).click();
    await giver.emulateMedia({ media: 'print' });
    const sheet = giver.locator('.paper.slip');
    assert.match(await sheet.innerText(), new RegExp(`${help}[^]*Agreed day[^]*· Morning`));
    await shot(giver, 'service-job-sheet');
    await giver.close();
  });

  test('in a guide is taken only by who wants it', async () => {
    const guide = await context.newPage();
    await guide.goto(`${town.demo.urls.blog}/guide.html`);
    await guide.locator('vitrine-guide .primary:not(:disabled)').waitFor();
    const row = guide.locator('vitrine-guide .kit li').filter({ hasText: 'help with building' });
    await row.getByText('If you like').waitFor();
    const sum = guide.locator('vitrine-guide .sum .amount');
    const before = cents(await sum.innerText());
    await row.getByRole('checkbox').check();
    await row.getByText(help).waitFor();
    await row.getByText('3 × ').waitFor();
    assert.equal(cents(await sum.innerText()), before + 3 * 3900 + 2500);
    await shot(guide, 'service-guide', { fullPage: true });
    await guide.close();
  });

  test('speaks Arabic from right to left, and fits a narrow page', async () => {
    const small = await visit(town.browser, { viewport: { width: 360, height: 740 } });
    await enter(small.page, town.demo.urls.blog);
    await small.page.locator('vitrine-store').evaluate((shop) => (shop.language = 'ar'));
    await small.page.getByText('خدمة', { exact: false }).first().waitFor();
    const wide = await small.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false);
    await small.context.close();
  });
});

describe('offering a service', { timeout: 300_000 }, () => {
  let town, page, context;
  before(async () => {
    town = await openTown();
    ({ context, page } = await visit(town.browser));
  });
  after(async () => {
    await context?.close();
    await town?.close();
  });

  test('takes a form: refused with a reason, offered, and changed', async () => {
    const { email, password } = town.demo.account;
    const { helper, urls } = town.demo;
    await page.goto(`${urls.console}#/${helper.id}/products`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.goto(`${urls.console}#/${helper.id}/products`);
    await page.getByRole('row', { name: new RegExp(help) }).waitFor();
    await page.getByText('Offer a service', { exact: true }).click();
    const form = page.locator('.service form');
    await form.getByLabel('What it is called').fill('Advice on the phone');
    await form.getByLabel(/^Your short name/).fill('HELP-BED');
    await form.getByLabel(/^Price/).fill('15');
    await form.getByLabel('Offered with').fill('4006381333932');
    await form.getByRole('button', { name: 'Offer it' }).click();
    await form.getByText('Another of your offers has this SKU.').waitFor();
    await form.getByLabel(/^Your short name/).fill('ADVICE');
    await form.getByRole('button', { name: 'Offer it' }).click();
    await form.getByText('right check digit', { exact: false }).waitFor();
    await clean(page);
    await shot(page, 'service-form', { fullPage: true });
    await form.getByLabel('Offered with').fill('Soil\nTimber > Boards');
    await form.getByRole('button', { name: 'Offer it' }).click();
    const row = page.getByRole('row', { name: /Advice on the phone/ });
    await row.waitFor();
    await row.getByRole('button', { name: 'Change Advice on the phone' }).click();
    assert.equal(await form.getByLabel('Offered with').inputValue(), 'Soil\nTimber > Boards');
    assert.equal(await form.getByLabel(/^Price/).inputValue(), '15');
    await form.getByLabel('What it is called').fill('Advice by telephone');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /Advice by telephone/ }).waitFor();
  });

  test('begins with where one works', async () => {
    await page.goto(`${town.demo.urls.console}#/${town.demo.helper.id}/delivery`);
    const kind = page.getByLabel('Kind').first();
    await kind.waitFor();
    assert.equal(await kind.inputValue(), 'visit');
    await page.getByRole('button', { name: 'Add a way of delivery' }).first().click();
    const choices = await page.getByLabel('Kind').first().locator('option').allInnerTexts();
    assert.deepEqual(choices, ['You come to the customer', 'You work from afar']);
    await shot(page, 'service-profile', { fullPage: true });
  });
});
