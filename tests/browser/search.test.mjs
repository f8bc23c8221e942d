// The search: by keyboard, as screen readers are told of it, in little room, and without a network.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cards, cartHolds, enter, eventually, openTown, shot, visit } from './shop.mjs';

const narrow = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const field = (page) => page.getByLabel('Search the shop');
const options = (page) => page.locator('vitrine-search [role=option]');
const results = (page) => page.locator('vitrine-results #found');
const told = (page, text) =>
  page.locator('vitrine-results').getByRole('status').filter({ hasText: text });
/** What is to be ticked or chosen there. */
const box = (place, name) =>
  place.getByRole('checkbox', { name }).or(place.getByRole('radio', { name }));
const titles = (page) => page.locator('vitrine-grid h3').allInnerTexts();

async function find(page, query) {
  await field(page).fill(query);
  await field(page).press('Enter');
  await results(page).filter({ hasText: query }).waitFor();
}

/** The field and its list as the browser hands them to assistive technology. */
async function accessibility(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const shown = nodes.filter(({ ignored }) => !ignored);
  const property = (node, name) => node.properties?.find((each) => each.name === name)?.value;
  const [combobox] = shown.filter(({ role }) => role?.value === 'combobox');
  const [list] = shown.filter(
    ({ role, name }) => role?.value === 'listbox' && name?.value === 'Suggestions',
  );
  const [active] = property(combobox, 'activedescendant')?.relatedNodes ?? [];
  const marked =
    active && shown.find(({ backendDOMNodeId: id }) => id === active?.backendDOMNodeId);
  return {
    name: combobox.name.value,
    expanded: property(combobox, 'expanded')?.value,
    autocomplete: property(combobox, 'autocomplete')?.value,
    controls:
      property(combobox, 'controls')?.relatedNodes?.[0]?.backendDOMNodeId ===
      list?.backendDOMNodeId,
    listed: list !== undefined,
    active: marked && {
      role: marked.role.value,
      name: marked.name.value,
      selected: property(marked, 'selected')?.value,
    },
    options: shown.filter(({ role }) => role?.value === 'option').map(({ name }) => name.value),
  };
}

let town;
before(async () => (town = await openTown()));
after(() => town?.close());

