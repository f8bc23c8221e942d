import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { completedCore } = await bundled('completed-core.ts');

const commands = ['catalog.products', 'catalog.product', 'catalog.search', 'cart.update', 'quote'];

/** A core that answers with its name and notes what it was asked. */
const named = (name, answer = { ok: true, value: name }) => {
  const asked = [];
  return { asked, call: async (command) => (asked.push(command), answer) };
};

async function answers(has, server = named('server')) {
  const page = named('page');
  const core = completedCore(page, server, has);
  const by = {};
  for (const command of commands) by[command] = (await core.call(command, {})).value;
  return { by, page, server };
}

const onlyFrom = (server) =>
  Object.fromEntries(commands.map((name) => [name, server.includes(name) ? 'server' : 'page']));

test('a full catalogue answers everything in the page', async () => {
  const { by, server } = await answers('full');
  assert.deepEqual(by, onlyFrom([]));
  assert.deepEqual(server.asked, []);
});

test('without the descriptions’ texts, products are asked of the server, and search stays in the page', async () => {
  const { by } = await answers('words');
  assert.deepEqual(by, onlyFrom(['catalog.product']));
});

test('without their words too, the search is asked of the server as well', async () => {
  const { by } = await answers('none');
  assert.deepEqual(by, onlyFrom(['catalog.product', 'catalog.search']));
});

test('without a network the page answers with what it has', async () => {
  const away = named('server', { ok: false, error: { code: 'unavailable', path: '' } });
  const { by } = await answers('none', away);
  assert.deepEqual(by, onlyFrom([]));
  assert.deepEqual(away.asked, ['catalog.product', 'catalog.search']);
});

test('what the server refuses is refused, not asked of the page', async () => {
  const refusal = { ok: false, error: { code: 'unknown_product', path: 'product_id' } };
  const page = named('page');
  const core = completedCore(page, named('server', refusal), 'words');
  assert.deepEqual(await core.call('catalog.product', {}), refusal);
  assert.deepEqual(page.asked, []);
});
