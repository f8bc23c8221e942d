/** Bringing a file of products in: what it would change, what is wrong in which row, and then for good. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { ChangeKind, ImportReport } from '../../contract.ts';
import { percent, quantity } from '../../format.ts';
import { upload } from '../../upload.ts';
import { List } from '../list.ts';
import type { Place } from '../place.ts';
import { may } from '../rights.ts';
import { words as all } from './words.ts';

const words = all.products;
const maxFile = 2 ** 31;

export class Import {
  private open = false;
  private file: File | undefined;
  private busy = false;
  private sent = 0; // of the file, from 0 to 1
  private fault: string | undefined;
  private failure: ApiFailure | undefined;
  private report: ImportReport | undefined;
  private replace = false;
  private keepGood = false;
  private readonly errors: List<ImportReport['errors'][number]>;
  private readonly changes: List<ImportReport['changes'][number]>;

  constructor(
    private readonly place: Place,
    private readonly done: () => void,
  ) {
    const setting = { words: place.words, language: place.language, redraw: place.redraw };
    this.errors = new List({
      title: words.wrong,
      columns: [
        { title: words.line, text: ({ line }) => String(line), figures: true },
        {
          title: words.column,
          text: ({ column, field }) => (column ? `${column} ${field}` : field),
        },
        { title: words.value, text: ({ value }) => value },
        { title: words.expected, text: ({ expected }) => expected },
      ],
      empty: '',
      file: 'errors',
      ...setting,
    });
    this.changes = new List({
      title: words.what,
      columns: [
        { title: words.what, text: ({ kind }) => words.kinds[kind] },
        { title: 'SKU', text: ({ id }) => id },
        { title: words.product, text: ({ title }) => title },
        { title: words.parts, text: ({ parts }) => parts.join(', ') },
      ],
      empty: '',
      file: 'changes',
      ...setting,
    });
  }

  private async send(dry: boolean): Promise<void> {
    if (this.busy) return;
    this.fault = !this.file ? words.noFile : this.file.size > maxFile ? words.tooLarge : undefined;
    if (!this.file || this.fault) {
      this.place.redraw();
      return document.getElementById('feed')?.focus();
    }
    this.busy = true;
    this.sent = 0;
    this.place.redraw();
    this.place.announce(words.sending);
    const answer = await upload('POST /v1/seller/imports', {
      file: this.file,
      member: this.place.member.owner,
      query: {
        replace: String(this.replace),
        keep_good: String(this.keepGood),
        dry_run: String(dry),
      },
      progress: (part) => {
        if (part === 1 && this.sent < 1) this.place.announce(words.working);
        this.sent = part;
        this.place.redraw();
      },
    });
    this.busy = false;
    this.failure = answer.ok ? undefined : answer.error;
    this.report = answer.ok ? answer.value : undefined;
    this.errors.rows = this.report?.errors ?? [];
    this.changes.rows = this.report?.changes ?? [];
    if (this.report?.kept) this.done();
    this.place.announce(this.report?.kept ? words.kept : words.notKept);
    this.place.redraw();
  }

  draw(): TemplateResult | typeof nothing {
    const { place } = this;
    if (!may(place.member, 'POST /v1/seller/imports')) return nothing;
    return html`<details
      class="card stack import"
      ?open=${this.open}
      @toggle=${(event: Event) => (this.open = (event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>${words.import}</summary>
      <form
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.send(false);
        }}
      >
        <div class="field">
          <label for="feed">${words.file}</label>
          <input
            id="feed"
            type="file"
            accept=".csv,.tsv,.txt,.xml,.json,.jsonl,.ndjson"
            aria-describedby="feed-hint ${this.fault ? 'feed-fault' : ''}"
            aria-invalid=${this.fault ? 'true' : nothing}
            @change=${this.pick}
          />
          <p class="quiet" id="feed-hint">${words.importHint}</p>
          ${this.fault ? html`<p class="error" id="feed-fault">${this.fault}</p>` : nothing}
        </div>
        ${this.choice(words.replace, this.replace, (on) => (this.replace = on))}
        ${this.choice(words.keepGood, this.keepGood, (on) => (this.keepGood = on))}
        <p class="actions">
          <button
            type="button"
            class="secondary"
            aria-disabled=${this.busy ? 'true' : nothing}
            @click=${() => void this.send(true)}
          >
            ${words.look}
          </button>
          <button class="primary" aria-disabled=${this.busy ? 'true' : nothing}>
            ${words.carryOut}
          </button>
        </p>
        ${this.busy ? this.wait() : nothing}
        ${this.failure ? html`<p class="problem" role="alert">${place.explain(this.failure)}</p>` : nothing}
      </form>
      ${this.report ? this.outcome(this.report) : nothing}
    </details>`;
  }

  /** First the file is sent, and how much of it is known; then the server works on it. */
  private wait(): TemplateResult {
    const { sent } = this;
    return sent < 1
      ? html`<p class="waiting-line">
          <progress aria-label=${words.sending} max="1" .value=${sent}></progress>
          ${words.sending} ${percent(Math.round(sent * 100) * 10_000, this.place.language)}
        </p>`
      : html`<p class="waiting-line">
          <progress aria-label=${words.working}></progress> ${words.working}
        </p>`;
  }

  private readonly pick = (event: Event): void => {
    this.file = (event.currentTarget as HTMLInputElement).files?.[0];
    this.report = undefined;
    this.failure = undefined;
    this.fault = undefined;
    this.place.redraw();
  };

  private choice(text: string, on: boolean, change: (on: boolean) => void): TemplateResult {
    return html`<label class="tick">
      <input
        type="checkbox"
        .checked=${on}
        @change=${(event: Event) => change((event.currentTarget as HTMLInputElement).checked)}
      />
      ${text}
    </label>`;
  }

  private outcome(report: ImportReport): TemplateResult {
    const count = (amount: number) => quantity(amount, this.place.language);
    const kinds: ChangeKind[] = ['added', 'changed', 'gone'];
    return html`<div class="outcome">
      <p class=${report.kept ? 'notice' : report.refused > 0 ? 'problem' : 'notice'}>
        <strong>${report.kept ? words.kept : words.notKept}</strong>
        ${report.refused > 0 ? words.wrong : ''}
      </p>
      <dl class="figures-row">
        ${kinds.map(
          (kind) =>
            html`<div>
              <dt class="quiet">${words.kinds[kind]}</dt>
              <dd class="figure">${count(report[kind])}</dd>
            </div>`,
        )}
        <div>
          <dt class="quiet">${words.unchanged}</dt>
          <dd class="figure">${count(report.unchanged)}</dd>
        </div>
        <div>
          <dt class="quiet">${words.refused}</dt>
          <dd class="figure">${count(report.refused)}</dd>
        </div>
      </dl>
      ${report.errors.length > 0 ? this.errors.draw() : nothing}
      ${report.changes.length > 0 ? this.changes.draw() : nothing}
    </div>`;
  }
}
