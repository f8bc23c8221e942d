/** A value, or why there is none. The same shape as the core's answers. */
import type { ErrorCode } from './contract.ts';

export interface Fault {
  code: ErrorCode;
  path: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Fault };

export const failed = (code: ErrorCode, path = ''): { ok: false; error: Fault } => ({
  ok: false,
  error: { code, path },
});
