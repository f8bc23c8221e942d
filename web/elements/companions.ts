/** What is often bought together with a product, and why it stands there. */
import type { TemplateResult } from 'lit';
import type { ProductCard } from '../contract.ts';
import type { Words } from '../messages/widget.ts';
import { css, html, nothing, pictured } from './kit.ts';

export interface Together {
  words: Words;
  companions: readonly ProductCard[];
  price: (card: ProductCard) => string;
  picture: (image: string) => string;
  view: (product_id: string) => void;
}

export function together(asked: Together): TemplateResult | typeof nothing {
  const { words, companions } = asked;
  if (companions.length === 0) return nothing;
  return html`<section class="together" aria-label=${words.boughtTogether}>
    <h4>${words.boughtTogether}</h4>
    <ul>
      ${companions.map(
        (card) =>
          html`<li>
            <button class="companion" @click=${() => asked.view(card.id)}>
              ${
                card.image
                  ? html`<img
                      src=${asked.picture(card.image)}
                      @load=${pictured}
                      @error=${pictured}
                      alt=""
                      width="48"
                      height="48"
                    />`
                  : nothing
              }
              <bdi>${card.title}</bdi>
              <span class="amount">${asked.price(card)}</span>
            </button>
          </li>`,
      )}
    </ul>
    <details class="small">
      <summary>${words.whyHere}</summary>
      <p>${words.whyTogether}</p>
    </details>
  </section>`;
}

export const companionStyles = css`
  .together {
    margin-block-start: 1.4em;
  }
  .together ul {
    margin-block: 0.6em;
    padding: 0;
    list-style: none;
  }
  .companion {
    display: flex;
    gap: 0.75em;
    align-items: center;
    inline-size: 100%;
    min-block-size: 3em;
    padding: 0.4em 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .companion:hover bdi {
    text-decoration: underline;
  }
  .companion img {
    flex: none;
    inline-size: 3em;
    block-size: 3em;
    border-radius: var(--_radius);
    object-fit: cover;
  }
  .companion bdi {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
`;
