/** Who keeps an element in words of the right language. */
import { inEnglish, speak } from './speak.ts';
import { spokenOf } from './speech.ts';
import type { Texts } from './texts.ts';
import type { Words } from './widget.ts';

export class Speaker {
  #language = '';
  #texts: Texts | null | undefined;
  #show: (words: Words) => void;

  constructor(show: (words: Words) => void) {
    this.#show = show;
  }

  /** In the first language there are words in: the element's own, its page's, the reader's, the site's. */
  speak(
    element: HTMLElement & { language: string | null; texts?: Texts | null | undefined },
    site: string | undefined,
  ): void {
    const language = spokenOf([
      element.language,
      (element.closest<HTMLElement>('[lang]') ?? document.documentElement).lang,
      ...navigator.languages,
      site,
    ]);
    if (language === this.#language && element.texts === this.#texts) return;
    this.#language = language;
    this.#texts = element.texts;
    // Words that cannot be fetched leave English.
    void speak(language, element.texts)
      .catch(() => inEnglish('en'))
      .then((words) => {
        if (language === this.#language) this.#show(words);
      });
  }
}
