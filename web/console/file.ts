/** Gives somebody a file that the page has made. Spreadsheets read UTF-8 by the mark at its beginning. */
export function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  const parts = type.startsWith('text/csv') ? ['\uFEFF', text] : [text];
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
