// Who may only look, or only do the day's work, is offered nothing at the console that the server would refuse: every
// page is opened as both, and every button pressed.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ok, send } from '../server/client.mjs';
import { threeSellers } from '../server/goods.mjs';
import { receiver, until } from '../server/receiver.mjs';
import { browser as person } from '../server/browser.mjs';
import { buy, review, ship } from './buying.mjs';
import { goodsOf } from './host.mjs';
import { goods, openTown, shot, visit } from './shop.mjs';

const password = 'a sentence to remember';
/** Lists for each member: more of them add nothing. */
const mostPages = 30;

describe('buttons of the console', { timeout: 900_000, concurrency: false }, () => {
  let town, endpoint, members;
  before(async () => {
    endpoint = await receiver({ mode: (response) => response.writeHead(410).end() });
    town = await openTown({ endpoints: { eisenkontor: endpoint.url } });
    const { demo } = town;
    const seller = demo.sellers.find(({ slug }) => slug === 'eisenkontor').id;
    const account = person(demo.urls.server);
    ok(await account.post('/v1/sign_in', { ...demo.account, language: 'en' }));
    const presenter = ok(await account.get('/v1/account')).members.find(
      ({ scope }) => scope === 'presenter',
    ).owner;
    members = [presenter, seller, 'operator'];
    const file = join(town.dataDir, 'password.txt');
    writeFileSync(file, `${password}\n`);
    for (const right of ['read', 'orders']) {
      const who = ['--email', `${right}@example.org`, '--name', right, '--password-file', file];
      const acts = members.flatMap((owner) => ['--member', owner]);
      await demo.vitrine('account add', ...who, ...acts, '--right', right);
    }
    // Something to decide: a seller, a review, an order that is open and one that did not arrive.
    const newcomer = person(demo.urls.server);
    const fresh = { email: 'n@example.org', password, name: 'New' };
    ok(await newcomer.post('/v1/accounts', fresh));
    ok(await newcomer.post('/v1/account/sellers', threeSellers.birch.settings));
    const { offer_id } = (await goodsOf(town))[goods.saw];
    const shipped = await buy(town, [offer_id]);
    await ship(town, shipped.orders[0]);
    await review(town, shipped, { stars: 5, text: 'It cuts', display_name: 'Ada' });
    await buy(town, [offer_id]);
    const { api_key } = demo.sellers.find(({ id }) => id === seller);
    const headers = { authorization: `Bearer ${api_key}` };
    await until(
      async () =>
        ok(await send(demo.urls.server, 'GET', '/v1/seller/endpoint', { headers })).parked > 1,
      15_000,
      () => 'two parked orders',
    );
  });
  after(async () => {
    await town?.close();
    await endpoint?.close();
  });

  const settled = async (page) => {
    await page.waitForLoadState('networkidle');
    await page.locator('.waiting').first().waitFor({ state: 'detached' });
  };

  /** Every button that is to be seen and pressed, once by its words; answers the words. */
  async function pressAll(page, hash) {
    const pressed = new Set();
    for (;;) {
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('main details')) each.open = true;
      });
      // At once, as what is listed may change. Whoever leaves may do so, and sees no more.
      const words = await page.evaluate(
        (known) => {
          const wordsOf = (each) => each.getAttribute('aria-label') ?? each.textContent.trim();
          const next = [...document.querySelectorAll('main button:enabled')].find(
            (each) => each.checkVisibility() && !known.includes(wordsOf(each)),
          );
          if (!next) return undefined;
          const words = wordsOf(next);
          next.click();
          return words;
        },
        [...pressed, 'Leave'],
      );
      if (words === undefined) return pressed;
      pressed.add(words);
      await settled(page);
      if ((await page.evaluate(() => location.hash)) !== hash) {
        await page.goto(`${town.demo.urls.console}${hash}`);
        await settled(page);
      }
    }
  }

  for (const right of ['read', 'orders'])
    test(`as ${right}: none is refused by the server`, async () => {
      const { context, page } = await visit(town.browser, { acceptDownloads: true });
      page.on('dialog', (dialog) => void dialog.accept());
      const refused = [];
      page.on('response', (response) => {
        if ([401, 403].includes(response.status()))
          refused.push(`${response.request().method()} ${response.url()} at ${page.url()}`);
      });
      await page.goto(town.demo.urls.console);
      await page.getByLabel('E-mail').fill(`${right}@example.org`);
      await page.getByLabel('Password').fill(password);
      await page.keyboard.press('Enter');
      await page.locator('.member').first().waitFor();
      refused.length = 0; // nobody was signed in
      const seen = new Set();
      for (const owner of members) {
        const open = [`#/${owner}`];
        let pages = 0;
        for (let hash = open.shift(); hash && pages < mostPages; hash = open.shift()) {
          ++pages;
          await page.goto('about:blank');
          await page.goto(`${town.demo.urls.console}${hash}`);
          await page.locator('main h1').waitFor();
          await settled(page);
          const links = await page.evaluate(
            (own) =>
              [...document.querySelectorAll('.frame a[href^="#/"]')]
                .map((link) => link.getAttribute('href'))
                .filter((href) => href.startsWith(own)),
            `#/${owner}`,
          );
          for (const link of links) {
            // One order and one guide stand for all.
            const kind = link.replace(/(orders|guides)\/[^/]+/, '$1/…');
            if (seen.has(kind)) continue;
            seen.add(kind);
            open.push(link);
          }
          for (const words of await pressAll(page, hash)) seen.add(words);
          assert.equal(await page.locator('main .in-place input:enabled').count(), 0, hash);
          const name = hash.replace(/[^a-z]+/g, '-');
          if (/products|terms|team/.test(name)) await shot(page, `rights-${right}${name}`);
        }
      }
      assert.deepEqual(refused, []);
      assert.ok(seen.size > 40, `${seen.size} pages and buttons`);
      const pressed = [...seen].join('\n');
      assert.equal(/^Accept$/m.test(pressed), right === 'orders', pressed);
      assert.doesNotMatch(pressed, /^(Publish the terms|Save|Approve|New key|Invite)$/m);
      await context.close();
    });

  test('the only owner of a team is not offered to leave it', async () => {
    const { context, page } = await visit(town.browser);
    await page.goto(town.demo.urls.console);
    await page.getByLabel('E-mail').fill(town.demo.account.email);
    await page.getByLabel('Password').fill(town.demo.account.password);
    await page.keyboard.press('Enter');
    await page.locator('.member').first().waitFor();
    await page.goto(`${town.demo.urls.console}#/${members[0]}/team`);
    await page.getByText('read@example.org').waitFor();
    await page.getByRole('button', { name: 'Remove read' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Leave' }).count(), 0);
    await context.close();
  });
});
