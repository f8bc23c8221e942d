// A customer reviews what was sent, on the order page; everybody reads it beside the product.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { clean } from './axe.mjs';
import { buy, review, ship } from './buying.mjs';
import { goodsOf } from './host.mjs';
import { enter, eventually, goods, openTown, shot, showAll, visit } from './shop.mjs';

describe('reviews', { timeout: 300_000 }, () => {
  let town, saw, order;

  before(async () => {
    town = await openTown();
    saw = (await goodsOf(town))[goods.saw];
    // Ten customers are enough to tell how the seller keeps its promises.
    for (let i = 0; i < 7; ++i) await buySaw(`silent${i}`);
    for (const name of ['ada', 'berta', 'clara']) {
      order = await buySaw(name);
      const said = { stars: name === 'ada' ? 3 : 5, text: `It cuts. ${name} says so.` };
      if (name !== 'clara') await review(town, order, { ...said, display_name: name });
      else await review(town, order, { offer_id: '', stars: 4 });
    }
    const { vitrine, site_id } = town.demo;
    for (const { id } of JSON.parse(await vitrine('review list --json')))
      await vitrine('review publish', id);
    const why = 'Three winters in my shed, and it still cuts like on the first day.';
    const about = ['--site', site_id, '--product', saw.id];
    await vitrine('endorsement set', ...about, '--text', why);
    const terms = join(town.dataDir, 'terms.json');
    const from = new Date().toISOString().slice(0, 10);
    const rules = [{ commission_bp: 1000 }];
    writeFileSync(terms, JSON.stringify({ from, presenting: 'open', rules }));
    const { seller_ids } = saw;
    await vitrine('seller terms', '--seller', seller_ids[0], '--publish', terms);
    await vitrine('site shares', '--site', site_id, '--disclose');
    await vitrine('product rank');
    await eventually(async () => (await goodsOf(town))[goods.saw].rating?.count === 2);
  });
  after(() => town?.close());

  /** A customer buys the saw, and its seller ships. */
  async function buySaw(name) {
    const bought = await buy(town, [saw.offer_id], { name });
    await ship(town, bought.orders[0]);
    return bought;
  }

  async function openSaw(options) {
    const { page, problems } = await visit(town.browser, options);
    await enter(page, town.demo.urls.blog);
    await showAll(page);
    await page.getByRole('button', { name: goods.saw, exact: true }).click();
    const view = page.locator('vitrine-product dialog[open]');
    await view.locator('.reviews li').first().waitFor();
    return { page, problems, view };
  }

  test('stand on the card and below the product, with the word of the site', async () => {
    const { page, problems, view } = await openSaw();
    await view.getByText('It cuts. berta says so.').waitFor();
    await view.getByText('Three winters in my shed').waitFor();
    await view.getByText(/earns €2\.\d\d of one sold by/).waitFor();
    await view.getByText('About Eisenkontor Havelufer').click();
    await view.getByText('100% sent in time in the last 90 days').waitFor();
    await view.getByText('0% of orders not accepted').waitFor();
    await view.getByText('4.0 of 5 stars from 1 customer').waitFor();
    await view.getByText('How does this count?').click();
    await clean(page, 'vitrine-product');
    await view.locator('.endorsement').scrollIntoViewIfNeeded();
    await shot(page, 'reviews-desktop');
    await view.locator('.reviews').scrollIntoViewIfNeeded();
    await shot(page, 'reviews-texts-desktop');
    await page.keyboard.press('Escape');
    const card = page.getByRole('listitem').filter({ hasText: goods.saw }).first();
    await card.getByRole('img', { name: '4.0 of 5 stars, 2 ratings' }).waitFor();
    await card.getByText('Recommended by The Slow Garden').waitFor();
    await card.scrollIntoViewIfNeeded();
    await clean(page);
    await shot(page, 'reviews-card');
    assert.deepEqual(problems, []);
  });

  test('fit a narrow dark screen and read from right to left', async () => {
    for (const [name, options] of [
      ['narrow-dark', { colorScheme: 'dark' }],
      ['arabic', { locale: 'ar' }],
    ]) {
      const { page } = await visit(town.browser, {
        viewport: { width: 360, height: 740 },
        ...options,
      });
      await enter(page, town.demo.urls.blog);
      if (name === 'arabic')
        await page.evaluate(() =>
          document.querySelector('vitrine-store').setAttribute('language', 'ar'),
        );
      const card = page.locator('vitrine-grid li').filter({ hasText: goods.saw }).first();
      while (!(await card.isVisible())) await page.locator('vitrine-grid .more button').click();
      await card.getByRole('button', { name: goods.saw, exact: true }).click();
      const view = page.locator('vitrine-product dialog[open]');
      await view.locator('.reviews li').first().waitFor();
      await view.locator('.endorsement').scrollIntoViewIfNeeded();
      await shot(page, `endorsement-${name}`);
      await view.locator('.reviews').scrollIntoViewIfNeeded();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
      await shot(page, `reviews-${name}`);
      if (name === 'narrow-dark') await clean(page, 'vitrine-product');
    }
  });

  test('are written by keyboard alone on the order page, changed there and taken back', async () => {
    const { page, problems } = await visit(town.browser);
    await page.goto(order.url);
    const line = page.locator('details.review').first();
    await line.locator('summary').focus();
    await page.keyboard.press('Enter');
    await line.getByRole('button', { name: 'Save review' }).focus();
    await page.keyboard.press('Enter');
    await line.getByText('Please choose how many stars.').waitFor();
    await line.getByRole('radio', { name: '1 star of 5' }).focus();
    for (let i = 0; i < 3; ++i) await page.keyboard.press('ArrowRight');
    assert.ok(await line.getByRole('radio', { name: '4 stars of 5' }).isChecked());
    await page.keyboard.press('Tab');
    await page.keyboard.type('Sharp from the first cut.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Clara');
    await clean(page.mainFrame());
    await shot(page, 'review-form-desktop');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await line.getByText('Your words wait to be read').waitFor();
    await line.getByRole('img', { name: '4 stars of 5' }).waitFor();
    // Of the seller: stars alone.
    const seller = page.locator('details.review').last();
    await seller.locator('summary').click();
    assert.equal(await seller.getByRole('textbox').count(), 0);
    await seller.getByRole('radio', { name: '5 stars of 5' }).check({ force: true });
    await seller.getByRole('button', { name: 'Save review' }).click();
    await seller.getByRole('img', { name: '5 stars of 5' }).waitFor();
    await seller.getByText('Your stars count.').waitFor();
    await line.getByRole('button', { name: 'Take it back' }).click();
    await line.locator('summary', { hasText: 'How many stars' }).waitFor();
    assert.deepEqual(problems, []);
  });

  test('the form fits a narrow dark screen, and Arabic', async () => {
    for (const [name, language, colorScheme] of [
      ['narrow-dark', 'en', 'dark'],
      ['arabic', 'ar', 'light'],
    ]) {
      const { page } = await visit(town.browser, {
        viewport: { width: 360, height: 740 },
        colorScheme,
      });
      await page.goto(`${order.url.split('#')[0]}#language=${language}`);
      await page.locator('details.review summary').first().click();
      await page.locator('.pick label').nth(3).click();
      await page.locator('.pick').first().scrollIntoViewIfNeeded();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
      await shot(page, `review-form-${name}`);
      await clean(page.mainFrame());
    }
  });
});
