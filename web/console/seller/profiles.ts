/** The form of shipping profiles: profiles have ways of delivery, those have areas, and an area has its fees. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type {
  Rate,
  Seller,
  ShippingKind,
  ShippingMethod,
  ShippingProfile,
  Zone,
} from '../../contract.ts';
import { minor, typed } from '../../format.ts';
import { isForServices } from '../../services.ts';
import { choiceField } from '../fields.ts';
import { codesOf, type Entries, wholeOf } from './entries.ts';
import { addRow, removeRow } from './rows.ts';
import { words as all } from './words.ts';

const words = all.delivery;
const kinds: readonly ShippingKind[] = [
  'shipping',
  'pickup',
  'local_delivery',
  'digital',
  'visit',
  'remote',
];

/** An amount as it is typed; empty: none. */
export const amountText = (amount: number | undefined, currency: string): string =>
  amount === undefined ? '' : typed(amount, currency);

/** `reshaped`: fields have come or gone. */
export function profilesForm(
  seller: Seller,
  entries: Entries,
  language: string,
  reshaped: () => void,
): TemplateResult {
  return new ProfilesForm(seller, entries, language, reshaped).draw();
}

class ProfilesForm {
  private readonly currency: string;

  constructor(
    private readonly seller: Seller,
    private readonly entries: Entries,
    private readonly language: string,
    private readonly reshaped: () => void,
  ) {
    this.currency = seller.currency;
  }

  draw(): TemplateResult {
    const { shipping_profiles } = this.seller;
    return html`${shipping_profiles.map((profile, index) =>
      this.profile(profile, `shipping_profiles[${index}]`),
    )}
    ${this.adding(words.addProfile, () =>
      shipping_profiles.push({
        id: unused('profile', shipping_profiles),
        name: words.profile,
        methods: [this.freshMethod([])],
      }),
    )}`;
  }

  private freshMethod(methods: readonly ShippingMethod[]): ShippingMethod {
    const zones = [{ countries: [this.seller.country], rate: { base: 0 } }];
    const kind = methods.some(({ kind }) => isForServices(kind)) ? 'visit' : 'shipping';
    return { id: unused('way', methods), title: words.kinds[kind], kind, zones };
  }

  private profile(profile: ShippingProfile, path: string): TemplateResult {
    const { shipping_profiles } = this.seller;
    return html`<fieldset class="card stack">
      <legend><bdi>${profile.name}</bdi></legend>
      ${this.text(`${path}.name`, words.profileName, profile.name, (text) => (profile.name = text))}
      ${profile.methods.map((method, index) =>
        this.method(profile, method, `${path}.methods[${index}]`),
      )}
      ${this.adding(words.addMethod, () => profile.methods.push(this.freshMethod(profile.methods)))}
      ${shipping_profiles.length > 1 ? this.removing(shipping_profiles, profile, profile.name) : nothing}
    </fieldset>`;
  }

  private method(profile: ShippingProfile, method: ShippingMethod, path: string): TemplateResult {
    // A profile is for goods or for services: its last way alone can make it the other.
    const open = kinds.filter(
      (kind) => profile.methods.length === 1 || isForServices(kind) === isForServices(method.kind),
    );
    return html`<fieldset class="inner">
      <legend>${words.method}: <bdi>${method.title}</bdi></legend>
      <div class="beside">
        ${this.text(`${path}.title`, words.methodName, method.title, (text) => (method.title = text))}
        ${choiceField(`${path}.kind`, {
          label: words.kind,
          value: method.kind,
          choices: open.map((kind) => ({ value: kind, text: words.kinds[kind] })),
          change: (value) => {
            method.kind = value as ShippingKind;
            this.reshaped();
          },
        })}
        ${this.whole(`${path}.min_days`, words.minDays, method.min_days, (days) => (method.min_days = days ?? 0))}
        ${this.whole(`${path}.max_days`, words.maxDays, method.max_days, (days) => (method.max_days = days ?? 0))}
      </div>
      ${
        method.kind === 'pickup'
          ? this.text(
              `${path}.pickup_address`,
              words.pickupAddress,
              method.pickup_address ?? '',
              (text) => (method.pickup_address = text),
            )
          : nothing
      }
      ${method.zones.map((zone, index) => this.zone(method, zone, `${path}.zones[${index}]`))}
      ${this.adding(words.addZone, () => method.zones.push({ countries: [], rate: { base: 0 } }))}
      ${profile.methods.length > 1 ? this.removing(profile.methods, method, method.title) : nothing}
    </fieldset>`;
  }

