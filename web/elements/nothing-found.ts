/** A search that found nothing, or could not be made: what was asked, and what would help. */
import type { TemplateResult } from 'lit';
import type { SearchRequest } from '../contract.ts';
import { filtersOf, wordsOf } from '../search-request.ts';
import type { Search } from '../state.ts';
import { filterName, type FacetContext } from './facets.ts';
import { html, lens, nothing, quantity } from './kit.ts';

const mostWords = 12;

export function nothingFound(search: Search, context: FacetContext): TemplateResult {
  const { request, fault } = search;
  const { words, leave } = context;
  if (fault?.code === 'too_large') return told(words.tooManyWords(mostWords));
  if (fault)
    return html`<div class="nothing" role="alert">
      <h3 tabindex="-1" id="found">${words.failed}</h3>
      <button class="button" part="button" @click=${() => context.search(request)}>
        ${words.retry}
      </button>
    </div>`;
  const filtered = filtersOf(request).length > 0;
  return html`<div class="nothing">
    ${lens}
    <h3 tabindex="-1" id="found"><bdi>${words.nothing(request.query ?? '')}</bdi></h3>
    <p class="muted">${filtered ? words.nothingChosen : words.nothingSpelled}</p>
    ${
      search.looser.length > 0
        ? html`<p class="muted small" id="looser">${words.looser}</p>
            <ul role="list" aria-labelledby="looser">
              ${search.looser.map(
                (less) =>
                  html`<li>
                    <button
                      class="button"
                      part="button"
                      @click=${() => context.search(less.request)}
                    >
                      <bdi>${difference(request, less.request, context)}</bdi>
                      <span class="muted small">${quantity(less.total, context.language)}</span>
                    </button>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    <button class="link" @click=${leave}>${words.everything}</button>
  </div>`;
}

const told = (text: string): TemplateResult =>
  html`<div class="nothing" role="alert">
    ${lens}
    <h3 tabindex="-1" id="found">${text}</h3>
  </div>`;

/** What the looser request gives up, or the words that it keeps. */
function difference(request: SearchRequest, less: SearchRequest, context: FacetContext): string {
  const { words } = context;
  if (wordsOf(less).join(' ') !== wordsOf(request).join(' ')) return words.only(less.query ?? '');
  const names = (each: SearchRequest): string[] =>
    filtersOf(each).map((filter) => filterName(filter, context));
  const kept = names(less);
  const [given_up, ...others] = names(request).filter((name) => !kept.includes(name));
  return others.length > 0 ? words.withoutFilters : words.without(given_up ?? '');
}
