/** The state of the page and what follows from it. No DOM, no requests. */
import type { CheckoutSession, Message, Total } from '../contract.ts';
import type { ApiFailure, FailureCode } from '../api.ts';
import type { FieldPath } from '../messages/checkout.ts';
import { type Draft, type Fault, field, needsAddress, ownFaults, wishesOf } from './draft.ts';

export type Notice =
  | { kind: 'total_changed'; before: number; now: number }
  | { kind: 'renewed' }
  | { kind: 'outcome_unknown' }
  | { kind: 'failed'; code: FailureCode };

export type Phase = 'loading' | 'form' | 'placing' | 'done' | 'empty' | 'failed';

export interface State {
  phase: Phase;
  draft: Draft;
  session?: CheckoutSession;
  /** What the session's messages are about, with lines already resolved. */
  told: Fault[];
  /** What the last requests were refused for. */
  refused: Fault[];
  saving: 'nothing' | 'saving' | 'saved' | 'failed';
  /** Fields that the customer has been in: only these, or all after a try to order, show what is missing. */
  left: ReadonlySet<string>;
  submitted: boolean;
  notice?: Notice | undefined;
  failure?: ApiFailure;
}

export function totalOf(totals: readonly Total[]): number {
  return totals.find(({ type }) => type === 'total')?.amount ?? 0;
}

/** `line_items[2].quantity` leads to the third of `draft.lines`, `appointments[0].day` to the first wish. */
export function resolve(path: string, draft: Draft): string | undefined {
  const wish = /^appointments\[(\d+)\]/.exec(path)?.[1];
  if (wish !== undefined) return wishesOf(draft)[Number(wish)]?.offer_id;
  const index = /^line_items\[(\d+)\]/.exec(path)?.[1];
  return index === undefined ? undefined : draft.lines[Number(index)]?.offer_id;
}

export function toldBy(session: CheckoutSession, draft: Draft): Fault[] {
  const messages: Message[] = [...session.messages, ...session.quote.messages];
  return messages
    .filter(({ type }) => type === 'error')
    .map(({ path, code, limit }) => ({
      path: path.replace(/^destination\./, 'address.'),
      code: code as FailureCode,
      limit: limit ?? undefined,
      offer_id: resolve(path, draft),
    }));
}

const order = ['buyer', 'address', 'line_items', 'appointments', 'payment_method'];

function rank(fault: Fault): number {
  return order.indexOf(fault.path.split(/[.[]/)[0] ?? '');
}

/** Everything that hinders, in the order of the page, one fault per place. */
export function allFaults({ draft, session, told, refused }: State): Fault[] {
  const withAddress = session ? needsAddress(session, draft) : true;
  const own = ownFaults(draft, session);
  // That something is missing is known better here, where half-entered things are.
  const others = [...refused, ...told].filter(
    ({ path, code, offer_id }) =>
      offer_id !== undefined || code !== 'missing_field' || isEmptyField(path, draft, withAddress),
  );
  const seen = new Set<string>();
  return [...own, ...others]
    .filter(({ path, offer_id }) => {
      const place = offer_id ?? path;
      return !seen.has(place) && seen.add(place);
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** Of these, what is worth saying now. */
export function shownFaults(state: State): Fault[] {
  return allFaults(state).filter(
    ({ path, code }) =>
      state.submitted ||
      state.left.has(path) ||
      !(code === 'missing_field' || path.startsWith('buyer.') || path === 'payment_method'),
  );
}

function isEmptyField(path: string, draft: Draft, withAddress: boolean): boolean {
  const [part, name] = path.split('.');
  if (part !== 'buyer' && !(part === 'address' && withAddress)) return false;
  return name !== undefined && field(draft, path as FieldPath)?.trim() === '';
}