describe('the search field', { timeout: 180_000 }, () => {
  let page, problems, events;
  before(async () => {
    ({ page, problems } = await visit(town.browser));
    await enter(page, town.demo.urls.blog);
    events = await page.evaluateHandle(() => {
      const heard = [];
      document.addEventListener('vitrine:search:update', async ({ detail }) => {
        const { total } = await detail.promise;
        heard.push({ ...detail.request, total });
      });
      return heard;
    });
  });
  after(() => page?.context().close());

  test('is reached by Tab, and becomes a combobox', async () => {
    await page.locator('vitrine-store').evaluate((shop) => ((shop.tabIndex = -1), shop.focus()));
    const place = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element.getAttribute('aria-label');
      });
    for (let step = 0; (await place()) !== 'Search the shop'; ++step) {
      assert.ok(step < 5, 'not reached');
      await page.keyboard.press('Tab');
    }
    await page.getByRole('combobox', { name: 'Search the shop', expanded: false }).waitFor();
    const { options: listed, ...before } = await accessibility(page);
    assert.equal(before.autocomplete, 'list');
    assert.equal(before.listed, false);
  });

  test('suggests between two key strokes, with what matches marked, and prices', async () => {
    await page.keyboard.type('larch boa');
    await options(page).first().waitFor();
    const first = options(page).first();
    assert.deepEqual(await first.locator('mark').allInnerTexts(), ['Larch', 'board']);
    assert.match(await first.innerText(), /€9\.90/);
    const said = await accessibility(page);
    assert.deepEqual(
      { ...said, options: said.options[0] },
      {
        name: 'Search the shop',
        expanded: true,
        autocomplete: 'list',
        controls: true,
        listed: true,
        active: undefined,
        options: 'Larch board, planed, 27 × 145 mm, from €9.90',
      },
    );
    await page
      .locator('vitrine-search')
      .getByRole('status')
      .filter({ hasText: /^\d+ suggestions$/ })
      .waitFor();
  });

  test('moves by arrows, past either end back into the text', async () => {
    const count = await options(page).count();
    const active = async () => (await accessibility(page)).active;
    const names = (await accessibility(page)).options;
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(await active(), { role: 'option', name: names[0], selected: true });
    await page.keyboard.press('ArrowUp');
    assert.equal(await active(), undefined);
    await page.keyboard.press('ArrowUp');
    assert.equal((await active()).name, names[count - 1]);
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(), undefined);
    for (const key of ['Home', 'End']) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press(key);
      assert.equal(await active(), undefined, key);
    }
    assert.equal(await field(page).evaluate((input) => input.selectionStart), 'larch boa'.length);
  });

  test('closes by Escape with its text kept, opens by ArrowDown, and is emptied by a second Escape', async () => {
    await page.keyboard.press('Escape');
    assert.equal((await accessibility(page)).expanded, false);
    assert.equal(await field(page).inputValue(), 'larch boa');
    await page.keyboard.press('ArrowDown');
    await options(page).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    assert.equal(await field(page).inputValue(), '');
  });

  test('opens a product by Enter, and has the focus again afterwards', async () => {
    await page.keyboard.type('pull saw');
    await options(page).filter({ hasText: 'Pull saw, 240 mm' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const view = page.locator('vitrine-product dialog[open]');
    await view.getByRole('button', { name: 'Add to cart' }).waitFor();
    await page.keyboard.press('Escape');
    await view.waitFor({ state: 'hidden' });
    assert.ok(await field(page).evaluate((input) => input.getRootNode().activeElement === input));
    assert.equal((await accessibility(page)).expanded, false);
  });

  test('shows what is found in the place of the shelf, and tells how much', async () => {
    await find(page, 'screw');
    await told(page, '5 results for “screw”').waitFor();
    await cards(page).nth(5).waitFor({ state: 'detached' });
    assert.equal(await cards(page).count(), 5);
    assert.match((await titles(page))[0], /screws/);
    assert.deepEqual(await events.jsonValue(), [{ query: 'screw', total: 5 }]);
  });

  test('sorts by price', async () => {
    await page.getByLabel('Sort by').selectOption('Price, low to high');
    const prices = () =>
      page
        .locator('vitrine-grid [part=card-price]')
        .evaluateAll((all) => all.map((each) => Number(/\d+\.\d\d/.exec(each.textContent)[0])));
    await eventually(async () => {
      const found = await prices();
      return found.length === 5 && found.every((price, at) => at === 0 || found[at - 1] <= price);
    });
  });

  test('offers the categories that would narrow it', async () => {
    await field(page).fill('larch');
    const chosen = options(page).filter({ hasText: 'only in' }).first();
    const category = /only in (.+)$/m.exec(await chosen.innerText())[1];
    await chosen.click();
    await page.getByRole('button', { name: `Remove filter: ${category}` }).waitFor();
    assert.ok((await cards(page).count()) > 0);
  });

  test('is emptied by its button, and the shelf comes back', async () => {
    await page.getByRole('button', { name: 'Show everything' }).click();
    await cards(page).nth(23).waitFor();
    await find(page, 'compost');
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await cards(page).nth(23).waitFor();
    assert.equal(await field(page).inputValue(), '');
    assert.equal(await results(page).count(), 0);
    assert.deepEqual(problems, []);
  });
});

