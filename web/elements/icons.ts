import { html } from 'lit';

const icon = (path: string) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const bag = icon('M6 8h12l1 12H5L6 8Zm3 3V7a3 3 0 0 1 6 0v4');
export const lens = icon('M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm5 11.5L20 20');
export const sliders = icon(
  'M4 8h9M19 8h1M4 16h1M11 16h9M16 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Zm-8 8a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
);
export const cross = icon('M6 6l12 12M18 6 6 18');
export const plus = icon('M12 6v12M6 12h12');
export const minus = icon('M6 12h12');
export const down = icon('m7 10 5 5 5-5');
export const tick = icon('m5 12.5 4.5 4.5L19 7.5');
