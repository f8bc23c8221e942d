/** Clones of a page's `<template>`, whose marked places follow a context: texts, links, conditions and lists. */

/** An address that a page may load or lead to. */
export interface Link {
  href: string;
  /** For `srcset`. */
  sizes?: string;
}

/** Text as people read it, an address, or whether something is so; what there is none of is `''`. */
export type Value = string | boolean | Link;

export interface Context {
  values: Readonly<Record<string, Value>>;
  lists: Readonly<Record<string, readonly Context[]>>;
  /** Where `data-vitrine-view` leads. */
  product_id: string;
  /** What `data-vitrine-add` and parts within add; none where it cannot be had from anybody. */
  offer_id: string;
  /** A product as a whole, whose price is its cheapest offer's. */
  whole: boolean;
  /** What `data-vitrine-choose` does: of a value, or of an option, whose value it is told. */
  choosing?: {
    choose: (value: string) => void;
    /** Names the radio buttons of one option. */
    group: string;
    /** Whether it leads to something that can be had. */
    open: boolean;
  };
}

/** What clones ask of the element that they stand in. */
export interface Place {
  /** A mark that means nothing: its attribute, and what could stand there. */
  report: (mark: string, known: readonly string[]) => void;
  view: (product_id: string) => void;
  /** What parts within are told, like the site. */
  settings: Readonly<Record<string, string>>;
}

type Binding = (context: Context) => void;

const prefix = 'data-vitrine-';
const texts = ['alt', 'title', 'aria-label'];
const marks = ['text', 'href', 'src', ...texts, 'if', 'each', 'add', 'view', 'choose'];
/** Of things that sell, not of clones. */
const others = ['quantity', 'site', 'server'];
const parts = 'vitrine-price, vitrine-buy-button, vitrine-share';

/** One clone of a template. What a condition hides is taken out of it, with a comment in its place. */
export class Clone {
  stands = false;
  #content: DocumentFragment;
  #nodes: ChildNode[];
  #bindings: Binding[] = [];
  #lists: (readonly Clone[])[] = [];

