import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { connect } = await bundled('api.ts');

/** Answers in turn; an Error is a broken connection. Keeps what was asked and how long was waited. */
function server(...answers) {
  const asked = [];
  const waits = [];
  const api = connect({
    fetch: async (url, init) => {
      asked.push({ url, ...init });
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      const { status = 200, body = {}, headers = {} } = answer;
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers,
      });
    },
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: () => 1,
  });
  return { api, asked, waits };
}

const down = new TypeError('fetch failed');
const failed = (status, code, more = {}, headers = {}) => ({
  status,
  headers,
  body: { error: { code, path: '', message: '', ...more } },
});
const complete = (api, key) =>
  api('POST /v1/checkout_sessions/{id}/complete', {
    params: { id: 'cs_1' },
    body: { total: 100 },
    secret: 's3cret',
    ...(key ? { idempotencyKey: key } : {}),
  });

test('a call fills its path, carries its secret and sends its body', async () => {
  const { api, asked } = server({ body: { id: 'cs_1' } });
  const answer = await complete(api);
  assert.deepEqual(answer, { ok: true, value: { id: 'cs_1' } });
  assert.equal(asked[0].url, '/v1/checkout_sessions/cs_1/complete');
  assert.equal(asked[0].headers.authorization, 'Bearer s3cret');
  assert.equal(asked[0].body, '{"total":100}');
});

test('what goes into a path cannot leave it', async () => {
  const { api, asked } = server({});
  await api('GET /v1/orders/{token}', { params: { token: '../x?y' } });
  assert.equal(asked[0].url, '/v1/orders/..%2Fx%3Fy');
});

test('a GET has neither body nor key', async () => {
  const { api, asked } = server({});
  await api('GET /v1/orders/{token}', { params: { token: 't' } });
  assert.equal(asked[0].body, undefined);
  assert.equal(asked[0].headers['idempotency-key'], undefined);
});

test('retries of one wish share a key, another wish has another', async () => {
  const { api, asked } = server(down, down, {}, {});
  await complete(api);
  await complete(api);
  const keys = asked.map(({ headers }) => headers['idempotency-key']);
  assert.equal(keys.length, 4);
  assert.equal(new Set(keys.slice(0, 3)).size, 1);
  assert.notEqual(keys[3], keys[0]);
});

test('a key that is given is used', async () => {
  const { api, asked } = server({});
  await complete(api, 'mine');
  assert.equal(asked[0].headers['idempotency-key'], 'mine');
});

test('waits grow after broken connections, and the end is a value', async () => {
  const { api, asked, waits } = server(down);
  assert.deepEqual(await complete(api), { ok: false, error: { code: 'unreachable', path: '' } });
  assert.equal(asked.length, 4);
  assert.deepEqual(waits, [400, 800, 1600]);
});

test('503, 429 and a request in flight are tried again when the server says so', async () => {
  const busy = failed(503, 'unavailable', {}, { 'retry-after': '2' });
  const many = failed(429, 'rate_limited', {}, { 'retry-after': '3' });
  const flying = failed(409, 'idempotency_in_flight', {}, { 'retry-after': '1' });
  const { api, waits } = server(busy, many, flying, { body: { id: 'cs_1' } });
  assert.equal((await complete(api)).ok, true);
  assert.deepEqual(waits, [2000, 3000, 1000]);
});

test('a long Retry-After is cut to what a person waits', async () => {
  const { api, waits } = server(failed(503, 'unavailable', {}, { 'retry-after': '3600' }), {});
  await complete(api);
  assert.deepEqual(waits, [10_000]);
});

test('a refusal is told at once, with path and limit', async () => {
  const { api, asked } = server(
    failed(409, 'out_of_stock', { path: 'line_items[2].quantity', limit: 3 }),
  );
  assert.deepEqual(await complete(api), {
    ok: false,
    error: { code: 'out_of_stock', path: 'line_items[2].quantity', limit: 3 },
  });
  assert.equal(asked.length, 1);
});

test('an answer that is not ours is an internal failure, not an exception', async () => {
  const { api } = server({ status: 502, body: '<h1>Bad gateway</h1>' });
  assert.deepEqual(await complete(api), { ok: false, error: { code: 'internal', path: '' } });
  const { api: odd } = server({ status: 200, body: 'not JSON' });
  assert.equal((await complete(odd)).error.code, 'internal');
});

test('a call for a member names it and its query; the cookie goes along on the console alone', async () => {
  const { api, asked } = server({});
  await api('GET /v1/presenter/orders', { member: 'pre_1', query: { after: 'ord_&1' } });
  assert.equal(asked[0].url, '/v1/presenter/orders?after=ord_%261');
  assert.equal(asked[0].headers['vitrine-member'], 'pre_1');
  assert.equal(asked[0].credentials, 'omit');
  const sent = [];
  const console = connect({
    credentials: 'same-origin',
    fetch: async (_, init) => (sent.push(init), new Response('{}')),
  });
  await console('GET /v1/account', {});
  assert.equal(sent[0].credentials, 'same-origin');
  assert.equal(sent[0].headers['vitrine-member'], undefined);
});
