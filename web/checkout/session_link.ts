/** The server's side of one checkout: its id and secret, and which parts of the draft it already has. */
import type {
  CartLine,
  CheckoutCreate,
  CheckoutSession,
  CheckoutUpdate,
  Destination,
} from '../contract.ts';
import { type Answer, type Api, newIdempotencyKey } from '../api.ts';

export type Part = keyof CheckoutUpdate;

export function partOf(path: string): Part {
  return path.split(/[.[]/)[0] as Part;
}

type Answered = Promise<Answer<CheckoutSession>>;

export class SessionLink {
  id = '';
  secret = '';
  readonly #api: Api;
  readonly #site: string;
  /** What the customer reads, for the e-mails. */
  readonly #spoken: Pick<CheckoutCreate, 'language'>;
  /** The parts as the server has them, and as it refused them: neither is worth sending again. */
  #saved: Partial<Record<Part, string>> = {};
  #refused: Partial<Record<Part, string>> = {};
  #order: { total: number; key: string } | undefined;

  constructor(api: Api, site: string, language?: string) {
    this.#api = api;
    this.#site = site;
    this.#spoken = language ? { language } : {};
  }

  async create(
    line_items: CartLine[],
    destination: Destination | undefined,
    wishes: Pick<CheckoutCreate, 'pinned_offers' | 'objective' | 'page'>,
  ): Answered {
    const parts = { line_items, ...(destination ? { destination } : {}) };
    const answer = await this.#api('POST /v1/checkout_sessions', {
      body: { site_id: this.#site, ...parts, ...wishes, ...this.#spoken },
    });
    if (!answer.ok) return answer;
    this.adopt(answer.value.id, answer.value.secret ?? '');
    this.#keep(this.#saved, parts);
    return answer;
  }

  /** Continues a session begun earlier; what the server has of it is not known, so all is sent once more. */
  adopt(id: string, secret: string): void {
    this.id = id;
    this.secret = secret;
    this.#saved = {};
    this.#refused = {};
    this.#order = undefined;
  }

  read(): Answered {
    return this.#api('GET /v1/checkout_sessions/{id}', this.#to());
  }

  /** The parts of `wanted` worth sending. */
  unsent(wanted: CheckoutUpdate): CheckoutUpdate | undefined {
    const parts = Object.entries(wanted).filter(([part, value]) => {
      const text = JSON.stringify(value);
      return this.#saved[part as Part] !== text && this.#refused[part as Part] !== text;
    });
    return parts.length > 0 ? (Object.fromEntries(parts) as CheckoutUpdate) : undefined;
  }

  async update(body: CheckoutUpdate): Answered {
    const answer = await this.#api('POST /v1/checkout_sessions/{id}', { ...this.#to(), body });
    if (answer.ok) {
      this.#keep(this.#saved, body);
      return answer;
    }
    const part = partOf(answer.error.path);
    if (body[part] !== undefined) this.#keep(this.#refused, { [part]: body[part] });
    return answer;
  }

  refuses(part: Part): boolean {
    return this.#refused[part] !== undefined;
  }

  /** The same wish keeps its key until an answer came, however often the button is pressed. */
  async complete(total: number): Answered {
    if (this.#order?.total !== total) this.#order = { total, key: newIdempotencyKey() };
    const answer = await this.#api('POST /v1/checkout_sessions/{id}/complete', {
      ...this.#to(),
      body: { total },
      idempotencyKey: this.#order.key,
    });
    if (!answer.ok && !isUnanswered(answer.error.code)) this.#order = undefined;
    return answer;
  }

  #to() {
    return { params: { id: this.id }, secret: this.secret };
  }

  #keep(where: Partial<Record<Part, string>>, parts: CheckoutUpdate): void {
    for (const [part, value] of Object.entries(parts)) where[part as Part] = JSON.stringify(value);
  }
}

/** Whether the request was carried out is not known. */
export function isUnanswered(code: string): boolean {
  return code === 'unreachable' || code === 'unavailable' || code === 'idempotency_in_flight';
}

/** The server has no such session any more. */
export function isGone(code: string): boolean {
  return code === 'session_expired' || code === 'not_found' || code === 'unauthorized';
}
