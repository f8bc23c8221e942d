/** What a guide takes: how much of each thing, in whose packs, and what all of it costs delivered. */
import type { TemplateResult } from 'lit';
import type { Need } from '../contract.ts';
import type { GuideWords } from '../messages/guide.ts';
import type { GuideElement, GuideShown } from './guide.ts';
import { html, nothing, pictured, tick } from './kit.ts';
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
            <span
              >${words.all}<span class="muted small">${part.words.parcels(kit.parcels)}</span></span
            >
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
    ${
      has && kit.proof === 'optimal'
        ? html`<p class="small muted proved">${tick}<span>${words.proved}</span></p>`
        : nothing
    }
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
  return html`<li class=${held > 0 ? '' : 'out'}>
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

/** The packs for one need, as the quote describes them; each opens its product's view. */
function goodsOf(place: number, kit: Shown['kit'], part: GuideElement) {
  const { quote } = part.shown ?? {};
  return (kit?.line_items ?? [])
    .filter(({ need }) => need === place)
    .map(({ offer_id, quantity }) => {
      const item = quote?.line_items.find((each) => each.offer_id === offer_id);
      if (!item) return nothing;
      const { image, product_id } = item;
      const options = item.options.map(({ value }) => value).join(', ');
      return html`<button
        class="pack"
        @click=${() => part.wish({ type: 'view-product', product_id })}
      >
        <span class="frame">
          ${
            image
              ? html`<img
                  src=${part.sizesOf(image).split(' ')[0] || part.picture(image)}
                  @load=${pictured}
                  @error=${pictured}
                  alt=""
                  width="56"
                  height="56"
                  loading="lazy"
                />`
              : nothing
          }
        </span>
        <span class="what">
          <bdi class="title">${item.title}</bdi>
          <span class="small muted"
            ><bdi>${options ? `${options} · ` : ''}${part.sellerName(item.seller_id)}</bdi></span
          >
        </span>
        <span class="amount"
          >${measure(quantity * 1000, '', part.words.language)} ×
          ${part.money(item.unit_price)}</span
        >
      </button>`;
    });
}
