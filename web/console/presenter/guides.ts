/** The site's guides: a list, and each written beside how it will be read, with what is wrong in which line. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { GuideEntry, GuideReading, Site } from '../../contract.ts';
import { articlePart } from '../../elements/guide-article.ts';
import { moment } from '../../format.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import { go, linkTo } from '../address.ts';
import { List } from '../list.ts';
import type { Place } from '../place.ts';
import { call } from '../requests.ts';
import { may, permitted } from '../rights.ts';
import { slugOf } from './slug.ts';
import { Snippet } from './snippet.ts';

const typingPause = 400;
const guideRoute = 'POST /v1/presenter/sites/{site_id}/guides/{name}';

export class Guides {
  private readonly view: GuideList | GuideEditor;

  constructor(place: Place, words: PresenterWords, site: Site) {
    const name = place.rest[2];
    this.view =
      name === undefined
        ? new GuideList(place, words, site)
        : new GuideEditor(place, words, site, name === 'new' && !place.rest[3] ? '' : name);
  }

  draw(): TemplateResult {
    return this.view.draw();
  }

  close(): void {
    this.view.close?.();
  }
}

class GuideList {
  close?: () => void;
  private list: List<GuideEntry> | undefined;
  private failure: ApiFailure | undefined;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private readonly site: Site,
  ) {
    void this.load();
  }

  draw(): TemplateResult {
    const { place, words, site } = this;
    if (this.failure)
      return html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`;
    if (!this.list) return html`<p class="quiet" role="status">${place.words.loading}</p>`;
    return html`<p class="quiet">${words.guides.text}</p>
      ${permitted(
        place.member,
        guideRoute,
        () =>
          html`<p class="actions">
            <a
              class="secondary"
              href=${linkTo(place.member.owner, 'sites', site.id ?? '', 'guides', 'new')}
              >${words.guides.write}</a
            >
          </p>`,
      )}
      ${this.list.draw()}`;
  }

  private async load(): Promise<void> {
    const { place, words, site } = this;
    const site_id = site.id ?? '';
    const answer = await call('GET /v1/presenter/sites/{site_id}/guides', {
      member: place.member.owner,
      params: { site_id },
    });
    if (answer.ok)
      this.list = new List<GuideEntry>(
        {
          ...place,
          title: words.sitePages.guides,
          empty: words.guides.none,
          file: 'guides',
          columns: [
            {
              title: words.guides.title,
              text: ({ title }) => title,
              show: ({ title, name }) =>
                html`<a href=${linkTo(place.member.owner, 'sites', site_id, 'guides', name, 'edit')}
                  ><bdi>${title}</bdi></a
                >`,
            },
            {
              title: words.guides.name,
              text: ({ name }) => name,
              show: ({ name }) => html`<span class="number" dir="ltr">${name}</span>`,
            },
            {
              title: words.guides.changed,
              text: ({ updated_at }) => updated_at,
              show: ({ updated_at }) => moment(updated_at, place.language),
            },
          ],
        },
        answer.value.guides,
      );
    else this.failure = answer.error;
    place.redraw();
  }
}

class GuideEditor {
  private markdown: string | undefined;
  private reading: GuideReading | undefined;
  private failure: ApiFailure | undefined;
  private snippet: Snippet | undefined;
  private asked = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;

  /** `name`: empty for a new one. */
  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private readonly site: Site,
    private name: string,
  ) {
    if (name) void this.load();
    else {
      this.markdown = words.guides.sample;
      void this.read();
    }
  }

  close(): void {
    clearTimeout(this.pause);
  }

  draw(): TemplateResult {
    const { place, failure, markdown } = this;
    const words = this.words.guides;
    const problem = failure
      ? html`<p class="problem" role="alert">${place.explain(failure)}</p>`
      : nothing;
    const back = html`<p>
      <a href=${linkTo(place.member.owner, 'sites', this.site.id ?? '', 'guides')}
        >${place.words.back}</a
      >
    </p>`;
    if (markdown === undefined)
      return html`${back}${problem}${
        failure ? nothing : html`<p class="quiet" role="status">${place.words.loading}</p>`
      }`;
    const { problems: wrong = [], guide } = this.reading ?? {};
    return html`${back}
      <div class="halves">
        <div class="writing">
          <label for="markdown">${words.markdown}</label>
          <textarea
            id="markdown"
            dir="auto"
            rows="24"
            spellcheck="true"
            ?readonly=${!may(place.member, guideRoute)}
            aria-describedby="guide-hint guide-fault"
            aria-invalid=${wrong.length > 0 ? 'true' : nothing}
            .value=${markdown}
            @input=${(event: Event) => this.type((event.currentTarget as HTMLTextAreaElement).value)}
          ></textarea>
          <p class="quiet" id="guide-hint">${words.hint}</p>
          <div class="error" id="guide-fault" role="status">
            <ul>
              ${wrong.map(
                ({ line, expected }) =>
                  html`<li>
                    <button type="button" class="small" @click=${() => toLine(line)}>
                      ${words.line(line)}
                    </button>
                    <span lang="en" dir="ltr">${expected}</span>
                  </li>`,
              )}
            </ul>
          </div>
          ${problem} ${permitted(place.member, guideRoute, () => this.steps())}
          ${
            this.snippet
              ? html`<p class="notice">${words.published}</p>
                  ${this.snippet.draw()}`
              : nothing
          }
        </div>
        <article class="guide-preview" aria-label=${this.words.preview}>
          ${
            guide
              ? html`<h2>${guide.title}</h2>
                  ${articlePart(guide, place.language)}`
              : nothing
          }
        </article>
      </div>`;
  }

  private steps(): TemplateResult {
    const words = this.words.guides;
    return html`<p class="actions">
      <button type="button" class="primary" @click=${() => void this.save()}>
        ${words.publish}
      </button>
      ${
        this.name
          ? html`<button type="button" class="small" @click=${() => void this.remove()}>
              ${words.remove}
            </button>`
          : nothing
      }
    </p>`;
  }

  private type(markdown: string): void {
    this.markdown = markdown;
    this.snippet = undefined;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.read(), typingPause);
  }

  private async load(): Promise<void> {
    const answer = await call('GET /v1/presenter/sites/{site_id}/guides/{name}', this.who());
    if (!answer.ok) {
      this.failure = answer.error;
      return this.place.redraw();
    }
    this.markdown = answer.value.markdown;
    this.snippet = this.tag();
    await this.read();
  }

  /** Only the newest text counts; where it has a fault, the guide so far stays in the preview. */
  private async read(): Promise<void> {
    const turn = ++this.asked;
    this.place.redraw();
    const answer = await call('POST /v1/presenter/sites/{site_id}/guides/{name}/preview', {
      ...this.who(),
      body: { markdown: this.markdown ?? '' },
    });
    if (turn !== this.asked) return;
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      const { guide = this.reading?.guide, problems } = answer.value;
      this.reading = { ...(guide && { guide }), problems };
    }
    this.place.redraw();
  }

  private async save(): Promise<void> {
    clearTimeout(this.pause);
    await this.read();
    const { problems = [], guide } = this.reading ?? {};
    if (this.failure || problems.length > 0 || !guide)
      return document.getElementById('markdown')?.focus();
    const isNew = this.name === '';
    if (isNew) this.name = slugOf(guide.title) || 'guide';
    const answer = await call('POST /v1/presenter/sites/{site_id}/guides/{name}', {
      ...this.who(),
      body: { markdown: this.markdown ?? '' },
    });
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      this.snippet = this.tag();
      this.place.announce(this.words.guides.published);
    } else if (isNew) {
      this.name = '';
    }
    this.place.redraw();
  }

  private async remove(): Promise<void> {
    const { place, site } = this;
    if (!confirm(this.words.guides.confirm)) return;
    const answer = await call('POST /v1/presenter/sites/{site_id}/guides/{name}', {
      ...this.who(),
      body: { markdown: '' },
    });
    if (answer.ok) return go(place.member.owner, 'sites', site.id ?? '', 'guides');
    this.failure = answer.error;
    place.redraw();
  }

  private tag(): Snippet {
    return new Snippet(this.place, this.words, [
      `<script type="module" async src="${location.origin}/v1/vitrine.js"></script>`,
      `<vitrine-guide site="${this.site.id}" guide="${this.name}"></vitrine-guide>`,
    ]);
  }

  private who(): { member: string; params: { site_id: string; name: string } } {
    return {
      member: this.place.member.owner,
      params: { site_id: this.site.id ?? '', name: this.name || 'guide' },
    };
  }
}

function toLine(line: number): void {
  const field = document.getElementById('markdown') as HTMLTextAreaElement | null;
  if (!field) return;
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
