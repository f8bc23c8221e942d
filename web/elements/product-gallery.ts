import type { TemplateResult } from 'lit';
import type { Product } from '../contract.ts';
import { html, initial, nothing, pictured, type View } from './kit.ts';

/** The pictures of a product, one of them large. `at`: which. */
export function gallery(
  view: View,
  { images, title }: Product,
  at: number,
  show: (at: number) => void,
): TemplateResult {
  const shown = images[at] ?? images[0];
  return html`<div class="gallery">
    <div class=${shown ? 'frame' : 'frame bare'} data-initial=${initial(title)}>
      ${
        shown
          ? html`<img
              srcset=${view.sizesOf(shown)}
              src=${view.picture(shown)}
              sizes="(max-width: 40em) 100vw, 32em"
              @load=${pictured}
              @error=${pictured}
              alt=${title}
              width="800"
              height="800"
            />`
          : nothing
      }
    </div>
    ${
      images.length > 1
        ? html`<ul class="thumbs" aria-label=${view.words.pictures}>
            ${images.map(
              (image, index) =>
                html`<li>
                  <button
                    aria-label=${view.words.picture(index + 1)}
                    aria-current=${index === at}
                    @click=${() => show(index)}
                  >
                    <img
                      src=${view.sizesOf(image).split(' ')[0] || view.picture(image)}
                      @load=${pictured}
                      @error=${pictured}
                      alt=""
                      width="96"
                      height="96"
                    />
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
  </div>`;
}
