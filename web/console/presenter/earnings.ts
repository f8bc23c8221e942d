/** A presenter's or a seller's account month by month, as the books have it. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { CurrencyStatement, Statement, StatementLine } from '../../contract.ts';
import { major, money, shortMoment } from '../../format.ts';
import { type PresenterWords, speakPresenter } from '../../messages/presenter.ts';
import { go } from '../address.ts';
import { choiceField } from '../fields.ts';
import { List } from '../list.ts';
import type { Place, View } from '../place.ts';
import { call } from '../requests.ts';
import { recentMonths } from './months.ts';

export async function open(place: Place): Promise<View> {
  return new Earnings(place, await speakPresenter(place.language));
}

class Earnings implements View {
  private statement: Statement | undefined;
  private failure: ApiFailure | undefined;
  private lists: List<StatementLine>[] = [];
  private readonly month: string;
  private readonly choices = recentMonths(new Date());

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
  ) {
    this.month = place.rest[0] ?? this.choices[0] ?? '';
    void this.load();
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
      ${this.content()}`;
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
      ${this.lists[index]?.draw()}`;
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
