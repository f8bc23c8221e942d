// How the tag lives in a page: where it stands, when it loads, what it leaves behind, and what stays without it.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { goodsOf, openHost } from './host.mjs';
import {
  addButton,
  cards,
  cartButton,
  cartHolds,
  costs,
  eventually,
  goods,
  openTown,
  shot,
  visit,
} from './shop.mjs';

let town, host, shop, saw, trellis;
before(async () => {
  town = await openTown({ args: ['--js-flags=--expose-gc', '--enable-precise-memory-info'] });
  host = await openHost(town);
  shop = `<vitrine-store site="${host.site}"></vitrine-store>`;
  const all = await goodsOf(town);
  [saw, trellis] = [all[goods.saw], all[goods.trellis]];
});
// The server lets one address hold so many connections, and open pages keep theirs.
afterEach(async () => {
  for (const context of town.browser.contexts()) await context.close();
});
after(async () => {
  host?.close();
  await town?.close();
});

async function open(path, body, options = {}) {
  const url = host.put(path, body, options);
  const visited = await visit(town.browser, options.visit);
  const requests = [];
  visited.page.on('request', (request) => {
    if (request.url().startsWith(town.demo.urls.server)) requests.push(request.url());
  });
  await visited.page.goto(url);
  return { ...visited, requests };
}

const longPage = '<div style="height: 4000px">A long article</div>';

test('a page stays where it was scrolled to while parts come late', async () => {
  const { page } = await open('/scrolled', shop + host.tag);
  await addButton(page, goods.saw).scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    window.places = [scrollY];
    addEventListener('scroll', () => window.places.push(scrollY));
  });
  await addButton(page, goods.saw).hover();
  await page.evaluate(() => customElements.whenDefined('vitrine-results'));
  await page.waitForLoadState('networkidle');
  const places = await page.evaluate(() => window.places);
  assert.ok(places[0] > 500);
  assert.deepEqual(
    places.filter((place) => place !== places[0]),
    [],
  );
});

for (const [place, body, head] of [
  ['the head', () => shop, () => host.tag],
  ['the end of the body', () => shop + longPage + host.tag],
  ['two places', () => host.tag + shop + host.tag.replace('vitrine.js', 'vitrine.js?again')],
])
  test(`the tag works from ${place}`, { timeout: 60_000 }, async () => {
    const path = `/${place.replaceAll(' ', '-')}`;
    const { page, problems } = await open(path, body(), { head: head?.() });
    await addButton(page, goods.saw).click();
    await cartHolds(page, 1);
    assert.equal(await page.locator('vitrine-store').count(), 1);
    assert.deepEqual(problems, []);
  });

test(
  'the tag works when a script brings it late, and the shop later still',
  { timeout: 60_000 },
  async () => {
    const { page } = await open('/late', '<h1>A page</h1>');
    await page.evaluate(
      ([src, site]) => {
        document.head.append(
          Object.assign(document.createElement('script'), { type: 'module', src }),
        );
        setTimeout(() => {
          const button = Object.assign(document.createElement('vitrine-cart-button'), { site });
          document.body.append(document.createElement('vitrine-grid'), button);
        }, 1000);
      },
      [`${town.demo.urls.server}/v1/vitrine.js`, host.site],
    );
    await addButton(page, goods.saw).click();
    await cartHolds(page, 1);
  },
);

test('a shop out of sight is fetched when it comes into view', { timeout: 60_000 }, async () => {
  const lazy = shop.replace('>', ' load="visible">');
  const { page, requests } = await open('/visible', host.tag + longPage + lazy);
  await page.waitForFunction(() => globalThis.vitrine);
  await page.waitForTimeout(500);
  assert.deepEqual(
    requests.filter((url) => !url.endsWith('.js')),
    [],
  );
  await page.locator('vitrine-store').scrollIntoViewIfNeeded();
  await cards(page).first().waitFor();
});

