/** Buttons of which one is pressed: what a list is narrowed to. */
import { html, type TemplateResult } from 'lit/html.js';

export const choices = <T extends string>(
  label: string,
  all: readonly T[],
  chosen: T,
  text: (one: T) => string,
  choose: (one: T) => void,
): TemplateResult =>
  html`<div class="choices" role="group" aria-label=${label}>
    ${all.map(
      (one) =>
        html`<button
          type="button"
          class="small"
          aria-pressed=${one === chosen ? 'true' : 'false'}
          @click=${() => choose(one)}
        >
          ${text(one)}
        </button>`,
    )}
  </div>`;
