/** The custom properties as a form: of the live page at /docs/theming, and of a site's look in the console. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { LookWords } from '../messages/look.ts';
import {
  type Choice,
  contrast,
  groups,
  longHex,
  pairs,
  type Property,
  ready,
  type Scheme,
} from './properties.ts';

const none: Choice = { light: {}, dark: {} };
/** Among the names of themes: what was saved. */
const present = 'present';
const properties = groups.flatMap((group) => group.properties);

export class Studio {
  choice: Choice;
  scheme: Scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  private start: string;

  /** `changed`: the choice or the page's scheme is another. `saved`: what is worn at first. */
  constructor(
    private readonly words: LookWords,
    private readonly changed: () => void,
    private readonly saved?: Choice,
  ) {
    this.start = saved ? present : '';
    this.choice = saved ?? none;
  }

  form(): TemplateResult {
    const { words } = this;
    return html`<form class="look" @submit=${(event: Event) => event.preventDefault()}>
      <label
        >${words.start}
        <select
          @change=${(event: Event) => void this.begin((event.target as HTMLSelectElement).value)}
        >
          ${
            this.saved
              ? html`<option value=${present} ?selected=${this.start === present}>
                  ${words.present}
                </option>`
              : nothing
          }
          <option value="" ?selected=${this.start === ''}>${words.own}</option>
          ${ready.map((name) => html`<option ?selected=${this.start === name}>${name}</option>`)}
        </select></label
      >
      <fieldset class="scheme">
        <legend>${words.page}</legend>
        ${(['light', 'dark'] as const).map(
          (each) =>
            html`<label
              ><input
                type="radio"
                name="scheme"
                .checked=${this.scheme === each}
                @change=${() => {
                  this.scheme = each;
                  this.changed();
                }}
              />${words[each]}</label
            >`,
        )}
      </fieldset>
      ${groups.map(
        ({ name, properties }) =>
          html`<fieldset>
            <legend>${words.groups[name]}</legend>
            ${properties.map((each) => this.field(each))}
          </fieldset>`,
      )}
    </form>`;
  }

  /** Which texts are hard to read; empty: none. */
  lowContrast(): string {
    const { words } = this;
    const now = new Map(properties.map((one) => [one.name, this.valueOf(one)]));
    const name = (of: string): string => words.labels[of as keyof LookWords['labels']];
    const low = pairs.flatMap(([text, ground]) => {
      const ratio = contrast(now.get(text) ?? '', now.get(ground) ?? '');
      return ratio < 4.5 ? words.on(name(text), name(ground), ratio.toFixed(1)) : [];
    });
    return low.length > 0 ? words.lowContrast(low.join(', ')) : '';
  }

  private valueOf({ name, light, dark }: Property): string {
    const { choice, scheme } = this;
    return (
      (scheme === 'dark' ? choice.dark[name] : undefined) ??
      choice[scheme === 'dark' && dark === undefined ? 'light' : scheme][name] ??
      (scheme === 'dark' ? dark : light) ??
      ''
    );
  }

  /** What has no dark side of its own is the same in both. */
  private set({ name, dark }: Property, value: string): void {
    const side = dark === undefined ? 'light' : this.scheme;
    const values = { ...this.choice[side], [name]: value };
    if (value === '') delete values[name];
    this.choice = { ...this.choice, [side]: values };
    this.changed();
  }

  private async begin(theme: string): Promise<void> {
    this.start = theme;
    if (theme === present) this.choice = this.saved ?? none;
    else this.choice = theme === '' ? none : await readTheme(theme);
    this.changed();
  }

  private field(property: Property): TemplateResult {
    const { name, kind } = property;
    const { words } = this;
    const value = this.valueOf(property);
    const heard = (event: Event): void =>
      this.set(property, (event.target as HTMLInputElement).value);
    const control =
      kind === 'colour'
        ? html`<input type="color" .value=${longHex(value)} @input=${heard} />`
        : kind === 'fit'
          ? html`<select .value=${value} @change=${heard}>
              <option value="">${words.asItIs}</option>
              <option>cover</option>
              <option>contain</option>
            </select>`
          : html`<input
              type="text"
              dir="ltr"
              .value=${value}
              spellcheck="false"
              @change=${heard}
            />`;
    return html`<label
      >${words.labels[name as keyof LookWords['labels']]}
      <code dir="ltr">--vitrine-${name}</code> ${control}</label
    >`;
  }
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
