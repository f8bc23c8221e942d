/** The cart's part about its sellers: other ways to get the same things, what each saves, and why. */
import type { TemplateResult } from 'lit';
import type { Ways, WayView } from '../ways.ts';
import { leeway, wayViews } from '../ways.ts';
import { days, html, list, nothing } from './kit.ts';
import type { PartContext } from './seller-part.ts';

export function waysPart(context: PartContext): TemplateResult | typeof nothing {
  const { state, words, wish } = context;
  const { ways, taken } = state;
  if (!ways) return nothing;
  const views = wayViews(ways, state);
  const { partial, sellers_considered } = ways.found;
  if (views.length === 0 && !partial) return nothing;
  const choice = views.length > 1 || views.some(({ present }) => !present);
  return html`<section class="ways" aria-labelledby="ways">
    <h3 id="ways">${words.waysTitle}</h3>
    ${
      taken
        ? html`<p class="note">
            <span>${words.sellersChanged}</span>
            <button class="link" @click=${() => wish({ type: 'untake' })}>${words.undo}</button>
          </p>`
        : nothing
    }
    ${
      choice
        ? html`<ul role="list">
            ${views.map((view) => wayRow(view, context))}
          </ul>`
        : html`<p class="small">${words.onlyWay(sellers_considered)}</p>`
    }
    ${views.length === 0 && partial ? shortRow(ways, context) : nothing}
    ${why(ways, views, context)}
  </section>`;
}

function wayRow({ choice, objectives, present, saving }: WayView, context: PartContext) {
  const { words, money, wish } = context;
  const title = list(
    objectives.map((objective) => words.ways[objective]),
    words.language,
  );
  return html`<li>
    <button
      class="way"
      part="way"
      aria-pressed=${present}
      @click=${() => (present ? undefined : wish({ type: 'take', choice }))}
    >
      <span class="mark" aria-hidden="true"></span>
      <span class="what">
        <span class="title">${title}</span>
        <bdi class="muted small">
          ${words.parcels(choice.parcels)}${
            choice.max_days > 0
              ? ` · ${days(choice.max_days, choice.max_days, words.language)}`
              : ''
          }
        </bdi>
      </span>
      <span class="amount">
        ${money(choice.total)}
        ${
          !present && saving
            ? html`<span class=${saving > 0 ? 'saves small' : 'muted small'}>
                ${saving > 0 ? words.saves(money(saving)) : words.costsMore(money(-saving))}
              </span>`
            : nothing
        }
      </span>
    </button>
  </li>`;
}

function shortRow({ found }: Ways, { state, words, money, wish }: PartContext) {
  // Of a service there is enough: it is not given there.
  const titles = found.shortages.flatMap(({ offer_id }) => {
    const line = state.priced?.quote.line_items.find((each) => each.offer_id === offer_id);
    return line?.kind === 'service' ? [] : (line?.title ?? offer_id);
  });
  const { partial } = found;
  return html`<p class="small">
    ${titles.length > 0 ? words.notAll(list(titles, words.language)) : words.nobody}
    ${
      partial
        ? html`<button class="link" @click=${() => wish({ type: 'take', choice: partial })}>
            ${words.takePartial(money(partial.total))}
          </button>`
        : nothing
    }
  </p>`;
}

/** What the obvious ways would cost, beside what was found. */
function why({ found }: Ways, views: WayView[], { words, money, state }: PartContext) {
  const best = views.find(({ objectives }) => objectives.includes('cost'))?.choice;
  if (!best || found.sellers_considered < 2) return nothing;
  const { cheapest_items, one_seller } = found;
  const name = (id = '') => state.sellers.find((seller) => seller.id === id)?.name ?? id;
  const row = (label: string, total: number, note: string) =>
    html`<div>
      <dt>${label} <span class="muted small">${note}</span></dt>
      <dd>${money(total)}</dd>
    </div>`;
  return html`<details>
    <summary class="small">${words.whyTitle}</summary>
    <p class="small">${words.whyText(found.sellers_considered)}</p>
    <dl>
      ${
        cheapest_items
          ? row(words.eachCheapest, cheapest_items.total, words.parcels(cheapest_items.parcels))
          : nothing
      }
      ${
        one_seller
          ? row(words.oneSeller, one_seller.total, name(one_seller.seller_ids[0]))
          : html`<div>
              <dt>${words.oneSeller}</dt>
              <dd class="muted small">${words.nobodyHasAll}</dd>
            </div>`
      }
      ${row(words.best, best.total, words.parcels(best.parcels))}
    </dl>
    <p class="muted small">
      ${best.proof === 'optimal' ? words.proved : words.within(money(leeway(best)))}
    </p>
  </details>`;
}
