/** The invoices and credit notes of a month, each as a file. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../api.ts';
import type { InvoiceDocument } from '../contract.ts';
import { major, money } from '../format.ts';
import type { BillingWords } from '../messages/billing.ts';
import { save } from './file.ts';
import { List } from './list.ts';
import type { Place } from './place.ts';
import { call } from './requests.ts';

export class Documents {
  private failure: ApiFailure | undefined;
  private ready = false;
  private readonly list: List<InvoiceDocument>;

  constructor(
    private readonly place: Place,
    private readonly words: BillingWords,
    private readonly month: string,
  ) {
    const amount = (title: string, of: (document: InvoiceDocument) => number) => ({
      title,
      text: (each: InvoiceDocument) => `${major(of(each), each.currency)} ${each.currency}`,
      show: (each: InvoiceDocument) => money(of(each), each.currency, place.language),
      figures: true,
    });
    const over = month < new Date().toISOString().slice(0, 7);
    this.list = new List<InvoiceDocument>({
      ...place,
      title: words.documents,
      empty: over ? words.none : words.notOver,
      file: `documents-${month}`,
      columns: [
        {
          title: words.number,
          text: ({ number }) => number,
          show: ({ number }) => html`<span class="number" dir="ltr">${number}</span>`,
        },
        { title: words.kind, text: ({ kind }) => words.kinds[kind] },
        { title: words.from, text: ({ supplier }) => supplier },
        { title: words.to, text: ({ customer }) => customer },
        amount(words.net, ({ net }) => net),
        amount(words.tax, ({ tax }) => tax),
        amount(words.total, ({ total }) => total),
        { title: words.file, text: () => '', action: true, show: (each) => this.file(each) },
      ],
    });
    void this.read();
  }

  async read(): Promise<void> {
    const { place, month } = this;
    const answer = await call('GET /v1/documents/{month}', {
      member: place.member.owner,
      params: { month },
    });
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) this.list.rows = answer.value.documents;
    this.ready = true;
    place.redraw();
  }

  private file({ number, xml }: InvoiceDocument): TemplateResult {
    const { words } = this;
    if (xml === undefined) return html`<span class="quiet">${words.missing}</span>`;
    return html`<button
      type="button"
      class="small"
      aria-label=${words.downloadOf(number)}
      @click=${() => save(`${number}.xml`, 'application/xml', xml)}
    >
      ${words.download}
    </button>`;
  }

  draw(): TemplateResult {
    const { words, place, failure } = this;
    return html`<div class="stack">
      <h2>${words.documents}</h2>
      <p class="quiet">${words.documentsText}</p>
      ${
        failure
          ? html`<p class="problem" role="alert">${place.explain(failure)}</p>`
          : this.ready
            ? this.list.draw()
            : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }
    </div>`;
  }
}
