// The console in a browser: from making an account to a page of one's own that shows the shop, what a presenter sees of
// orders and earnings, and how it all looks to keyboards, screen readers and small screens.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { clean } from './axe.mjs';
import { cards, eventually, openTown, shot, visit } from './shop.mjs';

const password = 'a sentence to remember';

describe('the console', { timeout: 300_000 }, () => {
  let town, host, page, context, problems, html;
  before(async () => {
    town = await openTown();
    host = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
    );
    await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
    ({ context, page, problems } = await visit(town.browser, {
      permissions: ['clipboard-read', 'clipboard-write'],
    }));
  });
  after(async () => {
    host?.close();
    await context?.close();
    await town?.close();
  });
  const origin = () => `http://localhost:${host.address().port}`;
  const heading = (name, at = page) => at.getByRole('heading', { name, level: 1 }).waitFor();

  test('says at the field what is wrong, and leads there', async () => {
    await page.goto(`${town.demo.urls.console}#/sign-up`);
    await heading('Create an account');
    await page.getByLabel('Your name').fill('Ada Person');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Create an account' }).click();
    await page.getByText('Use at least 10 characters, and not more than 1000.').waitFor();
    await eventually(() => page.evaluate(() => document.activeElement?.id === 'password'));
    await clean(page);
    await shot(page, 'console-sign-up');
  });

  test('leads a newcomer from an account to the copied tag, in less than three minutes', async () => {
    const began = Date.now();
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await heading('Welcome, Ada Person');
    await clean(page);
    await page.getByRole('link', { name: 'Show products on my site' }).click();
    await heading('Show products on my site');
    await page.getByLabel('Name of your site').fill('Ada’s Garden');
    await page.getByLabel('Addresses of its pages').fill('ada.example');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('This is no address of pages.').waitFor();
    await clean(page);
    await page.getByLabel('Addresses of its pages').fill(`${origin()}/`);
    await page.getByLabel('Country').selectOption('DE');
    await page.getByRole('button', { name: 'Create' }).click();
    await heading('Ada’s Garden');
    await page.getByText('1 of 4 done').waitFor();
    await page
      .getByRole('row', { name: /Eisenkontor/ })
      .getByText('Shown')
      .waitFor();
    await page.getByRole('button', { name: 'Copy the tag' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const tag = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(tag, /^<script type="module" async src="http.*\/v1\/vitrine\.js"><\/script>\n/);
    assert.match(tag, /<vitrine-store site="site_\w+"/);
    await page.getByRole('button', { name: 'Copy it with the products as links' }).click();
    await page.getByRole('button', { name: 'Copy the tag' }).waitFor(); // it said so until now
    const kept = await page.evaluate(() => navigator.clipboard.readText());
    const [head, tail] = tag.split('></vitrine-store>');
    assert.ok(kept.startsWith(`${head}>\n<ul>\n  <li><a href="http`), kept);
    assert.ok(kept.endsWith(`</ul>\n</vitrine-store>${tail}`), kept);
    html = `<!doctype html><html lang="en"><title>Ada</title><main><h1>Ada</h1>${tag}</main></html>`;
    const took = Date.now() - began;
    assert.ok(took < 180_000, `${took} ms`);
    console.log(`from the password to the copied tag: ${took} ms of a program`);
  });

  test('the page with that tag sells', async () => {
    const own = await context.newPage();
    await eventually(async () => {
      await own.goto(origin());
      return cards(own)
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    });
    assert.ok((await cards(own).count()) > 3);
    await own.close();
    // Now that the tag was seen, nothing is left that has to be done.
    await eventually(async () => {
      await page.reload();
      await heading('Ada’s Garden');
      return page
        .getByText('2 of 4 done')
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        );
    });
    assert.equal(await page.locator('.steps').getAttribute('open'), null);
  });

  test('shows the shop in a preview, and changes it with the sellers', async () => {
    const preview = page.frameLocator('iframe.preview');
    await preview.locator('vitrine-grid li').first().waitFor();
    await shot(page, 'console-site', { fullPage: true });
    const row = page.getByRole('row', { name: /Eisenkontor/ });
    await row.getByRole('button', { name: /^Take off/ }).click();
    await row.getByText('Not shown').waitFor();
    await row.getByRole('button', { name: /^Show/ }).click();
    await row.getByText('Shown', { exact: true }).waitFor();
    await clean(page);
  });

  test('keeps settings, and says that it does', async () => {
    await page.getByLabel('Customers see who earns what').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('form').getByText('Saved').waitFor();
    await page.reload();
    await heading('Ada’s Garden');
    await eventually(() => page.getByLabel('Customers see who earns what').isChecked());
  });

  test('is left by signing out, and entered by keyboard alone', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading('Sign in');
    await clean(page);
    await page.getByLabel('E-mail').focus();
    await page.keyboard.type('ADA@example.org');
    await page.keyboard.press('Tab');
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await page.getByText('The e-mail address or the password is not right.').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await heading('Ada’s Garden');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'small');
  });

  test('has words for a presenter who has sold nothing yet', async () => {
    await page.getByRole('link', { name: 'Orders' }).click();
    await page.getByText('No orders yet.').waitFor();
    await page.getByRole('link', { name: 'Earnings' }).click();
    await page.getByText('Nothing happened in this month.').waitFor();
    await clean(page);
  });

  test('a policy forbids nothing that it does', () =>
    assert.deepEqual(
      problems.filter((text) => !/status of (401|404|422)/.test(text)),
      [],
    ));

  test('fits a small screen, dark and from right to left', async () => {
    for (const [locale, title] of [
      ['ar', 'تسجيل الدخول'],
      ['de-DE', 'Anmelden'],
    ]) {
      const small = await visit(town.browser, {
        locale,
        colorScheme: 'dark',
        viewport: { width: 360, height: 740 },
      });
      await small.page.goto(town.demo.urls.console);
      await heading(title, small.page);
      const { email, password } = town.demo.account;
      await small.page.locator('#email').fill(email);
      await small.page.locator('#password').fill(password);
      await small.page.keyboard.press('Enter');
      await small.page.locator('.member').first().click();
      await small.page.locator('.chip').first().waitFor();
      const excess = await small.page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      assert.ok(excess <= 0, `${excess}`);
      await clean(small.page);
      await shot(small.page, `console-small-${locale}`, { fullPage: true });
      await small.context.close();
    }
  });
});