describe('what is found', { timeout: 180_000 }, () => {
  let page, problems;
  before(async () => {
    ({ page, problems } = await visit(town.browser));
    await enter(page, town.demo.urls.blog);
  });
  after(() => page?.context().close());

  const choice = (name) => box(page.locator('vitrine-results aside'), name);

  test('can be filtered without a search, and each filter leaves as many as it says', async () => {
    await page.getByRole('button', { name: 'Filters' }).click();
    await results(page).filter({ hasText: '51 products' }).waitFor();
    const seller = choice(/^Eisenkontor/);
    const count = Number(/(\d+)$/.exec((await seller.locator('xpath=..').innerText()).trim())[1]);
    await seller.press('Space');
    await told(page, `${count} products`).waitFor();
    assert.equal(await cards(page).count(), Math.min(count, 24));
    assert.ok(await seller.isChecked());
  });

  test('joins alternatives of one kind and cuts kinds with each other', async () => {
    const total = async () => Number(/\d+/.exec(await results(page).innerText())[0]);
    const one = await total();
    await choice(/^Krume & Keim/)
      .last()
      .check();
    await eventually(async () => (await total()) > one);
    const two = await total();
    await choice(/^€5.00 to €9.99/).check();
    await eventually(async () => (await total()) < two);
    assert.equal(await page.locator('vitrine-results .chip').count(), 3);
  });

  test('loses its filters one by one, and the focus goes to what is found then', async () => {
    await page.getByRole('button', { name: 'Remove filter: €5.00 to €9.99' }).press('Enter');
    await page.getByRole('button', { name: /€5.00/ }).waitFor({ state: 'detached' });
    assert.ok(await choice('Any price').isChecked());
    assert.ok(await results(page).evaluate((title) => title.getRootNode().activeElement === title));
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await results(page).filter({ hasText: '51 products' }).waitFor();
    assert.equal(await page.locator('vitrine-results input:checked').count(), 1, 'any price');
  });

  test('comes page by page', async () => {
    await page.getByRole('button', { name: 'Show more' }).click();
    await cards(page).nth(47).waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await cards(page).nth(49).waitFor();
    assert.equal(new Set(await titles(page)).size, 51);
  });

  test('says which words were taken for those that are nowhere', async () => {
    await find(page, 'baord');
    await page.getByText('Closest: board', { exact: false }).waitFor();
    assert.ok((await cards(page).count()) > 0);
  });

  test('goes into the cart from where it stands', async () => {
    await find(page, 'pull saw');
    await page.getByRole('button', { name: 'Add Pull saw, 240 mm to the cart' }).click();
    await cartHolds(page, 1);
  });

  test('is told to be nothing, with what would be found instead', async () => {
    await find(page, 'larch trousers');
    await told(page, 'Nothing found for “larch trousers”').waitFor();
    assert.equal(await cards(page).first().isVisible(), false);
    await shot(page, 'search-nothing');
    await page.getByRole('button', { name: /^“larch” \d+$/ }).click();
    await told(page, 'results for “larch”').waitFor();
    assert.equal(await field(page).inputValue(), 'larch');
    assert.ok(await cards(page).first().isVisible());
    assert.deepEqual(problems, []);
  });

  test('has a way out of more words than can be searched', async () => {
    await field(page).fill('a b c d e f g h i j k l m');
    await field(page).press('Enter');
    await page.getByText('Please search for 12 words at most.').waitFor();
    await find(page, 'saw');
    assert.ok(await cards(page).first().isVisible());
  });
});

test('the search needs no network once it had the focus', { timeout: 120_000 }, async () => {
  const { page, context } = await visit(town.browser);
  await enter(page, town.demo.urls.blog);
  await field(page).focus();
  await page.getByRole('combobox', { name: 'Search the shop' }).waitFor();
  await page.waitForLoadState('networkidle');
  const asked = [];
  await context.setOffline(true);
  // What hears of changed prices tries by itself to be heard again.
  const needless = /\/v1\/(media|changes-|sites\/[^/]+\/changes)/;
  page.on('request', (request) => {
    const url = request.url();
    if (url.includes('/v1/') && !needless.test(url)) asked.push(url);
  });
  await field(page).pressSequentially('larch boa');
  await options(page).first().waitFor();
  await find(page, 'larch');
  await told(page, /results for “larch”/).waitFor();
  await box(page.locator('vitrine-results aside'), /^Timber › Boards/).check();
  await page.getByRole('button', { name: 'Remove filter: Timber › Boards' }).waitFor();
  await find(page, 'larch trousers');
  await page.getByRole('button', { name: /^“larch” \d+$/ }).waitFor();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await cards(page).nth(23).waitFor();
  assert.deepEqual(asked, []);
  await context.close();
});

