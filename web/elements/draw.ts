/** Draws goods in the page's own markup, in its own tree, so that its own styles apply. Comes with the first `<template>`. */
import { Clone, type Place } from './cloning.ts';
import { contextOf } from './contexts.ts';
import { html, siteOf, type View } from './kit.ts';
import type { Draw } from './own-markup.ts';

/** A clone, and what hands its slot on where the part stands in a shop. */
interface Drawn {
  clone: Clone;
  relay?: HTMLSlotElement;
}

const drawn = new WeakMap<HTMLTemplateElement, Map<string, Drawn>>();

export const draw: Draw = (part, host, template, goods, choosing) => {
  let clones = drawn.get(template);
  if (!clones) {
    // A page that was kept as text has clones of its past.
    for (const old of host.querySelectorAll(':scope > [slot^="vitrine-"]')) old.remove();
    drawn.set(template, (clones = new Map()));
  }
  const names = goods.map(({ id }) => `vitrine-${id}`);
  for (const [name, { clone, relay }] of clones) {
    if (names.includes(name)) continue;
    clone.remove();
    relay?.remove();
    clones.delete(name);
  }
  goods.forEach((each, index) => {
    const name = names[index]!;
    let known = clones.get(name);
    if (!known)
      clones.set(name, (known = { clone: new Clone(template, placeOf(part, host), name) }));
    const { clone } = known;
    clone.show(contextOf(each, part, choosing));
    if (!clone.stands) clone.placeIn(host, null);
    if (part !== host) part.append((known.relay ??= relayOf(name)));
  });
  return names.map((name) => html`<slot name=${name}></slot>`);
};

function relayOf(name: string): HTMLSlotElement {
  const relay = document.createElement('slot');
  relay.name = relay.slot = name;
  return relay;
}

const told = new WeakMap<HTMLElement, Set<string>>();

function placeOf(part: View, host: HTMLElement): Place {
  const handed = ['language', 'country', 'theme'].map((name) => [
    name,
    host.getAttribute(name) ?? '',
  ]);
  return {
    report: (mark, known) => report(host, mark, known),
    view: (product_id) => part.wish({ type: 'view-product', product_id }),
    settings: { ...Object.fromEntries(handed), ...siteOf(host) },
  };
}

/** Tells of each mark once, however many clones have it. */
function report(host: HTMLElement, mark: string, known: readonly string[]): void {
  const before = told.get(host) ?? new Set();
  told.set(host, before);
  if (before.has(mark)) return;
  before.add(mark);
  console.warn(`${host.localName}: ${mark} means nothing here. Known: ${known.join(', ')}`, host);
  const detail = { code: 'unknown_field', path: mark };
  host.dispatchEvent(new CustomEvent('vitrine:error', { detail, bubbles: true, composed: true }));
}
