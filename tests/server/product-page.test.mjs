// A product's own page and a shelf as HTML: what sellers write stays text, and nothing of it is out of date.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { threeSellers } from './goods.mjs';
import { openShop } from './shop.mjs';

const hostile = '</script></h1><img src=x onerror="taken=1">&amp; "canary"';
const row = {
  ...threeSellers.birch.goods[0],
  ...{ id: 'BIR-EVIL', title: hostile, description: hostile, brand: hostile },
};

let shop;
before(async () => {
  const birch = { ...threeSellers.birch, goods: [...threeSellers.birch.goods, row] };
  birch.settings = { ...birch.settings, name: 'Birch <i>Iron</i>' };
  shop = await openShop({ sellers: { ...threeSellers, birch } });
});
after(() => shop?.stop());

const read = async (path) => {
  const answer = await fetch(shop.url + path);
  return { answer, html: await answer.text() };
};
const productOf = async (title) => {
  const { html } = await read(`/v1/sites/${shop.site_id}/fallback.html`);
  const [, id] = new RegExp(`products/(pro_\\w+)">[^\\n]*${title}`).exec(html);
  return id;
};
const pathOf = async (title) => `/sites/${shop.site_id}/products/${await productOf(title)}`;
const dataOf = (html) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)[1]);

