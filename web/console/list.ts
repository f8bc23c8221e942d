/** The one list that all pages of the console use: search, paging, words for an empty one, and its CSV file. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { quantity } from '../format.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { type Column, csv, csvType } from './csv.ts';
import { save } from './file.ts';

const rowsOfPage = 25;

interface Setting<T> {
  /** What the list is of, to be read above it. */
  title: string;
  columns: readonly Column<T>[];
  /** What stands there while there are no rows at all. */
  empty: string | TemplateResult;
  /** The CSV file's name, without its ending. */
  file: string;
  words: ConsoleWords;
  language: string;
  redraw: () => void;
}

export class List<T> {
  private search = '';
  private page = 0;

  constructor(
    private readonly setting: Setting<T>,
    public rows: readonly T[] = [],
  ) {}

  draw(): TemplateResult {
    const { columns, empty, file, words, language, title } = this.setting;
    if (this.rows.length === 0) return html`<div class="empty">${empty}</div>`;
    const found = this.found();
    const last = Math.max(0, Math.ceil(found.length / rowsOfPage) - 1);
    this.page = Math.min(this.page, last);
    const shown = found.slice(this.page * rowsOfPage, (this.page + 1) * rowsOfPage);
    return html`<div class="list">
      <div class="list-head">
        <input
          type="search"
          aria-label=${words.search}
          placeholder=${words.search}
          .value=${this.search}
          @input=${(event: Event) => this.look((event.currentTarget as HTMLInputElement).value)}
        />
        <p class="quiet" role="status">${words.found(found.length)}</p>
        <button
          type="button"
          class="small"
          @click=${() => save(`${file}.csv`, csvType, csv(columns, found))}
        >
          ${words.csv}
        </button>
      </div>
      <div class="table" role="region" aria-label=${title} tabindex="0">
        <table>
          <thead>
            <tr>
              ${columns.map(
                (each) =>
                  html`<th scope="col" class=${each.figures ? 'figures' : ''}>${each.title}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (row) =>
                html`<tr>
                  ${columns.map(
                    (each) =>
                      html`<td class=${each.figures ? 'figures' : ''} data-title=${each.title}>
                        ${each.show ? each.show(row) : html`<bdi>${each.text(row)}</bdi>`}
                      </td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        last > 0
          ? html`<nav class="paging" aria-label=${title}>
              <button
                type="button"
                class="small"
                ?disabled=${this.page === 0}
                @click=${() => this.turn(-1)}
              >
                ${words.previous}
              </button>
              <span class="quiet figure"
                >${words.pageOf(quantity(this.page + 1, language), quantity(last + 1, language))}</span
              >
              <button
                type="button"
                class="small"
                ?disabled=${this.page === last}
                @click=${() => this.turn(1)}
              >
                ${words.next}
              </button>
            </nav>`
          : nothing
      }
    </div>`;
  }

  private found(): readonly T[] {
    const { columns, language } = this.setting;
    const wanted = this.search.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return this.rows;
    return this.rows.filter((row) => {
      const text = columns
        .map((each) => each.text(row))
        .join(' ')
        .toLocaleLowerCase(language);
      return wanted.every((word) => text.includes(word));
    });
  }

  private look(search: string): void {
    this.search = search;
    this.page = 0;
    this.setting.redraw();
  }

  private turn(by: number): void {
    this.page += by;
    this.setting.redraw();
  }
}
