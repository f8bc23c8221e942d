/** The same commands answered by the server, for pages where WebAssembly is forbidden (CSP, lockdown modes). */
import type { Core } from './core.ts';
import type { FailureBody } from './contract.ts';
import { failed, type Fault } from './result.ts';

export function httpCore(commands: string, fetch: typeof globalThis.fetch): Core {
  return {
    async call(command, request) {
      try {
        const response = await fetch(`${commands}/${command}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request),
        });
        const body: unknown = await response.json();
        return response.ok
          ? { ok: true, value: body as never }
          : { ok: false, error: (body as FailureBody).error as Fault };
      } catch {
        return failed('unavailable');
      }
    },
  };
}

/** Whether loading failed because the page may not run WebAssembly at all. */
export const wasmForbidden = (error: unknown): boolean =>
  typeof WebAssembly === 'undefined' || error instanceof WebAssembly.CompileError;
