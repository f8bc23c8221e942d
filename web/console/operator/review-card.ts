/** A customer's text, for the operator to publish or decline. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ListedReview } from '../../contract.ts';
import { moment } from '../../format.ts';
import { words as all } from './words.ts';

const words = all.moderation;

interface Setting {
  language: string;
  /** Whether one may decide. */
  mayJudge: boolean;
  publish: (review: ListedReview) => void;
  decline: (review: ListedReview) => void;
  /** The form that asks why, while it is open. */
  refusal: TemplateResult | undefined;
}

export function reviewCard(review: ListedReview, setting: Setting): TemplateResult {
  const { id, product_title, seller_name, stars, text, display_name, said_at } = review;
  const { language, publish, decline } = setting;
  return html`<section class="card stack judged" aria-labelledby=${id}>
    <h3 id=${id} tabindex="-1"><bdi>${product_title || words.goneProduct}</bdi></h3>
    <p class="quiet">
      ${words.stars(stars)} · <bdi>${display_name || words.anonymous}</bdi> ·
      ${moment(said_at, language)} · <bdi>${words.sold(seller_name)}</bdi>
    </p>
    <blockquote class="said" dir="auto">${text}</blockquote>
    ${
      setting.refusal ??
      (!setting.mayJudge
        ? nothing
        : html`<p class="actions">
            <button
              type="button"
              class="primary"
              aria-describedby=${id}
              @click=${() => publish(review)}
            >
              ${words.publish}
            </button>
            <button
              type="button"
              class="secondary"
              aria-describedby=${id}
              @click=${() => decline(review)}
            >
              ${words.decline}
            </button>
          </p>`)
    }
  </section>`;
}
