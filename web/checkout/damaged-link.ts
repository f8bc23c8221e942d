/** What stands in the checkout's place when a permalink could not be read, or its shop is not there. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SiteManifest } from '../contract.ts';
import type { Words } from '../messages/checkout.ts';

/** Of the address that the server leads to, see `damagedTarget` in server/http/permalink.cpp. */
export interface Damage {
  code: string;
  /** The entry at fault, from 1; 0: none of them. */
  entry: number;
}

export function damageOf(path: string, fragment: string): Damage | undefined {
  if (path.startsWith('/sites/')) return { code: 'unknown_site', entry: 0 };
  const given = new URLSearchParams(fragment);
  const code = given.get('damaged');
  if (!code) return undefined;
  const place = /^line_items\[(\d{1,6})\]/.exec(given.get('path') ?? '')?.[1];
  return { code, entry: place === undefined ? 0 : Number(place) + 1 };
}

export function damagedLink(
  { code, entry }: Damage,
  words: Words,
  shop: Pick<SiteManifest, 'name' | 'shop_url'> | undefined,
): TemplateResult {
  const gone = code === 'unknown_site';
  return html`<main>
    <section class="standstill">
      <h1 tabindex="-1" id="standstill">${gone ? words.unavailableTitle : words.damagedTitle}</h1>
      <p>${gone ? words.noShop : wrong(code, entry, words)}</p>
      ${gone ? nothing : html`<p>${words.damagedHelp}</p>`}
      ${
        shop?.shop_url
          ? html`<a class="primary" href=${shop.shop_url}>${words.toShop(shop.name)}</a>`
          : nothing
      }
    </section>
  </main>`;
}

function wrong(code: string, entry: number, words: Words): string {
  if (code === 'too_large' || entry === 0) return words.damagedLong;
  if (code === 'out_of_range') return words.damagedQuantity(entry);
  if (code === 'duplicate_offer') return words.damagedTwice(entry);
  return words.damagedEntry(entry);
}
