/** The shop's custom properties, as the live page offers them. docs/theming.md has the same; a test compares them. Their words are in messages/look.ts. */
export type Kind = 'colour' | 'text' | 'fit';

export interface Property {
  name: string;
  kind: Kind;
  /** What is so without it; nothing where the page around decides. */
  light?: string;
  dark?: string;
}

/** Whole looks to start from: their style sheets are at `/v1/themes`. */
export const ready = ['paper', 'ink', 'bright'];

export const groups: readonly {
  name: 'colours' | 'type' | 'shape';
  properties: readonly Property[];
}[] = [
  {
    name: 'colours',
    properties: [
      colour('ink', '#1d1f1c', '#f1efe9'),
      colour('muted', '#686a63', '#a9a69c'),
      colour('line', '#e2e0d9', '#3a3a36'),
      colour('surface', '#fff', '#1b1c1a'),
      colour('tile', '#f4f2ec', '#262724'),
      colour('accent', '#1f5b41', '#8fc7a4'),
      colour('on-accent', '#fff', '#10251a'),
      colour('danger', '#a33a22', '#f0a08c'),
      text('backdrop'),
      text('shadow'),
    ],
  },
  {
    name: 'type',
    properties: [text('font'), text('heading-font'), text('font-size')],
  },
  {
    name: 'shape',
    properties: [
      text('radius'),
      text('control-radius'),
      text('gap'),
      text('column'),
      text('image-ratio'),
      { name: 'image-fit', kind: 'fit' },
    ],
  },
];

function colour(name: string, light: string, dark: string): Property {
  return { name, kind: 'colour', light, dark };
}

function text(name: string): Property {
  return { name, kind: 'text' };
}

/** Chosen values by property, for light pages and for dark ones. */
export interface Choice {
  light: Record<string, string>;
  dark: Record<string, string>;
}

export type Scheme = keyof Choice;

/** The style sheet to copy: what differs from the shop's own look. */
export function cssOf({ light, dark }: Choice): string {
  const rule = (selector: string, values: Record<string, string>): string => {
    const lines = Object.entries(values).map(([name, value]) => `  --vitrine-${name}: ${value};`);
    return lines.length > 0 ? `${selector} {\n${lines.join('\n')}\n}` : '';
  };
  const rules = [rule('vitrine-store', light), rule('vitrine-store[data-dark]', dark)];
  return rules.filter(Boolean).join('\n');
}

/** The same for a page of our own that shows a site: what is not chosen is the shop's own, whatever the site has saved. */
export function wholeCssOf({ light, dark }: Choice): string {
  const names = groups.flatMap(({ properties }) => properties.map(({ name }) => name));
  const all = Object.fromEntries(names.map((name) => [name, light[name] ?? 'initial']));
  return cssOf({ light: all, dark: { ...all, ...dark } });
}

/** `#fff` → `#ffffff`, as colour fields want it. */
export const longHex = (colour: string): string =>
  colour.replace(
    /^#(.)(.)(.)$/,
    (_, r: string, g: string, b: string) => `#${r}${r}${g}${g}${b}${b}`,
  );

/** WCAG 2's contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(longHex(colour).slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Which stands on which. */
export const pairs: readonly (readonly [string, string])[] = [
  ['ink', 'surface'],
  ['ink', 'tile'],
  ['muted', 'surface'],
  ['muted', 'tile'],
  ['accent', 'surface'],
  ['danger', 'surface'],
  ['on-accent', 'accent'],
];
