// The presenter's pages in a browser: products found and picked, arranged by keyboard, a look tried and worn, a guide
// written and copied, and what was earned.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { amount, ok, send, shopper } from '../server/client.mjs';
import { address, buyer } from '../server/goods.mjs';
import { clean } from './axe.mjs';
import { cards, eventually, goods, openTown, shot, visit } from './shop.mjs';

describe('a presenter’s site', { timeout: 300_000 }, () => {
  let town, page, context, problems, presenter, host, html;
  before(async () => {
    town = await openTown();
    host = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
    );
    await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
    const { port } = host.address();
    const origins = [`http://localhost:${port}`, town.demo.urls.blog];
    const origin = origins.flatMap((each) => ['--origin', each]);
    await town.demo.vitrine('site origin', '--site', town.demo.site_id, ...origin);
    ({ context, page, problems } = await visit(town.browser, {
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1440, height: 1000 },
    }));
    await page.goto(town.demo.urls.console);
    await page.getByLabel('E-mail').fill(town.demo.account.email);
    await page.getByLabel('Password').fill(town.demo.account.password);
    await page.keyboard.press('Enter');
    presenter = page.locator('.member').first();
    await presenter.waitFor();
    presenter = (await presenter.getAttribute('href')).split('/')[1];
    html = tagged(`<vitrine-store site="${town.demo.site_id}"></vitrine-store>`);
  });
  after(async () => {
    host?.close();
    await context?.close();
    await town?.close();
  });

  const tagged = (tag) =>
    `<!doctype html><html lang="en"><title>Own</title><main><h1>Own</h1>${tag}</main>` +
    `<script type="module" src="${town.demo.urls.server}/v1/vitrine.js"></script></html>`;
  const open = async (name) => {
    const { console: url } = town.demo.urls;
    await page.goto(`${url}#/${presenter}/sites/${town.demo.site_id}${name ? `/${name}` : ''}`);
    await page.getByRole('navigation', { name: 'Pages of the site' }).waitFor();
  };
  const row = (name) => page.getByRole('row', { name });
  /** Opens the own page anew until `check` holds of it. */
  const onOwnPage = async (check, name) => {
    const own = await context.newPage();
    await eventually(async () => {
      await own.goto(`http://localhost:${host.address().port}`);
      await cards(own).first().waitFor();
      return check(own);
    });
    if (name) await shot(own, name, { fullPage: true });
    await own.close();
  };
  const titlesOf = (own) => own.locator('vitrine-grid li h3').allInnerTexts();

  test('says what each seller pays', async () => {
    await open('');
    await row(/Eisenkontor/)
      .getByText('10%', { exact: true })
      .waitFor();
    await row(/Eisenkontor/)
      .getByText('Hardware > Screws: 15%')
      .waitFor();
  });

  test('finds products of all sellers, with what one of them earns', async () => {
    await page.getByRole('link', { name: 'Products', exact: true }).click();
    await page.getByRole('heading', { name: 'Products' }).waitFor();
    await page.getByRole('row').nth(1).waitFor();
    await page.getByLabel('Search all products').fill('pull saw');
    await eventually(async () => (await page.getByRole('row').count()) === 2);
    // 10 % of 32.90 without its tax.
    assert.match(await row(goods.saw).innerText(), /€32\.90\t€2\.76 10%/);
    await page.getByLabel('Search all products').fill('');
    await eventually(async () => (await page.getByRole('row').count()) > 5);
    await page.getByLabel('You earn').selectOption({ label: 'at least 15%' });
    await eventually(async () => {
      const texts = await page.getByRole('row').allInnerTexts();
      const parts = texts.slice(1).map((text) => Number(/(\d+)%/.exec(text)?.[1]));
      return parts.length > 1 && parts.every((part) => part >= 15);
    });
    await page.getByLabel('You earn').selectOption({ label: 'any' });
    await clean(page);
    await shot(page, 'presenter-products', { fullPage: true });
  });

  test('shows only what is picked, once that is wanted', async () => {
    await page.getByLabel('only the products that you pick').check();
    for (const title of [goods.saw, goods.trellis, goods.horn]) {
      await page.getByLabel('Search all products').fill(title);
      await page.getByRole('button', { name: `Add: ${title}` }).click();
      await page.getByRole('button', { name: `Remove: ${title}` }).waitFor();
    }
    await onOwnPage(async (own) => (await cards(own).count()) === 3);
  });

  test('arranges by keyboard: the focus goes along, and the shop follows', async () => {
    await page.getByRole('link', { name: 'Arrange', exact: true }).click();
    const up = page.getByRole('button', { name: `Up: ${goods.horn}` });
    await up.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await eventually(() => up.evaluate((button) => button === document.activeElement));
    assert.equal(await up.getAttribute('aria-disabled'), 'true');
    await page.getByRole('textbox', { name: 'Title of section 1' }).fill('For the bed');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Another section' }).click();
    await page.getByRole('button', { name: `Down: ${goods.trellis}` }).click();
    const second = page.getByRole('region', { name: 'Section “Section 2”' });
    await second.getByText(goods.trellis).waitFor();
    await page.getByRole('button', { name: `Large: ${goods.saw}` }).click();
    await clean(page);
    await onOwnPage(async (own) => {
      const heading = own.getByRole('heading', { name: 'For the bed', level: 3 });
      const titles = await titlesOf(own);
      return (
        (await heading.count()) === 1 &&
        titles.filter((title) => title !== 'For the bed' && title !== '').join('|') ===
          [goods.horn, goods.saw, goods.trellis].join('|') &&
        (await own.locator('vitrine-grid li.featured').count()) === 1
      );
    }, 'presenter-own-arranged');
    await shot(page, 'presenter-arrange', { fullPage: true });
  });

  test('arranges by dragging', async () => {
    const [first, last] = [goods.horn, goods.saw].map((title) =>
      page.locator('.arranged', { hasText: title }),
    );
    await last.dragTo(first);
    await eventually(async () => {
      const names = await page.locator('.arranged-name').allInnerTexts();
      return names[0]?.includes(goods.saw) && names[1]?.includes(goods.horn);
    });
    await page.reload();
    await page.locator('.arranged').first().getByText(goods.saw).waitFor();
  });

  test('tries a look in the preview, and pages wear it once it is saved', async () => {
    await page.getByRole('link', { name: 'Look', exact: true }).click();
    const preview = page.frameLocator('iframe.preview');
    await preview.locator('vitrine-grid li').first().waitFor();
    await page.getByLabel('Start from').selectOption('paper');
    await page.getByLabel('Accent', { exact: false }).first().waitFor();
    const accent = (at) =>
      at
        .locator('vitrine-store')
        .evaluate((store) => getComputedStyle(store).getPropertyValue('--vitrine-accent').trim());
    await eventually(async () => (await accent(preview)) === '#8a3b12');
    await page.getByLabel('Corners of boxes').fill('12px; } body { display: none');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save the look' }).click();
    await page.getByText('“Corners of boxes” has a value that is not understood.').waitFor();
    await page.getByLabel('Corners of boxes').fill('12px');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save the look' }).click();
    await page.getByRole('main').getByText('Saved. Your pages wear it now.').waitFor();
    await clean(page);
    await shot(page, 'presenter-look', { fullPage: true });
    await onOwnPage(async (own) => (await accent(own)) === '#8a3b12', 'presenter-own-look');
    // What the page itself says of the element comes first.
    const worn = html;
    html = html.replace(
      '<title>',
      '<style>vitrine-store { --vitrine-accent: #123456 }</style><title>',
    );
    await onOwnPage(async (own) => (await accent(own)) === '#123456');
    html = worn;
  });

  test('writes a guide: what is wrong is told with its line, what is right is shown and copied', async () => {
    await page.getByRole('link', { name: 'Guides', exact: true }).click();
    await page.getByRole('cell', { name: 'raised-bed' }).waitFor();
    await clean(page);
    await page.getByRole('link', { name: 'Write a guide' }).click();
    const text = page.getByLabel('Text in Markdown');
    await page.getByRole('button', { name: 'Line 7' }).waitFor(); // the sample names no product
    await page.getByRole('button', { name: 'Line 7' }).click();
    const chosen = await text.evaluate((field) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    );
    assert.equal(chosen, '- the title of a product');
    await text.fill(
      `# Sawing straight\n\nHold *still*.\n\n\`\`\`needs\n1 saw\n- ${goods.saw}\n\`\`\`\n`,
    );
    const shown = page.getByRole('article', { name: 'Preview' });
    await shown.getByRole('heading', { name: 'Sawing straight' }).waitFor();
    await shown.locator('em', { hasText: 'still' }).waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('main').getByText('Published. This shows it in your page:').waitFor();
    await clean(page);
    await shot(page, 'presenter-guide', { fullPage: true });
    await page.getByRole('button', { name: 'Copy the tag' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const tag = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(tag, /<vitrine-guide site="site_\w+" guide="sawing-straight"><\/vitrine-guide>/);
    const own = await context.newPage();
    html = `<!doctype html><html lang="en"><title>Own</title><main>${tag}</main></html>`;
    await eventually(async () => {
      await own.goto(`http://localhost:${host.address().port}`);
      return own
        .getByRole('heading', { name: 'Sawing straight' })
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    });
    await own.close();
  });

  test('shows what was earned: by day, as bars and as a table, and by product', async () => {
    const customer = shopper(town.demo.urls.server);
    const { site_id } = town.demo;
    const path = `/v1/sites/${site_id}/commands/catalog.search`;
    const found = await send(town.demo.urls.server, 'POST', path, { body: { query: goods.saw } });
    const { offer_id } = ok(found).hits[0].product;
    const session = ok(await customer.create({ site_id, line_items: [{ offer_id, quantity: 2 }] }));
    const filled = { buyer, address, payment_method: 'invoice' };
    const state = ok(await customer.update(session, filled));
    ok(
      await customer.complete(
        { ...state, secret: session.secret },
        amount(state.quote.totals, 'total'),
      ),
    );
    await page.getByRole('link', { name: 'Earnings' }).click();
    const chart = page.getByRole('img', { name: 'Earned by day (EUR)' });
    await chart.waitFor();
    // 10 % of 2 × 32.90 without its tax.
    assert.equal(await chart.locator('rect.gain:not([height="0"])').count(), 1);
    assert.match(
      await chart.locator('title', { hasText: '€5.53' }).textContent(),
      /20\d\d: €5\.53/,
    );
    await page.getByText('As a table').click();
    await page.getByRole('region', { name: 'Earned by day (EUR)' }).getByText('€5.53').waitFor();
    await page.getByRole('heading', { name: 'By product' }).waitFor();
    const sold = row(goods.saw).filter({ hasText: '€5.53' });
    assert.match(await sold.first().innerText(), /\t2\t/);
    await clean(page);
    await shot(page, 'presenter-earnings', { fullPage: true });
  });

  test('a policy forbids nothing that it does', () =>
    assert.deepEqual(
      problems.filter((text) => !/status of (401|404|422)/.test(text)),
      [],
    ));

  test('fits a small screen, dark and from right to left', async () => {
    const small = await visit(town.browser, {
      locale: 'ar',
      colorScheme: 'dark',
      viewport: { width: 360, height: 740 },
    });
    await small.page.goto(town.demo.urls.console);
    await small.page.locator('#email').fill(town.demo.account.email);
    await small.page.locator('#password').fill(town.demo.account.password);
    await small.page.keyboard.press('Enter');
    await small.page.locator('.member').first().waitFor();
    for (const [name, ready] of [
      ['products', '.product-cell'],
      ['arrange', '.arranged'],
      ['look', '.look'],
      ['guides', 'table'],
      ['guides/raised-bed/edit', '.guide-preview h2'],
    ]) {
      const { console: url } = town.demo.urls;
      await small.page.goto(`${url}#/${presenter}/sites/${town.demo.site_id}/${name}`);
      await small.page.locator(ready).first().waitFor();
      await shot(small.page, `presenter-small-${name.replaceAll('/', '-')}`, { fullPage: true });
      const excess = await small.page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      assert.ok(excess <= 0, `${name}: ${excess}`);
      await clean(small.page);
    }
    await small.context.close();
  });
});
