/** Which variant a set of chosen options means, and which further choices lead anywhere. */
import type { Offer, Product, Variant } from './contract.ts';

export type Choice = Record<string, string>;

export interface OptionGroup {
  name: string;
  values: { value: string; available: boolean }[];
}

/** Options in the order in which the product's variants first name them; sizes of one kind from the smallest. */
export function optionGroups({ variants }: Product, choice: Choice): OptionGroup[] {
  const names = unique(variants.flatMap(({ options }) => options.map(({ name }) => name)));
  return names.map((name) => {
    const values = bySize(unique(variants.flatMap((variant) => valueOf(variant, name) ?? [])));
    return {
      name,
      values: values.map((value) => {
        const wish = { ...choice, [name]: value };
        return {
          value,
          available: variants.some((variant) => fits(variant, wish) && isAvailable(variant)),
        };
      }),
    };
  });
}

export const chosenVariant = ({ variants }: Product, choice: Choice): Variant | undefined =>
  variants.find((variant) => fits(variant, choice));

/** What to start with: the given offer's variant, else the first that can be had, else the first. */
export function firstChoice({ variants }: Product, offer_id = ''): Choice {
  const first =
    variants.find(({ offers }) => offers.some(({ id }) => id === offer_id)) ??
    variants.find(isAvailable) ??
    variants[0];
  return Object.fromEntries(first?.options.map(({ name, value }) => [name, value]) ?? []);
}

/** A changed choice; where no variant has it together with the others, the nearest that exists is taken. */
export function choose(product: Product, choice: Choice, name: string, value: string): Choice {
  const wish = { ...choice, [name]: value };
  if (chosenVariant(product, wish)) return wish;
  const others = product.variants.filter((variant) => valueOf(variant, name) === value);
  const nearest = others.find(isAvailable) ?? others[0];
  return nearest ? firstChoice({ ...product, variants: [nearest] }) : choice;
}

/** Whether choosing this would move on to a variant that can be had. */
export function leads(product: Product, choice: Choice, name: string, value: string): boolean {
  const wish = choose(product, choice, name, value);
  const variant = chosenVariant(product, wish);
  return wish[name] === value && variant !== undefined && isAvailable(variant);
}

/** Cheapest first; what cannot be had comes last. */
export const rankedOffers = ({ offers }: Variant): Offer[] =>
  [...offers].sort((a, b) => Number(soldOut(a)) - Number(soldOut(b)) || a.price - b.price);

export const soldOut = ({ stock }: Offer): boolean => stock === 0;

export const isAvailable = ({ offers }: Variant): boolean => offers.some((o) => !soldOut(o));

const valueOf = ({ options }: Variant, name: string): string | undefined =>
  options.find((option) => option.name === name)?.value;

const fits = (variant: Variant, choice: Choice): boolean =>
  Object.entries(choice).every(([name, value]) => valueOf(variant, name) === value);

const number = /\d+(?:[.,]\d+)?/g;
const numbersOf = (value: string): number[] =>
  (value.match(number) ?? []).map((digits) => Number(digits.replace(',', '.')));

/** "6 × 120 mm" after "5 × 60 mm", whoever named it first; words, and what is measured otherwise, stay as they are. */
function bySize(values: string[]): string[] {
  if (unique(values.map((value) => value.replace(number, '#'))).length > 1) return values;
  return [...values].sort((a, b) => {
    const others = numbersOf(b);
    const differences = numbersOf(a).map((size, at) => size - (others[at] ?? 0));
    return differences.find((difference) => difference !== 0) ?? 0;
  });
}

const unique = <T>(values: T[]): T[] => [...new Set(values)];
