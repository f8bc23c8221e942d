/** Keeps offer ids and quantities, nothing else: every script of the page can read this. */
import type { Cart } from './contract.ts';

export type CartStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const cartKey = (server: string, site: string): string => `vitrine ${server} ${site}`;

/** JSON by hand: pages with an old Prototype.js have a `toJSON` on arrays and strings that makes text of them. */
export const written = ({ line_items }: Cart): string =>
  `[${line_items.map(({ offer_id, quantity }) => `["${offer_id}",${quantity}]`).join()}]`;

/** Whatever is no cart reads as an empty one; lines that are no lines are left out. */
export function read(text: string | null | undefined): Cart {
  try {
    const rows: unknown = JSON.parse(text ?? '[]');
    const lines = new Map(Array.isArray(rows) ? rows.filter(isRow) : []);
    return { line_items: [...lines].map(([offer_id, quantity]) => ({ offer_id, quantity })) };
  } catch {
    return { line_items: [] };
  }
}

const isRow = (row: unknown): row is [string, number] =>
  Array.isArray(row) &&
  typeof row[0] === 'string' &&
  Number.isSafeInteger(row[1]) &&
  (row[1] as number) > 0;
