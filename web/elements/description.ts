/** Keeps what a product view shows in the page for search engines too, unless the page says it itself. */
import type { Product } from '../contract.ts';
import { jsonLd, structuredData } from '../structured-data.ts';
import { html, render, type View } from './kit.ts';

const type = 'application/ld+json';

/** The description that `view` has in the page. */
export class Description {
  #view: View;
  #script: HTMLScriptElement | undefined;

  constructor(view: View) {
    this.#view = view;
  }

  show(product: Product | undefined): void {
    const { manifest, sellers } = this.#view.state;
    const text =
      product && manifest && !isDescribed(product, this.#script)
        ? jsonLd(structuredData(product, { manifest, sellers }))
        : '';
    if (text === (this.#script?.textContent ?? '')) return;
    this.#script?.parentNode?.removeChild(this.#script); // old libraries' `remove` asks for a parent
    this.#script = undefined;
    if (text === '') return;
    this.#script = script();
    this.#script.append(text);
    this.#view.append(this.#script);
  }
}

/**
 * A script of a template counts as one that has run: nothing looks at its text any more. A policy with Trusted Types would
 * report a new one, data or not.
 */
function script(): HTMLScriptElement {
  const holder = document.createDocumentFragment();
  render(html`<script type="application/ld+json"></script>`, holder);
  return holder.querySelector('script')!;
}

/** Whether the page, or another view in it, tells of the product by its id or its name. */
function isDescribed({ id, title }: Product, ours: Element | undefined): boolean {
  const tells = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null) return false;
    const { '@type': kind, productID, productGroupID, name } = node as Record<string, unknown>;
    const isProduct = [kind].flat().some((each) => each === 'Product' || each === 'ProductGroup');
    if (isProduct && ([productID, productGroupID].includes(id) || name === title)) return true;
    return Object.values(node).some(tells);
  };
  return [...document.querySelectorAll(`script[type="${type}"]`)].some((script) => {
    if (script === ours) return false;
    try {
      return tells(JSON.parse(script.textContent ?? ''));
    } catch {
      return false; // not ours to judge
    }
  });
}
