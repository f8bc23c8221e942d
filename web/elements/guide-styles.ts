import { css } from './kit.ts';

export const guideStyles = css`
  .root {
    container-type: inline-size;
  }
  article,
  .text {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.9em;
    max-inline-size: 44em;
  }
  /* In the direction of its own language. */
  .text {
    text-align: start;
  }
  h2 {
    font-size: 1.75em;
    line-height: 1.2;
  }
  h2 + p {
    font-size: 1.1em;
  }
  h3 {
    font-size: 1.25em;
    margin-block-start: 1.1em;
  }
  .text > ul,
  li > ul {
    margin: 0;
    padding-inline-start: 1.4em;
  }
  .text > ul:not(.named),
  li > ul {
    list-style: disc;
  }
  li > p {
    margin-block-start: 0.4em;
  }
  /* Steps to work by. */
  ol {
    display: grid;
    gap: 0.8em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ol > li {
    position: relative;
    min-block-size: 2em;
    padding-block-start: 0.2em;
    padding-inline-start: 2.9em;
  }
  ol > li::before {
    content: counter(list-item);
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    inline-size: 2em;
    block-size: 2em;
    border: 1px solid var(--_accent);
    border-radius: 50%;
    color: var(--_accent);
    font-weight: 600;
    line-height: 1;
  }
  li > ul {
    margin-block-start: 0.3em;
  }
  li ol {
    margin-block-start: 0.6em;
  }
  p,
  li {
    overflow-wrap: break-word;
  }
  p,
  li > span {
    white-space: pre-line;
  }
  a {
    color: var(--_accent);
  }
  img {
    max-inline-size: 100%;
    border-radius: var(--_radius);
    filter: var(--_dim, none);
  }
  hr {
    inline-size: 100%;
    border: 0;
    border-block-start: 1px solid var(--_line);
  }
  blockquote {
    margin: 0;
    padding: 0.9em 1.2em;
    border-inline-start: 3px solid var(--_accent);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_tile);
  }
  code,
  pre {
    margin: 0;
    font-family: ui-monospace, monospace;
    font-size: 0.92em;
  }
  pre {
    overflow: auto;
    padding: 0.8em 1em;
    border-radius: var(--_radius);
    background: var(--_tile);
  }
  /* What a step takes: amounts below each other, beside what they are of. */
  .text > .named {
    display: grid;
    grid-template-columns: minmax(4.6em, max-content) minmax(0, 1fr);
    padding: 0;
    border-block: 1px solid var(--_line);
  }
  .named > li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    gap: 1.25em;
    align-items: baseline;
    padding-block: 0.45em;
  }
  .named > li + li {
    border-block-start: 1px solid var(--_line);
  }
  .named b {
    font-weight: 600;
    text-align: end;
  }
  .kit {
    margin-block-start: 1.2em;
    padding: 1.4em 1.5em 1.5em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
  }
  .kit :is(p, span) {
    white-space: normal;
  }
  .kit h3 {
    margin-block: 0 0.3em;
  }
  .kit li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.5em 1em;
    padding-block: 0.9em;
    border-block-end: 1px solid var(--_line);
  }
  .kit li > :is(p, .pack) {
    grid-column: 1 / -1;
    margin-inline-start: 1.9em;
  }
  .kit li > .small {
    margin-inline-start: 2.25em;
  }
  .take {
    display: flex;
    align-items: center;
    gap: 0.7em;
    min-block-size: 2em;
    font-weight: 600;
    cursor: pointer;
  }
  .take bdi {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .take input {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    accent-color: var(--_accent);
  }
  .out .take bdi {
    color: var(--_muted);
    font-weight: 400;
  }
  /* The amount and its unit, in one box. */
  .much {
    display: flex;
    align-items: center;
    inline-size: 7em;
    padding-inline-end: 0.7em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .much:focus-within {
    border-color: var(--_muted);
  }
  .much input {
    flex: 1;
    min-inline-size: 0;
    block-size: 2.2em;
    padding-inline: 0.5em;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    text-align: end;
    appearance: textfield;
  }
  .much input::-webkit-inner-spin-button {
    appearance: none;
  }
  .much bdi {
    color: var(--_muted);
    white-space: nowrap;
  }
  .pack {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.2em 0.9em;
  }
  .pack .frame {
    overflow: hidden;
    inline-size: 3.5em;
    block-size: 3.5em;
    border-radius: var(--_radius);
    background: var(--_tile);
  }
  .pack img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--vitrine-image-fit, cover);
  }
  .what {
    display: grid;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .pack:hover .title {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .sum {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 1em;
    margin-block-start: 1.1em;
    font-weight: 600;
  }
  .sum .small {
    display: block;
    font-weight: 400;
  }
  .sum .amount {
    font-size: 1.4em;
  }
  .amount {
    white-space: nowrap;
  }
  .said {
    min-block-size: 1.6em;
  }
  .proved {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
  }
  .proved svg {
    color: var(--_accent);
  }
  .primary {
    inline-size: 100%;
    margin-block: 0.3em 0.5em;
  }
  .primary:disabled {
    opacity: 0.5;
    cursor: default;
  }
  @container (inline-size < 26em) {
    .kit {
      padding-inline: 1.1em;
    }
    .kit li > .pack {
      margin-inline-start: 0;
    }
    .pack .amount {
      grid-column: 2;
    }
    .pack .frame {
      align-self: start;
      grid-row: span 2;
    }
  }
  @container (inline-size > 64em) {
    article:has(> .kit) {
      grid-template-columns: minmax(0, 44em) minmax(22em, 28em);
      gap: 3em;
      align-items: start;
      max-inline-size: none;
    }
    .kit {
      position: sticky;
      inset-block-start: 1em;
      margin-block-start: 0;
    }
  }
  @media (pointer: coarse) {
    .take,
    .much input {
      min-block-size: 2.75em;
    }
  }
`;
