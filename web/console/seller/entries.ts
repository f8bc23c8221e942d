/** Fields that change a part of a nested record as one types. Their ids are the paths that the server's refusals name. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';

interface Entry {
  label: string;
  value: string;
  /** Takes over what was typed; false: it is not understood. */
  take: (text: string) => boolean;
  hint?: string;
  inputmode?: 'decimal' | 'numeric';
  /** Of a longer text. */
  lines?: number;
}

export class Entries {
  /** What is being typed, as it stands there; what is not understood stays to be corrected. */
  private readonly typed = new Map<string, { text: string; understood: boolean; left: boolean }>();
  private told: { path: string; text: string } | undefined;
  private toldShown = false;

  constructor(
    private readonly wrong: string,
    private readonly changed: () => void,
  ) {}

  get understood(): boolean {
    return [...this.typed.values()].every(({ understood }) => understood);
  }

  /** Forgets what was typed, where the fields stand for other things now. */
  forget(): void {
    this.typed.clear();
    this.told = undefined;
  }

  /** Tells what is wrong of what is still being typed. */
  leave(): void {
    for (const each of this.typed.values()) each.left = true;
  }

  /** What the server says of a path. */
  tell(told: { path: string; text: string } | undefined): void {
    this.told = told;
  }

  begin(): void {
    this.toldShown = false;
  }

  /** What no field has shown. */
  rest(): TemplateResult | typeof nothing {
    return this.told && !this.toldShown
      ? html`<p class="problem" role="alert">${this.told.text}</p>`
      : nothing;
  }

  draw(path: string, { label, value, take, hint, inputmode, lines = 1 }: Entry): TemplateResult {
    const mine = this.told?.path === path ? this.told.text : undefined;
    if (mine) this.toldShown = true;
    const typing = this.typed.get(path);
    const fault = typing && !typing.understood && typing.left ? this.wrong : mine;
    const described = [hint ? `${path}-hint` : '', fault ? `${path}-fault` : ''].join(' ').trim();
    // A fault goes while one types, not when one leaves: what is clicked next must not move away.
    const enter = (event: Event) => {
      const text = (event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value;
      this.typed.set(path, { text, understood: take(text), left: false });
      if (mine) this.told = undefined;
      this.changed();
    };
    const leave = () => {
      const last = this.typed.get(path);
      if (last?.understood) this.typed.delete(path);
      else if (last) last.left = true;
      this.changed();
    };
    return html`<div class="field">
      <label for=${path}>${label}</label>
      ${
        lines > 1
          ? html`<textarea
              id=${path}
              dir="auto"
              rows=${lines}
              aria-invalid=${fault ? 'true' : nothing}
              aria-describedby=${described || nothing}
              .value=${live(typing?.text ?? value)}
              @input=${enter}
              @change=${leave}
            ></textarea>`
          : html`<input
              id=${path}
              dir=${inputmode ? 'ltr' : 'auto'}
              inputmode=${inputmode ?? nothing}
              autocomplete="off"
              spellcheck="false"
              aria-invalid=${fault ? 'true' : nothing}
              aria-describedby=${described || nothing}
              .value=${live(typing?.text ?? value)}
              @input=${enter}
              @change=${leave}
            />`
      }
      ${hint ? html`<p class="quiet" id="${path}-hint">${hint}</p>` : nothing}
      ${fault ? html`<p class="error" id="${path}-fault">${fault}</p>` : nothing}
    </div>`;
  }
}

/** A whole number; empty where that is allowed. */
export const wholeOf = (text: string): number | undefined =>
  /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;

/** `DE, AT` → its words, in capital letters. */
export const codesOf = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
