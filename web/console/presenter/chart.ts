/** Bars by day, each with its words: an SVG for the eye, and a table with the same beside it. */
import { html, nothing, svg, type TemplateResult } from 'lit/html.js';

export interface Bar {
  /** What it is of, short enough to stand under it, and in full. */
  label: string;
  title: string;
  /** Any unit; may be negative. */
  value: number;
  /** The value in words. */
  text: string;
}

const height = 120;
const step = 20;
const gap = 4;

/** `title`: what the bars are of; `columns` and `table`: words of the table with the same. */
export function chart(
  bars: readonly Bar[],
  title: string,
  columns: [string, string],
  table: string,
): TemplateResult {
  const most = Math.max(0, ...bars.map(({ value }) => value));
  const least = Math.min(0, ...bars.map(({ value }) => value));
  const scale = height / (most - least || 1);
  const zero = most * scale;
  const every = Math.ceil(bars.length / 8);
  return html`<figure class="chart">
    <figcaption>${title}</figcaption>
    <svg
      viewBox="0 0 ${bars.length * step} ${height + 18}"
      role="img"
      aria-label=${title}
      direction="ltr"
    >
      ${bars.map(({ value, title: name, text, label }, at) => {
        const size = Math.abs(value) * scale;
        return svg`<g>
          <title>${name}: ${text}</title>
          <rect
            class=${value < 0 ? 'loss' : 'gain'}
            x=${at * step + gap / 2}
            y=${value < 0 ? zero : zero - size}
            width=${step - gap}
            height=${value === 0 ? 0 : Math.max(1, size)}
            rx="2"
          />
          ${
            at % every === 0
              ? svg`<text x=${at * step + step / 2} y=${height + 13} text-anchor="middle">${label}</text>`
              : nothing
          }
        </g>`;
      })}
      <line x1="0" x2=${bars.length * step} y1=${zero} y2=${zero} />
    </svg>
    <details>
      <summary>${table}</summary>
      <div class="table" role="region" aria-label=${title} tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">${columns[0]}</th>
              <th scope="col" class="figures">${columns[1]}</th>
            </tr>
          </thead>
          <tbody>
            ${bars
              .filter(({ value }) => value !== 0)
              .map(
                ({ title: name, text }) =>
                  html`<tr>
                    <td data-title=${columns[0]}>${name}</td>
                    <td class="figures" data-title=${columns[1]}>${text}</td>
                  </tr>`,
              )}
          </tbody>
        </table>
      </div>
    </details>
  </figure>`;
}
