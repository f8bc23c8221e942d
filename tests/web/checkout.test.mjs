import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundled } from './bundled.mjs';

const { Checkout } = await bundled('checkout/checkout.ts');
const { readFragment } = await bundled('checkout/draft.ts');

const fragment = 'lines=off_a:2,off_b:1&country=DE&postcode=10115&options=sel_1%2Fparcel~express';

/** A server with one seller that keeps what it is told; `refuse` answers the next call to a route by a failure. */
function server() {
  const calls = [];
  const refusals = [];
  let total = 300;
  let sessions = 0;
  let stored = {};
  const session = () => {
    const ready = stored.buyer && stored.address && stored.payment_method;
    return {
      id: `cs_${sessions}`,
      secret: 's',
      site_id: 'site_1',
      status: stored.completed ? 'completed' : ready ? 'ready_for_complete' : 'incomplete',
      payment_methods: ['invoice', 'pay_on_delivery'],
      sellers: [],
      messages: [],
      quote: {
        currency: 'EUR',
        destination: stored.destination ?? { country: 'DE' },
        line_items: [],
        messages: [],
        totals: [{ type: 'total', amount: total }],
        sellers: [
          {
            groups: [
              {
                id: 'sel_1/parcel',
                selected_option_id: 'standard',
                options: [
                  { id: 'standard', kind: 'shipping' },
                  { id: 'express', kind: 'shipping' },
                  { id: 'counter', kind: 'pickup' },
                ],
              },
            ],
          },
        ],
      },
    };
  };
  const api = async (route, options) => {
    calls.push({ route: route.replace('/v1/checkout_sessions', ''), ...options });
    await new Promise(setImmediate);
    const refusal = refusals.findIndex(({ on }) => route.endsWith(on));
    if (refusal >= 0) {
      const [{ code, path = '', limit }] = refusals.splice(refusal, 1);
      return { ok: false, error: { code, path, ...(limit === undefined ? {} : { limit }) } };
    }
    if (route === 'POST /v1/checkout_sessions') stored = { ...options.body, n: ++sessions };
    else if (route.endsWith('/complete')) {
      if (options.body.total !== total)
        return { ok: false, error: { code: 'total_changed', path: 'total' } };
      stored.completed = true;
    } else if (route.startsWith('POST')) stored = { ...stored, ...options.body };
    return { ok: true, value: session() };
  };
  return {
    api,
    calls,
    stored: () => stored,
    setTotal: (amount) => (total = amount),
    refuse: (on, code, more) => refusals.push({ on, code, ...more }),
    count: (route) => calls.filter((call) => call.route === route).length,
  };
}

async function opened(around = server(), memory = { read() {}, write() {} }, reloaded = false) {
  const draft = readFragment(fragment);
  const checkout = new Checkout({
    api: around.api,
    site: 'site_1',
    draft,
    memory,
    reloaded,
    quiet: 1,
  });
  await checkout.start();
  return { checkout, ...around };
}

async function fill(checkout) {
  checkout.setField('buyer.name', 'Ada');
  checkout.setField('buyer.email', 'ada@example.org');
  checkout.setField('address.line1', 'Row 1');
  checkout.setField('address.city', 'Berlin');
  checkout.pay('invoice');
  await checkout.flush();
}

test('the fragment becomes lines, destination and choices', () => {
  const { lines, address, choices } = readFragment(`#${fragment}`);
  assert.deepEqual(lines, [
    { offer_id: 'off_a', quantity: 2 },
    { offer_id: 'off_b', quantity: 1 },
  ]);
  assert.equal(`${address.country} ${address.postcode}`, 'DE 10115');
  assert.deepEqual(choices, { 'sel_1/parcel': 'express' });
  assert.deepEqual(readFragment('lines=off_a:0,off_b:x,off_c:1.5,:2,off_d').lines, []);
});

test('opening creates one session and then tells the chosen delivery', async () => {
  const { calls } = await opened();
  assert.deepEqual(calls[0].body.destination, { country: 'DE', postcode: '10115' });
  assert.deepEqual(calls[1].body, {
    selected_options: [{ group_id: 'sel_1/parcel', option_id: 'express' }],
  });
  assert.equal(calls.length, 2);
});

test('half of an address is not sent, the rest is', async () => {
  const { checkout, stored } = await opened();
  checkout.setField('buyer.name', 'Ada');
  checkout.setField('buyer.email', 'ada@example.org');
  checkout.setField('address.line1', 'Row 1');
  await checkout.flush();
  assert.equal(stored().buyer.name, 'Ada');
  assert.equal(stored().address, undefined);
});

test('the last of several quick changes stands', async () => {
  const { checkout, stored } = await opened();
  await fill(checkout);
  checkout.setField('buyer.name', 'Ada L');
  const first = checkout.flush();
  checkout.setField('buyer.name', 'Ada Lovelace');
  await Promise.all([first, checkout.flush()]);
  assert.equal(stored().buyer.name, 'Ada Lovelace');
  assert.equal(checkout.state.saving, 'saved');
});

