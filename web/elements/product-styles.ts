import { css } from './kit.ts';

export const productStyles = css`
  dialog {
    inline-size: min(62em, 100vw - 3em);
    max-block-size: min(46em, 100dvh - 3em);
    border-radius: calc(var(--_radius) * 2);
  }
  dialog[open] {
    animation: rise 0.3s cubic-bezier(0.2, 0.7, 0.2, 1);
  }
  .bar {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    padding: 0.6em;
    border: 0;
    z-index: 1;
  }
  .bar h2 {
    display: none;
  }
  .round {
    background: var(--_surface);
  }
  .halves {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .frame {
    aspect-ratio: 1;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_tile);
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    filter: var(--_dim, none);
  }
  .gallery {
    position: sticky;
    inset-block-start: 0;
    align-self: start;
    padding-block: 1.5em;
    padding-inline-start: 1.5em;
  }
  .thumbs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    padding-block-start: 0.75em;
  }
  .thumbs button {
    display: block;
    inline-size: 4em;
    block-size: 4em;
    overflow: hidden;
    border-radius: var(--_radius);
    opacity: 0.75;
  }
  .thumbs [aria-current='true'] {
    opacity: 1;
    box-shadow: 0 0 0 2px var(--_accent);
  }
  .facts {
    padding: 2.5em 2.25em;
  }
  .name {
    overflow-wrap: anywhere;
    font-size: 1.45em;
    line-height: 1.2;
    margin-block: 0.2em 1em;
    padding-inline-end: 1em;
  }
  fieldset {
    margin-block-end: 1.4em;
  }
  legend,
  .fixed {
    padding: 0;
    margin-block-end: 0.6em;
    font-size: 0.9em;
  }
  legend::first-letter,
  .fixed::first-letter {
    text-transform: uppercase;
  }
  .fixed {
    margin-block-end: 1.4em;
    font-weight: 600;
  }
  legend bdi,
  .fixed bdi {
    font-weight: 400;
    color: var(--_muted);
    margin-inline-start: 0.35em;
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .value {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 2.5em;
    padding: 0.25em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
    overflow-wrap: anywhere;
    transition: border-color 0.15s;
  }
  .value:hover {
    border-color: var(--_muted);
  }
  .value:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .none {
    color: var(--_muted);
    border-style: dashed;
  }
  .none > span:first-of-type {
    text-decoration: line-through;
  }
  .value:has(:disabled) {
    cursor: default;
    opacity: 0.6;
  }
  .value input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .value:has(:focus-visible),
  .offer:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .offers {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .offer {
    display: flex;
    align-items: center;
    gap: 0.75em;
    padding: 0.75em 1em;
    cursor: pointer;
  }
  .offer + .offer {
    border-block-start: 1px solid var(--_line);
  }
  .offer > span {
    flex: 1;
    min-inline-size: 0;
  }
  .offer > span:not(.amount) > span {
    display: block;
  }
  .offer input {
    accent-color: var(--_accent);
    inline-size: 1.1em;
    block-size: 1.1em;
    outline: none;
  }
  .only {
    cursor: default;
    padding: 0.9em 0;
    border-block-start: 1px solid var(--_line);
  }
  .amount {
    text-align: end;
    white-space: nowrap;
  }
  vitrine-share {
    display: block;
    margin-block-end: 1em;
  }
  .unit {
    display: block;
  }
  .only .amount {
    font-size: 1.25em;
  }
  .amount span {
    font-size: 0.85rem;
  }
  .hint {
    min-block-size: 3em;
  }
  .hint b {
    color: var(--_ink);
    font-weight: 500;
  }
  .hint.problem {
    color: var(--_danger);
  }
  .buy {
    display: flex;
    gap: 0.75em;
    margin-block: 0.8em 0.4em;
  }
  .buy .stepper button,
  .buy .stepper input {
    block-size: 3em;
  }
  .primary {
    flex: 1;
  }
  .primary:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .done {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2em;
    color: var(--_accent);
  }
  .due, /* where the bar to buy lies over the price */
  .limit:empty {
    display: none;
  }
  details {
    padding-block: 0.9em;
    border-block-start: 1px solid var(--_line);
  }
  details p,
  details h4 {
    margin-block-start: 0.5em;
  }
  details a {
    color: inherit;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .value:has(:checked),
    .thumbs [aria-current='true'] {
      border: 3px solid Highlight;
    }
  }
  @media (max-width: 720px) and (min-width: 345px) {
    .due {
      display: block;
      align-self: center;
    }
  }
  @media (max-width: 720px) {
    dialog {
      inline-size: 100vw;
      max-block-size: 94dvh;
      margin-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    .halves {
      grid-template-columns: minmax(0, 1fr);
    }
    .gallery {
      position: static;
      padding: 0;
    }
    .frame {
      aspect-ratio: 4 / 3;
      border-radius: 0;
    }
    .thumbs {
      padding-inline: 1.25em;
    }
    .buy {
      position: sticky;
      inset-block-end: 0;
      z-index: 1;
      padding-block: 0.75em;
      background: var(--_surface);
    }
    .facts {
      padding: 1.5em 1.25em 2em;
    }
    .in-page :is(.facts, .thumbs) {
      padding-inline: 0;
    }
  }
  /* In a page it stands at the page's own edges. */
  .in-page .gallery {
    padding-inline: 0;
  }
  .in-page .facts {
    padding-inline-end: 0;
  }
  .in-page .frame {
    border-radius: var(--_radius);
  }
  @media (min-width: 721px) {
    .in-page :is(.gallery, .facts) {
      padding-block: 0 1.5em;
    }
  }
`;
