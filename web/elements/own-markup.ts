/** The page's own markup for goods: a `<template>` in an element. What clones it is fetched for the first one. */
import type { LitElement, TemplateResult } from 'lit';
import type { Product, ProductCard } from '../contract.ts';
import type { Choice } from '../variants.ts';
import type { View } from './base.ts';

/** Puts a clone for each of the goods into `host`'s children, and answers the slots that show them. */
export type Draw = (
  part: View,
  host: HTMLElement,
  template: HTMLTemplateElement,
  goods: readonly (ProductCard | Product)[],
  choosing?: Choosing,
) => TemplateResult[];

/** What is chosen of a product's options, and how another value is. */
export interface Choosing {
  choice: Choice;
  choose: (name: string, value: string) => void;
}

export const ownMarkup = {
  draw: undefined as Draw | undefined,
  /** Fetches `draw`; `define.ts` knows how. */
  summon: (): Promise<unknown> => Promise.reject(),
  /** Where it cannot be had, our own markup stands. */
  failed: false,
};

const markupOf = (host: Element): HTMLTemplateElement | null =>
  host.querySelector(':scope > template');

/** Whether an element has markup of its own that cannot be drawn yet; it updates again when it can. */
export function awaitsMarkup(host: LitElement): boolean {
  if (ownMarkup.draw || ownMarkup.failed || !markupOf(host)) return false;
  void ownMarkup
    .summon()
    .catch(() => (ownMarkup.failed = true))
    .then(() => host.requestUpdate());
  return true;
}

/** The slots of goods that the page has its own markup for; nothing where it has none. */
export function drawn(
  part: View,
  host: HTMLElement,
  goods: readonly (ProductCard | Product)[],
  choosing?: Choosing,
): TemplateResult[] | undefined {
  const template = markupOf(host);
  return template ? ownMarkup.draw?.(part, host, template, goods, choosing) : undefined;
}
