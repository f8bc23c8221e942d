import { css } from 'lit';

export const gridStyles = css`
  .cards {
    display: grid;
    /* Two columns on a telephone, three in a blog's column, four across a page. */
    grid-template-columns: repeat(
      auto-fill,
      minmax(min(var(--vitrine-column, clamp(11.5em, 22%, 16em)), 50% - var(--_gap) / 2), 1fr)
    );
    gap: calc(var(--_gap) * 1.6) var(--_gap);
  }
  li {
    position: relative;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }
  .section.section {
    margin-block-end: 0.9em;
    font-size: 1.2em;
    font-weight: 600;
  }
  .cards + * {
    margin-block-start: 2em;
  }
  .featured {
    grid-column: span 2;
  }
  .frame {
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_tile);
    aspect-ratio: var(--vitrine-image-ratio, 1);
    margin-block-end: 0.8em;
  }
  .featured .frame {
    aspect-ratio: 2;
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--vitrine-image-fit, cover);
    filter: var(--_dim, none);
    transition:
      scale 0.6s cubic-bezier(0.2, 0.7, 0.2, 1),
      opacity 0.3s;
  }
  li:hover img {
    scale: 1.03;
  }
  .gone img {
    opacity: 0.5;
  }
  h3 {
    font-weight: 500;
  }
  h3 button::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  h3 button {
    max-inline-size: 100%;
    font-weight: inherit;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  h3 button:focus-visible {
    outline: none;
  }
  h3 button:focus-visible::after {
    outline: 2px solid var(--_accent);
    outline-offset: 4px;
  }
  li:hover h3 button {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .buy {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4em 0.5em;
    margin-block-start: auto;
    padding-block-start: 0.6em;
  }
  .button {
    position: relative;
    min-block-size: 2.2em;
    padding: 0.2em 0.9em;
    font-size: 0.9em;
  }
  /* Beside each other, and below each other in a narrow card. */
  .buy > * {
    flex: none;
    min-inline-size: clamp(0px, (12em - 100%) * 999, 100%);
    max-inline-size: 100%;
  }
  .buy .button {
    min-inline-size: clamp(
      0px,
      (13.34em - 100%) * 999,
      100%
    ); /* the same width, in its own smaller type */
  }
  .held {
    color: var(--_accent);
    border-color: currentColor;
  }
  .price {
    font-weight: 600;
  }
  .price span {
    font-weight: 400;
  }
  .unit {
    display: block;
  }
  .about {
    margin-block-end: 1.2em;
  }
  .gain {
    color: var(--_accent);
  }
  .gain span {
    display: block;
  }
  .more {
    display: grid;
    justify-items: center;
    gap: 0.6em;
    margin-block-start: 2.5em;
  }
  @media (pointer: coarse) {
    .button {
      min-block-size: 2.75em;
    }
  }
`;
