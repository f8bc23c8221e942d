/** The live page: the custom properties as a form, beside a shop of sample goods that wears them at once. */
import { html, render, type TemplateResult } from 'lit/html.js';
import {
  type Choice,
  contrast,
  cssOf,
  groups,
  longHex,
  pairs,
  type Property,
  type Scheme,
} from './properties.ts';

const ready = ['paper', 'ink', 'bright'];
const root = document.getElementById('studio') as HTMLElement;
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

let choice: Choice = { light: {}, dark: {} };
let start = '';
let scheme: Scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
let copied = false;

// The element stays the same one while the form around it is drawn again.
const shop = document.createElement('vitrine-store');
shop.setAttribute('site', 'site_sample');
shop.setAttribute('server', new URL('/docs/sample', location.href).href);

const properties = groups.flatMap((group) => group.properties);
const valueOf = ({ name, light, dark }: Property): string =>
  (scheme === 'dark' ? choice.dark[name] : undefined) ??
  choice[scheme === 'dark' && dark === undefined ? 'light' : scheme][name] ??
  (scheme === 'dark' ? dark : light) ??
  '';

function draw(): void {
  const css = cssOf(choice);
  sheet.replaceSync(css);
  shop.setAttribute('theme', scheme);
  shop.toggleAttribute('data-dark', scheme === 'dark');
  render(page(css), root);
}

/** What has no dark side of its own is the same in both. */
function set({ name, dark }: Property, value: string): void {
  const side = dark === undefined ? 'light' : scheme;
  const values = { ...choice[side], [name]: value };
  if (value === '') delete values[name];
  choice = { ...choice, [side]: values };
  copied = false;
  draw();
}

async function begin(theme: string): Promise<void> {
  start = theme;
  choice = theme === '' ? { light: {}, dark: {} } : await readTheme(theme);
  copied = false;
  draw();
}

async function readTheme(theme: string): Promise<Choice> {
  const answer = await fetch(`/v1/themes/${theme}.css`);
  const rules = new CSSStyleSheet();
  rules.replaceSync(await answer.text());
  const read: Choice = { light: {}, dark: {} };
  for (const rule of rules.cssRules) {
    if (!(rule instanceof CSSStyleRule)) continue;
    const side = rule.selectorText.includes('[data-dark]') ? read.dark : read.light;
    for (const name of rule.style)
      side[name.replace('--vitrine-', '')] = rule.style.getPropertyValue(name).trim();
  }
  return read;
}

async function copy(): Promise<void> {
  await navigator.clipboard?.writeText(cssOf(choice)).catch(() => {});
  const code = root.querySelector('pre');
  if (code) getSelection()?.selectAllChildren(code);
  copied = true;
  draw();
}

function page(css: string): TemplateResult {
  return html`<section class="studio" aria-labelledby="live">
    <h2 id="live">Try it</h2>
    <p>
      Choose a theme to start from, change what you like, and copy the style sheet. The goods are
      samples; nothing can be ordered here.
    </p>
    <div class="halves">
      <form @submit=${(event: Event) => event.preventDefault()}>
        <label
          >Start from
          <select
            @change=${(event: Event) => void begin((event.target as HTMLSelectElement).value)}
          >
            <option value="" ?selected=${start === ''}>the shop’s own look</option>
            ${ready.map((name) => html`<option ?selected=${start === name}>${name}</option>`)}
          </select></label
        >
        <fieldset class="scheme">
          <legend>Page</legend>
          ${(['light', 'dark'] as const).map(
            (each) =>
              html`<label
                ><input
                  type="radio"
                  name="scheme"
                  .checked=${scheme === each}
                  @change=${() => {
                    scheme = each;
                    draw();
                  }}
                />${each}</label
              >`,
          )}
        </fieldset>
        ${groups.map(
          ({ name, properties }) =>
            html`<fieldset>
              <legend>${name}</legend>
              ${properties.map(field)}
            </fieldset>`,
        )}
      </form>
      <div class="preview ${scheme}" role="region" aria-label="The shop with these properties">
        ${shop}
      </div>
    </div>
    <p class="contrast" role="status">${lowContrast()}</p>
    <h3>The style sheet</h3>
    <pre tabindex="0"><code>${css || '/* The shop’s own look needs none. */'}</code></pre>
    <p>
      <button type="button" @click=${() => void copy()}>Copy</button>
      <span role="status">${copied ? 'Copied.' : ''}</span>
    </p>
  </section>`;
}

function field(property: Property): TemplateResult {
  const { name, label, kind } = property;
  const value = valueOf(property);
  const heard = (event: Event): void => set(property, (event.target as HTMLInputElement).value);
  const control =
    kind === 'colour'
      ? html`<input type="color" .value=${longHex(value)} @input=${heard} />`
      : kind === 'fit'
        ? html`<select .value=${value} @change=${heard}>
            <option value="">as it is</option>
            <option>cover</option>
            <option>contain</option>
          </select>`
        : html`<input type="text" .value=${value} spellcheck="false" @change=${heard} />`;
  return html`<label>${label} <code>--vitrine-${name}</code> ${control}</label>`;
}

function lowContrast(): string {
  const now = new Map(properties.map((one) => [one.name, valueOf(one)]));
  const low = pairs.flatMap(([text, ground]) => {
    const ratio = contrast(now.get(text) ?? '', now.get(ground) ?? '');
    return ratio < 4.5 ? `${text} on ${ground} (${ratio.toFixed(1)})` : [];
  });
  return low.length > 0 ? `Hard to read, below a contrast of 4.5: ${low.join(', ')}.` : '';
}

draw();
