// The documentation as the server serves it, and its live page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gather } from '../../scripts/docs.mjs';
import { clean } from './axe.mjs';
import { cards, openTown, shot, visit } from './shop.mjs';

describe('the documentation', { timeout: 240_000 }, () => {
  let town, server;
  before(async () => {
    town = await openTown();
    server = town.demo.urls.server;
  });
  after(() => town?.close());

  test('has all its pages and files, under a policy without inline code', async () => {
    for (const { url, title, files } of gather().values()) {
      const answer = await fetch(server + url);
      assert.equal(answer.status, 200, url);
      assert.match(answer.headers.get('content-security-policy'), /default-src 'none'/);
      assert.match(await answer.text(), /<main id="content"/, title);
      for (const file of files.values())
        assert.equal((await fetch(`${server}/docs/${file}`)).status, 200, file);
    }
    assert.equal((await fetch(`${server}/docs/`)).status, 200);
    assert.equal((await fetch(`${server}/docs/nothing`)).status, 404);
  });

  for (const [name, options] of Object.entries({
    desktop: {},
    narrow: { viewport: { width: 360, height: 740 } },
    dark: { colorScheme: 'dark' },
  })) {
    test(`is readable on a page that is ${name}`, async () => {
      const { page, problems } = await visit(town.browser, options);
      for (const path of ['', '/embedding', '/elements', '/sellers', '/decisions']) {
        await page.goto(`${server}/docs${path}`);
        await shot(page, `docs-${name}${path.replace('/', '-')}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.equal(wide, false, path);
        await clean(page);
      }
      assert.deepEqual(problems, []);
    });
  }

  test('opens its menu with a button where there is little room', async () => {
    const { page, problems } = await visit(town.browser, { viewport: { width: 360, height: 740 } });
    await page.goto(`${server}/docs`);
    const menu = page.getByRole('navigation', { name: 'Documentation' });
    assert.equal(await menu.isVisible(), false);
    const top = (await page.getByRole('heading', { level: 1 }).boundingBox()).y;
    assert.ok(top < 200, `the text begins ${top} px down`);
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.press('Enter');
    await menu.waitFor();
    await shot(page, 'docs-menu');
    await clean(page);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.closest('nav') !== null), true);
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Menu' }).click();
    await menu.getByRole('link', { name: 'Putting a shop into a page' }).click();
    await page.waitForURL('**/docs/embedding');
    await page.setViewportSize({ width: 1280, height: 900 });
    await menu.waitFor();
    assert.deepEqual(problems, []);
  });

  for (const [name, options] of Object.entries({
    desktop: {},
    narrow: { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  })) {
    test(`dresses a shop on its live page, ${name}`, async () => {
      const { page, problems } = await visit(town.browser, options);
      await page.goto(`${server}/docs/theming`);
      await cards(page).first().waitFor();
      const style = page.locator('#studio pre');
      const price = page.locator('vitrine-grid button').first();
      const colour = () => price.evaluate((button) => getComputedStyle(button).color);
      const before = await colour();
      await page.getByLabel('Start from').selectOption('paper');
      await style.getByText('--vitrine-radius: 2px').waitFor();
      assert.notEqual(await colour(), before);
      await page.getByRole('radio', { name: 'light' }).focus();
      await page.keyboard.press('Space');
      await page.getByLabel('Lesser text').fill('#cccccc');
      await style.getByText('--vitrine-muted: #cccccc').waitFor();
      await page
        .getByText('Hard to read, below a contrast of 4.5: Lesser text on Dialogs and fields')
        .waitFor();
      await page.getByLabel('Corners of boxes').fill('20px');
      await page.keyboard.press('Tab');
      await style.getByText('--vitrine-radius: 20px').waitFor();
      await shot(page, `theme-${name}`, { fullPage: true });
      await page.getByRole('button', { name: 'Copy' }).click();
      await page.getByText('Copied.').waitFor();
      // The goods can be looked at and put into the cart, without a server.
      await page
        .getByRole('button', { name: /^Add .* to the cart/ })
        .first()
        .click();
      await page.getByRole('button', { name: /^Cart, 1 item/ }).waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false);
      await page.getByLabel('Lesser text').fill('#595959');
      await clean(page);
      // Nothing tells a shop of files of changes.
      assert.deepEqual(
        problems.filter((problem) => !/404|changes|MIME/.test(problem)),
        [],
      );
    });
  }
});
