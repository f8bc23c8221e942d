/** What a presenter changes of a site: its name, where its pages are, and whether customers see who earns what. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Site } from '../../contract.ts';
import type { PresenterWords } from '../../messages/presenter.ts';
import { choiceField, textField } from '../fields.ts';
import { Form } from '../form.ts';
import type { Place } from '../place.ts';
import { call } from '../requests.ts';
import { originsOf } from '../origins.ts';
import { tongues } from '../site-form.ts';
import { languageName } from '../tongues.ts';

export class Settings {
  private readonly form: Form<Site>;
  private saved = false;

  constructor(
    private readonly place: Place,
    private readonly words: PresenterWords,
    private site: Site,
    changed: (site: Site) => void,
  ) {
    this.form = new Form({
      ...place,
      route: 'POST /v1/presenter/sites/{site_id}',
      send: ({ name = '', origins = '', language = '', disclose = '' }) => {
        this.saved = false;
        return call('POST /v1/presenter/sites/{site_id}', {
          member: place.member.owner,
          params: { site_id: site.id ?? '' },
          body: {
            name: name.trim(),
            language,
            allowed_origins: originsOf(origins),
            discloses_shares: disclose === 'on',
          },
        });
      },
      done: (value) => {
        this.site = value;
        this.saved = true;
        place.announce(words.saved);
        changed(value);
        place.redraw();
      },
    });
  }

  draw(): TemplateResult {
    const { place, words, form, site } = this;
    return html`<div class="settings">
      ${form.draw(
        () =>
          html`${textField('name', {
              label: place.words.siteName,
              value: site.name,
              fault: form.fault('name'),
            })}
            ${textField('origins', {
              label: place.words.siteAddress,
              type: 'url',
              value: site.allowed_origins?.join(' ') ?? '',
              hint: place.words.siteAddressHint,
              maxlength: 5000,
              fault: form.fault('origins', /^allowed_origins/),
            })}
            ${choiceField('language', {
              label: place.words.language,
              value: site.language,
              choices: [...new Set([...tongues, site.language])].map((each) => ({
                value: each,
                text: languageName(each),
              })),
            })}
            <label class="tick"
              ><input type="checkbox" name="disclose" ?checked=${site.discloses_shares === true} />
              ${words.disclose}</label
            >`,
        words.save,
        this.saved ? html`<span class="quiet">${words.saved}</span>` : nothing,
      )}
    </div>`;
  }
}
