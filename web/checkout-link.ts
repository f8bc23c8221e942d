/** The way into the checkout: what is wanted and where it goes, in the fragment, which no server log sees. */
import type { State } from './state.ts';

/** The server takes no longer one. */
const longestPage = 1000;

/** `page`: where it begins, of which what is asked of it and where it stands are nobody's business. */
export function checkoutLink(
  { manifest, cart, destination, choices, pinned, objective }: State,
  language: string,
  page?: Pick<Location, 'protocol' | 'origin' | 'pathname'>,
): string {
  const shown = page?.protocol.startsWith('http') ? page.origin + page.pathname : '';
  const part = (list: string[]): string => encodeURIComponent(list.join(','));
  const lines = cart.line_items.map(({ offer_id, quantity }) => `${offer_id}:${quantity}`);
  const options = Object.entries(choices).map(([group, option]) => `${group}~${option}`);
  const fields = [
    `lines=${part(lines)}`,
    `country=${encodeURIComponent(destination.country)}`,
    ...(destination.postcode ? [`postcode=${encodeURIComponent(destination.postcode)}`] : []),
    ...(options.length > 0 ? [`options=${part(options)}`] : []),
    ...(pinned.length > 0 ? [`pinned=${part(pinned)}`] : []),
    ...(objective === 'cost' ? [] : [`objective=${objective}`]),
    `language=${encodeURIComponent(language)}`,
    ...(shown && shown.length <= longestPage ? [`page=${encodeURIComponent(shown)}`] : []),
  ];
  return `${manifest?.checkout_url ?? ''}#${fields.join('&')}`;
}