test('says what a product costs at whom, to people and to search engines', async () => {
  const path = await pathOf('Larch board');
  const { answer, html } = await read(path);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.match(answer.headers.get('content-security-policy'), /script-src 'self' 'wasm-unsafe/);
  const { id } = shop.offers['ALD-BOARD'];
  const buy = `${shop.url}/sites/${shop.site_id}/buy/${id}:1`;
  assert.ok(
    html.includes(`<td>Alder Timber</td><td>€18.90</td><td><a href="${buy}">Buy</a>`),
    html,
  );
  assert.ok(html.includes(`<link rel="canonical" href="${shop.url}${path}">`));
  const data = dataOf(html);
  assert.equal(data['@type'], 'Product');
  assert.equal(data.name, 'Larch board canary-alder');
  assert.deepEqual(data.offers, [
    {
      '@type': 'Offer',
      ...{ sku: 'ALD-BOARD', url: buy, price: '18.90', priceCurrency: 'EUR' },
      availability: 'https://schema.org/InStock',
      seller: { '@type': 'Organization', name: 'Alder Timber' },
    },
  ]);
  assert.equal((await fetch(shop.url + path, { method: 'HEAD' })).status, 200);
});

test('says what is sold out', async () => {
  const { html } = await read(await pathOf('Elm plank'));
  assert.match(html, /<td>Sold out<\/td>/);
  assert.equal(dataOf(html).offers[0].availability, 'https://schema.org/OutOfStock');
});

test('shows a new price at once', async () => {
  const path = await pathOf('Torx screws');
  const headers = { authorization: `Bearer ${shop.sellers.birch.api_key}` };
  const sent = await shop.send('POST', '/v1/seller/offers/BIR-SCREW', {
    body: { price: 1234 },
    headers,
  });
  assert.equal(sent.status, 200);
  for (let attempt = 0; ; ++attempt) {
    const { html } = await read(path);
    if (html.includes('€12.34') && dataOf(html).offers[0].price === '12.34') break;
    assert.ok(attempt < 100, html);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

test('takes what sellers write for text', async () => {
  const { answer, html: list } = await read(`/v1/sites/${shop.site_id}/fallback.html`);
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  assert.match(answer.headers.get('content-security-policy'), /sandbox/);
  const escaped =
    '&lt;/script&gt;&lt;/h1&gt;&lt;img src=x onerror=&quot;taken=1&quot;&gt;&amp;amp;';
  assert.ok(list.includes(escaped), list);
  assert.ok(list.includes('Birch &lt;i&gt;Iron&lt;/i&gt;'));
  assert.doesNotMatch(list, /onerror="|<i>|€|\d\.\d\d/);
  const { html } = await read(await pathOf('&lt;/script'));
  assert.ok(html.includes(`<h1>${escaped}`), html);
  assert.equal(html.match(/<\/script>/g).length, 2);
  assert.doesNotMatch(html, /onerror="|<i>/);
  const data = dataOf(html);
  assert.equal(data.name, hostile);
  assert.equal(data.brand.name, hostile);
  assert.equal(data.offers[0].seller.name, 'Birch <i>Iron</i>');
});

test('says how a seller takes goods back, once it says so in figures', async () => {
  const path = await pathOf('Torx screws');
  const headers = { authorization: `Bearer ${shop.sellers.birch.api_key}` };
  const call = async (method, body) => {
    const answer = await shop.send(method, '/v1/seller/profile', { body, headers });
    assert.equal(answer.status, 200, answer.text);
    return answer.json;
  };
  const known = await call('GET');
  const return_policy = { countries: ['DE', 'AT'], days: 30, paid_by: 'seller' };
  await call('POST', { ...known, return_policy });
  for (let attempt = 0; ; ++attempt) {
    const [offer] = dataOf((await read(path)).html).offers;
    if (offer.hasMerchantReturnPolicy) {
      assert.deepEqual(offer.hasMerchantReturnPolicy, {
        '@type': 'MerchantReturnPolicy',
        applicableCountry: ['DE', 'AT'],
        returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
        merchantReturnDays: 30,
        returnFees: 'https://schema.org/FreeReturn',
      });
      break;
    }
    assert.ok(attempt < 200, JSON.stringify(offer));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

test('people whose link leads nowhere read why, in the language of the site or else in their own', async () => {
  const visit = async (path, language) => {
    const headers = { accept: 'text/html,*/*;q=0.8', 'accept-language': language };
    const answer = await fetch(shop.url + path, { headers });
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.match(answer.headers.get('content-security-policy'), /default-src 'none'/);
    return answer.text();
  };
  const site = `/sites/${shop.site_id}`;
  for (const path of [`${site}/products/pro_none`, `${site}/products/<i>`, site]) {
    const html = await visit(path, 'de');
    assert.match(html, /<html lang="en">/);
    assert.match(html, /<h1>This product is not here<\/h1>/);
    assert.match(html, /<a class="to-shop" href="[^"]+">Go to the shop<\/a>/);
    assert.doesNotMatch(html, /<i>/);
  }
  for (const path of ['/sites/site_none/products/pro_none', '/checkout/site_none']) {
    assert.match(await visit(path, 'de-AT,en'), /<html lang="de">.*Hier ist kein Shop/s);
    assert.match(await visit(path, 'ar'), /<html lang="ar" dir="rtl">/);
    assert.match(await visit(path, 'xx'), /There is no shop here/);
  }
});

test('refuses what there is not', async () => {
  const refusal = async (path) => {
    const { answer, html } = await read(path);
    return `${answer.status} ${JSON.parse(html).error.code}`;
  };
  assert.equal(await refusal(`/sites/${shop.site_id}/products/pro_none`), '404 unknown_product');
  assert.equal(await refusal('/sites/site_none/products/pro_none'), '404 unknown_site');
  assert.equal(await refusal(`/sites/${shop.site_id}/products`), '404 not_found');
  assert.equal(await refusal('/v1/sites/site_none/fallback.html'), '404 unknown_site');
});

test('the whole shop is a page that the site’s own pages may show in a frame', async () => {
  const { answer, html } = await read(`/sites/${shop.site_id}/shop`);
  assert.equal(answer.status, 200);
  assert.match(
    answer.headers.get('content-security-policy'),
    /; frame-ancestors 'self' https:\/\//,
  );
  assert.ok(html.includes(`<link rel="canonical" href="${shop.url}/sites/${shop.site_id}/shop">`));
  assert.match(html, /<vitrine-store site="site_\w+">\n<ul>[^]*Larch board[^]*<\/vitrine-store>/);
  assert.ok(!html.includes('<img src=x'));
  const path = await pathOf('Larch board');
  const policy = (await read(path)).answer.headers.get('content-security-policy');
  assert.equal(policy, answer.headers.get('content-security-policy'));
  assert.equal((await read('/sites/site_none/shop')).answer.status, 404);
});
