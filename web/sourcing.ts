/**
 * Sourcing: the cheapest sellers for a cart, in a WASM module of its own that loads with the first question. An
 * instance crosses as a row of numbers, since reading objects would take longer than most searches.
 */
import type { SourcingObjective } from './contract.ts';
import type { Fault } from './result.ts';
import { writeRow } from './sourcing-row.ts';
import { compileFrom } from './wasm.ts';

/** What a method costs, see docs/sourcing.md. Money in minor units, weights in grams. */
export interface SourcingRate {
  base?: number | null;
  perItem?: number | null;
  freeFrom?: number | null;
  weightTiers?: [maxGrams: number, fee: number][] | null;
  priceTiers?: [minGoods: number, fee: number][] | null;
  maxWeight?: number | null;
  minGoods?: number | null;
}

export interface SourcingMethod {
  kind?: 'delivery' | 'pickup';
  days?: number;
  rate?: SourcingRate | null;
  /** Instead of `rate`: one for each zone. */
  zones?: Record<string, SourcingRate | null> | null;
}

export interface SourcingInstance {
  id?: string;
  zone?: string;
  lines: [quantity: number, weight: number][];
  owners: {
    offers: [line: number, price: number, stock: number | null][];
    discounts?: [minGoods: number, percent: number][] | null;
    methods: SourcingMethod[];
  }[];
}

/** What the solution of a similar cart leaves behind; a search that starts from it is faster. */
export interface SourcingHint {
  prices: number[];
  assignment: [owner: number, line: number, quantity: number][];
}

export interface SourcingOptions {
  objective?: SourcingObjective;
  /** The most work to do, counted, so that every machine stops at the same place. */
  work?: number;
  hint?: SourcingHint;
}

export interface SourcingAnswer {
  id?: string;
  objective: SourcingObjective;
  cost: number | null;
  owners: number | null;
  max_days: number | null;
  proof: 'optimal' | 'bound' | 'infeasible';
  bound: number | null;
  assignment: [owner: number, line: number, quantity: number][];
  micros: number;
  work: number;
  hint: SourcingHint;
}

/** An instance that is wrong in itself, with the path of the first fault. */
export interface SourcingRefusal {
  id?: string;
  objective: SourcingObjective;
  error: Fault;
}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  room(numbers: number): number;
  solve(objective: number, work: number): number;
  fault_text(): number;
}

const objectives: SourcingObjective[] = ['cost', 'parcels', 'fastest', 'pickup'];
const proofs = ['optimal', 'bound', 'infeasible'] as const;

export class Sourcing {
  #exports: Exports;
  #row: number[] = [];

  private constructor(exports: Exports) {
    this.#exports = exports;
  }

  static async load(wasm: string | BufferSource): Promise<Sourcing> {
    const module = await (typeof wasm === 'string' ? compileFrom(wasm) : WebAssembly.compile(wasm));
    const nothing = () => 0;
    const { exports } = await WebAssembly.instantiate(module, {
      env: { emscripten_notify_memory_growth: nothing },
      wasi_snapshot_preview1: { proc_exit: nothing, fd_write: nothing },
    });
    const ready = exports as unknown as Exports;
    ready._initialize();
    return new Sourcing(ready);
  }

  solve(
    instance: SourcingInstance,
    options: SourcingOptions = {},
  ): SourcingAnswer | SourcingRefusal {
    const start = performance.now();
    const objective = options.objective ?? 'cost';
    const id = instance?.id === undefined ? {} : { id: instance.id };
    const number = objectives.indexOf(objective);
    if (number < 0)
      return { ...id, objective, error: { code: 'unknown_option', path: 'objective' } };
    const row = this.#row;
    const fault = writeRow(row, instance, options.hint);
    if (fault) return { ...id, objective, error: fault };
    const exports = this.#exports;
    const place = exports.room(row.length);
    new Float64Array(exports.memory.buffer, place, row.length).set(row);
    const at = exports.solve(number, options.work ?? 0) / 8;
    const numbers = new Float64Array(exports.memory.buffer);
    if (numbers[at] === -1) return { ...id, objective, error: this.#fault() };
    return { ...id, ...read(numbers, at, objective, start) };
  }

  #fault(): Fault {
    const bytes = new Uint8Array(this.#exports.memory.buffer, this.#exports.fault_text());
    const text = new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
    const space = text.indexOf(' ');
    const where = text.slice(space + 1).replace(/^sellers/, 'owners');
    return { code: text.slice(0, space) as Fault['code'], path: where };
  }
}

function read(
  numbers: Float64Array,
  from: number,
  objective: SourcingObjective,
  start: number,
): SourcingAnswer {
  let at = from;
  const next = () => numbers[at++]!;
  const proof = proofs[next()]!;
  const cost = next();
  const found = cost >= 0;
  const bound = next();
  const owners = next();
  const days = next();
  const work = next();
  const assignment: SourcingHint['assignment'] = [];
  for (let count = next(); count > 0; --count) assignment.push([next(), next(), next()]);
  const prices: number[] = [];
  for (let count = next(); count > 0; --count) prices.push(next());
  return {
    objective,
    cost: found ? cost : null,
    owners: found ? owners : null,
    max_days: found ? days : null,
    proof,
    bound: proof === 'infeasible' ? null : bound,
    assignment,
    micros: Math.round((performance.now() - start) * 1000),
    work,
    hint: { prices, assignment },
  };
}
