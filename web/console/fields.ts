/** Form fields of the console, each with its hint and what is wrong with it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ifDefined } from 'lit/directives/if-defined.js';

interface Frame {
  label: string;
  hint?: string | undefined;
  /** What is wrong with it. */
  fault?: string | undefined;
}

interface Text extends Frame {
  type?: 'email' | 'password' | 'url' | 'number' | 'date';
  autocomplete?: string;
  inputmode?: string;
  value?: string;
  placeholder?: string;
  required?: boolean;
  maxlength?: number;
  /** More than one line. */
  lines?: number;
}

const described = (name: string, { hint, fault }: Frame) =>
  [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].join(' ').trim() || nothing;

function frame(
  name: string,
  { label, hint, fault }: Frame,
  control: TemplateResult,
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${control} ${hint ? html`<p class="quiet" id="${name}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="error" id="${name}-fault">${fault}</p>` : nothing}
  </div>`;
}

export function textField(name: string, field: Text): TemplateResult {
  if (field.lines)
    return frame(
      name,
      field,
      html`<textarea
        id=${name}
        name=${name}
        dir="auto"
        rows=${field.lines}
        maxlength=${field.maxlength ?? 200}
        .defaultValue=${field.value ?? ''}
        aria-required=${field.required === false ? nothing : 'true'}
        aria-invalid=${field.fault ? 'true' : nothing}
        aria-describedby=${described(name, field)}
      ></textarea>`,
    );
  return frame(
    name,
    field,
    html`<input
      id=${name}
      name=${name}
      type=${field.type ?? 'text'}
      dir=${field.type ? 'ltr' : 'auto'}
      autocomplete=${(field.autocomplete ?? 'off') as 'on'}
      inputmode=${ifDefined(field.inputmode)}
      placeholder=${ifDefined(field.placeholder)}
      maxlength=${field.maxlength ?? 200}
      spellcheck="false"
      value=${field.value ?? ''}
      aria-required=${field.required === false ? nothing : 'true'}
      aria-invalid=${field.fault ? 'true' : nothing}
      aria-describedby=${described(name, field)}
    />`,
  );
}

export interface Choice {
  value: string;
  text: string;
}

export function choiceField(
  name: string,
  field: Frame & { value: string; choices: readonly Choice[]; change?: (value: string) => void },
): TemplateResult {
  return frame(
    name,
    field,
    html`<select
      id=${name}
      name=${name}
      aria-invalid=${field.fault ? 'true' : nothing}
      aria-describedby=${described(name, field)}
      @change=${(event: Event) => field.change?.((event.currentTarget as HTMLSelectElement).value)}
    >
      ${field.choices.map(
        ({ value, text }) =>
          html`<option value=${value} ?selected=${value === field.value}>${text}</option>`,
      )}
    </select>`,
  );
}

/** What stands in a form's fields, by their names. */
export function entered(event: Event): Record<string, string> {
  event.preventDefault();
  const data = new FormData(event.currentTarget as HTMLFormElement);
  return Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
}

/** Leads to the first field with a fault, once it is drawn. */
export function toFault(form: ParentNode): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus();
}
