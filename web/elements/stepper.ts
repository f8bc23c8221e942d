import type { TemplateResult } from 'lit';
import type { Words } from '../messages/widget.ts';
import { css, html, minus, plus } from './kit.ts';

export const stepperStyles = css`
  .stepper {
    display: inline-flex;
    align-items: center;
    border: 1px solid var(--_line);
    border-radius: var(--_round);
  }
  .stepper:focus-within {
    border-color: var(--_muted);
  }
  .stepper button {
    display: grid;
    place-items: center;
    inline-size: 2.4em;
    block-size: 2.4em;
    border-radius: var(--_round);
  }
  .stepper button:hover:not(:disabled) {
    color: var(--_accent);
  }
  .stepper button:disabled {
    opacity: 0.35;
    cursor: default;
  }
  .stepper svg {
    inline-size: 1em;
    block-size: 1em;
  }
  .stepper input {
    inline-size: 3ch;
    min-inline-size: 2.2em;
    block-size: 2.4em;
    padding: 0;
    border: 0;
    background: none;
    text-align: center;
    appearance: textfield;
    border-radius: 4px;
    field-sizing: content;
    max-inline-size: 7ch;
  }
  .stepper input::-webkit-inner-spin-button {
    appearance: none;
  }
  @media (pointer: coarse) {
    .stepper button,
    .stepper input {
      block-size: 2.75em;
      min-inline-size: 2.75em;
    }
  }
`;

export interface Stepping {
  words: Words;
  /** Of what it is how much. */
  label: string;
  value: number;
  /** How many there are, where that is known. */
  limit?: number | undefined;
  set: (quantity: number) => void;
}

/** A quantity from 1 up, by buttons or typed. */
export function stepper({ words, label, value, limit, set }: Stepping): TemplateResult {
  const typed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const wanted = Math.trunc(Number(input.value));
    const quantity = Math.min(wanted, limit ?? 999_999);
    if (quantity >= 1) set(quantity);
    input.value = String(quantity >= 1 ? quantity : value);
  };
  return html`<div class="stepper" role="group" aria-label=${label}>
    <button aria-label=${words.fewer} ?disabled=${value <= 1} @click=${() => set(value - 1)}>
      ${minus}
    </button>
    <input
      type="number"
      inputmode="numeric"
      min="1"
      step="1"
      aria-label=${words.quantity}
      .value=${String(value)}
      @change=${typed}
    />
    <button
      aria-label=${words.another}
      ?disabled=${limit !== undefined && value >= limit}
      @click=${() => set(value + 1)}
    >
      ${plus}
    </button>
  </div>`;
}
