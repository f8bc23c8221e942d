/** One checkout from the first request to the order: keeps the server's session and the customer's draft in step. */
import type {
  Appointment,
  CheckoutSession,
  CheckoutUpdate,
  PaymentMethod,
  ReplacementTerms,
} from '../contract.ts';
import type { Api, ApiFailure } from '../api.ts';
import type { FieldPath } from '../messages/checkout.ts';
import { type Draft, toUpdate, withField, withSession } from './draft.ts';
import type { Memory } from './memory.ts';
import { SessionLink, isGone, isUnanswered, partOf } from './session_link.ts';
import { type Phase, type State, allFaults, resolve, toldBy, totalOf } from './state.ts';

export interface CheckoutOptions {
  api: Api;
  site: string;
  /** What the customer reads, BCP 47. */
  language?: string;
  draft: Draft;
  memory: Memory;
  /** A reload may show a confirmation again; opening the same cart anew may not. */
  reloaded: boolean;
  /** Milliseconds of quiet before a change is sent. */
  quiet?: number;
}

export class Checkout {
  state: State;
  readonly #options: CheckoutOptions;
  readonly #link: SessionLink;
  readonly #listeners = new Set<(state: State) => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #draining: Promise<void> | undefined;

  constructor(options: CheckoutOptions) {
    this.#options = options;
    this.#link = new SessionLink(options.api, options.site, options.language);
    this.state = {
      phase: 'loading',
      draft: options.draft,
      told: [],
      refused: [],
      saving: 'nothing',
      left: new Set(),
      submitted: false,
    };
  }

  subscribe(listener: (state: State) => void): () => void {
    this.#listeners.add(listener);
    listener(this.state);
    return () => this.#listeners.delete(listener);
  }

