/** The prices of a site: the margin for all goods that are sold wholesale, what is set, and what was. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { RetailOffer, RetailProduct, RetailWordShown, Site } from '../../contract.ts';
import { major, money, moment, percent } from '../../format.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import { textField } from '../fields.ts';
import { Form } from '../form.ts';
import { List } from '../list.ts';
import type { Place, View } from '../place.ts';
import { basisPoints } from '../rates.ts';
import { call, everything } from '../requests.ts';
import { boundsText, movedOf, type PriceRow, rowsOf } from './moved.ts';

export class Prices implements View {
  private failure: ApiFailure | undefined;
  private products: RetailProduct[] | undefined;
  private readonly form: Form<RetailProduct>;
  private readonly list: List<PriceRow>;
  private readonly history: List<RetailWordShown>;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private readonly site: Site,
  ) {
    this.form = new Form({
      ...place,
      route: 'POST /v1/presenter/sites/{site_id}/retail_prices',
      send: async ({ margin = '' }) => {
        const margin_bp = margin.trim() === '' ? undefined : basisPoints(margin);
        if (margin.trim() !== '' && margin_bp === undefined)
          return { ok: false, error: { code: 'wrong_kind', path: 'margin_bp' } };
        return call('POST /v1/presenter/sites/{site_id}/retail_prices', {
          member: place.member.owner,
          params: { site_id: site.id ?? '' },
          body: margin_bp === undefined ? {} : { margin_bp },
        });
      },
      done: () => {
        place.announce(words.saved);
        void this.read();
      },
    });
    this.list = this.prices();
    this.history = this.past();
    void this.read();
  }

  draw(): TemplateResult {
    const { place, words, products, form } = this;
    if (this.failure)
      return html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`;
    if (!products) return html`<p class="waiting" role="status">${place.words.loading}</p>`;
    const margin = products.find(({ word }) => word.product.id === '')?.word.wish.margin_bp;
    const moved = movedOf(products);
    return html`<p class="quiet">${words.prices.text}</p>
      ${moved > 0 ? html`<p class="problem" role="status">${words.prices.moved(moved)}</p>` : nothing}
      <div class="card">
        ${form.draw(
          () =>
            textField('margin', {
              label: words.prices.margin,
              hint: words.prices.marginHint,
              inputmode: 'decimal',
              required: false,
              maxlength: 10,
              value: margin === undefined ? '' : String(margin / 100),
              fault: form.fault('margin', /margin_bp$/),
            }),
          words.save,
        )}
      </div>
      ${this.list.draw()}
      ${
        this.history.rows.length > 0
          ? html`<h3>${words.prices.history}</h3>
              ${this.history.draw()}`
          : nothing
      }`;
  }

  private async read(): Promise<void> {
    const { place, site } = this;
    const asked = { member: place.member.owner, params: { site_id: site.id ?? '' } };
    const [pages, words] = await Promise.all([
      everything((query) =>
        call('GET /v1/presenter/sites/{site_id}/retail_prices', { ...asked, query }),
      ),
      everything((query) =>
        call('GET /v1/presenter/sites/{site_id}/retail_prices/history', { ...asked, query }),
      ),
    ]);
    if (pages.ok && words.ok) {
      this.products = pages.value.flatMap(({ products }) => products);
      this.list.rows = rowsOf(this.products);
      this.history.rows = words.value.flatMap((page) => page.words);
    }
    this.failure = !pages.ok ? pages.error : !words.ok ? words.error : undefined;
    place.redraw();
  }

  private prices(): List<PriceRow> {
    const { place, words } = this;
    const { language } = place;
    const { currency } = this.site;
    const amount = (title: string, of: (offer: RetailOffer) => number) => ({
      title,
      text: ({ offer }: PriceRow) => (offer ? `${major(of(offer), currency)} ${currency}` : ''),
      show: ({ offer }: PriceRow) => (offer ? money(of(offer), currency, language) : '–'),
      figures: true,
    });
    return new List<PriceRow>({
      ...place,
      title: words.sitePages.prices,
      empty: words.prices.none,
      file: 'prices',
      columns: [
        { title: words.market.product, text: ({ product }) => product.word.product.title },
        { title: words.seller, text: ({ offer }) => offer?.seller_name ?? '' },
        {
          title: words.prices.yours,
          text: ({ product }) => this.wish(product.word),
          figures: true,
        },
        amount(words.prices.now, ({ retail }) => retail.price),
        { title: words.state, text: (row) => this.state(row) },
        amount(words.prices.listed, ({ listed }) => listed),
        amount(words.prices.wholesale, ({ wholesale }) => wholesale),
        {
          title: words.prices.allowed,
          text: ({ offer }) =>
            offer ? boundsText(offer.retail.bounds, words, currency, language) : '',
        },
        amount(words.market.earns, ({ earns }) => earns),
      ],
    });
  }

  private past(): List<RetailWordShown> {
    const { place, words } = this;
    return new List<RetailWordShown>({
      ...place,
      title: words.prices.history,
      empty: words.prices.none,
      file: 'price-history',
      columns: [
        {
          title: words.time,
          text: ({ set_at }) => set_at,
          show: ({ set_at }) => moment(set_at, place.language),
        },
        { title: words.prices.from, text: ({ from }) => from },
        {
          title: words.market.product,
          text: ({ product }) => (product.id ? product.title : words.prices.others),
        },
        { title: words.prices.yours, text: (word) => this.wish(word), figures: true },
      ],
    });
  }

  private wish({ wish: { price, margin_bp } }: RetailWordShown): string {
    const { words, place, site } = this;
    if (price !== undefined) return money(price, site.currency, place.language);
    return margin_bp === undefined
      ? words.prices.back
      : words.prices.plus(percent(margin_bp * 100, place.language));
  }

  private state({ product: { in_force, word }, offer }: PriceRow): string {
    const words = this.words.prices;
    if (!in_force) return words.later(word.from);
    return offer ? words.fits[offer.retail.fit] : words.gone;
  }
}
