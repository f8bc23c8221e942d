/** What is sought among all products that a site could show: words, seller, category, what it earns. */
import { html, type TemplateResult } from 'lit/html.js';
import type { FoundFacet, FoundProducts } from '../../contract.ts';
import { percent, quantity } from '../../format.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import { choiceField } from '../fields.ts';

/** Hundredths of a percent. */
const commissions = [0, 500, 1000, 1500, 2000, 3000];

/** As the route's query takes it. */
export interface ProductWish {
  query: string;
  seller_id: string;
  category: string;
  commission_min: string;
  others_present: string;
}

export const anything: Readonly<ProductWish> = {
  query: '',
  seller_id: '',
  category: '',
  commission_min: '0',
  others_present: '',
};

interface Setting {
  /** What is chosen; a choice changes it. */
  wish: ProductWish;
  words: PresenterWords;
  language: string;
  type: (query: string) => void;
  search: () => void;
}

export function filtersForm(
  { sellers, categories }: FoundProducts,
  { wish, words: all, language, type, search }: Setting,
): TemplateResult {
  const words = all.market;
  const facet = (values: readonly FoundFacet[], chosen: string) => [
    { value: '', text: words.any },
    ...values.map(({ value, name, count }) => ({
      value,
      text: `${name} (${quantity(count, language)})`,
    })),
    // What is chosen stays, also where nothing of it is found.
    ...(chosen && !values.some(({ value }) => value === chosen)
      ? [{ value: chosen, text: chosen }]
      : []),
  ];
  const change = (name: keyof ProductWish) => (value: string) => {
    wish[name] = value;
    search();
  };
  return html`<form
    class="filters"
    role="search"
    @submit=${(event: Event) => event.preventDefault()}
  >
    <div class="field">
      <label for="query">${words.search}</label>
      <input
        id="query"
        type="search"
        dir="auto"
        maxlength="200"
        autocomplete="off"
        @input=${(event: Event) => type((event.currentTarget as HTMLInputElement).value)}
      />
    </div>
    ${choiceField('seller', {
      label: all.seller,
      value: wish.seller_id,
      choices: facet(sellers, wish.seller_id),
      change: change('seller_id'),
    })}
    ${choiceField('category', {
      label: words.category,
      value: wish.category,
      choices: facet(categories, wish.category),
      change: change('category'),
    })}
    ${choiceField('commission', {
      label: words.commission,
      value: wish.commission_min,
      choices: commissions.map((each) => ({
        value: String(each),
        text: each === 0 ? words.any : words.atLeast(percent(each * 100, language)),
      })),
      change: change('commission_min'),
    })}
    <label class="tick"
      ><input
        type="checkbox"
        @change=${(event: Event) =>
          change('others_present')((event.currentTarget as HTMLInputElement).checked ? 'true' : '')}
      />${words.othersPresent}</label
    >
  </form>`;
}
