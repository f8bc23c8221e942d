import { html } from 'lit';

const icon = (path: string) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const bag = icon('M6 8h12l1 12H5L6 8Zm3 3V7a3 3 0 0 1 6 0v4');
export const cross = icon('M6 6l12 12M18 6 6 18');
export const plus = icon('M12 6v12M6 12h12');
export const minus = icon('M6 12h12');
export const down = icon('m7 10 5 5 5-5');
export const tick = icon('m5 12.5 4.5 4.5L19 7.5');
