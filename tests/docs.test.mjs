// The pages at /docs: made of every Markdown file that is linked, without markup of its own, and true where they can be
// run.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { gather } from '../scripts/docs.mjs';
import { root } from '../scripts/command.mjs';
import { bundled } from './web/bundled.mjs';

const pages = gather(); // throws where a link leads to nothing
const read = (file) => readFileSync(join(root, file), 'utf8');

test('every page of docs/ is one of the site, and each has a title and a place of its own', () => {
  const urls = [...pages.values()].map(({ url }) => url);
  assert.equal(new Set(urls).size, urls.length);
  assert.ok(
    urls.includes('/docs') && urls.includes('/docs/theming') && urls.includes('/docs/sellers'),
  );
  for (const { title, file } of pages.values()) assert.ok(title && title !== file, file);
});

test('links between pages lead to pages, anchors to headings', () => {
  const urls = new Map([...pages.values()].map((page) => [page.url, page]));
  const files = new Set([...pages.values()].flatMap((page) => [...page.files.values()]));
  for (const { html, file, url } of pages.values()) {
    for (const [, href] of html.matchAll(/<a href="([^"]+)"/g)) {
      if (/^(https:|mailto:|http:\/\/localhost)/.test(href)) continue;
      const [path, anchor] = href.split('#');
      const page = urls.get(path || url);
      assert.ok(page || files.has(path.replace('/docs/', '')), `${file}: ${href}`);
      if (anchor) assert.ok(page.html.includes(`id="${anchor}"`), `${file}: ${href}`);
    }
  }
});

test('markup in the Markdown stays text', () => {
  for (const { html } of pages.values())
    assert.doesNotMatch(
      html,
      /<(script|style|iframe|vitrine-|img(?! src="\/docs\/))|javascript:|\son\w+="/,
    );
});

test('sellers can copy the check of a signature', async () => {
  const code = [...read('docs/sellers.md').matchAll(/```js\n([\s\S]*?)```/g)]
    .map(([, code]) => code)
    .find((code) => code.includes('export function verified'));
  const { verified } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const secret = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`;
  const body = JSON.stringify({ type: 'order.created', data: { id: 'ord_1', name: 'Zoë' } });
  const now = new Date();
  const headers = (signature) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': signature,
  });
  const signature = new Webhook(secret).sign('msg_1', now, body);
  assert.equal(verified(secret, headers(signature), body).data.id, 'ord_1');
  assert.equal(verified(secret, headers(`v1,AAAA ${signature}`), body).type, 'order.created');
  assert.equal(verified(secret, headers(signature), body.replace('1', '2')), undefined);
  assert.equal(verified(secret, headers(signature), body, Number(now) + 301_000), undefined);
  const other = createHmac('sha256', 'other').update(body).digest('base64');
  assert.equal(verified(secret, headers(`v1,${other}`), body), undefined);
  assert.equal(verified(secret, {}, body), undefined);
});

const { groups, cssOf, contrast } = await bundled('docs/properties.ts');

test('the live page offers the properties that the table names, with the same colours', () => {
  const rows = [...read('docs/theming.md').matchAll(/^\| `--vitrine-([\w-]+)` .*\| (.+?) +\|$/gm)];
  const offered = groups.flatMap(({ properties }) => properties);
  assert.deepEqual(offered.map(({ name }) => name).sort(), rows.map(([, name]) => name).sort());
  for (const { name, light, dark } of offered.filter(({ kind }) => kind === 'colour')) {
    const [, , defaults] = rows.find(([, row]) => row === name);
    assert.equal(defaults.trim(), `\`${light}\`, \`${dark}\``, name);
  }
});

test('its style sheet has what was chosen, and the contrast is that of WCAG', () => {
  assert.equal(cssOf({ light: {}, dark: {} }), '');
  assert.equal(
    cssOf({ light: { ink: '#000' }, dark: { ink: '#fff' } }),
    'vitrine-store {\n  --vitrine-ink: #000;\n}\nvitrine-store[data-dark] {\n  --vitrine-ink: #fff;\n}',
  );
  assert.equal(contrast('#fff', '#000'), 21);
  assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01);
});
