import type { TemplateResult } from 'lit';
import type { Product } from '../contract.ts';
import type { Words } from '../messages/widget.ts';
import { leads, optionGroups } from '../variants.ts';
import { html, nothing } from './kit.ts';
import type { Choosing } from './own-markup.ts';

/** What can be chosen of a product, with what leads to nothing. */
export function options(
  product: Product,
  { choice, choose }: Choosing,
  words: Words,
): TemplateResult[] {
  return optionGroups(product, choice).map(({ name, values }) =>
    values.length === 1
      ? html`<p class="fixed">${name} <bdi>${choice[name]}</bdi></p>`
      : html`<fieldset>
          <legend>${name} <bdi>${choice[name]}</bdi></legend>
          <div class="values">
            ${values.map(
              ({ value, available }) =>
                html`<label class=${available ? 'value' : 'value none'}>
                  <input
                    type="radio"
                    name=${`option ${name}`}
                    .checked=${choice[name] === value}
                    ?disabled=${!available && choice[name] !== value && !leads(product, choice, name, value)}
                    @change=${() => choose(name, value)}
                  />
                  <span><bdi>${value}</bdi></span>
                  ${available ? nothing : html`<span class="aloud">, ${words.unavailable}</span>`}
                </label>`,
            )}
          </div>
        </fieldset>`,
  );
}
