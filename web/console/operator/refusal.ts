/** A form that asks why, where something is refused: one is open at a time. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Answer } from '../../api.ts';
import { textField } from '../fields.ts';
import { Form } from '../form.ts';
import type { Place } from '../place.ts';
import { words as all } from './words.ts';

const words = all.moderation;

export class Refusal<T> {
  private readonly form: Form<T>;

  constructor(
    /** Of what is refused. */
    readonly id: string,
    private readonly setting: {
      place: Place;
      button: string;
      hint: string;
      /** Further fields. */
      more?: TemplateResult;
      send: (values: Record<string, string>) => Promise<Answer<T>>;
      done: (value: T) => void;
      cancel: () => void;
    },
  ) {
    const { place, send, done } = setting;
    this.form = new Form<T>({ send, done, explain: place.explain, redraw: place.redraw });
  }

  draw(): TemplateResult {
    const { form } = this;
    const { button, hint, more, cancel } = this.setting;
    return form.draw(
      () =>
        html`${textField('reason', {
          label: words.reason,
          hint,
          maxlength: 2000,
          fault: form.fault('reason'),
        })}
        ${more}`,
      button,
      html`<button type="button" class="secondary" @click=${cancel}>${words.cancel}</button>`,
    );
  }
}
