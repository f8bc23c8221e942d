/** The look. Public `--vitrine-*` properties are read, and set by `wear` alone, so a page may set them on any ancestor. */
import { css } from 'lit';

/**
 * For the one root that all else of a shop stands in. In one piece: Lit puts pieces together with `reduce`, which old
 * pages have replaced.
 */
export const tokens = css`
  .root:dir(rtl) {
    text-align: right;
  }
  .root {
    --_ink: var(--vitrine-ink, #1d1f1c);
    --_muted: var(--vitrine-muted, #686a63);
    --_line: var(--vitrine-line, #e2e0d9);
    --_surface: var(--vitrine-surface, #fff);
    --_tile: var(--vitrine-tile, #f4f2ec);
    --_accent: var(--vitrine-accent, #1f5b41);
    --_on-accent: var(--vitrine-on-accent, #fff);
    --_danger: var(--vitrine-danger, #a33a22);
    --_gap: var(--vitrine-gap, clamp(1em, 2.5vw, 1.5em));
    --_radius: var(--vitrine-radius, 6px);
    --_round: var(--vitrine-control-radius, 99px);
    --_backdrop: var(--vitrine-backdrop, rgb(20 22 18 / 0.45));
    color-scheme: light;
    color: var(--_ink);
    font-family: var(--vitrine-font, inherit);
    font-size: var(--vitrine-font-size, clamp(15px, 0.9em, 17px));
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
    /* What old pages give to everything. */
    white-space: normal;
    text-transform: none;
    text-indent: 0;
    text-shadow: none;
    font-style: normal;
    cursor: auto;
    text-align: left; /* "start" would follow each sentence's own direction */
  }
  .root.dark {
    --_ink: var(--vitrine-ink, #f1efe9);
    --_muted: var(--vitrine-muted, #a9a69c);
    --_line: var(--vitrine-line, #3a3a36);
    --_surface: var(--vitrine-surface, #1b1c1a);
    --_tile: var(--vitrine-tile, #262724);
    --_accent: var(--vitrine-accent, #8fc7a4);
    --_on-accent: var(--vitrine-on-accent, #10251a);
    --_danger: var(--vitrine-danger, #f0a08c);
    --_dim: brightness(0.9);
    color-scheme: dark;
  }
`;

/** For every shadow root. */
export const controls = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host {
    display: block; /* pages give widths to it */
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul {
    list-style: none;
  }
  /* Sentences keep their own direction in a page of the other one, at that page's side. */
  p {
    unicode-bidi: plaintext;
  }
  h2,
  h3,
  h4,
  legend {
    font-family: var(--vitrine-heading-font, inherit);
    font-size: inherit;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
    background: none;
    border: 0;
    padding: 0;
    text-align: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 2.5em;
    padding: 0.35em 1.1em;
    border: 1px solid var(--_line);
    border-radius: var(--_round);
    font-weight: 500;
    line-height: 1.2;
    text-align: center;
    transition:
      background-color 0.15s,
      border-color 0.15s,
      color 0.15s;
  }
  .button:hover {
    border-color: currentColor;
  }
  .primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    min-block-size: 3.1em;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_ink));
    border-color: transparent;
  }
  .link {
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .link:hover {
    text-decoration-color: currentColor;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.85em;
  }
  .problem {
    color: var(--_danger);
  }
  .bare[data-initial]::before {
    content: attr(data-initial) / '';
    display: grid;
    place-items: center;
    block-size: 100%;
    color: var(--_muted);
    font-size: 3em;
    opacity: 0.4;
  }
  .aloud {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after,
    ::backdrop {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .button,
    .primary {
      border-color: ButtonText;
    }
  }
`;

const worn = new WeakMap<Element, { theme: string; sheet: CSSStyleSheet }>();

/** Puts on what the site's presenter chose, before all other styles; a page's own rules for the element outdo it. */
export function wear(element: Element, theme = ''): void {
  const root = element.shadowRoot;
  const before = worn.get(element);
  if (!root?.adoptedStyleSheets || (before?.theme ?? '') === theme) return;
  const sheet = before?.sheet ?? new CSSStyleSheet();
  sheet.replaceSync(theme);
  worn.set(element, { theme, sheet });
  if (!before) root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
}

/** Tells whether an element is to be dark: now and when the page's theme or language may have changed, until the signal. */
export function followPage(
  element: Element,
  show: (dark: boolean) => void,
  signal: AbortSignal,
): void {
  const look = (): void => {
    const theme = element.getAttribute('theme');
    const dark = theme === 'dark' || (theme !== 'light' && onDark(element));
    element.toggleAttribute('data-dark', dark); // for themes
    show(dark);
  };
  look();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
  const switches = new MutationObserver(look);
  for (const node of [document.documentElement, document.body, element])
    switches.observe(node, { attributeFilter: ['class', 'lang', 'style', 'theme', 'data-theme'] });
  signal.addEventListener('abort', () => switches.disconnect());
}

/**
 * Whether the page around is dark. Its text says so better than `prefers-color-scheme` does: a page without a dark
 * design stays light for everyone, and one with a switch of its own follows that.
 */
function onDark(element: Element): boolean {
  const [red = 0, green = 0, blue = 0] = (
    getComputedStyle(element).color.match(/[\d.]+/g) ?? []
  ).map(Number);
  return 0.3 * red + 0.6 * green + 0.1 * blue > 140;
}
