/** How the site looks: the form of the custom properties beside a preview that wears them at once. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { Site, SiteTheme, ThemeValue } from '../../contract.ts';
import { type Choice, wholeCssOf } from '../../docs/properties.ts';
import { Studio } from '../../docs/studio.ts';
import { type LookWords, speakLook } from '../../messages/look.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import type { Place } from '../place.ts';
import { call } from '../requests.ts';
import { lockable, permitted } from '../rights.ts';
import { Preview } from './preview.ts';

type Values = Choice['light'];
const themeRoute = 'POST /v1/presenter/sites/{site_id}/theme';

const recordOf = (values: ThemeValue[] = []): Values =>
  Object.fromEntries(values.map(({ name, value }) => [name, value]));
const listOf = (values: Values): ThemeValue[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

export class Look {
  private studio: Studio | undefined;
  private look: LookWords | undefined;
  private failure: ApiFailure | undefined;
  private sent: SiteTheme = {};
  private saved = false;
  private readonly preview: Preview;
  private page: Document | undefined;
  private sheet: CSSStyleSheet | undefined;

  constructor(
    private readonly place: Place,
    words: PresenterWords,
    private readonly site: Site,
  ) {
    this.preview = new Preview(place, words, site, (frame) => this.dress(frame));
    void this.load();
  }

  draw(): TemplateResult {
    const { place, studio, look, failure } = this;
    const problem = failure
      ? html`<p class="problem" role="alert">${this.explain(failure)}</p>`
      : nothing;
    if (!studio || !look)
      return html`${problem}${
        failure ? nothing : html`<p class="quiet" role="status">${place.words.loading}</p>`
      }`;
    const low = studio.lowContrast();
    return html`<p class="quiet">${look.text}</p>
      <div class="halves">
        <div>${lockable(place.member, themeRoute, studio.form())}</div>
        <div class="beside-long">${this.preview.draw()}</div>
      </div>
      <p class=${low ? 'problem' : ''} role="status">${low}</p>
      ${problem}
      ${permitted(
        place.member,
        themeRoute,
        () =>
          html`<p class="actions">
            <button type="button" class="primary" @click=${() => void this.save()}>
              ${look.save}
            </button>
            ${this.saved ? html`<span class="quiet">${look.saved}</span>` : nothing}
          </p>`,
      )}`;
  }

  private async load(): Promise<void> {
    const { place } = this;
    this.look = await speakLook(place.language);
    const answer = await call('GET /v1/presenter/sites/{site_id}/theme', this.who());
    if (answer.ok) {
      const { light, dark } = answer.value;
      const isWorn = Boolean(light?.length || dark?.length);
      this.studio = new Studio(
        this.look,
        () => {
          this.saved = false;
          this.wear();
          place.redraw();
        },
        isWorn ? { light: recordOf(light), dark: recordOf(dark) } : undefined,
      );
    } else {
      this.failure = answer.error;
    }
    place.redraw();
  }

  /** The preview is a page of our own: it gets something to read, and what is chosen lies over what it has. */
  private dress(frame: HTMLIFrameElement): void {
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!view) return;
    this.page = view.document;
    this.sheet = new view.CSSStyleSheet();
    this.page.adoptedStyleSheets = [this.sheet];
    const title = this.page.createElement('h1');
    title.textContent = this.site.name;
    const text = this.page.createElement('p');
    text.textContent = this.look?.sample ?? '';
    text.dir = 'auto';
    this.page.getElementById('shop')?.before(title, text);
    this.wear();
  }

  private wear(): void {
    const { studio, sheet } = this;
    if (!studio) return;
    const page = this.page?.documentElement;
    if (!sheet || !page) return;
    sheet.replaceSync(
      `${wholeCssOf(studio.choice)}\n:root { color-scheme: ${studio.scheme} !important; }`,
    );
    page.dataset['theme'] = studio.scheme; // the shop looks whether the page is dark when this changes
  }

  private async save(): Promise<void> {
    const { studio, place } = this;
    if (!studio) return;
    const { light, dark } = studio.choice;
    this.sent = { light: listOf(light), dark: listOf(dark) };
    const answer = await call('POST /v1/presenter/sites/{site_id}/theme', {
      ...this.who(),
      body: this.sent,
    });
    this.failure = answer.ok ? undefined : answer.error;
    this.saved = answer.ok;
    if (answer.ok && this.look) place.announce(this.look.saved);
    place.redraw();
  }

  /** `light[2].value` is what people know as the corners of buttons. */
  private explain(failure: ApiFailure): string {
    const found = /^(light|dark)\[(\d+)\]/.exec(failure.path);
    const name = found && this.sent[found[1] as keyof SiteTheme]?.[Number(found[2])]?.name;
    const labels = this.look?.labels as Partial<Record<string, string>> | undefined;
    const label = labels?.[name ?? ''];
    return label && this.look ? this.look.wrong(label) : this.place.explain(failure);
  }

  private who(): { member: string; params: { site_id: string } } {
    return { member: this.place.member.owner, params: { site_id: this.site.id ?? '' } };
  }
}
