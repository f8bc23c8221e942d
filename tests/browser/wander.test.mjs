// Visitors and members who press, type and choose at random: nothing throws, no request is answered 5xx, nothing sticks
// out of the page, and what the shop shows stays what its cart holds. VITRINE_WALKS and VITRINE_STEPS make it longer.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cartButton, enter, openTown, visit } from './shop.mjs';
import { wander } from './wander.mjs';

const walks = Number(process.env.VITRINE_WALKS ?? 2);
const steps = Number(process.env.VITRINE_STEPS ?? 30);
const viewports = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];

describe('wandering about', { timeout: 120_000 + walks * steps * 4000 }, () => {
  let town;
  before(async () => {
    town = await openTown();
  });
  after(() => town?.close());

  /** A visitor, and what must hold after each of its steps. */
  async function visitor(walk, options) {
    const { page, problems, context } = await visit(town.browser, {
      viewport: viewports[walk % 2],
      ...options,
    });
    page.on('response', (answer) => {
      if (answer.status() >= 500) problems.push(`${answer.status()} ${answer.url()}`);
    });
    page.on('dialog', (dialog) => dialog.dismiss().catch(() => {}));
    const check = async () => {
      // What was refused is told to the visitor, and by the browser.
      assert.deepEqual(
        problems.filter((problem) => !/status of 4\d\d/.test(problem)),
        [],
      );
      const wide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      assert.ok(wide <= 0, `${wide} pixels stick out at ${page.url()}`);
    };
    return { page, check, context };
  }

  for (let walk = 0; walk < walks; ++walk) {
    test(`a customer, walk ${walk}`, async () => {
      const { page, check, context } = await visitor(walk, { locale: walk % 3 ? 'ar' : 'en-GB' });
      await enter(page, town.demo.urls.blog);
      const trail = await wander(page, {
        seed: walk,
        steps,
        within: 'vitrine-store',
        check: async () => {
          if (!page.url().startsWith(town.demo.urls.blog)) await enter(page, town.demo.urls.blog);
          await check();
          const { cart } = await page.evaluate(() => window.vitrine.actions.getCart());
          const count = cart.line_items.reduce((sum, { quantity }) => sum + quantity, 0);
          const badge = cartButton(page).locator('[part=badge]');
          await (count === 0
            ? badge.waitFor({ state: 'detached' })
            : badge
                .filter({ hasText: new RegExp(`^\\s*${count}\\s*$`) })
                .waitFor({ state: 'attached' }));
        },
      });
      assert.ok(
        trail.filter((step) => /^(button|input|a) /.test(step) || /^\w+\[/.test(step)).length >
          steps / 4,
        trail,
      );
      await context.close();
    });

    test(`a member, walk ${walk}`, async () => {
      const { page, check, context } = await visitor(walk);
      const home = town.demo.urls.console;
      await page.goto(home);
      await page.getByLabel('E-mail').fill(town.demo.account.email);
      await page.getByLabel('Password').fill(town.demo.account.password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByRole('button', { name: 'Sign out' }).waitFor();
      await wander(page, {
        seed: walk,
        steps,
        skip: (name) => /Sign out|Leave/.test(name),
        check: async () => {
          if (!page.url().startsWith(home)) await page.goto(home);
          await check();
        },
      });
      await context.close();
    });
  }
});
