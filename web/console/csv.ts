/** The columns of a list, and its CSV file. */

export interface Column<T> {
  title: string;
  /** What is searched and exported, and shown where there is no `show`. */
  text: (row: T) => string;
  show?: (row: T) => unknown;
  /** Figures stand at the end of their column. */
  figures?: boolean;
  /** What can be done with a row is in no file. */
  action?: boolean;
}

/** Of a CSV file; see `save`. */
export const csvType = 'text/csv;charset=utf-8';

/** RFC 4180. A text that a spreadsheet would calculate begins with an apostrophe. */
export function csv<T>(all: readonly Column<T>[], rows: readonly T[]): string {
  const columns = all.filter(({ action }) => !action);
  const cell = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map((each) => each.text(row))),
  ];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}