  private zone(method: ShippingMethod, zone: Zone, path: string): TemplateResult {
    const countries = zone.countries ?? [];
    const prefixes = zone.postcode_prefixes ?? [];
    return html`<fieldset class="inner zone">
      <legend>${words.zone}</legend>
      <div class="beside">
        ${this.entries.draw(`${path}.countries`, {
          label: words.countries,
          hint: words.countriesHint,
          value: countries.join(', '),
          take: (text) => {
            zone.countries = codesOf(text);
            return zone.countries.every((code) => /^[A-Z]{2}$/.test(code));
          },
        })}
        ${this.entries.draw(`${path}.postcode_prefixes`, {
          label: words.postcodes,
          hint: words.postcodesHint,
          value: prefixes.join(', '),
          take: (text) => {
            zone.postcode_prefixes = codesOf(text);
            return true;
          },
        })}
      </div>
      <label class="tick">
        <input
          type="checkbox"
          .checked=${zone.rate !== undefined}
          @change=${(event: Event) => {
            if ((event.currentTarget as HTMLInputElement).checked) zone.rate = { base: 0 };
            else delete zone.rate;
            this.reshaped();
          }}
        />
        ${words.served}
      </label>
      ${zone.rate ? this.rate(zone.rate, `${path}.rate`) : nothing}
      ${method.zones.length > 1 ? this.removing(method.zones, zone, countries.join(', ') || words.zone) : nothing}
    </fieldset>`;
  }

  private rate(rate: Rate, path: string): TemplateResult {
    const { currency } = this;
    return html`<div class="beside">
        ${this.amount(`${path}.base`, words.base, rate.base ?? 0, (fee) => (rate.base = fee ?? 0))}
        ${this.amount(`${path}.per_item`, words.perItem, rate.per_item || undefined, (fee) => (rate.per_item = fee ?? 0))}
        ${this.amount(`${path}.free_from`, words.freeFrom, rate.free_from, (from) => put(rate, 'free_from', from))}
        ${this.amount(`${path}.min_goods`, words.minGoods, rate.min_goods, (from) => put(rate, 'min_goods', from))}
        ${this.whole(`${path}.max_weight`, words.maxWeight, rate.max_weight, (grams) => put(rate, 'max_weight', grams))}
      </div>
      ${this.tiers(
        words.weightTiers,
        (rate.weight_tiers ??= []),
        () => ({ up_to: (rate.weight_tiers?.at(-1)?.up_to ?? 0) + 1000, fee: rate.base ?? 0 }),
        (tier, index) =>
          this.whole(
            `${path}.weight_tiers[${index}].up_to`,
            words.upTo,
            tier.up_to,
            (grams) => (tier.up_to = grams ?? 0),
          ),
        `${path}.weight_tiers`,
      )}
      ${this.tiers(
        words.priceTiers,
        (rate.price_tiers ??= []),
        () => ({
          from: (rate.price_tiers?.at(-1)?.from ?? 0) + (minor('10', currency) ?? 10),
          fee: 0,
        }),
        (tier, index) =>
          this.amount(
            `${path}.price_tiers[${index}].from`,
            words.from,
            tier.from,
            (from) => (tier.from = from ?? 0),
          ),
        `${path}.price_tiers`,
      )}`;
  }

  private tiers<T extends { fee: number }>(
    title: string,
    tiers: T[],
    fresh: () => T,
    bound: (tier: T, index: number) => TemplateResult,
    path: string,
  ): TemplateResult {
    return html`<details ?open=${tiers.length > 0}>
      <summary>${title}</summary>
      ${tiers.map(
        (tier, index) =>
          html`<div class="beside tier">
            ${bound(tier, index)}
            ${this.amount(`${path}[${index}].fee`, words.fee, tier.fee, (fee) => (tier.fee = fee ?? 0))}
            ${this.removing(tiers, tier, `${title} ${index + 1}`)}
          </div>`,
      )}
      ${this.adding(words.addTier, () => tiers.push(fresh()))}
    </details>`;
  }

  private text(
    path: string,
    label: string,
    value: string,
    set: (text: string) => void,
  ): TemplateResult {
    return this.entries.draw(path, {
      label,
      value,
      take: (text) => {
        set(text.trim());
        return text.trim() !== '';
      },
    });
  }

  private whole(
    path: string,
    label: string,
    value: number | undefined,
    set: (value: number | undefined) => void,
  ): TemplateResult {
    return this.entries.draw(path, {
      label,
      value: value === undefined ? '' : String(value),
      inputmode: 'numeric',
      take: (text) => {
        const number = wholeOf(text);
        if (number === undefined && text.trim()) return false;
        set(number);
        return true;
      },
    });
  }

  private amount(
    path: string,
    label: string,
    value: number | undefined,
    set: (value: number | undefined) => void,
  ): TemplateResult {
    return this.entries.draw(path, {
      label: `${label} (${this.currency})`,
      value: amountText(value, this.currency),
      inputmode: 'decimal',
      take: (text) => {
        const amount = minor(text, this.currency);
        if (amount === undefined && text.trim()) return false;
        set(amount);
        return true;
      },
    });
  }

  private adding(text: string, add: () => void): TemplateResult {
    return addRow(text, () => {
      add();
      this.reshaped();
    });
  }

  private removing<T>(from: T[], one: T, called: string): TemplateResult {
    return removeRow(called, () => {
      from.splice(from.indexOf(one), 1);
      this.reshaped();
    });
  }
}

function put<K extends 'free_from' | 'min_goods' | 'max_weight'>(
  rate: Rate,
  key: K,
  value: number | undefined,
): void {
  if (value === undefined) delete rate[key];
  else rate[key] = value;
}

/** An id that no other has: `way-2`. */
function unused(word: string, taken: readonly { id: string }[]): string {
  for (let number = taken.length + 1; ; ++number) {
    const id = `${word}-${number}`;
    if (taken.every((each) => each.id !== id)) return id;
  }
}
