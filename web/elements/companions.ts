/** What goes with a product: services, what is often bought with it or shown beside it, and why that stands there. */
import type { TemplateResult } from 'lit';
import type { CompanionList, ProductCard, RelatedList } from '../contract.ts';
import type { Words } from '../messages/widget.ts';
import { css, html, initial, list, nothing, pictured } from './kit.ts';

export interface Together extends CompanionList {
  related: RelatedList;
  words: Words;
  price: (card: ProductCard) => string;
  /** Who gives a service, and where. */
  giver: (card: ProductCard) => string;
  add: (offer_id: string) => void;
  picture: (image: string) => string;
  view: (product_id: string) => void;
  /** Where a product has a page that this one leads to, instead of viewing it here. */
  link?: ((product_id: string) => string) | undefined;
}

export function together(asked: Together): TemplateResult {
  const { words, related } = asked;
  const { required, others } = related;
  // What its seller names stands once.
  const named = new Set([...required, ...others].map(({ id }) => id));
  const left = ({ id }: ProductCard): boolean => !named.has(id);
  const [products, presented] = [asked.products.filter(left), asked.presented.filter(left)];
  const services = products.filter(({ kind }) => kind === 'service');
  const goods = products.filter(({ kind }) => kind !== 'service');
  return html`${listed(words.alsoNeeded, words.whySaid, required, asked, true)}
  ${listed(words.goesWith, words.whySaid, others, asked)}
  ${listed(words.helpWithIt, words.whyHelp, services, asked)}
  ${listed(words.boughtTogether, words.whyTogether, goods, asked)}
  ${listed(words.shownTogether, words.whyShown, presented, asked)}`;
}

function listed(
  title: string,
  why: string,
  companions: readonly ProductCard[],
  asked: Together,
  addsAll = false,
): TemplateResult | typeof nothing {
  if (companions.length === 0) return nothing;
  const { words } = asked;
  // What has variants is chosen in its own view.
  const addable = addsAll
    ? companions.filter(({ available, variant_count }) => available && variant_count === 1)
    : [];
  return html`<section class="together" aria-label=${title}>
    <h4>${title}</h4>
    <ul>
      ${companions.map(
        (card) =>
          html`<li>
            ${
              asked.link
                ? html`<a class="companion" href=${asked.link(card.id)}>${content(card, asked)}</a>`
                : html`<button class="companion" @click=${() => asked.view(card.id)}>
                    ${content(card, asked)}
                  </button>`
            }
            ${
              card.kind === 'service' && card.available && card.variant_count === 1
                ? html`<button
                    class="button"
                    part="button"
                    aria-label=${words.addNamed(card.title)}
                    @click=${() => asked.add(card.offer_id)}
                  >
                    ${words.add}
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>
    ${
      addable.length > 0
        ? html`<button
            class="button all"
            part="button"
            @click=${() => addable.forEach(({ offer_id }) => asked.add(offer_id))}
          >
            ${words.addNamed(
              list(
                addable.map(({ title: name }) => name),
                words.language,
              ),
            )}
          </button>`
        : nothing
    }
    <details class="small">
      <summary>${words.whyHere}</summary>
      <p>${why}</p>
    </details>
  </section>`;
}

function content(card: ProductCard, asked: Together): TemplateResult {
  return html`<span
      class=${card.image ? 'picture' : 'picture bare'}
      data-initial=${initial(card.title)}
      >${
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
      }</span
    >
    <span class="companion-title">
      <bdi>${card.title}</bdi>
      ${
        card.kind === 'service'
          ? html`<span class="muted small">${asked.giver(card)}</span>`
          : nothing
      }
    </span>
    <span class="amount">${asked.price(card)}</span>`;
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
  .together li {
    display: flex;
    gap: 0.75em;
    align-items: center;
  }
  .all {
    margin-block-end: 0.6em;
  }
  .companion {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 0.75em;
    align-items: center;
    inline-size: 100%;
    min-block-size: 3em;
    padding: 0.4em 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .companion:hover bdi {
    text-decoration: underline;
  }
  .picture {
    flex: none;
    inline-size: 3em;
    block-size: 3em;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_tile);
  }
  .picture::before {
    font-size: 1.25em;
  }
  .companion-title {
    display: grid;
    overflow-wrap: anywhere;
  }
  @media (max-width: 30em) {
    .companion {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .picture {
      grid-row: span 2;
    }
    .companion .amount {
      grid-column: 2;
      text-align: start;
    }
  }
`;
