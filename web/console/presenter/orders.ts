/** What the presenter's sites have sold, with nothing of the customers. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { PresentedOrder } from '../../contract.ts';
import { major, money, moment } from '../../format.ts';
import { type PresenterWords, speakPresenter } from '../../messages/presenter.ts';
import { List } from '../list.ts';
import type { Place, View } from '../place.ts';
import { call, everything } from '../requests.ts';

export async function open(place: Place): Promise<View> {
  return new Orders(place, await speakPresenter(place.language));
}

class Orders implements View {
  private loaded = false;
  private failure: ApiFailure | undefined;
  private readonly list: List<PresentedOrder>;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
  ) {
    const { language } = place;
    this.list = new List<PresentedOrder>({
      ...place,
      title: words.ordersTitle,
      empty: words.noOrders,
      file: 'orders',
      columns: [
        {
          title: words.time,
          text: ({ created_at }) => created_at,
          show: ({ created_at }) => moment(created_at, language),
        },
        {
          title: words.order,
          text: ({ id }) => id,
          show: ({ id }) => html`<span class="number quiet" dir="ltr">${id}</span>`,
        },
        {
          title: words.products,
          text: ({ lines }) =>
            lines.map(({ quantity, title }) => `${quantity} × ${title}`).join('; '),
        },
        { title: words.status, text: ({ status }) => words.statuses[status] },
        {
          title: words.goods,
          text: ({ base, currency }) => `${major(base, currency)} ${currency}`,
          show: ({ base, currency }) => money(base, currency, language),
          figures: true,
        },
        {
          title: words.share,
          text: ({ left, currency }) => `${major(left, currency)} ${currency}`,
          show: ({ left, currency }) => html`<strong>${money(left, currency, language)}</strong>`,
          figures: true,
        },
      ],
    });
    void this.load();
  }

  draw(): TemplateResult {
    const { place, words } = this;
    return html`<h1 tabindex="-1">${words.ordersTitle}</h1>
      ${
        this.failure
          ? html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`
          : this.loaded
            ? this.list.draw()
            : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }`;
  }

  private async load(): Promise<void> {
    const { owner } = this.place.member;
    const answer = await everything((query) =>
      call('GET /v1/presenter/orders', { member: owner, query }),
    );
    if (answer.ok) this.list.rows = answer.value.flatMap(({ orders }) => orders).reverse();
    else this.failure = answer.error;
    this.loaded = true;
    this.place.redraw();
  }
}
