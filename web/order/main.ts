/** Starts the order page: the token in the address is all it needs to know. */
import { render } from 'lit/html.js';
import { type Answer, connect } from '../api.ts';
import type { OrderGroup, OrderStatusView, ReplacementAnswer, ReviewWish } from '../contract.ts';
import { errorText } from '../messages/errors.ts';
import { speakPages } from '../messages/pages.ts';
import { isAsked } from './appointments.ts';
import { type Drafts, keyOf } from './review.ts';
import { isCollected } from './stepper.ts';
import { type Known, view } from './view.ts';
import { watch } from '../watch.ts';
import { allServices } from '../services.ts';

const token = decodeURIComponent(/\/orders\/([^/]+)/.exec(location.pathname)?.[1] ?? '');
const root = document.getElementById('page') as HTMLElement;
const announcer = document.getElementById('announcer') as HTMLElement;
// The link of the confirmation says which language it was bought in.
const chosen = new URLSearchParams(location.hash.slice(1)).getAll('language');
let { language, words } = await speakPages([...chosen, ...navigator.languages]);
// The page asks again anyway, so one request is one try.
const api = connect({ attempts: 1 });

let known: Known = { unknown: false, offline: false };

function draw(): void {
  const currency = known.group?.currency ?? 'EUR';
  const cancelling = { cancel, sending: cancellationSent, tooLate };
  const reviewing = { drafts, changed: draw, send: say, sending: saying, refused };
  const reading = { words, language, currency };
  const agreeing = { agree, sending: agreed, tooLate: agreedTooLate };
  render(view(known, reading, { send, sending, cancelling, agreeing }, reviewing), root);
}

let sending: string | undefined;

async function send(body: ReplacementAnswer): Promise<void> {
  sending = body.order_id;
  draw();
  await hear(await api('POST /v1/orders/{token}/replacement', { params: { token }, body }));
  sending = undefined;
  draw();
}

let cancellationSent = false;
let tooLate = false;

/** Without an order: all of them. A seller who has taken one on in the meantime wins. */
async function cancel(order?: OrderStatusView): Promise<void> {
  cancellationSent = true;
  draw();
  const body = order ? { order_id: order.id } : {};
  const answer = await api('POST /v1/orders/{token}/cancel', { params: { token }, body });
  cancellationSent = false;
  tooLate = !answer.ok && answer.error.code === 'invalid_transition';
  if (tooLate) look();
  else await hear(answer);
  draw();
}

let agreed: string | undefined;
let agreedTooLate = false;

/** To the other day that the giver of a service proposed. */
async function agree({ id }: OrderStatusView): Promise<void> {
  agreed = id;
  draw();
  const body = { order_id: id };
  const answer = await api('POST /v1/orders/{token}/appointments', { params: { token }, body });
  agreed = undefined;
  agreedTooLate = !answer.ok && answer.error.code === 'invalid_transition';
  if (agreedTooLate) look();
  else await hear(answer);
  draw();
}

const drafts: Drafts = new Map();
let saying: string | undefined;
let refused: { key: string; words: string } | undefined;

async function say(body: ReviewWish): Promise<void> {
  const key = (saying = keyOf(body));
  refused = undefined;
  draw();
  const answer = await api('POST /v1/orders/{token}/reviews', { params: { token }, body });
  saying = undefined;
  if (answer.ok) {
    drafts.delete(key);
    await hear(answer);
    announcer.textContent = body.stars ? words.reviewSaved : words.reviewWithdrawn;
  } else {
    const { code, limit } = answer.error;
    refused = { key, words: errorText(code, words.errors, limit?.toString()) };
  }
  draw();
}

/** What has happened since the last look, in words. */
function news(before: OrderGroup | undefined, now: OrderGroup): string {
  const statuses = new Map(before?.orders.map(({ id, status }) => [id, status]));
  const asked = new Set(before?.orders.filter(isAsked).map(({ id }) => id));
  const questions = now.orders
    .filter((order) => statuses.has(order.id) && !asked.has(order.id) && isAsked(order))
    .map(({ seller_name }) => words.appointmentProposal(seller_name));
  const steps = now.orders
    .filter(({ id, status }) => statuses.has(id) && statuses.get(id) !== status)
    .map((order) => {
      const { line_items, seller_name, status } = order;
      if (status === 'shipped' && allServices(line_items)) return words.carriedOut(seller_name);
      if (status === 'shipped' && isCollected(order)) return words.readyToCollect(seller_name);
      return words.changed[status](seller_name);
    });
  return [...steps, ...questions].join(' ');
}

/** Whoever reads none of the languages that there are words in gets the site's. */
async function settle(site?: string): Promise<void> {
  ({ language, words } = await speakPages([
    ...chosen,
    ...navigator.languages,
    ...(site ? [site] : []),
  ]));
  document.documentElement.lang = language;
  document.documentElement.dir = words.direction;
}

await settle();
document.title = words.order;
draw();

const { look } = watch(
  {
    read: () => api('GET /v1/orders/{token}', { params: { token } }),
    visible: () => document.visibilityState === 'visible',
  },
  hear,
);
document.addEventListener('visibilitychange', look);
addEventListener('online', look);

async function hear(answer: Answer<OrderGroup>): Promise<void> {
  if (answer.ok) {
    await settle(answer.value.language);
    const text = news(known.group, answer.value);
    known = { group: answer.value, unknown: false, offline: false };
    if (text) announcer.textContent = text;
    document.title = `${words.order} · ${answer.value.site_name}`;
  } else {
    known = { ...known, unknown: answer.error.code === 'not_found', offline: true };
  }
  draw();
}
