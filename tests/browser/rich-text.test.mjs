// What sellers write in HTML, as customers see it: headings, lists and strong words, and never anything that runs.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clean } from './axe.mjs';
import { goodsOf, openHost } from './host.mjs';
import { eventually, openTown, shot, visit } from './shop.mjs';

const title = 'Garden bench kit';
const description = `<h2>What it is</h2><p>Larch, <strong>ready <em>cut</em></strong> &amp; planed.</p>
  <ul><li>Two sides</li><li><b>Five</b> slats<script>evil()</script></li></ul>
  <h3>How it goes together</h3><ol><li>Lay out the sides</li><li onclick="evil()">Screw on the slats</li></ol>
  <p>&lt;img src=x onerror=evil()&gt; <a href="javascript:evil()">Ask us</a></p>`;

let town, host, card;
before(async () => {
  town = await openTown();
  host = await openHost(town);
  const feed = join(town.dataDir, 'bench.jsonl');
  const row = { id: 'BENCH-KIT', title, description, price: '89.00 EUR' };
  writeFileSync(feed, JSON.stringify({ ...row, availability: 'in_stock' }) + '\n');
  await town.demo.vitrine('import', '--seller', town.demo.sellers[0].id, feed);
  await eventually(async () => (card = (await goodsOf(town))[title]));
});
after(async () => {
  host?.close();
  await town?.close();
});

test('a description has its headings, lists and strong words', async () => {
  const { page, problems } = await visit(town.browser);
  const product = `<vitrine-product site="${host.site}" product="${card.id}"></vitrine-product>`;
  await page.goto(host.put('/rich', host.tag + product));
  const shown = page.locator('vitrine-product .description');
  await shown.waitFor();
  await page.locator('vitrine-product').scrollIntoViewIfNeeded();
  await shot(page, 'description', { fullPage: true });
  assert.deepEqual(
    await shown.evaluate((all) =>
      [...all.children].map((each) => each.outerHTML.replace(/<!--.*?-->|\n\s*/g, '')),
    ),
    [
      '<h4>What it is</h4>',
      '<p>Larch, <strong>ready</strong> <strong><em>cut</em></strong> &amp; planed.</p>',
      '<ul><li>Two sides</li><li><strong>Five</strong> slats</li></ul>',
      '<h4>How it goes together</h4>',
      '<ol><li>Lay out the sides</li><li>Screw on the slats</li></ol>',
      '<p>&lt;img src=x onerror=evil()&gt; Ask us</p>',
    ],
  );
  await clean(page, 'vitrine-product');
  assert.deepEqual(problems, []);
});
