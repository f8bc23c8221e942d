/** What the site's owner and those who bought a product say of it. */
import type { TemplateResult } from 'lit';
import type { Product, ProductReview, ProductReviews, SellerRecordCard } from '../contract.ts';
import { day, stars } from '../format.ts';
import type { Words } from '../messages/widget.ts';
import { css, html, nothing } from './kit.ts';

export interface Said {
  words: Words;
  product: Product;
  said: ProductReviews | undefined;
  money: (amount: number) => string;
  sellerName: (id: string) => string;
  more: () => void;
}

/** The owner's word, with what it earns where the site tells. */
export function endorsement({
  words,
  said,
  money,
  sellerName,
}: Said): TemplateResult | typeof nothing {
  if (!said?.endorsement) return nothing;
  const { presenter_name, text, commissions } = said.endorsement;
  return html`<figure class="endorsement" part="endorsement">
    <blockquote dir="auto">${text}</blockquote>
    <figcaption class="small">
      ${words.recommendedBy(presenter_name)}
      ${commissions
        .filter(({ amount }) => amount > 0)
        .map(
          ({ seller_id, amount }) =>
            html`<span class="muted"
              >${words.earnsOf(presenter_name, money(amount), sellerName(seller_id))}</span
            >`,
        )}
    </figcaption>
  </figure>`;
}

export function reviews(asked: Said): TemplateResult | typeof nothing {
  const { words, product, said } = asked;
  const { rating } = product;
  if (!rating && !said?.reviews.length) return nothing;
  return html`<section class="reviews" aria-label=${words.reviews} part="reviews">
    <h4>${words.reviews}</h4>
    ${
      rating
        ? html`<p>
            ${shown(rating.mean / 100)}
            ${words.rated(stars(rating.mean, words.language), rating.count)}
          </p>`
        : nothing
    }
    ${
      said?.reviews.length
        ? html`<ul role="list">
            ${said.reviews.map((review) => one(review, words))}
          </ul>`
        : nothing
    }
    ${
      said?.next
        ? html`<button class="button" @click=${asked.more}>${words.moreReviews}</button>`
        : nothing
    }
    <details class="small">
      <summary>${words.howReviewsCount}</summary>
      <p>${words.whyReviews}</p>
    </details>
  </section>`;
}

/** Five stars, of which so many are full; said in words beside them. */
function shown(count: number): TemplateResult {
  const full = Math.round(count);
  return html`<span class="stars" aria-hidden="true"
    >${'★'.repeat(full)}<span class="muted">${'☆'.repeat(5 - full)}</span></span
  >`;
}

function one(review: ProductReview, words: Words): TemplateResult {
  const { seller_name, display_name, text, answer, said_at } = review;
  return html`<li>
    <p class="small">
      ${shown(review.stars)}<span class="aloud">${words.givenStars(review.stars)}</span>
      <strong><bdi>${display_name || words.verifiedBuyer}</bdi></strong>
      <span class="muted"
        >${day(said_at, words.language)}${seller_name ? ` · ${words.boughtFrom(seller_name)}` : ''}</span
      >
    </p>
    <p class="said" dir="auto">${text}</p>
    ${
      answer
        ? html`<div class="answer small">
            <strong>${words.answerOf(seller_name)}</strong>
            <p class="said" dir="auto">${answer}</p>
          </div>`
        : nothing
    }
  </li>`;
}

/** How a seller keeps its promises, where there is enough to tell. */
export function record(
  { rating, in_time, not_accepted }: SellerRecordCard,
  words: Words,
  percent: (hundredths: number) => string,
): TemplateResult {
  const facts = [
    rating && words.sellerRated(stars(rating.mean, words.language), rating.count),
    in_time === undefined ? undefined : words.sentInTime(percent(in_time)),
    not_accepted === undefined ? undefined : words.notAccepted(percent(not_accepted)),
  ].filter((fact) => fact !== undefined);
  return html`<ul class="record">
    ${facts.map((fact) => html`<li>${fact}</li>`)}
  </ul>`;
}

export const reviewStyles = css`
  .endorsement {
    margin: 1.4em 0;
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_accent);
  }
  .endorsement blockquote {
    margin: 0 0 0.4em;
    overflow-wrap: anywhere;
  }
  .endorsement .muted {
    display: block;
  }
  .reviews {
    margin-block-start: 1.4em;
  }
  .reviews ul {
    margin-block: 0.6em;
    padding: 0;
    list-style: none;
  }
  .reviews li {
    padding-block: 0.8em;
    border-block-start: 1px solid var(--_line);
  }
  .stars {
    letter-spacing: 0.08em;
    margin-inline-end: 0.4em;
  }
  .said {
    margin-block: 0.3em;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .answer {
    margin-block-start: 0.6em;
    padding-inline-start: 1em;
    border-inline-start: 2px solid var(--_line);
  }
  .record {
    margin-block: 0.4em;
    padding-inline-start: 1.2em;
  }
`;
