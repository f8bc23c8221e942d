import { css } from './kit.ts';

export const guideStyles = css`
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
    font-size: 1.5em;
  }
  h3 {
    font-size: 1.15em;
    margin-block-start: 0.8em;
  }
  .text > ul,
  ol,
  li > ul,
  li > ol {
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
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_line);
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
  .text > .named {
    padding: 0.8em 1.1em;
    border-radius: var(--_radius);
    background: var(--_tile);
  }
  .kit {
    margin-block-start: 0.6em;
    padding: 1.2em 1.4em 1.4em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
  }
  .kit :is(p, span) {
    white-space: normal;
  }
  .kit h3 {
    margin-block: 0 0.4em;
  }
  .kit li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.1em 1em;
    padding-block: 0.7em;
    border-block-end: 1px solid var(--_line);
  }
  .kit li > p {
    grid-column: 1 / -1;
    margin: 0;
    padding-inline-start: 1.9em;
  }
  .take {
    display: flex;
    align-items: center;
    gap: 0.7em;
    min-block-size: 2em;
    font-weight: 500;
    cursor: pointer;
  }
  .take input {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
    accent-color: var(--_accent);
  }
  .much {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
  }
  .much input {
    inline-size: 5.5em;
    block-size: 2.2em;
    padding-inline: 0.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: none;
    text-align: end;
  }
  .much bdi {
    min-inline-size: 1.6em;
  }
  .sum {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    margin-block-start: 0.9em;
    font-weight: 600;
  }
  .sum .small {
    font-weight: 400;
  }
  .amount {
    white-space: nowrap;
  }
  .said {
    min-block-size: 1.6em;
  }
  .primary {
    inline-size: 100%;
    margin-block: 0.3em 0.5em;
  }
  .primary:disabled {
    opacity: 0.5;
    cursor: default;
  }
  @media (pointer: coarse) {
    .take,
    .much input {
      min-block-size: 2.75em;
    }
  }
`;