test(
  'a shop that waits is fetched when somebody comes near, by pointer or key',
  { timeout: 60_000 },
  async () => {
    const lazy = shop.replace('>', ' load="interaction">');
    for (const come of [
      (page) => page.locator('vitrine-store').hover(),
      (page) => page.keyboard.press('Tab'),
    ]) {
      const { page, requests } = await open('/interaction', host.tag + lazy);
      await page.getByRole('button', { name: 'Show the shop' }).waitFor();
      await page.waitForTimeout(300);
      assert.deepEqual(
        requests.filter((url) => !url.endsWith('.js')),
        [],
      );
      await come(page);
      await cards(page).first().waitFor();
    }
  },
);

test(
  'the cart opens with what is added where the page wants that',
  { timeout: 60_000 },
  async () => {
    const { page } = await open('/open-on-add', host.tag + shop.replace('>', ' open-on-add>'));
    await addButton(page, goods.saw).click();
    await page.locator('vitrine-cart dialog[open]').getByText(goods.saw, { exact: true }).waitFor();
  },
);

test('attributes are properties, and properties attributes', { timeout: 60_000 }, async () => {
  const { page } = await open(
    '/attributes',
    host.tag + shop.replace('>', ' language="de" country="at" open-on-add>'),
  );
  await cards(page).first().waitFor();
  const read = () =>
    page
      .locator('vitrine-store')
      .evaluate(({ site, language, country, theme, load, openOnAdd }) => ({
        site,
        language,
        country,
        theme,
        load,
        openOnAdd,
      }));
  assert.deepEqual(await read(), {
    site: host.site,
    language: 'de',
    country: 'at',
    theme: undefined,
    load: undefined,
    openOnAdd: true,
  });
  await page.getByRole('button', { name: /^Warenkorb/ }).waitFor();
  await page.locator('vitrine-store').evaluate((element) => {
    Object.assign(element, { language: 'en', openOnAdd: false, theme: 'dark' });
    return element.updateComplete;
  });
  await page.getByRole('button', { name: 'Cart, empty' }).waitFor();
  assert.deepEqual(
    await page
      .locator('vitrine-store')
      .evaluate((element) =>
        ['language', 'open-on-add', 'theme'].map((name) => element.getAttribute(name)),
      ),
    ['en', null, 'dark'],
  );
});

test(
  'taken out and put back a hundred times, it works on and leaves nothing behind',
  { timeout: 120_000 },
  async () => {
    const parts = `<div id="app"><vitrine-store site="${host.site}"></vitrine-store>
    <vitrine-cart-button></vitrine-cart-button><vitrine-price offer="${saw.offer_id}"></vitrine-price>
    <vitrine-buy-button offer="${saw.offer_id}"></vitrine-buy-button></div>`;
    const { page, requests, problems } = await open('/spa', host.tag + parts);
    await cards(page).first().waitFor();
    await page.locator('vitrine-buy-button button').waitFor();
    const cycle = (times, fresh) =>
      page.evaluate(
        async ({ times, fresh, markup }) => {
          const settle = () => new Promise((resolve) => setTimeout(resolve, 10));
          for (let i = 0; i < times; ++i) {
            const app = document.querySelector('#app');
            const place = document.createComment('');
            app.replaceWith(place);
            await settle();
            if (fresh) {
              const next = document.createElement('template');
              next.innerHTML = markup;
              place.replaceWith(next.content);
            } else place.replaceWith(app);
            await settle();
          }
        },
        { times, fresh, markup: parts },
      );
    const client = await page.context().newCDPSession(page);
    await client.send('HeapProfiler.enable');
    const counted = async () => {
      await client.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
      const { usedSize } = await client.send('Runtime.getHeapUsage');
      return { nodes, jsEventListeners, usedSize };
    };
    /** What is let go is not always gone with the first collection. */
    const settles = (before) => {
      let now;
      const fits = ({ nodes, jsEventListeners, usedSize }) =>
        nodes <= before.nodes * 1.2 &&
        jsEventListeners <= before.jsEventListeners * 1.2 &&
        usedSize <= before.usedSize + 600_000;
      return eventually(async () => fits((now = await counted())), {
        patience: 30_000,
        tell: () => JSON.stringify({ before, now }),
      });
    };
    await cycle(10, true);
    const asked = requests.filter((url) => /manifest|catalogs/.test(url)).length;
    await page.waitForTimeout(1000);
    const before = await counted();
    await cycle(100, true);
    await settles(before);
    await cycle(100, false);
    await settles(before);
    assert.equal(requests.filter((url) => /manifest|catalogs/.test(url)).length, asked);
    await page.locator('vitrine-buy-button button').click();
    await cartButton(page).locator('.badge').getByText('1', { exact: true }).waitFor();
    assert.deepEqual(problems, []);
  },
);

