/** The page `prices`: what presenters ask where sellers sell wholesale, with the bounds that sellers set. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { RetailOffer, SitePrice } from '../../contract.ts';
import { major, money, percent } from '../../format.ts';
import { List } from '../list.ts';
import type { Open, Place, View } from '../place.ts';
import { call, everything } from '../requests.ts';
import { words as all } from './words.ts';

const words = all.prices;

/** A price on one seller's offer; none: nobody sells the product wholesale today. */
interface Row {
  price: SitePrice;
  offer: RetailOffer | undefined;
}

class Prices implements View {
  private failure: ApiFailure | undefined;
  private ready = false;
  private readonly list: List<Row>;

  constructor(private readonly place: Place) {
    const { language } = place;
    const amount = (title: string, of: (offer: RetailOffer) => number | undefined) => ({
      title,
      text: ({ price: { currency }, offer }: Row): string => {
        const value = offer && of(offer);
        return value === undefined ? '' : `${major(value, currency)} ${currency}`;
      },
      show: ({ price: { currency }, offer }: Row): string => {
        const value = offer && of(offer);
        return value === undefined ? '–' : money(value, currency, language);
      },
      figures: true,
    });
    this.list = new List<Row>({
      ...place,
      title: words.title,
      empty: words.none,
      file: 'prices',
      columns: [
        { title: words.site, text: ({ price }) => price.site_name },
        { title: words.presenter, text: ({ price }) => price.presenter },
        { title: words.product, text: ({ price }) => productOf(price) },
        { title: words.seller, text: ({ offer }) => offer?.seller_name ?? '' },
        { title: words.set, text: ({ price }) => this.wish(price), figures: true },
        { title: words.from, text: ({ price }) => price.product.word.from },
        amount(words.now, ({ retail }) => retail.price),
        { title: words.state, text: stateOf },
        amount(words.listed, ({ listed }) => listed),
        amount(words.wholesale, ({ wholesale }) => wholesale),
        amount(words.lowest, ({ retail }) => retail.bounds.lowest),
        amount(words.highest, ({ retail }) => retail.bounds.highest),
      ],
    });
    void this.read();
  }

  private async read(): Promise<void> {
    const member = this.place.member.owner;
    const answer = await everything((query) =>
      call('GET /v1/operator/retail_prices', { member, query }),
    );
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) this.list.rows = answer.value.flatMap(({ prices }) => prices.flatMap(rowsOf));
    this.ready = true;
    this.place.redraw();
  }

  private wish({ currency, product }: SitePrice): string {
    const { price, margin_bp = 0 } = product.word.wish;
    const { language } = this.place;
    return price === undefined
      ? words.plus(percent(margin_bp * 100, language))
      : money(price, currency, language);
  }

  draw(): TemplateResult {
    const { place, failure } = this;
    return html`<h1 tabindex="-1">${words.title}</h1>
      <p class="quiet">${words.text}</p>
      ${failure ? html`<p class="problem" role="alert">${place.explain(failure)}</p>` : nothing}
      ${
        this.ready
          ? this.list.draw()
          : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }`;
  }
}

const productOf = ({ product: { word } }: SitePrice): string =>
  word.product.id ? word.product.title : words.others;

function stateOf({ price: { product }, offer }: Row): string {
  if (!product.in_force) return words.later;
  if (offer) return words.fits[offer.retail.fit];
  return product.word.product.id ? words.gone : words.fits.wished;
}

const rowsOf = (price: SitePrice): Row[] =>
  price.product.offers.length > 0
    ? price.product.offers.map((offer) => ({ price, offer }))
    : [{ price, offer: undefined }];

export const open: Open = (place) => new Prices(place);
