/** The form that makes a site: with it a new presenter, or a further site of one. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure, Answer } from '../api.ts';
import type { AccountMember, Site } from '../contract.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { choiceField, textField } from './fields.ts';
import { Form } from './form.ts';
import type { Route } from './rights.ts';
import { marketFields } from './market.ts';
import { originsOf } from './origins.ts';
import { languageName } from './tongues.ts';

interface Setting {
  /** For whom, and by which route, where one may be without the right. */
  member?: AccountMember;
  route?: Route;
  words: ConsoleWords;
  language: string;
  redraw: () => void;
  explain: (failure: ApiFailure) => string;
  send: (site: Site) => Promise<Answer<Site>>;
  done: (site: Site) => void;
}

/** The shops' languages. */
export const tongues = ['en', 'de', 'fr', 'es', 'ar'];

export class SiteForm {
  private readonly form: Form<Site>;

  constructor(private readonly setting: Setting) {
    const { member, route } = setting;
    this.form = new Form({
      ...(member && route ? { member, route } : {}),
      send: ({ name = '', origins = '', country = '', currency = '', language = '' }) =>
        setting.send({
          name: name.trim(),
          country,
          currency: currency.trim().toUpperCase(),
          language,
          allowed_origins: originsOf(origins),
        }),
      done: setting.done,
      explain: setting.explain,
      redraw: setting.redraw,
    });
  }

  draw(button: string): TemplateResult {
    const { words, language } = this.setting;
    const { form } = this;
    const spoken = form.values['language'] ?? language.slice(0, 2);
    return form.draw(
      () =>
        html`${textField('name', {
          label: words.siteName,
          autocomplete: 'organization',
          fault: form.fault('name'),
        })}
        ${textField('origins', {
          label: words.siteAddress,
          type: 'url',
          hint: words.siteAddressHint,
          placeholder: 'https://blog.example',
          maxlength: 2000,
          fault: form.fault('origins', /^allowed_origins/),
        })}
        ${marketFields(form, words, language)}
        ${choiceField('language', {
          label: words.language,
          value: spoken,
          choices: tongues.map((each) => ({ value: each, text: languageName(each) })),
          fault: form.fault('language'),
        })}`,
      button,
    );
  }
}
