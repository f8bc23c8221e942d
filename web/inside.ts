/** A store as its own parts see it. */
import type { Core } from './core.ts';
import type { Emit } from './events.ts';
import type { Fault } from './result.ts';
import type { State } from './state.ts';

/** Commands fail with `unavailable` while the shop cannot be opened. */
export interface Inside extends Core {
  state(): State;
  set(change: Partial<State>): void;
  subscribe(listener: (state: State) => void): unknown;
  /** Opens the shop, unless it is open. */
  open(): Promise<unknown>;
  emit: Emit;
  /** Tells that a wish came to nothing. */
  report(fault: Fault): void;
}
