/** The server's JSON routes as one typed call. What fails is a value; what may pass is tried again. */
import type { Endpoints, ErrorCode, FailureBody, Nothing } from './contract.ts';

/** `unreachable` is ours: no answer came, so nobody knows whether the request was carried out. */
export type FailureCode = ErrorCode | 'unreachable';

export interface ApiFailure {
  code: FailureCode;
  path: string;
  limit?: number;
  /** What else is wrong with the same request. */
  further?: ApiFailure[];
}

export type Answer<T> = { ok: true; value: T } | { ok: false; error: ApiFailure };

export type Route = keyof Endpoints;

type ParamNames<R extends string> = R extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

export interface Call<R extends Route> {
  params: Record<ParamNames<R>, string>;
  body: Endpoints[R]['request'];
  secret?: string | undefined;
  /** Whom somebody who is signed in acts for. */
  member?: string | undefined;
  query?: Readonly<Record<string, string>>;
  /** One per thing the user wants, so that wanting it once does it once. Made here when absent. */
  idempotencyKey?: string;
}

/** What the caller may leave out: a GET has no body, a fixed path no params. */
export type CallOptions<R extends Route> = Omit<Call<R>, 'params' | 'body'> &
  (ParamNames<R> extends never ? unknown : Pick<Call<R>, 'params'>) &
  (Endpoints[R]['request'] extends Nothing ? unknown : Pick<Call<R>, 'body'>);

export type Api = <R extends Route>(
  route: R,
  options: CallOptions<R>,
) => Promise<Answer<Endpoints[R]['response']>>;

export interface Surroundings {
  origin?: string;
  /** Whether the browser's cookie goes along: `same-origin` on the console alone. */
  credentials?: RequestCredentials;
  fetch?: typeof fetch;
  sleep?: (milliseconds: number) => Promise<void>;
  random?: () => number;
  attempts?: number;
  timeout?: number;
}

const longestWait = 10_000;

export function connect({
  origin = '',
  credentials = 'omit',
  fetch = globalThis.fetch.bind(globalThis),
  sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random = Math.random,
  attempts = 4,
  timeout = 15_000,
}: Surroundings = {}): Api {
  return async (route, options) => {
    const {
      params = {},
      body = {},
      query,
      secret,
      member,
      idempotencyKey,
    } = options as Partial<Call<Route>>;
    const [method, template] = route.split(' ') as [string, string];
    const headers: Record<string, string> = { accept: 'application/json' };
    if (secret) headers['authorization'] = `Bearer ${secret}`;
    if (member) headers['vitrine-member'] = member;
    const init: RequestInit = { method, headers, cache: 'no-store', credentials };
    if (method === 'POST') {
      headers['content-type'] = 'application/json';
      headers['idempotency-key'] = idempotencyKey ?? newIdempotencyKey();
      init.body = JSON.stringify(body);
    }
    const url =
      origin + fill(template, params) + (query ? `?${new URLSearchParams(query).toString()}` : '');

    for (let attempt = 1; ; ++attempt) {
      const { answer, again, wait } = await once(() =>
        fetch(url, { ...init, signal: AbortSignal.timeout(timeout) }),
      );
      if (!again || attempt >= attempts) return answer as never;
      // Half of the wait is random, so that many pages that failed together do not come back together.
      const backOff = 400 * 2 ** (attempt - 1) * (0.5 + random() / 2);
      await sleep(Math.min(longestWait, wait ?? backOff));
    }
  };
}

/** Works on plain-HTTP origins too, where browsers leave `randomUUID` out. */
export function newIdempotencyKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface Attempt {
  answer: Answer<unknown>;
  again: boolean;
  wait?: number | undefined;
}

async function once(send: () => Promise<Response>): Promise<Attempt> {
  let response: Response;
  let body: unknown;
  try {
    response = await send();
    body = await response.json().catch((error: unknown) => {
      // Broken off in the middle is no answer; text that is not JSON is one, if a useless one.
      if (error instanceof SyntaxError) return undefined;
      throw error;
    });
  } catch {
    return { answer: failure({ code: 'unreachable', path: '' }), again: true };
  }
  if (response.ok && body !== undefined) return { answer: { ok: true, value: body }, again: false };

  const error = errorOf(response.status, body);
  const inFlight = response.status === 409 && error.code === 'idempotency_in_flight';
  return {
    answer: failure(error),
    again: inFlight || response.status === 503 || response.status === 429,
    wait: retryAfter(response.headers.get('retry-after')),
  };
}

function failure(error: ApiFailure): Answer<never> {
  return { ok: false, error };
}

/** What an answer that is none of success says. */
export function errorOf(status: number, body: unknown): ApiFailure {
  const error = (body as Partial<FailureBody> | null | undefined)?.error;
  if (typeof error?.code !== 'string')
    return { code: status === 503 ? 'unavailable' : 'internal', path: '' };
  const { code, path, limit, further } = error;
  return {
    code: code as ErrorCode,
    path: path ?? '',
    ...(limit == null ? {} : { limit }),
    ...(further ? { further: further as ApiFailure[] } : {}),
  };
}

/** Milliseconds; the header holds seconds or a date. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function fill(template: string, params: Partial<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
}
