import type { TemplateResult } from 'lit';
import type { TextMark } from '../contract.ts';
import { css, html, nothing } from './kit.ts';

/** A line of a text, what it is, and the marks within it. */
interface Line {
  from: number;
  until: number;
  kind?: 'heading' | 'item' | 'numbered';
  words: TextMark[];
}

/**
 * A text with marks beside it: headings, lists, strong and emphasised words. Marks that do not lie on the text are left
 * out, so whatever a seller brings becomes elements of these kinds only.
 */
export function richText(text: string, marks: readonly TextMark[] = []): TemplateResult {
  return html`<div class="description" dir="auto">
    ${groups(lines(text, marks)).map((group) => {
      const items = group.map((line) => html`<li>${words(text, line)}</li>`);
      switch (group[0]!.kind) {
        case 'heading':
          return html`<h4>${words(text, group[0]!)}</h4>`;
        case 'item':
          return html`<ul>
            ${items}
          </ul>`;
        case 'numbered':
          return html`<ol>
            ${items}
          </ol>`;
        default:
          return html`<p>${words(text, group[0]!)}</p>`;
      }
    })}
  </div>`;
}

function lines(text: string, marks: readonly TextMark[]): Line[] {
  const found: Line[] = [];
  let at = 0;
  for (const written of text.split('\n')) {
    const [from, until] = [at, at + written.length];
    at = until + 1;
    if (!written.trim()) continue;
    const line: Line = { from, until, words: [] };
    for (const mark of marks) {
      if (mark.start < from || mark.start >= until) continue;
      if (mark.kind === 'strong' || mark.kind === 'emphasis') {
        line.words.push(mark);
      } else {
        line.kind = mark.kind;
        line.from = mark.start; // the bullet or number before it is the list's own
      }
    }
    found.push(line);
  }
  return found;
}

/** Items that follow each other make one list. */
function groups(all: Line[]): Line[][] {
  const made: Line[][] = [];
  for (const line of all) {
    const last = made.at(-1);
    if (last && line.kind && line.kind !== 'heading' && last[0]!.kind === line.kind)
      last.push(line);
    else made.push([line]);
  }
  return made;
}

function words(text: string, { from, until, words: marks }: Line): unknown[] {
  const ends = new Set([from, until]);
  for (const { start, length } of marks) {
    ends.add(Math.max(from, start));
    ends.add(Math.min(until, start + length));
  }
  const places = [...ends].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index]!;
    const has = (kind: TextMark['kind']): boolean =>
      marks.some(
        (mark) => mark.kind === kind && mark.start <= start && end <= mark.start + mark.length,
      );
    const part = text.slice(start, end);
    const said = has('emphasis') ? html`<em>${part}</em>` : part;
    return part ? (has('strong') ? html`<strong>${said}</strong>` : said) : nothing;
  });
}

export const richTextStyles = css`
  .description {
    margin-block-start: 0.6em;
    padding-block-start: 1.4em;
    border-block-start: 1px solid var(--_line);
    overflow-wrap: break-word;
  }
  .description > * {
    margin-block: 0 0.7em;
  }
  .description h4 {
    margin-block-start: 1.1em;
  }
  .description h4:first-child {
    margin-block-start: 0;
  }
  .description ul,
  .description ol {
    padding-inline-start: 1.3em;
  }
  .description ul {
    list-style: disc;
  }
  .description li + li {
    margin-block-start: 0.25em;
  }
`;
