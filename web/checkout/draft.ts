/** What the customer has entered, complete or not, and what the server can already be told of it. */
import type {
  Address,
  Appointment,
  Buyer,
  CartLine,
  CheckoutSession,
  CheckoutUpdate,
  Destination,
  PaymentMethod,
  ReplacementTerms,
  SellerNote,
  SourcingObjective,
} from '../contract.ts';
import type { FailureCode } from '../api.ts';
import { needsAddress as isBrought } from '../services.ts';
import type { FieldPath } from '../messages/checkout.ts';

export interface Draft {
  lines: CartLine[];
  buyer: Required<Buyer>;
  address: Required<Address>;
  /** Delivery option by parcel. */
  choices: Record<string, string>;
  /** What the server sources the cart by, to tell whether it could be had for less. */
  pinned_offers: string[];
  objective: SourcingObjective;
  /** On which the checkout was begun. */
  page?: string;
  payment_method?: PaymentMethod;
  replacement?: ReplacementTerms;
  /** What is told to one seller, by its id. */
  notes?: Record<string, string>;
  /** When services are wished, by offer; an empty day: no wish. */
  appointments?: Record<string, Pick<Appointment, 'day' | 'part'>>;
}

/** All but the end of a line. */
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

const objectives: readonly SourcingObjective[] = ['cost', 'parcels', 'fastest', 'pickup'];

/** `offer_id` is there when the path led to a line: lines move, offers stay. */
export interface Fault {
  path: string;
  code: FailureCode;
  limit?: number | undefined;
  offer_id?: string | undefined;
}

/** The language of the page that the checkout was opened from, if it said so. */
export function languageOf(fragment: string): string[] {
  return new URLSearchParams(fragment.replace(/^#/, '')).getAll('language');
}

/** `lines=off_a:2,off_b:1&country=DE&postcode=10115&options=<group_id>~<option_id>,…&page=https://…` */
export function readFragment(fragment: string): Draft {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const parts = (name: string, separator: string): [string, string][] =>
    (given.get(name) ?? '')
      .split(',')
      .map((part) => [part, part.lastIndexOf(separator)] as const)
      .filter(([, at]) => at > 0)
      .map(([part, at]) => [part.slice(0, at), part.slice(at + 1)]);
  return {
    lines: parts('lines', ':')
      .map(([offer_id, count]) => ({ offer_id, quantity: Number(count) }))
      .filter(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0),
    buyer: { name: '', email: '', phone: '' },
    address: {
      name: '',
      line1: '',
      line2: '',
      postcode: given.get('postcode') ?? '',
      city: '',
      country: given.get('country') ?? '',
    },
    choices: Object.fromEntries(parts('options', '~')),
    pinned_offers: (given.get('pinned') ?? '').split(',').filter(Boolean),
    objective: objectives.find((name) => name === given.get('objective')) ?? 'cost',
    ...(given.get('page') ? { page: given.get('page') ?? '' } : {}),
  };
}

export function field(draft: Draft, path: FieldPath): string {
  const [part, name] = path.split('.') as ['buyer', 'name'];
  return draft[part][name];
}

export function withField(draft: Draft, path: FieldPath, value: string): Draft {
  const [part, name] = path.split('.') as ['buyer', 'name'];
  const changed = { ...draft, [part]: { ...draft[part], [name]: value } };
  // Most people order for themselves: the recipient follows the name until it is made another.
  const follows = path === 'buyer.name' && draft.address.name.trim() === draft.buyer.name.trim();
  return follows ? { ...changed, address: { ...changed.address, name: value } } : changed;
}

/** The server's defaults for what was not chosen. Text is left alone: an emptied field stays empty. */
export function withSession(draft: Draft, session: CheckoutSession): Draft {
  const { payment_method, payment_methods, quote } = session;
  const [first, second] = payment_methods;
  const payment = draft.payment_method ?? payment_method ?? (second ? undefined : first);
  const country = draft.address.country || quote.destination.country;
  return {
    ...draft,
    address: { ...draft.address, country },
    ...(payment ? { payment_method: payment } : {}),
  };
}

/** True when something has to be carried somewhere, or somebody comes. */
export function needsAddress(session: CheckoutSession, draft: Draft): boolean {
  return session.quote.sellers.some((seller) =>
    seller.groups.some((group) => {
      const chosen = draft.choices[group.id];
      const option =
        group.options.find(({ id }) => id === chosen) ??
        group.options.find(({ id }) => id === group.selected_option_id);
      return option ? isBrought(option.kind) : true;
    }),
  );
}

/** What can be seen to be missing without asking the server. */
export function ownFaults(draft: Draft, session: CheckoutSession | undefined): Fault[] {
  const required: FieldPath[] = ['buyer.name', 'buyer.email'];
  if (!session || needsAddress(session, draft)) {
    required.push('address.name', 'address.line1');
    if (session?.quote.postcode_required !== false) required.push('address.postcode');
    required.push('address.city');
  }
  required.push('address.country');
  const faults: Fault[] = required
    .filter((path) => field(draft, path).trim() === '')
    .map((path) => ({ path, code: 'missing_field' }));
  if (draft.buyer.email.trim() && !/^[^@\s]+@[^@\s]+$/.test(draft.buyer.email.trim()))
    faults.splice(1, 0, { path: 'buyer.email', code: 'invalid_format' });
  if (!draft.payment_method) faults.push({ path: 'payment_method', code: 'missing_field' });
  return faults;
}

/** Everything of the draft that is whole enough to be kept by the server. */
export function toUpdate(draft: Draft, session: CheckoutSession | undefined): CheckoutUpdate {
  const faults = ownFaults(draft, session);
  const withAddress = session !== undefined && needsAddress(session, draft);
  const whole = (part: string) => !faults.some(({ path }) => path.startsWith(part));
  const { country, postcode } = trimmed(draft.address);
  return {
    line_items: draft.lines,
    ...(country ? { destination: destinationOf({ country, postcode }) } : {}),
    ...(whole('buyer.') ? { buyer: trimmed(draft.buyer) } : {}),
    ...(withAddress && whole('address.') ? { address: trimmed(draft.address) } : {}),
    ...(Object.keys(draft.choices).length > 0
      ? {
          selected_options: Object.entries(draft.choices).map(([group_id, option_id]) => ({
            group_id,
            option_id,
          })),
        }
      : {}),
    ...(draft.replacement ? { replacement: draft.replacement } : {}),
    ...(draft.notes ? { notes: notesOf(draft.notes) } : {}),
    ...(draft.appointments ? { appointments: wishesOf(draft) } : {}),
    ...(draft.payment_method ? { payment_method: draft.payment_method } : {}),
  };
}

/** Of what is in the cart, in its order. */
export const wishesOf = ({ appointments = {}, lines }: Draft): Appointment[] =>
  lines.flatMap(({ offer_id }) => {
    const wish = appointments[offer_id];
    return wish?.day ? [{ offer_id, ...wish }] : [];
  });

function notesOf(notes: Record<string, string>): SellerNote[] {
  return Object.entries(notes)
    .map(([seller_id, text]) => ({ seller_id, text: text.replace(controls, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

function destinationOf({ country, postcode }: Destination): Destination {
  return { country, ...(postcode ? { postcode } : {}) };
}

function trimmed<T extends object>(texts: T): T {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, String(text).trim()]),
  ) as T;
}
