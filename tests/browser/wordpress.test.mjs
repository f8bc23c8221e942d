// The plugin in a real WordPress: shortcodes and the block, what readers and editors see.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { goodsOf } from './host.mjs';
import { cartHolds, cards, eventually, goods, openTown, shot, visit } from './shop.mjs';
import { lacking, startWordpress } from './wordpress.mjs';

const plugin = fileURLToPath(new URL('../../examples/wordpress/vitrine', import.meta.url));
const skip = lacking ? `needs Debian’s ${lacking}` : false;

describe('the WordPress plugin', { timeout: 300_000, skip }, () => {
  let town, blog, saw;

  before(async () => {
    town = await openTown();
    blog = await startWordpress(plugin);
    const { urls, site_id, vitrine } = town.demo;
    saw = (await goodsOf(town))[goods.saw].offer_id;
    await vitrine('site origin', '--site', site_id, '--origin', urls.blog, '--origin', blog.url);
    const headers = { origin: blog.url };
    const manifest = `${urls.server}/v1/sites/${site_id}/manifest.json`;
    await eventually(async () => (await fetch(manifest, { headers })).ok);
  });
  after(async () => {
    await blog?.stop();
    await town?.close();
  });

  const post = (title, content) =>
    blog.run(`wp_set_current_user(1); echo get_permalink(wp_insert_post(array('post_title' => '${title}',
      'post_status' => 'publish', 'post_content' => '${content}'), true));`);

  test('readers see nothing of a shop that is not set up', async () => {
    const { page } = await visit(town.browser);
    await page.goto(post('Too early', '[vitrine]'));
    await page.getByRole('heading', { name: 'Too early' }).first().waitFor();
    assert.equal(await page.locator('vitrine-store').count(), 0);
    assert.ok(!/Vitrine needs|vitrine\.js/.test(await page.content()));
  });

  test('its settings take a server and a site, and nothing else', async () => {
    const { page } = await visit(town.browser);
    await signIn(page);
    await page.goto(`${blog.url}/wp-admin/options-general.php?page=vitrine`);
    const save = async (server, site) => {
      await page.getByLabel('Server').fill(server);
      await page.getByLabel('Site', { exact: true }).fill(site);
      await page.getByRole('button', { name: 'Save Changes' }).click();
      await page.getByText('Settings saved.').waitFor();
      return [
        await page.getByLabel('Server').inputValue(),
        await page.getByLabel('Site', { exact: true }).inputValue(),
      ];
    };
    for (const server of ['javascript:alert(1)', 'http://shop.example', 'https://a@b.example'])
      assert.deepEqual(await save(server, '"><script>'), ['', ''], server);
    const { urls, site_id } = town.demo;
    assert.deepEqual(await save(`${urls.server}/`, ` ${site_id} `), [urls.server, site_id]);
    await shot(page, 'wordpress-settings');
  });

  test('a shortcode is a shop', async () => {
    const { page, problems } = await visit(town.browser);
    await page.goto(
      post('My bench', '<p>Look:</p>[vitrine element=grid query=larch limit=2 theme=ink]'),
    );
    await cards(page).nth(1).waitFor();
    assert.equal(await cards(page).count(), 2);
    assert.equal(await page.locator('vitrine-grid').getAttribute('theme'), 'ink');
    assert.equal(await page.locator('script[src$="/v1/vitrine.js"]').count(), 1);
    assert.deepEqual(problems, []);
    await shot(page, 'wordpress-grid');
  });

  test('a buy button sells, and is a link where scripts are off', async () => {
    const link = post(
      'My saw',
      `[vitrine element=buy-button offer=${'${saw}'}] [vitrine element=cart-button]`.replace(
        '${saw}',
        saw,
      ),
    );
    const { page } = await visit(town.browser);
    await page.goto(link);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await cartHolds(page, 1);
    const plain = await visit(town.browser, { javaScriptEnabled: false });
    await plain.page.goto(link);
    await plain.page.getByRole('link', { name: 'Buy' }).waitFor();
  });

  test('a hostile author gets no markup through', async () => {
    const { page, problems } = await visit(town.browser);
    await page.goto(
      post(
        'Bad',
        '[vitrine element=grid query="x onclick=alert(1) \\\\"><img src=x onerror=alert(2)>" onload="alert(3)"][vitrine element="script"][vitrine element=cart]<img src=x onerror=alert(4)>[/vitrine]',
      ),
    );
    await page.locator('vitrine-grid').waitFor({ state: 'attached' });
    assert.equal(
      await page.locator('vitrine-grid[onload], img[onerror], vitrine-script').count(),
      0,
    );
    assert.deepEqual(problems, []);
  });

  test('the editor has a block of it', async () => {
    const { page } = await visit(town.browser);
    await signIn(page);
    await page.goto(`${blog.url}/wp-admin/post-new.php`);
    const block = () =>
      page.evaluate(() => {
        const { blocks, data } = window.wp;
        const made = blocks.createBlock('vitrine/element', { element: 'grid', limit: '3' });
        data.dispatch('core/block-editor').insertBlock(made);
        return blocks.serialize(made);
      });
    await page.waitForFunction(() => window.wp?.blocks?.getBlockType('vitrine/element'));
    const markup = await block();
    await page.getByText('Vitrine: grid').first().waitFor();
    await shot(page, 'wordpress-editor');
    const reader = await visit(town.browser);
    await reader.page.goto(post('Of blocks', markup));
    await cards(reader.page).nth(2).waitFor();
    assert.equal(await cards(reader.page).count(), 3);
  });

  async function signIn(page) {
    await page.goto(`${blog.url}/wp-login.php`);
    await page.getByLabel('Username or Email Address').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await page.getByRole('button', { name: 'Log In' }).click();
    await page.waitForURL(/wp-admin/);
  }
});
