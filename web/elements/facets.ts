/** What a search can be narrowed by: each value with the number of products that it would leave. */
import type { TemplateResult } from 'lit';
import type { FacetValue, PriceRange, SearchRequest } from '../contract.ts';
import type { SearchWords } from '../messages/search.ts';
import { asks, categoryName, filtersOf, type Filter } from '../search-request.ts';
import type { Search } from '../state.ts';
import { html, nothing, quantity } from './kit.ts';

export interface FacetContext {
  words: SearchWords;
  language: string;
  money: (amount: number) => string;
  sellerName: (id: string) => string;
  toggle: (filter: Filter) => void;
  search: (request: SearchRequest) => void;
  leave: () => void;
}

/** Values in sight; the others unfold. */
const first = 6;

interface Choice {
  filter: Filter;
  name: string;
  count: number;
}

export function facets(
  { request, answer }: Search,
  context: FacetContext,
): TemplateResult | typeof nothing {
  if (!answer) return nothing;
  const { words } = context;
  const { categories, brands, sellers, options, price_ranges, available, pickup } = answer.facets;
  const listed = (field: 'categories' | 'brands' | 'seller_ids', values: FacetValue[]) =>
    group(
      words[field],
      values.map(({ value, count }) => choice({ field, value }, count)),
    );
  const choice = (filter: Filter, count: number): Choice => ({
    filter,
    name: valueName(filter, context),
    count,
  });
  const group = (title: string, choices: Choice[]): TemplateResult | typeof nothing => {
    // One value that all have narrows nothing.
    const chosen = choices.some(({ filter }) => asks(request, filter));
    if (choices.length < 2 && !chosen) return nothing;
    const rows = choices.map((each) => row(each, request, context));
    return html`<fieldset>
      <legend>${title}</legend>
      ${rows.slice(0, first)}
      ${
        rows.length > first
          ? html`<details>
              <summary class="small"><bdi>${words.moreValues(rows.length - first)}</bdi></summary>
              ${rows.slice(first)}
            </details>`
          : nothing
      }
    </fieldset>`;
  };
  const flags = [
    choice({ field: 'available' }, available),
    choice({ field: 'pickup' }, pickup),
  ].filter(({ count, filter }) => asks(request, filter) || (count > 0 && count < answer.total));
  return html`
    ${listed('categories', categories)} ${prices(price_ranges, request, context)}
    ${listed('brands', brands)} ${listed('seller_ids', sellers)}
    ${options.map(({ name, values }) =>
      group(
        titled(name, context),
        values.map(({ value, count }) =>
          choice({ field: 'options', option: { name, value } }, count),
        ),
      ),
    )}
    ${
      flags.length > 0
        ? html`<fieldset>
            <legend>${words.offers}</legend>
            ${flags.map((each) => row(each, request, context))}
          </fieldset>`
        : nothing
    }
  `;
}

/** Feeds write the names of options small. */
const titled = (name: string, { language }: FacetContext): string =>
  name.charAt(0).toLocaleUpperCase(language) + name.slice(1);

/** How a filter is called where it stands alone. */
export const filterName = (filter: Filter, context: FacetContext): string =>
  filter.field === 'options'
    ? `${titled(filter.option.name, context)}: ${filter.option.value}`
    : valueName(filter, context);

function valueName(filter: Filter, { words, money, sellerName }: FacetContext): string {
  switch (filter.field) {
    case 'options':
      return filter.option.value;
    case 'price': {
      const { min, max } = filter;
      if (max === undefined) return words.atLeast(money(min ?? 0));
      return min ? words.between(money(min), money(max)) : words.upTo(money(max));
    }
    case 'seller_ids':
      return sellerName(filter.value);
    case 'categories':
      return categoryName(filter.value);
    case 'brands':
      return filter.value;
    case 'available':
    case 'pickup':
      return words[filter.field];
  }
}

function row(
  { filter, name, count }: Choice,
  request: SearchRequest,
  { language, toggle }: FacetContext,
): TemplateResult {
  const change = (event: Event): void => {
    // What is chosen is what the search asks, not what the box remembers.
    const box = event.target as HTMLInputElement;
    box.checked = !box.checked;
    toggle(filter);
  };
  return html`<label class="choice">
    <input type="checkbox" .checked=${asks(request, filter)} @change=${change} />
    <span><bdi>${name}</bdi></span>
    <span class="muted small">${quantity(count, language)}</span>
  </label>`;
}

function prices(
  ranges: PriceRange[],
  request: SearchRequest,
  context: FacetContext,
): TemplateResult | typeof nothing {
  if (ranges.length < 2) return nothing;
  const { words, language, toggle } = context;
  const present = filtersOf(request).find(({ field }) => field === 'price');
  return html`<fieldset>
    <legend>${words.price}</legend>
    <label class="choice">
      <input
        type="radio"
        name="price"
        .checked=${!present}
        @change=${() => present && toggle(present)}
      />
      <span>${words.anyPrice}</span>
    </label>
    ${ranges.map(({ from, to, count }) => {
      const filter: Filter = { field: 'price', min: from || undefined, max: to };
      const chosen = asks(request, filter);
      return html`<label class="choice">
        <input
          type="radio"
          name="price"
          .checked=${chosen}
          ?disabled=${count === 0 && !chosen}
          @change=${() => toggle(filter)}
        />
        <span><bdi>${valueName(filter, context)}</bdi></span>
        <span class="muted small">${quantity(count, language)}</span>
      </label>`;
    })}
  </fieldset>`;
}
