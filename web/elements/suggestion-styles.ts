import { css } from './kit.ts';

export const suggestionStyles = css`
  .clear {
    justify-self: end;
    margin-inline-end: 0.25em;
    display: grid;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    color: var(--_muted);
  }
  .clear:hover {
    color: inherit;
  }
  .popup {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 0.4em);
    inset-inline: 0;
    max-inline-size: 52em;
    padding: 0.4em;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
    box-shadow: var(--vitrine-shadow, 0 16px 48px rgb(0 0 0 / 0.16));
    animation: unfold 0.15s;
  }
  [role='option'] {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 3em;
    padding: 0.35em 0.6em;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  [role='option']:hover,
  .active {
    background: var(--_tile);
  }
  .active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  [role='option'] > svg {
    inline-size: 2.5em;
    color: var(--_muted);
  }
  .thumb {
    flex: none;
    inline-size: 2.5em;
    block-size: 2.5em;
    overflow: hidden;
    border-radius: calc(var(--_radius) / 1.5);
    background: var(--_tile);
  }
  .thumb img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--vitrine-image-fit, cover);
    filter: var(--_dim, none);
  }
  .title {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 650;
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  .price {
    font-weight: 600;
    white-space: nowrap;
  }
  .price span {
    font-weight: 400;
  }
  .all {
    flex: 1;
    color: var(--_accent);
    font-weight: 500;
    text-align: center;
  }
  .none {
    padding: 0.75em 0.6em;
  }
  @keyframes unfold {
    from {
      opacity: 0;
      translate: 0 -0.3em;
    }
  }
  @media (forced-colors: active) {
    .active {
      outline-color: Highlight;
    }
  }
`;
