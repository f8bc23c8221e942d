/** The site's own order: sections with titles, what stands out, what is hidden. By buttons, or by dragging. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Site } from '../../contract.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import { linkTo } from '../address.ts';
import type { Place } from '../place.ts';
import { lockable, may } from '../rights.ts';
import {
  Arranging,
  type Arranged,
  dropped,
  featured,
  hidden,
  moved,
  sectionAdded,
  sectionMoved,
  sectionRemoved,
  type Section,
  shown,
  taken,
  titled,
} from './arranging.ts';
import { Preview } from './preview.ts';

const arrangementRoute = 'POST /v1/presenter/sites/{site_id}/arrangement';

export class Arrange {
  private readonly arranging: Arranging;
  private readonly preview: Preview;
  private dragged: string | undefined;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private readonly site: Site,
  ) {
    this.arranging = new Arranging(place, site.id ?? '');
    this.preview = new Preview(place, words, site);
  }

  draw(): TemplateResult {
    const { place } = this;
    const { now, failure } = this.arranging;
    const words = this.words.arranging;
    const problem = failure
      ? html`<p class="problem" role="alert">${place.explain(failure)}</p>`
      : nothing;
    if (!now)
      return html`${problem}
        <p class="quiet" role="status">${place.words.loading}</p>`;
    const empty = now.sections.every(({ product_ids }) => product_ids.length === 0);
    return html`${problem}
      <div class="halves">
        <div class="arranging">
          ${lockable(place.member, arrangementRoute, this.sections(now, empty))}
        </div>
        <div>${this.preview.draw()}</div>
      </div>`;
  }

  private sections(now: Arranged, empty: boolean): TemplateResult {
    const { place } = this;
    const words = this.words.arranging;
    return html`<p class="quiet">${words.text}</p>
      ${
        empty
          ? html`<p class="empty">
              ${words.empty}
              <a href=${linkTo(place.member.owner, 'sites', this.site.id ?? '', 'products')}
                >${this.words.market.title}</a
              >
            </p>`
          : nothing
      }
      ${now.sections.map((section, at) => this.section(now, section, at))}
      <p class="actions">
        <button
          type="button"
          class="small"
          @click=${() => this.change(sectionAdded, words.sectionAdded)}
        >
          ${words.addSection}
        </button>
      </p>
      ${now.chosen_only ? nothing : html`<p class="quiet">${words.rest}</p>`}
      ${now.hidden.length > 0 ? this.hidden(now) : nothing}`;
  }

  private change(wish: (now: Arranged) => Arranged, told: string, focus?: string): void {
    this.arranging.change(wish, told);
    this.preview.renew();
    // In another section a product is drawn anew.
    if (focus) document.getElementById(focus)?.focus();
  }

  private section(now: Arranged, section: Section, at: number): TemplateResult {
    const words = this.words.arranging;
    const name = section.title || words.sectionNumber(at + 1);
    const step = (by: -1 | 1): TemplateResult =>
      this.step(
        `section-${at}`,
        by,
        words.section(name),
        at + by < 0 || !now.sections[at + by],
        () =>
          this.change(
            (all) => sectionMoved(all, at, by),
            words.moved(name),
            `section-${at + by}-${by < 0 ? 'up' : 'down'}`,
          ),
      );
    return html`<section
      class="shelf"
      aria-label=${words.section(name)}
      @dragover=${this.over}
      @drop=${(event: DragEvent) => this.drop(event, at)}
    >
      <div class="shelf-head">
        <input
          type="text"
          dir="auto"
          maxlength="100"
          aria-label=${words.sectionTitle(at + 1)}
          placeholder=${words.titlePlaceholder}
          .value=${section.title}
          @change=${(event: Event) => {
            const { value } = event.currentTarget as HTMLInputElement;
            this.change((all) => titled(all, at, value.trim()), this.words.saved);
          }}
        />
        ${step(-1)}${step(1)}
        <button
          type="button"
          class="small"
          aria-label=${words.removeSection(name)}
          title=${words.removeSection(name)}
          @click=${() => this.change((all) => sectionRemoved(all, at), words.removed(name))}
        >
          ×
        </button>
      </div>
      <ul>
        ${repeat(
          section.product_ids,
          (id) => id,
          (id) => this.product(now, id, at),
        )}
      </ul>
    </section>`;
  }

  private product(now: Arranged, id: string, section: number): TemplateResult {
    const words = this.words.arranging;
    const known = this.arranging.nameOf(id);
    const title = known?.product.title ?? id;
    const ids = now.sections[section]?.product_ids ?? [];
    const isEdge = (by: -1 | 1): boolean =>
      ids.at(by < 0 ? 0 : -1) === id && !now.sections[section + by];
    const step = (by: -1 | 1): TemplateResult =>
      this.step(id, by, title, isEdge(by), () =>
        this.change(
          (all) => moved(all, id, by),
          words.moved(title),
          `${id}-${by < 0 ? 'up' : 'down'}`,
        ),
      );
    const stands = now.featured.includes(id);
    return html`<li
      class=${known?.on_site === false ? 'arranged absent' : 'arranged'}
      draggable=${may(this.place.member, arrangementRoute) ? 'true' : 'false'}
      @dragstart=${(event: DragEvent) => {
        this.dragged = id;
        event.dataTransfer?.setData('text/plain', title);
      }}
      @dragover=${this.over}
      @drop=${(event: DragEvent) => this.drop(event, id)}
    >
      ${known?.product.image ? html`<img src=${known.product.image} alt="" loading="lazy" />` : html`<span></span>`}
      <span class="arranged-name">
        <bdi>${title}</bdi>
        ${known?.on_site === false ? html`<span class="quiet">${words.absent}</span>` : nothing}
      </span>
      <span class="arranged-steps">
        <button
          type="button"
          class="small"
          aria-pressed=${stands}
          aria-label="${words.feature}: ${title}"
          @click=${() =>
            this.change(
              (all) => featured(all, id),
              stands ? words.unfeatured(title) : words.featured(title),
            )}
        >
          ${stands ? '★' : '☆'} ${words.feature}
        </button>
        ${step(-1)}${step(1)}
        <button
          type="button"
          class="small"
          aria-label="${words.take}: ${title}"
          @click=${() => this.change((all) => taken(all, id), words.removed(title))}
        >
          ${words.take}
        </button>
        ${
          now.chosen_only
            ? nothing
            : html`<button
                type="button"
                class="small"
                aria-label="${words.hide}: ${title}"
                @click=${() => this.change((all) => hidden(all, id), words.hidden(title))}
              >
                ${words.hide}
              </button>`
        }
      </span>
    </li>`;
  }

  private step(
    of: string,
    by: -1 | 1,
    name: string,
    isLast: boolean,
    press: () => void,
  ): TemplateResult {
    const words = this.words.arranging;
    const way = by < 0 ? words.up : words.down;
    return html`<button
      type="button"
      class="small step-button"
      id="${of}-${by < 0 ? 'up' : 'down'}"
      aria-label="${way}: ${name}"
      title=${way}
      aria-disabled=${isLast ? 'true' : nothing}
      @click=${() => isLast || press()}
    >
      ${by < 0 ? '↑' : '↓'}
    </button>`;
  }

  private hidden({ hidden: ids }: Arranged): TemplateResult {
    const words = this.words.arranging;
    return html`<section class="shelf" aria-label=${words.hiddenTitle}>
      <h3>${words.hiddenTitle}</h3>
      <ul>
        ${ids.map((id) => {
          const title = this.arranging.nameOf(id)?.product.title ?? id;
          return html`<li class="arranged">
            <span></span><span class="arranged-name"><bdi>${title}</bdi></span>
            <span class="arranged-steps"
              ><button
                type="button"
                class="small"
                aria-label="${words.show}: ${title}"
                @click=${() => this.change((all) => shown(all, id), words.shown(title))}
              >
                ${words.show}
              </button></span
            >
          </li>`;
        })}
      </ul>
    </section>`;
  }

  private readonly over = (event: DragEvent): void => {
    if (this.dragged) event.preventDefault();
  };

  /** Before a product, or at the end of a section. */
  private drop(event: DragEvent, target: string | number): void {
    const id = this.dragged;
    if (!id) return;
    event.preventDefault();
    event.stopPropagation();
    this.dragged = undefined;
    const title = this.arranging.nameOf(id)?.product.title ?? id;
    this.change((all) => dropped(all, id, target), this.words.arranging.moved(title));
  }
}
