import { css } from './kit.ts';

export const resultStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75em 1.5em;
    margin-block-end: 1.25em;
  }
  .head h3 {
    display: inline;
    margin-inline-end: 0.75em;
    font-size: 1.1em;
    outline-offset: 4px;
    overflow-wrap: anywhere;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em;
    margin-inline-start: auto;
  }
  .narrow {
    flex-basis: 100%;
    flex-wrap: nowrap;
    justify-content: space-between;
  }
  .sort {
    position: relative;
    min-inline-size: 0;
    display: flex;
    align-items: center;
    gap: 0.6em;
  }
  select {
    block-size: 2.5em;
    padding-inline: 0.75em 2.2em;
    appearance: none;
    border: 1px solid var(--_line);
    border-radius: var(--_round);
    background: transparent;
    min-inline-size: 0;
  }
  .sort svg {
    position: absolute;
    inset-inline-end: 0.75em;
    inline-size: 1em;
    block-size: 1em;
    pointer-events: none;
  }
  .narrow select {
    inline-size: 100%;
  }
  .badge {
    display: grid;
    place-items: center;
    min-inline-size: 1.6em;
    block-size: 1.6em;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.8em;
  }
  .sides {
    display: grid;
    grid-template-columns: 13em minmax(0, 1fr);
    gap: 2em;
    align-items: start;
  }
  [aria-busy='true'] slot {
    opacity: 0.6;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
    margin-block-end: 1.5em;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 2.2em;
    padding-inline: 0.9em 0.6em;
    border-radius: var(--_round);
    background: var(--_tile);
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }
  .chip:hover {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .chip svg {
    inline-size: 1em;
    block-size: 1em;
    color: var(--_muted);
  }
  .chips .link {
    min-block-size: 2.2em;
    padding-inline: 0.5em;
  }

  fieldset + fieldset {
    margin-block-start: 1.1em;
    padding-block-start: 1.1em;
    border-block-start: 1px solid var(--_line);
  }
  legend {
    float: inline-start;
    inline-size: 100%;
    margin-block-end: 0.35em;
    padding: 0;
  }
  .choice {
    clear: both;
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: 2em;
    line-height: 1.3;
    cursor: pointer;
  }
  .choice > :nth-child(2) {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .choice:hover > :nth-child(2) {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .choice input {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    accent-color: var(--_accent);
  }
  .choice:has(:disabled) {
    color: var(--_muted);
    cursor: default;
  }
  details {
    clear: both;
  }
  summary {
    inline-size: fit-content;
    padding-block: 0.4em;
    color: var(--_muted);
  }

  .nothing {
    display: grid;
    justify-items: center;
    gap: 0.9em;
    padding-block: 2.5em;
    text-align: center;
  }
  .nothing > svg {
    inline-size: 2.5em;
    block-size: 2.5em;
    color: var(--_muted);
  }
  .nothing h3 {
    font-size: 1.15em;
    overflow-wrap: anywhere;
  }
  .nothing ul {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.6em;
  }
  .nothing .link {
    margin-block-start: 0.5em;
    min-block-size: 2em;
  }

  dialog {
    inline-size: 100%;
    max-inline-size: 34em;
    max-block-size: 88dvh;
    margin-block-end: 0;
    border-start-start-radius: calc(var(--_radius) * 2.5);
    border-start-end-radius: calc(var(--_radius) * 2.5);
  }
  dialog[open] {
    animation: rise 0.25s cubic-bezier(0.2, 0.7, 0.2, 1);
  }
  .sheet .scroll {
    padding: 1.25em 1.5em;
  }
  .sheet-foot {
    display: flex;
    gap: 0.75em;
    padding: 0.9em 1.5em max(0.9em, env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_line);
  }
  .sheet-foot .button {
    min-block-size: 3.1em;
  }
  .sheet-foot .primary {
    flex: 1;
  }
  @media (pointer: coarse) {
    .choice,
    .chip,
    .chips .link {
      min-block-size: 2.75em;
    }
  }
`;
