/** What pages ask about services, which nobody sends. */
import type { LineItem, ShippingKind, ShippingProfile, Zone } from './contract.ts';
import { country, list } from './format.ts';

/** Somebody comes to the customer, or works from afar. */
export const isForServices = (kind: ShippingKind): boolean => kind === 'visit' || kind === 'remote';

/** Something or somebody comes to the customer's address. */
export const needsAddress = (kind: ShippingKind): boolean =>
  kind === 'shipping' || kind === 'local_delivery' || kind === 'visit';

export const allServices = (lines: readonly Pick<LineItem, 'kind'>[]): boolean =>
  lines.length > 0 && lines.every(({ kind }) => kind === 'service');

/** The countries that a profile serves; none: all of them. */
export const countriesOf = (profile: ShippingProfile): string[] =>
  servedBy(profile).flatMap(({ countries = [] }) => countries);

const servedBy = ({ methods }: ShippingProfile): Zone[] =>
  methods.flatMap(({ zones }) => zones).filter(({ rate }) => rate);

/** Where a service is offered, like "Germany (10…, 12…), Austria"; empty: everywhere. */
export function areaOf(profile: ShippingProfile, language: string): string {
  const zones = servedBy(profile);
  if (zones.some(({ countries = [] }) => countries.length === 0)) return '';
  const places = zones.flatMap(({ countries = [], postcode_prefixes = [] }) =>
    countries.map((code) => {
      const prefixes = postcode_prefixes.map((prefix) => `${prefix}…`).join(', ');
      return `${country(code, language)}${prefixes ? ` (${prefixes})` : ''}`;
    }),
  );
  return list([...new Set(places)], language);
}
