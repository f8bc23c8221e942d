/** `<button data-vitrine-add="off_…" data-vitrine-quantity="2">`: the page's own button puts an offer into the cart. */
import { sharedStore, siteOf } from '../elements/kit.ts';

export function add(button: HTMLElement): void {
  const { vitrineAdd: offer_id = '', vitrineQuantity = '1' } = button.dataset;
  const name = siteOf(button);
  if (!name) return console.error('data-vitrine-add: the page names no site, or several', button);
  const shop = sharedStore(name);
  const quantity = Number(vitrineQuantity);
  if (!Number.isSafeInteger(quantity) || quantity < 1)
    return shop.tell(
      'vitrine:error',
      { code: 'out_of_range', path: 'data-vitrine-quantity' },
      button,
    );
  void shop.hear({ type: 'add', offer_id, quantity }, button);
}