test('an emptied field stays empty', async () => {
  const { checkout } = await opened();
  await fill(checkout);
  checkout.setField('buyer.email', '');
  checkout.pay('pay_on_delivery');
  await checkout.flush();
  assert.equal(checkout.state.draft.buyer.email, '');
});

test('two presses place one order', async () => {
  const { checkout, count } = await opened();
  await fill(checkout);
  assert.deepEqual(await Promise.all([checkout.place(300), checkout.place(300)]), [true, false]);
  assert.equal(checkout.state.phase, 'done');
  assert.equal(count('POST /{id}/complete'), 1);
});

test('nothing is ordered while something is missing', async () => {
  const { checkout, count } = await opened();
  assert.equal(await checkout.place(300), false);
  assert.equal(checkout.state.phase, 'form');
  assert.equal(count('POST /{id}/complete'), 0);
});

test('another total than the one seen is shown and asked for again', async () => {
  const { checkout, setTotal } = await opened();
  await fill(checkout);
  setTotal(350);
  assert.equal(await checkout.place(300), false);
  assert.deepEqual(checkout.state.notice, { kind: 'total_changed', before: 300, now: 350 });
  assert.equal(await checkout.place(350), true);
});

test('an order without an answer is asked for again under the same key', async () => {
  const { checkout, calls, refuse } = await opened();
  await fill(checkout);
  refuse('/complete', 'unreachable');
  assert.equal(await checkout.place(300), false);
  assert.equal(checkout.state.notice.kind, 'outcome_unknown');
  assert.equal(await checkout.place(300), true);
  const keys = calls
    .filter(({ route }) => route.endsWith('/complete'))
    .map((c) => c.idempotencyKey);
  assert.equal(keys.length, 2);
  assert.equal(keys[0], keys[1]);
});

test('an expired session begins again with what was entered, and orders nothing by itself', async () => {
  const { checkout, refuse, stored } = await opened();
  await fill(checkout);
  refuse('/complete', 'session_expired');
  assert.equal(await checkout.place(300), false);
  assert.equal(checkout.state.notice.kind, 'renewed');
  assert.equal(stored().n, 2);
  assert.equal(stored().address.line1, 'Row 1');
  assert.equal(await checkout.place(300), true);
});

test('a refused field is told once and hinders until it is changed', async () => {
  const { checkout, refuse, count } = await opened();
  await fill(checkout);
  refuse('/{id}', 'invalid_format', { path: 'buyer.email' });
  checkout.setField('buyer.email', 'ada@odd');
  await checkout.flush();
  const sent = count('POST /{id}');
  assert.equal(await checkout.place(300), false);
  assert.equal(count('POST /{id}'), sent);
  assert.equal(checkout.state.refused[0].path, 'buyer.email');
  checkout.setField('buyer.email', 'ada@example.com');
  assert.equal(await checkout.place(300), true);
});

test('too few in stock leads to the offer, and a lower quantity lets it pass', async () => {
  const { checkout, refuse, stored } = await opened();
  await fill(checkout);
  refuse('/complete', 'out_of_stock', { path: 'line_items[0].quantity', limit: 1 });
  assert.equal(await checkout.place(300), false);
  const [fault] = checkout.state.refused;
  assert.deepEqual([fault.offer_id, fault.limit], ['off_a', 1]);
  await checkout.setQuantities({ off_a: 1 });
  assert.equal(stored().line_items[0].quantity, 1);
  assert.equal(await checkout.place(300), true);
});

test('pickup needs no address', async () => {
  const { checkout } = await opened();
  checkout.setField('buyer.name', 'Ada');
  checkout.setField('buyer.email', 'ada@example.org');
  checkout.pay('invoice');
  checkout.choose('sel_1/parcel', 'counter');
  await checkout.flush();
  await checkout.place(300);
  assert.equal(checkout.state.notice?.code, 'session_incomplete'); // this server insists; the page did ask it
});

test('a reload continues, and a new visit after the confirmation buys anew', async () => {
  let entry;
  const memory = { read: () => entry, write: (value) => (entry = structuredClone(value)) };
  const around = server();
  const { checkout } = await opened(around, memory);
  await fill(checkout);
  const again = await opened(around, memory, true);
  assert.equal(around.count('POST '), 1);
  assert.equal(again.checkout.state.draft.buyer.name, 'Ada');
  await again.checkout.place(300);
  again.checkout.confirmationSeen();
  assert.equal(entry.draft.buyer.email, '');
  const reloaded = await opened(around, memory, true);
  assert.equal(reloaded.checkout.state.phase, 'done');
  reloaded.checkout.confirmationSeen();
  assert.equal((await opened(around, memory, false)).checkout.state.phase, 'form');
});