  /** `slot`: shows what stands outermost in it. */
  constructor(template: HTMLTemplateElement, place: Place, slot: string) {
    this.#content = contentOf(template);
    if (slot) for (const child of this.#content.children) child.slot = slot;
    this.#nodes = [...this.#content.childNodes];
    for (const element of this.#content.querySelectorAll(':not(template *)'))
      this.#bind(element, place);
  }

  show(context: Context): void {
    for (const bind of this.#bindings) bind(context);
  }

  placeIn(parent: Node, before: Node | null): void {
    parent.insertBefore(this.#content, before);
    this.stands = true;
  }

  remove(): void {
    for (const node of this.#nodes) takeOut(node);
    for (const clones of this.#lists) for (const clone of clones) clone.remove();
  }

  #bind(element: Element, place: Place): void {
    if (element.matches(parts)) this.#bindings.push(partOf(element, place));
    for (const { name, value } of [...element.attributes]) {
      if (!name.startsWith(prefix)) continue;
      const mark = name.slice(prefix.length);
      const said = value ? `${name}="${value}"` : name;
      const known = (names: readonly string[]): void => place.report(said, names);
      if (mark === 'each') this.#bindings.push(this.#eachOf(element, value, place, known));
      else if (mark === 'if' && !element.matches('template'))
        this.#bindings.push(this.#ifOf(element, value, known));
      else if (mark === 'add') this.#bindings.push(addOf(element, value, place));
      else if (mark === 'view') this.#bindings.push(viewOf(element, place));
      else if (mark === 'choose') this.#bindings.push(chooseOf(element, known));
      else if (fits(element, mark)) this.#bindings.push(valueOf(element, mark, value, known));
      else if (!others.includes(mark)) known(marks.map((each) => prefix + each));
    }
  }

  #ifOf(element: Element, named: string, known: (names: readonly string[]) => void): Binding {
    const anchor = document.createComment('');
    element.before(anchor);
    const at = this.#nodes.indexOf(element);
    if (at >= 0) this.#nodes.splice(at, 0, anchor);
    const [field, wanted] = named.startsWith('!') ? [named.slice(1), false] : [named, true];
    return ({ values, lists }) => {
      const value = own(values, field) ?? own(lists, field);
      if (value === undefined) return known([...Object.keys(values), ...Object.keys(lists)]);
      const shown = isSo(value) === wanted;
      if (shown && !element.parentNode) anchor.after(element);
      else if (!shown) takeOut(element);
    };
  }

  /** A template within is cloned for each of a list. */
  #eachOf(
    element: Element,
    field: string,
    place: Place,
    known: (names: readonly string[]) => void,
  ): Binding {
    const clones: Clone[] = [];
    this.#lists.push(clones);
    return ({ lists }) => {
      const list = own(lists, field);
      if (!list || !(element instanceof HTMLTemplateElement)) return known(Object.keys(lists));
      for (const clone of clones.splice(list.length)) clone.remove();
      list.forEach((context, index) => {
        const clone = (clones[index] ??= new Clone(element, place, element.slot));
        clone.show(context);
        if (!clone.stands) clone.placeIn(element.parentNode!, element);
      });
    };
  }
}

/** Also of a page where an old library's `remove` fails for what stands nowhere. */
const takeOut = (node: ChildNode): void => void node.parentNode?.removeChild(node);

/** What a name stands for; nothing for one that every object has. */
const own = <T>(values: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** A copy of what a template holds; frameworks that make it node by node put that into the element itself. */
function contentOf(template: HTMLTemplateElement): DocumentFragment {
  if (template.content.hasChildNodes()) return document.importNode(template.content, true);
  const content = document.createDocumentFragment();
  for (const node of template.childNodes) content.append(node.cloneNode(true));
  return content;
}

/** Texts stand anywhere but in what runs or styles; addresses where they are pictures and links. */
function fits(element: Element, mark: string): boolean {
  if (mark === 'text') return !element.matches('script, style, template');
  if (mark === 'href') return element instanceof HTMLAnchorElement;
  if (mark === 'src') return element instanceof HTMLImageElement;
  return texts.includes(mark);
}

const isSo = (value: Value | readonly Context[]): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : isLink(value as Value)
      ? (value as Link).href !== ''
      : Boolean(value);

const isLink = (value: Value): value is Link => typeof value === 'object';

function valueOf(
  element: Element,
  mark: string,
  field: string,
  known: (names: readonly string[]) => void,
): Binding {
  const links = mark === 'href' || mark === 'src';
  const usable = (value: Value | undefined): boolean =>
    value !== undefined && typeof value !== 'boolean' && isLink(value) === links;
  return ({ values }) => {
    const value = own(values, field);
    if (!usable(value)) return known(Object.keys(values).filter((name) => usable(values[name])));
    if (mark === 'text') {
      if (element.textContent !== value) element.textContent = value as string;
    } else if (links) {
      const { href, sizes } = value as Link;
      // The widths first: nobody loads the largest one meanwhile.
      if (mark === 'src' && element.hasAttribute('sizes')) put(element, 'srcset', sizes ?? '');
      put(element, mark, href);
    } else element.setAttribute(mark, value as string);
  };
}

function put(element: Element, name: string, value: string): void {
  if (value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** An offer that the page names itself stays. */
function addOf(element: Element, named: string, { settings }: Place): Binding {
  for (const name of ['site', 'server']) put(element, prefix + name, settings[name] ?? '');
  return ({ offer_id, values }) => {
    if (named) return;
    element.setAttribute(`${prefix}add`, offer_id);
    if (element instanceof HTMLButtonElement) element.disabled = values['available'] === false;
  };
}

function viewOf(element: Element, place: Place): Binding {
  let product_id = '';
  element.addEventListener('click', (event) => {
    event.preventDefault();
    place.view(product_id);
  });
  return (context) => void ({ product_id } = context);
}

/** A button or a radio button for a value, or a `<select>` for an option. */
function chooseOf(element: Element, known: (names: readonly string[]) => void): Binding {
  let choosing: Context['choosing'];
  const field = element as HTMLSelectElement | HTMLInputElement;
  const isField = element.matches('select, input');
  element.addEventListener(isField ? 'change' : 'click', (event) => {
    event.preventDefault();
    choosing?.choose(field.value);
  });
  return ({ choosing: now, values }) => {
    choosing = now;
    if (!now) return known(['data-vitrine-each="options"', 'data-vitrine-each="values"']);
    const chosen = values['chosen'] === true;
    if (element instanceof HTMLSelectElement)
      // Once what can be chosen stands in it.
      return queueMicrotask(() => void (element.value = values['value'] as string));
    if (element instanceof HTMLInputElement) {
      if (element.name !== now.group) element.name = now.group;
      element.checked = chosen;
    } else element.setAttribute('aria-pressed', String(chosen));
    if (isField || element instanceof HTMLButtonElement)
      (element as HTMLButtonElement).disabled = !now.open;
  };
}

/** A part of ours takes its product or offer from where it stands. */
function partOf(element: Element, { settings }: Place): Binding {
  for (const [name, value] of Object.entries(settings))
    if (!element.hasAttribute(name)) put(element, name, value);
  if (element.hasAttribute('offer') || element.hasAttribute('product')) return () => {};
  const price = element.localName === 'vitrine-price';
  return ({ whole, product_id, offer_id }) =>
    whole && price ? put(element, 'product', product_id) : put(element, 'offer', offer_id);
}
