// Services: they are imported with what they are offered for, ordered beside goods, and refused where nobody gives them.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { amount, ok, refused } from './client.mjs';
import { address, buyer, threeSellers } from './goods.mjs';
import { receiver, until } from './receiver.mjs';
import { openShop } from './shop.mjs';
import { sink } from './sink.mjs';

const from = 'orders@shop.example';
const zones = [
  { countries: ['DE'], rate: { base: 2500 } },
  { countries: ['DE'], postcode_prefixes: ['25'] },
];
const mira = {
  name: 'Mira helps',
  email: 'help@mira.example',
  country: 'DE',
  currency: 'EUR',
  tax_rates: [{ country: 'DE', category: 'standard', rate_ppm: 190_000 }],
  shipping_profiles: [
    {
      id: 'parcel',
      name: 'Parcel',
      methods: [{ id: 'post', title: 'Post', kind: 'shipping', zones: [{ rate: { base: 390 } }] }],
    },
    {
      id: 'help',
      name: 'Help',
      methods: [{ id: 'visit', title: 'I come', kind: 'visit', min_days: 3, max_days: 10, zones }],
    },
    {
      id: 'advice',
      name: 'Advice',
      methods: [{ id: 'call', title: 'I call', kind: 'remote', zones: [{ rate: { base: 0 } }] }],
    },
  ],
};
const help = {
  id: 'HELP',
  kind: 'service',
  title: 'Help canary-mira',
  description: 'Two hands more.',
  price: '39.00 EUR',
  unit_pricing_measure: '1 h',
  product_type: 'Help',
  attached_to: ['Timber > Boards', '4006381333931'],
};
const advice = {
  id: 'ADVICE',
  kind: 'service',
  title: 'Advice canary-mira',
  price: '20.00 EUR',
  shipping_label: 'advice',
};
const board = 'Larch board canary-alder';
const screws = 'Torx screws canary-birch';
const apron = { id: 'APRON', title: 'Apron', price: '15.00 EUR', availability: 'in_stock' };

