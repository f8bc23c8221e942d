/** The whole page for a state. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { money } from '../format.ts';
import { errorText } from '../messages/errors.ts';
import { confirmation } from './confirmation.ts';
import type { Fault } from './draft.ts';
import { type Page, faultText } from './fields.ts';
import { addressSection, contactSection, paymentSection } from './form.ts';
import { canLeave, leave } from './parent.ts';
import { replacementSection } from './replacement.ts';
import { sellersSection } from './sellers.ts';
import { resolve, totalOf } from './state.ts';
import { summary } from './summary.ts';

export function view(page: Page, place: () => void): TemplateResult {
  const { words } = page.reading;
  return html`<header class="top">
      ${
        canLeave && page.state.phase !== 'done'
          ? html`<button type="button" class="plain" @click=${leave}>
              <span class="arrow" aria-hidden="true"></span>${words.back}
            </button>`
          : nothing
      }
    </header>
    <main>${body(page, place)}</main>`;
}

function body(page: Page, place: () => void): TemplateResult {
  const { words } = page.reading;
  switch (page.state.phase) {
    case 'loading':
      return html`<p class="waiting" role="status">${words.loading}</p>`;
    case 'empty':
      return standstill(words.emptyTitle, words.emptyText, nothing);
    case 'failed':
      return failed(page);
    case 'done':
      return confirmation(page);
    case 'form':
    case 'placing':
      return form(page, place);
  }
}

function form(page: Page, place: () => void): TemplateResult {
  const { state, reading } = page;
  const submit = (event: Event) => {
    event.preventDefault();
    place();
  };
  return html`<h1>${reading.words.checkout}</h1>
    ${gist(page)}
    <form class="columns" novalidate @submit=${submit}>
      <div class="entries" ?inert=${state.phase === 'placing'}>
        ${notice(page)} ${faultSummary(page)} ${contactSection(page)} ${addressSection(page)}
        ${sellersSection(page)} ${replacementSection(page)} ${paymentSection(page)}
      </div>
      ${summary(page)}
    </form>`;
}

/** On narrow screens the sum is far below: what it is about, said first. */
function gist({ state, reading }: Page): TemplateResult | typeof nothing {
  const { words, language, currency } = reading;
  const quote = state.session?.quote;
  if (!quote) return nothing;
  return html`<p class="gist quiet figure">
    ${words.gist(
      words.products(quote.line_items.length),
      words.fromSellers(quote.sellers.length),
      money(totalOf(quote.totals), currency, language),
    )}
  </p>`;
}

function notice({ state, reading }: Page): TemplateResult | typeof nothing {
  const { words, language, currency } = reading;
  const { notice } = state;
  if (!notice) return nothing;
  const show = (amount: number) => money(amount, currency, language);
  const text = {
    total_changed: () =>
      notice.kind === 'total_changed'
        ? words.totalChanged(show(notice.before), show(notice.now))
        : '',
    renewed: () => words.renewed,
    outcome_unknown: () => words.outcomeUnknown,
    failed: () => errorText(notice.kind === 'failed' ? notice.code : '', words.errors),
  }[notice.kind]();
  return html`<div class="notice" id="notice" role="alert" tabindex="-1"><p>${text}</p></div>`;
}

/** After a try to order: everything that hinders, each leading to its place. Not links: the fragment is our input. */
function faultSummary({ state, reading, faults }: Page): TemplateResult | typeof nothing {
  if (!state.submitted || faults.length === 0) return nothing;
  const { words } = reading;
  return html`<div
    class="problem"
    id="faults"
    role="group"
    aria-labelledby="faults-title"
    tabindex="-1"
  >
    <h2 id="faults-title">${words.faultsTitle(faults.length)}</h2>
    <ul>
      ${faults.map(
        (fault) =>
          html`<li>
            <button type="button" class="link" @click=${() => show(fault)}>
              ${label({ state, reading }, fault)}
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function label({ state, reading }: Pick<Page, 'state' | 'reading'>, fault: Fault): string {
  const line = state.session?.quote.line_items.find(({ offer_id }) => offer_id === fault.offer_id);
  const text = faultText(fault, reading);
  return line ? `${line.title}: ${text}` : text;
}

function show({ path, offer_id }: Fault): void {
  const place = document.getElementById(offer_id ? `offer-${offer_id}` : path);
  place?.focus();
  place?.scrollIntoView({ block: 'center' });
}

function standstill(title: string, text: string, action: unknown): TemplateResult {
  return html`<section class="standstill">
    <h1 tabindex="-1" id="standstill">${title}</h1>
    <p>${text}</p>
    ${action}
  </section>`;
}

/** The checkout could not even begin. A line in the way can be left behind; the rest can be tried again. */
function failed({ checkout, state, reading }: Page): TemplateResult {
  const { words } = reading;
  const failure = state.failure ?? { code: 'internal' as const, path: '' };
  const offer_id = resolve(failure.path, state.draft);
  const text = errorText(failure.code, words.errors, failure.limit?.toString());
  const left = failure.code === 'out_of_stock' ? (failure.limit ?? 0) : 0;
  const action = offer_id
    ? html`<button
        type="button"
        class="primary"
        @click=${() => checkout.setQuantities({ [offer_id]: left })}
      >
        ${left > 0 ? words.take(left) : words.withoutIt}
      </button>`
    : html`<button type="button" class="primary" @click=${() => checkout.start()}>
        ${words.tryAgain}
      </button>`;
  return standstill(words.unavailableTitle, text, action);
}

/** The total in words, for a polite announcement when it changes. */
export function spokenTotal({ state, reading }: Page): string {
  if (!state.session || state.phase === 'done') return '';
  const { words, currency, language } = reading;
  return words.newTotal(money(totalOf(state.session.quote.totals), currency, language));
}
