import { css } from './kit.ts';

export const cartStyles = css`
  dialog {
    inset-block: 0;
    inset-inline: auto 0;
    margin: 0;
    inline-size: min(28em, 100vw);
    block-size: 100dvh;
  }
  dialog[open] {
    animation: slide 0.3s cubic-bezier(0.2, 0.7, 0.2, 1);
  }
  @keyframes slide {
    from {
      inset-inline-end: -3em;
      opacity: 0;
    }
  }
  .seller {
    padding: 1.4em 1.5em 1.2em;
    border-block-end: 1px solid var(--_line);
  }
  .ways {
    padding: 1.4em 1.5em 1.2em;
    border-block-end: 1px solid var(--_line);
  }
  .sharing {
    display: block;
    padding: 0 1.5em 1.2em;
  }
  .ways h3 {
    margin-block-end: 0.7em;
  }
  .ways ul {
    display: grid;
    gap: 0.4em;
  }
  .way {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.8em;
    inline-size: 100%;
    padding: 0.6em 0.8em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: none;
    text-align: start;
  }
  .way:hover {
    border-color: var(--_accent);
  }
  .way[aria-pressed='true'] {
    border-color: var(--_accent);
    cursor: default;
  }
  .way .mark {
    inline-size: 1em;
    block-size: 1em;
    border: 1px solid var(--_muted);
    border-radius: 50%;
  }
  .way[aria-pressed='true'] .mark {
    border: 0.3em solid var(--_accent);
  }
  .way .title::first-letter {
    text-transform: uppercase;
  }
  .ways .note {
    margin-block-end: 0.6em;
    border-radius: var(--_radius);
  }
  .way .what > *,
  .way .amount > * {
    display: block;
  }
  .saves {
    color: var(--_accent);
  }
  .ways details {
    margin-block-start: 0.9em;
  }
  .ways details p {
    margin-block: 0.6em;
  }
  .ways dl > div {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    padding-block: 0.2em;
    font-size: 0.93em;
  }
  .seller h3 {
    margin-block-end: 0.9em;
  }
  .count {
    margin-block: 0.9em 0.5em;
  }
  .line {
    display: grid;
    grid-template-columns: 4em minmax(0, 1fr) auto;
    gap: 0.3em 0.9em;
    padding-block-end: 1.1em;
  }
  .thumb {
    grid-row: span 2;
    inline-size: 4em;
    block-size: 4em;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_tile);
  }
  .thumb img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    filter: var(--_dim, none);
  }
  .thumb::before {
    font-size: 1.5em;
  }
  .title {
    font-weight: 500;
    line-height: 1.35;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  .each {
    display: block;
  }
  .amount {
    unicode-bidi: normal;
    text-align: end;
    white-space: nowrap;
  }
  .line .amount {
    line-height: 1.35;
  }
  .turn {
    grid-column: 2 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4em 1em;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1em;
  }
  .turn .stepper {
    font-size: 0.9em;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .delivery {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.4em 1em;
    padding-block: 0.8em;
    border-block-start: 1px solid var(--_line);
    font-size: 0.93em;
  }
  select,
  .place input {
    inline-size: 100%;
    min-block-size: 2.6em;
    padding: 0.2em 0.7em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    text-overflow: ellipsis;
  }
  /* The list lies unseen over its words, which need not repeat the price beside them. */
  .pick {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.4em;
    border-radius: var(--_radius);
  }
  .pick:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .pick:hover span {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .pick svg {
    inline-size: 1em;
    block-size: 1em;
  }
  .pick select {
    position: absolute;
    inset: 0;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .free {
    color: var(--_accent);
  }
  .part-total {
    padding-block-start: 0.8em;
    border-block-start: 1px solid var(--_line);
  }
  dl > div {
    display: flex;
    justify-content: space-between;
    gap: 1em;
  }
  .part-total > :first-child {
    font-weight: 500;
  }
  .place {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 0.75em;
    padding: 1.4em 1.5em;
  }
  .place h3,
  .place p {
    grid-column: 1 / -1;
  }
  .sum {
    padding: 1.1em 1.5em;
    border-block-start: 1px solid var(--_line);
  }
  .sum dl {
    margin-block-end: 0.9em;
  }
  .grand {
    padding-block: 0.35em 0.1em;
    font-size: 1.2em;
    font-weight: 600;
  }
  [aria-busy='true'] dd {
    opacity: 0.5;
    transition: opacity 0.2s 0.15s;
  }
  .sum .primary {
    inline-size: 100%;
  }
  .sum .problem {
    margin-block-end: 0.6em;
  }
  .centred {
    margin-block-start: 0.7em;
    text-align: center;
    text-wrap: balance;
  }
  .note {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    padding: 0.8em 1.5em;
    background: var(--_tile);
  }
  .empty .note {
    border-radius: var(--_radius);
    margin-block: 0.5em;
  }
  .empty {
    flex: 1;
    display: grid;
    place-content: safe center;
    justify-items: center;
    gap: 0.6em;
    overflow-y: auto;
    padding: 2em;
    text-align: center;
  }
  .empty vitrine-order {
    justify-self: stretch;
    margin-block-start: 1.5em;
    text-align: start;
  }
  .empty p {
    text-wrap: balance;
  }
  .empty svg {
    inline-size: 2.5em;
    block-size: 2.5em;
    color: var(--_muted);
    stroke-width: 1;
  }
  .empty .button {
    margin-block-start: 0.8em;
  }
  @media (max-height: 560px) {
    .sheet {
      overflow-y: auto;
    }
    .scroll {
      flex: none;
      overflow: visible;
    }
  }
`;
