/** Addresses of pages as people type them: after spaces or commas; a slash at the end is what they copy. */
export const originsOf = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((each) => each.replace(/\/+$/, ''))
    .filter(Boolean);
