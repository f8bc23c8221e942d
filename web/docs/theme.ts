/** The live page: the custom properties as a form, beside a shop of sample goods that wears them at once. */
import { html, render, type TemplateResult } from 'lit/html.js';
import { english } from '../messages/look.ts';
import { cssOf } from './properties.ts';
import { Studio } from './studio.ts';

const root = document.getElementById('studio') as HTMLElement;
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

let copied = false;
const studio = new Studio(english(), () => {
  copied = false;
  draw();
});

// The element stays the same one while the form around it is drawn again.
const shop = document.createElement('vitrine-store');
shop.setAttribute('site', 'site_sample');
shop.setAttribute('server', new URL('/docs/sample', location.href).href);

function draw(): void {
  const { choice, scheme } = studio;
  const css = cssOf(choice);
  sheet.replaceSync(css);
  shop.setAttribute('theme', scheme);
  shop.toggleAttribute('data-dark', scheme === 'dark');
  render(page(css), root);
}

async function copy(): Promise<void> {
  await navigator.clipboard?.writeText(cssOf(studio.choice)).catch(() => {});
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
      ${studio.form()}
      <div
        class="preview ${studio.scheme}"
        role="region"
        aria-label="The shop with these properties"
      >
        ${shop}
      </div>
    </div>
    <p class="contrast" role="status">${studio.lowContrast()}</p>
    <h3>The style sheet</h3>
    <pre tabindex="0"><code>${css || '/* The shop’s own look needs none. */'}</code></pre>
    <p>
      <button type="button" @click=${() => void copy()}>Copy</button>
      <span role="status">${copied ? 'Copied.' : ''}</span>
    </p>
  </section>`;
}

draw();
