import type { PropertyDeclarations, TemplateResult } from 'lit';
import type { Guide, Kit, Quote } from '../contract.ts';
import { guideWordsOf } from '../messages/guide.ts';
import type { VitrineGuide } from '../tags.ts';
import { articlePart } from './guide-article.ts';
import { kitPart } from './guide-kit.ts';
import { guideStyles } from './guide-styles.ts';
import { html, nothing, View } from './kit.ts';

/** What a guide shows. */
export interface GuideShown {
  guide?: Guide | undefined;
  /** Of each need, thousandths of its unit. */
  wanted?: number[];
  /** The last one that was worked out, while the next is. */
  kit?: Kit | undefined;
  quote?: Quote | undefined;
  busy?: boolean;
  bought?: boolean;
  failed?: boolean;
}

/** A presenter's article with what it takes. */
export class GuideElement extends View implements VitrineGuide {
  static override properties: PropertyDeclarations = {
    guide: { reflect: true },
    shown: { attribute: false },
  };
  static override styles = [View.styles, guideStyles].flat();

  declare guide: string | null;
  declare shown: GuideShown | undefined;

  override render(): TemplateResult {
    const { shown } = this;
    const words = guideWordsOf(this.words);
    if (shown?.failed) return html`<p class="problem" role="alert">${words.failed}</p>`;
    if (!shown?.guide) return html`<slot></slot>`;
    const { guide } = shown;
    return html`<article part="guide" aria-labelledby="title">
      <div class="text" dir="auto">
        <h2 id="title">${guide.title}</h2>
        ${articlePart(guide, this.words.language)}
      </div>
      ${guide.needs.length > 0 ? kitPart({ ...shown, guide }, words, this) : nothing}
    </article>`;
  }
}
