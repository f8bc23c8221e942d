// Colours for a terminal; plain text everywhere else (https://no-color.org).
const codes = { red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36, bold: 1, dim: 2 };
const on = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';

export const paint = (style, text) => (on ? `\x1b[${codes[style]}m${text}\x1b[0m` : text);
