/** Becoming a presenter or a seller: the least that it takes; the rest is set on their pages. */
import { html, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../api.ts';
import type { AccountMember, Site } from '../contract.ts';
import { minor } from '../format.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { linkTo } from './address.ts';
import { textField } from './fields.ts';
import { Form } from './form.ts';
import { marketFields } from './market.ts';
import { call } from './requests.ts';
import { SiteForm } from './site-form.ts';

interface Setting {
  words: ConsoleWords;
  language: string;
  redraw: () => void;
  explain: (failure: ApiFailure) => string;
  /** The account acts for one more. */
  joined: (owner: string) => void;
}

export class NewMember {
  private readonly site: SiteForm;
  private readonly seller: Form<AccountMember>;

  constructor(private readonly setting: Setting) {
    const { redraw, explain, joined } = setting;
    this.site = new SiteForm({
      ...setting,
      send: (body) => call('POST /v1/account/sites', { body }),
      done: (site: Site) => joined(site.presenter_id ?? ''),
    });
    this.seller = new Form({
      send: ({ name = '', country = '', currency = '', email = '', base = '' }) => {
        const code = currency.trim().toUpperCase();
        const amount = minor(base, code);
        if (amount === undefined)
          return Promise.resolve({ ok: false, error: { code: 'wrong_kind', path: 'base' } });
        const zones = [{ countries: [country], rate: { base: amount } }];
        const methods = [{ id: 'parcel', title: name.trim(), kind: 'shipping' as const, zones }];
        const shipping_profiles = [{ id: 'parcel', name: 'Parcel', methods }];
        const body = { name: name.trim(), country, currency: code, email, shipping_profiles };
        return call('POST /v1/account/sellers', { body });
      },
      done: ({ owner }) => joined(owner),
      explain,
      redraw,
    });
  }

  draw(kind: string): TemplateResult {
    const { words } = this.setting;
    return html`<div class="narrow">
      <p><a href=${linkTo()}>${words.back}</a></p>
      <h1 tabindex="-1">${kind === 'site' ? words.present : words.sell}</h1>
      <p class="quiet">${kind === 'site' ? words.presentText : words.sellText}</p>
      ${kind === 'site' ? this.site.draw(words.create) : this.drawSeller()}
    </div>`;
  }

  private drawSeller(): TemplateResult {
    const { words, language } = this.setting;
    const form = this.seller;
    return form.draw(
      () =>
        html`${textField('name', {
          label: words.businessName,
          autocomplete: 'organization',
          fault: form.fault('name'),
        })}
        ${textField('email', {
          label: words.contactEmail,
          type: 'email',
          autocomplete: 'email',
          required: false,
          fault: form.fault('email'),
        })}
        ${marketFields(form, words, language)}
        ${textField('base', {
          label: words.delivery,
          inputmode: 'decimal',
          placeholder: '4.90',
          hint: words.deliveryHint,
          fault: form.fault('base'),
        })}`,
      words.create,
    );
  }
}
