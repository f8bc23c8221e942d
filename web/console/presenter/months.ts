const months = 24;

/** This month and those before it, `2026-11` first. */
export function recentMonths(now: Date): string[] {
  return Array.from({ length: months }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}
