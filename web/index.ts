/** The package's exports. Importing the package registers the elements (`define.ts`). */
export type * from './contract.ts';
export type { Actions, ActionOptions } from './parts/actions.ts';
export type { CartAnswer, StoreEvents } from './events.ts';
export { VitrineError, type Fault, type Result } from './result.ts';
export type * from './tags.ts';
export { vitrine, type Vitrine } from './vitrine.ts';
