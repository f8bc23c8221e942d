/** What a guide takes: how much of each thing, in whose packs, and what all of it costs delivered. */
import type { TemplateResult } from 'lit';
import type { Need } from '../contract.ts';
import type { GuideWords } from '../messages/guide.ts';
import type { GuideElement, GuideShown } from './guide.ts';
import { html, nothing } from './kit.ts';
import { measure } from './guide-article.ts';

type Shown = GuideShown & { guide: NonNullable<GuideShown['guide']> };

export function kitPart(shown: Shown, words: GuideWords, part: GuideElement): TemplateResult {
  const { guide, kit, busy, bought } = shown;
  const has = kit !== undefined && kit.line_items.length > 0;
  const said = busy
    ? words.busy
    : !kit
      ? words.kitFailed
      : bought
        ? words.bought
        : kit.missing.length > 0
          ? words.someMissing(kit.missing.length)
          : '';
  return html`<section class="kit" part="kit" aria-labelledby="needs" aria-busy=${busy === true}>
    <h3 id="needs">${words.needs}</h3>
    <ul role="list">
      ${guide.needs.map((need, place) => needRow(need, place, shown, words, part))}
    </ul>
    ${
      has
        ? html`<p class="sum">
            <span>
              ${words.all}
              <span class="muted small">${part.words.parcels(kit.parcels)}</span>
            </span>
            <span class="amount">${part.money(kit.total)}</span>
          </p>`
        : nothing
    }
    <p class="small muted said" role="status">${said}</p>
    <button
      class="button primary"
      part="primary-button"
      ?disabled=${!has || busy}
      @click=${() => part.wish({ type: 'take-kit' })}
    >
      ${words.buy}
    </button>
    ${has && kit.proof === 'optimal' ? html`<p class="small muted">${words.proved}</p>` : nothing}
  </section>`;
}

function needRow(
  { name, unit = '', amount, optional }: Need,
  place: number,
  { kit, wanted }: Shown,
  words: GuideWords,
  part: GuideElement,
): TemplateResult {
  const held = wanted?.[place] ?? amount;
  const ask = (thousandths: number): void =>
    part.wish({ type: 'need', need: place, amount: thousandths });
  const typed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const thousandths = Math.round(Number(input.value) * 1000);
    const good = thousandths >= 0 && thousandths <= 1_000_000_000;
    if (good) ask(thousandths);
    else input.value = String(held / 1000);
  };
  return html`<li>
    <label class="take">
      <input
        type="checkbox"
        aria-label=${words.include(name)}
        .checked=${held > 0}
        @change=${() => ask(held > 0 ? 0 : amount)}
      />
      <bdi>${name}</bdi>
    </label>
    <span class="much">
      <input
        type="number"
        inputmode="decimal"
        min="0"
        step=${unit ? 'any' : '1'}
        aria-label=${words.amountOf(name)}
        .value=${String(held / 1000)}
        @change=${typed}
      />
      <bdi>${unit}</bdi>
    </span>
    ${
      held === 0
        ? html`<p class="small muted">${optional ? words.optional : words.leftOut}</p>`
        : kit?.missing.includes(place)
          ? html`<p class="small problem">${words.missing}</p>`
          : goodsOf(place, kit, part)
    }
  </li>`;
}

/** The packs for one need, as the quote describes them. */
function goodsOf(place: number, kit: Shown['kit'], part: GuideElement) {
  const { quote } = part.shown ?? {};
  return (kit?.line_items ?? [])
    .filter(({ need }) => need === place)
    .map(({ offer_id, quantity }) => {
      const item = quote?.line_items.find((each) => each.offer_id === offer_id);
      if (!item) return nothing;
      const options = item.options.map(({ value }) => value).join(', ');
      return html`<p class="small muted">
        ${measure(quantity * 1000, '', part.words.language)} ×
        <bdi>${item.title}${options ? ` (${options})` : ''}</bdi> ·
        <bdi>${part.sellerName(item.seller_id)}</bdi> · ${part.money(item.unit_price)}
      </p>`;
    });
}
