/** The package's exports; importing them registers nothing (that is `define.ts`). */
export { StoreElement } from './elements/store.ts';
export type { Core, LocalCore, LoadOptions } from './core.ts';
export type { Fault, Result } from './result.ts';
export type { StoreEvents } from './events.ts';
export type * from './contract.ts';
