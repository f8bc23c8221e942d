/** The ways to get a cart's things: by which sellers, at what total. Knows no DOM. */
import type { Core } from './core.ts';
import type { CartLine, CartSourcing, SourcingChoice, SourcingRequest } from './contract.ts';
import type { State } from './state.ts';

/** The ways found for one cart, and which of the cart's lines they were found for. */
export interface Ways {
  line_items: CartLine[];
  found: CartSourcing;
}

/** What the customer's cart asks of sourcing; nothing while the shop is not open. */
export function sourcingRequest(state: State): SourcingRequest | undefined {
  const { manifest, destination, cart, choices, pinned } = state;
  if (!manifest) return undefined;
  return {
    currency: manifest.currency,
    destination,
    line_items: cart.line_items,
    selected_options: optionsOf(choices),
    pinned_offers: pinned,
    policy: manifest.sourcing,
  };
}

export async function findWays(core: Core, state: State): Promise<Ways | undefined> {
  const request = sourcingRequest(state);
  if (!request || request.line_items.length === 0) return undefined;
  const answer = await core.call('cart.source', request);
  return answer.ok ? { line_items: request.line_items, found: answer.value } : undefined;
}

/** The ways that differ, each with what it is best at; the present one first if it is none of them. */
export interface WayView {
  choice: SourcingChoice;
  objectives: SourcingChoice['objective'][];
  present: boolean;
  /** Minor units less than the cart costs now; negative: more. Nothing when it cannot be had as it is. */
  saving?: number | undefined;
}

export function wayViews({ found }: Ways, state: State): WayView[] {
  const views: WayView[] = [];
  for (const choice of found.choices) {
    const same = views.find((view) => equal(view.choice, choice));
    if (same) same.objectives.push(choice.objective);
    else {
      const saving = found.current && found.current.total - choice.total;
      views.push({
        choice,
        objectives: [choice.objective],
        present: isPresent(choice, state),
        saving,
      });
    }
  }
  return views;
}

export const optionsOf = (choices: Record<string, string>): SourcingChoice['selected_options'] =>
  Object.entries(choices).map(([group_id, option_id]) => ({ group_id, option_id }));

const linesKey = (lines: readonly CartLine[]): string =>
  lines
    .map(({ offer_id, quantity }) => `${offer_id}:${quantity}`)
    .sort()
    .join();

const equal = (a: SourcingChoice, b: SourcingChoice): boolean =>
  a.total === b.total &&
  a.max_days === b.max_days &&
  a.parcels === b.parcels &&
  linesKey(a.line_items) === linesKey(b.line_items);

/** The cart has these lines already, and its deliveries cost the same and are chosen alike. */
function isPresent(choice: SourcingChoice, { cart, choices, ways }: State): boolean {
  return (
    ways?.found.current?.total === choice.total &&
    linesKey(cart.line_items) === linesKey(choice.line_items) &&
    choice.selected_options.every(({ group_id, option_id }) => choices[group_id] === option_id)
  );
}

/** By how much an unproved choice could be beaten at most, minor units. */
export const leeway = ({ total, bound }: SourcingChoice): number => total - bound;
