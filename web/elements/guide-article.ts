/** The article of a guide: typed blocks as elements. Text stays text; links and pictures are https or none. */
import type { TemplateResult } from 'lit';
import type { Guide, GuideBlock, GuideSpan } from '../contract.ts';
import { html, nothing, pictured } from './kit.ts';

type Part = TemplateResult | typeof nothing;

/** `2500` thousandths of `m²` → `2.5 m²`. */
export function measure(thousandths: number, unit: string, language: string): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(
    thousandths / 1000,
  );
  return unit ? `${number}\u00A0${unit}` : number;
}

export const articlePart = (guide: Guide, language: string): Part[] =>
  blocksOf(guide.blocks, 0, (block) => one(block, guide, language));

/** Blocks of one depth; those that lie deeper belong to a list's item. */
function blocksOf(blocks: GuideBlock[], depth: number, show: (block: GuideBlock) => Part): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < blocks.length;) {
    if (depthOf(blocks[at]!) <= depth) {
      parts.push(show(blocks[at++]!));
      continue;
    }
    const start = at++;
    const deeper = (block: GuideBlock): boolean => depthOf(block) > depth;
    const next = (block: GuideBlock): boolean =>
      depthOf(block) === depth + 1 && block.kind === 'item' && (block.number ?? 0) > 0;
    while (at < blocks.length && deeper(blocks[at]!) && !next(blocks[at]!)) ++at;
    parts.push(listOf(blocks.slice(start, at), depth + 1, show));
  }
  return parts;
}

/** Headings stand outside of lists, whatever their level. */
const depthOf = ({ kind, level = 0 }: GuideBlock): number => (kind === 'heading' ? 0 : level);

function listOf(blocks: GuideBlock[], depth: number, show: (block: GuideBlock) => Part): Part {
  const starts = blocks.flatMap((block, at) =>
    at === 0 || (block.kind === 'item' && depthOf(block) === depth) ? [at] : [],
  );
  const items = starts.map(
    (start, place) =>
      html`<li>${blocksOf(blocks.slice(start, starts[place + 1]), depth, show)}</li>`,
  );
  const { ordered, number } = blocks[0]!;
  return ordered
    ? html`<ol start=${number ?? 1} role="list">
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

function one(block: GuideBlock, guide: Guide, language: string): Part {
  const text = (block.spans ?? []).map(span);
  switch (block.kind) {
    case 'heading':
      return (block.level ?? 1) < 3 ? html`<h3>${text}</h3>` : html`<h4>${text}</h4>`;
    case 'item':
      return html`<span>${text}</span>`;
    case 'paragraph':
      return html`<p>${text}</p>`;
    case 'quote':
      return html`<blockquote><p>${text}</p></blockquote>`;
    case 'code':
      return html`<pre dir="ltr" tabindex="0"><code>${block.spans?.[0]?.text}</code></pre>`;
    case 'picture':
      return secure(block.picture)
        ? html`<img
            src=${block.picture!}
            alt=${block.spans?.[0]?.text ?? ''}
            loading="lazy"
            referrerpolicy="no-referrer"
            @load=${pictured}
            @error=${pictured}
          />`
        : nothing;
    case 'rule':
      return html`<hr />`;
    case 'needs':
      return html`<ul class="named">
        ${(block.needs ?? []).map(({ need, amount }) => {
          const { name, unit = '' } = guide.needs[need]!;
          return html`<li>
            <b><bdi>${measure(amount, unit, language)}</bdi></b> <span>${name}</span>
          </li>`;
        })}
      </ul>`;
  }
}

function span({ text, strong, emphasis, code, link }: GuideSpan): TemplateResult {
  let part = code ? html`<code>${text}</code>` : html`${text}`;
  if (emphasis) part = html`<em>${part}</em>`;
  if (strong) part = html`<strong>${part}</strong>`;
  return secure(link) ? html`<a href=${link!} rel="noopener nofollow">${part}</a>` : part;
}

const secure = (link: string | undefined): boolean => link?.startsWith('https://') ?? false;