  async start(): Promise<void> {
    this.#set({ phase: 'loading' });
    const entry = this.#options.memory.read();
    if (entry) {
      this.#link.adopt(entry.id, entry.secret);
      const answer = await this.#link.read();
      if (!answer.ok && isUnanswered(answer.error.code)) return this.#fail(answer.error);
      const status = answer.ok ? answer.value.status : undefined;
      const open = status === 'incomplete' || status === 'ready_for_complete';
      const again = status === 'completed' && (this.#options.reloaded || !entry.seen);
      if (answer.ok && (open || again)) {
        this.#set({ draft: entry.draft });
        this.#take(answer.value);
        return this.flush();
      }
      this.#link.adopt('', '');
      this.#options.memory.write(undefined);
    }
    if (this.state.draft.lines.length === 0) return this.#set({ phase: 'empty' });
    const failure = await this.#create();
    if (failure) this.#fail(failure);
    else await this.flush();
  }

  setField(path: FieldPath, value: string): void {
    this.#change(withField(this.state.draft, path, value), path);
  }

  /** The customer left a field: what is wrong with it may be said, and what is whole is saved. */
  leaveField(path: FieldPath): void {
    this.#set({ left: new Set(this.state.left).add(path) });
    this.#saveSoon();
  }

  choose(group_id: string, option_id: string): void {
    const { draft } = this.state;
    this.#change({ ...draft, choices: { ...draft.choices, [group_id]: option_id } });
    this.#saveSoon();
  }

  pay(payment_method: PaymentMethod): void {
    this.#change({ ...this.state.draft, payment_method }, 'payment_method');
    this.#saveSoon();
  }

  /** What may happen when a seller cannot deliver. */
  replace(replacement: ReplacementTerms): void {
    this.#change({ ...this.state.draft, replacement });
    this.#saveSoon();
  }

  note(seller_id: string, text: string): void {
    const { draft } = this.state;
    this.#change({ ...draft, notes: { ...draft.notes, [seller_id]: text } }, 'notes');
  }

  /** When a service is wished; an empty day takes the wish back. */
  wish(offer_id: string, wish: Pick<Appointment, 'day' | 'part'>): void {
    const { draft, refused } = this.state;
    this.#change({ ...draft, appointments: { ...draft.appointments, [offer_id]: wish } });
    this.#set({ refused: refused.filter(({ path }) => partOf(path) !== 'appointments') });
    this.#saveSoon();
  }

  /** The customer left a note: it is saved. */
  leaveNote(): void {
    this.#saveSoon();
  }

  /** By offer; 0 removes. */
  async setQuantities(quantities: Readonly<Record<string, number>>): Promise<void> {
    const lines = this.state.draft.lines
      .map((line) => ({ ...line, quantity: quantities[line.offer_id] ?? line.quantity }))
      .filter(({ quantity }) => quantity > 0);
    this.#change({ ...this.state.draft, lines });
    this.#set({ refused: this.state.refused.filter(({ offer_id }) => offer_id === undefined) });
    if (lines.length === 0) return this.#set({ phase: 'empty' });
    await (this.state.session ? this.flush() : this.start());
  }

  /** Sends what the server does not have yet. Changes made meanwhile go in the next round, so the last one stands. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#draining ??= this.#drain().finally(() => (this.#draining = undefined));
    return this.#draining;
  }

  /** Orders for the total that the customer saw on the button; false when something has to be done first. */
  async place(seen: number): Promise<boolean> {
    if (this.state.phase !== 'form') return false;
    const refused = this.state.refused.filter(({ path }) => this.#link.refuses(partOf(path)));
    this.#set({ phase: 'placing', submitted: true, notice: undefined, refused });
    await this.flush();
    if (this.#mayPlace(seen)) await this.#complete(seen);
    if (this.#phase() === 'placing') this.#set({ phase: 'form' });
    return this.#phase() === 'done';
  }

  /** From here on a reload needs the order only; what was entered need not stay in the browser. */
  confirmationSeen(): void {
    this.#remember(this.#options.draft, true);
  }

  #mayPlace(seen: number): boolean {
    const { session, saving, phase, notice } = this.state;
    if (!session || phase !== 'placing' || notice || allFaults(this.state).length > 0) return false;
    const now = totalOf(session.quote.totals);
    if (saving === 'failed') this.#set({ notice: { kind: 'failed', code: 'unreachable' } });
    else if (now !== seen) this.#set({ notice: { kind: 'total_changed', before: seen, now } });
    else if (session.status === 'ready_for_complete') return true;
    else this.#set({ notice: { kind: 'failed', code: 'session_incomplete' } });
    return false;
  }

  async #complete(total: number): Promise<void> {
    const answer = await this.#link.complete(total);
    if (answer.ok) return this.#take(answer.value);
    const { code, path } = answer.error;
    if (isUnanswered(code)) return this.#set({ notice: { kind: 'outcome_unknown' } });
    if (isGone(code)) {
      await this.#renew();
      return this.flush();
    }
    await this.#reload();
    if (this.#phase() === 'done') return;
    const now = this.state.session ? totalOf(this.state.session.quote.totals) : total;
    if (now !== total) this.#set({ notice: { kind: 'total_changed', before: total, now } });
    if (path && code !== 'total_changed') this.#refuse(answer.error);
    else if (now === total) this.#set({ notice: { kind: 'failed', code } });
  }

  async #drain(): Promise<void> {
    let renewals = 0;
    for (let update = this.#unsent(); update; update = this.#unsent()) {
      this.#set({ saving: 'saving' });
      const sent = await this.#send(update);
      if (sent === 'stop' || (sent === 'renewed' && ++renewals > 1))
        return this.#set({ saving: 'failed' });
    }
    if (this.state.saving !== 'nothing') this.#set({ saving: 'saved' });
  }

  async #send(update: CheckoutUpdate): Promise<'sent' | 'renewed' | 'stop'> {
    const answer = await this.#link.update(update);
    if (answer.ok) {
      this.#take(answer.value);
      return 'sent';
    }
    const { code, path } = answer.error;
    if (isGone(code)) return (await this.#renew()) ? 'renewed' : 'stop';
    if (code === 'session_closed') return (await this.#reload()) ? 'renewed' : 'stop';
    const part = partOf(path);
    if (update[part] === undefined) {
      this.#set({ notice: { kind: 'failed', code } });
      return 'stop';
    }
    // A delivery that is no longer offered is not the customer's fault: the server's choice stands and is seen.
    if (part === 'selected_options') this.#change({ ...this.state.draft, choices: {} });
    else this.#refuse(answer.error);
    return 'sent';
  }

  #unsent(): CheckoutUpdate | undefined {
    const { draft, session, phase } = this.state;
    if (!session || (phase !== 'form' && phase !== 'placing')) return undefined;
    return this.#link.unsent(toUpdate(draft, session));
  }

  async #create(): Promise<ApiFailure | undefined> {
    const { draft } = this.state;
    const { line_items = [], destination } = toUpdate(draft, undefined);
    const { pinned_offers = [], objective = 'cost', page } = draft; // a draft of an older page has none
    const wishes = { pinned_offers, objective, ...(page ? { page } : {}) };
    const answer = await this.#link.create(line_items, destination, wishes);
    if (!answer.ok) return answer.error;
    this.#take(answer.value);
    return undefined;
  }

  /** A session that the server no longer has begins again with all that was entered. */
  async #renew(): Promise<boolean> {
    const failure = await this.#create();
    this.#set({ notice: failure ? { kind: 'failed', code: failure.code } : { kind: 'renewed' } });
    return !failure;
  }

  async #reload(): Promise<boolean> {
    const answer = await this.#link.read();
    if (!answer.ok) return isGone(answer.error.code) && this.#renew();
    if (answer.value.status === 'canceled') return this.#renew();
    this.#take(answer.value);
    return true;
  }

  #take(session: CheckoutSession): void {
    const draft = withSession(this.state.draft, session);
    const told = toldBy(session, draft);
    const open: Phase = this.state.phase === 'placing' ? 'placing' : 'form';
    this.#remember(draft);
    this.#set({ phase: session.status === 'completed' ? 'done' : open, session, draft, told });
  }

  #change(draft: Draft, path = ''): void {
    const refused = this.state.refused.filter(
      (fault) => fault.path !== path && fault.path !== path.split('.')[0],
    );
    this.#remember(draft);
    this.#set({ draft, refused });
  }

  #refuse({ code, path, limit }: ApiFailure): void {
    const offer_id = resolve(path, this.state.draft);
    const fault = { code, limit, offer_id, path: path.replace(/^destination\./, 'address.') };
    this.#set({ refused: [...this.state.refused, fault] });
  }

  #remember(draft: Draft, seen = false): void {
    const { id, secret } = this.#link;
    if (id) this.#options.memory.write({ id, secret, draft, seen });
  }

  #fail(failure: ApiFailure): void {
    this.#set({ phase: 'failed', failure });
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#options.quiet ?? 200);
  }

  // A call, so that the compiler does not take the phase for what it was before an await.
  #phase(): Phase {
    return this.state.phase;
  }

  #set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener(this.state);
  }
}