describe('services', { timeout: 300_000 }, () => {
  let shop;
  let endpoint;
  let smtp;
  before(async () => {
    endpoint = await receiver();
    smtp = await sink();
    const { alder } = threeSellers;
    const goods = alder.goods.map((each) => ({ ...each, product_type: 'Timber > Boards > Larch' }));
    shop = await openShop({
      sellers: {
        ...threeSellers,
        alder: { ...alder, goods },
        mira: { settings: mira, goods: [help, advice, apron] },
      },
      endpoints: { mira: endpoint.url },
      serve: ['--smtp-url', smtp.url, '--mail-from', from, '--allow-insecure-smtp'],
    });
  });
  after(async () => {
    await shop?.stop();
    await smtp?.close();
    await endpoint?.close();
  });

  const call = (method, path, body, name = 'mira') =>
    shop.send(method, `/v1/seller/${path}`, {
      body,
      headers: { authorization: `Bearer ${shop.sellers[name].api_key}` },
      timeout: 60_000,
    });
  const command = async (name, body) =>
    ok(await shop.send('POST', `/v1/sites/${shop.site_id}/commands/${name}`, { body }));
  const productOf = async (title) =>
    (await command('catalog.products', { offset: 0, limit: 200 })).products.find(
      (card) => card.title === title,
    ).id;
  const companions = async (title) =>
    (await command('catalog.companions', { product_id: await productOf(title) })).products;
  const bring = async (rows, more = {}) =>
    ok(
      await shop.send('POST', `/v1/seller/imports?${new URLSearchParams(more)}`, {
        body: rows.map((row) => JSON.stringify(row)).join('\n'),
        headers: {
          authorization: `Bearer ${shop.sellers.mira.api_key}`,
          'content-type': 'application/x-ndjson',
        },
        timeout: 60_000,
      }),
    );
  const fault = async (row) => {
    const { kept, errors } = await bring([row]);
    assert.equal(kept, false);
    return errors.map(({ field, value }) => [field, value]);
  };

  test('stand on the shelf as what they are, at their price for an hour, without a limit', async () => {
    const { products } = await command('catalog.products', { offset: 0, limit: 200 });
    const card = products.find(({ title }) => title === help.title);
    assert.equal(card.kind, 'service');
    assert.deepEqual(card.unit_pricing, { amount: 3900, base: 1, unit: 'h' });
    assert.equal(shop.offers.HELP.shipping_profile_id, 'help', 'the first profile for services');
    assert.equal(shop.offers.HELP.stock, undefined);
    assert.equal(products.find(({ title }) => title === 'Apron').kind, 'sale');
    assert.equal(shop.offers.APRON.shipping_profile_id, 'parcel');
  });

  test('are offered with the goods of a category, and with no others', async () => {
    const [card] = await companions(board);
    assert.equal(card.title, help.title);
    assert.deepEqual(await companions(screws), []);
    await bring([{ ...help, attached_to: [await productOf(screws)] }]);
    await until(async () => (await companions(screws)).length === 1);
    assert.deepEqual(await companions(board), []);
    await bring([help]);
    await until(async () => (await companions(board)).length === 1);
  });

  test('are refused by the field where a row makes no sense, and nothing is changed', async () => {
    assert.deepEqual(await fault({ ...help, kind: 'rental' }), [['kind', 'rental']]);
    assert.deepEqual(await fault({ ...help, gtin: '4006381333931' }), [['gtin', '4006381333931']]);
    assert.deepEqual(await fault({ ...help, shipping_weight: '1 kg' }), [
      ['shipping_weight', '1 kg'],
    ]);
    assert.deepEqual(await fault({ ...help, shipping_label: 'parcel' }), [
      ['shipping_label', 'parcel'],
    ]);
    assert.deepEqual(await fault({ ...apron, shipping_label: 'help' }), [
      ['shipping_label', 'help'],
    ]);
    assert.deepEqual(await fault({ ...help, attached_to: ['4006381333932'] }), [
      ['attached_to', '4006381333932'],
    ]);
    assert.deepEqual(await fault({ ...help, attached_to: ['pro_none'] }), [
      ['attached_to', 'pro_none'],
    ]);
    assert.deepEqual(await fault({ ...apron, attached_to: ['Help'] }), [['attached_to', 'Help']]);
    assert.deepEqual(await fault({ ...help, id: 'APRON' }), [['kind', 'service']]);
    assert.deepEqual(await fault({ ...apron, id: 'HELP' }), [['kind', 'sale']]);
    await bring([{ ...help, id: 'HELP-2', item_group_id: 'helping' }]);
    assert.deepEqual(await fault({ ...apron, id: 'APRON-2', item_group_id: 'helping' }), [
      ['item_group_id', 'helping'],
    ]);
  });

  test('stay when a feed of goods replaces the goods, and the other way round', async () => {
    const skus = async () => ok(await call('GET', 'offers')).offers.map(({ sku }) => sku);
    await bring([{ ...apron, id: 'APRON-B' }], { replace: true });
    assert.deepEqual(await skus(), ['ADVICE', 'APRON-B', 'HELP', 'HELP-2']);
    await bring([help, advice], { replace: true });
    assert.deepEqual(await skus(), ['ADVICE', 'APRON-B', 'HELP']);
  });

  test('are read back by their giver as a feed would say them, and by nobody else', async () => {
    const found = ok(await call('GET', 'services/HELP'));
    assert.equal(found.offer.title, help.title);
    assert.equal(found.offer.kind, 'service');
    assert.equal(found.description, help.description);
    assert.equal(found.category, 'Help');
    assert.deepEqual(found.attached_to, help.attached_to);
    assert.deepEqual(found.unit_measure, { measure: 1000, unit: 'h', base: 1, base_unit: 'h' });
    refused(await call('GET', 'services/APRON-B'), 422, 'unknown_offer', 'sku');
    refused(await call('GET', 'services/HELP', undefined, 'birch'), 422, 'unknown_offer', 'sku');
  });

  test('keep the profile that they need', async () => {
    const profile = ok(await call('GET', 'profile'));
    const { shipping_profiles } = profile;
    const goods = { ...shipping_profiles[0], id: 'help' };
    const changed = [shipping_profiles[0], goods, shipping_profiles[2]];
    refused(
      await call('POST', 'profile', { ...profile, shipping_profiles: changed }),
      422,
      'not_deliverable',
      'shipping_profiles',
    );
    const [{ methods }] = shipping_profiles;
    const mixed = structuredClone(shipping_profiles);
    mixed[1].methods.push(methods[0]);
    refused(
      await call('POST', 'profile', { ...profile, shipping_profiles: mixed }),
      422,
      'invalid_format',
      'shipping_profiles[1].methods[1].kind',
    );
  });

  test('are ordered beside goods, and come to their giver as its own order', async () => {
    const { order } = await shop.buy({ HELP: 3, 'ALD-BOARD': 2 });
    const group = ok(await shop.customer.order(order.url));
    assert.equal(group.orders.length, 2);
    const part = group.orders.find(({ seller_name }) => seller_name === 'Mira helps');
    assert.equal(amount(part.totals, 'total'), 3 * 3900 + 2500);
    const { data } = (await endpoint.wait(1)).at(-1).event;
    assert.deepEqual(
      data.line_items.map(({ sku, kind, quantity }) => [sku, kind, quantity]),
      [['HELP', 'service', 3]],
    );
    assert.equal(data.fulfillments[0].kind, 'visit');
    assert.equal(data.fulfillments[0].max_days, 10);
    assert.equal(data.address.line1, address.line1);
    const alder = group.orders.find(({ id }) => id !== part.id);
    assert.ok(alder.line_items.every(({ kind }) => kind === 'sale'));
    ok(await shop.seller('mira', 'POST', `/${part.id}/ship`, {}));
    const after = ok(await shop.customer.order(order.url));
    assert.equal(after.orders.find(({ id }) => id === part.id).status, 'shipped');
  });

  test('are wished for a day, which reaches their giver and the customer’s order page', async () => {
    const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const who = { buyer: { ...buyer, email: 'wishing@customer.example' } };
    const session = await shop.ready({ HELP: 1, 'ALD-BOARD': 1 }, who);
    const wish = (appointments) => shop.customer.update(session, { appointments });
    const offer_id = shop.offers.HELP.id;
    const good = { offer_id, day: day(14), part: 'morning' };
    const first = 'appointments[0]';
    refused(await wish([{ ...good, day: day(2) }]), 422, 'out_of_range', `${first}.day`);
    refused(await wish([{ ...good, day: day(91) }]), 422, 'out_of_range', `${first}.day`);
    refused(await wish([{ ...good, day: '24.12.2026' }]), 422, 'invalid_format', `${first}.day`);
    refused(await wish([{ ...good, part: 'noon' }]), 422, 'out_of_range', `${first}.part`);
    refused(await wish([good, good]), 422, 'duplicate_offer', 'appointments[1].offer_id');
    const board_id = shop.offers['ALD-BOARD'].id;
    const goods = [{ ...good, offer_id: board_id }];
    refused(await wish(goods), 422, 'unknown_offer', `${first}.offer_id`);
    assert.deepEqual(ok(await shop.customer.read(session)).appointments, []);
    // A line that goes takes its wish with it.
    ok(await wish([good]));
    const lines = session.line_items;
    const rest = lines.filter((line) => line.offer_id !== offer_id);
    assert.deepEqual(
      ok(await shop.customer.update(session, { line_items: rest })).appointments,
      [],
    );
    ok(await shop.customer.update(session, { line_items: lines, appointments: [good] }));
    const state = ok(await shop.customer.read(session));
    assert.deepEqual(state.appointments, [good]);
    const count = endpoint.taken().length;
    const total = amount(state.quote.totals, 'total');
    const { order } = ok(await shop.customer.complete(session, total));
    const { orders } = ok(await shop.customer.order(order.url));
    assert.deepEqual(
      orders.map(({ line_items, appointments }) => [line_items[0].offer_id, appointments]).sort(),
      [
        [offer_id, [good]],
        [board_id, []],
      ].sort(),
    );
    const { data } = (await endpoint.wait(count + 1)).at(-1).event;
    assert.deepEqual(data.appointments, [good]);
    const [inbox] = ok(await call('GET', 'orders?newest_first=true')).orders;
    assert.deepEqual(inbox.appointments, [good]);
    const answered = ok(await call('POST', `orders/${inbox.id}/appointments`, {}));
    assert.deepEqual(answered.appointment_answer.appointments, [good]);
    // Whoever is erased leaves no day behind.
    for (const { id, seller_name } of orders)
      ok(
        await shop.seller(seller_name === mira.name ? 'mira' : 'alder', 'POST', `/${id}/ship`, {}),
      );
    await shop.vitrine('customer', 'erase', '--email', 'wishing@customer.example');
    const forgotten = ok(await call('GET', `orders/${data.id}`));
    assert.deepEqual([forgotten.appointments, forgotten.appointment_answer], [[], undefined]);
    const page = ok(await shop.customer.order(order.url));
    assert.ok(page.personal_data_erased_at);
    assert.ok(
      page.orders.every((each) => each.appointments.length === 0 && !each.appointment_answer),
    );
  });

  describe('the answer to a wished day', () => {
    const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    /** A purchase of help and a board, wished for a day. */
    const wished = async () => {
      const email = `${randomUUID()}@customer.example`;
      const session = await shop.ready({ HELP: 1, 'ALD-BOARD': 1 }, { buyer: { ...buyer, email } });
      const offer_id = shop.offers.HELP.id;
      const wish = { offer_id, day: day(14), part: 'morning' };
      const state = ok(await shop.customer.update(session, { appointments: [wish] }));
      const total = amount(state.quote.totals, 'total');
      const { order } = ok(await shop.customer.complete(session, total));
      const { orders } = ok(await shop.customer.order(order.url));
      const parts = orders.sort((a, b) => b.appointments.length - a.appointments.length);
      const [{ id }, { id: board_id }] = parts;
      const token = new URL(order.url).pathname.split('/').at(-1);
      const of = async () =>
        ok(await shop.customer.order(order.url)).orders.find((each) => each.id === id);
      const reply = (appointments) => call('POST', `orders/${id}/appointments`, { appointments });
      const customer = (path, order_id) =>
        shop.send('POST', `/v1/orders/${token}/${path}`, {
          body: { order_id },
          headers: { 'idempotency-key': randomUUID() },
        });
      return { id, board_id, email, wish, of, reply, customer };
    };

    test('confirms it, takes the order on, and is said once', async () => {
      const { id, wish, of, reply, customer } = await wished();
      const answered = ok(await call('POST', `orders/${id}/appointments`, {}));
      const confirmed = { state: 'confirmed', appointments: [wish] };
      assert.deepEqual([answered.status, answered.appointment_answer], ['acknowledged', confirmed]);
      assert.deepEqual((await of()).appointment_answer, confirmed);
      assert.deepEqual(ok(await reply([wish])).history, answered.history, 'the same again');
      const other = { ...wish, day: day(15) };
      refused(await reply([other]), 409, 'invalid_transition', 'appointments');
      refused(await customer('appointments', id), 409, 'invalid_transition', 'order_id');
    });

    test('proposes another, which the customer accepts: agreed, and the giver hears of it', async () => {
      const { id, wish, of, reply, customer } = await wished();
      const other = { ...wish, day: day(16), part: 'evening' };
      const asked = ok(await reply([other]));
      assert.equal(asked.status, 'placed');
      assert.deepEqual(asked.appointment_answer, { state: 'proposed', appointments: [other] });
      assert.deepEqual(asked.appointments, [wish], 'the wish stays');
      const early = await call('POST', `orders/${id}/acknowledge`, {});
      refused(early, 409, 'invalid_transition', 'appointment_answer');
      refused(await customer('appointments', 'ord_none'), 404, 'not_found', 'order_id');
      const { orders } = ok(await customer('appointments', id));
      const mine = orders.find((each) => each.id === id);
      assert.deepEqual([mine.status, mine.appointment_answer.state], ['acknowledged', 'accepted']);
      ok(await customer('appointments', id));
      const { history } = await of();
      assert.deepEqual(
        history.map(({ status }) => status),
        ['placed', 'acknowledged'],
      );
      const events = () =>
        endpoint
          .taken()
          .map(({ event }) => event)
          .filter(({ data }) => data.id === id);
      await until(() => events().length === 2);
      const [, { type, data }] = events();
      assert.equal(type, 'order.appointments_accepted');
      assert.deepEqual(data.appointment_answer, { state: 'accepted', appointments: [other] });
      refused(await customer('cancel', id), 409, 'invalid_transition', 'status');
    });

    test('to another day leaves the customer free to cancel, after which nothing is agreed', async () => {
      const { id, wish, reply, customer } = await wished();
      ok(await reply([{ ...wish, day: day(16) }]));
      ok(await customer('cancel', id));
      refused(await customer('appointments', id), 409, 'invalid_transition', 'order_id');
      refused(await reply([]), 409, 'invalid_transition', 'appointments');
    });

    test('reaches the customer by e-mail, and what the customer says its giver', async () => {
      const inWords = (date) =>
        new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(
          new Date(date),
        );
      const sure = await wished();
      ok(await sure.reply([]));
      const told = async (address, subject) =>
        (await smtp.wait(address, 2)).find((mail) => mail.subject === subject);
      const confirmed = await told(sure.email, 'Mira helps comes on the day that you wished.');
      assert.ok(confirmed.text.includes(`Agreed day: ${inWords(sure.wish.day)} · Morning`));

      const { id, email, wish, reply, customer } = await wished();
      ok(await reply([{ ...wish, day: day(16), part: 'evening' }]));
      const proposed = await told(email, 'Mira helps proposes another day.');
      assert.ok(proposed.text.includes(`Wished day: ${inWords(wish.day)} · Morning`));
      assert.ok(proposed.text.includes(`Proposed day: ${inWords(day(16))} · Evening`));
      for (const text of [proposed.text, proposed.html])
        assert.ok(!text.includes('canary-alder'), 'what others sell is not its business');
      ok(await customer('appointments', id));
      const accepted = `Order ${id}: your day is accepted`;
      await until(() => smtp.taken('help@mira.example').some(({ raw }) => raw.includes(accepted)));
    });

    test('is refused with its place, changing nothing', async () => {
      const { id, board_id, wish, of, reply } = await wished();
      const first = 'appointments[0]';
      refused(await reply([{ ...wish, day: day(-1) }]), 422, 'out_of_range', `${first}.day`);
      refused(await reply([{ ...wish, day: day(91) }]), 422, 'out_of_range', `${first}.day`);
      refused(await reply([{ ...wish, day: 'soon' }]), 422, 'invalid_format', `${first}.day`);
      refused(
        await reply([{ ...wish, offer_id: shop.offers['ALD-BOARD'].id }]),
        422,
        'unknown_offer',
        `${first}.offer_id`,
      );
      refused(await reply([wish, wish]), 422, 'duplicate_offer', 'appointments[1].offer_id');
      refused(await call('POST', `orders/${id}/appointments`, {}, 'birch'), 404, 'not_found', 'id');
      refused(
        await call('POST', `orders/${board_id}/appointments`, {}, 'alder'),
        404,
        'not_found',
        'appointments',
      );
      const { status, appointment_answer } = await of();
      assert.deepEqual([status, appointment_answer], ['placed', undefined]);
      ok(await call('POST', `orders/${id}/acknowledge`, {}));
      // The customer could not cancel any more; as wished it is still to be confirmed.
      refused(await reply([{ ...wish, day: day(20) }]), 409, 'invalid_transition', 'appointments');
      assert.equal(ok(await reply([])).appointment_answer.state, 'confirmed');
    });
  });

  test('from afar need no address, and their giver gets none', async () => {
    const session = await shop.session({ ADVICE: 1 });
    const filled = { buyer, payment_method: 'invoice' };
    const state = ok(await shop.customer.update(session, filled));
    assert.equal(state.status, 'ready_for_complete');
    const total = amount(state.quote.totals, 'total');
    const { order } = ok(
      await shop.customer.complete({ ...session, ...state, secret: session.secret }, total),
    );
    const group = ok(await shop.customer.order(order.url));
    assert.equal(group.orders[0].fulfillments[0].kind, 'remote');
    const { orders } = ok(await call('GET', 'orders?newest_first=true'));
    assert.equal(orders[0].address, undefined);
  });

  test('outside their area are refused in the checkout, by a code and a place', async () => {
    const session = await shop.session({ HELP: 1 });
    const away = { ...address, country: 'DE', postcode: '25980' };
    const answer = await shop.customer.update(session, { buyer, address: away });
    refused(answer, 422, 'outside_service_area', 'line_items[0]');
    const { quote, messages } = await shop.session(
      { HELP: 1 },
      { destination: { country: 'DE', postcode: '25980' } },
    );
    const message = messages.find(({ code }) => code === 'outside_service_area');
    assert.equal(message.path, 'line_items[0]');
    assert.deepEqual(quote.sellers[0].groups[0].options, []);
  });
});
