import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { watch } = await bundled('watch.ts');
const turn = () => new Promise(setImmediate);

function page(answer = { ok: true, value: {} }) {
  const around = { visible: true, time: 0, reads: 0, waits: [], answer };
  const { look } = watch(
    {
      read: async () => (++around.reads, around.answer),
      visible: () => around.visible,
      now: () => around.time,
      later: (act, milliseconds) => around.waits.push({ act, milliseconds }),
    },
    () => {},
  );
  const next = async () => {
    around.waits.at(-1).act();
    await turn();
  };
  return { around, look, next };
}

test('an order is asked for every 3 seconds at first and every 10 after five minutes', async () => {
  const { around, next } = page();
  await turn();
  assert.equal(around.waits.at(-1).milliseconds, 3000);
  around.time = 5 * 60_000;
  await next();
  assert.equal(around.waits.at(-1).milliseconds, 10_000);
});

test('nothing is asked while nobody looks, and at once when somebody does', async () => {
  const { around, look, next } = page();
  await turn();
  around.visible = false;
  await next();
  assert.equal(around.reads, 1);
  around.visible = true;
  look();
  await turn();
  assert.equal(around.reads, 2);
});

test('looking twice leaves one round of questions', async () => {
  const { around, look } = page();
  await turn();
  look();
  await turn();
  for (const { act } of [...around.waits]) act();
  await turn();
  assert.equal(around.reads, 3);
});

test('an unknown link is asked for once, a lost connection again', async () => {
  const { around } = page({ ok: false, error: { code: 'not_found', path: '' } });
  await turn();
  assert.equal(around.waits.length, 0);
  const { around: lost } = page({ ok: false, error: { code: 'unreachable', path: '' } });
  await turn();
  assert.equal(lost.waits.at(-1).milliseconds, 10_000);
});
