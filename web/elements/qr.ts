/** A QR code (ISO/IEC 18004) of a link; loads when somebody wants to share. */
import type { TemplateResult } from 'lit';
import { encode } from 'uqr';
import { html } from './kit.ts';

/** Modules of white around it, as the standard wants. */
const quiet = 4;

/** Nothing for a text that is longer than a code can be. */
export function qrCode(text: string, label: string): TemplateResult | undefined {
  const code = drawn(text);
  if (!code) return undefined;
  const { size, path } = code;
  return html`<svg
    class="qr"
    part="qr-code"
    role="img"
    aria-label=${label}
    viewBox="0 0 ${size} ${size}"
    shape-rendering="crispEdges"
  >
    <rect width=${size} height=${size} fill="#fff"></rect>
    <path d=${path} fill="#000"></path>
  </svg>`;
}

/** The dark modules as rows of one path. */
export function drawn(text: string): { size: number; path: string } | undefined {
  try {
    const { data, size } = encode(text, { ecc: 'M', border: quiet });
    const path = data.map((row, y) =>
      row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''),
    );
    return { size, path: path.join('') };
  } catch {
    return undefined;
  }
}
