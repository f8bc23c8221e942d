/** Percentages as people type them. */

/** `12.5` → 1250 hundredths of a percent. */
export function basisPoints(text: string): number | undefined {
  const [, whole = '', part = ''] = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(text) ?? [];
  return whole ? Number(whole + part.padEnd(2, '0')) : undefined;
}
