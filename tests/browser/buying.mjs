// Customers of the demo who buy over HTTP, for tests of what comes after.
import { amount, ok, send, shopper } from '../server/client.mjs';
import { address, buyer } from '../server/goods.mjs';

/**
 * Buys one of each offer. `name`: somebody else than the usual customer, at an address of their own; `update`: what else
 * the checkout is told. Answers the order page's `url` and the `orders`.
 */
export async function buy({ demo }, offer_ids, { name, site_id = demo.site_id, update } = {}) {
  const customer = shopper(demo.urls.server);
  const line_items = offer_ids.map((offer_id) => ({ offer_id, quantity: 1 }));
  const { secret, ...session } = ok(await customer.create({ site_id, line_items }));
  const who = name
    ? {
        buyer: { ...buyer, email: `${name}@customer.example` },
        address: { ...address, line1: `${name}weg 1` },
      }
    : { buyer, address };
  const filled = { ...who, payment_method: 'invoice', ...update };
  const state = ok(await customer.update({ ...session, secret }, filled));
  const total = amount(state.quote.totals, 'total');
  const { url } = ok(await customer.complete({ ...state, secret }, total)).order;
  return { url, orders: ok(await customer.order(url)).orders };
}

/** An order's seller sends it. */
export async function ship({ demo }, { id, seller_id }) {
  const { api_key } = demo.sellers.find((each) => each.id === seller_id);
  const headers = { authorization: `Bearer ${api_key}` };
  ok(await send(demo.urls.server, 'POST', `/v1/seller/orders/${id}/ship`, { body: {}, headers }));
}

/** The customer says something of an order; with no `offer_id` of its line's offer. */
export async function review({ demo }, { url, orders: [order] }, said) {
  const { id: order_id, line_items } = order;
  const body = { order_id, offer_id: line_items[0].offer_id, ...said };
  ok(await send(demo.urls.server, 'POST', `/v1/orders/${url.split('/').at(-1)}/reviews`, { body }));
}
