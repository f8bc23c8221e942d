/** The words of the form for the look, in English. Another language is one object of the same shape. */
import { spoken, type Translations } from './spoken.ts';

export type LookWords = ReturnType<typeof english>;

export const english = () => ({
  start: 'Start from',
  present: 'the look that you have saved',
  own: 'the shop’s own look',
  page: 'Page',
  light: 'light',
  dark: 'dark',
  groups: { colours: 'Colours', type: 'Type', shape: 'Shape' },
  labels: {
    ink: 'Text',
    muted: 'Lesser text',
    line: 'Lines',
    surface: 'Dialogs and fields',
    tile: 'Behind pictures',
    accent: 'Accent',
    'on-accent': 'Text on accent',
    danger: 'What went wrong',
    backdrop: 'Behind dialogs',
    shadow: 'Shadow of dialogs',
    font: 'Type',
    'heading-font': 'Type of titles',
    'font-size': 'Size',
    radius: 'Corners of boxes',
    'control-radius': 'Corners of buttons',
    gap: 'Between cards',
    column: 'Least width of a card',
    'image-ratio': 'Ratio of pictures',
    'image-fit': 'Pictures',
  },
  asItIs: 'as it is',
  on: (text: string, ground: string, ratio: string): string => `${text} on ${ground} (${ratio})`,
  lowContrast: (pairs: string): string => `Hard to read, below a contrast of 4.5: ${pairs}.`,
  text: 'Choose a theme to start from and change what you like. Pages with your tag wear it as soon as you save.',
  sample:
    'This is how a text of yours looks around the shop: its title, a paragraph, and then the goods.',
  save: 'Save the look',
  saved: 'Saved. Your pages wear it now.',
  wrong: (label: string): string => `“${label}” has a value that is not understood.`,
});

const translations: Translations<LookWords> = {
  ar: () => import('./ar/look.ts'),
  de: () => import('./de/look.ts'),
  es: () => import('./es/look.ts'),
  fr: () => import('./fr/look.ts'),
};

export const speakLook = (language: string): Promise<LookWords> =>
  spoken(language, english, translations);
