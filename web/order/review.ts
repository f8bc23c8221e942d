/** What the customer says of what was shipped: stars, and words where there are any. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OrderStatusView, OwnReview, ReviewWish } from '../contract.ts';
import type { Reading } from '../receipt.ts';

/** What is being entered, by order and offer, until it is sent. */
export type Drafts = Map<string, Draft>;

export interface Draft {
  stars: number;
  text: string;
  display_name: string;
  /** Nothing was chosen yet. */
  missing?: boolean;
}

export interface Reviewing {
  drafts: Drafts;
  /** Draws anew, with what was entered. */
  changed: () => void;
  send: (wish: ReviewWish) => void;
  /** Which is on its way. */
  sending?: string | undefined;
  /** Why the last one was refused. */
  refused?: { key: string; words: string } | undefined;
}

const longestText = 2000;
const longestName = 60;
const all = [1, 2, 3, 4, 5];

export const keyOf = ({ order_id, offer_id }: Pick<ReviewWish, 'order_id' | 'offer_id'>): string =>
  `${order_id} ${offer_id ?? ''}`;

/** Of one line of an order, or, without an offer, of its seller. */
export function review(
  order: OrderStatusView,
  offer_id: string,
  title: string,
  reading: Reading,
  reviewing: Reviewing,
): TemplateResult {
  const { words } = reading;
  const said = order.reviews.find((one) => one.offer_id === offer_id);
  const legend = offer_id ? words.reviewOf(title) : words.reviewSeller(title);
  return html`<details class="review screen-only">
    <summary>${said ? html`${words.yourReview} ${given(said, reading)}` : legend}</summary>
    ${form({ order_id: order.id, offer_id }, legend, said, reading, reviewing)}
  </details>`;
}

function given({ stars }: OwnReview, { words }: Reading): TemplateResult {
  return html`<span class="given" role="img" aria-label=${words.starsOf(stars)}
    >${'★'.repeat(stars)}${'☆'.repeat(5 - stars)}</span
  >`;
}

function form(
  about: { order_id: string; offer_id: string },
  legend: string,
  said: OwnReview | undefined,
  { words }: Reading,
  { drafts, changed, send, sending, refused }: Reviewing,
): TemplateResult {
  const key = keyOf(about);
  const draft = drafts.get(key) ?? {
    stars: said?.stars ?? 0,
    text: said?.text ?? '',
    display_name: said?.display_name ?? '',
  };
  const busy = sending === key;
  const enter = (change: Partial<Draft>): void => {
    drafts.set(key, { ...draft, ...change });
    changed();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    if (draft.stars === 0) return enter({ missing: true });
    const { stars, text, display_name } = draft;
    send({ ...about, stars, ...(about.offer_id ? { text, display_name } : {}) });
  };
  return html`<form @submit=${submit} novalidate>
    <fieldset aria-describedby=${draft.missing ? `${key} fault` : nothing}>
      <legend>${legend}</legend>
      <div class="pick">
        ${all.map(
          (count) =>
            html`<label class=${count <= draft.stars ? 'lit' : ''}>
              <input
                type="radio"
                name=${key}
                value=${count}
                .checked=${draft.stars === count}
                @change=${() => enter({ stars: count, missing: false })}
              /><span aria-hidden="true">★</span><span class="hidden">${words.starsOf(count)}</span>
            </label>`,
        )}
      </div>
      ${draft.missing ? html`<p class="error" id="${key} fault" role="alert">${words.chooseStars}</p>` : nothing}
    </fieldset>
    ${
      about.offer_id
        ? html`<label class="entry"
              >${words.reviewText} <span class="quiet">${words.optional}</span>
              <textarea
                rows="4"
                maxlength=${longestText}
                .value=${draft.text}
                aria-describedby="${key} hint"
                @input=${({ target }: Event) => enter({ text: (target as HTMLTextAreaElement).value })}
              ></textarea>
            </label>
            <label class="entry"
              >${words.displayName} <span class="quiet">${words.optional}</span>
              <input
                maxlength=${longestName}
                autocomplete="off"
                .value=${draft.display_name}
                @input=${({ target }: Event) =>
                  enter({ display_name: (target as HTMLInputElement).value })}
              />
            </label>
            <p class="quiet" id="${key} hint">${words.reviewHint}</p>`
        : nothing
    }
    ${refused?.key === key ? html`<p class="error" role="alert">${refused.words}</p>` : nothing}
    ${said ? state(said, words) : nothing}
    <p class="act">
      <button class="primary" aria-disabled=${busy ? 'true' : nothing}>${words.saveReview}</button>
      ${
        said
          ? html`<button
              type="button"
              class="secondary"
              aria-disabled=${busy ? 'true' : nothing}
              @click=${() => busy || send(about)}
            >
              ${words.withdrawReview}
            </button>`
          : nothing
      }
    </p>
  </form>`;
}

/** What has become of it. */
function state({ status, reason, answer }: OwnReview, words: Reading['words']): TemplateResult {
  return html`<p>
      ${words.reviewStates[status]}
      ${reason ? html`<strong>${words.reason}:</strong> <bdi>${reason}</bdi>` : nothing}
    </p>
    ${
      answer
        ? html`<p><strong>${words.sellersAnswer}:</strong> <span dir="auto">${answer}</span></p>`
        : nothing
    }`;
}
