import type { TemplateResult } from 'lit';
import type { Offer } from '../contract.ts';
import { percent } from '../format.ts';
import { inWords } from '../return-policy.ts';
import { html, nothing, type View } from './kit.ts';
import { record } from './reviews.ts';

/** Who sells it, and how it is taken back: to be known before the purchase. */
export function aboutSeller(view: View, { seller_id }: Offer): TemplateResult | typeof nothing {
  const seller = view.state.sellers.find(({ id }) => id === seller_id);
  const kept = view.state.reviews?.sellers.find((each) => each.seller_id === seller_id);
  if (
    !seller ||
    !(kept || seller.address || seller.email || seller.return_terms || seller.return_policy)
  )
    return nothing;
  const { name, address, email, return_terms, return_policy } = seller;
  const shown = (count: number): string => percent(count * 10_000, view.words.language);
  return html`<details class="small">
    <summary>${view.words.aboutSeller(name)}</summary>
    ${kept ? record(kept, view.words, shown) : nothing}
    ${address ? html`<p><bdi>${address}</bdi></p>` : nothing}
    ${email ? html`<p><a href="mailto:${email}">${email}</a></p>` : nothing}
    ${
      return_terms || return_policy
        ? html`<h4>${view.words.returns}</h4>
            ${return_policy ? html`<p>${inWords(return_policy, view.words, view.words.language)}</p>` : nothing}
            ${return_terms ? html`<p dir="auto">${return_terms}</p>` : nothing}
            ${
              return_policy?.url
                ? html`<p>
                    <a href=${return_policy.url} target="_blank" rel="noopener"
                      >${view.words.returnTermsPage}</a
                    >
                  </p>`
                : nothing
            }`
        : nothing
    }
  </details>`;
}
