/** Sums of what a presenter has earned: by day from its statement, by product and by site from its orders. */
import type { PresentedOrder, StatementLine } from '../../contract.ts';

/** Of each day of a month (`2026-11`) what was earned, in minor units; payouts are no earnings. */
export function byDay(month: string, lines: readonly StatementLine[]): [string, number][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const sums = new Map<string, number>();
  for (let day = 1; day <= days; ++day) sums.set(`${month}-${String(day).padStart(2, '0')}`, 0);
  for (const { at, kind, amount } of lines) {
    const day = at.slice(0, 10);
    if (kind !== 'payout') sums.set(day, (sums.get(day) ?? 0) + amount);
  }
  return [...sums];
}

export interface Earned {
  id: string;
  title: string;
  quantity: number;
  /** Minor units. */
  amount: number;
}

/** An order's share that is left is laid on its lines as the share was; the best first. */
export function byProduct(orders: readonly PresentedOrder[]): Earned[] {
  const sums = new Map<string, Earned>();
  for (const { lines, presenter, left } of orders) {
    for (const line of lines) {
      const sum = sums.get(line.product_id) ?? {
        id: line.product_id,
        title: line.title,
        quantity: 0,
        amount: 0,
      };
      sums.set(line.product_id, {
        ...sum,
        quantity: sum.quantity + line.quantity,
        amount:
          sum.amount + (presenter === 0 ? 0 : Math.round((line.presenter * left) / presenter)),
      });
    }
  }
  return [...sums.values()].sort((a, b) => b.amount - a.amount || b.quantity - a.quantity);
}

export function bySite(
  orders: readonly PresentedOrder[],
  nameOf: (id: string) => string,
): Earned[] {
  const sums = new Map<string, Earned>();
  for (const { site_id, left } of orders) {
    const sum = sums.get(site_id) ?? {
      id: site_id,
      title: nameOf(site_id),
      quantity: 0,
      amount: 0,
    };
    sums.set(site_id, { ...sum, quantity: sum.quantity + 1, amount: sum.amount + left });
  }
  return [...sums.values()].sort((a, b) => b.amount - a.amount);
}
