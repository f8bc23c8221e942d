/** A seller as the operator judges it: who it is, and what it sells. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ListedSeller } from '../../contract.ts';
import { country, list, moment } from '../../format.ts';
import { words as all } from './words.ts';

const words = all.moderation;

interface Setting {
  language: string;
  /** Whether one may decide. */
  mayJudge: boolean;
  approve: (seller: ListedSeller) => void;
  refuse: (seller: ListedSeller) => void;
  /** The form that asks why, while it is open. */
  refusal: TemplateResult | undefined;
}

export function sellerCard(seller: ListedSeller, setting: Setting): TemplateResult {
  const { id, name, standing, email, address, titles, offers, joined_at, refusal } = seller;
  const { language, approve, refuse } = setting;
  const identity = [address, email].filter(Boolean);
  return html`<section class="card stack judged" aria-labelledby=${id}>
    <div class="title-row">
      <h3 id=${id} tabindex="-1"><bdi>${name}</bdi></h3>
      <span class="status standing-${standing}">${all.members.standings[standing]}</span>
    </div>
    <dl class="facts">
      <dt>${words.country}</dt>
      <dd>${country(seller.country, language)} · ${seller.currency}</dd>
      <dt>${words.identity}</dt>
      <dd>
        ${
          identity.length === 0
            ? words.noIdentity
            : identity.map((each) => html`<span dir="auto">${each}</span>`)
        }
      </dd>
      <dt>${words.sells}</dt>
      <dd>
        ${
          offers === 0
            ? words.sellsNothing
            : html`${words.offers(offers)}: <bdi>${list(titles, language)}</bdi>`
        }
      </dd>
      <dt>${words.joined}</dt>
      <dd>${moment(joined_at, language)}</dd>
      ${
        refusal
          ? html`<dt>${words.reason}</dt>
              <dd><bdi>${refusal}</bdi></dd>`
          : nothing
      }
    </dl>
    ${
      setting.refusal ??
      (!setting.mayJudge
        ? nothing
        : html`<p class="actions">
            ${
              standing === 'approved'
                ? nothing
                : html`<button
                    type="button"
                    class="primary"
                    aria-describedby=${id}
                    @click=${() => approve(seller)}
                  >
                    ${words.approve}
                  </button>`
            }
            <button
              type="button"
              class="secondary"
              aria-describedby=${id}
              @click=${() => refuse(seller)}
            >
              ${words.refuse}
            </button>
          </p>`)
    }
  </section>`;
}
