/** A value, or why there is none. The same shape as the core's answers. */
import type { ErrorCode } from './contract.ts';

export interface Fault {
  code: ErrorCode;
  path: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Fault };

/** What a promise is rejected with where a value cannot say why: a request that failed, never a declined wish. */
export class VitrineError extends Error {
  override readonly name = 'VitrineError';
  readonly code: ErrorCode;
  readonly path: string;

  constructor({ code, path }: Fault) {
    super(path ? `${code}: ${path}` : code);
    this.code = code;
    this.path = path;
  }
}

export function orThrow<T>(answer: Promise<Result<T>>): Promise<T> {
  const promise = answer.then((result) => {
    if (result.ok) return result.value;
    throw new VitrineError(result.error);
  });
  promise.catch(() => {}); // whoever was told may look at it, or not
  return promise;
}

export const failed = (code: ErrorCode, path = ''): { ok: false; error: Fault } => ({
  ok: false,
  error: { code, path },
});
