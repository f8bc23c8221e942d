/** What the customer tells about themselves: contact, address, payment. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { allServices } from '../services.ts';
import { needsAddress } from './draft.ts';
import { type Page, countryField, faultText, textField } from './fields.ts';

export function contactSection(page: Page): TemplateResult {
  const { words } = page.reading;
  return html`<section aria-labelledby="contact">
    <h2 id="contact">${words.contact}</h2>
    <p class="quiet">${words.contactHint}</p>
    <div class="fields">
      ${textField(page, 'buyer.name', { autocomplete: 'name', capitalize: 'words' })}
      ${textField(page, 'buyer.email', {
        autocomplete: 'email',
        type: 'email',
        inputmode: 'email',
        capitalize: 'none',
      })}
      ${textField(page, 'buyer.phone', {
        autocomplete: 'tel',
        type: 'tel',
        inputmode: 'tel',
        optional: true,
      })}
    </div>
  </section>`;
}

/** Goods that are collected need no address, but the country still decides what can be delivered. */
export function addressSection(page: Page): TemplateResult {
  const { words } = page.reading;
  const { session, draft } = page.state;
  const carried = session === undefined || needsAddress(session, draft);
  const lines = session?.quote.line_items ?? [];
  const services = lines.some(({ kind }) => kind === 'service');
  const where = allServices(lines) ? words.visitAt : words.delivery;
  return html`<section aria-labelledby="delivery">
    <h2 id="delivery">${carried ? where : words.whereabouts}</h2>
    ${
      carried
        ? nothing
        : html`<p class="quiet">${services ? words.nothingSent : words.collectedOnly}</p>`
    }
    <div class="fields">
      ${countryField(page, session?.quote.countries ?? [])}
      ${
        carried
          ? html`${textField(page, 'address.name', {
              autocomplete: 'shipping name',
              capitalize: 'words',
            })}
            ${textField(page, 'address.line1', { autocomplete: 'shipping address-line1' })}
            ${textField(page, 'address.line2', {
              autocomplete: 'shipping address-line2',
              optional: true,
            })}`
          : nothing
      }
      ${textField(page, 'address.postcode', {
        autocomplete: 'shipping postal-code',
        capitalize: 'characters',
        optional: !carried || session?.quote.postcode_required === false,
      })}
      ${
        carried
          ? textField(page, 'address.city', {
              autocomplete: 'shipping address-level2',
              capitalize: 'words',
            })
          : nothing
      }
    </div>
  </section>`;
}

export function paymentSection(page: Page): TemplateResult {
  const { checkout, state, reading, faults } = page;
  const { words } = reading;
  const fault = faults.find(({ path }) => path === 'payment_method');
  return html`<section>
    <fieldset
      class="choices"
      id="payment_method"
      tabindex="-1"
      role="radiogroup"
      aria-required="true"
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? 'payment_method-error' : nothing}
    >
      <legend><h2>${words.payment}</h2></legend>
      ${state.session?.payment_methods.map(
        (method) =>
          html`<label class="choice">
            <input
              type="radio"
              name="payment_method"
              value=${method}
              aria-labelledby=${`${method}-label`}
              aria-describedby=${`${method}-text`}
              .checked=${live(state.draft.payment_method === method)}
              @change=${() => checkout.pay(method)}
            />
            <span class="choice-text">
              <span class="choice-title" id=${`${method}-label`}
                >${words.payments[method].label}</span
              >
              <span class="quiet" id=${`${method}-text`}>${words.payments[method].text}</span>
            </span>
          </label>`,
      )}
      ${
        fault
          ? html`<p class="error" id="payment_method-error">${faultText(fault, reading)}</p>`
          : nothing
      }
    </fieldset>
  </section>`;
}
