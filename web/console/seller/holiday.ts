/** When the seller takes no orders: the days, and the end of it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type { HolidayState } from '../../contract.ts';
import { calendarDay } from '../../format.ts';
import { textField } from '../fields.ts';
import { Form } from '../form.ts';
import type { Place } from '../place.ts';
import { call } from '../requests.ts';
import { words as all } from './words.ts';

const words = all.business;

export class HolidayForm {
  private state: HolidayState | undefined;
  private failure: ApiFailure | undefined;
  private readonly form: Form<HolidayState>;

  constructor(private readonly place: Place) {
    const { redraw, explain, member } = place;
    this.form = new Form<HolidayState>({
      member,
      route: 'POST /v1/seller/holiday',
      send: ({ from = '', back_on = '' }) =>
        call('POST /v1/seller/holiday', {
          member: member.owner,
          body: { holiday: { from, back_on } },
        }),
      done: (state) => this.hear(state),
      explain,
      redraw,
    });
    void this.read();
  }

  private async read(): Promise<void> {
    const answer = await call('GET /v1/seller/holiday', { member: this.place.member.owner });
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) this.state = answer.value;
    this.place.redraw();
  }

  private hear(state: HolidayState): void {
    this.state = state;
    this.place.announce(this.told(state));
    this.place.redraw();
  }

  private readonly end = async (): Promise<void> => {
    const answer = await call('POST /v1/seller/holiday', {
      member: this.place.member.owner,
      body: {},
    });
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) return this.hear(answer.value);
    this.place.redraw();
  };

  private told({ holiday, away }: HolidayState): string {
    if (!holiday) return words.open;
    const { language } = this.place;
    const from = calendarDay(holiday.from, language);
    const back = holiday.back_on ? calendarDay(holiday.back_on, language) : '';
    return away ? words.away(back) : words.planned(from, back);
  }

  draw(): TemplateResult {
    const { form, state, failure, place } = this;
    return html`<section class="card stack" aria-labelledby="holiday">
      <h2 id="holiday">${words.holiday}</h2>
      <p class="quiet">${words.holidayHint}</p>
      ${failure ? html`<p class="problem" role="alert">${place.explain(failure)}</p>` : nothing}
      ${
        state
          ? html`${state.holiday ? html`<p class="notice">${this.told(state)}</p>` : nothing}
            ${form.draw(
              () =>
                html`<div class="beside">
                  ${textField('from', {
                    label: words.from,
                    type: 'date',
                    value: state.holiday?.from ?? new Date().toISOString().slice(0, 10),
                    fault: form.fault('from', 'holiday.from'),
                  })}
                  ${textField('back_on', {
                    label: words.backOn,
                    type: 'date',
                    hint: words.backOnHint,
                    value: state.holiday?.back_on ?? '',
                    required: false,
                    fault: form.fault('back_on', 'holiday.back_on'),
                  })}
                </div>`,
              words.takeNone,
              state.holiday
                ? html`<button type="button" class="secondary" @click=${this.end}>
                    ${words.endHoliday}
                  </button>`
                : nothing,
            )}`
          : failure
            ? nothing
            : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }
    </section>`;
  }
}
