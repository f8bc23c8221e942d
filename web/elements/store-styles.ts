import { css } from 'lit';

export const storeStyles = css`
  :host {
    margin-block: 2.5em;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    padding-block: 0.9em;
    margin-block-end: 1.75em;
    border-block: 1px solid var(--_line);
  }
  header h2 {
    font-size: 1.1em;
  }
  /* As the cards that come. */
  .skeleton {
    display: grid;
    grid-template-columns: repeat(
      auto-fill,
      minmax(min(var(--vitrine-column, clamp(11.5em, 22%, 16em)), 50% - var(--_gap) / 2), 1fr)
    );
    gap: calc(var(--_gap) * 1.6) var(--_gap);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton span {
    aspect-ratio: 0.75;
    border-radius: var(--_radius);
    background: var(--_tile);
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    margin-block: 1em;
    padding: 1em 1.25em;
    border: 1px solid var(--_line);
    border-inline-start: 3px solid var(--_danger);
    border-radius: var(--_radius);
  }
  /* It came of a press somewhere on the shelf: there it is seen. */
  vitrine-results ~ .failure {
    position: sticky;
    inset-block-end: 0.75em;
    z-index: 1;
    background: var(--_surface);
  }
  .offline {
    margin-block-end: 1.5em;
    padding: 0.6em 1em;
    border-inline-start: 3px solid var(--_muted);
    background: var(--_tile);
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
`;