test(
  'without scripts what the page put there stays: text, links and JSON-LD',
  { timeout: 60_000 },
  async () => {
    const data = { '@context': 'https://schema.org', '@type': 'Product', name: goods.saw };
    const fallback = `<vitrine-store site="${host.site}"><p>Our tools</p>
    <script type="application/ld+json">${JSON.stringify(data)}</script>
    <vitrine-buy-button offer="${saw.offer_id}"><a href="${town.demo.urls.server}/sites/${host.site}/buy/${saw.offer_id}:1">Buy</a></vitrine-buy-button></vitrine-store>`;
    const { page } = await open('/plain', host.tag + fallback, {
      visit: { javaScriptEnabled: false },
    });
    await page.getByText('Our tools').waitFor();
    await page.getByRole('link', { name: 'Buy' }).waitFor();
    const scripted = await open('/scripted', host.tag + fallback);
    await cards(scripted.page).first().waitFor();
    const kept = await scripted.page.locator('script[type="application/ld+json"]').textContent();
    assert.deepEqual(JSON.parse(kept), data);
    await eventually(async () => !(await scripted.page.getByText('Our tools').isVisible()));
  },
);

test('a link opens the same cart on our own origin', { timeout: 60_000 }, async () => {
  const { server } = town.demo.urls;
  const buy = (items) => `${server}/sites/${host.site}/buy/${items}`;
  const { page } = await visit(town.browser);
  const [first, second] = [saw, trellis].map(({ offer_id }) => offer_id);
  await page.goto(`${buy(`${first}:2,${second}:1`)}?utm_source=newsletter`);
  await page.getByRole('heading', { name: 'Checkout' }).waitFor();
  assert.equal(new URL(page.url()).pathname, `/checkout/${host.site}`);
  for (const title of [goods.saw, goods.trellis]) await page.getByText(title).first().waitFor();
  await costs(page, '€');
  await shot(page, 'permalink');

  const answer = await fetch(buy(`${first}%3A2`), { redirect: 'manual' });
  assert.equal(answer.status, 303);
  assert.match(
    answer.headers.get('location'),
    new RegExp(`#lines=${first}:2&country=DE&language=en$`),
  );
  const damaged = await fetch(buy(`${first}:0`), { redirect: 'manual' });
  assert.equal(damaged.status, 303);
  assert.match(
    damaged.headers.get('location'),
    /#damaged=out_of_range&path=line_items\[0\]\.quantity&language=en$/,
  );
  assert.equal((await fetch(`${server}/sites/site_none/buy/${first}:1`)).status, 404);
});

test('nothing in the page moves while the shop comes', { timeout: 60_000 }, async () => {
  const { page } = await visit(town.browser);
  await page.addInitScript(() => {
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries())
        globalThis.shifts.push([shift.value, ...shift.sources.map(({ node }) => node?.nodeName)]);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const text = '<p>Text below the shop, which a reader may be reading.</p>'.repeat(5);
  // What stands there before any script has come is the page's own to say.
  const kept = shop.replace('>', ' style="display: block; min-block-size: 100vh">');
  const url = host.put('/still', `${host.tag}<h1>A page</h1>${kept}${text}`);
  for (const size of [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await page.goto(url);
    await cards(page).first().waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), [], JSON.stringify(size));
  }
});
