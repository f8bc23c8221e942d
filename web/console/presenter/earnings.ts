/** A presenter's or a seller's account month by month, as the books have it. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { CurrencyStatement, Statement, StatementLine } from '../../contract.ts';
import { major, money, shortMoment } from '../../format.ts';
import { type PresenterWords, speakPresenter } from '../../messages/presenter.ts';
import { type BillingWords, speakBilling } from '../../messages/billing.ts';
import { go } from '../address.ts';
import { BillingForm } from '../billing.ts';
import { Documents } from '../documents.ts';
import { choiceField } from '../fields.ts';
import { List } from '../list.ts';
import type { Place, View } from '../place.ts';
import { call, everything } from '../requests.ts';
import { chart } from './chart.ts';
import { recentMonths } from './months.ts';
import { byDay, byProduct, bySite, type Earned } from './sums.ts';

export async function open(place: Place): Promise<View> {
  const { language } = place;
  const [words, billing] = await Promise.all([speakPresenter(language), speakBilling(language)]);
  return new Earnings(place, words, billing);
}

class Earnings implements View {
  private statement: Statement | undefined;
  private failure: ApiFailure | undefined;
  private lists: List<StatementLine>[] = [];
  private readonly summaries = new Map<string, { title: string; list: List<Earned> }[]>();
  private readonly month: string;
  private readonly choices = recentMonths(new Date());
  private readonly documents: Documents;
  private readonly billing: BillingForm;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    billing: BillingWords,
  ) {
    this.month = place.rest[0] ?? this.choices[0] ?? '';
    this.documents = new Documents(place, billing, this.month);
    this.billing = new BillingForm(place, billing, () => void this.documents.read());
    void this.load();
    if (place.member.scope === 'presenter') void this.summarize();
  }

  draw(): TemplateResult {
    const { place, words } = this;
    const name = new Intl.DateTimeFormat(place.language, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return html`<header class="page-head">
        <h1 tabindex="-1">${words.earningsTitle}</h1>
        <div class="month">
          ${choiceField('month', {
            label: words.month,
            value: this.month,
            choices: this.choices.map((value) => ({
              value,
              text: name.format(new Date(`${value}-01T00:00:00Z`)),
            })),
            change: (value) => go(place.member.owner, 'earnings', value),
          })}
        </div>
      </header>
      ${this.content()} ${this.documents.draw()} ${this.billing.draw()}`;
  }

  private content(): TemplateResult {
    const { place, words, statement } = this;
    if (this.failure)
      return html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`;
    if (!statement) return html`<p class="waiting" role="status">${place.words.loading}</p>`;
    if (statement.currencies.length === 0)
      return html`<div class="empty">${words.nothingEarned}</div>`;
    return html`${statement.currencies.map((each, index) => this.account(each, index))}`;
  }

  private account(each: CurrencyStatement, index: number): TemplateResult {
    const { place, words } = this;
    const show = (amount: number) => money(amount, each.currency, place.language);
    const earned = each.lines
      .filter(({ kind }) => kind !== 'payout')
      .reduce((sum, { amount }) => sum + amount, 0);
    const figure = (title: string, amount: number, strong = false): TemplateResult =>
      html`<div class="card figure-card ${strong ? 'strong' : ''}">
        <dt class="quiet">${title}</dt>
        <dd class="figure">${show(amount)}</dd>
      </div>`;
    return html`<dl class="figure-cards">
        ${figure(words.earned, earned, true)} ${figure(words.opening, each.opening)}
        ${figure(words.closing, each.closing)}
      </dl>
      ${this.chart(each)}
      ${this.summaries.get(each.currency)?.map(
        ({ title, list }) =>
          html`<h2>${title}</h2>
            ${list.draw()}`,
      )}
      <h2>${words.chart.entries}</h2>
      ${this.lists[index]?.draw()}`;
  }

  private chart({ currency, lines }: CurrencyStatement): TemplateResult {
    const { place, words, month } = this;
    const day = new Intl.DateTimeFormat(place.language, { dateStyle: 'long', timeZone: 'UTC' });
    const short = new Intl.DateTimeFormat(place.language, { day: 'numeric', timeZone: 'UTC' });
    const bars = byDay(month, lines).map(([date, value]) => {
      const at = new Date(`${date}T00:00:00Z`);
      const text = money(value, currency, place.language);
      return { label: short.format(at), title: day.format(at), value, text };
    });
    return chart(
      bars,
      `${words.chart.title} (${currency})`,
      [words.chart.day, words.amount],
      words.chart.table,
    );
  }

  /** What earned how much, from the orders of the month. */
  private async summarize(): Promise<void> {
    const { place, words, month } = this;
    const member = place.member.owner;
    const [sites, pages, earning] = await Promise.all([
      call('GET /v1/presenter/sites', { member }),
      everything((query) => call('GET /v1/presenter/orders', { member, query })),
      call('GET /v1/presenter/pages/{month}', { member, params: { month } }),
    ]);
    if (!sites.ok || !pages.ok || !earning.ok) return;
    const orders = pages.value
      .flatMap((page) => page.orders)
      .filter(({ created_at }) => created_at.startsWith(month));
    const nameOf = (id: string): string =>
      sites.value.sites.find((site) => site.id === id)?.name ?? id;
    for (const currency of new Set(orders.map((order) => order.currency))) {
      const own = orders.filter((order) => order.currency === currency);
      const list = (title: string, name: 'products' | 'pages' | 'sites', rows: Earned[]) => ({
        title,
        list: new List<Earned>(
          {
            ...place,
            title,
            empty: words.nothingEarned,
            file: `${name}-${month}-${currency}`,
            columns: [
              {
                title: {
                  products: words.chart.product,
                  pages: words.chart.page,
                  sites: words.chart.site,
                }[name],
                text: (row) => row.title,
              },
              {
                title: name === 'products' ? words.chart.quantity : words.ordersTitle,
                text: (row) => String(row.quantity),
                figures: true,
              },
              {
                title: words.share,
                text: ({ amount }) => `${major(amount, currency)} ${currency}`,
                show: ({ amount }) => money(amount, currency, place.language),
                figures: true,
              },
            ],
          },
          rows,
        ),
      });
      this.summaries.set(currency, [
        list(words.chart.byProduct, 'products', byProduct(own)),
        list(
          words.chart.byPage,
          'pages',
          earning.value.pages
            .filter((each) => each.currency === currency)
            .map(({ page, orders: count, presenter }) => ({
              id: page,
              title: page || words.chart.pageUnknown,
              quantity: count,
              amount: presenter,
            })),
        ),
        ...(sites.value.sites.length > 1
          ? [list(words.chart.sites, 'sites', bySite(own, nameOf))]
          : []),
      ]);
    }
    place.redraw();
  }

  private async load(): Promise<void> {
    const { place, month } = this;
    const route =
      place.member.scope === 'seller'
        ? 'GET /v1/seller/statements/{month}'
        : 'GET /v1/presenter/statements/{month}';
    const answer = await call(route, { member: place.member.owner, params: { month } });
    if (answer.ok) {
      this.statement = answer.value;
      this.lists = answer.value.currencies.map((each) => this.listOf(each));
    } else {
      this.failure = answer.error;
    }
    place.redraw();
  }

  private listOf({ currency, lines }: CurrencyStatement): List<StatementLine> {
    const { place, words } = this;
    const figures = (title: string, of: (line: StatementLine) => number) => ({
      title: `${title} (${currency})`,
      text: (line: StatementLine) => String(major(of(line), currency)),
      show: (line: StatementLine) => money(of(line), currency, place.language),
      figures: true,
    });
    return new List<StatementLine>(
      {
        ...place,
        title: `${words.earningsTitle} ${currency}`,
        empty: words.nothingEarned,
        file: `earnings-${this.month}-${currency}`,
        columns: [
          {
            title: words.time,
            text: ({ at }) => at,
            show: ({ at }) => shortMoment(at, place.language),
          },
          { title: words.kind, text: ({ kind }) => words.kinds[kind] },
          {
            title: words.order,
            text: ({ order_id }) => order_id,
            show: ({ order_id }) => html`<span class="number quiet" dir="ltr">${order_id}</span>`,
          },
          { title: words.note, text: ({ note }) => note },
          figures(words.amount, ({ amount }) => amount),
          figures(words.balance, ({ balance }) => balance),
        ],
      },
      lines,
    );
  }
}
