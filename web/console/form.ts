/** A form of the console: sends once, tells what is wrong at the field that it is about, and leads there. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure, Answer } from '../api.ts';
import type { AccountMember } from '../contract.ts';
import { entered, toFault } from './fields.ts';
import { lockable, may, type Route } from './rights.ts';

type Values = Record<string, string>;

interface Setting<T> {
  /** The route that it calls: who may not call it for the member sees the fields, and sends nothing. */
  route?: Route;
  member?: AccountMember;
  /** What is sent when the form is. */
  send: (values: Values) => Promise<Answer<T>>;
  done: (value: T, values: Values) => void;
  explain: (failure: ApiFailure) => string;
  redraw: () => void;
  /** Whether it is empty again once it is done. */
  clears?: boolean;
}

export class Form<T> {
  values: Values = {};
  private failure: ApiFailure | undefined;
  private sending = false;

  constructor(private readonly setting: Setting<T>) {}

  /** What is wrong with a field, in words; `path` where the server calls it otherwise than the form. */
  fault(name: string, path: string | RegExp = name): string | undefined {
    const mine = this.faults.find((each) =>
      typeof path === 'string' ? each.path === path : path.test(each.path),
    );
    if (!mine) return undefined;
    this.told.add(mine);
    return this.setting.explain(mine);
  }

  /** `fields` asks for faults; what no field has told stands above the button. */
  draw(fields: () => TemplateResult, button: string, more: unknown = nothing): TemplateResult {
    this.told.clear();
    const drawn = fields();
    const { member, route } = this.setting;
    if (member && route && !may(member, route)) return lockable(member, route, drawn);
    return html`<form novalidate @submit=${this.submit}>
      ${drawn}
      ${this.faults
        .filter((each) => !this.told.has(each))
        .map(
          (each) =>
            html`<p class="problem" role="alert" tabindex="-1">${this.setting.explain(each)}</p>`,
        )}
      <p class="actions">
        <button class="primary" aria-disabled=${this.sending ? 'true' : nothing}>${button}</button>
        ${more}
      </p>
    </form>`;
  }

  private readonly told = new Set<ApiFailure>();

  /** All that is wrong, where the server tells it at once. */
  private get faults(): ApiFailure[] {
    return this.failure ? [this.failure, ...(this.failure.further ?? [])] : [];
  }

  private readonly submit = async (event: Event): Promise<void> => {
    const form = event.currentTarget as HTMLFormElement;
    this.values = entered(event);
    if (this.sending) return;
    this.sending = true;
    this.setting.redraw();
    const answer = await this.setting.send(this.values);
    this.sending = false;
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      const { values } = this;
      if (this.setting.clears) {
        this.values = {};
        form.reset();
      }
      return this.setting.done(answer.value, values);
    }
    this.setting.redraw();
    toFault(form);
  };
}
