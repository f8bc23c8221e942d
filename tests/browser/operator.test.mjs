// The operator's console in a browser: a seller is let in, a review published, what was parked sent again, the fee and
// the keys changed; and a seller goes on holiday, which customers see.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { browser as person } from '../server/browser.mjs';
import { ok, send } from '../server/client.mjs';
import { threeSellers } from '../server/goods.mjs';
import { receiver } from '../server/receiver.mjs';
import { clean } from './axe.mjs';
import { buy, review, ship } from './buying.mjs';
import { goodsOf } from './host.mjs';
import { enter, eventually, goods, openTown, shot, showAll, visit } from './shop.mjs';

const password = 'a sentence to remember';
const dayIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('the operator’s console', { timeout: 300_000 }, () => {
  let town, endpoint, page, context, problems, newcomer, saw;
  before(async () => {
    endpoint = await receiver({ mode: (response) => response.writeHead(410).end() });
    town = await openTown({ endpoints: { eisenkontor: endpoint.url } });
    const { server } = town.demo.urls;
    newcomer = person(server);
    ok(await newcomer.post('/v1/accounts', { email: 'n@example.org', password, name: 'New' }));
    for (const name of ['=cmd Juniper', 'Hostile Works']) {
      const settings = { ...threeSellers.birch.settings, name, address: `${name} Street 1` };
      ok(await newcomer.post('/v1/account/sellers', settings));
    }
    saw = (await goodsOf(town))[goods.saw];
    await sayOfSaw('It cuts well canary-review');
    ({ context, page, problems } = await visit(town.browser, { acceptDownloads: true }));
    await page.goto(town.demo.urls.console);
    await page.getByLabel('E-mail').fill(town.demo.account.email);
    await page.getByLabel('Password').fill(town.demo.account.password);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /Operator/ }).click();
    await heading('Moderation');
  });
  after(async () => {
    await context?.close();
    await town?.close();
    await endpoint?.close();
  });

  const heading = (name, at = page) => at.getByRole('heading', { name, level: 1 }).waitFor();
  const menu = () => page.getByRole('navigation', { name: 'Pages' });
  const go = async (name, title = name) => {
    await menu()
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click();
    await heading(title);
  };

  async function sayOfSaw(text) {
    const bought = await buy(town, [saw.offer_id]);
    await ship(town, bought.orders[0]);
    await review(town, bought, { stars: 5, text, display_name: 'Ada' });
  }

  test('counts what waits in the menu, and lets a seller in', async () => {
    await menu().getByRole('link', { name: 'Moderation 3 waiting' }).waitFor();
    await menu().getByRole('link', { name: 'Health 1 waiting' }).waitFor();
    const card = page.getByRole('region', { name: '=cmd Juniper' });
    await card.getByText('=cmd Juniper Street 1').waitFor();
    await card.getByText('Nothing yet').waitFor();
    await clean(page);
    await shot(page, 'operator-moderation', { fullPage: true });
    await card.getByRole('button', { name: 'Approve' }).click();
    await card.waitFor({ state: 'detached' });
    await menu().getByRole('link', { name: 'Moderation 2 waiting' }).waitFor();
    const { members } = ok(await newcomer.get('/v1/account'));
    assert.deepEqual(
      members.map(({ approved }) => approved),
      [true, false],
    );
  });

  test('refuses a seller with the reason that it then reads', async () => {
    const card = page.getByRole('region', { name: 'Hostile Works' });
    await card.getByRole('button', { name: 'Refuse' }).click();
    await card.getByRole('button', { name: 'Refuse' }).click();
    await card.getByText('Enter a reason.').waitFor();
    await clean(page);
    await card.getByRole('button', { name: 'Cancel' }).click();
    await card.getByRole('button', { name: 'Refuse' }).click();
    await card.getByLabel('Reason').fill('The register number is missing.');
    await card.getByRole('button', { name: 'Refuse' }).click();
    await card.waitFor({ state: 'detached' });
    await page.getByText('No seller waits.').waitFor();
    const other = await visit(town.browser);
    await other.page.goto(town.demo.urls.console);
    await other.page.getByLabel('E-mail').fill('n@example.org');
    await other.page.getByLabel('Password').fill(password);
    await other.page.keyboard.press('Enter');
    await other.page.getByRole('link', { name: /Hostile Works/ }).click();
    await other.page.getByText('The register number is missing.').waitFor();
    await other.context.close();
  });

  test('publishes a review', async () => {
    const card = page.getByRole('region', { name: goods.saw });
    await card.getByText('It cuts well canary-review').waitFor();
    await card.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('No review waits.').waitFor();
    await menu().getByRole('link', { name: 'Moderation', exact: true }).waitFor();
    const path = `/v1/sites/${town.demo.site_id}/products/${saw.id}/reviews`;
    const { reviews } = ok(await send(town.demo.urls.server, 'GET', path));
    assert.equal(reviews[0].text, 'It cuts well canary-review');
  });

  test('lists the members, finds one, and saves a table that calculates nothing', async () => {
    await go('Members');
    await page.getByRole('row', { name: /Eisenkontor/ }).waitFor();
    await page.getByRole('searchbox').fill('juniper');
    await page.getByText('1 entry').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    assert.match(text, /\r\n'=cmd Juniper,Approved,/);
    assert.ok(!/(^|,|\n)=cmd/.test(text), text);
    await clean(page);
    await shot(page, 'operator-members');
    await page.getByRole('link', { name: 'Accounts' }).click();
    await page.getByRole('row', { name: /n@example\.org/ }).waitFor();
    await page.getByRole('link', { name: 'Sites' }).click();
    await page.getByRole('row', { name: new RegExp(town.demo.site_id) }).waitFor();
    await clean(page);
  });

  test('sees an order that did not arrive, and sends it again', async () => {
    await go('Health');
    const queues = page.getByRole('region', { name: 'Orders on their way' });
    const row = queues.getByRole('row', { name: /Eisenkontor/ });
    await row.getByText('Gone').waitFor();
    const log = page.getByRole('region', { name: 'Messages to sellers’ programs' });
    const message = log.getByRole('row', { name: /New order.*Eisenkontor.*answered 410/ });
    await message.getByText('Given up', { exact: true }).waitFor();
    assert.equal(await message.getByRole('button').count(), 0);
    await clean(page);
    await shot(page, 'operator-health', { fullPage: true });
    endpoint.mode = 'take';
    const seller = town.demo.sellers.find(({ slug }) => slug === 'eisenkontor');
    const headers = { authorization: `Bearer ${seller.api_key}` };
    const body = { url: endpoint.url };
    ok(await send(town.demo.urls.server, 'POST', '/v1/seller/endpoint', { body, headers }));
    await row.getByRole('button', { name: /^Send again/ }).click();
    await endpoint.wait(1);
    await page.getByText('All orders have reached their sellers.').waitFor();
    await page.reload();
    await log.getByText('Delivered', { exact: true }).waitFor();
    await menu().getByRole('link', { name: 'Health', exact: true }).waitFor();
  });

  test('publishes a fee from a day on', async () => {
    await go('Fee');
    await page.getByText('There is no fee yet.').waitFor();
    await page.getByLabel('Fee (%)').fill('two');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Enter a percentage, like 2.5.').waitFor();
    await clean(page);
    await page.getByLabel('Fee (%)').fill('2.5');
    await page.getByLabel('For each order').fill('0.30 EUR');
    await page.getByRole('button', { name: 'Publish' }).click();
    const row = page.getByRole('row', { name: /In force/ });
    await row.getByText('2.5%').waitFor();
    await row.getByText('€0.30').waitFor();
    await clean(page);
    await shot(page, 'operator-fee');
    const versions = JSON.parse(await town.demo.vitrine('fee'));
    assert.deepEqual(
      versions.map(({ fee }) => fee.fee_bp),
      [250],
    );
  });

  test('makes a key, tells it once, and ends it', async () => {
    await go('Keys');
    await page.getByLabel('Whose').selectOption({ label: 'Eisenkontor Havelufer' });
    await page.getByRole('button', { name: 'New key' }).click();
    const secret = page.getByRole('textbox', { name: /^Key/ });
    await secret.waitFor();
    const key = await secret.inputValue();
    assert.match(key, /^vk_[\w-]{49}$/);
    const opens = async () =>
      (
        await send(town.demo.urls.server, 'GET', '/v1/seller/orders', {
          headers: { authorization: `Bearer ${key}` },
        })
      ).status;
    assert.equal(await opens(), 200);
    await clean(page);
    await shot(page, 'operator-keys');
    await page
      .getByRole('row', { name: /When it is revoked/ })
      .first()
      .getByRole('button', { name: /^Revoke/ })
      .click();
    await secret.waitFor({ state: 'detached' });
    assert.equal(await opens(), 401);
    await page.reload();
    await heading('Keys');
    assert.equal(await secret.count(), 0);
  });

  test('fits a small screen, dark and from right to left', async () => {
    const small = await visit(town.browser, {
      locale: 'ar',
      colorScheme: 'dark',
      viewport: { width: 360, height: 740 },
    });
    await small.page.goto(`${town.demo.urls.console}#/operator/members`);
    await small.page.locator('#email').fill(town.demo.account.email);
    await small.page.locator('#password').fill(town.demo.account.password);
    await small.page.keyboard.press('Enter');
    for (const [name, ready] of [
      ['members', 'td'],
      ['moderation', 'h2'],
      ['health', '.figure-card'],
      ['fee', 'td'],
      ['keys', 'td'],
    ]) {
      await small.page.goto(`${town.demo.urls.console}#/operator/${name}`);
      await small.page.locator(ready).first().waitFor();
      const excess = await small.page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      assert.ok(excess <= 0, `${name}: ${excess}`);
      await clean(small.page);
      await shot(small.page, `operator-small-${name}`, { fullPage: true });
    }
    await small.context.close();
  });

  test('a seller says who it is, what its taxes are, and that it is away; customers read when it is back', async () => {
    await page.goto(`${town.demo.urls.console}#/${town.demo.sellers[0].id}/orders`);
    await heading('Orders');
    await go('Business');
    await page.getByLabel('Address and register').fill('Hafenweg 3\n14482 Potsdam\nHRB 4711');
    await page.getByLabel('Say it in figures too').check();
    await page.getByLabel('Days from receipt').fill('21');
    await page.getByLabel('Who pays for sending it back').selectOption('We do');
    await page.getByLabel('For customers in').fill('DE, at');
    const returned = '21 days from receipt; sending it back is free (Germany and Austria).';
    await page.getByText(`Customers read: ${returned}`).waitFor();
    await page.getByRole('button', { name: 'Add a discount' }).click();
    await page.getByLabel('Off (%)').fill('many');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This is not understood.').waitFor();
    await page.getByLabel('Off (%)').fill('7');
    await clean(page);
    await page.getByRole('button', { name: 'Save' }).click();
    const [seller] = town.demo.sellers;
    const headers = { authorization: `Bearer ${seller.api_key}` };
    const profile = async () =>
      ok(await send(town.demo.urls.server, 'GET', '/v1/seller/profile', { headers }));
    await eventually(async () => (await profile()).address.includes('HRB 4711'));
    assert.equal((await profile()).discounts.at(-1).percent, 7);
    assert.deepEqual((await profile()).return_policy.countries, ['DE', 'AT']);
    assert.ok((await profile()).shipping_profiles.length > 0);

    await page.getByLabel('Back on').fill(dayIn(-3));
    await page.getByRole('button', { name: 'Take no orders' }).click();
    await page.getByText('You come back after the first day, and after today.').waitFor();
    await page.getByLabel('Back on').fill(dayIn(9));
    await page.getByRole('button', { name: 'Take no orders' }).click();
    await page.locator('.notice', { hasText: 'You take no orders. You are back on' }).waitFor();
    await clean(page);
    await shot(page, 'seller-business', { fullPage: true });

    await eventually(async () => {
      const path = `/v1/sites/${town.demo.site_id}/manifest.json`;
      const { sellers } = ok(await send(town.demo.urls.server, 'GET', path));
      return sellers.some(({ back_on }) => back_on === dayIn(9));
    });
    const shop = await visit(town.browser);
    await enter(shop.page, town.demo.urls.blog);
    await showAll(shop.page);
    await shop.page.getByRole('button', { name: goods.trellis, exact: true }).click();
    const view = shop.page.locator('vitrine-product dialog[open]');
    await view
      .getByText(/^Back on \w+ \d+, 20\d\d$/)
      .first()
      .waitFor();
    assert.equal(await view.getByText(/Not delivered/).count(), 0);
    await shot(shop.page, 'holiday-product');
    await view
      .getByText(/^About /)
      .first()
      .click();
    await view.getByText(returned).waitFor();
    await shop.context.close();

    await page.getByRole('button', { name: 'Take orders again' }).click();
    await eventually(async () => {
      const state = ok(await send(town.demo.urls.server, 'GET', '/v1/seller/holiday', { headers }));
      return !state.away && !state.holiday;
    });
  });

  test('a policy forbids nothing that it does', () =>
    assert.deepEqual(
      problems.filter((text) => !/status of (401|404|422)/.test(text)),
      [],
    ));
});
