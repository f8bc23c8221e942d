/** Where the shop's sellers carry goods to. */
import type { Seller } from './contract.ts';

// ISO 3166-1 alpha-2, for sellers that deliver everywhere.
const everywhere =
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW';

/** The served countries and the present one, as the language sorts their names. */
export function countryChoices(
  sellers: readonly Seller[],
  present: string,
  nameOf: (code: string) => string,
): { code: string; name: string }[] {
  const zones = sellers
    .flatMap(({ shipping_profiles }) => shipping_profiles.flatMap(({ methods }) => methods))
    .filter(({ kind }) => kind === 'shipping' || kind === 'local_delivery')
    .flatMap((method) => method.zones.filter(({ rate }) => rate));
  const all = zones.some(({ countries = [] }) => countries.length === 0);
  const codes = all
    ? (everywhere.match(/../g) ?? [])
    : zones.flatMap(({ countries = [] }) => countries);
  return [...new Set([present, ...codes])]
    .filter(Boolean)
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
