/** Rows of a form that come and go. */
import { html, type TemplateResult } from 'lit/html.js';
import { words } from './words.ts';

export const addRow = (text: string, add: () => void): TemplateResult =>
  html`<p><button type="button" class="small" @click=${add}>+ ${text}</button></p>`;

export const removeRow = (called: string, remove: () => void): TemplateResult =>
  html`<p class="removing">
    <button
      type="button"
      class="small"
      aria-label=${words.delivery.removeOf(called)}
      @click=${remove}
    >
      ${words.delivery.remove}
    </button>
  </p>`;
