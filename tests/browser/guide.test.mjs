// A guide in a page: its article, and the kit of what it takes.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clean } from './axe.mjs';
import { cents, openTown, shot, visit } from './shop.mjs';

const button = (page) => page.getByRole('button', { name: 'Put all of it into the cart' });
const sum = (page) => page.locator('vitrine-guide .sum .amount');
const amountOf = (page, name) => page.getByRole('spinbutton', { name: `How much of ${name}` });
const rowOf = (page, name) => page.locator('vitrine-guide .kit li').filter({ hasText: name });

describe('a guide', { timeout: 300_000 }, () => {
  let town;
  before(async () => (town = await openTown()));
  after(() => town?.close());

  const open = async (options) => {
    const visited = await visit(town.browser, options);
    await visited.page.goto(`${town.demo.urls.blog}/guide.html`);
    await visited.page.locator('vitrine-guide .primary:not(:disabled)').waitFor();
    return visited;
  };

  test('shows its article, and packs for all that it takes', async () => {
    const { context, page, problems } = await open();
    await page.getByRole('heading', { name: 'Everything for the raised bed' }).waitFor();
    assert.equal(await page.locator('vitrine-guide ol > li').count(), 3);
    assert.equal(await page.locator('vitrine-guide ol > li > ul > li').count(), 2);
    assert.match(
      await rowOf(page, 'screws 5 × 60').innerText(),
      /Stainless wood screws.*1 × €19\.90/s,
    );
    assert.match(await rowOf(page, 'corner posts').innerText(), /Larch post.*0\.8 m.*4 × €11\.90/s);
    const link = page.locator('vitrine-guide a', { hasText: 'Wood Handbook' });
    assert.equal(await link.getAttribute('rel'), 'noopener nofollow');
    await page.getByText('No other packs and sellers are cheaper.').waitFor();
    await shot(page, 'guide', { fullPage: true });
    assert.deepEqual(problems, []);
    await context.close();
  });

  test('follows the amounts and leaves out what is not wanted', async () => {
    const { context, page } = await open();
    const before = cents(await sum(page).innerText());
    await amountOf(page, 'screws 5 × 60').fill('101');
    await amountOf(page, 'screws 5 × 60').press('Enter');
    await rowOf(page, 'screws').getByText('2 × ').waitFor();
    await page.getByRole('checkbox', { name: 'Take larch board' }).uncheck();
    await rowOf(page, 'larch board').getByText('Left out').waitFor();
    await page.locator('vitrine-guide [aria-busy=false]').waitFor();
    assert.ok(cents(await sum(page).innerText()) < before);
    await page.getByRole('checkbox', { name: 'Take larch board' }).check();
    await rowOf(page, 'larch board').getByText('Larch board, planed').first().waitFor();
    await amountOf(page, 'horn meal').fill('900000');
    await amountOf(page, 'horn meal').press('Enter');
    await rowOf(page, 'horn meal').getByText('Nobody here can deliver this now.').waitFor();
    await page.getByText('1 thing cannot be had now; the rest can.').waitFor();
    await context.close();
  });

  test('goes into the cart with one press, by keyboard, at the sum it said', async () => {
    const { context, page, problems } = await open();
    const said = await sum(page).innerText();
    await button(page).focus();
    await page.keyboard.press('Enter');
    const drawer = page.locator('vitrine-cart dialog[open]');
    await drawer.waitFor();
    await drawer.locator('.sum', { hasText: said }).waitFor();
    await drawer.getByText('Dimpled liner').first().waitFor();
    assert.deepEqual(problems, []);
    await context.close();
  });

  for (const colorScheme of ['light', 'dark'])
    test(`axe-core finds nothing on a ${colorScheme} page`, async () => {
      const { context, page } = await open({ colorScheme });
      await clean(page, 'vitrine-guide');
      await shot(page, `guide-${colorScheme}`, { fullPage: true });
      await context.close();
    });

  test('speaks Arabic from right to left, and fits a narrow page', async () => {
    const { context, page } = await visit(town.browser, { viewport: { width: 340, height: 720 } });
    await page.goto(`${town.demo.urls.blog}/guide.html`);
    await page.locator('vitrine-guide').evaluate((guide) => (guide.language = 'ar'));
    await page.getByRole('button', { name: 'ضع الكل في السلة' }).waitFor();
    const guide = page.locator('vitrine-guide .kit');
    assert.equal(await guide.evaluate((kit) => getComputedStyle(kit).direction), 'rtl');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false);
    await shot(page, 'guide-ar', { fullPage: true });
    await context.close();
  });

  test('that is not there says so, and a page without one loads nothing of it', async () => {
    const { context, page } = await visit(town.browser);
    await page.goto(`${town.demo.urls.blog}/guide.html`);
    await page.locator('vitrine-guide').evaluate((guide) => (guide.guide = 'no-such'));
    await page.getByText('This guide could not be loaded.').waitFor();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(town.demo.urls.blog);
    await page.locator('vitrine-grid li').first().waitFor();
    assert.deepEqual(
      asked.filter((url) => url.includes('guide')),
      [],
    );
    await context.close();
  });
});