describe('where a part of the search does not come', { timeout: 120_000 }, () => {
  let page, tries;
  before(async () => {
    ({ page } = await visit(town.browser));
    tries = 0;
    await page.route(/\/(suggestions|results)-\w+\.js/, (route) => (++tries, route.abort()));
    await enter(page, town.demo.urls.blog);
  });
  after(() => page?.context().close());

  test('the field searches without suggestions, and the shop says that the rest is missing', async () => {
    await field(page).fill('pull saw');
    await field(page).press('Enter');
    await page.getByText('This could not be loaded.').waitFor();
    await cards(page).nth(23).waitFor();
    await page.waitForTimeout(500);
    assert.ok(tries < 10, `${tries} tries`);
  });

  test('it comes with the next search', async () => {
    await page.unroute(/\/(suggestions|results)-\w+\.js/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await find(page, 'pull saw');
    await told(page, 'for “pull saw”').waitFor();
    await page.getByText('This could not be loaded.').waitFor({ state: 'detached' });
  });
});

describe('the search in little room', { timeout: 180_000 }, () => {
  for (const [title, { name, options: look, rtl }] of Object.entries({
    'on a page 360 px wide': { name: 'narrow', options: narrow },
    'on a narrow dark page from right to left': {
      name: 'narrow-dark-rtl',
      options: { ...narrow, colorScheme: 'dark' },
      rtl: true,
    },
  })) {
    test(title, async () => {
      const { context, page, problems } = await visit(town.browser, look);
      if (rtl) await page.addInitScript(turnAround);
      await enter(page, town.demo.urls.blog);
      await page.locator('vitrine-search').evaluate((element) => element.scrollIntoView());
      await field(page).tap();
      await page.getByRole('combobox', { name: 'Search the shop' }).waitFor();
      await field(page).pressSequentially('larch boa');
      await options(page).first().waitFor();
      await fits(page, page.locator('vitrine-search .popup'));
      await shot(page, `search-suggestions-${name}`);

      await find(page, 'larch');
      assert.equal(await field(page).evaluate((input) => input.matches(':focus')), false);
      await fits(page, page.locator('vitrine-results .head'));
      await shot(page, `search-results-${name}`);

      const filters = page.getByRole('button', { name: /^Filters/ });
      await filters.tap();
      const sheet = page.getByRole('dialog', { name: 'Filters' });
      await box(sheet, /^Timber › Boards/).check();
      await fits(page, sheet);
      await shot(page, `search-sheet-${name}`);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'hidden' });
      assert.ok(await filters.evaluate((button) => button.getRootNode().activeElement === button));
      await filters.tap();
      const show = sheet.getByRole('button', { name: /^Show \d+ product/ });
      const count = Number(/\d+/.exec(await show.innerText())[0]);
      await show.tap();
      await sheet.waitFor({ state: 'hidden' });
      assert.equal(await cards(page).count(), count);
      await fits(page, page.locator('vitrine-results .chips'));

      await find(page, 'unfindablelongwordunfindablelongword thing');
      await fits(page, page.locator('vitrine-results .nothing'));
      await shot(page, `search-nothing-${name}`);
      assert.deepEqual(problems, []);
      await context.close();
    });
  }
});

/** The thing is within the page, and the page within its window. */
async function fits(page, thing) {
  const { x, width } = await thing.boundingBox();
  assert.ok(x >= -1 && x + width <= page.viewportSize().width + 1, `from ${x}, ${width} wide`);
  const [content, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok(content <= room, `${content} px of content in ${room} px`);
}

/** Runs in the page before its own scripts. */
function turnAround() {
  if (window !== top) return;
  new MutationObserver((_, watch) => {
    document.documentElement.dir = 'rtl';
    watch.disconnect();
  }).observe(document, { childList: true });
}
