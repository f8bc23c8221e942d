/** The package's exports; importing them registers nothing (that is `define.ts`). */
export { StoreElement } from './elements/store.ts';
export type { Core, LocalCore, LoadOptions } from './core.ts';
export type { Fault, Result } from './result.ts';
export type { CartAnswer, StoreEvents } from './events.ts';
export { VitrineError } from './result.ts';
export type { Vitrine } from './vitrine.ts';
export type { ActionOptions, Actions } from './parts/actions.ts';
export type * from './contract.ts';
