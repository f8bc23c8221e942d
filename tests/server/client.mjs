// One HTTP request with nothing added or taken away: no cookies, no decoding, no retries, a connection of its own.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';

/**
 * Answers {status, headers, bytes, text, json}. `body`: an object is sent as JSON, a text as it is. `from`: another address
 * of this machine (127.0.0.2), as each has its limits.
 */
export function send(url, method, path, { body, headers = {}, timeout = 20_000, from } = {}) {
  const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const all = {
    ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    ...(payload === undefined ? {} : { 'content-length': Buffer.byteLength(payload) }),
    ...headers,
  };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const options = { method, headers: sent, agent: false, timeout, localAddress: from };
    const call = request(url + path, options);
    call.on('error', reject).on('timeout', () => call.destroy(new Error('no answer')));
    call.on('response', (response) => {
      const chunks = [];
      response.on('error', reject).on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString();
        const { statusCode: status, headers: answered } = response;
        const isJson = (answered['content-type'] ?? '').startsWith('application/json');
        const json = isJson && text !== '' ? JSON.parse(text) : undefined;
        resolve({ status, headers: answered, bytes, text, json });
      });
    });
    call.end(payload);
  });
}

/** Bytes on the wire as they are; answers all that comes back. */
export function sendRaw(url, text) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
    socket.setEncoding('latin1').on('data', (chunk) => (answer += chunk));
    socket.on('error', reject).on('close', () => resolve(answer));
  });
}

/** The checkout API of one server, as a customer's browser uses it. */
export function shopper(url) {
  const post = (path, body, { secret, key = randomUUID(), headers, from, timeout } = {}) =>
    send(url, 'POST', path, {
      body,
      from,
      timeout,
      headers: {
        'idempotency-key': key ?? undefined,
        authorization: secret && `Bearer ${secret}`,
        ...headers,
      },
    });
  const at = (session) => `/v1/checkout_sessions/${session.id}`;
  return {
    create: (body, options) => post('/v1/checkout_sessions', body, options),
    read: ({ id, secret }) =>
      send(url, 'GET', at({ id }), { headers: { authorization: `Bearer ${secret}` } }),
    update: (session, body, options) =>
      post(at(session), body, { secret: session.secret, ...options }),
    complete: (session, total, options) =>
      post(`${at(session)}/complete`, { total }, { secret: session.secret, ...options }),
    cancel: (session, options) =>
      post(`${at(session)}/cancel`, undefined, { secret: session.secret, ...options }),
    order: (link) => send(url, 'GET', `/v1/orders/${link.slice(link.lastIndexOf('/') + 1)}`),
  };
}

export const amount = (totals, type) => totals.find((row) => row.type === type)?.amount ?? 0;

/** An answer with the status that is expected; shows the body otherwise. */
export function ok(answer, status = 200) {
  assert.equal(answer.status, status, answer.text);
  return answer.json;
}

/** A refusal: a FailureBody and nothing else, with the stable code, the path to the fault and words. */
export function refused(answer, status, code, path) {
  assert.equal(answer.status, status, answer.text);
  assert.deepEqual(Object.keys(answer.json), ['error']);
  const { error } = answer.json;
  assert.equal(error.code, code, answer.text);
  assert.equal(error.path, path, answer.text);
  assert.ok(error.message.length > 10, answer.text);
  for (const key of Object.keys(error)) assert.match(key, /^(code|path|message|limit|further)$/);
  return error;
}
